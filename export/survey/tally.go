package survey

import (
	"bytes"
	"cmp"
	"slices"

	"touchline.app/export/grid"
)

// Answer is what was said to a question and how often.
type Answer struct {
	Text  string
	Count int // in all responses
	Kept  int // in those the filter lets through
}

// tally counts the answers to one question by their text.
type tally struct {
	single  [256]count // answers of one byte, which most are
	index   map[string]int
	texts   []string
	counts  []count
	blank   count
	beyond  count // answers that were not told apart, for there were too many or they were too long
	numbers int   // of the texts
	limit   int
}

type count struct{ all, kept int }

func (c *count) add(kept bool) {
	c.all++
	if kept {
		c.kept++
	}
}

// How many different answers are told apart: a scale has far fewer than
// mostNumbers, and text that is no number is the customer's own words above
// mostWords.
const (
	mostNumbers = 20_000
	mostWords   = 600
	mostTotal   = 2_000_000 // of all questions
	maxAnswer   = 200       // bytes
)

func newTally(questions int) *tally {
	return &tally{index: map[string]int{}, limit: max(min(mostNumbers, mostTotal/max(questions, 1)), 100)}
}

func (t *tally) add(cell []byte, kept bool) {
	if len(cell) == 1 && cell[0] > ' ' {
		t.single[cell[0]].add(kept)
		return
	}
	cell = bytes.TrimSpace(cell)
	switch len(cell) {
	case 0:
		t.blank.add(kept)
		return
	case 1:
		t.single[cell[0]].add(kept)
		return
	}
	if i, ok := t.index[string(cell)]; ok {
		t.counts[i].add(kept)
		return
	}
	if len(cell) > maxAnswer || len(t.texts) >= t.limit {
		t.beyond.add(kept)
		return
	}
	t.learn(string(cell), kept)
}

func (t *tally) learn(text string, kept bool) {
	t.index[text] = len(t.texts)
	t.texts = append(t.texts, text)
	t.counts = append(t.counts, count{})
	t.counts[len(t.counts)-1].add(kept)
	if _, ok := grid.Number(text); ok {
		t.numbers++
	}
	if len(t.texts) == mostWords && t.numbers*5 < len(t.texts)*4 {
		t.limit = mostWords
	}
}

// answers returns the different answers, the most frequent first.
func (t *tally) answers() []Answer {
	var out []Answer
	for b, c := range t.single {
		if c.all > 0 {
			out = append(out, Answer{Text: string([]byte{byte(b)}), Count: c.all, Kept: c.kept})
		}
	}
	for i, text := range t.texts {
		out = append(out, Answer{text, t.counts[i].all, t.counts[i].kept})
	}
	slices.SortFunc(out, func(a, b Answer) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	return out
}
