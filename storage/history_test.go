package storage

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// fixed is a source of time and randomness that is the same in each run.
func fixed(seed byte) Source {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	return Source{
		Now:    func() time.Time { now = now.Add(time.Second); return now },
		Random: rand.NewChaCha8([32]byte{seed}),
	}
}

// opened opens the file with a fixed source and closes it with the test.
func opened(t testing.TB, path string, seed byte) (*File, *journey.Map) {
	t.Helper()
	f, m, err := OpenFrom(fixed(seed), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f, m
}

// saves commits a patch and applies it to the map.
func saves(t testing.TB, f *File, m *journey.Map, changes ...edit.Change) {
	t.Helper()
	p := edit.Patch{Verb: "edit", Changes: changes}
	if err := f.Commit(ctx, p); err != nil {
		t.Fatal(err)
	}
	p.Apply(m)
}

// randomPatch changes, adds or deletes a few rows of m.
func randomPatch(r *rand.Rand, m *journey.Map, n int) edit.Patch {
	p := edit.Patch{Verb: "edit", Subject: fmt.Sprint(n)}
	for range 1 + r.IntN(3) {
		stage := journey.ID(fmt.Sprint("s", r.IntN(3)))
		id := journey.ID(fmt.Sprint("t", r.IntN(5)))
		before, there := m.Touchpoints.Get(id)
		after := before
		after.ID, after.Stage = id, stage
		switch r.IntN(4) {
		case 0:
			after.Title = fmt.Sprint("title ", n)
		case 1:
			after.Actual = journey.Feel(float64(r.IntN(41))/10 - 2)
		case 2:
			after.Actors = []journey.ID{id}
		}
		c := edit.Change{After: after}
		if there {
			c.Before = before
		}
		if there && r.IntN(5) == 0 {
			c.After = nil
		}
		p.Changes = append(p.Changes, c)
		(edit.Patch{Changes: []edit.Change{c}}).Apply(m)
	}
	return p
}

// three is a map with the stages randomPatch refers to.
func three() *journey.Map {
	m := journey.New("m", "three")
	for _, id := range []journey.ID{"s0", "s1", "s2"} {
		m.Put(journey.Stage{ID: id})
	}
	return m
}

func TestTheMapAsItWasAtEveryPosition(t *testing.T) {
	m := three()
	f, r := created(t, m), rand.New(rand.NewPCG(1, 1))
	states := []*journey.Map{m.Clone()}
	for n := range 60 {
		p := randomPatch(r, m, n)
		if err := f.Commit(ctx, p); err != nil {
			t.Fatal(err)
		}
		if !p.Empty() && len(edit.Diff(states[len(states)-1], m).Changes) > 0 {
			states = append(states, m.Clone())
		}
	}
	for position, want := range states {
		got, err := f.At(ctx, int64(position))
		if err != nil {
			t.Fatalf("position %d: %v", position, err)
		}
		sameMap(t, got, want)
	}
}

func TestUndoGoesOnAfterARestart(t *testing.T) {
	m := three()
	f := created(t, m)
	start := m.Clone()
	var h edit.History
	do := func(p edit.Patch) {
		t.Helper()
		h.Do(m, p)
		if err := f.Commit(ctx, p); err != nil {
			t.Fatal(err)
		}
	}
	step := func(way func(*journey.Map) (edit.Patch, error)) {
		t.Helper()
		p, err := way(m)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Commit(ctx, p); err != nil {
			t.Fatal(err)
		}
	}
	stage := func(name string) edit.Change {
		s, _ := m.Stages.Get("s0")
		named := s
		named.Name = name
		return edit.Change{Before: s, After: named}
	}
	do(edit.Patch{Verb: "add", Subject: "Pay", Changes: []edit.Change{{After: journey.Touchpoint{ID: "t", Stage: "s1", Title: "Pay", Actual: journey.Feel(-1)}}}})
	for _, text := range []string{"B", "Bo", "Book"} {
		do(edit.Patch{Verb: "rename", Subject: text, Gesture: "name s0", Changes: []edit.Change{stage(text)}})
	}
	h.EndGesture()
	tp, _ := m.Touchpoints.Get("t")
	do(edit.Patch{Verb: "delete", Subject: "Pay", Changes: []edit.Change{{Before: tp}}})
	step(h.Undo)
	step(h.Undo)
	step(h.Redo)

	path := f.Path()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	g, now := opened(t, path, 2)
	sameMap(t, now, m)
	done, undone, err := g.History(ctx, 1000)
	if err != nil {
		t.Fatal(err)
	}
	if len(done) != 2 || len(undone) != 1 || done[1].Verb != "rename" || undone[0].Verb != "delete" {
		t.Fatalf("done %d, undone %d: %+v", len(done), len(undone), done)
	}
	var again edit.History
	again.Recall(done, undone)
	if _, err := again.Redo(now); err != nil || now.Touchpoints.Has("t") {
		t.Errorf("redo of the deletion: %v", err)
	}
	for range 3 {
		if _, err := again.Undo(now); err != nil {
			t.Fatal(err)
		}
	}
	sameMap(t, now, start)
}

func TestSessionsTellWhoWorkedWhen(t *testing.T) {
	f := created(t, three())
	path := f.Path()
	for i := range 3 {
		g, m := opened(t, path, byte(10+i))
		for n := range i + 1 {
			saves(t, g, m, edit.Change{After: journey.Note{ID: journey.ID(fmt.Sprint(i, n)), Text: "x"}})
		}
	}
	got, err := f.Sessions(ctx)
	if err != nil || len(got) != 3 {
		t.Fatalf("%d sessions, %v", len(got), err)
	}
	for i, s := range got {
		if s.Patches != i+1 || s.Actor == "" || s.Over.Before(s.Began) || s.Began.Year() != 2026 {
			t.Errorf("session %d is %+v", i, s)
		}
	}
}

// Two programs write into the same field of the same file: the second does not
// know of the first, so the first stays to be settled.
func TestALineSaysWhatItKnewOf(t *testing.T) {
	m := full(t)
	ours := created(t, m)
	theirs, _ := opened(t, ours.Path(), 3)
	before, _ := m.Touchpoints.Get("Touchpoint")
	first, second := before, before
	first.Title, second.Title = "first", "second"
	saves(t, theirs, m.Clone(), edit.Change{Before: before, After: first})
	saves(t, ours, m.Clone(), edit.Change{Before: before, After: second})
	got, err := ours.Conflicts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].Other.New != "first" || got[0].Present != "second" || got[0].Name != "title" {
		t.Fatalf("conflicts are %+v", got)
	}
}

