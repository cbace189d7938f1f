//go:build window

package main

import (
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// stranger is another program on the display.
type stranger struct {
	t      *testing.T
	conn   *xgb.Conn
	window xproto.Window
}

// estranged connects to the display as another program would, until the test ends.
func estranged(t *testing.T) *stranger {
	t.Helper()
	conn, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	late := time.AfterFunc(patience, conn.Close) // ends what waits for an event
	t.Cleanup(func() {
		if late.Stop() {
			conn.Close()
		}
	})
	s := &stranger{t: t, conn: conn}
	if s.window, err = xproto.NewWindowId(conn); err != nil {
		t.Fatal(err)
	}
	root := xproto.Setup(conn).DefaultScreen(conn).Root
	if err := xproto.CreateWindowChecked(conn, 0, s.window, root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check(); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *stranger) atom(name string) xproto.Atom {
	s.t.Helper()
	r, err := xproto.InternAtom(s.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		s.t.Fatal(err)
	}
	return r.Atom
}

// tell sends a window a message of the given type.
func (s *stranger) tell(to xproto.Window, kind string, data ...uint32) {
	s.t.Helper()
	for len(data) < 5 {
		data = append(data, 0)
	}
	m := xproto.ClientMessageEvent{Format: 32, Window: to, Type: s.atom(kind), Data: xproto.ClientMessageDataUnionData32New(data)}
	if err := xproto.SendEventChecked(s.conn, false, to, 0, string(m.Bytes())).Check(); err != nil {
		s.t.Fatal(err)
	}
}

// closeWindow asks a window to close, as the button in its title bar does.
func closeWindow(t *testing.T, window string) {
	t.Helper()
	s := estranged(t)
	s.tell(number(t, window), "WM_PROTOCOLS", uint32(s.atom("WM_DELETE_WINDOW")), 0)
}

func number(t *testing.T, window string) xproto.Window {
	t.Helper()
	n, err := strconv.ParseUint(window, 10, 32)
	if err != nil {
		t.Fatal(err)
	}
	return xproto.Window(n)
}

// drop lets files go over a window, as a file manager does.
func drop(t *testing.T, window string, paths ...string) {
	t.Helper()
	s, to := estranged(t), number(t, window)
	selection, list := s.atom("XdndSelection"), s.atom("text/uri-list")
	xproto.SetSelectionOwner(s.conn, s.window, selection, xproto.TimeCurrentTime)
	me := uint32(s.window)
	s.tell(to, "XdndEnter", me, 5<<24, uint32(list))
	s.tell(to, "XdndPosition", me, 0, 400<<16|300, 0, uint32(s.atom("XdndActionCopy")))
	status, finished := s.atom("XdndStatus"), s.atom("XdndFinished")
	for {
		event, err := s.conn.WaitForEvent()
		switch e := event.(type) {
		case nil:
			if err == nil {
				t.Fatal("the window does not take what is dropped")
			}
		case xproto.ClientMessageEvent:
			switch e.Type {
			case status:
				s.tell(to, "XdndDrop", me, 0, 0)
			case finished:
				return
			}
		case xproto.SelectionRequestEvent:
			var text strings.Builder
			for _, p := range paths {
				text.WriteString((&url.URL{Scheme: "file", Path: p}).String() + "\r\n")
			}
			xproto.ChangeProperty(s.conn, xproto.PropModeReplace, e.Requestor, e.Property, list, 8, uint32(text.Len()), []byte(text.String()))
			said := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property}
			xproto.SendEvent(s.conn, false, e.Requestor, 0, string(said.Bytes()))
		}
	}
}
