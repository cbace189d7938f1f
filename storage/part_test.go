package storage

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// taken puts what CatchUp found into a map, and reports whether it was a part.
func taken(t *testing.T, f *File, now **journey.Map) bool {
	t.Helper()
	r, err := f.CatchUp(ctx)
	must(t, err)
	if r.Part == nil {
		*now = r.Map
		return false
	}
	m := *now
	for _, ref := range r.Part.Rows {
		row, ok := r.Part.Map.Row(ref.Kind, ref.ID)
		switch {
		case ref.Kind == journey.KindHead:
			m.Head = r.Part.Map.Head
		case ok:
			m.Put(row)
		default:
			m.Delete(ref.Kind, ref.ID)
		}
	}
	return true
}

// Two programs write into one file in turns, one also settles and merges; each has the
// map of the file after it caught up.
func TestCatchingUpReadsWhatOthersChanged(t *testing.T) {
	parts, wholes := 0, 0
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 5))
		first := created(t, three())
		second, m2, err := Open(first.Path())
		must(t, err)
		maps, files := []*journey.Map{three(), m2}, []*File{first, second}
		for n := range 40 {
			i := r.IntN(2)
			if r.IntN(3) == 0 {
				if changed, err := files[i].Changed(ctx); err != nil || !changed {
					must(t, err)
					continue
				}
				if taken(t, files[i], &maps[i]) {
					parts++
				} else { // the other one's patch had nothing to change
					wholes++
				}
				want, err := Read(first.Path())
				must(t, err)
				sameMap(t, maps[i], want)
				continue
			}
			p := randomPatch(r, maps[i], n)
			must(t, files[i].Commit(ctx, p))
		}
		must(t, second.Close())
	}
	if parts < 20*wholes {
		t.Errorf("%d times a part was read, %d times all of the file", parts, wholes)
	}
}

func TestCatchingUpOnOtherChanges(t *testing.T) {
	title := func(f *File, m *journey.Map, text string) {
		m.Head.Title = text
		must(t, f.Commit(ctx, edit.Patch{Changes: []edit.Change{{Before: journey.Head{ID: m.Head.ID}, After: m.Head}}}))
	}
	tests := map[string]struct {
		change func(t *testing.T, f *File, m *journey.Map)
		part   bool
	}{
		"the map itself": {func(_ *testing.T, f *File, m *journey.Map) { title(f, m, "another title") }, true},
		"a merge": {func(t *testing.T, f *File, m *journey.Map) {
			g, _ := opened(t, copied(t, f, "copy.journey"), 7)
			must(t, g.Commit(ctx, randomPatch(rand.New(rand.NewPCG(4, 4)), m.Clone(), 1)))
			mergeInto(t, f, g.Path())
		}, true},
		"more than is worth it": {func(t *testing.T, f *File, m *journey.Map) {
			var p edit.Patch
			for n := range mostParts + 1 {
				p.Changes = append(p.Changes, edit.Change{After: journey.Stage{ID: journey.ID(fmt.Sprint("stage", n))}})
			}
			must(t, f.Commit(ctx, p))
		}, false},
		"a version with a name": {func(t *testing.T, f *File, _ *journey.Map) { must(t, second(f.NameVersion(ctx, "one"))) }, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := created(t, three())
			other, m, err := Open(f.Path())
			must(t, err)
			defer other.Close()
			tt.change(t, other, m)
			got := three()
			if part := taken(t, f, &got); part != tt.part {
				t.Errorf("a part: %v", part)
			}
			want, err := Read(f.Path())
			must(t, err)
			sameMap(t, got, want)
			if changed, err := f.Changed(ctx); changed || err != nil {
				t.Errorf("Changed = %v, %v", changed, err)
			}
		})
	}
}

// A row that is not as the log says is not taken for what others changed.
func TestCatchingUpHoldsRowsAgainstTheDigest(t *testing.T) {
	m := full(t)
	f := created(t, m)
	other, _, err := Open(f.Path())
	must(t, err)
	must(t, other.Commit(ctx, edit.Patch{Changes: []edit.Change{retitle(m, "Touchpoint", "by the rules")}}))
	must(t, other.Close())
	tamper(t, f.Path(), "UPDATE touchpoint SET title = 'by hand'")
	if r, err := f.CatchUp(ctx); err == nil {
		t.Errorf("%+v", r)
	}
}
