package kit

import (
	"math"

	"fyne.io/fyne/v2"
)

// Flow sets its objects one beside the other from where texts begin, in as many lines
// as the width asks for. What it asks for goes by the width it had last.
type Flow struct {
	Gap   float32
	Wants func() // the lines do not fit the height any more; nil: nobody can change that

	width, asked float32 // the last one; the height that was asked for by it
}

// lay calls put with the place of each object that is seen, and returns the height of
// all lines at a width.
func (l *Flow) lay(os []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y float32, size fyne.Size)) float32 {
	var x, y, high float32
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y, high = 0, y+high+l.Gap, 0
		}
		put(o, x, y, m)
		x, high = x+m.Width+l.Gap, max(high, m.Height)
	}
	return y + high
}

// Layout implements fyne.Layout.
func (l *Flow) Layout(os []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	high := l.lay(os, s.Width, func(o fyne.CanvasObject, x, y float32, m fyne.Size) {
		o.Resize(m)
		o.Move(fyne.NewPos(Across(x, m.Width, s.Width), y))
	})
	if l.Wants != nil && high != l.asked && math.Abs(float64(high-s.Height)) > 0.5 {
		l.asked = high
		l.Wants()
	}
}

// MinSize implements fyne.Layout.
func (l *Flow) MinSize(os []fyne.CanvasObject) fyne.Size {
	var widest float32
	width := l.width
	if width <= 0 {
		width = math.MaxFloat32
	}
	high := l.lay(os, width, func(_ fyne.CanvasObject, _, _ float32, m fyne.Size) { widest = max(widest, m.Width) })
	return fyne.NewSize(widest, high)
}
