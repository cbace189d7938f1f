package page

import (
	"image"
	"math"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
)

// Draw paints a sheet into dst at a scale in pixels a point, the upper left
// corner of the sheet on that of dst: for a preview, or to compare sheets. The
// painter is one to draw with again and again.
func Draw(p *raster.Painter, s Sheet, dst *image.RGBA, scale float64) {
	if !(scale > 0) || math.IsInf(scale, 0) || dst.Rect.Empty() {
		return
	}
	raster.Tile(p, scene.New(s.Size, scene.Theme{Page: s.Paper}, nil), dst, 0, 0, scale)
	for _, part := range s.Parts {
		r := part.Rect()
		box := image.Rect(pixel(r.X*scale), pixel(r.Y*scale), pixel(r.Right()*scale), pixel(r.Bottom()*scale))
		seen := box.Add(dst.Rect.Min).Intersect(dst.Rect)
		if seen.Empty() {
			continue
		}
		k := part.Scale * scale
		x := (part.Window.X-part.At.X/part.Scale)*k + float64(seen.Min.X-dst.Rect.Min.X)
		y := (part.Window.Y-part.At.Y/part.Scale)*k + float64(seen.Min.Y-dst.Rect.Min.Y)
		raster.Tile(p, part.Scene, dst.SubImage(seen).(*image.RGBA), pixel(x), pixel(y), k)
	}
}

// pixel rounds to a whole pixel; what is no place at all becomes 0.
func pixel(v float64) int {
	if !(math.Abs(v) < 1e9) {
		return 0
	}
	return int(math.Floor(v + 0.5))
}
