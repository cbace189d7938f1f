// Package choosertest plays the desktop: a session bus of its own with a portal on
// it whose dialogs a test answers. It must not know what the dialogs are for.
package choosertest

import (
	"bufio"
	"os/exec"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
)

// The names the portal has on the session bus.
const (
	Name    = "org.freedesktop.portal.Desktop"
	Path    = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	Chooser = "org.freedesktop.portal.FileChooser"
	Request = "org.freedesktop.portal.Request"
)

// Bus starts a session bus that ends with the test, and returns its address.
func Bus(t *testing.T) string {
	t.Helper()
	daemon, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Fatal("dbus-daemon is needed; on Debian the package has the same name")
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

// Desk is a portal.
type Desk struct {
	Address string               // of its bus
	Asked   chan Asked           // the dialogs that are open
	Closed  chan dbus.ObjectPath // requests that were closed by who asked
	Refuse  *dbus.Error          // the answer to every question
	Late    chan struct{}        // not nil: no question is taken up before it is closed

	conn *dbus.Conn
}

// Asked is a question the portal received.
type Asked struct {
	Method, Parent, Title string
	Options               map[string]dbus.Variant
	Handle                dbus.ObjectPath
}

// Play puts a portal on a bus of its own. It goes with the test.
func Play(t *testing.T) *Desk {
	t.Helper()
	d := &Desk{Address: Bus(t), Asked: make(chan Asked, 1), Closed: make(chan dbus.ObjectPath, 1)}
	conn, err := dbus.Connect(d.Address)
	if err != nil {
		t.Fatal(err)
	}
	d.conn = conn
	t.Cleanup(d.Crash)
	for _, i := range []string{Chooser, "org.freedesktop.DBus.Properties"} {
		if err := conn.Export(d, Path, i); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := conn.RequestName(Name, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return d
}

// Crash ends the portal without a word.
func (d *Desk) Crash() { _ = d.conn.Close() }

// Answer says what came of a question.
func (d *Desk) Answer(t *testing.T, q Asked, values ...any) {
	t.Helper()
	if err := d.conn.Emit(q.Handle, Request+".Response", values...); err != nil {
		t.Error(err)
	}
}

// Choose answers a question with files.
func (d *Desk) Choose(t *testing.T, q Asked, uris ...string) {
	t.Helper()
	d.Answer(t, q, uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant(uris)})
}

// Cancel answers a question as a person does who gives up.
func (d *Desk) Cancel(t *testing.T, q Asked) {
	t.Helper()
	d.Answer(t, q, uint32(1), map[string]dbus.Variant{})
}

// OpenFile plays the method of the portal.
func (d *Desk) OpenFile(sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return d.ask("OpenFile", sender, parent, title, options)
}

// SaveFile plays the method of the portal.
func (d *Desk) SaveFile(sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return d.ask("SaveFile", sender, parent, title, options)
}

// Get plays org.freedesktop.DBus.Properties.
func (d *Desk) Get(string, string) (dbus.Variant, *dbus.Error) {
	return dbus.MakeVariant(uint32(4)), nil
}

func (d *Desk) ask(method string, sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	if d.Late != nil {
		<-d.Late
	}
	if d.Refuse != nil {
		return "", d.Refuse
	}
	token, _ := options["handle_token"].Value().(string)
	h := Path + dbus.ObjectPath("/request/"+strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_")+"/"+token)
	if err := d.conn.Export(open{d, h}, h, Request); err != nil {
		return "", dbus.MakeFailedError(err)
	}
	d.Asked <- Asked{method, parent, title, options, h}
	return h, nil
}

// open is a request that can be closed.
type open struct {
	d *Desk
	h dbus.ObjectPath
}

// Close plays the method of a request.
func (o open) Close() *dbus.Error {
	o.d.Closed <- o.h
	return nil
}
