// Package edit changes a map so that every change can be taken back.
//
// A [Command] plans a [Patch]: the rows it changes, each as it was and as it
// will be. Applying a patch and applying its inverse give the same map again,
// whatever the command, because the inverse is the same rows exchanged. The
// [History] keeps patches, storage writes them row by row:
//
//	patch, err := edit.MoveTouchpoint{ID: id, Stage: stage, Lane: lane, Index: 0}.Plan(m)
//	history.Do(m, patch) // m is changed now; history.Undo(m) takes it back
//
// The package knows no file and no screen.
package edit

import (
	"reflect"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// Command is a change somebody asks for.
type Command interface {
	// Plan returns what the command changes in m, without changing it. The
	// error says why the command cannot be carried out on this map.
	Plan(m *journey.Map) (Patch, error)
}

// Change is one row before and after. Before is nil for a new row, After for a
// deleted one; both are of the same kind and id.
type Change struct {
	Before, After journey.Row
}

// Row returns the row after the change, or the one before where it was deleted.
func (c Change) Row() journey.Row {
	if c.After != nil {
		return c.After
	}
	return c.Before
}

// Patch is what one command, or one gesture of several, changed.
type Patch struct {
	Verb    string // key of the text shown in the menu: "move", "add" and so on
	Subject string // what it was done to, as the user knows it
	Gesture string // patches of one gesture carry the same, not empty, word and are merged
	Changes []Change
	Asides  []Aside // of a step that chose between two values of a field
}

// Aside is a value somebody gave a field at the same time as somebody else, and what
// becomes of it: it is settled, or there to be settled again. The map does not show it.
type Aside struct {
	Ref
	Field   string // the column; empty: whether the row is there
	Value   any    // as the file has it
	Settled bool
}

// Empty reports whether the patch changes nothing.
func (p Patch) Empty() bool { return len(p.Changes) == 0 && len(p.Asides) == 0 }

// Invert returns the patch that takes p back.
func (p Patch) Invert() Patch {
	inv := Patch{Verb: p.Verb, Subject: p.Subject, Changes: make([]Change, len(p.Changes))}
	for i, c := range p.Changes {
		inv.Changes[len(p.Changes)-1-i] = Change{Before: c.After, After: c.Before}
	}
	for _, a := range p.Asides {
		a.Settled = !a.Settled
		inv.Asides = append(inv.Asides, a)
	}
	return inv
}

// Applies returns nil where every row is as the patch expects it, and otherwise
// an error that names the first one that is not.
func (p Patch) Applies(m *journey.Map) error {
	for _, c := range p.Changes {
		r := c.Row()
		now, ok := m.Row(r.Kind(), r.RowID())
		switch {
		case c.Before == nil && ok:
			return phrase.Errorf("%s %q is there already", phrase.Of(string(r.Kind())), r.Label())
		case c.Before != nil && !ok:
			return phrase.Errorf("%s %q is no longer there", phrase.Of(string(r.Kind())), r.Label())
		case c.Before != nil && !reflect.DeepEqual(now, c.Before):
			return phrase.Errorf("%s %q was changed meanwhile", phrase.Of(string(r.Kind())), r.Label())
		}
	}
	return nil
}

// Apply changes m. It does not look whether the patch Applies.
func (p Patch) Apply(m *journey.Map) {
	for _, c := range p.Changes {
		if c.After == nil {
			m.Delete(c.Before.Kind(), c.Before.RowID())
			continue
		}
		m.Put(c.After)
	}
}

// then returns one patch that does p and then next. Rows that end as they began
// drop out.
func (p Patch) then(next Patch) Patch {
	var s sum
	s.add(p)
	s.add(next)
	out := s.patch()
	out.Verb, out.Subject, out.Gesture = p.Verb, p.Subject, p.Gesture
	if p.Gesture != "" && next.Subject != "" { // a name that is being typed
		out.Subject = next.Subject
	}
	return out
}

// sum adds patches up to one. The zero value is empty.
type sum struct {
	changes []Change
	at      map[Ref]int
}

func (s *sum) add(p Patch) {
	if s.at == nil {
		s.at = map[Ref]int{}
	}
	for _, c := range p.Changes {
		k := Ref{c.Row().Kind(), c.Row().RowID()}
		if i, ok := s.at[k]; ok {
			s.changes[i].After = c.After
			continue
		}
		s.at[k] = len(s.changes)
		s.changes = append(s.changes, c)
	}
}

// patch returns the changes that change something.
func (s *sum) patch() Patch {
	var out Patch
	for _, c := range s.changes {
		if !reflect.DeepEqual(c.Before, c.After) {
			out.Changes = append(out.Changes, c)
		}
	}
	return out
}

// Diff returns the patch that turns a into b. Verb and subject stay empty.
func Diff(a, b *journey.Map) Patch {
	var p Patch
	for r := range a.Rows() {
		now, ok := b.Row(r.Kind(), r.RowID())
		if !ok {
			p.Changes = append(p.Changes, Change{Before: r})
		} else if !reflect.DeepEqual(r, now) {
			p.Changes = append(p.Changes, Change{Before: r, After: now})
		}
	}
	for r := range b.Rows() {
		if _, ok := a.Row(r.Kind(), r.RowID()); !ok {
			p.Changes = append(p.Changes, Change{After: r})
		}
	}
	return p
}
