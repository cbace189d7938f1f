package raster

import (
	"image"
	"math"

	"golang.org/x/image/draw"

	"touchline.app/canvas/scene"
)

// Image draws a picture, scaled smoothly to the rectangle.
func (p *Painter) Image(r scene.Rect, pic *scene.Picture) {
	x0, y0, x1, y1 := r.X*p.scale, r.Y*p.scale, r.Right()*p.scale, r.Bottom()*p.scale
	if pic == nil || pic.Image == nil || !(math.Abs(x0) < far && math.Abs(y0) < far && math.Abs(x1) < far && math.Abs(y1) < far) {
		return
	}
	to := image.Rect(whole(x0), whole(y0), whole(x1), whole(y1))
	if to.Empty() || !to.Overlaps(p.clip) {
		return
	}
	dst := p.dst.SubImage(p.clip.Sub(p.off)).(*image.RGBA)
	draw.ApproxBiLinear.Scale(dst, to.Sub(p.off), pic.Image, pic.Image.Bounds(), draw.Over, nil)
}
