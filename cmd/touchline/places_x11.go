//go:build cgo && (linux || freebsd || openbsd || netbsd)

package main

import (
	"image"
	"io"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"

	"touchline.app/app"
)

// places tells where windows are on an X server. It belongs to the goroutine of
// the interface.
type places struct {
	conn *xgb.Conn // nil: no server answers
	root xproto.Window
}

// A server that begins anew answers again within a moment.
const (
	greetings = 10
	greetWait = 50 * time.Millisecond
)

// newPlaces connects to the X server and stays connected. A server whose last
// program ends, as in tests on a screen of their own, begins anew and drops whoever
// comes meanwhile, the toolkit too, which would crash of it: with somebody connected
// it does not.
func newPlaces() app.Places {
	p := &places{}
	if os.Getenv("DISPLAY") == "" {
		return p
	}
	xgb.Logger.SetOutput(io.Discard) // what goes wrong is an error here
	for range greetings {
		conn, err := xgb.NewConn()
		if err == nil {
			p.conn, p.root = conn, xproto.Setup(conn).DefaultScreen(conn).Root
			break
		}
		time.Sleep(greetWait)
	}
	return p
}

// Of implements app.Places.
func (p *places) Of(w fyne.Window) (image.Rectangle, bool) {
	n, ok := w.(driver.NativeWindow)
	if !ok {
		return image.Rectangle{}, false
	}
	var id xproto.Window
	n.RunNative(func(context any) {
		if x, ok := context.(driver.X11WindowContext); ok {
			id = xproto.Window(x.WindowHandle)
		}
	})
	if id == 0 || p.conn == nil {
		return image.Rectangle{}, false
	}
	size, err := xproto.GetGeometry(p.conn, xproto.Drawable(id)).Reply()
	if err != nil {
		return image.Rectangle{}, false
	}
	at, err := xproto.TranslateCoordinates(p.conn, id, p.root, 0, 0).Reply()
	if err != nil {
		return image.Rectangle{}, false
	}
	corner := image.Pt(int(at.DstX), int(at.DstY))
	return image.Rectangle{Min: corner, Max: corner.Add(image.Pt(int(size.Width), int(size.Height)))}, true
}

// Screens implements app.Places. A server that knows no monitors is one screen.
func (p *places) Screens() []image.Rectangle {
	if p.conn == nil {
		return nil
	}
	if randr.Init(p.conn) == nil {
		if r, err := randr.GetMonitors(p.conn, p.root, true).Reply(); err == nil && len(r.Monitors) > 0 {
			out := make([]image.Rectangle, len(r.Monitors))
			for i, m := range r.Monitors {
				out[i] = image.Rect(int(m.X), int(m.Y), int(m.X)+int(m.Width), int(m.Y)+int(m.Height))
			}
			return out
		}
	}
	s := xproto.Setup(p.conn).DefaultScreen(p.conn)
	return []image.Rectangle{image.Rect(0, 0, int(s.WidthInPixels), int(s.HeightInPixels))}
}
