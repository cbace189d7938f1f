package document

import (
	"reflect"

	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// heard takes in what the writer said.
func (d *Document) heard(e event) {
	for len(d.unacked) > 0 && d.unacked[0].seq <= e.saved {
		d.unacked = d.unacked[1:]
	}
	if e.then != nil {
		e.then()
	}
	if e.refused != nil {
		d.notice(say.Text("notice.refused", "Reason", say.Error(e.refused)))
	}
	if e.reloaded != nil {
		d.takeOver(e.reloaded)
	}
	if e.recovered.Part != nil {
		d.takeIn(e.recovered.Part)
	}
	if e.recovered.How != storage.AsBefore && d.listener.Recovered != nil {
		d.listener.Recovered(e.recovered)
	}
	switch {
	case e.failed != nil:
		d.setState(SaveFailing, e.failed)
	case len(d.unacked) == 0 && d.held.Empty():
		if d.state != Saved {
			d.setState(Saved, nil)
		}
	case d.state == SaveFailing:
		d.setState(SavingNow, nil)
	}
}

// takeOver makes the map what the file holds, with the changes of this window
// that are not in the file yet put on top, field by field. The history stays; a
// step that no longer fits is dropped when it is asked for.
func (d *Document) takeOver(file *journey.Map) {
	d.outside(edit.Diff(d.m, d.over(file)))
}

// outside changes the map as another program changed the file.
func (d *Document) outside(p edit.Patch) {
	if p.Empty() {
		return
	}
	d.history.Adapt(p)
	p.Apply(d.m)
	d.tell(p)
	if d.listener.Outside != nil {
		d.listener.Outside(p)
	}
}

// Adopt is takeOver of what this window asked the store to do: a step that can be
// taken back. Asides are what that did to values the map does not show. It returns what
// became of the map.
func (d *Document) Adopt(file *journey.Map, verb, subject string, asides ...edit.Aside) edit.Patch {
	p := edit.Diff(d.m, d.over(file))
	p.Verb, p.Subject, p.Asides = verb, subject, asides
	if !p.Empty() {
		d.history.EndGesture()
		d.history.Do(d.m, p)
		d.tell(p)
	}
	return p
}

// over returns the map of the file with what is not in the file yet.
func (d *Document) over(file *journey.Map) *journey.Map {
	want := file.Clone()
	for _, n := range d.unacked {
		n.patch.Onto(want).Apply(want)
	}
	d.held = d.held.Onto(want)
	d.held.Apply(want)
	return want
}

func (d *Document) notice(s string) {
	if d.listener.Notice != nil {
		d.listener.Notice(s)
	}
}

// join returns one patch that does a and then b; rows that end as they began
// drop out.
func join(a, b edit.Patch) edit.Patch {
	if a.Empty() {
		return b
	}
	out := edit.Patch{Verb: a.Verb, Subject: a.Subject, Gesture: a.Gesture}
	if b.Gesture != "" && b.Gesture == a.Gesture && b.Subject != "" { // a name that is being typed
		out.Subject = b.Subject
	}
	for _, c := range append(append([]edit.Change(nil), a.Changes...), b.Changes...) {
		i := indexOf(out.Changes, c.Row())
		if i < 0 {
			out.Changes = append(out.Changes, c)
			continue
		}
		out.Changes[i].After = c.After
	}
	kept := out.Changes[:0]
	for _, c := range out.Changes {
		if !reflect.DeepEqual(c.Before, c.After) {
			kept = append(kept, c)
		}
	}
	out.Changes = kept
	return out
}

func indexOf(cs []edit.Change, r journey.Row) int {
	for i, c := range cs {
		if c.Row().Kind() == r.Kind() && c.Row().RowID() == r.RowID() {
			return i
		}
	}
	return -1
}
