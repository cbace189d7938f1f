package measure

import (
	"cmp"
	"slices"

	"touchline.app/journey"
	"touchline.app/journey/evidence"
	"touchline.app/journey/search"
)

// alike is the likeness from which a name is taken for a touchpoint or stage.
const alike = 0.6

// candidate is a row of the map that a name may mean.
type candidate struct {
	id   journey.ID
	name string
}

// pair finds the touchpoint or stage each name means: the one a person said, one
// of the same name, or the likest. A touchpoint counts before a stage, and events
// are about touchpoints alone. No likeness gives two names the same row; what is
// on the map by the very name may stand in the table as often as it likes.
func (t *Table) pair(m *journey.Map, said map[string]journey.ID) {
	rows := t.candidates(m)
	same := map[string]journey.ID{}
	for _, r := range rows {
		if f := search.Fold(r.name); f != "" && same[f] == "" {
			same[f] = r.id
		}
	}
	taken := map[journey.ID]bool{}
	for i := range t.Names {
		n := &t.Names[i]
		if id, ok := said[n.Text]; ok {
			n.Place, n.Likeness = id, 1
		} else if id := same[search.Fold(n.Text)]; id != "" {
			n.Place, n.Likeness = id, 1
		}
		taken[n.Place] = true
	}
	t.likest(rows, taken, said)
	for _, n := range t.Names {
		t.place[n.Text] = n.Place
	}
}

func (t *Table) candidates(m *journey.Map) []candidate {
	var rows []candidate
	for _, tp := range m.Journey() {
		rows = append(rows, candidate{tp.ID, tp.Title})
	}
	if t.Kind != Events {
		for _, s := range m.StagesInOrder() {
			rows = append(rows, candidate{s.ID, s.Name})
		}
	}
	return rows
}

// likest gives the names that are on nobody's list the rows likest to them.
func (t *Table) likest(rows []candidate, taken map[journey.ID]bool, said map[string]journey.ID) {
	var titles []string
	for _, r := range rows {
		titles = append(titles, r.name)
	}
	names := evidence.NewNames(titles)
	type pairing struct {
		name, row int
		likeness  float64
	}
	var all []pairing
	for i, n := range t.Names {
		if _, ok := said[n.Text]; ok || n.Place != "" || n.Text == "" {
			continue
		}
		for j, like := range names.Likeness(n.Text) {
			if like >= alike && !taken[rows[j].id] {
				all = append(all, pairing{i, j, like})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pairing) int { return cmp.Compare(b.likeness, a.likeness) })
	for _, p := range all {
		n, id := &t.Names[p.name], rows[p.row].id
		if n.Place == "" && !taken[id] {
			n.Place, n.Likeness, taken[id] = id, p.likeness, true
		}
	}
}
