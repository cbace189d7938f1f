package scene

import (
	"cmp"
	"slices"
	"strings"

	"touchline.app/journey"
)

const (
	threadGap  = 8.0   // from the words of one thread to the next thread
	threadDrop = 9.0   // how far its ends go up
	threadMost = 420.0 // how wide its words are set, so that they can be read at one place of a long journey
)

// thread is a promise on its way to the map.
type thread struct {
	promise  journey.Promise
	outcome  journey.Outcome
	from, to float64 // where the touchpoints stand
	face     threadFace
	drawn    *drawing
	row      int
}

// threadFace is a thread, wherever it lies.
type threadFace struct {
	text     string
	outcome  journey.Outcome
	width    float64
	backward bool // the touchpoint that tests it comes before the one that sets it
}

// promises draws a thread for each promise from the touchpoint that sets an
// expectation to the one that tests it, under the curves from y, and returns the y
// below. The end at the test has an arrow, and words say what became of it.
func (b *builder) promises(y float64) float64 {
	threads := b.threads()
	if len(threads) == 0 {
		return y
	}
	var tall []float64 // of the rows
	for _, t := range threads {
		for len(tall) <= t.row {
			tall = append(tall, 0)
		}
		tall[t.row] = max(tall[t.row], threadDrop+t.drawn.below+threadGap)
	}
	for row, h := range tall {
		for _, t := range threads {
			if t.row == row {
				b.put(t.drawn, Point{min(t.from, t.to), y + threadDrop}, b.threadNode(t))
			}
		}
		y += h
	}
	return y
}

// threads draws every promise that has both its touchpoints, and gives it the first row in which no other lies over it.
func (b *builder) threads() []thread {
	var out []thread
	for _, p := range b.m.PromisesInOrder() {
		i, from := b.columnOf(p.From)
		j, to := b.columnOf(p.To)
		if from && to && i != j {
			t := thread{promise: p, outcome: journey.OutcomeOf(b.m, p), from: b.s.Columns[i].middle(), to: b.s.Columns[j].middle()}
			f := threadFace{b.promised(t), t.outcome, max(t.from, t.to) - min(t.from, t.to), t.to < t.from}
			t.face, t.drawn = f, b.known.threads.of(f, func() *drawing { return b.drawThread(f) })
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, c thread) int { return cmp.Compare(min(a.from, a.to), min(c.from, c.to)) })
	var ends []float64
	for i := range out {
		t := &out[i]
		for t.row < len(ends) && ends[t.row] > min(t.from, t.to)-12 {
			t.row++
		}
		if t.row == len(ends) {
			ends = append(ends, 0)
		}
		ends[t.row] = max(t.from, t.to)
	}
	return out
}

func (b *builder) threadNode(t thread) Node {
	from, _ := b.m.Touchpoints.Get(t.promise.From)
	to, _ := b.m.Touchpoints.Get(t.promise.To)
	n := Node{Ref: Ref{journey.KindPromise, t.promise.ID}, Role: RolePromise, Stage: to.Stage}
	n.Alt = from.Title + " → " + to.Title + ": " + t.face.text
	return n
}

// promised says what became of a promise, and what it was.
func (b *builder) promised(t thread) string {
	s := b.Words("scene.promise." + string(t.outcome))
	if text := strings.TrimSpace(t.promise.Text); text != "" {
		s += ": " + strings.Join(strings.Fields(text), " ")
	}
	if tp, ok := b.m.Touchpoints.Get(t.promise.To); ok && t.outcome != journey.Untold {
		if gap, known := journey.Gap(tp); known {
			s += " (" + b.said(gap) + ")"
		}
	}
	return s
}

func (b *builder) drawThread(f threadFace) *drawing {
	p := b.pen()
	c, ink := b.Theme.Neutral, b.Theme.Muted
	look := Stroke{Width: 1.8}
	switch f.outcome {
	case journey.Kept:
		c, ink = b.Theme.Positive, b.Theme.PosText
	case journey.Broken:
		c, ink = b.Theme.Negative, b.Theme.NegText
		look.Dash = []float64{7, 3}
	default:
		look.Dash = []float64{2, 3}
	}
	look.Color = c
	begin, end := 0.0, f.width
	if f.backward {
		begin, end = end, begin
	}
	p.Stroke(Path(nil).Move(begin, -threadDrop+3).Line(begin, 0).Line(end, 0).Line(end, -threadDrop+1), look)
	p.Stroke(Path(nil).Move(end-4, -threadDrop+6).Line(end, -threadDrop+1).Line(end+4, -threadDrop+6), Stroke{Color: c, Width: 1.8})
	p.Fill(Circle(begin, -threadDrop+2, 3.2), c)
	below := p.Block(f.text, labelFont, 6, 3, min(f.width-12, threadMost), ink)
	d := b.drawn(p)
	d.below = below
	return d
}
