//go:build linux

package chooser

import (
	"bufio"
	"context"
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// bus starts a session bus of its own and returns its address.
func bus(t *testing.T) string {
	t.Helper()
	daemon, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Fatal("dbus-daemon is needed; it is in the package dbus")
	}
	cmd := exec.Command(daemon, "--session", "--nofork", "--nopidfile", "--print-address")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(address)
}

// desk plays the portal.
type desk struct {
	conn    *dbus.Conn
	asked   chan asked
	closed  chan dbus.ObjectPath
	refuse  *dbus.Error
	pending chan struct{} // not nil: the method answers when it is closed
}

// asked is a question the portal received.
type asked struct {
	method, parent, title string
	options               map[string]dbus.Variant
	handle                dbus.ObjectPath
}

func (d *desk) OpenFile(sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return d.ask("OpenFile", sender, parent, title, options)
}

func (d *desk) SaveFile(sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return d.ask("SaveFile", sender, parent, title, options)
}

func (d *desk) ask(method string, sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	if d.pending != nil {
		<-d.pending
	}
	if d.refuse != nil {
		return "", d.refuse
	}
	token, _ := options["handle_token"].Value().(string)
	h := portalPath + dbus.ObjectPath("/request/"+strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_")+"/"+token)
	if err := d.conn.Export(closing{d, h}, h, request); err != nil {
		return "", dbus.MakeFailedError(err)
	}
	d.asked <- asked{method, parent, title, options, h}
	return h, nil
}

// closing is a request that can be closed.
type closing struct {
	d *desk
	h dbus.ObjectPath
}

func (c closing) Close() *dbus.Error {
	c.d.closed <- c.h
	return nil
}

// Get plays org.freedesktop.DBus.Properties.
func (d *desk) Get(string, string) (dbus.Variant, *dbus.Error) {
	return dbus.MakeVariant(uint32(4)), nil
}

// answer says what was chosen.
func (d *desk) answer(t *testing.T, to dbus.ObjectPath, values ...any) {
	t.Helper()
	if err := d.conn.Emit(to, request+".Response", values...); err != nil {
		t.Error(err)
	}
}

// playing puts a portal on a bus of its own.
func playing(t *testing.T) (*desk, *Portal) {
	t.Helper()
	address := bus(t)
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	d := &desk{conn: conn, asked: make(chan asked, 1), closed: make(chan dbus.ObjectPath, 1)}
	for _, i := range []string{fileChooser, "org.freedesktop.DBus.Properties"} {
		if err := conn.Export(d, portalPath, i); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := conn.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return d, &Portal{Address: address, Limit: 20 * time.Second}
}

// said is what the portal's dialog came to.
type said struct {
	paths []string
	err   error
}

func uris(us ...string) map[string]dbus.Variant {
	return map[string]dbus.Variant{"uris": dbus.MakeVariant(us)}
}

func TestTheDialogOfTheDesktopIsAskedAndHeard(t *testing.T) {
	cases := map[string]struct {
		values []any
		want   []string
		fails  string
	}{
		"a file":                {values: []any{uint32(0), uris("file:///maps/a%20b%C3%A9.journey")}, want: []string{"/maps/a bé.journey"}},
		"several":               {values: []any{uint32(0), uris("file:///a", "file:///b")}, want: []string{"/a", "/b"}},
		"cancelled":             {values: []any{uint32(1), uris()}},
		"ended":                 {values: []any{uint32(2), uris()}, fails: "try again"},
		"elsewhere":             {values: []any{uint32(0), uris("sftp://host/a.journey")}, fails: "not on this computer"},
		"not a URI":             {values: []any{uint32(0), uris("file://%zz")}, fails: "not on this computer"},
		"relative":              {values: []any{uint32(0), uris("file:a")}, fails: "not on this computer"},
		"no files":              {values: []any{uint32(0), map[string]dbus.Variant{}}, fails: "did not say"},
		"files of another type": {values: []any{uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant(7)}}, fails: "did not say"},
		"nonsense":              {values: []any{"yes"}, fails: "understands"},
	}
	d, p := playing(t)
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			out := make(chan said, 1)
			go func() {
				paths, err := p.Open(t.Context(), Question{Title: "Open", Several: true})
				out <- said{paths, err}
			}()
			q := <-d.asked
			d.answer(t, q.handle, c.values...)
			got := <-out
			if !slices.Equal(got.paths, c.want) || (got.err != nil) != (c.fails != "") {
				t.Fatalf("%v, %v; want %v", got.paths, got.err, c.want)
			}
			if got.err != nil && (!strings.Contains(got.err.Error(), c.fails) || errors.Is(got.err, ErrNone)) {
				t.Errorf("it is said: %v", got.err)
			}
		})
	}
}

