//go:build window

package main

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// pasted asks for the picture of the clipboard as another program does.
func pasted(t *testing.T) []byte {
	t.Helper()
	conn, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	late := time.AfterFunc(20*time.Second, conn.Close)
	defer func() {
		if late.Stop() {
			conn.Close()
		}
	}()
	atom := func(name string) xproto.Atom {
		r, err := xproto.InternAtom(conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			t.Fatal(err)
		}
		return r.Atom
	}
	window, err := xproto.NewWindowId(conn)
	if err != nil {
		t.Fatal(err)
	}
	root := xproto.Setup(conn).DefaultScreen(conn).Root
	xproto.CreateWindow(conn, 0, window, root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange})
	place, incr := atom("PASTED"), atom("INCR")
	xproto.ConvertSelection(conn, window, atom("CLIPBOARD"), atom("image/png"), place, xproto.TimeCurrentTime)
	take := func() (xproto.Atom, []byte) {
		r, err := xproto.GetProperty(conn, true, window, place, xproto.AtomAny, 0, 1<<24).Reply()
		if err != nil {
			t.Fatal(err)
		}
		return r.Type, r.Value
	}
	var out []byte
	parts := false
	for {
		event, err := conn.WaitForEvent()
		if event == nil && err == nil {
			t.Fatal("the clipboard does not answer")
		}
		switch e := event.(type) {
		case xproto.SelectionNotifyEvent:
			if e.Property == xproto.AtomNone {
				t.Fatal("there is no picture on the clipboard")
			}
			kind, value := take()
			if kind != incr {
				return value
			}
			parts = true
		case xproto.PropertyNotifyEvent:
			if !parts || e.State != xproto.PropertyNewValue {
				continue
			}
			_, value := take()
			if len(value) == 0 {
				return out
			}
			out = append(out, value...)
		}
	}
}

func TestPicturesOfAnySizeAreGivenToOtherPrograms(t *testing.T) {
	for _, size := range []int{1, 1000, clipPart, clipPart + 1, 2 * clipPart, 5_000_003} {
		picture := make([]byte, size)
		_, _ = rand.NewChaCha8([32]byte{byte(size)}).Read(picture) // never fails
		if err := copyPicture(picture); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if got := pasted(t); !bytes.Equal(got, picture) {
				t.Fatalf("%d bytes were copied and %d others pasted", size, len(got))
			}
		}
	}
}

func TestCopyingWithoutADisplayIsAnError(t *testing.T) {
	t.Setenv("DISPLAY", "")
	if err := copyPicture([]byte("x")); err == nil {
		t.Error("it says that it worked")
	}
}
