package inspector

import (
	"slices"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// manyFields adds what can be changed for several things at once: kind by kind,
// each field for all things of the kind in one step.
func manyFields(f *Form, refs []scene.Ref) {
	f.add(kit.Title(say.Count("inspector.many", len(refs))))
	of := map[journey.Kind][]journey.ID{}
	var kinds []journey.Kind
	for _, r := range refs {
		if _, ok := f.doc.Map().Row(r.Kind, r.ID); !ok {
			continue
		}
		if !slices.Contains(kinds, r.Kind) {
			kinds = append(kinds, r.Kind)
		}
		of[r.Kind] = append(of[r.Kind], r.ID)
	}
	for _, k := range kinds {
		if add, ok := manyOf[k]; ok {
			f.heading(say.KindKeys[k])
			add(f, of[k])
		}
	}
}

var manyOf = map[journey.Kind]func(*Form, []journey.ID){
	journey.KindTouchpoint: manyTouchpoints,
	journey.KindStage: func(f *Form, ids []journey.ID) {
		s := about[journey.Stage](f, ids...)
		f.add(enum(s, "stage.phase", "phase", journey.Phases, func(r *journey.Stage) *journey.Phase { return &r.Phase }),
			s.line("stage.phase_note", func(r *journey.Stage) *string { return &r.PhaseNote }),
			enum(s, "stage.status", "status", journey.CustomerStatuses, func(r *journey.Stage) *journey.CustomerStatus { return &r.Status }),
			colour(s, func(r *journey.Stage) *string { return &r.Color }),
			s.points("size.width", func(r *journey.Stage) *float64 { return &r.Width }),
			s.check("stage.hidden", func(r *journey.Stage) *bool { return &r.Hidden }))
	},
	journey.KindLane: func(f *Form, ids []journey.ID) {
		s := about[journey.Lane](f, ids...)
		f.add(colour(s, func(r *journey.Lane) *string { return &r.Color }),
			s.points("size.height", func(r *journey.Lane) *float64 { return &r.Height }),
			s.check("lane.hidden", func(r *journey.Lane) *bool { return &r.Hidden }))
	},
	journey.KindPersona: func(f *Form, ids []journey.ID) {
		s := about[journey.Persona](f, ids...)
		f.add(s.check("persona.employee", func(r *journey.Persona) *bool { return &r.Employee }),
			colour(s, func(r *journey.Persona) *string { return &r.Color }))
	},
	journey.KindChannel: func(f *Form, ids []journey.ID) {
		s := about[journey.Channel](f, ids...)
		f.add(enum(s, "channel.medium", "medium", journey.Media, func(r *journey.Channel) *journey.Medium { return &r.Medium }),
			enum(s, "channel.ownership", "ownership", journey.Ownerships, func(r *journey.Channel) *journey.Ownership { return &r.Ownership }),
			iconChoice(s))
	},
	journey.KindNote: func(f *Form, ids []journey.ID) {
		s := about[journey.Note](f, ids...)
		f.add(placeOfStage(s, func(r *journey.Note) *journey.ID { return &r.Stage }, nil))
	},
	journey.KindPainPoint:   func(f *Form, ids []journey.ID) { f.add(painPointRatings(about[journey.PainPoint](f, ids...))) },
	journey.KindOpportunity: func(f *Form, ids []journey.ID) { f.add(opportunityRatings(about[journey.Opportunity](f, ids...))) },
	journey.KindMetric:      func(f *Form, ids []journey.ID) { f.add(metricNumbers(about[journey.Metric](f, ids...))) },
}

func manyTouchpoints(f *Form, ids []journey.ID) {
	s := about[journey.Touchpoint](f, ids...)
	f.add(kit.Pair(channelChoice(s), enumOr(s, "touchpoint.ownership", "choice.from_channel", "ownership", journey.Ownerships,
		func(t *journey.Touchpoint) *journey.Ownership { return &t.Ownership })),
		kit.Pair(enum(s, "touchpoint.kind", "kind", journey.Interactions, func(t *journey.Touchpoint) *journey.Interaction { return &t.Type }),
			enumOr(s, "touchpoint.status", "choice.unchanged", "status", journey.CustomerStatuses,
				func(t *journey.Touchpoint) *journey.CustomerStatus { return &t.Status })),
		kit.Pair(enum(s, "touchpoint.delivery", "delivery", journey.Deliveries, func(t *journey.Touchpoint) *journey.Delivery { return &t.Delivery }),
			s.known("touchpoint.owner", func(t *journey.Touchpoint) *string { return &t.Owner }, owners)),
		kit.Pair(stageChoice(s), laneChoice(s)),
		s.check("touchpoint.matters", func(t *journey.Touchpoint) *bool { return &t.Matters }),
		s.check("touchpoint.leave", func(t *journey.Touchpoint) *bool { return &t.LeaveAsIs }))
	f.heading("touchpoint.emotion")
	f.add(manyEmotion(s, edit.Expected, "emotion.expected"), manyEmotion(s, edit.Actual, "emotion.actual"),
		enum(s, "evidence.source", "source", journey.Sources, func(t *journey.Touchpoint) *journey.Source { return &t.Actual.Evidence.Source }),
		s.known("evidence.name", func(t *journey.Touchpoint) *string { return &t.Actual.Evidence.Name }, studies))
	actorFields(f, s)
	f.heading("touchpoint.look")
	f.add(colour(s, func(t *journey.Touchpoint) *string { return &t.Color }))
}

// manyEmotion is the slider of several touchpoints. Its knob is where they agree.
func manyEmotion(s touchpoint, w edit.Which, key string) fyne.CanvasObject {
	text := kit.NewInk("", 12, fyne.TextStyle{}, look.Grey).Narrow(60)
	s.f.onLoad(func() {
		type felt struct {
			known bool
			v     float64
		}
		e, same, _ := common(s, func(t *journey.Touchpoint) felt { return felt{emotionOf(t, w).Known, emotionOf(t, w).Valence} })
		switch {
		case !same:
			text.Set(say.Text(key)+" · "+say.Text("inspector.several"), look.Grey)
		case !e.known:
			text.Set(say.Text(key)+" · "+say.Text("emotion.unknown"), look.Grey)
		default:
			text.Set(say.Text(key)+" · "+say.Valence(e.v), look.Grey)
		}
	})
	return kit.Stack(6, text, emotionSlider(s, w))
}
