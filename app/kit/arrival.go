package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Landing is part of everything the keys can come to in a panel.
type Landing struct {
	arrived func(fyne.CanvasObject) // called when the keys come to it; may be nil
}

func (s *Landing) onArrival(f func(fyne.CanvasObject)) { s.arrived = f }

// arrive says that the keys came to o.
func (s *Landing) arrive(o fyne.CanvasObject) {
	if s.arrived != nil {
		s.arrived(o)
	}
}

// Follow scrolls a panel to whatever in it the keys come to.
func Follow(scroll *container.Scroll, os ...fyne.CanvasObject) {
	for _, o := range os {
		switch o := o.(type) {
		case *fyne.Container:
			Follow(scroll, o.Objects...)
		case *Plate:
			Follow(scroll, o.Content)
		case interface {
			onArrival(func(fyne.CanvasObject))
		}:
			o.onArrival(func(o fyne.CanvasObject) { ScrollTo(scroll, o) })
		}
	}
}

// scrollAir is how much is seen over and under what was scrolled to, in units.
const scrollAir = 24

// ScrollTo brings an object of a panel into view.
func ScrollTo(scroll *container.Scroll, o fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	y := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(scroll).Y
	over, under := y-scrollAir, y+o.Size().Height+scrollAir-scroll.Size().Height
	switch {
	case over < 0:
		scroll.ScrollToOffset(scroll.Offset.AddXY(0, over))
	case under > 0:
		scroll.ScrollToOffset(scroll.Offset.AddXY(0, under))
	}
}
