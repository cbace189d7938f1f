package canvas

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// mostOutlined is the number of selected things that get an outline of their own.
const mostOutlined = 16

// layers are the objects of the board: the desk, the paper, the tiles and what
// lies over them.
type layers struct {
	desk               [4]*fynecanvas.Rectangle // beside the paper: a large rectangle under the tiles would be painted for nothing
	paper              *fynecanvas.Rectangle    // where tiles are still missing
	outlines           [mostOutlined]*fynecanvas.Rectangle
	hover, mark, carry *fynecanvas.Rectangle
	ghost              *fynecanvas.Image
	point              *fynecanvas.Circle
	plate              *fynecanvas.Rectangle
	label              *fynecanvas.Text
	ghostOf            scene.Ref
	objects            []fyne.CanvasObject
}

func newLayers(tiles *fyne.Container) layers {
	box := func(width float32) *fynecanvas.Rectangle {
		r := fynecanvas.NewRectangle(color.Transparent)
		r.StrokeWidth, r.CornerRadius = width, 6
		r.Hide()
		return r
	}
	l := layers{
		paper: box(0),
		hover: box(1), mark: box(0), carry: box(2), ghost: &fynecanvas.Image{ScaleMode: fynecanvas.ImageScaleFastest},
		point: fynecanvas.NewCircle(color.White), plate: box(0), label: fynecanvas.NewText("", color.White),
	}
	l.ghost.Hide()
	l.point.Hide()
	l.point.StrokeWidth = 2
	l.label.TextSize, l.label.TextStyle.Bold = 13, true
	l.label.Hide()
	l.mark.CornerRadius = 1
	l.paper.CornerRadius = 0
	for i := range l.desk {
		l.desk[i] = box(0)
		l.desk[i].CornerRadius = 0
		l.objects = append(l.objects, l.desk[i])
	}
	l.objects = append(l.objects, l.paper, tiles, l.hover)
	for i := range l.outlines {
		l.outlines[i] = box(2)
		l.objects = append(l.objects, l.outlines[i])
	}
	l.objects = append(l.objects, l.mark, l.ghost, l.carry, l.point, l.plate, l.label)
	return l
}

// tint gives the overlays the colours of a theme.
func (l *layers) tint(t scene.Theme) {
	accent := rgba(t.Accent)
	for _, o := range append(l.outlines[:], l.carry) {
		o.StrokeColor = accent
	}
	l.hover.StrokeColor = rgba(t.Accent.Alpha(0.5))
	l.mark.FillColor, l.point.StrokeColor, l.point.FillColor = accent, accent, rgba(t.Page)
	l.plate.FillColor, l.label.Color = rgba(t.Ink), rgba(t.Page)
	l.paper.FillColor = rgba(t.Page)
	for _, d := range l.desk {
		d.FillColor = rgba(t.Desk)
	}
	l.ghostOf = scene.Ref{}
	for _, o := range l.objects {
		if r, ok := o.(*fynecanvas.Rectangle); ok {
			r.Refresh()
		}
	}
}

// decorate places paper and overlays by selection, hover and preview.
func (b *Board) decorate() {
	if b.scene == nil || b.view.w <= 0 {
		return
	}
	l := &b.layers
	b.placePaper()
	for i, o := range l.outlines {
		n := (*scene.Node)(nil)
		if i < len(b.selection) {
			n = b.nodeOf(b.selection[i])
		}
		b.frameNode(o, n)
	}
	n := (*scene.Node)(nil)
	if b.hover != (scene.Ref{}) && !b.machine.Busy() && !contains(b.selection, b.hover) {
		n = b.nodeOf(b.hover)
	}
	b.frameNode(l.hover, n)
	b.showMark(b.preview.Mark)
	b.showGhost()
	b.showEmotion()
}

// placePaper lays the desk around the sheet, and the sheet itself while tiles
// are missing.
func (b *Board) placePaper() {
	l := &b.layers
	w, h := float32(b.view.w), float32(b.view.h)
	pos, size := b.view.toBoard(scene.Rect{W: b.scene.Size.X, H: b.scene.Size.Y})
	clamp := func(v, most float32) float32 { return min(max(v, 0), most) }
	x0, y0, x1, y1 := clamp(pos.X, w), clamp(pos.Y, h), clamp(pos.X+size.Width, w), clamp(pos.Y+size.Height, h)
	lay(l.desk[0], 0, 0, w, y0)
	lay(l.desk[1], 0, y1, w, h)
	lay(l.desk[2], 0, y0, x0, y1)
	lay(l.desk[3], x1, y0, w, y1)
	if b.tiles.whole() {
		l.paper.Hide()
		return
	}
	lay(l.paper, x0, y0, x1, y1)
}

