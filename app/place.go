package app

import (
	"encoding/json"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Places tells where windows are, which the toolkit does not. Its numbers are
// those of the system: pixels, from the upper left of all screens.
type Places interface {
	// Of returns where the content of a window is; false where nobody knows.
	Of(w fyne.Window) (image.Rectangle, bool)
	// Screens returns where the screens are; none where nobody knows.
	Screens() []image.Rectangle
}

// stance is the place and size a window had.
type stance struct {
	Width, Height float32         // units of the toolkit
	Pixels        image.Rectangle // empty: nobody knew where it was
}

// anyMap is the name the place of the latest window is kept under.
const anyMap = ""

// stances returns the places windows had, by the file that was open.
func (e *editor) stances() map[string]stance {
	fs := map[string]stance{}
	if json.Unmarshal([]byte(e.app.Preferences().String(prefPlaces)), &fs) != nil {
		return map[string]stance{}
	}
	return fs
}

// stance returns the place and size the window has now. Where it is unknown, it is
// where it was before.
func (e *editor) stance(before stance) stance {
	s := e.win.Canvas().Size()
	f := stance{Width: s.Width, Height: s.Height, Pixels: before.Pixels}
	if p := e.desk.places; p != nil && e.shown {
		if r, ok := p.Of(e.win); ok {
			f.Pixels = r
		}
	}
	return f
}

// rememberPlace keeps where the window is and how large, for the next one and for
// the map. That of a window over the whole screen is no place to come back to.
func (e *editor) rememberPlace() {
	if e.win.FullScreen() {
		return
	}
	old := e.stances()
	kept := map[string]stance{anyMap: e.stance(old[anyMap])}
	known := e.remembered()
	for path, f := range old {
		if slices.Contains(known, path) {
			kept[path] = f
		}
	}
	if e.doc != nil {
		kept[e.doc.Path()] = e.stance(old[e.doc.Path()])
	}
	if b, err := json.Marshal(kept); err == nil {
		e.app.Preferences().SetString(prefPlaces, string(b))
	}
}

// placeAs gives a window that is not seen yet the size and place one had when the
// file was open last, or else the latest one. A window that is seen stays where it
// is: the person is looking at it.
func (e *editor) placeAs(path string) {
	if e.shown {
		return
	}
	var screens, taken []image.Rectangle
	if p := e.desk.places; p != nil {
		screens = p.Screens()
	}
	f := e.freshStance(screens)
	if last, ok := e.stances()[anyMap]; ok {
		f = last
	}
	if p := e.desk.places; p != nil {
		for _, w := range e.desk.windows {
			if r, ok := p.Of(w.win); ok && w != e && w.shown {
				taken = append(taken, r)
				f = w.stance(f) // a further window stands beside the others
			}
		}
	}
	if own, ok := e.stances()[path]; ok && path != anyMap {
		f = own
	}
	seat := seated(f.Pixels, screens, taken)
	if !f.Pixels.Empty() {
		f.Width *= float32(seat.Dx()) / float32(f.Pixels.Dx())
		f.Height *= float32(seat.Dy()) / float32(f.Pixels.Dy())
	}
	e.win.Resize(boundedSize(f.Width, f.Height))
	if d, ok := e.win.(desktop.Window); ok && !seat.Empty() {
		d.RequestPosition(max(seat.Min.X, 1), seat.Min.Y) // 0, 0 means anywhere
	}
}

// roomFor is what a desktop needs of a screen beside a window, in pixels: the title
// of the window and a panel.
const roomFor = 64

// freshStance is the size of a window that has none yet, somewhere: what suits a
// map, but no larger than the first screen as far as its scale is known by now.
func (e *editor) freshStance(screens []image.Rectangle) stance {
	f := stance{Width: 1440, Height: 900}
	if len(screens) > 0 {
		scale := max(e.app.Settings().Scale(), 0.1)
		f.Width = min(f.Width, float32(screens[0].Dx())/scale)
		f.Height = min(f.Height, float32(screens[0].Dy()-roomFor)/scale)
	}
	return f
}

// fitScreen makes a window that has just come onto the screen no larger than the
// screen: how many pixels it has is known only now.
func (e *editor) fitScreen() {
	if e.desk.places == nil {
		return
	}
	screens := e.desk.places.Screens()
	if len(screens) == 0 {
		return
	}
	size, scale := e.win.Canvas().Size(), e.win.Canvas().Scale()
	var most image.Point
	for _, s := range screens {
		most.X, most.Y = max(most.X, s.Max.X), max(most.Y, s.Max.Y)
	}
	if size.Width*scale > float32(most.X)+1 || size.Height*scale > float32(most.Y)+1 {
		e.win.Resize(fyne.NewSize(min(size.Width, float32(most.X)/scale), min(size.Height, float32(most.Y-roomFor)/scale)))
	}
}

// boundedSize is a size a window can be seen in.
func boundedSize(w, h float32) fyne.Size {
	return fyne.NewSize(min(max(w, 640), 6000), min(max(h, 420), 4000))
}

// What must be seen of the upper edge of a window to take hold of it, and how far
// a window stands beside another it would cover, in pixels.
const (
	gripWidth  = 160
	gripHeight = 24
	besides    = 32
)

// seated returns where a window is put that was at r: there, if it can be taken
// hold of on one of the screens, or else on the nearest one; and not exactly over
// one that is open. Without a place, or without screens, it returns r.
func seated(r image.Rectangle, screens, taken []image.Rectangle) image.Rectangle {
	if r.Empty() || len(screens) == 0 {
		return r
	}
	for range taken {
		if slices.ContainsFunc(taken, func(t image.Rectangle) bool { return near(t.Min, r.Min) }) {
			r = r.Add(image.Pt(besides, besides))
		}
	}
	if reachable(r, screens) {
		return r
	}
	s := nearest(r, screens)
	r.Max = r.Min.Add(image.Pt(min(r.Dx(), s.Dx()), min(r.Dy(), s.Dy())))
	return r.Add(image.Pt(
		min(max(r.Min.X, s.Min.X), s.Max.X-r.Dx())-r.Min.X,
		min(max(r.Min.Y, s.Min.Y), s.Max.Y-r.Dy())-r.Min.Y))
}

func near(a, b image.Point) bool {
	d := a.Sub(b)
	return max(d.X, -d.X, d.Y, -d.Y) < besides/2
}

// reachable reports whether a window at r can be taken hold of, and is no larger than
// all screens together.
func reachable(r image.Rectangle, screens []image.Rectangle) bool {
	var all image.Rectangle
	held := false
	grip := image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+min(gripHeight, r.Dy()))
	for _, s := range screens {
		all = all.Union(s)
		seen := grip.Intersect(s)
		held = held || seen.Dx() >= min(gripWidth, r.Dx()) && seen.Dy() == grip.Dy()
	}
	return held && r.Dx() <= all.Dx() && r.Dy() <= all.Dy()
}

// nearest returns the screen that shows most of r, or the one closest to it.
func nearest(r image.Rectangle, screens []image.Rectangle) image.Rectangle {
	best := screens[0]
	rank := func(s image.Rectangle) (area, away int) {
		o := r.Intersect(s)
		x := max(s.Min.X-r.Max.X, r.Min.X-s.Max.X, 0)
		y := max(s.Min.Y-r.Max.Y, r.Min.Y-s.Max.Y, 0)
		return o.Dx() * o.Dy(), x + y
	}
	for _, s := range screens[1:] {
		a, d := rank(s)
		if ba, bd := rank(best); a > ba || a == ba && d < bd {
			best = s
		}
	}
	return best
}
