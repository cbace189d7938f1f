package plane

import (
	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
)

// grip is the bar of a scrolled part while it is dragged.
type grip struct {
	down bool    // it goes up and down
	step float64 // how far a unit of the bar scrolls
}

// bars returns the bars of the sheet, each of no size where all is in sight.
func (s *Sheet) bars() (across, down scene.Rect) {
	room, full := s.room(), s.full()
	if full.X > room.W {
		w := max(room.W*room.W/full.X, 30)
		across = scene.Rect{X: room.X + (room.W-w)*s.off.X/(full.X-room.W), Y: room.Bottom() - 9, W: w, H: 5}
	}
	if full.Y > room.H {
		h := max(room.H*room.H/full.Y, 30)
		down = scene.Rect{X: room.Right() - 9, Y: room.Y + (room.H-h)*s.off.Y/(full.Y-room.H), W: 5, H: h}
	}
	return across, down
}

// gripAt returns the bar at a place, nil where there is none.
func (s *Sheet) gripAt(at scene.Point) *grip {
	const near = 5
	room, full := s.room(), s.full()
	across, down := s.bars()
	switch {
	case down.H > 0 && down.Inset(-near).Contains(at):
		return &grip{true, (full.Y - room.H) / max(room.H-down.H, 1)}
	case across.W > 0 && across.Inset(-near).Contains(at):
		return &grip{false, (full.X - room.W) / max(room.W-across.W, 1)}
	}
	return nil
}

// Dragged implements fyne.Draggable: a bar scrolls.
func (s *Sheet) Dragged(e *fyne.DragEvent) {
	if s.grip == nil {
		return
	}
	to, x := s.off, float64(e.Dragged.DX)
	if s.RTL() {
		x = -x
	}
	if s.grip.down {
		to.Y += float64(e.Dragged.DY) * s.grip.step
	} else {
		to.X += x * s.grip.step
	}
	s.scroll(to)
}

// DragEnd implements fyne.Draggable.
func (s *Sheet) DragEnd() { s.grip = nil }
