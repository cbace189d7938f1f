package page

import (
	"slices"

	"touchline.app/canvas/scene"
)

// Flat returns the sheet as one scene, for an output that knows no sheets. Parts
// are not cut off at their windows: it is for sheets that show scenes whole.
func Flat(s Sheet) *scene.Scene {
	var nodes []scene.Node
	var theme scene.Theme
	for _, p := range s.Parts {
		theme = p.Scene.Theme
		for _, i := range p.Scene.Visible(p.Window) {
			if n := p.Scene.Nodes[i]; n.Role != scene.RolePage {
				nodes = append(nodes, p.place(n))
			}
		}
	}
	theme.Page = s.Paper
	return scene.New(s.Size, theme, nodes)
}

// place returns a node of the part's scene as it lies on the sheet.
func (p Part) place(n scene.Node) scene.Node {
	n.Bounds = p.rect(n.Bounds)
	ops := slices.Clone(n.Ops())
	for i := range ops {
		o := &ops[i]
		o.Rect, o.Radius = p.rect(o.Rect), o.Radius*p.Scale
		o.At, o.Size = p.point(o.At), o.Size*p.Scale
		o.Path = slices.Clone(o.Path)
		for k := range o.Path {
			for j := range o.Path[k].P {
				o.Path[k].P[j] = p.point(o.Path[k].P[j])
			}
		}
		o.Stroke.Width *= p.Scale
		o.Stroke.Dash = slices.Clone(o.Stroke.Dash)
		for k := range o.Stroke.Dash {
			o.Stroke.Dash[k] *= p.Scale
		}
		o.Links = slices.Clone(o.Links)
		for k := range o.Links {
			o.Links[k].X0, o.Links[k].X1 = o.Links[k].X0*p.Scale, o.Links[k].X1*p.Scale
		}
	}
	return n.With(ops)
}

func (p Part) point(q scene.Point) scene.Point {
	return scene.Point{X: p.At.X + (q.X-p.Window.X)*p.Scale, Y: p.At.Y + (q.Y-p.Window.Y)*p.Scale}
}

func (p Part) rect(r scene.Rect) scene.Rect {
	at := p.point(scene.Point{X: r.X, Y: r.Y})
	return scene.Rect{X: at.X, Y: at.Y, W: r.W * p.Scale, H: r.H * p.Scale}
}
