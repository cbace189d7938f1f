package app

import (
	"bytes"
	"io"
	"math"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/export"
	"touchline.app/export/page"
	"touchline.app/export/png"
	"touchline.app/journey/phrase"
)

// How a copied picture is drawn.
const (
	pictureScale  = 2.0        // pixels a point
	pictureMargin = 8.0        // around a selection, in points
	picturePixels = 40_000_000 // the most; beyond it the scale is less
)

// copyPicture puts a picture of the selection, or of the whole map, on the
// clipboard; it is drawn beside the interface.
func (e *editor) copyPicture() {
	s := e.scenery.now
	if s == nil {
		return
	}
	part := selected(s, e.selection())
	e.status.working(say.Text("status.copying"))
	go func() {
		picture, err := drawPicture(s, part)
		if err == nil {
			err = e.putPicture(picture)
		}
		e.onUI(func() { e.copied(picture, err) })
	}()
}

// putPicture hands a picture to the system's clipboard.
func (e *editor) putPicture(picture []byte) error {
	if e.copyOut == nil {
		return phrase.New("there is no clipboard for pictures here")
	}
	return e.copyOut(picture)
}

// copied says what became of a picture; one the clipboard did not take can be saved.
func (e *editor) copied(picture []byte, err error) {
	e.status.working("")
	e.trace.line(map[string]any{"copied": len(picture), "ok": err == nil})
	switch {
	case err == nil:
		e.banner.Say("picture", say.Text("notice.copied"), false)
	case picture == nil:
		e.banner.Say("picture", say.Text("banner.export", "Reason", say.Error(err)), true)
	default:
		e.banner.Say("picture", say.Text("banner.copy_picture", "Reason", say.Error(err)), true,
			kit.Remedy{Text: say.Text("banner.save_picture"), Run: func() { e.savePicture(picture) }})
	}
}

// savePicture asks for a place for a picture.
func (e *editor) savePicture(picture []byte) {
	if e.doc == nil {
		return
	}
	e.askPlace(say.Text("chooser.save_picture"), say.Text("chooser.pictures"), fileName(e.doc.Map().Head.Title), ".png", func(path string) {
		err := export.WriteFile(path, func(w io.Writer) error {
			_, err := w.Write(picture)
			return err
		})
		if err != nil {
			e.banner.Say("picture", say.Text("banner.export", "Reason", say.Error(err)), true)
			return
		}
		e.banner.Say("picture", say.Text("notice.exported", "Path", path), false)
	})
}

// selected returns the part of a scene that shows the rows of a selection, with
// a margin; all of it where nothing is selected.
func selected(s *scene.Scene, refs []scene.Ref) scene.Rect {
	all := scene.Rect{W: s.Size.X, H: s.Size.Y}
	want := map[scene.Ref]bool{}
	for _, r := range refs {
		want[r] = true
	}
	var part scene.Rect
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if !want[n.Ref] || n.Role == scene.RoleCurve || n.Role == scene.RolePage {
			continue
		}
		if part == (scene.Rect{}) {
			part = n.Bounds
		} else {
			part = part.Union(n.Bounds)
		}
	}
	if part.W <= 0 || part.H <= 0 {
		return all
	}
	part = part.Inset(-pictureMargin)
	x, y := math.Max(part.X, 0), math.Max(part.Y, 0)
	return scene.Rect{X: x, Y: y, W: math.Min(part.Right(), all.W) - x, H: math.Min(part.Bottom(), all.H) - y}
}

// drawPicture draws a part of a scene as PNG. It is for any goroutine.
func drawPicture(s *scene.Scene, part scene.Rect) (picture []byte, err error) {
	defer func() {
		if r := recover(); r != nil { // a fault in drawing must not end the program
			picture, err = nil, phrase.Errorf("there is no picture: %v", r)
		}
	}()
	flat := page.Flat(page.Sheet{
		Size: scene.Point{X: part.W, Y: part.H}, Paper: s.Page,
		Parts: []page.Part{{Scene: s, Window: part, Scale: 1}},
	})
	scale := math.Min(pictureScale, math.Sqrt(picturePixels/math.Max(part.W*part.H, 1)))
	var b bytes.Buffer
	if err := png.Write(&b, flat, png.Options{Scale: scale}); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
