package edit

import (
	"slices"

	"touchline.app/journey"
)

// MoveStages moves stages before another one, whatever hidden ones lie between,
// where they stand side by side in the order they had; before none they are the
// last. Before one of themselves they stay. Stages that are gone are left out.
type MoveStages struct {
	IDs    []journey.ID
	Before journey.ID
}

// Plan implements Command.
func (c MoveStages) Plan(m *journey.Map) (Patch, error) {
	return moveBefore(m, m.StagesInOrder(), c.IDs, c.Before, stageOrder), nil
}

// MoveLanes moves lanes before another one; see MoveStages.
type MoveLanes struct {
	IDs    []journey.ID
	Before journey.ID
}

// Plan implements Command.
func (c MoveLanes) Plan(m *journey.Map) (Patch, error) {
	return moveBefore(m, m.LanesInOrder(), c.IDs, c.Before, laneOrder), nil
}

// moveBefore moves some of the sorted rows side by side before another one.
func moveBefore[T journey.Row](m *journey.Map, rows []T, ids []journey.ID, before journey.ID, order func(*T) *string) Patch {
	p := Patch{Verb: "move"}
	var rest, block []T
	at := -1
	for _, r := range rows {
		if r.RowID() == before {
			at = len(rest)
		}
		if slices.Contains(ids, r.RowID()) {
			block = append(block, r)
			continue
		}
		rest = append(rest, r)
	}
	if len(block) == 0 {
		return p
	}
	p.Subject = block[0].Label()
	if at < 0 {
		at = len(rest)
	}
	next := slices.Insert(rest, at, block...)
	if slices.EqualFunc(rows, next, func(a, b T) bool { return a.RowID() == b.RowID() }) {
		return p
	}
	renumber(next, at, at+len(block), order)
	for _, r := range next {
		p.put(m, r)
	}
	return p
}

// renumber gives the rows from one index to before another order keys between their
// neighbours, and all rows new ones where these leave no room.
func renumber[T any](rows []T, from, to int, order func(*T) *string) {
	lo, hi := "", ""
	if from > 0 {
		lo = *order(&rows[from-1])
	}
	if to < len(rows) {
		hi = *order(&rows[to])
	}
	for i := from; i < to; i++ {
		key, ok := keyAt([]string{lo, hi}, 1)
		if hi == "" {
			key, ok = keyAt([]string{lo}, 1)
		}
		if !ok {
			for k, fresh := range journey.Spread(len(rows)) {
				*order(&rows[k]) = fresh
			}
			return
		}
		*order(&rows[i]), lo = key, key
	}
}
