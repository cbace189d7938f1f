package app

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// emotionOf returns one of the two emotions of a touchpoint, to be changed.
func emotionOf(t *journey.Touchpoint, w edit.Which) *journey.Emotion {
	if w == edit.Actual {
		return &t.Actual
	}
	return &t.Expected
}

// emotionFields adds what is felt or expected: a slider, its word, the word and
// quote of the customer, and where it comes from.
func emotionFields(s touchpoint, w edit.Which) fyne.CanvasObject {
	name := "emotion.expected"
	if w == edit.Actual {
		name = "emotion.actual"
	}
	f := stack(6, emotionTitle(s, w, name), emotionSlider(s, w),
		container.New(&evenly{gap: 8, first: 0.36}, s.line(name+".word", func(t *journey.Touchpoint) *string { return &emotionOf(t, w).Word }),
			s.para(name+".quote", func(t *journey.Touchpoint) *string { return &emotionOf(t, w).Quote })))
	if w == edit.Actual {
		f.Add(evidenceFields(s))
	} else {
		f.Add(gap(4))
	}
	return f
}

// emotionTitle says "Actual · Neutral −0.2  gap −1.2" with a button that takes
// the emotion away.
func emotionTitle(s touchpoint, w edit.Which, name string) fyne.CanvasObject {
	text := newInk("", 12, fyne.TextStyle{}, colorGrey).narrow(60)
	diff := newInk("", 12, bold, colorGrey)
	clear := newPress("×", "", func() {
		s.set(func(t *journey.Touchpoint) { *emotionOf(t, w) = journey.Emotion{} })
	})
	clear.small = true
	s.f.onLoad(func() {
		t, ok := s.now()
		if !ok {
			return
		}
		e := emotionOf(&t, w)
		clear.enable(e.Known)
		if !e.Known {
			text.set(say(name)+" · "+say("emotion.unknown"), colorGrey)
		} else {
			text.set(say(name)+" · "+say("feeling."+strconv.Itoa(int(e.Feeling())))+" "+signed(e.Valence), colorGrey)
		}
		diff.set(gapText(t, w))
	})
	return container.NewBorder(nil, nil, nil, strip(4, diff, clear), text)
}

// gapText returns the gap in words and its colour, beside the actual emotion.
func gapText(t journey.Touchpoint, w edit.Which) (string, fyne.ThemeColorName) {
	g, ok := journey.Gap(t)
	if w != edit.Actual || !ok {
		return "", colorGrey
	}
	g = math.Round(g*10) / 10
	color := colorGrey
	switch {
	case g < 0:
		color = colorNegative
	case g > 0:
		color = colorPositive
	}
	return say("emotion.gap", "Gap", signed(g)), color
}

func emotionSlider(s touchpoint, w edit.Which) fyne.CanvasObject {
	which := "expected"
	if w == edit.Actual {
		which = "actual"
	}
	sl := newSlider(w == edit.Expected, func(v float64) {
		if s.f.loading {
			return
		}
		err := s.f.doc.Type(edit.SetEmotion{ID: s.id, Which: w, Valence: v, Gesture: "slide " + which + " " + string(s.id)})
		if err != nil {
			s.f.failed(err)
		}
	}, s.f.doc.EndGesture)
	s.f.onLoad(func() {
		if t, ok := s.now(); ok {
			e := emotionOf(&t, w)
			sl.set(e.Valence, e.Known)
		}
	})
	return sl
}

