package inspector

import (
	"math"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"touchline.app/app/additions"
	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/evidence"
)

// What an actual emotion rests on: the source that draws it, in figures and in
// words, and the other sources that are kept beside it.

// firmness adds how firm an emotion is: the interval, the distribution, how the
// valence follows from the mean, and which answers it was counted from.
func firmness(f *Form, now func() (journey.Emotion, bool)) fyne.CanvasObject {
	interval := kit.NewInk("", 12, fyne.TextStyle{}, look.Grey).Narrow(60)
	spread := newBars()
	note := kit.NewRemark("", look.Grey)
	f.onLoad(func() {
		e, ok := now()
		ev := e.Evidence
		measured := ok && e.Known && ev.Measured()
		kit.Show(interval, measured)
		kit.Show(note.Prose, measured)
		spread.set(distribution(ev, measured), scaleEnd(ev.ScaleMin), scaleEnd(ev.ScaleMax))
		if measured {
			interval.Set(intervalText(e), look.Grey)
			note.Set(strings.Join(provenance(e), "\n"))
		}
	})
	return kit.Stack(4, interval, spread, note.Prose)
}

func distribution(ev journey.Evidence, measured bool) []int {
	if !measured || len(ev.Distribution) < 2 {
		return nil
	}
	return ev.Distribution
}

func scaleEnd(v float64) string { return say.Number(journey.Known(v)) }

// intervalText is the 95 % interval as valences, with the median of the answers.
func intervalText(e journey.Emotion) string {
	var parts []string
	if low, high, ok := evidence.Band(e); ok {
		parts = append(parts, say.Text("evidence.interval", "Low", fine(low), "High", fine(high)))
	}
	if m := e.Evidence.Median; m != 0 {
		parts = append(parts, say.Text("evidence.median", "Median", scaleEnd(m)))
	}
	return strings.Join(parts, " · ")
}

// fine writes a valence with two decimals and its sign.
func fine(v float64) string {
	text := say.Decimals(v)
	if math.Round(v*100) > 0 {
		text = "+" + text
	}
	return text
}

// provenance says line by line how a measured valence came about.
func provenance(e journey.Emotion) []string {
	ev := e.Evidence
	var out []string
	if s := (evidence.Scale{Min: ev.ScaleMin, Max: ev.ScaleMax}); s.Valid() {
		said := s.Valence(ev.Mean)
		out = append(out, say.Text("evidence.formula", "Mean", say.Decimals(ev.Mean), "Min", scaleEnd(s.Min), "Max", scaleEnd(s.Max), "Valence", fine(said)))
		if math.Abs(said-e.Valence) >= 0.05 {
			out = append(out, say.Text("evidence.apart", "Valence", fine(e.Valence), "Said", fine(said)))
		}
	}
	if ev.Inverted {
		out = append(out, say.Text("evidence.inverted"))
	}
	if parts := say.LeftOut(ev.Blank, ev.NotApplicable, ev.Junk); parts != "" {
		out = append(out, say.Text("evidence.left_out", "Parts", parts))
	}
	switch {
	case ev.File != "" && ev.Question != "":
		out = append(out, say.Text("evidence.from_file", "File", ev.File, "Question", ev.Question))
	case ev.File != "":
		out = append(out, say.Text("evidence.from_file_alone", "File", ev.File))
	}
	if ev.Filter != "" {
		out = append(out, say.Text("evidence.only", "Filter", ev.Filter))
	}
	return out
}

// sourcesFields adds the other sources of the actual emotion, the newest first,
// with how it has changed since the oldest.
func sourcesFields(f *Form, id journey.ID) {
	s := about[journey.Touchpoint](f, id)
	readings := ReadingsOf(f.doc.Map(), id)
	if len(readings) > 0 {
		f.add(kit.Gap(2), kit.Heading(say.Text("evidence.others")))
		trend := kit.NewRemark("", "foreground")
		f.onLoad(func() {
			t, _ := s.now()
			text := trendText(t.Actual, ReadingsOf(f.doc.Map(), id))
			kit.Show(trend.Prose, text != "")
			trend.Set(text)
		})
		f.add(trend.Prose)
	}
	for _, r := range readings {
		part := &Form{doc: f.doc, failed: f.failed, list: f.list, within: true}
		readingFields(part, r.ID)
		f.onLoad(part.load)
		f.fields = append(f.fields, part.fields...)
		f.add(kit.NewPlate("inputBackground", look.Hairline, 7, kit.Inset(9, 9, 9, 9, kit.Stack(8, part.Objects...))))
	}
	f.add(kit.More("add.reading", func() {
		f.do(edit.All{Verb: "add", Subject: say.Place(f.doc.Map(), id), Commands: []edit.Command{additions.Row(newReading(f.doc, id))}})
	}))
}

