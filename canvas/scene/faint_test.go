package scene_test

import (
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// inks is a painter that keeps the strongest alpha it is given.
type inks struct{ most uint8 }

func (p *inks) note(c scene.Color)                                         { p.most = max(p.most, c.A) }
func (p *inks) Rect(_ scene.Rect, _ float64, c scene.Color)                { p.note(c) }
func (p *inks) Fill(_ scene.Path, c scene.Color)                           { p.note(c) }
func (p *inks) Stroke(_ scene.Path, s scene.Stroke)                        { p.note(s.Color) }
func (p *inks) Image(scene.Rect, *scene.Picture)                           { p.most = 255 }
func (p *inks) Text(_ *text.Line, _ scene.Point, _ float64, c scene.Color) { p.note(c) }

func TestFaintNodesAreDrawnFaintlyAndDifferInTheirHash(t *testing.T) {
	pen := scene.NewPen(text.Embedded())
	pen.Rect(scene.Rect{W: 10, H: 10}, 2, scene.Color{A: 255})
	pen.One("word", scene.Font{Size: 8, Lead: 10}, 0, 0, scene.Color{A: 255})
	n := pen.Node(scene.RoleTouchpoint, scene.Ref{ID: "a"})
	s := scene.New(scene.Point{X: 20, Y: 20}, scene.Light(), []scene.Node{n})
	faint := s.Faint(func(*scene.Node) bool { return true })
	for name, c := range map[string]struct {
		s    *scene.Scene
		most uint8
	}{
		"as it is": {s, 255}, "faint": {faint, 51}, "faint twice": {faint.Faint(func(*scene.Node) bool { return true }), 51},
		"none named": {s.Faint(func(*scene.Node) bool { return false }), 255},
	} {
		var p inks
		c.s.Paint(&p, scene.Rect{})
		if p.most != c.most {
			t.Errorf("%s: drawn with an alpha of %d, want %d", name, p.most, c.most)
		}
		if same := c.s.Nodes[0].Hash == s.Nodes[0].Hash; same != (c.most == 255) {
			t.Errorf("%s: the hash is the same: %v", name, same)
		}
	}
}