// evidenceFields adds where the actual emotion comes from; the numbers are
// there where it was measured.
func evidenceFields(s touchpoint) fyne.CanvasObject {
	ev := func(t *journey.Touchpoint) *journey.Evidence { return &t.Actual.Evidence }
	summary := newInk("", 12, fyne.TextStyle{}, "foreground").narrow(60)
	numbers := stack(8,
		s.para("evidence.name", func(t *journey.Touchpoint) *string { return &ev(t).Name }),
		trio(s.number("evidence.n", func(t *journey.Touchpoint) journey.Quantity { return positive(float64(ev(t).N)) },
			func(t *journey.Touchpoint, q journey.Quantity) { ev(t).N = int(max(q.Value, 0)) }),
			s.number("evidence.mean", func(t *journey.Touchpoint) journey.Quantity { return measured(ev(t), ev(t).Mean) },
				func(t *journey.Touchpoint, q journey.Quantity) { ev(t).Mean = q.Value }),
			s.number("evidence.sd", func(t *journey.Touchpoint) journey.Quantity { return measured(ev(t), ev(t).SD) },
				func(t *journey.Touchpoint, q journey.Quantity) { ev(t).SD = max(q.Value, 0) })),
		trio(s.number("evidence.scale_min", func(t *journey.Touchpoint) journey.Quantity { return scaled(ev(t), ev(t).ScaleMin) },
			func(t *journey.Touchpoint, q journey.Quantity) { ev(t).ScaleMin = q.Value }),
			s.number("evidence.scale_max", func(t *journey.Touchpoint) journey.Quantity { return scaled(ev(t), ev(t).ScaleMax) },
				func(t *journey.Touchpoint, q journey.Quantity) { ev(t).ScaleMax = q.Value }), evidenceDay(s)))
	s.f.onLoad(func() {
		t, ok := s.now()
		if !ok {
			return
		}
		show(numbers, t.Actual.Evidence.Source == journey.Survey || t.Actual.Evidence.Source == journey.Workshop)
		summary.set(evidenceSummary(t.Actual.Evidence), "foreground")
	})
	return stack(8, gap(2), heading(say("evidence.heading")), summary,
		enum(s, "evidence.source", "source", journey.Sources, func(t *journey.Touchpoint) *journey.Source { return &ev(t).Source }),
		numbers)
}

func evidenceDay(s touchpoint) fyne.CanvasObject {
	return s.day("evidence.date", func(t *journey.Touchpoint) *dayOf { return &t.Actual.Evidence.Date })
}

func headDay(s subject[journey.Head]) fyne.CanvasObject {
	return s.day("map.date", func(h *journey.Head) *dayOf { return &h.Date })
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
		return word("source", orSource(e.Source))
	}
	mean := strconv.FormatFloat(math.Round(e.Mean*100)/100, 'f', -1, 64)
	top := strconv.FormatFloat(e.ScaleMax, 'f', -1, 64)
	return count("evidence.summary", e.N, "Many", thousands(e.N), "Source", word("source", e.Source), "Mean", mean, "Max", top)
}

// thousands writes a number in groups of three, apart by a thin space.
func thousands(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "\u202f" + text[i:]
	}
	return text
}

func orSource(s journey.Source) journey.Source {
	if s == "" {
		return journey.Assumed
	}
	return s
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// colour adds a field of a colour: a swatch, and the colour as #RRGGBB. An empty
// one is taken from the theme.
func colour[T journey.Row](s subject[T], at func(*T) *string) fyne.CanvasObject {
	e := newField(false)
	e.PlaceHolder = say("colour.own")
	swatch := rect(5)
	e.OnChanged = func(text string) {
		c, ok := parseHex(text)
		e.wrong(!ok)
		swatch.FillColor = c
		swatch.Refresh()
		if ok {
			s.typed("colour", func(r *T) { *at(r) = upper(text) })
		}
	}
	e.left = s.f.doc.EndGesture
	s.f.onLoad(func() {
		if r, ok := s.now(); ok && upper(e.Text) != *at(&r) {
			e.SetText(*at(&r))
		}
	})
	swatches := strip(4)
	for _, c := range []string{"", "#3F51D9", "#7048C6", "#B03A8C", "#D1602B", "#B98300", "#1F8A70"} {
		swatches.Add(newSwatch(c, func() { s.set(func(r *T) { *at(r) = c }) }))
	}
	box := container.New(fixed{26}, inset(3, 3, 3, 0, swatch))
	return stack(3, caption(say("colour.label")), container.NewBorder(nil, nil, box, nil, e), widget.NewSeparator(), swatches)
}
