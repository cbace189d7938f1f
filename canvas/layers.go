package canvas

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// mostOutlined is the number of selected things that get an outline of their own;
// those of more are drawn into the tiles.
const mostOutlined = 16

// layers are the objects of the board: the desk, the paper, the tiles and what
// lies over them.
type layers struct {
	desk               [4]*fynecanvas.Rectangle // beside the paper: a large rectangle under the tiles would be painted for nothing
	paper              *fynecanvas.Rectangle    // where tiles are still missing and there is no underlay yet
	small              *fynecanvas.Image        // the underlay: where tiles are still missing
	outlines           [mostOutlined]*fynecanvas.Rectangle
	hover, mark, carry *fynecanvas.Rectangle
	ring, marquee      *fynecanvas.Rectangle
	lit                *fynecanvas.Rectangle // the text that was looked for
	ghost, curve       *fynecanvas.Image
	point, other       *fynecanvas.Circle
	plate              *fynecanvas.Rectangle
	label              *fynecanvas.Text
	handles            handles
	ghostOf            scene.Ref
	tinted             string // name of the theme whose colours they have
	objects            []fyne.CanvasObject
	under              int // objects without the entry of a text, which lies on top
}

func newLayers(tiles *tiles) layers {
	box := func(width float32) *fynecanvas.Rectangle {
		r := fynecanvas.NewRectangle(color.Transparent)
		r.StrokeWidth, r.CornerRadius = width, 6
		r.Hide()
		return r
	}
	l := layers{
		paper: box(0), small: tiles.under.image,
		hover: box(1), mark: box(0), carry: box(2), ghost: &fynecanvas.Image{ScaleMode: fynecanvas.ImageScaleFastest},
		ring: box(1.5), lit: box(1.5), marquee: box(1), other: fynecanvas.NewCircle(color.White),
		point: fynecanvas.NewCircle(color.White), plate: box(0), label: fynecanvas.NewText("", color.White),
	}
	l.curve = &fynecanvas.Image{ScaleMode: fynecanvas.ImageScaleFastest}
	l.ghost.Hide()
	l.curve.Hide()
	for _, c := range []*fynecanvas.Circle{l.point, l.other} {
		c.Hide()
		c.StrokeWidth = 2
	}
	l.ring.CornerRadius, l.marquee.CornerRadius = 9, 0
	l.label.TextSize, l.label.TextStyle.Bold = 13, true
	l.label.Hide()
	l.mark.CornerRadius = 1
	l.paper.CornerRadius = 0
	for i := range l.desk {
		l.desk[i] = box(0)
		l.desk[i].CornerRadius = 0
		l.objects = append(l.objects, l.desk[i])
	}
	l.objects = append(l.objects, l.paper, l.small, tiles.box, l.hover, l.lit)
	for i := range l.outlines {
		l.outlines[i] = box(2)
		l.objects = append(l.objects, l.outlines[i])
	}
	l.handles = newHandles()
	l.objects = append(l.objects, l.handles.objects()...)
	l.objects = append(l.objects, l.ring, l.mark, l.ghost, l.carry, l.marquee, l.curve, l.other, l.point, l.plate, l.label)
	l.under = len(l.objects)
	return l
}

// desktop puts the entry of a text on top of all, or takes it away.
func (l *layers) desktop(entry fyne.CanvasObject) {
	l.objects = l.objects[:l.under:l.under]
	if entry != nil {
		l.objects = append(l.objects, entry)
	}
}

