package raster

import (
	"testing"

	"touchline.app/canvas/scene"
)

// Blending rounds as a division by 255 would, in every channel.
func TestOverIsExact(t *testing.T) {
	for c := range 256 {
		k := inkOf(scene.Color{R: uint8(c), G: uint8(255 - c), B: uint8(c / 2), A: 255})
		for a := range uint32(256) {
			for _, d := range []uint32{0, 1, 77, 128, 254, 255} {
				got := k.over(d|d<<8|d<<16|d<<24, a)
				for i, s := range []uint32{uint32(c), uint32(255 - c), uint32(c / 2), 255} {
					want := (2*(s*a+d*(255-a)) + 255) / 510
					if g := got >> (8 * i) & 255; g != want {
						t.Fatalf("%d over %d covering %d is %d in channel %d, want %d", s, d, a, g, i, want)
					}
				}
			}
		}
	}
	for a := range uint32(256) {
		for b := range uint32(256) {
			if got, want := times(a, b), (2*a*b+255)/510; got != want {
				t.Fatalf("%d times %d is %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestDashes(t *testing.T) {
	for _, tc := range []struct {
		name    string
		lengths []float64
		scale   float64
		period  float64
		marks   int
	}{
		{"none", nil, 1, 0, 0},
		{"pair", []float64{3, 2}, 2, 10, 1},
		{"odd is taken twice", []float64{3}, 1, 6, 1},
		{"three", []float64{3, 1, 2}, 1, 12, 3},
		{"too fine", []float64{3, 2}, 0.05, 0, 0},
		{"negative", []float64{3, -1}, 1, 0, 0},
		{"nothing", []float64{0, 0}, 1, 0, 0},
	} {
		if d := dashes(tc.lengths, tc.scale); d.period != tc.period || len(d.marks) != tc.marks {
			t.Errorf("%s: period %g with %d marks, want %g with %d", tc.name, d.period, len(d.marks), tc.period, tc.marks)
		}
	}
}

// A shape far to one side, or on all sides, covers what it should in a cell.
func TestCoverageBesideACell(t *testing.T) {
	for _, tc := range []struct {
		name string
		x, y float64 // upper left corner of a square of side 1000
		want byte
	}{{"around", -500, -500, 255}, {"left", -1200, -500, 0}, {"right", 1200, -500, 0}, {"above", -500, -1200, 0}, {"half", 4, -500, 0}} {
		p := New()
		p.shape.polygon([]scene.Point{{X: tc.x, Y: tc.y}, {X: tc.x + 1000, Y: tc.y}, {X: tc.x + 1000, Y: tc.y + 1000}, {X: tc.x, Y: tc.y + 1000}}, scene.Point{})
		m := p.rasterize(box{0, 0, 8, 8}.pixels())
		for i, a := range m.Pix {
			want := tc.want
			if tc.name == "half" && i%8 >= 4 {
				want = 255
			}
			if a != want {
				t.Fatalf("%s: pixel %d is %d, want %d", tc.name, i, a, want)
			}
		}
	}
}
