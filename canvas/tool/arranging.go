package tool

import (
	"slices"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// Stages and lanes stand in one row; some of them are moved before another one.

func stageIDs(s *scene.Scene) []journey.ID {
	var out []journey.ID
	for _, st := range s.Stages {
		out = append(out, st.Stage)
	}
	return out
}

func laneIDs(s *scene.Scene) []journey.ID {
	var out []journey.ID
	for _, b := range s.Bands {
		out = append(out, b.Lane)
	}
	return out
}

// before returns the one that what is moved to an index comes before, none where it
// is the last, and whether that changes the order.
func before(order, moved []journey.ID, index int) (journey.ID, bool) {
	for index < len(order) && slices.Contains(moved, order[index]) {
		index++
	}
	var next, block []journey.ID
	at := -1
	for i, id := range order {
		if i == index {
			at = len(next)
		}
		if slices.Contains(moved, id) {
			block = append(block, id)
		} else {
			next = append(next, id)
		}
	}
	if at < 0 {
		at = len(next)
	}
	if slices.Equal(slices.Insert(next, at, block...), order) {
		return "", false
	}
	if index == len(order) {
		return "", true
	}
	return order[index], true
}

// places lists the indexes that what is moved can go to, and which of them is where
// it is.
func places(order, moved []journey.ID) (indexes []int, home int) {
	found := false
	for i, id := range order {
		if slices.Contains(moved, id) {
			found = true
			continue
		}
		if !found {
			home++
		}
		indexes = append(indexes, i)
	}
	return append(indexes, len(order)), home
}
