package inspector

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// evidenceFields adds where an emotion comes from; the numbers are there where it
// was measured.
func evidenceFields(s touchpoint, w edit.Which) fyne.CanvasObject {
	ev := func(t *journey.Touchpoint) *journey.Evidence { return &emotionOf(t, w).Evidence }
	summary := kit.NewInk("", 12, fyne.TextStyle{}, "foreground").Narrow(60)
	numbers := evidenceNumbers(s, ev)
	s.f.onLoad(func() {
		t, ok := s.now()
		if !ok {
			return
		}
		e := *ev(&t)
		kit.Show(numbers, e.Source == journey.Survey || e.Source == journey.Workshop)
		summary.Set(evidenceSummary(e), "foreground")
	})
	source := enum(s, "evidence.source", "source", journey.Sources, func(t *journey.Touchpoint) *journey.Source { return &ev(t).Source })
	if w == edit.Expected {
		return kit.Stack(8, source, numbers, kit.Gap(4))
	}
	firm := firmness(s.f, func() (journey.Emotion, bool) {
		t, ok := s.now()
		return t.Actual, ok
	})
	return kit.Stack(8, kit.Gap(2), kit.Heading(say.Text("evidence.heading")), summary, firm, source, numbers)
}

func evidenceNumbers(s touchpoint, ev func(*journey.Touchpoint) *journey.Evidence) fyne.CanvasObject {
	day := s.day("evidence.date", func(t *journey.Touchpoint) *dayOf { return &ev(t).Date })
	return kit.Stack(8, s.known("evidence.name", func(t *journey.Touchpoint) *string { return &ev(t).Name }, studies),
		measuredNumbers(s, ev, func(*journey.Touchpoint) {}, day))
}

// measuredNumbers adds the figures of a source; last stands beside the scale. Follow
// is told of a row whose figures were changed.
func measuredNumbers[T journey.Row](s subject[T], ev func(*T) *journey.Evidence, follow func(*T), last fyne.CanvasObject) fyne.CanvasObject {
	number := func(key string, at func(*journey.Evidence) journey.Quantity, put func(*journey.Evidence, float64)) fyne.CanvasObject {
		return s.number(key, func(r *T) journey.Quantity { return at(ev(r)) }, func(r *T, q journey.Quantity) {
			put(ev(r), q.Value)
			follow(r)
		})
	}
	return kit.Stack(8,
		kit.Trio(number("evidence.n", func(e *journey.Evidence) journey.Quantity { return positive(float64(e.N)) },
			func(e *journey.Evidence, v float64) { e.N = int(min(max(v, 0), mostAnswers)) }),
			number("evidence.mean", func(e *journey.Evidence) journey.Quantity { return measured(e, e.Mean) },
				func(e *journey.Evidence, v float64) { e.Mean = v }),
			number("evidence.sd", func(e *journey.Evidence) journey.Quantity { return measured(e, e.SD) },
				func(e *journey.Evidence, v float64) { e.SD = max(v, 0) })),
		kit.Trio(number("evidence.scale_min", func(e *journey.Evidence) journey.Quantity { return scaled(e, e.ScaleMin) },
			func(e *journey.Evidence, v float64) { e.ScaleMin = v }),
			number("evidence.scale_max", func(e *journey.Evidence) journey.Quantity { return scaled(e, e.ScaleMax) },
				func(e *journey.Evidence, v float64) { e.ScaleMax = v }),
			last),
		distributionField(s, ev))
}

// mostAnswers is more than any survey has.
const mostAnswers = 1e12

// distributionField is how often each answer of the scale was given, lowest
// first: "12, 30, 44". What is no such list stays as it is and changes nothing.
func distributionField[T journey.Row](s subject[T], ev func(*T) *journey.Evidence) fyne.CanvasObject {
	e := kit.NewField(false)
	hint := say.Text("evidence.distribution_hint")
	e.PlaceHolder = hint
	e.OnChanged = func(text string) {
		counts, ok := parseCounts(text)
		e.Wrong(!ok)
		if ok {
			s.typed("evidence.distribution", func(r *T) { ev(r).Distribution = slices.Clone(counts) })
		}
	}
	e.Left = s.f.doc.EndGesture
	s.f.onLoad(func() {
		have, same, there := common(s, func(r *T) string { return formatCounts(ev(r).Distribution) })
		if counts, ok := parseCounts(e.Text); there && (!ok || !same || formatCounts(counts) != have) {
			e.Put(have, same, hint)
		}
	})
	return kit.Labelled("evidence.distribution", e)
}

func parseCounts(text string) ([]int, bool) {
	var out []int
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ';' || unicode.IsSpace(r) }) {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 || n > mostAnswers {
			return nil, false
		}
		out = append(out, n)
	}
	return out, true
}

func formatCounts(counts []int) string {
	texts := make([]string, len(counts))
	for i, n := range counts {
		texts[i] = strconv.Itoa(n)
	}
	return strings.Join(texts, ", ")
}

func positive(v float64) journey.Quantity { return journey.Quantity{Known: v > 0, Value: max(v, 0)} }

func measured(e *journey.Evidence, v float64) journey.Quantity {
	if e.N == 0 && v == 0 {
		return journey.Quantity{}
	}
	return journey.Known(v)
}

func scaled(e *journey.Evidence, v float64) journey.Quantity {
	if e.ScaleMin == 0 && e.ScaleMax == 0 {
		return journey.Quantity{}
	}
	return journey.Known(v)
}

// evidenceSummary says in one line how firm the emotion is.
func evidenceSummary(e journey.Evidence) string {
	if !e.Measured() {
		return say.Word("source", orSource(e.Source))
	}
	mean, top := say.Number(journey.Known(math.Round(e.Mean*100)/100)), say.Number(journey.Known(e.ScaleMax))
	return say.Count("evidence.summary", e.N, "Many", say.Thousands(e.N), "Source", say.Word("source", e.Source), "Mean", mean, "Max", top)
}

func orSource(s journey.Source) journey.Source {
	if s == "" {
		return journey.Assumed
	}
	return s
}
