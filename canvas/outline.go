package canvas

import (
	"image"
	"slices"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
)

// chosen is what is shown as selected: the selection, or what a marquee holds.
func (b *Board) chosen() []scene.Ref {
	if b.preview.Marquee == (scene.Rect{}) || b.scene == nil {
		return b.selection
	}
	return tool.Within(b.scene, b.preview.Marquee)
}

// marks returns the places of what is selected where that is too much for
// outlines of their own.
func (b *Board) marks() []scene.Rect {
	chosen := b.chosen()
	if len(chosen) <= mostOutlined || b.scene == nil {
		return nil
	}
	in := make(map[scene.Ref]bool, len(chosen))
	for _, r := range chosen {
		in[r] = true
	}
	var out []scene.Rect
	s := b.drawn()
	for i := range s.Nodes {
		if n := &s.Nodes[i]; in[n.Ref] && roleOf[n.Ref.Kind] == n.Role {
			out = append(out, n.Bounds)
		}
	}
	return out
}

// mark draws the outlines of many selected things, where they changed.
func (b *Board) mark() {
	if marks := b.marks(); b.tiles.outline(marks) && b.view.w > 0 {
		b.place()
	}
}

// outline has the tiles draw outlines around these places, and reports whether
// that is a change. The list is not changed afterwards.
func (t *tiles) outline(marks []scene.Rect) bool {
	if slices.Equal(marks, t.marks) {
		return false
	}
	for _, r := range append(slices.Clone(t.marks), marks...) {
		t.each(r.Inset(-markReach/max(t.scale, 0.01)), func(k tileKey) {
			if x := t.have[k]; x != nil {
				x.stale = wholly
			}
		})
	}
	t.marks = marks
	t.gen.Add(1)
	clear(t.asked)
	return true
}

// markReach is how far an outline lies from what it is around, device pixels.
const markReach = 6.0

// draw paints a part of a tile of a scene and the outlines in it.
func draw(p *raster.Painter, s *scene.Scene, marks []scene.Rect, k tileKey, im *image.RGBA, part image.Rectangle, scale float64) {
	raster.Part(p, s, im, k.x*tileSize, k.y*tileSize, scale, part)
	px := 1 / scale
	area := scene.Rect{X: float64(k.x*tileSize) * px, Y: float64(k.y*tileSize) * px, W: tileSize * px, H: tileSize * px}
	for _, r := range marks {
		if r = r.Inset(-3 * px); r.Inset(-markReach * px).Overlaps(area) {
			p.Stroke(scene.Rounded(r, 6*px), scene.Stroke{Color: s.Theme.Accent, Width: 2 * px})
		}
	}
}
