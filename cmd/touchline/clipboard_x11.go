//go:build cgo && (linux || freebsd || openbsd || netbsd)

package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// clipPart is how many bytes of a picture go to another program in one request.
// A request of X may have 262,140 bytes; what is longer goes in parts.
const clipPart = 1 << 17

var errClipboard = errors.New("the clipboard does not take pictures here")

// atoms are the names of X the clipboard is spoken of in.
type atoms struct{ clipboard, targets, png, incr xproto.Atom }

// clip owns the clipboard of an X server and gives its picture to whoever asks,
// until somebody else copies something.
type clip struct {
	conn    *xgb.Conn
	window  xproto.Window
	atoms   atoms
	picture []byte
	parts   map[taker][]byte // what is left to give to those who take it in parts
}

// taker is where another program wants the picture.
type taker struct {
	window   xproto.Window
	property xproto.Atom
}

// copyPicture puts a PNG picture on the clipboard, where it stays while the
// program runs.
func copyPicture(picture []byte) error {
	xgb.Logger.SetOutput(io.Discard) // what goes wrong is an error here
	conn, err := xgb.NewConn()
	if err != nil {
		return fmt.Errorf("%w: %w", errClipboard, err)
	}
	c := &clip{conn: conn, picture: picture, parts: map[taker][]byte{}}
	if err := c.own(); err != nil {
		conn.Close()
		return fmt.Errorf("%w: %w", errClipboard, err)
	}
	go c.serve()
	return nil
}

// own makes the clipboard ours.
func (c *clip) own() error {
	for name, to := range map[string]*xproto.Atom{
		"CLIPBOARD": &c.atoms.clipboard, "TARGETS": &c.atoms.targets, "image/png": &c.atoms.png, "INCR": &c.atoms.incr,
	} {
		r, err := xproto.InternAtom(c.conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			return err
		}
		*to = r.Atom
	}
	var err error
	if c.window, err = xproto.NewWindowId(c.conn); err != nil {
		return err
	}
	root := xproto.Setup(c.conn).DefaultScreen(c.conn).Root
	if err := xproto.CreateWindowChecked(c.conn, 0, c.window, root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check(); err != nil {
		return err
	}
	xproto.SetSelectionOwner(c.conn, c.window, c.atoms.clipboard, xproto.TimeCurrentTime)
	r, err := xproto.GetSelectionOwner(c.conn, c.atoms.clipboard).Reply()
	if err != nil {
		return err
	}
	if r.Owner != c.window {
		return errors.New("another program holds it")
	}
	return nil
}

// serve answers until the clipboard is somebody else's or the server is gone.
// What a program that asked does wrong, or its end, is no concern of ours.
func (c *clip) serve() {
	defer c.conn.Close()
	for {
		event, err := c.conn.WaitForEvent()
		switch e := event.(type) {
		case nil:
			if err == nil {
				return
			}
		case xproto.SelectionClearEvent:
			return
		case xproto.SelectionRequestEvent:
			c.answer(e)
		case xproto.PropertyNotifyEvent:
			if e.State == xproto.PropertyDelete {
				c.give(taker{e.Window, e.Atom})
			}
		}
	}
}

// answer says what there is, or hands it over: at once, or in parts where it is long.
func (c *clip) answer(e xproto.SelectionRequestEvent) {
	to := taker{e.Requestor, e.Property}
	if to.property == xproto.AtomNone { // programs of the old way
		to.property = e.Target
	}
	switch {
	case e.Target == c.atoms.targets:
		c.put(to, xproto.AtomAtom, words32(uint32(c.atoms.targets), uint32(c.atoms.png)))
	case e.Target != c.atoms.png:
		to.property = xproto.AtomNone
	case len(c.picture) <= clipPart:
		c.put(to, c.atoms.png, c.picture)
	default:
		xproto.ChangeWindowAttributes(c.conn, to.window, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange})
		c.parts[to] = c.picture
		c.put(to, c.atoms.incr, words32(uint32(len(c.picture))))
	}
	said := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: to.property}
	xproto.SendEvent(c.conn, false, e.Requestor, 0, string(said.Bytes()))
}

// give hands over the next part once the one before was taken; the last is empty.
func (c *clip) give(to taker) {
	left, ok := c.parts[to]
	if !ok {
		return
	}
	part := left[:min(len(left), clipPart)]
	c.put(to, c.atoms.png, part)
	if c.parts[to] = left[len(part):]; len(part) == 0 {
		delete(c.parts, to)
	}
}

// put writes a property of another program's window. Types of X say how wide its
// values are: bytes of a picture, else 32 bits.
func (c *clip) put(to taker, kind xproto.Atom, data []byte) {
	width := byte(32)
	if kind == c.atoms.png {
		width = 8
	}
	xproto.ChangeProperty(c.conn, xproto.PropModeReplace, to.window, to.property, kind, width, uint32(len(data)/int(width/8)), data)
}

// words32 writes numbers in the order of bytes xgb asks the server for.
func words32(vs ...uint32) []byte {
	out := make([]byte, 4*len(vs))
	for i, v := range vs {
		xgb.Put32(out[4*i:], v)
	}
	return out
}
