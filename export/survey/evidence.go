package survey

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"touchline.app/export/grid"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Applied is what became of an item of a mapping.
type Applied struct {
	Question   string
	Touchpoint journey.Touchpoint // as it is before the change
	Reading    Reading
	Result     Result
	Emotion    journey.Emotion // unknown where there were no answers
	Problem    string          // why there is none; else empty
}

// Evidence returns the change that gives touchpoints the actual emotions the
// answers stand for, and what it consists of. The touchpoint keeps its word and
// quote. Day is when the answers were collected; zero when unknown. An item that
// cannot be applied is left out and says why; it is an error when none can.
func Evidence(m *journey.Map, r *Responses, k Mapping, day time.Time) (edit.Command, []Applied, error) {
	all := applied(m, r, k)
	put := edit.Put{Verb: "import evidence"}
	for i := range all {
		a := &all[i]
		if a.Problem != "" {
			continue
		}
		a.Emotion = a.Result.Emotion(a.Reading.Scale, nameOf(r, k, a.Question), day)
		t := a.Touchpoint
		a.Emotion.Word, a.Emotion.Quote = t.Actual.Word, t.Actual.Quote
		t.Actual = a.Emotion
		put.Rows = append(put.Rows, t)
	}
	if len(put.Rows) == 0 {
		return nil, all, errors.New("no question gives evidence for a touchpoint; say which question is about which touchpoint")
	}
	return put, all, nil
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
			a.Problem = "the responses have no such question"
		case !there:
			a.Problem = fmt.Sprintf("the map has no touchpoint %.60q", item.Title)
		case taken[t.ID] != "":
			a.Problem = fmt.Sprintf("the touchpoint has the answers to %.60q already", taken[t.ID])
		case !item.Reading.Scale.Valid():
			a.Problem = "the scale has no two ends"
		default:
			if a.Result = q.Apply(item.Reading); a.Result.N == 0 {
				a.Problem = "there is no answer on the scale"
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
	if len(r.Filter) > 0 {
		var who []string
		for _, f := range r.Filter {
			who = append(who, f.String())
		}
		slices.Sort(who)
		name += " (" + strings.Join(who, ", ") + ")"
	}
	return grid.Clean(name, 600)
}
