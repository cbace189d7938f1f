package journey

import (
	"math/rand"
	"testing"
)

// TestCopiesOfATableGoTheirOwnWays puts into and removes from copies of copies and
// looks whether each has what was done to it alone.
func TestCopiesOfATableGoTheirOwnWays(t *testing.T) {
	rng := rand.New(rand.NewSource(4))
	tables := []*Table[Stage]{{}}
	want := []map[ID]string{{}}
	for range 4000 {
		i := rng.Intn(len(tables))
		id := ID(rune('a' + rng.Intn(12)))
		switch rng.Intn(5) {
		case 0:
			if len(tables) < 9 {
				c := tables[i].clone()
				own := map[ID]string{}
				for k, v := range want[i] {
					own[k] = v
				}
				tables, want = append(tables, &c), append(want, own)
			}
		case 1, 2:
			tables[i].remove(id)
			delete(want[i], id)
		default:
			name := string(rune('A' + rng.Intn(26)))
			tables[i].put(Stage{ID: id, Name: name})
			want[i][id] = name
		}
	}
	for i, table := range tables {
		if table.Len() != len(want[i]) {
			t.Errorf("table %d has %d rows, want %d", i, table.Len(), len(want[i]))
		}
		for id, name := range want[i] {
			if r, ok := table.Get(id); !ok || r.Name != name {
				t.Errorf("table %d has %q at %s, want %q", i, r.Name, id, name)
			}
		}
	}
}
