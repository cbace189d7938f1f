package edit

import (
	"reflect"
	"time"

	"touchline.app/journey"
)

// Onto returns the patch as it is on a map somebody else changed meanwhile: of a
// row both changed it changes the fields it changed before, and the others are as
// they are on m. A deleted row is there again where the patch changes it. What the
// patch knew of the fields it changes stays in Before.
func (p Patch) Onto(m *journey.Map) Patch {
	out := p
	out.Changes = make([]Change, 0, len(p.Changes))
	for _, c := range p.Changes {
		now, ok := m.Row(c.Row().Kind(), c.Row().RowID())
		switch {
		case c.After == nil && !ok:
			continue // deleted by both
		case c.After == nil:
			c.Before = now
		case c.Before != nil && ok:
			before, after := reflect.ValueOf(c.Before), reflect.ValueOf(c.After)
			c.Before = row(blend(before, after, before, reflect.ValueOf(now)))
			c.After = row(blend(before, after, after, reflect.ValueOf(now)))
		}
		out.Changes = append(out.Changes, c)
	}
	return out
}

// row returns the row a value of one is.
func row(v reflect.Value) journey.Row {
	r, _ := v.Interface().(journey.Row)
	return r
}

// blend returns mine where before and after differ and theirs where they are the
// same, field by field.
func blend(before, after, mine, theirs reflect.Value) reflect.Value {
	if before.Kind() != reflect.Struct || before.Type() == reflect.TypeFor[time.Time]() {
		if reflect.DeepEqual(before.Interface(), after.Interface()) {
			return theirs
		}
		return mine
	}
	out := reflect.New(before.Type()).Elem()
	for i := range before.NumField() {
		out.Field(i).Set(blend(before.Field(i), after.Field(i), mine.Field(i), theirs.Field(i)))
	}
	return out
}

// Adapt makes the steps know what somebody else changed: a field a step leaves as
// it is has their value from then on, so that taking the step back keeps it. A step
// that changed the same field does not apply any more.
func (h *History) Adapt(theirs Patch) {
	of := map[Ref]Change{}
	for _, c := range theirs.Changes {
		if c.Before != nil && c.After != nil {
			of[Ref{c.Row().Kind(), c.Row().RowID()}] = c
		}
	}
	if len(of) == 0 {
		return
	}
	for _, steps := range [][]Patch{h.done, h.undone} {
		for i := range steps {
			steps[i] = steps[i].adapted(of)
		}
	}
}

// adapted returns the patch with the fields others changed and it does not.
func (p Patch) adapted(theirs map[Ref]Change) Patch {
	out := p
	for i, c := range p.Changes {
		their, ok := theirs[Ref{c.Row().Kind(), c.Row().RowID()}]
		if !ok || c.Before == nil || c.After == nil {
			continue
		}
		if len(out.Changes) > 0 && &out.Changes[0] == &p.Changes[0] { // others hold the same patch
			out.Changes = append([]Change(nil), p.Changes...)
		}
		was, is := reflect.ValueOf(their.Before), reflect.ValueOf(their.After)
		before, after := reflect.ValueOf(c.Before), reflect.ValueOf(c.After)
		out.Changes[i] = Change{
			Before: row(follow(before, after, before, was, is)),
			After:  row(follow(before, after, after, was, is)),
		}
	}
	return out
}

// follow returns mine with their new value in each field they changed, from was to
// is, and the step from before to after does not.
func follow(before, after, mine, was, is reflect.Value) reflect.Value {
	if before.Kind() != reflect.Struct || before.Type() == reflect.TypeFor[time.Time]() {
		if reflect.DeepEqual(was.Interface(), is.Interface()) || !reflect.DeepEqual(before.Interface(), after.Interface()) {
			return mine
		}
		return is
	}
	out := reflect.New(before.Type()).Elem()
	for i := range before.NumField() {
		out.Field(i).Set(follow(before.Field(i), after.Field(i), mine.Field(i), was.Field(i), is.Field(i)))
	}
	return out
}
