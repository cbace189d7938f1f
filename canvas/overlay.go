package canvas

import (
	"image"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey/edit"
)

// dropMark is where something would go: the place it takes on the map as it is
// tried, or else a bar on the map as it is.
func (b *Board) dropMark() scene.Rect {
	if b.trial.scene != nil && b.preview.Mark.W > 0 && !b.preview.Line {
		if len(b.selection) > 0 {
			if n := b.nodeOf(b.selection[0]); n != nil {
				return n.Bounds
			}
		}
		return scene.Rect{}
	}
	return b.preview.Mark
}

// showMark shows where something would go.
func (b *Board) showMark(r scene.Rect) {
	m := b.layers.mark
	if r.W <= 0 {
		m.Hide()
		return
	}
	pos, size := b.view.toBoard(r)
	if r.W > 4 && r.H > 4 { // a whole cell is framed, not filled
		m.FillColor, m.StrokeColor, m.StrokeWidth = rgba(b.scene.Theme.Accent.Alpha(0.12)), rgba(b.scene.Theme.Accent), 2
	} else {
		m.FillColor, m.StrokeWidth = rgba(b.scene.Theme.Accent), 0
		size.Width, size.Height = max(size.Width, 3), max(size.Height, 3)
	}
	m.Move(pos)
	m.Resize(size)
	m.Show()
	m.Refresh()
}

// showGhost carries the picture of a card under the hand.
func (b *Board) showGhost() {
	g := b.layers.ghost
	if b.preview.Card == (scene.Ref{}) {
		g.Hide()
		b.layers.carry.Hide()
		b.layers.ghostOf = scene.Ref{}
		return
	}
	if b.layers.ghostOf != b.preview.Card {
		n := b.ownNode(b.preview.Card)
		if n == nil {
			return
		}
		g.Image = b.picture(n)
		b.layers.ghostOf = b.preview.Card
		px := g.Image.Bounds()
		g.Resize(fyne.NewSize(float32(float64(px.Dx())/b.view.device), float32(float64(px.Dy())/b.view.device)))
		g.Refresh()
	}
	pos, size := b.view.toBoard(b.preview.Ghost)
	g.Move(pos)
	g.Show()
	b.layers.carry.Move(pos.SubtractXY(2, 2))
	b.layers.carry.Resize(size.AddWidthHeight(4, 4))
	b.layers.carry.Show()
	if b.preview.Count > 1 {
		b.tell(strconv.Itoa(b.preview.Count), pos.AddXY(size.Width+8, 2))
	}
}

// ownNode returns the node of a row on the map as it is, not as it is tried.
func (b *Board) ownNode(ref scene.Ref) *scene.Node {
	n, ok := b.scene.NodeOf(ref, roleOf[ref.Kind])
	if !ok {
		return nil
	}
	return n
}

// tell writes a word on a plate.
func (b *Board) tell(text string, at fyne.Position) {
	l := &b.layers
	l.label.Text = text
	size := l.label.MinSize()
	l.label.Move(at)
	l.label.Resize(size)
	l.plate.Move(at.SubtractXY(6, 3))
	l.plate.Resize(size.AddWidthHeight(12, 6))
	for _, o := range []fyne.CanvasObject{l.plate, l.label} {
		o.Show()
		o.Refresh()
	}
}

// tellBeside writes a word on a plate beside a point: before it where the view ends
// behind it, and never out of sight.
func (b *Board) tellBeside(text string, point fyne.Position, away float32) {
	b.layers.label.Text = text
	size := b.layers.label.MinSize()
	at := point.AddXY(away, -size.Height/2)
	w, h := float32(b.view.w)-plateEdge, float32(b.view.h)-plateEdge
	if at.X+size.Width > w {
		at.X = point.X - away - size.Width
	}
	at.X = max(min(at.X, w-size.Width), plateEdge)
	at.Y = max(min(at.Y, h-size.Height), plateEdge)
	b.tell(text, at)
}

// plateEdge is the room a plate needs between its word and the edge of the view.
const plateEdge = 8

