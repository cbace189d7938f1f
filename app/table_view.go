package app

import (
	"fmt"
	"math"
	"strconv"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// newTableView shows all touchpoints, or those a filter leaves.
func newTableView(e *editor) *gridView[journey.Touchpoint] {
	all := func() []journey.Touchpoint {
		m, f := e.doc.Map(), e.filtering
		var out []journey.Touchpoint
		for _, t := range m.Journey() {
			if f.filter.Matches(m, t) && (f.stage == "" || f.stage == t.Stage) {
				out = append(out, t)
			}
		}
		return out
	}
	type touchpoint = journey.Touchpoint
	cols := []gridColumn[touchpoint]{
		{key: "touchpoint.title", width: 190, text: func(t touchpoint) string { return t.Title }, set: setText[touchpoint](e, "Title")},
		{key: "touchpoint.stage", width: 110, text: e.stageOf, number: e.stageAt, choices: e.stageChoices},
		{key: "touchpoint.channel", width: 110, text: e.channelOf, choices: e.channelChoices},
		enumColumn(e, "touchpoint.kind", "kind", journey.Interactions, func(t *touchpoint) *journey.Interaction { return &t.Type }),
		e.ownershipColumn(),
		enumColumn(e, "touchpoint.delivery", "delivery", journey.Deliveries, func(t *touchpoint) *journey.Delivery { return &t.Delivery }),
		emotionColumn(e, "emotion.expected", edit.Expected),
		emotionColumn(e, "emotion.actual", edit.Actual),
		{key: "lane.gap", width: 76, pill: true, number: journey.Gap, text: func(touchpoint) string { return "" }},
		{
			key: "touchpoint.matters", width: 130, text: matters, number: func(t touchpoint) (float64, bool) { return 1, t.Matters },
			flip: func(t touchpoint) { e.do(alter(t, func(t *touchpoint) { t.Matters = !t.Matters })) },
		},
		{key: "touchpoint.owner", width: 120, text: func(t touchpoint) string { return t.Owner }, set: setText[touchpoint](e, "Owner")},
		{key: "touchpoint.expects", width: 220, text: func(t touchpoint) string { return t.Expectation }, set: setText[touchpoint](e, "Expectation")},
		{key: "emotion.actual.quote", width: 220, text: func(t touchpoint) string { return t.Actual.Quote }, set: setText[touchpoint](e, "Actual.Quote")},
		{key: "touchpoint.what", width: 260, text: func(t touchpoint) string { return t.Details }, set: setText[touchpoint](e, "Details")},
	}
	return newGridView(e, all, cols)
}

// ownershipColumn shows whose a touchpoint is; where it says nothing, its channel does.
func (e *editor) ownershipColumn() gridColumn[journey.Touchpoint] {
	c := enumColumn(e, "touchpoint.ownership", "ownership", journey.Ownerships, func(t *journey.Touchpoint) *journey.Ownership { return &t.Ownership })
	own := c.choices
	c.text = func(t journey.Touchpoint) string {
		if o := e.doc.Map().OwnershipOf(t); o != "" {
			return word("ownership", o)
		}
		return ""
	}
	c.choices = func(t journey.Touchpoint) []choice {
		cs := own(t)
		cs[0].text = say("choice.from_channel")
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

func (e *editor) stageOf(t journey.Touchpoint) string {
	s, _ := e.doc.Map().Stages.Get(t.Stage)
	return orElse(s.Name, say("unnamed"))
}

// stageAt is the place of the touchpoint's stage in time.
func (e *editor) stageAt(t journey.Touchpoint) (float64, bool) {
	for i, s := range e.doc.Map().StagesInOrder() {
		if s.ID == t.Stage {
			return float64(i), true
		}
	}
	return 0, false
}

func (e *editor) channelOf(t journey.Touchpoint) string {
	c, _ := e.doc.Map().Channels.Get(t.Channel)
	return c.Name
}

func (e *editor) stageChoices(t journey.Touchpoint) []choice {
	var cs []choice
	for _, s := range e.doc.Map().StagesInOrder() {
		cs = append(cs, choice{orElse(s.Name, say("unnamed")), func(e *editor) {
			e.do(edit.MoveTouchpoints{IDs: []journey.ID{t.ID}, Stage: s.ID, Index: e.doc.Map().Touchpoints.Len()})
		}})
	}
	return cs
}

func (e *editor) channelChoices(t journey.Touchpoint) []choice {
	to := func(id journey.ID) func(*editor) {
		return func(e *editor) { e.do(alter(t, func(t *journey.Touchpoint) { t.Channel = id })) }
	}
	cs := []choice{{say("choice.none"), to("")}}
	for _, c := range e.doc.Map().ChannelsInOrder() {
		cs = append(cs, choice{orElse(c.Name, say("unnamed")), to(c.ID)})
	}
	return cs
}

// enumColumn is a column of one of the model's words.
func enumColumn[T journey.Row, S ~string](e *editor, key, group string, values []S, at func(*T) *S) gridColumn[T] {
	show := func(v S) string {
		if v == "" {
			return ""
		}
		return word(group, v)
	}
	return gridColumn[T]{
		key: key, width: 108, text: func(r T) string { return show(*at(&r)) },
		choices: func(r T) []choice {
			var cs []choice
			for _, v := range append([]S{""}, values...) {
				cs = append(cs, choice{orElse(show(v), say("choice.none")), func(e *editor) {
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
		key: key, width: 92,
		text: func(t journey.Touchpoint) string {
			if em := of(&t); em.Known {
				return signed(em.Valence)
			}
			return ""
		},
		number: func(t journey.Touchpoint) (float64, bool) {
			em := of(&t)
			return em.Valence, em.Known && !math.IsNaN(em.Valence)
		},
		set: func(t journey.Touchpoint, text string) error {
			q, ok := parseNumber(text)
			switch {
			case !ok || math.Abs(q.Value) > journey.MaxValence:
				return fmt.Errorf("%s", say("view.valence", "Text", text))
			case !q.Known:
				return e.doc.Do(alter(t, func(t *journey.Touchpoint) { *of(t) = journey.Emotion{} }))
			}
			return e.doc.Do(edit.SetEmotion{ID: t.ID, Which: which, Valence: q.Value})
		},
	}
}

// ratingColumn is a column of ratings from 1 to 5.
func ratingColumn[T journey.Row](e *editor, key string, at func(*T) *int) gridColumn[T] {
	to := func(n int) func(*T) { return func(r *T) { *at(r) = n } }
	return gridColumn[T]{
		key: key, width: 80,
		number: func(r T) (float64, bool) { n := *at(&r); return float64(n), n > 0 },
		text: func(r T) string {
			if n := *at(&r); n > 0 {
				return strconv.Itoa(n)
			}
			return ""
		},
		set: func(r T, text string) error {
			q, ok := parseNumber(text)
			n := int(q.Value)
			if !ok || q.Known && (n < 1 || n > 5 || float64(n) != q.Value) {
				return fmt.Errorf("%s", say("view.rating", "Text", text))
			}
			return e.doc.Do(alter(r, to(n)))
		},
	}
}

// alter changes a row as it is when the command is carried out.
func alter[T journey.Row](r T, change func(*T)) edit.Command {
	return edit.Alter[T]{IDs: []journey.ID{r.RowID()}, Change: change}
}
