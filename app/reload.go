package app

import (
	"reflect"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// heard takes in what the writer said.
func (d *Document) heard(e event) {
	for len(d.unacked) > 0 && d.unacked[0].seq <= e.saved {
		d.unacked = d.unacked[1:]
	}
	if e.then != nil {
		e.then()
	}
	switch {
	case e.failed != nil:
		d.setState(SaveFailing, e.failed)
	case e.refused != nil:
		d.notice(say("notice.refused", "Reason", e.refused.Error()))
	case e.broken != nil:
		d.notice(say("notice.unread", "Reason", e.broken.Error()))
	case e.reloaded != nil:
		d.takeOver(e.reloaded)
	}
	if e.failed == nil && len(d.unacked) == 0 && d.held.Empty() && d.state != Saved {
		d.setState(Saved, nil)
	}
}

// takeOver makes the map what the file holds, with the changes of this window
// that are not in the file yet put on top. The history stays; a step that no
// longer fits is dropped when it is asked for.
func (d *Document) takeOver(file *journey.Map) {
	want := file.Clone()
	for _, n := range d.unacked {
		n.patch.Apply(want)
	}
	d.held.Apply(want)
	p := edit.Diff(d.m, want)
	if p.Empty() {
		return
	}
	p.Apply(d.m)
	d.tell(p)
	d.notice(say("notice.reloaded"))
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
