package document

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"touchline.app/app/document/documenttest"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// Rows others changed are taken in as the whole map would be, whatever is on its way
// to the file and whatever is being typed.
func TestAPartIsTakenInAsTheWholeMapIs(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 9))
		base, _ := documenttest.Flight(t)
		var both [2]*Document
		for i := range both {
			both[i] = &Document{m: base.Clone()}
		}
		for n := range r.IntN(4) { // what is not in the file yet
			p := anyChange(r, both[0].m, n)
			for _, d := range both {
				p.Apply(d.m)
				if d.history.Do(d.m, p); n == 2 {
					d.held = p
				} else {
					d.unacked = append(d.unacked, numbered{uint64(n), p})
				}
			}
		}
		file, part := base.Clone(), &storage.Part{Map: journey.New("", "")}
		seen := map[edit.Ref]bool{}
		for n := range 1 + r.IntN(3) {
			p := anyChange(r, file, 10+n)
			p.Apply(file)
			for _, c := range p.Changes {
				seen[edit.Ref{Kind: c.Row().Kind(), ID: c.Row().RowID()}] = true
			}
		}
		for ref := range seen {
			part.Rows = append(part.Rows, ref)
			if row, ok := file.Row(ref.Kind, ref.ID); ok {
				part.Map.Put(row)
			}
		}
		both[0].takeOver(file)
		both[1].takeIn(part)
		if d := edit.Diff(both[0].m, both[1].m); !d.Empty() {
			t.Fatalf("seed %d: the map differs: %+v", seed, d.Changes[0])
		}
		if a, b := both[0].held, both[1].held; len(a.Changes) != len(b.Changes) {
			t.Fatalf("seed %d: what is being typed is\n%+v and\n%+v", seed, a, b)
		}
	}
}

// anyChange changes, adds or deletes a row of a map.
func anyChange(r *rand.Rand, m *journey.Map, n int) edit.Patch {
	all := m.Journey()
	tp := all[r.IntN(min(4, len(all)))]
	c := edit.Change{Before: tp}
	switch r.IntN(5) {
	case 0:
		tp.Title = fmt.Sprint("title ", n)
		c.After = tp
	case 1:
		tp.Reason = fmt.Sprint("reason ", n)
		c.After = tp
	case 2: // the touchpoint goes
	case 3:
		c = edit.Change{After: journey.Stage{ID: journey.ID(fmt.Sprint("new", n)), Name: "New"}}
	default:
		head := m.Head
		head.Title = fmt.Sprint("map ", n)
		c = edit.Change{Before: m.Head, After: head}
	}
	return edit.Patch{Verb: "edit", Changes: []edit.Change{c}}
}
