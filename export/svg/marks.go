package svg

import (
	"encoding/base64"
	"math"
	"net/url"

	"touchline.app/canvas/scene"
)

// op writes one mark; one that lies nowhere is left out.
func (d *drawing) op(o *scene.Op) {
	switch o.Kind {
	case scene.OpRect:
		d.rect(o.Rect, o.Radius, o.Color)
	case scene.OpFill:
		d.path(o.Path, paint("fill", o.Color), o.Color.A)
	case scene.OpStroke:
		d.stroke(o.Path, o.Stroke)
	case scene.OpText:
		if o.Line != nil && finite(o.At.X, o.At.Y, o.Size) && o.Size > 0 {
			d.line(o)
			d.links(o)
		}
	case scene.OpImage:
		d.image(o.Rect, o.Picture)
	}
}

func box(r scene.Rect) string {
	return attr("x", r.X) + attr("y", r.Y) + attr("width", r.W) + attr("height", r.H)
}

func drawable(r scene.Rect) bool { return finite(r.X, r.Y, r.W, r.H) && r.W > 0 && r.H > 0 }

func (d *drawing) rect(r scene.Rect, radius float64, c scene.Color) {
	if !drawable(r) || c.A == 0 {
		return
	}
	d.raw("<rect" + box(r))
	if radius = min(radius, r.W/2, r.H/2); radius > 0 {
		d.raw(attr("rx", radius))
	}
	d.raw(paint("fill", c) + "/>\n")
}

func (d *drawing) path(p scene.Path, attrs string, alpha uint8) {
	if alpha == 0 || len(p) == 0 {
		return
	}
	if c, r, ok := circle(p); ok {
		d.raw("<circle" + attr("cx", c.X) + attr("cy", c.Y) + attr("r", r) + attrs + "/>\n")
		return
	}
	b, ok := appendPath(d.buf[:0], p)
	if d.buf = b; !ok {
		return
	}
	d.raw(`<path d="`)
	_, _ = d.out.Write(b) // Flush says it
	d.raw(`"` + attrs + "/>\n")
}

// circle returns the middle and the radius of a path that is a circle.
func circle(p scene.Path) (c scene.Point, r float64, ok bool) {
	if len(p) != 6 || p[2].Op != scene.CubicTo {
		return c, 0, false
	}
	right, left := p[0].P[0], p[2].P[2]
	c, r = scene.Point{X: (right.X + left.X) / 2, Y: right.Y}, math.Abs(right.X-left.X)/2
	for i, s := range scene.Circle(c.X, c.Y, r) {
		if s.Op != p[i].Op {
			return c, 0, false
		}
		for k, q := range s.P {
			if !(math.Abs(q.X-p[i].P[k].X) < 1e-6 && math.Abs(q.Y-p[i].P[k].Y) < 1e-6) {
				return c, 0, false
			}
		}
	}
	return c, r, r > 0
}

// appendPath appends the data of a path, a letter only where the kind of step
// changes. It returns false where a point lies nowhere.
func appendPath(b []byte, p scene.Path) ([]byte, bool) {
	const letters = "MLCZ" // in the order of the kinds
	last := scene.Close
	for _, s := range p {
		n := [...]int{scene.MoveTo: 1, scene.LineTo: 1, scene.CubicTo: 3, scene.Close: 0}[s.Op]
		for i, q := range s.P[:n] {
			if !finite(q.X, q.Y) {
				return b, false
			}
			if i > 0 || s.Op == last {
				b = append(b, ' ')
			} else {
				b = append(b, letters[s.Op])
			}
			b = append(appendNumber(b, q.X), ' ')
			b = appendNumber(b, q.Y)
		}
		if last = s.Op; s.Op == scene.Close {
			b = append(b, 'Z')
		}
		if s.Op == scene.MoveTo {
			last = scene.Close // a second pair after M would be a line
		}
	}
	return b, true
}

func (d *drawing) stroke(p scene.Path, s scene.Stroke) {
	if !finite(s.Width) || s.Width <= 0 {
		return
	}
	attrs := ` fill="none"` + paint("stroke", s.Color)
	if s.Width != 1 {
		attrs += attr("stroke-width", s.Width)
	}
	if len(s.Dash) > 0 && finite(s.Dash...) {
		list := ""
		for _, v := range s.Dash {
			list += " " + number(max(v, 0))
		}
		attrs += ` stroke-dasharray="` + list[1:] + `"`
	}
	d.path(p, attrs, s.Color.A)
}

func (d *drawing) image(r scene.Rect, pic *scene.Picture) {
	if pic == nil || !drawable(r) || (pic.Format != "png" && pic.Format != "jpeg") {
		return
	}
	d.raw("<image" + box(r) + ` preserveAspectRatio="none" xlink:href="data:image/` + pic.Format + ";base64," +
		base64.StdEncoding.EncodeToString(pic.Data) + `"/>` + "\n")
}

// links lays an area that leads to the address over each address in a text.
func (d *drawing) links(o *scene.Op) {
	for _, l := range o.Links {
		u, err := url.Parse(l.URL)
		if err != nil || (u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto") {
			continue
		}
		r := o.TextRect()
		r.X, r.W = o.At.X+l.X0, l.X1-l.X0
		if !drawable(r) {
			continue
		}
		to := escape(u.String())
		d.raw(`<a xlink:href="` + to + `" aria-label="` + to + `"><rect` + box(r) + ` fill="none" pointer-events="all"/></a>` + "\n")
	}
}