func TestTheQuestionReachesTheDesktopWhole(t *testing.T) {
	d, p := playing(t)
	out := make(chan said, 1)
	go func() {
		path, err := p.Save(t.Context(), Question{
			Parent: "x11:2a", Title: "Save a\xff map", Accept: "Save", Folder: "/maps", Name: "Flug nach Köln.journey",
			Filters: []Filter{{"Maps", []string{".journey"}}, {"All files", nil}},
		})
		out <- said{[]string{path}, err}
	}()
	q := <-d.asked
	d.answer(t, q.handle, uint32(0), uris("file:///maps/x.journey"))
	if got := <-out; got.err != nil || got.paths[0] != "/maps/x.journey" {
		t.Fatalf("%v, %v", got.paths, got.err)
	}
	if q.method != "SaveFile" || q.parent != "x11:2a" || q.title != "Save a? map" {
		t.Errorf("asked was %s %q %q", q.method, q.parent, q.title)
	}
	for key, want := range map[string]string{
		"current_name": `"Flug nach Köln.journey"`, "accept_label": `"Save"`, "modal": "true", "current_folder": `@ay "/maps"`,
		"filters": `[["Maps", [[0, "*.[jJ][oO][uU][rR][nN][eE][yY]"]]], ["All files", [[0, "*"]]]]`,
	} {
		v := q.options[key]
		got := v.String()
		if key == "current_folder" {
			got = `@ay "` + strings.TrimSuffix(string(v.Value().([]byte)), "\x00") + `"`
		}
		if !strings.HasSuffix(got, want) {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
	if sig := common(Question{Filters: []Filter{{}}})["filters"].Signature().String(); sig != "a(sa(us))" {
		t.Errorf("filters have the type %s", sig)
	}
}

func TestAPersonGivesUp(t *testing.T) {
	d, p := playing(t)
	ctx, give := context.WithCancel(t.Context())
	out := make(chan error, 1)
	go func() {
		_, err := p.Open(ctx, Question{})
		out <- err
	}()
	q := <-d.asked
	give()
	if err := <-out; !errors.Is(err, context.Canceled) || errors.Is(err, ErrNone) {
		t.Errorf("it is said: %v", err)
	}
	if h := <-d.closed; h != q.handle {
		t.Errorf("%s was closed, not %s", h, q.handle)
	}
}

func TestWithoutADialogOfTheDesktopThereIsNone(t *testing.T) {
	d, p := playing(t)
	ctx, end := context.WithTimeout(t.Context(), 20*time.Second)
	defer end()
	if !p.Wake(ctx) {
		t.Error("the portal is not seen")
	}
	d.refuse = &dbus.ErrMsgUnknownMethod
	if _, err := p.Open(t.Context(), Question{}); !errors.Is(err, ErrNone) {
		t.Errorf("a portal without file chooser: %v", err)
	}
	d.refuse, d.pending = nil, make(chan struct{})
	p.Limit = 30 * time.Millisecond
	if _, err := p.Save(t.Context(), Question{}); !errors.Is(err, ErrNone) {
		t.Errorf("a portal that does not answer: %v", err)
	}
	close(d.pending)
	p.Limit = 20 * time.Second
	for name, address := range map[string]string{"nobody at the address": "unix:path=/nowhere", "no address": "nonsense"} {
		other := &Portal{Address: address, Limit: 20 * time.Second}
		if _, err := other.Open(t.Context(), Question{}); !errors.Is(err, ErrNone) || other.Wake(ctx) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if empty := (&Portal{Address: bus(t), Limit: 20 * time.Second}); empty.Wake(ctx) {
		t.Error("a bus without portal has one")
	} else if _, err := empty.Open(t.Context(), Question{}); !errors.Is(err, ErrNone) {
		t.Errorf("a bus without portal: %v", err)
	}
}

func TestADesktopThatGoesAwayIsNotWaitedFor(t *testing.T) {
	d, p := playing(t)
	out := make(chan error, 1)
	go func() {
		_, err := p.Open(t.Context(), Question{})
		out <- err
	}()
	<-d.asked
	_ = d.conn.Close() // the portal crashes
	if err := <-out; !errors.Is(err, errGone) {
		t.Errorf("it is said: %v", err)
	}
}
