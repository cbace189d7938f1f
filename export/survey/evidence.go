package survey

import (
	"slices"
	"strings"
	"time"

	"touchline.app/export/grid"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/phrase"
)

// Applied is what became of an item of a mapping.
type Applied struct {
	Question   string
	Touchpoint journey.Touchpoint // as it is before the change
	Reading    Reading
	Result     Result
	Emotion    journey.Emotion // unknown where there were no answers
	Problem    phrase.Phrase   // why there is none; else blank
}

// Evidence returns the change that gives touchpoints the actual emotions the
// answers stand for, and what it consists of. The touchpoint keeps its word and
// quote; what drew it before is kept as a reading where it was measured from
// other answers. Day is when the answers were collected; zero when unknown. An
// item that cannot be applied is left out and says why; it is an error when none
// can.
func Evidence(m *journey.Map, r *Responses, k Mapping, day time.Time, newID func() journey.ID) (edit.Command, []Applied, error) {
	all := applied(m, r, k)
	put := edit.Put{Verb: "import evidence"}
	for i := range all {
		a := &all[i]
		if !a.Problem.Blank() {
			continue
		}
		a.Emotion = a.Result.Emotion(a.Reading.Scale, nameOf(r, k, a.Question), day)
		t := a.Touchpoint
		a.Emotion.Word, a.Emotion.Quote = t.Actual.Word, t.Actual.Quote
		a.source(r)
		if was := t.Actual; was.Known && was.Evidence.Measured() && !sameAnswers(was.Evidence, a.Emotion.Evidence) {
			put.Rows = append(put.Rows, kept(m, t, was, newID()))
		}
		t.Actual = a.Emotion
		put.Rows = append(put.Rows, t)
	}
	if len(put.Rows) == 0 {
		return nil, all, phrase.New("no question gives evidence for a touchpoint; say which question is about which touchpoint")
	}
	return put, all, nil
}

// source says where the answers stood and which of them were left out.
func (a *Applied) source(r *Responses) {
	ev := &a.Emotion.Evidence
	ev.Question, ev.Filter = grid.Clean(a.Question, 600), filtered(r)
	ev.File, ev.FileDigest = grid.Clean(r.Name, 300), r.Digest
	ev.Blank, ev.NotApplicable, ev.Junk = a.Result.Blank, sum(a.Result.NotApplicable), sum(a.Result.Junk)+a.Result.Beyond
}

func sum(counts map[string]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// sameAnswers reports whether two emotions were counted from the same answers:
// then the later count replaces the earlier one.
func sameAnswers(a, b journey.Evidence) bool {
	return a.FileDigest == b.FileDigest && a.Question == b.Question && a.Filter == b.Filter && a.FileDigest != ""
}

// kept returns the reading that keeps what drew an emotion so far.
func kept(m *journey.Map, t journey.Touchpoint, was journey.Emotion, id journey.ID) journey.Reading {
	last := ""
	for _, r := range m.ReadingsInOrder() {
		if r.Touchpoint == t.ID {
			last = r.Order
		}
	}
	order, err := journey.Between(last, "")
	if err != nil { // the last key is none; the reading is first then
		order = journey.Spread(1)[0]
	}
	return journey.Reading{ID: id, Touchpoint: t.ID, Order: order, Felt: journey.FeltActual, Valence: was.Valence, Evidence: was.Evidence}
}

func applied(m *journey.Map, r *Responses, k Mapping) []Applied {
	var out []Applied
	taken := map[journey.ID]string{}
	for _, item := range k.Items {
		a := Applied{Question: item.Question, Reading: item.Reading}
		q, found := r.Question(item.Question)
		t, there := touchpoint(m, item)
		a.Touchpoint = t
		switch {
		case !found:
			a.Problem = phrase.Of("the responses have no such question")
		case !there:
			a.Problem = phrase.Of("the map has no touchpoint %.60q", item.Title)
		case taken[t.ID] != "":
			a.Problem = phrase.Of("the touchpoint has the answers to %.60q already", taken[t.ID])
		case !item.Reading.Scale.Valid():
			a.Problem = phrase.Of("the scale has no two ends")
		default:
			if a.Result = q.Apply(item.Reading); a.Result.N == 0 {
				a.Problem = phrase.Of("there is no answer on the scale")
				break
			}
			taken[t.ID] = item.Question
		}
		out = append(out, a)
	}
	return out
}

// touchpoint finds the one an item means: by its id, else by its title.
func touchpoint(m *journey.Map, item Item) (journey.Touchpoint, bool) {
	if t, ok := m.Touchpoints.Get(item.Touchpoint); ok && item.Touchpoint != "" {
		return t, true
	}
	return Titled(m, item.Title)
}

// Titled returns the first touchpoint with a title, case and spaces not told
// apart.
func Titled(m *journey.Map, title string) (journey.Touchpoint, bool) {
	for _, t := range m.Journey() {
		if title != "" && folded(t.Title) == folded(title) {
			return t, true
		}
	}
	return journey.Touchpoint{}, false
}

// nameOf names the source of an emotion: survey, question, and who was asked.
func nameOf(r *Responses, k Mapping, question string) string {
	source := k.Source
	if source == "" {
		source = r.Name
	}
	name := source + ", question “" + question + "”"
	if who := filtered(r); who != "" {
		name += " (" + who + ")"
	}
	return grid.Clean(name, 600)
}

// filtered says which responses were counted; empty: all.
func filtered(r *Responses) string {
	var who []string
	for _, f := range r.Filter {
		who = append(who, f.String())
	}
	slices.Sort(who)
	return grid.Clean(strings.Join(who, ", "), 600)
}
