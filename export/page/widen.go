package page

import (
	"math"

	"touchline.app/canvas/scene"
)

// widen lays the map out anew with wider columns, so that it fills a body that
// is wider than the map is at the same height. A wider map is often less tall,
// so the width is sought in a few steps.
func (p *setter) widen(body scene.Rect) error {
	const (
		steps = 3
		worth = 1.01 // a difference in width that can be seen
	)
	for range steps {
		want := math.Sqrt(p.content.W * p.content.H * body.W / body.H)
		if !(want > p.content.W*worth) {
			return nil
		}
		o := p.Scene
		o.Width = p.s.Size.X + want - p.content.W
		if err := p.layOut(p.m, o); err != nil {
			return err
		}
		p.content = marked(p.s)
	}
	return nil
}
