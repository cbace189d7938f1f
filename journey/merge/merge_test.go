package merge

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

var rounds = flag.Int("merge.rounds", 300, "rounds of three replicas")

func line(clock int64, actor, name string, prior Stamp, was, now any) Line {
	return Line{Stamp{clock, actor}, Field{"note", "n", name}, prior, was, now}
}

func TestTick(t *testing.T) {
	noon := time.UnixMilli(1_700_000_000_000)
	first := Tick(noon, 0)
	if got := Time(first); !got.Equal(noon) {
		t.Errorf("time of a clock is %v", got)
	}
	if second := Tick(noon, first); second != first+1 {
		t.Errorf("the second clock of a millisecond is %d more", second-first)
	}
	if behind := Tick(noon.Add(-time.Hour), first); behind <= first {
		t.Error("a clock went back with the time of day")
	}
}

func TestNewestWinsByClockThenActor(t *testing.T) {
	a, b := line(1, "a", "text", Stamp{}, nil, "x"), line(1, "b", "text", Stamp{}, nil, "y")
	for _, of := range [][]Line{{a, b}, {b, a}} {
		if l, ok := Newest(of); !ok || l.New != "y" {
			t.Errorf("newest is %+v", l)
		}
	}
	if _, ok := Newest(nil); ok {
		t.Error("a newest line of none")
	}
}

func TestRowAndConflicts(t *testing.T) {
	base := map[string]any{"text": "old", "lane": "l"}
	edit := line(2, "a", "text", Stamp{}, "old", "theirs")
	late := line(3, "b", "text", Stamp{}, "old", "ours")
	knew := line(3, "b", "text", edit.Stamp, "theirs", "ours")
	gone := []Line{line(4, "c", "", Stamp{}, There, nil), line(4, "c", "text", Stamp{}, "old", nil), line(4, "c", "lane", Stamp{}, "l", nil)}
	tests := map[string]struct {
		lines []Line
		want  map[string]any
		open  []any // values that are not shown
	}{
		"none":                      {nil, base, nil},
		"one edit":                  {[]Line{edit}, map[string]any{"text": "theirs", "lane": "l"}, nil},
		"at the same time":          {[]Line{late, edit}, map[string]any{"text": "ours", "lane": "l"}, []any{"theirs"}},
		"one after the other":       {[]Line{edit, knew}, map[string]any{"text": "ours", "lane": "l"}, nil},
		"deleted":                   {gone, nil, nil},
		"deleted, edited elsewhere": {append([]Line{edit}, gone...), nil, []any{"theirs"}},
		"edited after a deletion":   {append([]Line{line(9, "d", "text", Stamp{}, "old", "late")}, gone...), nil, []any{"late"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Row(base, tt.lines); !maps.Equal(got, tt.want) || (got == nil) != (tt.want == nil) {
				t.Errorf("row is %v", got)
			}
			var open []any
			for _, c := range Conflicts(tt.lines) {
				open = append(open, c.Other.New)
			}
			if !slices.Equal(open, tt.open) {
				t.Errorf("to settle: %v", open)
			}
		})
	}
}

func TestThreeWay(t *testing.T) {
	never := func(string, any) bool { return false }
	base := map[string]any{"a": "1", "b": "1", "c": "1", "d": "1"}
	ours := map[string]any{"a": "1", "b": "2", "c": "2", "d": "2"}
	theirs := map[string]any{"a": "3", "b": "1", "c": "3", "d": "2", "e": "3"}
	got := ThreeWay(base, ours, theirs, never)
	want := []Taken{{"a", "1", "3", false}, {"c", "2", "3", true}, {"e", nil, "3", false}}
	if !slices.Equal(got, want) {
		t.Errorf("taken: %+v", got)
	}
	if got := ThreeWay(base, ours, theirs, func(string, any) bool { return true }); len(got) != 0 {
		t.Errorf("known values are taken: %+v", got)
	}
}

// replica is a copy of a few rows with its log, as storage keeps one.
type replica struct {
	actor string
	rows  map[string]map[string]any
	log   map[string][]Line // by row
	seen  map[string]int64
	order []Line
}

func newReplica(actor string) *replica {
	r := &replica{actor: actor, rows: map[string]map[string]any{}, log: map[string][]Line{}, seen: map[string]int64{}}
	for i := range 3 {
		r.rows[fmt.Sprint("r", i)] = map[string]any{"text": fmt.Sprint("began ", i)}
	}
	return r
}

