//go:build linux

package chooser

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"touchline.app/app/chooser/choosertest"
)

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
	d := choosertest.Play(t)
	p := &Portal{Address: d.Address, Limit: 20 * time.Second}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			out := make(chan said, 1)
			go func() {
				paths, err := p.Open(t.Context(), Question{Title: "Open", Several: true})
				out <- said{paths, err}
			}()
			q := <-d.Asked
			d.Answer(t, q, c.values...)
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
	d := choosertest.Play(t)
	p := &Portal{Address: d.Address, Limit: 20 * time.Second}
	out := make(chan said, 1)
	go func() {
		path, err := p.Save(t.Context(), Question{
			Parent: "x11:2a", Title: "Save a\xff map", Accept: "Save", Folder: "/maps", Name: "Flug nach Köln.journey",
			Filters: []Filter{{"Maps", []string{".journey"}}, {"All files", nil}},
		})
		out <- said{[]string{path}, err}
	}()
	q := <-d.Asked
	d.Answer(t, q, uint32(0), uris("file:///maps/x.journey"))
	if got := <-out; got.err != nil || got.paths[0] != "/maps/x.journey" {
		t.Fatalf("%v, %v", got.paths, got.err)
	}
	if q.Method != "SaveFile" || q.Parent != "x11:2a" || q.Title != "Save a? map" {
		t.Errorf("asked was %s %q %q", q.Method, q.Parent, q.Title)
	}
	for key, want := range map[string]string{
		"current_name": `"Flug nach Köln.journey"`, "accept_label": `"Save"`, "modal": "true", "current_folder": `@ay "/maps"`,
		"filters": `[["Maps", [[0, "*.[jJ][oO][uU][rR][nN][eE][yY]"]]], ["All files", [[0, "*"]]]]`,
	} {
		v := q.Options[key]
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
	d := choosertest.Play(t)
	p := &Portal{Address: d.Address, Limit: 20 * time.Second}
	ctx, give := context.WithCancel(t.Context())
	out := make(chan error, 1)
	go func() {
		_, err := p.Open(ctx, Question{})
		out <- err
	}()
	q := <-d.Asked
	give()
	if err := <-out; !errors.Is(err, context.Canceled) || errors.Is(err, ErrNone) {
		t.Errorf("it is said: %v", err)
	}
	if h := <-d.Closed; h != q.Handle {
		t.Errorf("%s was closed, not %s", h, q.Handle)
	}
}

func TestWithoutADialogOfTheDesktopThereIsNone(t *testing.T) {
	d := choosertest.Play(t)
	p := &Portal{Address: d.Address, Limit: 20 * time.Second}
	ctx, end := context.WithTimeout(t.Context(), 20*time.Second)
	defer end()
	if !p.Wake(ctx) {
		t.Error("the portal is not seen")
	}
	d.Refuse = &dbus.ErrMsgUnknownMethod
	if _, err := p.Open(t.Context(), Question{}); !errors.Is(err, ErrNone) {
		t.Errorf("a portal without file chooser: %v", err)
	}
	d.Refuse, d.Late = nil, make(chan struct{})
	p.Limit = 30 * time.Millisecond
	if _, err := p.Save(t.Context(), Question{}); !errors.Is(err, ErrNone) {
		t.Errorf("a portal that does not answer: %v", err)
	}
	close(d.Late)
	p.Limit = 20 * time.Second
	for name, address := range map[string]string{"nobody at the address": "unix:path=/nowhere", "no address": "nonsense"} {
		other := &Portal{Address: address, Limit: 20 * time.Second}
		if _, err := other.Open(t.Context(), Question{}); !errors.Is(err, ErrNone) || other.Wake(ctx) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if empty := (&Portal{Address: choosertest.Bus(t), Limit: 20 * time.Second}); empty.Wake(ctx) {
		t.Error("a bus without portal has one")
	} else if _, err := empty.Open(t.Context(), Question{}); !errors.Is(err, ErrNone) {
		t.Errorf("a bus without portal: %v", err)
	}
}

func TestADesktopThatGoesAwayIsNotWaitedFor(t *testing.T) {
	d := choosertest.Play(t)
	p := &Portal{Address: d.Address, Limit: 20 * time.Second}
	out := make(chan error, 1)
	go func() {
		_, err := p.Open(t.Context(), Question{})
		out <- err
	}()
	<-d.Asked
	d.Crash()
	if err := <-out; !errors.Is(err, errGone) {
		t.Errorf("it is said: %v", err)
	}
}
