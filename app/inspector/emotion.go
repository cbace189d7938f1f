package inspector

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
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
	f := kit.Stack(6, emotionTitle(s, w, name), emotionSlider(s, w),
		container.New(&kit.Evenly{Gap: 8, First: 0.36}, s.known(name+".word", func(t *journey.Touchpoint) *string { return &emotionOf(t, w).Word }, feelings),
			s.para(name+".quote", func(t *journey.Touchpoint) *string { return &emotionOf(t, w).Quote })))
	f.Add(evidenceFields(s, w))
	return f
}

// emotionTitle says "Actual · Neutral −0.2  gap −1.2" with a button that takes
// the emotion away.
func emotionTitle(s touchpoint, w edit.Which, name string) fyne.CanvasObject {
	text := kit.NewInk("", 12, fyne.TextStyle{}, look.Grey).Narrow(60)
	diff := kit.NewInk("", 12, kit.Bold, look.Grey)
	clear := kit.NewPress("×", "", func() {
		s.set(func(t *journey.Touchpoint) { *emotionOf(t, w) = journey.Emotion{} })
	})
	clear.Small = true
	s.f.onLoad(func() {
		t, ok := s.now()
		if !ok {
			return
		}
		e := emotionOf(&t, w)
		clear.Enable(e.Known)
		if !e.Known {
			text.Set(say.Text(name)+" · "+say.Text("emotion.unknown"), look.Grey)
		} else {
			text.Set(say.Text(name)+" · "+say.Text("feeling."+strconv.Itoa(int(e.Feeling())))+" "+say.Signed(e.Valence), look.Grey)
		}
		diff.Set(gapText(t, w))
	})
	return kit.Flank(nil, kit.Strip(4, diff, clear), text)
}

// gapText returns the gap in words and its colour, beside the actual emotion.
func gapText(t journey.Touchpoint, w edit.Which) (string, fyne.ThemeColorName) {
	g, ok := journey.Gap(t)
	if w != edit.Actual || !ok {
		return "", look.Grey
	}
	g = math.Round(g*10) / 10
	color := look.Grey
	switch {
	case g < 0:
		color = look.Negative
	case g > 0:
		color = look.Positive
	}
	return say.Text("emotion.gap", "Gap", say.Signed(g)), color
}

func emotionSlider(s touchpoint, w edit.Which) fyne.CanvasObject {
	which := "expected"
	if w == edit.Actual {
		which = "actual"
	}
	face := kit.NewFace()
	sl := kit.NewSlider(w == edit.Expected, func(v float64) {
		if s.f.loading {
			return
		}
		err := s.f.doc.Type(edit.SetEmotions{IDs: s.ids, Which: w, Valence: v, Gesture: "slide " + which + " " + string(s.id)})
		if err != nil {
			s.f.failed(err)
		}
	}, s.f.doc.EndGesture)
	sl.Cleared = func() { s.set(func(t *journey.Touchpoint) { *emotionOf(t, w) = journey.Emotion{} }) }
	s.f.onLoad(func() {
		type felt struct {
			known bool
			v     float64
		}
		e, same, there := common(s, func(t *journey.Touchpoint) felt { return felt{emotionOf(t, w).Known, emotionOf(t, w).Valence} })
		if there {
			sl.Set(e.v, e.known && same)
			face.Set(e.v, e.known && same)
		}
	})
	return kit.Flank(face, nil, sl)
}

func headDay(s subject[journey.Head]) fyne.CanvasObject {
	return s.day("map.date", func(h *journey.Head) *dayOf { return &h.Date })
}

// colour adds a field of a colour: a swatch, and the colour as #RRGGBB. An empty
// one is taken from the theme.
func colour[T journey.Row](s subject[T], at func(*T) *string) fyne.CanvasObject {
	e := kit.NewField(false)
	e.PlaceHolder = say.Text("colour.own")
	swatch := kit.Rect(5)
	e.OnChanged = func(text string) {
		c, ok := look.ParseHex(text)
		e.Wrong(!ok)
		swatch.FillColor = c
		swatch.Refresh()
		if ok {
			s.typed("colour", func(r *T) { *at(r) = say.Upper(text) })
		}
	}
	e.Left = s.f.doc.EndGesture
	s.f.onLoad(func() {
		have, same, there := common(s, func(r *T) string { return *at(r) })
		if there && (!same || say.Upper(e.Text) != have) {
			e.Put(have, same, say.Text("colour.own"))
		}
	})
	swatches := kit.Strip(2)
	for _, c := range []string{"", "#3F51D9", "#7048C6", "#B03A8C", "#D1602B", "#B98300", "#1F8A70"} {
		sw := kit.NewSwatch(c, func() { s.set(func(r *T) { *at(r) = c }) })
		swatches.Add(sw)
		s.f.onLoad(func() {
			have, same, _ := common(s, func(r *T) string { return *at(r) })
			sw.Choose(same && have == c)
		})
	}
	box := container.New(kit.Fixed{Width: 26}, kit.Inset(3, 3, 3, 0, swatch))
	return kit.Stack(3, kit.Caption(say.Text("colour.label")), kit.Flank(box, nil, e), widget.NewSeparator(), swatches)
}
