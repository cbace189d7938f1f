// Package png writes a scene as a PNG file.
//
//	err := png.Write(file, s, png.Options{DPI: 300})
//
// The picture is drawn, packed and compressed in stripes on all cores, so that
// a map of any length needs the memory of a few stripes only. The same scene
// and options give the same bytes on any number of cores. Picture gives a part of
// a scene as an image instead. The package knows nothing of maps and of file names.
package png

import (
	"context"
	"fmt"
	"image"
	"io"
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/export/embed"
	"touchline.app/journey/phrase"
)

// Options say how large the picture is, how it is drawn and what it carries.
// Nothing of it need be given.
type Options struct {
	Scale float64     // pixels a point; 0 is 1
	DPI   int         // pixels an inch; when above 0 it takes the place of Scale
	Fit   image.Point // pixels; when above 0 the picture is as large as fits in, whatever Scale and DPI

	// Transparent leaves the paper out: what the map does not cover shows what
	// the picture is laid over.
	Transparent bool

	Title string // noted in the file; empty notes none
	Map   []byte // the encoded map the file carries, see package embed; nil carries none

	// Context stops the work between two stripes when it is done; nil never does.
	Context context.Context
	// Progress is told after each stripe how many of all are done, by the
	// goroutine that called Write; nil is told nothing.
	Progress func(done, total int)
}

// MaxPixels is the most pixels a picture may have.
const MaxPixels = 2_000_000_000

// ErrSize means that a picture would be too large, or have no size at all.
var ErrSize = phrase.New("size out of range")

// Write writes the whole scene to w as a picture of eight bits a channel, its
// resolution noted (pHYs). Errors of w and of the context come back wrapped;
// ErrSize wrapped says that the scale does not do. Something may have been written
// when it returns an error, but never when the error is ErrSize.
func Write(w io.Writer, s *scene.Scene, o Options) error {
	scale, err := o.scale(s)
	if err != nil {
		return err
	}
	width, height, err := size(s, scale)
	if err != nil {
		return err
	}
	f := file{w: w}
	f.header(width, height, o.Transparent)
	f.resolution(scale)
	if o.Title != "" {
		f.text("Title", o.Title)
	}
	if o.Map != nil {
		f.write(embed.PNGChunk(o.Map))
	}
	f.pixels(newPress(s, width, height, scale, o.Transparent), o)
	f.chunk("IEND", nil)
	if f.err != nil {
		return fmt.Errorf("write png: %w", f.err)
	}
	return nil
}

// scale returns the pixels a point.
func (o Options) scale(s *scene.Scene) (float64, error) {
	scale := o.Scale
	switch {
	case o.Fit.X > 0 && o.Fit.Y > 0 && s.Size.X > 0 && s.Size.Y > 0:
		scale = min(float64(o.Fit.X)/s.Size.X, float64(o.Fit.Y)/s.Size.Y)
	case o.DPI != 0:
		scale = float64(o.DPI) / 72
	case scale == 0:
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
		return 0, 0, phrase.Errorf("a picture of %.0f x %.0f pixels is too large; choose a scale of %.2f (%d dpi) or less: %w",
			w, h, fit, int(fit*72), ErrSize)
	}
	return int(w), int(h), nil
}
