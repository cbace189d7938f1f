package png

import (
	"fmt"
	"image"
	"math"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/journey/phrase"
)

// MaxPicture is the most pixels an image in memory may have: 160 MB.
const MaxPicture = 40_000_000

// Picture draws a rectangle of a scene, at the given scale in pixels a point, into
// an image in memory: for the clipboard, a thumbnail, a preview. What of it lies
// beside the scene is left out. ErrSize wrapped says that nothing is left or that
// the image would be larger than MaxPicture.
func Picture(s *scene.Scene, r scene.Rect, scale float64) (*image.RGBA, error) {
	if !(scale >= 0.001 && scale <= 100) {
		return nil, fmt.Errorf("a scale of %g pixels a point is not between 0.001 and 100: %w", scale, ErrSize)
	}
	x0, y0 := max(r.X, 0)*scale, max(r.Y, 0)*scale
	x1, y1 := min(r.Right(), s.Size.X)*scale, min(r.Bottom(), s.Size.Y)*scale
	const dust = 1e-6 // differences below come from binary fractions
	x0, y0, x1, y1 = math.Floor(x0+dust), math.Floor(y0+dust), math.Ceil(x1-dust), math.Ceil(y1-dust)
	w, h := x1-x0, y1-y0
	if !(w >= 1 && h >= 1) {
		return nil, fmt.Errorf("nothing of the map lies there: %w", ErrSize)
	}
	if !(w*h <= MaxPicture) || !(x1 < math.MaxInt32 && y1 < math.MaxInt32) {
		return nil, phrase.Errorf("an image of %.0f x %.0f pixels is too large; choose a scale of %.2f or less: %w",
			w, h, math.Floor(scale*math.Sqrt(MaxPicture/(w*h))*100)/100, ErrSize)
	}
	img := image.NewRGBA(image.Rect(0, 0, int(w), int(h)))
	p := raster.New()
	p.Full = true
	raster.Tile(p, s, img, int(x0), int(y0), scale)
	return img, nil
}
