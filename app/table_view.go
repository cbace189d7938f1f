package app

import (
	"math"
	"slices"

	"touchline.app/app/look"
	"touchline.app/app/plane"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/search"
	"touchline.app/resources"
)

// newTableView shows all touchpoints, or those a filter leaves.
func newTableView(e *editor) *gridView[journey.Touchpoint] {
	type touchpoint = journey.Touchpoint
	plain := func(of func(touchpoint) string) func(*journey.Map, touchpoint) string {
		return func(_ *journey.Map, t touchpoint) string { return of(t) }
	}
	cols := []gridColumn[touchpoint]{
		{key: "touchpoint.title", width: 210, text: plain(func(t touchpoint) string { return t.Title }), dress: e.dressTitle, field: "Title"},
		{key: "touchpoint.stage", width: 130, text: stageName, number: stageAt, dress: e.dressStage, choices: e.stageChoices},
		{key: "touchpoint.channel", width: 130, text: channelName, dress: e.dressChannel, choices: e.channelChoices},
		enumColumn(e, "touchpoint.kind", "kind", journey.Interactions, func(t *touchpoint) *journey.Interaction { return &t.Type }),
		e.ownershipColumn(),
		enumColumn(e, "touchpoint.delivery", "delivery", journey.Deliveries, func(t *touchpoint) *journey.Delivery { return &t.Delivery }),
		emotionColumn(e, "emotion.expected", edit.Expected),
		emotionColumn(e, "emotion.actual", edit.Actual),
		{
			key: "lane.gap", width: 76, pill: true, end: true, text: plain(func(touchpoint) string { return "" }),
			number: func(_ *journey.Map, t touchpoint) (float64, bool) { return journey.Gap(t) },
		},
		{
			key: "touchpoint.matters", width: 150, text: plain(matters),
			number: func(_ *journey.Map, t touchpoint) (float64, bool) { return 1, t.Matters },
			flip:   func(t touchpoint) { e.do(alter(t, func(t *touchpoint) { t.Matters = !t.Matters })) },
		},
		{
			key: "touchpoint.leave", width: 240, text: plain(staying),
			number: func(_ *journey.Map, t touchpoint) (float64, bool) { return 1, journey.MayStay(t) },
			flip:   func(t touchpoint) { e.do(alter(t, func(t *touchpoint) { t.LeaveAsIs = !t.LeaveAsIs })) },
		},
		{key: "touchpoint.owner", width: 190, text: plain(func(t touchpoint) string { return t.Owner }), dress: e.dressOwner, field: "Owner"},
		{key: "touchpoint.expects", width: 220, text: plain(func(t touchpoint) string { return t.Expectation }), field: "Expectation"},
		{key: "emotion.actual.quote", width: 220, text: plain(func(t touchpoint) string { return t.Actual.Quote }), field: "Actual.Quote"},
		{key: "touchpoint.what", width: 260, text: plain(func(t touchpoint) string { return t.Details }), field: "Details"},
	}
	g := newGridView(e, left, func(m *journey.Map, id journey.ID) (touchpoint, bool) { return m.Touchpoints.Get(id) }, cols)
	g.also = func(m *journey.Map) func() {
		found := journey.HandOffs(m)
		return func() { e.views.handOffs = found }
	}
	return g
}

// left returns the touchpoints a filter and a stage leave, in order.
func left(m *journey.Map, f search.Filter, stage journey.ID) []journey.Touchpoint {
	all := m.Journey()
	if f.Empty() && stage == "" {
		return all
	}
	found := f.Apply(m)
	return slices.DeleteFunc(all, func(t journey.Touchpoint) bool {
		return !found.Touchpoints[t.ID] || stage != "" && t.Stage != stage
	})
}

// dressTitle marks what matters, and what lies in a stage that is not shown.
func (e *editor) dressTitle(t journey.Touchpoint, l *plane.Cell) {
	l.Strong = true
	if s, _ := e.doc.Map().Stages.Get(t.Stage); s.Hidden {
		l.Quiet, l.Tag = true, say.Text("view.hidden")
	}
}

// dressStage shows the hue a stage has on the map.
func (e *editor) dressStage(t journey.Touchpoint, l *plane.Cell) {
	l.Hue = look.SceneColor(e.hueOf(t.Stage))
}

func (e *editor) dressChannel(t journey.Touchpoint, l *plane.Cell) {
	if c, ok := e.doc.Map().Channels.Get(t.Channel); ok {
		l.Icon = say.OrElse(c.Icon, resources.IconFor(c.Name))
	}
}

// dressOwner says from whom the customer is handed over.
func (e *editor) dressOwner(t journey.Touchpoint, l *plane.Cell) {
	l.From = e.views.handOffs[t.ID]
}

