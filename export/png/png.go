// Package png writes a scene as a PNG file.
//
//	err := png.Write(file, s, png.Options{DPI: 300})
//
// The picture is drawn, packed and compressed in stripes on all cores, so that
// a map of any length needs the memory of a few stripes only. The same scene
// and options give the same bytes on any number of cores. The package knows
// nothing of maps and of file names.
package png

import (
	"errors"
	"fmt"
	"io"
	"math"

	"touchline.app/canvas/scene"
)

// Options say how large the picture is.
type Options struct {
	Scale float64 // pixels a point; 0 is 1
	DPI   int     // pixels an inch; when above 0 it takes the place of Scale
}

// MaxPixels is the most pixels a picture may have.
const MaxPixels = 2_000_000_000

// ErrSize means that a picture would be too large, or have no size at all.
var ErrSize = errors.New("size out of range")

// Write writes the whole scene to w as an opaque picture of eight bits a
// channel, its resolution noted (pHYs). Errors of w come back wrapped; ErrSize
// wrapped says that the scale does not do. Something may have been written when
// it returns an error, but never when the error is ErrSize.
func Write(w io.Writer, s *scene.Scene, o Options) error {
	scale, err := o.scale()
	if err != nil {
		return err
	}
	width, height, err := size(s, scale)
	if err != nil {
		return err
	}
	f := file{w: w}
	f.header(width, height)
	f.resolution(scale)
	f.pixels(s, width, height, scale)
	f.chunk("IEND", nil)
	if f.err != nil {
		return fmt.Errorf("write png: %w", f.err)
	}
	return nil
}

// scale returns the pixels a point.
func (o Options) scale() (float64, error) {
	scale := o.Scale
	if o.DPI != 0 {
		scale = float64(o.DPI) / 72
	} else if scale == 0 {
		scale = 1
	}
	if !(scale >= 0.01 && scale <= 100) {
		return 0, fmt.Errorf("a scale of %g pixels a point is not between 0.01 and 100: %w", scale, ErrSize)
	}
	return scale, nil
}

// size returns the pixels of the picture, the last ones perhaps covered in part.
func size(s *scene.Scene, scale float64) (width, height int, err error) {
	w, h := math.Ceil(s.Size.X*scale-1e-6), math.Ceil(s.Size.Y*scale-1e-6)
	if !(w >= 1 && h >= 1) || math.IsInf(w, 0) || math.IsInf(h, 0) {
		return 0, 0, fmt.Errorf("a map of %g x %g points has no picture: %w", s.Size.X, s.Size.Y, ErrSize)
	}
	if w*h > MaxPixels || w > math.MaxInt32 || h > math.MaxInt32 {
		fit := min(math.Sqrt(MaxPixels/(s.Size.X*s.Size.Y)), math.MaxInt32/max(s.Size.X, s.Size.Y))
		fit = math.Floor(fit*100) / 100
		return 0, 0, fmt.Errorf("a picture of %.0f x %.0f pixels is too large; choose a scale of %.2f (%d dpi) or less: %w",
			w, h, fit, int(fit*72), ErrSize)
	}
	return int(w), int(h), nil
}
