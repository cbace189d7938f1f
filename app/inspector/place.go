package inspector

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/journey"
)

// Where something in a cell stands, and how far it reaches.

// placeOfStage chooses the stage. In another one the row is tied to no touchpoint.
func placeOfStage[T journey.Row](s subject[T], stage, touchpoint func(*T) *journey.ID) fyne.CanvasObject {
	return s.choose("touchpoint.stage", func() []kit.Option {
		var os []kit.Option
		for _, r := range s.f.doc.Map().StagesInOrder() {
			os = append(os, kit.Option{Value: string(r.ID), Text: say.OrElse(r.Name, say.Text("unnamed"))})
		}
		return os
	}, func(r *T) string { return string(*stage(r)) }, func(v string) {
		s.set(func(r *T) {
			if *stage(r) != journey.ID(v) && touchpoint != nil {
				*touchpoint(r) = ""
			}
			*stage(r) = journey.ID(v)
		})
	})
}

// placeOfTouchpoint chooses the touchpoint of the stage a row is tied to, or none.
func placeOfTouchpoint[T journey.Row](s subject[T], stage, touchpoint func(*T) *journey.ID) fyne.CanvasObject {
	return s.choose("kind.touchpoint", func() []kit.Option {
		os := []kit.Option{{Value: "", Text: say.Text("choice.whole_stage")}}
		if r, ok := s.now(); ok {
			for _, t := range s.f.doc.Map().InStage(*stage(&r)) {
				os = append(os, kit.Option{Value: string(t.ID), Text: say.OrElse(t.Title, say.Text("unnamed"))})
			}
		}
		return os
	}, func(r *T) string { return string(*touchpoint(r)) }, func(v string) {
		s.set(func(r *T) { *touchpoint(r) = journey.ID(v) })
	})
}

// placeOfLane chooses among the lanes of the types.
func placeOfLane[T journey.Row](s subject[T], lane func(*T) *journey.ID, types ...journey.LaneType) fyne.CanvasObject {
	return s.choose("touchpoint.lane", func() []kit.Option {
		var os []kit.Option
		for _, l := range s.f.doc.Map().LanesInOrder() {
			for _, t := range types {
				if l.Type == t {
					os = append(os, kit.Option{Value: string(l.ID), Text: say.OrElse(l.Name, say.Word("lane", l.Type))})
				}
			}
		}
		return os
	}, func(r *T) string { return string(*lane(r)) }, func(v string) {
		s.set(func(r *T) { *lane(r) = journey.ID(v) })
	})
}

// reachField adds how far along the journey a row of a cell goes. Within the
// fields of its touchpoint nothing is added.
func reachField[T journey.Row](f *Form, s subject[T], stage, touchpoint func(*T) *journey.ID, reach func(*T) *journey.Reach) {
	if f.within {
		return
	}
	f.add(s.choose("reach.label", func() []kit.Option {
		os := []kit.Option{{Value: "", Text: say.Text("reach.own")}}
		if r, ok := s.now(); ok {
			os = append(os, endsFrom(f.doc.Map(), *stage(&r), *touchpoint(&r))...)
		}
		return os
	}, func(r *T) string {
		to := reach(r)
		return say.OrElse(string(to.EndTouchpoint), string(to.EndStage))
	}, func(v string) {
		to := reachTo(f.doc.Map(), journey.ID(v))
		s.set(func(r *T) { *reach(r) = to })
	}))
}

// endsFrom lists what can be reached from a place: the touchpoints behind it and
// the ends of the stages.
func endsFrom(m *journey.Map, stage, touchpoint journey.ID) []kit.Option {
	var os []kit.Option
	begun, after := false, touchpoint == ""
	for _, st := range m.StagesInOrder() {
		begun = begun || st.ID == stage
		if !begun {
			continue
		}
		for _, t := range m.InStage(st.ID) {
			if after {
				os = append(os, kit.Option{Value: string(t.ID), Text: say.OrElse(t.Title, say.Text("unnamed"))})
			}
			after = after || t.ID == touchpoint
		}
		os = append(os, kit.Option{Value: string(st.ID), Text: say.Text("reach.stage", "Stage", say.OrElse(st.Name, say.Text("unnamed")))})
	}
	return os
}

// reachTo returns the reach up to a touchpoint, to the end of a stage, or none.
func reachTo(m *journey.Map, id journey.ID) journey.Reach {
	if t, ok := m.Touchpoints.Get(id); ok {
		return journey.Reach{EndStage: t.Stage, EndTouchpoint: id}
	}
	return journey.Reach{EndStage: id}
}
