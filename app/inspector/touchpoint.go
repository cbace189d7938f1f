package inspector

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/additions"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

type touchpoint = subject[journey.Touchpoint]

// touchpointFields adds every field of a touchpoint, and what is tied to it.
func touchpointFields(f *Form, id journey.ID) {
	s := about[journey.Touchpoint](f, id)
	f.add(touchpointHead(s))
	f.heading("touchpoint.what")
	f.add(titleField(s),
		kit.Pair(channelChoice(s), enumOr(s, "touchpoint.ownership", "choice.from_channel", "ownership", journey.Ownerships,
			func(t *journey.Touchpoint) *journey.Ownership { return &t.Ownership })),
		kit.Pair(enum(s, "touchpoint.kind", "kind", journey.Interactions,
			func(t *journey.Touchpoint) *journey.Interaction { return &t.Type }),
			enumOr(s, "touchpoint.status", "choice.unchanged", "status", journey.CustomerStatuses,
				func(t *journey.Touchpoint) *journey.CustomerStatus { return &t.Status })))
	f.heading("touchpoint.expects")
	f.add(s.para("touchpoint.here", func(t *journey.Touchpoint) *string { return &t.Expectation }),
		stageExpectation(f, s), about[journey.Head](f, f.doc.Map().Head.ID).para("touchpoint.overall",
			func(h *journey.Head) *string { return &h.Expectation }))
	f.heading("touchpoint.emotion")
	f.add(emotionFields(s, edit.Expected), emotionFields(s, edit.Actual))
	sourcesFields(f, id)
	promisesOf(f, id)
	f.heading("touchpoint.decision")
	f.add(s.check("touchpoint.matters", func(t *journey.Touchpoint) *bool { return &t.Matters }),
		s.para("touchpoint.reason", func(t *journey.Touchpoint) *string { return &t.Reason }),
		s.check("touchpoint.leave", func(t *journey.Touchpoint) *bool { return &t.LeaveAsIs }))
	tiedFields(f, id)
	passageFields(f, s)
	moreFields(f, s)
}

// titleField proposes verbs while its first word is written.
func titleField(s touchpoint) fyne.CanvasObject {
	e := kit.NewBriefField()
	o := s.entry("touchpoint.title", e, func(t *journey.Touchpoint) *string { return &t.Title })
	s.f.propose(e, func(text string) []string {
		if text == say.Text("new.touchpoint") {
			text = ""
		}
		return verbs(say.LanguageOf(s.f.doc.Map()), text)
	})
	return o
}

// moreFields adds what is asked for less often: details, place, people, colour.
func moreFields(f *Form, s touchpoint) {
	f.heading("touchpoint.more")
	f.add(s.para("touchpoint.details", func(t *journey.Touchpoint) *string { return &t.Details }),
		kit.Pair(stageChoice(s), laneChoice(s)),
		kit.Pair(enum(s, "touchpoint.delivery", "delivery", journey.Deliveries,
			func(t *journey.Touchpoint) *journey.Delivery { return &t.Delivery }),
			s.known("touchpoint.owner", func(t *journey.Touchpoint) *string { return &t.Owner }, owners)))
	actorFields(f, s)
	f.heading("touchpoint.look")
	f.add(colour(s, func(t *journey.Touchpoint) *string { return &t.Color }))
}

// touchpointHead is the title of the form with the star of a moment that matters.
func touchpointHead(s touchpoint) fyne.CanvasObject {
	star := kit.NewInk("", 12, fyne.TextStyle{}, look.Matters)
	s.f.onLoad(func() {
		text := ""
		if t, ok := s.now(); ok && t.Matters {
			text = "★ " + say.Text("touchpoint.matters")
		}
		star.Set(text, look.Matters)
	})
	return kit.Flank(nil, star, kit.Title(say.Text("kind.touchpoint")))
}

func channelChoice(s touchpoint) fyne.CanvasObject {
	return s.choose("touchpoint.channel", func() []kit.Option {
		os := []kit.Option{{Value: "", Text: say.Text("choice.none")}}
		for _, c := range s.f.doc.Map().ChannelsInOrder() {
			os = append(os, kit.Option{Value: string(c.ID), Text: say.OrElse(c.Name, say.Text("unnamed"))})
		}
		return os
	}, func(t *journey.Touchpoint) string { return string(t.Channel) },
		func(v string) { s.set(func(t *journey.Touchpoint) { t.Channel = journey.ID(v) }) })
}

func stageChoice(s touchpoint) fyne.CanvasObject {
	return s.choose("touchpoint.stage", func() []kit.Option {
		var os []kit.Option
		for _, r := range s.f.doc.Map().StagesInOrder() {
			os = append(os, kit.Option{Value: string(r.ID), Text: say.OrElse(r.Name, say.Text("unnamed"))})
		}
		return os
	}, func(t *journey.Touchpoint) string { return string(t.Stage) }, func(v string) {
		s.f.do(edit.MoveTouchpoints{IDs: s.ids, Stage: journey.ID(v), Index: additions.LastPlace})
	})
}

func laneChoice(s touchpoint) fyne.CanvasObject {
	return s.choose("touchpoint.lane", func() []kit.Option {
		var os []kit.Option
		for _, l := range s.f.doc.Map().LanesInOrder() {
			if l.Type == journey.LaneTouchpoints {
				os = append(os, kit.Option{Value: string(l.ID), Text: say.OrElse(l.Name, say.Word("lane", l.Type))})
			}
		}
		return os
	}, func(t *journey.Touchpoint) string { return string(t.Lane) }, func(v string) {
		s.set(func(t *journey.Touchpoint) { t.Lane = journey.ID(v) })
	})
}

// stageExpectation edits what is expected of the stage the touchpoint is in,
// also after the touchpoint was moved to another one.
func stageExpectation(f *Form, s touchpoint) fyne.CanvasObject {
	e := kit.NewField(true)
	stage := func() subject[journey.Stage] {
		t, _ := s.now()
		return about[journey.Stage](f, t.Stage)
	}
	e.OnChanged = func(text string) {
		e.Grow()
		stage().typed("stage.expectation", func(r *journey.Stage) { r.Expectation = text })
	}
	e.Left = f.doc.EndGesture
	f.onLoad(func() {
		if r, ok := stage().now(); ok && e.Text != r.Expectation {
			e.SetText(r.Expectation)
		}
	})
	return kit.Labelled("touchpoint.for_stage", e)
}

// actorFields adds a check for each persona of the map.
func actorFields(f *Form, s touchpoint) {
	personas := f.doc.Map().PersonasInOrder()
	if len(personas) == 0 {
		return
	}
	f.heading("touchpoint.actors")
	for _, p := range personas {
		f.add(s.tick(say.OrElse(p.Name, say.Text("unnamed")), func(t *journey.Touchpoint) bool { return hasActor(t.Actors, p.ID) },
			func(t *journey.Touchpoint, on bool) { t.Actors = withActor(t.Actors, p.ID, on) }))
	}
}

func hasActor(ids []journey.ID, id journey.ID) bool {
	for _, a := range ids {
		if a == id {
			return true
		}
	}
	return false
}

// withActor returns the actors with id among them or not, as a new slice.
func withActor(ids []journey.ID, id journey.ID, in bool) []journey.ID {
	var out []journey.ID
	for _, a := range ids {
		if a != id {
			out = append(out, a)
		}
	}
	if in {
		out = append(out, id)
	}
	return out
}
