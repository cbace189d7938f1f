package scene_test

import (
	"bytes"
	"image"
	"math/rand"
	"testing"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// TestAlikeIsWhatIsSeen edits maps at random: where two scenes are alike their
// pictures are the same, and an edit leaves most of a long map alike.
func TestAlikeIsWhatIsSeen(t *testing.T) {
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
				all++
				if !scene.Alike(before, now, area.Inset(-2/scale)) {
					continue
				}
				alike++
				a, b := image.NewRGBA(image.Rect(0, 0, side, side)), image.NewRGBA(image.Rect(0, 0, side, side))
				raster.Tile(p, before, a, x, y, scale)
				raster.Tile(p, now, b, x, y, scale)
				if !bytes.Equal(a.Pix, b.Pix) {
					t.Fatalf("seed %d: the pictures at %v differ", seed, area)
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

// TestTypingLeavesWhatLiesBeforeAlike: a title that grows makes its column wider,
// which moves what lies behind it and nothing before.
func TestTypingLeavesWhatLiesBeforeAlike(t *testing.T) {
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
		if got := scene.Alike(before, now, area); got != lies && (lies || x > card.Bounds.X) {
			t.Errorf("alike at %.0f is %v; the card lies at %.0f", x, got, card.Bounds.X)
		}
	}
}