// picture paints a node alone, at the scale of the view.
func (b *Board) picture(n *scene.Node) *image.RGBA {
	const most = 4096 // pixels
	k := b.view.scale()
	im := image.NewRGBA(image.Rect(0, 0, min(int(math.Ceil(n.Bounds.W*k))+1, most), min(int(math.Ceil(n.Bounds.H*k))+1, most)))
	p := b.tiles.own
	p.Reset(im, scene.Point{X: n.Bounds.X, Y: n.Bounds.Y}, k)
	ops := n.Ops()
	for i := range ops {
		ops[i].Paint(p)
	}
	return im
}

// showEmotion shows the points under the hand with what they are called.
func (b *Board) showEmotion() {
	l, f := &b.layers, b.preview.Feeling
	b.showCurve(f)
	if f.Ref == (scene.Ref{}) {
		l.point.Hide()
		l.other.Hide()
		if b.preview.Count < 2 {
			l.plate.Hide()
			l.label.Hide()
		}
		return
	}
	r := b.circle(l.point, f.Point)
	text := b.valence(f.Which, f.Valence)
	l.other.Hide()
	if f.Both {
		b.circle(l.other, f.Other)
		second := b.valence(edit.Expected+edit.Actual-f.Which, f.Second)
		if f.Which == edit.Actual {
			text, second = second, text
		}
		text += " → " + second
	}
	pos, _ := b.view.toBoard(scene.Rect{X: f.Point.X, Y: f.Point.Y})
	b.tellBeside(text, pos, r+8)
}

// showCurve draws the curves as they would be over a map that is too large to be
// laid out for each step.
func (b *Board) showCurve(f tool.Feeling) {
	img := b.layers.curve
	if f.Ref == (scene.Ref{}) || b.trial.scene != nil {
		img.Hide()
		return
	}
	first := map[edit.Which]scene.Role{edit.Expected: scene.RoleExpected, edit.Actual: scene.RoleActual}
	paths := []scene.Path{b.scene.CurveWith(f.Ref, first[f.Which], f.Point)}
	if f.Both {
		paths = append(paths, b.scene.CurveWith(f.Ref, first[edit.Expected+edit.Actual-f.Which], f.Other))
	}
	const line = 2.6
	var area scene.Rect
	for _, p := range paths {
		area = area.Union(p.Bounds().Inset(-line))
	}
	k := b.view.scale()
	w, h := int(math.Ceil(area.W*k)), int(math.Ceil(area.H*k))
	const most = 4096 // pixels
	if w <= 0 || h <= 0 || w > most || h > most {
		img.Hide()
		return
	}
	im := image.NewRGBA(image.Rect(0, 0, w, h))
	b.tiles.own.Reset(im, scene.Point{X: area.X, Y: area.Y}, k)
	for _, p := range paths {
		b.tiles.own.Stroke(p, scene.Stroke{Color: b.scene.Theme.Accent, Width: line})
	}
	img.Image = im
	pos, _ := b.view.toBoard(area)
	img.Move(pos)
	img.Resize(fyne.NewSize(float32(float64(w)/b.view.device), float32(float64(h)/b.view.device)))
	img.Show()
	img.Refresh()
}

// circle puts a point of a curve under the hand and returns its radius.
func (b *Board) circle(c *fynecanvas.Circle, at scene.Point) float32 {
	pos, _ := b.view.toBoard(scene.Rect{X: at.X, Y: at.Y})
	r := float32(max(7.5*b.view.zoom, 6))
	c.Move(pos.SubtractXY(r, r))
	c.Resize(fyne.NewSize(2*r, 2*r))
	c.Show()
	c.Refresh()
	return r
}

// showMarquee shows the rectangle that is being drawn around something.
func (b *Board) showMarquee() {
	m := b.layers.marquee
	if b.preview.Marquee.W <= 0 && b.preview.Marquee.H <= 0 {
		m.Hide()
		return
	}
	pos, size := b.view.toBoard(b.preview.Marquee)
	m.Move(pos)
	m.Resize(size)
	m.Show()
}

func (b *Board) valence(w edit.Which, v float64) string {
	if b.Valence != nil {
		return b.Valence(w, v)
	}
	return scene.Signed(v)
}

func contains(refs []scene.Ref, r scene.Ref) bool {
	for _, o := range refs {
		if o == r {
			return true
		}
	}
	return false
}
