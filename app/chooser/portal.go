package chooser

import (
	"context"
	"errors"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/godbus/dbus/v5"

	"touchline.app/journey/phrase"
)

// The names the portal has on the session bus.
const (
	portalName  = "org.freedesktop.portal.Desktop"
	portalPath  = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	fileChooser = "org.freedesktop.portal.FileChooser"
	request     = "org.freedesktop.portal.Request"
)

// Portal is the file chooser of xdg-desktop-portal.
type Portal struct {
	Address string        // of the session bus; empty takes that of the session
	Limit   time.Duration // how long the portal may take to show its dialog

	asked atomic.Uint64
}

// Open implements Dialogs.
func (p *Portal) Open(ctx context.Context, q Question) ([]string, error) {
	options := common(q)
	options["multiple"] = dbus.MakeVariant(q.Several)
	options["directory"] = dbus.MakeVariant(q.Folders)
	return p.ask(ctx, "OpenFile", q, options)
}

// Save implements Dialogs.
func (p *Portal) Save(ctx context.Context, q Question) (string, error) {
	options := common(q)
	options["current_name"] = dbus.MakeVariant(strings.ToValidUTF8(q.Name, "?"))
	paths, err := p.ask(ctx, "SaveFile", q, options)
	if err != nil || len(paths) == 0 {
		return "", err
	}
	return paths[0], nil
}

// Wake implements Dialogs: the first question starts a portal that can be started.
func (p *Portal) Wake(ctx context.Context) bool {
	bus, err := p.dial(ctx)
	if err != nil {
		return false
	}
	defer func() { _ = bus.Close() }() // nothing is asked of it any more
	return bus.Object(portalName, portalPath).
		CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, fileChooser, "version").Err == nil
}

// dial connects to the session bus. The connection ends with ctx.
func (p *Portal) dial(ctx context.Context) (*dbus.Conn, error) {
	var bus *dbus.Conn
	var err error
	if p.Address != "" {
		bus, err = dbus.Dial(p.Address, dbus.WithContext(ctx))
	} else {
		bus, err = dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	}
	if err != nil {
		return nil, err
	}
	if err := errors.Join(bus.Auth(nil), bus.Hello()); err != nil {
		_ = bus.Close() // it was of no use
		return nil, err
	}
	return bus, nil
}

// talk is one question on its way.
type talk struct {
	bus    *dbus.Conn
	heard  chan *dbus.Signal
	handle dbus.ObjectPath // of the request: portals since 2016 take the name we propose
}

// ask shows a dialog and waits for what is chosen in it.
func (p *Portal) ask(ctx context.Context, method string, q Question, options map[string]dbus.Variant) ([]string, error) {
	open, end := context.WithCancel(context.WithoutCancel(ctx)) // when ctx ends there is a word left to say
	defer end()
	starting := time.AfterFunc(p.Limit, end)
	t, err := p.begin(open, method, q, options)
	if err != nil || !starting.Stop() {
		return nil, phrase.Errorf("%w: %w", ErrNone, orTooLate(err))
	}
	select {
	case a := <-t.answered():
		return a.paths, a.err
	case <-ctx.Done():
		t.bus.Object(portalName, t.handle).CallWithContext(open, request+".Close", dbus.FlagNoReplyExpected)
		return nil, ctx.Err()
	}
}

// begin puts the question to the portal. The talk ends with ctx.
func (p *Portal) begin(ctx context.Context, method string, q Question, options map[string]dbus.Variant) (*talk, error) {
	bus, err := p.dial(ctx)
	if err != nil {
		return nil, err
	}
	token := "touchline" + strconv.FormatUint(p.asked.Add(1), 10)
	options["handle_token"] = dbus.MakeVariant(token)
	sender := strings.ReplaceAll(strings.TrimPrefix(bus.Names()[0], ":"), ".", "_")
	t := &talk{bus: bus, heard: make(chan *dbus.Signal, 16), handle: portalPath + dbus.ObjectPath("/request/"+sender+"/"+token)}
	bus.Signal(t.heard)
	if err := t.listen(ctx); err != nil {
		return nil, err
	}
	return t, bus.Object(portalName, portalPath).
		CallWithContext(ctx, fileChooser+"."+method, 0, q.Parent, strings.ToValidUTF8(q.Title, "?"), options).Err
}

