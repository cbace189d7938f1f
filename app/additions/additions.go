// Package additions makes what is added to a map: new rows with their names and
// places, and the lanes and stages they need where the map has none yet. It returns
// commands and changes nothing.
//
// The package must not know what asks for them: menu, palette, inspector or drag.
package additions

import (
	"cmp"

	"touchline.app/app/document"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Row returns a command that adds one row.
func Row(r journey.Row) edit.Command { return edit.Put{Verb: "add", Rows: []journey.Row{r}} }

// Last returns an order key after all of the rows, which are sorted.
func Last[T any](rows []T, order func(T) string) string {
	last := ""
	if n := len(rows); n > 0 {
		last = order(rows[n-1])
	}
	key, err := journey.Between(last, "")
	if err != nil { // a key from elsewhere that is none: sort by id beside it
		return last
	}
	return key
}

// laneFor returns the id of the first lane in sight of the types, and the command that
// shows a hidden one or adds one where the map has none.
func laneFor(d *document.Document, types ...journey.LaneType) (journey.ID, []edit.Command) {
	m, t := d.Map(), types[0]
	var hidden journey.ID
	for _, t := range types {
		for _, l := range m.LanesInOrder() {
			switch {
			case l.Type != t:
			case !l.Hidden:
				return l.ID, nil
			case hidden == "":
				hidden = l.ID
			}
		}
	}
	if hidden != "" {
		return hidden, []edit.Command{edit.Hide{Rows: []edit.Ref{{Kind: journey.KindLane, ID: hidden}}}}
	}
	l := journey.Lane{ID: d.NewID(), Type: t, Name: say.Word("lane", t)}
	return l.ID, []edit.Command{edit.AddLane{Lane: l, Index: m.Lanes.Len()}}
}

// both makes one step of what prepares a row and of adding it.
func both(before []edit.Command, r journey.Row) edit.Command {
	if len(before) == 0 {
		return Row(r)
	}
	return edit.All{Verb: "add", Subject: r.Label(), Commands: append(before, Row(r))}
}

// PainPoint returns the command that adds a pain point to a touchpoint, or to a
// stage where the touchpoint is empty.
func PainPoint(d *document.Document, id, stage, touchpoint journey.ID) edit.Command {
	return PainPointOf(d, id, stage, touchpoint, say.Text("new.pain"))
}

// PainPointOf is PainPoint with a text.
func PainPointOf(d *document.Document, id, stage, touchpoint journey.ID, text string) edit.Command {
	lane, before := laneFor(d, journey.LanePainPoints)
	return both(before, journey.PainPoint{
		ID: id, Stage: stage, Touchpoint: touchpoint, Lane: lane, Text: text,
		Order: Last(d.Map().PainPointsInOrder(), func(p journey.PainPoint) string { return p.Order }),
	})
}

// Opportunity returns the command that adds an opportunity; see PainPoint.
func Opportunity(d *document.Document, id, stage, touchpoint journey.ID) edit.Command {
	return OpportunityOf(d, id, stage, touchpoint, say.Text("new.chance"))
}

// OpportunityOf is Opportunity with a text.
func OpportunityOf(d *document.Document, id, stage, touchpoint journey.ID, text string) edit.Command {
	lane, before := laneFor(d, journey.LaneOpportunities)
	return both(before, journey.Opportunity{
		ID: id, Stage: stage, Touchpoint: touchpoint, Lane: lane, Text: text,
		State: journey.Open,
		Order: Last(d.Map().OpportunitiesInOrder(), func(o journey.Opportunity) string { return o.Order }),
	})
}

// Metric returns the command that adds a metric; see PainPoint.
func Metric(d *document.Document, id, stage, touchpoint journey.ID) edit.Command {
	lane, before := laneFor(d, journey.LaneMetrics)
	return both(before, journey.Metric{
		ID: id, Stage: stage, Touchpoint: touchpoint, Lane: lane, Name: say.Text("new.metric"),
		Order: Last(d.Map().MetricsInOrder(), func(k journey.Metric) string { return k.Order }),
	})
}

// Note returns the command that adds a note to a stage, in the first lane of
// the given types that the map has.
func Note(d *document.Document, id, stage journey.ID, text string, types ...journey.LaneType) edit.Command {
	lane, before := laneFor(d, types...)
	return both(before, journey.Note{
		ID: id, Stage: stage, Lane: lane, Text: text,
		Order: Last(d.Map().NotesInOrder(), func(n journey.Note) string { return n.Order }),
	})
}

// Stage returns the command that adds a stage after another one, or last.
func Stage(d *document.Document, id, after journey.ID) edit.Command {
	index := d.Map().Stages.Len()
	for i, s := range d.Map().StagesInOrder() {
		if s.ID == after {
			index = i + 1
		}
	}
	return edit.AddStage{Stage: journey.Stage{ID: id, Name: say.Text("new.stage")}, Index: index}
}

// Touchpoint returns the commands that add a touchpoint to a stage after
// another touchpoint, or last; a stage and lane are added where the map has none.
func Touchpoint(d *document.Document, id, stage, lane, after journey.ID, title string, channel journey.ID) edit.Command {
	var before []edit.Command
	if !d.Map().Stages.Has(stage) {
		stage = d.NewID()
		before = append(before, edit.AddStage{Stage: journey.Stage{ID: stage, Name: say.Text("new.stage")}})
	}
	if l, ok := d.Map().Lanes.Get(lane); !ok || l.Type != journey.LaneTouchpoints {
		var more []edit.Command
		lane, more = laneFor(d, journey.LaneTouchpoints)
		before = append(before, more...)
	}
	index := LastPlace
	for i, t := range d.Map().InStage(stage) {
		if t.ID == after {
			index = i + 1
		}
	}
	add := edit.AddTouchpoint{ID: id, Stage: stage, Lane: lane, Index: index, Title: cmp.Or(title, say.Text("new.touchpoint")), Channel: channel}
	if len(before) == 0 {
		return add
	}
	return edit.All{Verb: "add", Subject: add.Title, Commands: append(before, add)}
}

// LastPlace is an index beyond the end of any stage.
const LastPlace = 1 << 30

// Tie returns the command that adds a promise, named after its touchpoints.
func Tie(d *document.Document, p journey.Promise) edit.Command {
	return edit.All{Verb: "add", Subject: say.Tie(d.Map(), p), Commands: []edit.Command{Row(p)}}
}

// Promise returns a promise between two touchpoints, after the others.
func Promise(d *document.Document, from, to journey.ID) journey.Promise {
	return journey.Promise{
		ID: d.NewID(), From: from, To: to,
		Order: Last(d.Map().PromisesInOrder(), func(p journey.Promise) string { return p.Order }),
	}
}
