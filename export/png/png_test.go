package png_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	stdpng "image/png"
	"io"
	"math"
	"runtime"
	"strings"
	"testing"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/export/exporttest"
	"touchline.app/export/png"
)

func write(t *testing.T, s *scene.Scene, o png.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Write(&b, s, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The file holds what the raster draws of the whole map at once.
func TestWriteIsTheRaster(t *testing.T) {
	s := exporttest.Large(12)
	for _, tc := range []struct {
		name  string
		o     png.Options
		scale float64
		ppm   uint32
	}{
		{"default", png.Options{}, 1, 2835},
		{"scale", png.Options{Scale: 1.7}, 1.7, 4819},
		{"dpi", png.Options{DPI: 150, Scale: 9}, 150.0 / 72, 5906},
		{"small", png.Options{Scale: 0.2}, 0.2, 567},
	} {
		t.Run(tc.name, func(t *testing.T) {
			b := write(t, s, tc.o)
			got, err := stdpng.Decode(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			size := image.Rect(0, 0, int(math.Ceil(s.Size.X*tc.scale)), int(math.Ceil(s.Size.Y*tc.scale)))
			if got.Bounds() != size {
				t.Fatalf("size %v, want %v", got.Bounds(), size)
			}
			want := image.NewRGBA(size)
			p := raster.New()
			p.Full = true
			raster.Tile(p, s, want, 0, 0, tc.scale)
			if !bytes.Equal(got.(*image.RGBA).Pix, want.Pix) {
				t.Error("pixels differ")
			}
			i := bytes.Index(b, []byte("pHYs"))
			if i < 0 || binary.BigEndian.Uint32(b[i+4:]) != tc.ppm || binary.BigEndian.Uint32(b[i+8:]) != tc.ppm || b[i+12] != 1 {
				t.Errorf("pHYs is %x, want %d pixels a metre", b[i+4:i+13], tc.ppm)
			}
		})
	}
}

func TestSameBytesOnAnyNumberOfCores(t *testing.T) {
	s := exporttest.Large(20)
	want := write(t, s, png.Options{Scale: 2})
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, n := range []int{1, 2, 5} {
		runtime.GOMAXPROCS(n)
		if !bytes.Equal(write(t, s, png.Options{Scale: 2}), want) {
			t.Errorf("bytes differ on %d cores", n)
		}
	}
}

func TestSizesThatDoNotDo(t *testing.T) {
	s := exporttest.Large(20)
	for _, tc := range []struct {
		name string
		s    *scene.Scene
		o    png.Options
		want string
	}{
		{"too many pixels", s, png.Options{Scale: 99}, "choose a scale of"},
		{"scale out of range", s, png.Options{Scale: 1e6}, "not between"},
		{"negative scale", s, png.Options{Scale: -1}, "not between"},
		{"no number", s, png.Options{Scale: math.NaN()}, "not between"},
		{"negative dpi", s, png.Options{DPI: -10}, "not between"},
		{"no size", &scene.Scene{}, png.Options{}, "no picture"},
		{"size is no number", &scene.Scene{Size: scene.Point{X: math.NaN(), Y: 4}}, png.Options{}, "no picture"},
		{"endless", &scene.Scene{Size: scene.Point{X: math.Inf(1), Y: 4}}, png.Options{}, "no picture"},
		{"too wide", &scene.Scene{Size: scene.Point{X: 1e10, Y: 0.1}}, png.Options{Scale: 10}, "too large"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var b bytes.Buffer
			err := png.Write(&b, tc.s, tc.o)
			if !errors.Is(err, png.ErrSize) || !strings.Contains(err.Error(), tc.want) || b.Len() > 0 {
				t.Errorf("error %v after %d bytes, want one that says %q before any", err, b.Len(), tc.want)
			}
		})
	}
}

// A picture of the largest scale that the refusal names is not refused.
func TestAdviceHolds(t *testing.T) {
	s := &scene.Scene{Size: scene.Point{X: 9000, Y: 5000}}
	err := png.Write(io.Discard, s, png.Options{Scale: 50})
	if err == nil || !strings.Contains(err.Error(), "choose a scale of 6.66 (479 dpi) or less") {
		t.Errorf("error %v", err)
	}
}

type full struct{ left int }

var errFull = errors.New("disk full")

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestErrorsOfTheWriterComeBack(t *testing.T) {
	s := exporttest.Large(30)
	for _, room := range []int{0, 10, 40, 2000, 60000} {
		if err := png.Write(&full{room}, s, png.Options{Scale: 2}); !errors.Is(err, errFull) {
			t.Errorf("with room for %d bytes: %v", room, err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, bc := range []struct {
		name        string
		touchpoints int
		o           png.Options
	}{{"300-touchpoints-2x", 300, png.Options{Scale: 2}}, {"30-touchpoints-300dpi", 30, png.Options{DPI: 300}}} {
		s := exporttest.Large(bc.touchpoints)
		b.Run(bc.name, func(b *testing.B) {
			var out countBytes
			for b.Loop() {
				out = 0
				if err := png.Write(&out, s, bc.o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(out)/1e6, "MB/file")
		})
	}
}

type countBytes int

func (c *countBytes) Write(b []byte) (int, error) {
	*c += countBytes(len(b))
	return len(b), nil
}
