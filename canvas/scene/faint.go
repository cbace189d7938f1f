package scene

import "touchline.app/canvas/text"

// faintness is what is left of the colours of a faint node.
const faintness = 0.2

// faintMark tells the hash of a faint node from that of the same one in full.
const faintMark = 0x9e3779b97f4a7c15

// Faint returns the scene with those nodes drawn faintly that the function names,
// everything else and every place as it is. The scene itself stays.
func (s *Scene) Faint(is func(*Node) bool) *Scene {
	out := *s
	out.Nodes = make([]Node, len(s.Nodes))
	copy(out.Nodes, s.Nodes)
	for i := range out.Nodes {
		if n := &out.Nodes[i]; !n.faint && is(&s.Nodes[i]) {
			n.faint = true
			n.Hash ^= faintMark
		}
	}
	return &out
}

// fading draws with a part of each colour.
type fading struct{ Painter }

// Rect implements Painter.
func (f fading) Rect(r Rect, radius float64, fill Color) {
	f.Painter.Rect(r, radius, fill.Alpha(faintness))
}

// Fill implements Painter.
func (f fading) Fill(p Path, fill Color) { f.Painter.Fill(p, fill.Alpha(faintness)) }

// Stroke implements Painter.
func (f fading) Stroke(p Path, s Stroke) {
	s.Color = s.Color.Alpha(faintness)
	f.Painter.Stroke(p, s)
}

// Text implements Painter.
func (f fading) Text(l *text.Line, at Point, size float64, fill Color) {
	f.Painter.Text(l, at, size, fill.Alpha(faintness))
}

// Image implements Painter: a picture has no part of a colour, so its place is
// tinted.
func (f fading) Image(r Rect, _ *Picture) {
	f.Painter.Rect(r, 0, Color{128, 128, 128, 255}.Alpha(faintness))
}