// ownershipColumn shows whose a touchpoint is; where it says nothing, its channel does.
func (e *editor) ownershipColumn() gridColumn[journey.Touchpoint] {
	c := enumColumn(e, "touchpoint.ownership", "ownership", journey.Ownerships, func(t *journey.Touchpoint) *journey.Ownership { return &t.Ownership })
	own := c.choices
	c.text = func(m *journey.Map, t journey.Touchpoint) string {
		if o := m.OwnershipOf(t); o != "" {
			return say.Word("ownership", o)
		}
		return ""
	}
	c.dress = func(t journey.Touchpoint, l *plane.Cell) {
		o := e.doc.Map().OwnershipOf(t)
		l.Foreign = o != "" && o != journey.Owned
	}
	c.choices = func(t journey.Touchpoint) []choice {
		cs := own(t)
		cs[0].text = say.Text("choice.from_channel")
		return cs
	}
	return c
}

func matters(t journey.Touchpoint) string {
	if t.Matters {
		return "★ " + t.Reason
	}
	return ""
}

// staying says why no change is needed at a touchpoint, where none is.
func staying(t journey.Touchpoint) string {
	switch {
	case t.LeaveAsIs:
		return "✓ " + say.Capital(say.Text("scene.leave"))
	case journey.MayStay(t):
		return "✓ " + say.Capital(say.Text("report.stay.shown"))
	}
	return ""
}

func stageName(m *journey.Map, t journey.Touchpoint) string {
	s, _ := m.Stages.Get(t.Stage)
	return say.OrElse(s.Name, say.Text("unnamed"))
}

// stageAt sorts by the place of the touchpoint's stage in time.
func stageAt(m *journey.Map, t journey.Touchpoint) (float64, bool) {
	s, ok := m.Stages.Get(t.Stage)
	before := 0
	for other := range m.Stages.All() {
		if other.Order < s.Order {
			before++
		}
	}
	return float64(before), ok
}

func channelName(m *journey.Map, t journey.Touchpoint) string {
	c, _ := m.Channels.Get(t.Channel)
	return c.Name
}

func (e *editor) stageChoices(t journey.Touchpoint) []choice {
	var cs []choice
	for _, s := range e.doc.Map().StagesInOrder() {
		cs = append(cs, choice{say.OrElse(s.Name, say.Text("unnamed")), func(e *editor) {
			e.do(edit.MoveTouchpoints{IDs: []journey.ID{t.ID}, Stage: s.ID, Index: e.doc.Map().Touchpoints.Len()})
		}})
	}
	return cs
}

func (e *editor) channelChoices(t journey.Touchpoint) []choice {
	to := func(id journey.ID) func(*editor) {
		return func(e *editor) { e.do(alter(t, func(t *journey.Touchpoint) { t.Channel = id })) }
	}
	cs := []choice{{say.Text("choice.none"), to("")}}
	for _, c := range e.doc.Map().ChannelsInOrder() {
		cs = append(cs, choice{say.OrElse(c.Name, say.Text("unnamed")), to(c.ID)})
	}
	return cs
}

// enumColumn is a column of one of the model's words.
func enumColumn[T journey.Row, S ~string](e *editor, key, group string, values []S, at func(*T) *S) gridColumn[T] {
	show := func(v S) string {
		if v == "" {
			return ""
		}
		return say.Word(group, v)
	}
	return gridColumn[T]{
		key: key, width: 112, text: func(_ *journey.Map, r T) string { return show(*at(&r)) },
		choices: func(r T) []choice {
			var cs []choice
			for _, v := range append([]S{""}, values...) {
				cs = append(cs, choice{say.OrElse(show(v), say.Text("choice.none")), func(e *editor) {
					e.do(alter(r, func(r *T) { *at(r) = v }))
				}})
			}
			return cs
		},
	}
}

// emotionColumn is a column of valences: a number from -2 to +2 is typed.
func emotionColumn(e *editor, key string, which edit.Which) gridColumn[journey.Touchpoint] {
	of := func(t *journey.Touchpoint) *journey.Emotion {
		if which == edit.Expected {
			return &t.Expected
		}
		return &t.Actual
	}
	return gridColumn[journey.Touchpoint]{
		key: key, width: 92, end: true,
		text: func(_ *journey.Map, t journey.Touchpoint) string {
			if em := of(&t); em.Known {
				return say.Signed(em.Valence)
			}
			return ""
		},
		number: func(_ *journey.Map, t journey.Touchpoint) (float64, bool) {
			em := of(&t)
			return em.Valence, em.Known && !math.IsNaN(em.Valence)
		},
		set: func(t journey.Touchpoint, text string) error {
			q, ok := say.ParseNumber(text)
			switch {
			case !ok || math.Abs(q.Value) > journey.MaxValence:
				return say.Fault("view.valence", "Text", text)
			case !q.Known:
				return e.doc.Do(alter(t, func(t *journey.Touchpoint) { *of(t) = journey.Emotion{} }))
			}
			return e.doc.Do(edit.SetEmotion{ID: t.ID, Which: which, Valence: q.Value})
		},
	}
}

// alter changes a row as it is when the command is carried out.
func alter[T journey.Row](r T, change func(*T)) edit.Command {
	return edit.Alter[T]{IDs: []journey.ID{r.RowID()}, Change: change}
}