func TestAChangedLogIsNotTrusted(t *testing.T) {
	m := three()
	f := created(t, m)
	saves(t, f, m, edit.Change{After: journey.Note{ID: "n", Text: "what I wrote"}})
	path := f.Path()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	tamper(t, path, "UPDATE change SET new = 'what I did not write' WHERE field = 'text'")
	g, now := opened(t, path, 4) // the rows are sound
	sameMap(t, now, m)
	if _, err := g.At(ctx, 0); !errors.Is(err, ErrDamaged) {
		t.Errorf("At: %v", err)
	}
	if _, _, err := g.History(ctx, 10); !errors.Is(err, ErrDamaged) {
		t.Errorf("History: %v", err)
	}
}

func TestASilentlyChangedTextIsRefused(t *testing.T) {
	m := large(40)
	path := filepath.Join(t.TempDir(), "x.journey")
	f, err := Create(path, m)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	tamper(t, path, "UPDATE touchpoint SET title = 'Touchpoint 8' WHERE id = 't000007'")
	if _, _, err := Open(path); !errors.Is(err, ErrAltered) || !errors.Is(err, ErrDamaged) {
		t.Errorf("Open: %v", err)
	}
	if _, err := Read(path); !errors.Is(err, ErrAltered) {
		t.Errorf("Read: %v", err)
	}
}