// tint gives the overlays the colours of a theme.
func (l *layers) tint(t scene.Theme) {
	l.ghostOf = scene.Ref{}
	if l.tinted == t.Name {
		return
	}
	l.tinted = t.Name
	accent := rgba(t.Accent)
	for _, o := range append(l.outlines[:], l.carry) {
		o.StrokeColor = accent
	}
	l.lit.StrokeColor, l.lit.FillColor = accent, rgba(t.Accent.Alpha(0.16))
	l.hover.StrokeColor = rgba(t.Accent.Alpha(0.5))
	l.mark.FillColor, l.point.StrokeColor, l.point.FillColor = accent, accent, rgba(t.Page)
	l.other.StrokeColor, l.other.FillColor = accent, rgba(t.Page)
	l.ring.StrokeColor, l.marquee.StrokeColor, l.marquee.FillColor = accent, accent, rgba(t.Accent.Alpha(0.08))
	l.plate.FillColor, l.label.Color = rgba(t.Ink), rgba(t.Page)
	l.paper.FillColor = rgba(t.Page)
	l.handles.tint(t)
	for _, d := range l.desk {
		d.FillColor = rgba(t.Desk)
	}
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
	chosen := b.chosen()
	for i, o := range l.outlines {
		n := (*scene.Node)(nil)
		if i < len(chosen) && len(chosen) <= mostOutlined {
			n = b.nodeOf(chosen[i])
		}
		b.frameNode(o, n)
	}
	n := (*scene.Node)(nil)
	if b.hover != (scene.Ref{}) && !b.machine.Busy() && !contains(b.selection, b.hover) {
		n = b.nodeOf(b.hover)
	}
	b.frameNode(l.hover, n)
	b.showHighlight()
	b.showHandles()
	b.showMark(b.dropMark())
	b.showGhost()
	b.showEmotion()
	b.showMarquee()
	b.showCursor()
	b.placeEntry()
}

// placePaper lays the desk around the sheet, and the sheet itself, small or bare, while
// tiles are missing.
func (b *Board) placePaper() {
	l := &b.layers
	w, h := float32(b.view.w), float32(b.view.h)
	pos, size := b.view.toBoard(scene.Rect{W: b.scene.Size.X, H: b.scene.Size.Y})
	clamp := func(v, most float32) float32 { return min(max(v, 0), most) }
	x0, y0, x1, y1 := clamp(pos.X, w), clamp(pos.Y, h), clamp(pos.X+size.Width, w), clamp(pos.Y+size.Height, h)
	lay(l.desk[0], 0, 0, w, y0)
	lay(l.desk[1], 0, y1, w, h)
	over := max(y0-1, 0) // the four overlap by a pixel, or a seam shows between them
	lay(l.desk[2], 0, over, x0, min(y1+1, h))
	lay(l.desk[3], x1, over, w, min(y1+1, h))
	bare, blurred := !b.tiles.covered(), b.tiles.under.of
	if blurred != nil && blurred.Theme.Name != b.scene.Theme.Name {
		blurred = nil
	}
	if bare && blurred != nil {
		at, zoom := b.view.origin, b.view.zoom // not clamped as by toBoard: it would be bent
		lay(l.small, float32(-at.X*zoom), float32(-at.Y*zoom), float32((blurred.Size.X-at.X)*zoom), float32((blurred.Size.Y-at.Y)*zoom))
	} else {
		l.small.Hide()
	}
	if bare && (blurred == nil || blurred.Size != b.tiles.scene.Size) {
		lay(l.paper, x0, y0, x1, y1)
	} else {
		l.paper.Hide()
	}
}

// lay makes an object reach from one corner to the other, and hides it where
// nothing lies between them.
func lay(r fyne.CanvasObject, x0, y0, x1, y1 float32) {
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
	journey.KindHead: scene.RoleHeader, journey.KindPromise: scene.RolePromise,
}

// nodeOf returns the node that stands for a row, nil where there is none. A pan
// asks for the same few in each frame, so they are looked up once.
func (b *Board) nodeOf(ref scene.Ref) *scene.Node {
	if n, ok := b.nodes[ref]; ok {
		return n
	}
	var found *scene.Node
	if role, ok := roleOf[ref.Kind]; ok {
		if n, ok := b.drawn().NodeOf(ref, role); ok {
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
