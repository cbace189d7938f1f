package inspector

import (
	"time"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// The fields of what lies in a cell: notes, pain points, opportunities, metrics.

func noteFields(f *Form, id journey.ID) {
	s := about[journey.Note](f, id)
	stage, touchpoint := func(r *journey.Note) *journey.ID { return &r.Stage }, func(r *journey.Note) *journey.ID { return &r.Touchpoint }
	f.add(kit.Title(say.Text("kind.note")), s.para("note.text", func(r *journey.Note) *string { return &r.Text }))
	placeFields(f, s, stage, touchpoint, func(r *journey.Note) *journey.ID { return &r.Lane },
		journey.LaneGoals, journey.LaneThoughts, journey.LaneBackstage, journey.LaneText)
	reachField(f, s, stage, touchpoint, func(r *journey.Note) *journey.Reach { return &r.Reach })
	f.add(removal(f, journey.KindNote, id, "remove.note"))
}

func painPointFields(f *Form, id journey.ID) {
	s := about[journey.PainPoint](f, id)
	f.add(s.para("pain.text", func(r *journey.PainPoint) *string { return &r.Text }), painPointRatings(s))
	placeFields(f, s, func(r *journey.PainPoint) *journey.ID { return &r.Stage }, func(r *journey.PainPoint) *journey.ID { return &r.Touchpoint },
		func(r *journey.PainPoint) *journey.ID { return &r.Lane }, journey.LanePainPoints)
	reachField(f, s, func(r *journey.PainPoint) *journey.ID { return &r.Stage }, func(r *journey.PainPoint) *journey.ID { return &r.Touchpoint },
		func(r *journey.PainPoint) *journey.Reach { return &r.Reach })
	f.add(removal(f, journey.KindPainPoint, id, "remove.pain"))
}

func painPointRatings(s subject[journey.PainPoint]) fyne.CanvasObject {
	return kit.Pair(s.rating("pain.severity", func(r *journey.PainPoint) *int { return &r.Severity }),
		s.known("pain.owner", func(r *journey.PainPoint) *string { return &r.Owner }, owners))
}

func opportunityFields(f *Form, id journey.ID) {
	s := about[journey.Opportunity](f, id)
	f.add(s.para("chance.text", func(r *journey.Opportunity) *string { return &r.Text }), opportunityRatings(s))
	placeFields(f, s, func(r *journey.Opportunity) *journey.ID { return &r.Stage }, func(r *journey.Opportunity) *journey.ID { return &r.Touchpoint },
		func(r *journey.Opportunity) *journey.ID { return &r.Lane }, journey.LaneOpportunities)
	reachField(f, s, func(r *journey.Opportunity) *journey.ID { return &r.Stage }, func(r *journey.Opportunity) *journey.ID { return &r.Touchpoint },
		func(r *journey.Opportunity) *journey.Reach { return &r.Reach })
	f.add(removal(f, journey.KindOpportunity, id, "remove.chance"))
}

func opportunityRatings(s subject[journey.Opportunity]) fyne.CanvasObject {
	return kit.Stack(9, kit.Pair(s.rating("chance.impact", func(r *journey.Opportunity) *int { return &r.Impact }),
		s.rating("chance.effort", func(r *journey.Opportunity) *int { return &r.Effort })),
		s.known("chance.owner", func(r *journey.Opportunity) *string { return &r.Owner }, owners),
		kit.Pair(s.known("chance.due", func(r *journey.Opportunity) *string { return &r.Due }, dues),
			enum(s, "chance.state", "state", journey.OpportunityStates,
				func(r *journey.Opportunity) *journey.OpportunityState { return &r.State })))
}

func metricFields(f *Form, id journey.ID) {
	s := about[journey.Metric](f, id)
	f.add(s.line("metric.name", func(r *journey.Metric) *string { return &r.Name }), metricNumbers(s))
	placeFields(f, s, func(r *journey.Metric) *journey.ID { return &r.Stage }, func(r *journey.Metric) *journey.ID { return &r.Touchpoint },
		func(r *journey.Metric) *journey.ID { return &r.Lane }, journey.LaneMetrics)
	f.add(removal(f, journey.KindMetric, id, "remove.metric"))
}

func metricNumbers(s subject[journey.Metric]) fyne.CanvasObject {
	return kit.Stack(9, kit.Trio(s.number("metric.target", func(r *journey.Metric) journey.Quantity { return r.Target },
		func(r *journey.Metric, q journey.Quantity) { r.Target = q }),
		s.number("metric.actual", func(r *journey.Metric) journey.Quantity { return r.Actual },
			func(r *journey.Metric, q journey.Quantity) { r.Actual = q }),
		s.known("metric.unit", func(r *journey.Metric) *string { return &r.Unit }, units)),
		s.check("metric.lower", func(r *journey.Metric) *bool { return &r.LowerIsBetter }))
}

// placeFields adds where a row stands. Within the fields of its touchpoint it
// stands there, and nothing is added.
func placeFields[T journey.Row](f *Form, s subject[T], stage, touchpoint, lane func(*T) *journey.ID, types ...journey.LaneType) {
	if f.within {
		return
	}
	f.add(kit.Pair(placeOfStage(s, stage, touchpoint), placeOfLane(s, lane, types...)), placeOfTouchpoint(s, stage, touchpoint))
}

type dayOf = time.Time

// tiedFields adds the pain points, opportunities and metrics of a touchpoint and
// the buttons that add one.
func tiedFields(f *Form, id journey.ID) {
	rows := Tied(f.doc.Map(), id)
	tiedGroup(f, rows, journey.KindPainPoint, "inspector.pains", "add.pain", func() edit.Command { return f.newPainPoint(id) })
	tiedGroup(f, rows, journey.KindOpportunity, "inspector.chances", "add.chance", func() edit.Command { return f.newOpportunity(id) })
	tiedGroup(f, rows, journey.KindMetric, "inspector.metrics", "add.metric", func() edit.Command { return f.newMetric(id) })
}

func tiedGroup(f *Form, rows []journey.Row, kind journey.Kind, heading, add string, command func() edit.Command) {
	f.heading(heading)
	for _, r := range rows {
		if r.Kind() != kind {
			continue
		}
		part := &Form{doc: f.doc, failed: f.failed, list: f.list, within: true}
		fill := fyne.ThemeColorName("inputBackground")
		switch kind {
		case journey.KindPainPoint:
			fill = look.Pain
			painPointFields(part, r.RowID())
		case journey.KindOpportunity:
			fill = look.Chance
			opportunityFields(part, r.RowID())
		default:
			metricFields(part, r.RowID())
		}
		f.onLoad(part.load)
		f.add(kit.NewPlate(fill, look.Hairline, 7, kit.Inset(9, 9, 9, 9, kit.Stack(8, part.Objects...))))
	}
	f.add(kit.More(add, func() { f.do(command()) }))
}

// removal is the button that deletes a row.
func removal(f *Form, kind journey.Kind, id journey.ID, key string) fyne.CanvasObject {
	return kit.Strip(4, kit.NewPress(say.Text(key), "", func() { f.do(edit.Remove{Kind: kind, ID: id}) }))
}

// earlierLater is a pair of buttons that move something by one place.
func earlierLater(earlier, later string, by func(int)) fyne.CanvasObject {
	return kit.Strip(4, kit.NewPress(say.Text(earlier), "", func() { by(-1) }), kit.NewPress(say.Text(later), "", func() { by(1) }))
}

func (f *Form) moveStage(id journey.ID, by int) {
	for i, s := range f.doc.Map().StagesInOrder() {
		if s.ID == id {
			f.do(edit.MoveStage{ID: id, Index: placeBeside(i, by)})
			return
		}
	}
}

func (f *Form) moveLane(id journey.ID, by int) {
	for i, l := range f.doc.Map().LanesInOrder() {
		if l.ID == id {
			f.do(edit.MoveLane{ID: id, Index: placeBeside(i, by)})
			return
		}
	}
}

// placeBeside returns the index to move to before, one place up or down from i.
func placeBeside(i, by int) int {
	if by < 0 {
		return max(i-1, 0)
	}
	return i + 2
}
