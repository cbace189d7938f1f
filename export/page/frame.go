package page

import (
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/journey/phrase"
)

// frame is the division of a sheet: head (accent and logo), body, foot.
type frame struct {
	size scene.Point
	head scene.Rect // of no height where there is nothing to show
	body scene.Rect
	foot scene.Rect // of no height without a footer
}

const (
	logoHeight = 14 * millimetre
	ruleHeight = 2.5  // of the accent
	headGap    = 6.0  // between logo or rule and body
	leastBody  = 72.0 // a sheet with less room than this in a direction is refused, points
)

// typeSize is the size of the texts of the furniture: larger on large sheets.
func typeSize(size scene.Point) float64 {
	return min(max(7*math.Sqrt(min(size.X, size.Y)/595), 7), 14)
}

// framed divides a sheet of a size.
func (p *setter) framed(size scene.Point) (frame, error) {
	f := frame{size: size, body: scene.Rect{W: size.X, H: size.Y}.Inset(p.Margin)}
	if h := p.headHeight(size); h > 0 {
		f.head = scene.Rect{X: f.body.X, Y: f.body.Y, W: f.body.W, H: h}
		f.body.Y, f.body.H = f.body.Y+h, f.body.H-h
	}
	if !p.NoFooter {
		h := typeSize(size) * 2
		f.foot = scene.Rect{X: f.body.X, Y: f.body.Bottom() - h, W: f.body.W, H: h}
		f.body.H -= h
	}
	if f.body.W < leastBody || f.body.H < leastBody {
		return frame{}, noRoom(p.Margin)
	}
	return f, nil
}

func noRoom(margin float64) error {
	return phrase.Errorf("margins of %.0f mm leave no room for the map; choose smaller ones or a larger paper", margin/millimetre)
}

func (p *setter) headHeight(size scene.Point) float64 {
	h := 0.0
	if p.Accent.A > 0 {
		h += ruleHeight + headGap
	}
	if p.Logo != nil {
		h += p.logo(size, p.logoMost).Y + headGap
	}
	return h
}

// logo returns the size of the logo on a sheet, at most so high and two fifths
// of the sheet wide.
func (p *setter) logo(size scene.Point, high float64) scene.Point {
	if p.Logo == nil || p.Logo.Image == nil {
		return scene.Point{}
	}
	b := p.Logo.Image.Bounds()
	if b.Dx() < 1 || b.Dy() < 1 {
		return scene.Point{}
	}
	h := min(high, size.Y*0.07)
	w := h * float64(b.Dx()) / float64(b.Dy())
	if most := (size.X - 2*p.Margin) * 0.4; w > most {
		w, h = most, h*most/w
	}
	return scene.Point{X: w, Y: h}
}

// heads draws accent and logo into the head of a frame.
func (p *setter) heads(f frame) []Part {
	if f.head.H <= 0 {
		return nil
	}
	pen := scene.NewPen(p.Scene.Fonts)
	y := f.head.Y
	if p.Accent.A > 0 {
		pen.Rect(scene.Rect{X: f.head.X, Y: y, W: f.head.W, H: ruleHeight}, 0, p.Accent)
		y += ruleHeight + headGap
	}
	if l := p.logo(f.size, p.logoMost); l.Y > 0 {
		x := f.head.Right() - l.X
		if p.s.RTL {
			x = f.head.X
		}
		pen.Image(scene.Rect{X: x, Y: y, W: l.X, H: l.Y}, p.Logo)
	}
	return []Part{p.furniture(pen, f.size, f.head)}
}

// furniture makes a part of marks placed on a sheet, cut to a rectangle of it.
func (p *setter) furniture(pen *scene.Pen, size scene.Point, r scene.Rect) Part {
	s := scene.New(size, p.Scene.Theme, []scene.Node{pen.Node(scene.RoleFooter, p.head())})
	s.RTL = p.s.RTL
	return Part{Scene: s, Window: r, At: scene.Point{X: r.X, Y: r.Y}, Scale: 1, Kind: Furniture}
}