func (r *replica) add(l Line) {
	r.log[l.Row] = append(r.log[l.Row], l)
	r.order = append(r.order, l)
	r.seen[l.Actor] = max(r.seen[l.Actor], l.Clock)
}

// set gives a row other fields; nil deletes it.
func (r *replica) set(id string, to map[string]any, now time.Time) {
	newest := int64(0)
	for _, c := range r.seen {
		newest = max(newest, c)
	}
	stamp := Stamp{Tick(now, newest), r.actor}
	was := r.rows[id]
	write := func(name string, old, value any) {
		l, ok := Newest(byName(r.log[id])[name])
		if old == value && (was != nil || to == nil || !ok || l.New == value) {
			return
		}
		r.add(Line{stamp, Field{"note", id, name}, l.Stamp, old, value})
	}
	present := func(row map[string]any) any {
		if row == nil {
			return nil
		}
		return There
	}
	write("", present(was), present(to))
	for _, name := range []string{"lane", "text"} {
		write(name, was[name], to[name])
	}
	if to == nil {
		delete(r.rows, id)
		return
	}
	r.rows[id] = to
}

func (r *replica) merge(o *replica) bool {
	touched := map[string]bool{}
	seen := maps.Clone(r.seen)
	for _, l := range o.order {
		if l.Clock > seen[l.Actor] {
			r.add(l)
			touched[l.Row] = true
		}
	}
	for id := range touched {
		if row := Row(r.rows[id], r.log[id]); row != nil {
			r.rows[id] = row
		} else {
			delete(r.rows, id)
		}
	}
	return len(touched) > 0
}

// shown is everything a person sees of a replica, conflicts included.
func (r *replica) shown() string {
	var out string
	for i := range 5 {
		id := fmt.Sprint("r", i)
		out += fmt.Sprintln(id, r.rows[id])
		for _, c := range Conflicts(r.log[id]) {
			out += fmt.Sprintln(" ", c.Field, c.Present, c.There, c.Other.New)
		}
	}
	return out
}

// Random work on three replicas that meet now and then, and in the end all with
// all, gives one state. A text is shown, to be settled, or was replaced by somebody
// who saw it.
func TestThreeReplicasConverge(t *testing.T) {
	for seed := range uint64(*rounds) {
		converge(t, seed)
		if t.Failed() {
			return
		}
	}
	t.Logf("%d rounds", *rounds)
}

func converge(t *testing.T, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 1))
	all := []*replica{newReplica("a"), newReplica("b"), newReplica("c")}
	var written []Line
	for n := range 30 {
		x := all[r.IntN(3)]
		if r.IntN(4) == 0 {
			x.merge(all[r.IntN(3)])
			continue
		}
		written = append(written, x.work(r, n)...)
	}
	for again := true; again; {
		again = false
		for _, p := range r.Perm(9) {
			again = all[p/3].merge(all[p%3]) || again
		}
	}
	for _, x := range all[1:] {
		if x.shown() != all[0].shown() {
			t.Errorf("seed %d: replicas differ:\n%s\n%s", seed, all[0].shown(), x.shown())
		}
	}
	for _, l := range written {
		if !kept(all[0], l) {
			t.Errorf("seed %d: %v is lost", seed, l.New)
		}
	}
}

// work changes a random row and returns the texts that were written.
func (r *replica) work(random *rand.Rand, n int) []Line {
	id := fmt.Sprint("r", random.IntN(5))
	to := maps.Clone(r.rows[id])
	if to == nil {
		to = map[string]any{}
	}
	switch random.IntN(6) {
	case 0:
		to["lane"] = fmt.Sprint("lane ", random.IntN(3))
	case 1:
		to = nil
	case 2:
		delete(to, "text")
	default:
		to["text"] = fmt.Sprint("text ", n)
	}
	before := len(r.order)
	r.set(id, to, time.UnixMilli(int64(1000+random.IntN(50))))
	var written []Line
	for _, l := range r.order[before:] {
		if s, ok := l.New.(string); ok && l.Name == "text" && s != "" {
			written = append(written, l)
		}
	}
	return written
}

// kept reports whether the text of a line is shown, to be settled, or was replaced
// by a line that names it.
func kept(r *replica, l Line) bool {
	if r.rows[l.Row]["text"] == l.New {
		return true
	}
	for _, c := range Conflicts(r.log[l.Row]) {
		if c.Other.New == l.New {
			return true
		}
	}
	return slices.ContainsFunc(r.log[l.Row], func(o Line) bool { return o.Prior == l.Stamp })
}
