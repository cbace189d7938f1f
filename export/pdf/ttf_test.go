package pdf

import (
	"bytes"
	"math"
	"testing"

	"github.com/go-text/typesetting/font"

	"touchline.app/canvas/text"
)

// A synthetic font read back has the shapes and widths of the font it is made of.
func TestTrueTypeReadBack(t *testing.T) {
	l := text.Embedded().Line("Ag fi x\u0323\u0302ô", text.Regular)
	fonts := &fontSet{faces: map[*text.Font]*typeface{}}
	var codes []glyphCode
	for i := range l.Runs {
		fonts.typeface(l.Runs[i].Font).walk(&l.Runs[i], false, func(_ float64, c glyphCode) { codes = append(codes, c) })
	}
	face := fonts.order[0]
	want := append([]shape(nil), face.subsets[0].shapes...)
	read, err := font.ParseTTF(bytes.NewReader(trueType("x", face.metrics, face.subsets[0].shapes)))
	if err != nil {
		t.Fatal(err)
	}
	if len(codes) == 0 || len(want) < 6 {
		t.Fatalf("%d codes, %d shapes", len(codes), len(want))
	}
	for _, s := range want {
		id, ok := read.NominalGlyph(rune(s.code))
		if !ok {
			t.Errorf("code %04X has no shape", s.code)
			continue
		}
		if got := read.HorizontalAdvance(id); got != float32(s.advance) {
			t.Errorf("code %04X is %g wide, want %d", s.code, got, s.advance)
		}
		o, _ := read.GlyphDataOutline(id)
		got, expected := extent(o.Segments), extent(s.segments)
		for i := range got {
			if math.Abs(got[i]-expected[i]) > 1 {
				t.Errorf("code %04X reaches %v, want %v", s.code, got, expected)
				break
			}
		}
	}
}

// extent returns the smallest and largest coordinates of the points on a shape.
func extent(segments []font.Segment) (e [4]float64) {
	for i, s := range segments {
		args := s.ArgsSlice()
		if len(args) == 0 {
			continue
		}
		p := args[len(args)-1]
		x, y := float64(p.X), float64(p.Y)
		if i == 0 {
			e = [4]float64{x, y, x, y}
		}
		e = [4]float64{min(e[0], x), min(e[1], y), max(e[2], x), max(e[3], y)}
	}
	return e
}

// Cubic curves, as in fonts with PostScript outlines, stay where they are.
func TestCubicBecomesQuadratic(t *testing.T) {
	p := func(x, y float32) font.SegmentPoint { return font.SegmentPoint{X: x, Y: y} }
	c := &contours{}
	c.add(p(0, 0), true)
	c.cubic(p(0, 0), p(0, 552), p(448, 1000), p(1000, 1000))
	if n := len(c.points); n != 9 || c.points[8] != (spot{1000, 1000, true}) {
		t.Fatalf("%d points: %v", n, c.points)
	}
	for i := 2; i < 9; i += 2 {
		q := c.points[i]
		if d := math.Hypot(float64(q.x-1000), float64(q.y)); math.Abs(d-1000) > 2 {
			t.Errorf("point %v is %g from the centre of the circle", q, d)
		}
		// The middle of a piece, from its ends and its control.
		a, b := c.points[i-2], c.points[i-1]
		x, y := float64(a.x+2*b.x+q.x)/4, float64(a.y+2*b.y+q.y)/4
		if d := math.Hypot(x-1000, y); math.Abs(d-1000) > 2 {
			t.Errorf("middle (%g, %g) is %g from the centre of the circle", x, y, d)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, tc := range []struct {
		v        float64
		decimals int
		want     string
	}{
		{0, 2, "0"},
		{-0.001, 2, "0"},
		{1, 2, "1"},
		{1.5, 2, "1.5"},
		{-1.25, 2, "-1.25"},
		{0.05, 2, "0.05"},
		{12.999, 2, "13"},
		{1.0625, 3, "1.063"},
		{100.4, 0, "100"},
		{298248.37, 2, "298248.37"},
		{math.NaN(), 2, "0"},
		{math.Inf(-1), 2, "0"},
	} {
		if got := string(number(nil, tc.v, tc.decimals)); got != tc.want {
			t.Errorf("%v with %d decimals is %q, want %q", tc.v, tc.decimals, got, tc.want)
		}
	}
}

func TestOutputThatIsNotUnderstood(t *testing.T) {
	for _, raw := range []string{"", "%PDF-1.3\n", "startxref\n9999\n", "x\nstartxref\n0\n", "xref\n0 2\n0000000000 65535 f \n0000000900 00000 n \nstartxref\n0\n"} {
		if _, err := parse([]byte(raw)); err == nil {
			t.Errorf("%q is taken for a file", raw)
		}
	}
}
