package journey

import "slices"

// Homes returns the stage, lane and touchpoint a row belongs to, as far as it has
// them.
func Homes(r Row) (stage, lane, touchpoint ID) {
	switch r := r.(type) {
	case Touchpoint:
		return r.Stage, r.Lane, ""
	case Note:
		return r.Stage, r.Lane, r.Touchpoint
	case PainPoint:
		return r.Stage, r.Lane, r.Touchpoint
	case Opportunity:
		return r.Stage, r.Lane, r.Touchpoint
	case Metric:
		return r.Stage, r.Lane, r.Touchpoint
	case Reading:
		return "", "", r.Touchpoint
	}
	return "", "", ""
}

// Needs reports whether the row cannot be without one of the rows that gone
// names: it lies in it, hangs on it or says something about it.
func Needs(r Row, gone func(ID) bool) bool {
	is := func(id ID) bool { return id != "" && gone(id) }
	switch r := r.(type) {
	case Promise:
		return is(r.From) || is(r.To)
	case Waiver:
		return is(r.Row)
	}
	stage, lane, touchpoint := Homes(r)
	return is(stage) || is(lane) || is(touchpoint)
}

// Loosened returns the row without references to rows that gone names, as far as
// it can be without them, and whether it had any: the channel and actors of a
// touchpoint, and where something in a cell ends.
func Loosened(r Row, gone func(ID) bool) (Row, bool) {
	switch r := r.(type) {
	case Touchpoint:
		drop := r.Channel != "" && gone(r.Channel)
		if drop {
			r.Channel = ""
		}
		actors := staying(r.Actors, gone)
		drop = drop || len(actors) != len(r.Actors)
		r.Actors = actors
		return r, drop
	case Note:
		was := r.Reach
		r.Reach = was.loosened(gone)
		return r, r.Reach != was
	case PainPoint:
		was := r.Reach
		r.Reach = was.loosened(gone)
		return r, r.Reach != was
	case Opportunity:
		was := r.Reach
		r.Reach = was.loosened(gone)
		return r, r.Reach != was
	}
	return r, false
}

// staying returns the ids that are not gone; nil where none is left.
func staying(ids []ID, gone func(ID) bool) []ID {
	if !slices.ContainsFunc(ids, gone) {
		return ids
	}
	var keep []ID
	for _, id := range ids {
		if !gone(id) {
			keep = append(keep, id)
		}
	}
	return keep
}

// loosened returns how far something reaches once rows are gone: a touchpoint that
// went leaves the stage it stood in as the end.
func (r Reach) loosened(gone func(ID) bool) Reach {
	if r.EndTouchpoint != "" && gone(r.EndTouchpoint) {
		r.EndTouchpoint = ""
	}
	if r.EndStage != "" && gone(r.EndStage) {
		return Reach{}
	}
	return r
}

// Placed returns a note, pain point, opportunity or metric in another cell, and any
// other row as it is.
func Placed(r Row, stage, lane, touchpoint ID) Row {
	switch r := r.(type) {
	case Note:
		r.Stage, r.Lane, r.Touchpoint = stage, lane, touchpoint
		return r
	case PainPoint:
		r.Stage, r.Lane, r.Touchpoint = stage, lane, touchpoint
		return r
	case Opportunity:
		r.Stage, r.Lane, r.Touchpoint = stage, lane, touchpoint
		return r
	case Metric:
		r.Stage, r.Lane, r.Touchpoint = stage, lane, touchpoint
		return r
	}
	return r
}

// CellRow returns a note, pain point, opportunity or metric under another id, and any
// other row as it is.
func CellRow(r Row, id ID) Row {
	switch r := r.(type) {
	case Note:
		r.ID = id
		return r
	case PainPoint:
		r.ID = id
		return r
	case Opportunity:
		r.ID = id
		return r
	case Metric:
		r.ID = id
		return r
	}
	return r
}

// ReachOf returns how far a row of a cell reaches.
func ReachOf(r Row) Reach {
	switch r := r.(type) {
	case Note:
		return r.Reach
	case PainPoint:
		return r.Reach
	case Opportunity:
		return r.Reach
	}
	return Reach{}
}

// Reaching returns the row with another reach, and whether it can have one.
func Reaching(r Row, to Reach) (Row, bool) {
	switch r := r.(type) {
	case Note:
		r.Reach = to
		return r, true
	case PainPoint:
		r.Reach = to
		return r, true
	case Opportunity:
		r.Reach = to
		return r, true
	}
	return r, to == Reach{}
}
