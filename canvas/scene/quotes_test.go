package scene_test

import (
	"strings"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// TestQuotesKeepClearOfTheNumbersOfGaps holds where the number of a gap hangs
// below the plot, among the quotes that found no place in it.
func TestQuotesKeepClearOfTheNumbersOfGaps(t *testing.T) {
	m := journey.New("m", "Flight")
	m.Put(journey.Stage{ID: "s", Order: "1", Name: "Book"})
	m.Put(journey.Lane{ID: "t", Order: "1", Type: journey.LaneTouchpoints})
	m.Put(journey.Lane{ID: "e", Order: "2", Type: journey.LaneEmotion})
	for i, k := range journey.Spread(6) {
		p := journey.Touchpoint{ID: id("p", i), Order: k, Stage: "s", Lane: "t", Title: "Pays", Matters: true}
		p.Expected, p.Actual = journey.Feel(float64(i%3)), journey.Feel(-2)
		p.Actual.Quote = strings.Repeat("nobody told me ", 5)
		m.Put(p)
	}
	s := build(m)
	var numbers, quotes []scene.Rect
	for i := range s.Nodes {
		for _, o := range s.Nodes[i].Ops() {
			switch {
			case o.Kind != scene.OpText:
			case strings.HasPrefix(o.Line.Text, "−"):
				numbers = append(numbers, s.Nodes[i].Bounds)
			case strings.Contains(o.Line.Text, "told"):
				quotes = append(quotes, s.Nodes[i].Bounds)
			}
		}
	}
	if len(numbers) != 6 || len(quotes) < 6 {
		t.Fatalf("%d numbers, %d lines of quotes", len(numbers), len(quotes))
	}
	for _, n := range numbers {
		for _, q := range quotes {
			if n.Overlaps(q) {
				t.Errorf("number %v lies on quote %v", n, q)
			}
		}
	}
}

func TestFiguresOfAnySizeAreReadable(t *testing.T) {
	m := journey.New("m", "Flight")
	m.Put(journey.Stage{ID: "s", Order: "1", Name: "Book"})
	m.Put(journey.Lane{ID: "k", Order: "1", Type: journey.LaneMetrics})
	for i, v := range []float64{1.7e300, -123456789.25, 4e-300, 0.001} {
		m.Put(journey.Metric{ID: id("m", i), Order: journey.Spread(4)[i], Stage: "s", Lane: "k", Name: "Answers", Actual: journey.Known(v)})
	}
	var all []string
	s := build(m)
	for i := range s.Nodes {
		for _, o := range s.Nodes[i].Ops() {
			if o.Kind == scene.OpText {
				all = append(all, o.Line.Text)
			}
		}
	}
	shown := strings.Join(all, "\n")
	for _, want := range []string{"1.7e+300", "−123456789.25", "4e−300", "0.001"} {
		if !strings.Contains(shown, want) {
			t.Errorf("no %q in %s", want, shown)
		}
	}
	if len(shown) > 400 {
		t.Errorf("%d bytes of text", len(shown))
	}
}
