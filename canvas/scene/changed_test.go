package scene_test

import (
	"bytes"
	"image"
	"math/rand"
	"testing"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
)

// TestNothingDiffersBesideWhatChanged edits maps at random: beside what changed the
// pictures of two scenes are the same, and an edit leaves most of a long map alike.
func TestNothingDiffersBesideWhatChanged(t *testing.T) {
	p := raster.New()
	const side, scale = 256, 0.5
	alike, all := 0, 0
	for seed := range int64(12) {
		r := rand.New(rand.NewSource(100 + seed))
		m := randomMap(r)
		m.Head.Direction = []journey.Direction{journey.LeftToRight, journey.RightToLeft}[seed%2]
		series := scene.NewSeries(options())
		before := series.Build(m)
		for range 6 {
			randomEdit(r, m)
			now := series.Build(m)
			for range 20 {
				x, y := r.Intn(max(1, int(now.Size.X*scale)-side)), r.Intn(max(1, int(now.Size.Y*scale)-side))
				area := scene.Rect{X: float64(x) / scale, Y: float64(y) / scale, W: side / scale, H: side / scale}
				changed := scene.Changed(before, now, area.Inset(-2/scale))
				if all++; changed == (scene.Rect{}) {
					alike++
				} else {
					changed = changed.Inset(-2 / scale)
				}
				if at, ok := differs(p, before, now, x, y, side, scale, changed); ok {
					t.Fatalf("seed %d: the pictures differ at %v, what changed is %v", seed, at, changed)
				}
			}
			before = now
		}
	}
	if alike < all/5 {
		t.Errorf("%d of %d places stay as they are", alike, all)
	}
	t.Logf("%d of %d places stay as they are", alike, all)
}

// differs returns where the pictures of two scenes differ beside what changed.
func differs(p *raster.Painter, a, b *scene.Scene, x, y, side int, scale float64, changed scene.Rect) (scene.Point, bool) {
	one, other := image.NewRGBA(image.Rect(0, 0, side, side)), image.NewRGBA(image.Rect(0, 0, side, side))
	raster.Tile(p, a, one, x, y, scale)
	raster.Tile(p, b, other, x, y, scale)
	for i := 0; i < len(one.Pix); i += 4 {
		if bytes.Equal(one.Pix[i:i+4], other.Pix[i:i+4]) {
			continue
		}
		at := scene.Point{X: (float64(x+i/4%side) + 0.5) / scale, Y: (float64(y+i/4/side) + 0.5) / scale}
		if changed == (scene.Rect{}) || !changed.Contains(at) {
			return at, true
		}
	}
	return scene.Point{}, false
}

// TestLettersThatLeaveTheirLineAreAllOfThemChanged: accents tower over a line and
// slanted letters reach beside it.
func TestLettersThatLeaveTheirLineAreAllOfThemChanged(t *testing.T) {
	p := raster.New()
	fonts := text.Embedded()
	drawn := func(s string, x float64) *scene.Scene {
		pen := scene.NewPen(fonts)
		pen.Block(s, scene.Font{Style: text.Italic, Size: 20, Lead: 24}, x, 120, 200, scene.Light().Ink)
		n := pen.Node(scene.RoleCell, scene.Ref{})
		n.Bounds = scene.Rect{W: 256, H: 256} // found wherever its ink is
		return scene.New(scene.Point{X: 256, Y: 256}, scene.Light(), []scene.Node{n})
	}
	area := scene.Rect{W: 256, H: 256}
	for _, s := range []string{"fjord f", "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308", "ก็้ ปู่", "नि\u0941\u0942", "שָׁ\u0591\u0592", "😀", "أ\u064b\u0651\u0653"} {
		a, b := drawn(s, 60), drawn(s, 60.5)
		changed := scene.Changed(a, b, area)
		if changed == (scene.Rect{}) || changed.W > 200 {
			t.Fatalf("%q moved, and %v changed", s, changed)
		}
		if at, ok := differs(p, a, b, 0, 0, 256, 1, changed.Inset(-2)); ok {
			t.Errorf("%q has ink at %v, beside %v", s, at, changed)
		}
	}
}

// TestTypingChangesNothingBefore: a title that grows makes its column wider,
// which moves what lies behind it and nothing before.
func TestTypingChangesNothingBefore(t *testing.T) {
	m := many(300)
	before := build(m)
	tp := m.Journey()[150]
	tp.Title = "Comparesoffersofothers" // as wide as its word, and no taller
	m.Put(tp)
	now := build(m)
	card, _ := before.NodeOf(scene.Ref{Kind: journey.KindTouchpoint, ID: tp.ID}, scene.RoleTouchpoint)
	if now.Size.X <= before.Size.X {
		t.Fatal("the map did not become wider")
	}
	for x := 0.0; x < now.Size.X-400; x += 200 {
		area := scene.Rect{X: x, Y: before.Body.Y, W: 200, H: before.Body.H}
		lies := area.Right() < card.Bounds.X-300
		if got := scene.Changed(before, now, area) == (scene.Rect{}); got != lies && (lies || x > card.Bounds.X) {
			t.Errorf("alike at %.0f is %v; the card lies at %.0f", x, got, card.Bounds.X)
		}
	}
}