var errTooLate = phrase.New("it took too long")

func orTooLate(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return errTooLate
	}
	return err
}

// listen asks for the answer to a request, and for the end of the portal.
func (t *talk) listen(ctx context.Context) error {
	return errors.Join(
		t.bus.AddMatchSignalContext(ctx, dbus.WithMatchObjectPath(t.handle), dbus.WithMatchInterface(request), dbus.WithMatchMember("Response")),
		t.bus.AddMatchSignalContext(ctx, dbus.WithMatchSender("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, portalName)))
}

// answer is what came of a request.
type answer struct {
	paths []string
	err   error
}

var errGone = phrase.New("the dialog of the desktop went away before anything was chosen; try again")

// answered gives the answer when it comes.
func (t *talk) answered() <-chan answer {
	out := make(chan answer, 1)
	go func() {
		for s := range t.heard {
			switch {
			case s.Name == "org.freedesktop.DBus.NameOwnerChanged" && left(s.Body):
				out <- answer{nil, errGone}
				return
			case s.Name == request+".Response" && s.Path == t.handle:
				paths, err := chosen(s.Body)
				out <- answer{paths, err}
				return
			}
		}
		out <- answer{nil, errGone}
	}()
	return out
}

// left reports whether a name of the bus has nobody behind it any more.
func left(body []any) bool {
	if len(body) != 3 {
		return false
	}
	owner, ok := body[2].(string)
	return ok && owner == "" && body[0] == portalName
}

// chosen reads what a response of the portal says.
func chosen(body []any) ([]string, error) {
	var status uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(body, &status, &results); err != nil {
		return nil, phrase.Errorf("the desktop answered in a way nobody understands: %w", err)
	}
	switch status {
	case 0:
	case 1:
		return nil, nil // cancelled
	default:
		return nil, errGone
	}
	uris, ok := results["uris"].Value().([]string)
	if !ok {
		return nil, phrase.New("the desktop did not say which file was chosen; try again")
	}
	paths := make([]string, len(uris))
	for i, uri := range uris {
		u, err := url.Parse(uri)
		if err != nil || u.Scheme != "file" || !filepath.IsAbs(u.Path) {
			return nil, phrase.Errorf("%s is not on this computer; copy it here first", uri)
		}
		paths[i] = filepath.Clean(u.Path)
	}
	return paths, nil
}

// rule is one pattern of a filter, as the bus carries it; kind 0 is a glob.
type rule struct {
	Kind    uint32
	Pattern string
}

// sieve is a filter as the bus carries it.
type sieve struct {
	Name  string
	Rules []rule
}

// common are the options every question has.
func common(q Question) map[string]dbus.Variant {
	options := map[string]dbus.Variant{"modal": dbus.MakeVariant(true)}
	if q.Accept != "" {
		options["accept_label"] = dbus.MakeVariant(q.Accept)
	}
	if filepath.IsAbs(q.Folder) {
		options["current_folder"] = dbus.MakeVariant(append([]byte(q.Folder), 0))
	}
	if len(q.Filters) > 0 {
		sieves := make([]sieve, len(q.Filters))
		for i, f := range q.Filters {
			sieves[i] = sieve{f.Name, rules(f)}
		}
		options["filters"] = dbus.MakeVariant(sieves)
		options["current_filter"] = dbus.MakeVariant(sieves[0])
	}
	return options
}

func rules(f Filter) []rule {
	if len(f.Extensions) == 0 {
		return []rule{{0, "*"}}
	}
	rs := make([]rule, len(f.Extensions))
	for i, e := range f.Extensions {
		rs[i] = rule{0, glob(e)}
	}
	return rs
}