// lay makes a rectangle reach from one corner to the other, and hides it where
// nothing lies between them.
func lay(r *fynecanvas.Rectangle, x0, y0, x1, y1 float32) {
	if x1 <= x0 || y1 <= y0 {
		r.Hide()
		return
	}
	r.Move(fyne.NewPos(x0, y0))
	r.Resize(fyne.NewSize(x1-x0, y1-y0))
	r.Show()
}

// roleOf says which node stands for a row: a touchpoint's card and not its
// points, a stage's chevron and not its goal.
var roleOf = map[journey.Kind]scene.Role{
	journey.KindTouchpoint: scene.RoleTouchpoint, journey.KindStage: scene.RoleStage,
	journey.KindLane: scene.RoleLane, journey.KindPersona: scene.RolePersona, journey.KindPainPoint: scene.RolePainPoint,
	journey.KindOpportunity: scene.RoleOpportunity, journey.KindMetric: scene.RoleMetric, journey.KindNote: scene.RoleCell,
	journey.KindHead: scene.RoleHeader,
}

// nodeOf returns the node that stands for a row, nil where there is none. A pan
// asks for the same few in each frame, so they are looked up once.
func (b *Board) nodeOf(ref scene.Ref) *scene.Node {
	if n, ok := b.nodes[ref]; ok {
		return n
	}
	var found *scene.Node
	if role, ok := roleOf[ref.Kind]; ok {
		if n, ok := b.scene.NodeOf(ref, role); ok {
			found = n
		}
	}
	b.nodes[ref] = found
	return found
}

func (b *Board) frameNode(o *fynecanvas.Rectangle, n *scene.Node) {
	if n == nil {
		o.Hide()
		return
	}
	pos, size := b.view.toBoard(n.Bounds)
	o.Move(pos.SubtractXY(3, 3))
	o.Resize(size.AddWidthHeight(6, 6))
	o.Show()
}

func (b *Board) showMark(r scene.Rect) {
	m := b.layers.mark
	if r.W <= 0 {
		m.Hide()
		return
	}
	pos, size := b.view.toBoard(r)
	if r.W > 4 { // a whole cell is framed, not filled
		m.FillColor, m.StrokeColor, m.StrokeWidth = rgba(b.scene.Theme.Accent.Alpha(0.12)), rgba(b.scene.Theme.Accent), 2
	} else {
		m.FillColor, m.StrokeWidth = rgba(b.scene.Theme.Accent), 0
		size.Width = max(size.Width, 3)
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
		n := b.nodeOf(b.preview.Card)
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
}

// picture paints a node alone, at the scale of the view.
func (b *Board) picture(n *scene.Node) *image.RGBA {
	const most = 4096 // pixels
	k := b.view.scale()
	im := image.NewRGBA(image.Rect(0, 0, min(int(math.Ceil(n.Bounds.W*k))+1, most), min(int(math.Ceil(n.Bounds.H*k))+1, most)))
	p := b.tiles.own
	p.Reset(im, scene.Point{X: n.Bounds.X, Y: n.Bounds.Y}, k)
	for i := range n.Ops {
		n.Ops[i].Paint(p)
	}
	return im
}

// showEmotion shows the point under the hand with its value.
func (b *Board) showEmotion() {
	l := &b.layers
	if b.preview.Feeling.Ref == (scene.Ref{}) {
		l.point.Hide()
		l.plate.Hide()
		l.label.Hide()
		return
	}
	c := b.preview.Feeling.Point
	pos, _ := b.view.toBoard(scene.Rect{X: c.X, Y: c.Y})
	r := float32(max(7.5*b.view.zoom, 6))
	l.point.Move(pos.SubtractXY(r, r))
	l.point.Resize(fyne.NewSize(2*r, 2*r))
	l.label.Text = b.valence(b.preview.Feeling.Which, b.preview.Feeling.Valence)
	size := l.label.MinSize()
	at := pos.AddXY(r+8, -size.Height/2)
	l.label.Move(at)
	l.label.Resize(size)
	l.plate.Move(at.SubtractXY(6, 3))
	l.plate.Resize(size.AddWidthHeight(12, 6))
	for _, o := range []fyne.CanvasObject{l.point, l.plate, l.label} {
		o.Show()
		o.Refresh()
	}
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