// ReadingsOf returns what other sources say about the actual emotion of a
// touchpoint, the newest first.
func ReadingsOf(m *journey.Map, id journey.ID) []journey.Reading {
	var out []journey.Reading
	for _, r := range m.ReadingsInOrder() {
		if r.Touchpoint == id && r.Felt != journey.FeltExpected {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b journey.Reading) int { return b.Evidence.Date.Compare(a.Evidence.Date) })
	return out
}

// newReading is a source to be filled in by hand: scores of a workshop.
func newReading(d *document.Document, touchpoint journey.ID) journey.Reading {
	last := additions.Last(d.Map().ReadingsInOrder(), func(r journey.Reading) string { return r.Order })
	return journey.Reading{
		ID: d.NewID(), Touchpoint: touchpoint, Order: last, Felt: journey.FeltActual,
		Evidence: journey.Evidence{Source: journey.Workshop},
	}
}

// readingFields adds the fields of another source.
func readingFields(f *Form, id journey.ID) {
	s := about[journey.Reading](f, id)
	ev := func(r *journey.Reading) *journey.Evidence { return &r.Evidence }
	follow := func(r *journey.Reading) { // the valence goes with the figures
		if s := (evidence.Scale{Min: r.Evidence.ScaleMin, Max: r.Evidence.ScaleMax}); s.Valid() && r.Evidence.Measured() {
			r.Valence = s.Valence(r.Evidence.Mean)
		}
	}
	if !f.within {
		f.add(kit.Title(say.Text("kind.reading")))
	}
	f.add(s.known("evidence.name", func(r *journey.Reading) *string { return &r.Evidence.Name }, studies),
		kit.Pair(enum(s, "evidence.source", "source", journey.Sources, func(r *journey.Reading) *journey.Source { return &r.Evidence.Source }),
			s.number("evidence.valence", func(r *journey.Reading) journey.Quantity { return journey.Known(r.Valence) },
				func(r *journey.Reading, q journey.Quantity) { r.Valence = min(max(q.Value, -2), 2) })),
		measuredNumbers(s, ev, follow, s.day("evidence.date", func(r *journey.Reading) *time.Time { return &r.Evidence.Date })),
		firmness(f, func() (journey.Emotion, bool) {
			r, ok := s.now()
			return journey.Emotion{Known: true, Valence: r.Valence, Evidence: r.Evidence}, ok
		}),
		kit.Strip(4, kit.NewPress(say.Text("evidence.draw"), "", func() { f.do(edit.DrawReading{ID: id}) }),
			kit.NewPress(say.Text("remove.reading"), "", func() {
				r, _ := s.now()
				f.do(edit.RemoveRows{Rows: []edit.Ref{{Kind: journey.KindReading, ID: id}}, Subject: sourceText(r.Evidence)})
			})))
}

// sourceText names a source: by what it is called, or its kind and year.
func sourceText(e journey.Evidence) string {
	name := say.OrElse(e.Name, say.Word("source", orSource(e.Source)))
	if y := e.Date.Format("2006"); !e.Date.IsZero() && !strings.Contains(name, y) {
		name += " " + y
	}
	return name
}

// trendText says how an emotion has changed since the oldest of its dated sources,
// and whether the intervals are apart. It is empty where nothing is older.
func trendText(now journey.Emotion, others []journey.Reading) string {
	for i := len(others) - 1; i >= 0 && now.Known; i-- {
		r := others[i]
		if r.Evidence.Date.IsZero() || !r.Evidence.Date.Before(now.Evidence.Date) {
			continue
		}
		text := changeText(now.Valence-r.Valence, sourceText(r.Evidence))
		low, high, ok := evidence.Band(now)
		low0, high0, ok0 := evidence.Band(journey.Emotion{Known: true, Valence: r.Valence, Evidence: r.Evidence})
		switch {
		case !ok || !ok0:
		case low > high0 || high < low0:
			text += " " + say.Text("evidence.trend.apart")
		default:
			text += " " + say.Text("evidence.trend.within")
		}
		return text
	}
	return ""
}

func changeText(by float64, source string) string {
	key := "evidence.trend.same"
	switch {
	case math.Round(by*100) > 0:
		key = "evidence.trend.up"
	case math.Round(by*100) < 0:
		key = "evidence.trend.down"
	}
	return say.Text(key, "By", say.Decimals(math.Abs(by)), "Source", source)
}
