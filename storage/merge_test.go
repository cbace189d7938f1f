package storage

import (
	"errors"
	flags "flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

var mergeRounds = flags.Int("merge.rounds", 12, "rounds of the merge of three files")

// copied copies a file that is open or closed.
func copied(t testing.TB, f *File, name string) string {
	t.Helper()
	path := filepath.Join(filepath.Dir(f.Path()), name)
	b, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func reload(t testing.TB, f *File) *journey.Map {
	t.Helper()
	m, err := f.Reload(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func mergeInto(t testing.TB, f *File, from string) Merged {
	t.Helper()
	before := reload(t, f)
	out, err := f.Merge(ctx, from)
	if err != nil {
		t.Fatal(err)
	}
	out.Changed.Apply(before)
	sameMap(t, reload(t, f), before)
	return out
}

func retitle(m *journey.Map, id journey.ID, title string) edit.Change {
	before, _ := m.Touchpoints.Get(id)
	after := before
	after.Title = title
	return edit.Change{Before: before, After: after}
}

func TestCopiesThatPartedMergeByField(t *testing.T) {
	m := full(t)
	ours := created(t, m)
	theirs, n := opened(t, copied(t, ours, "theirs.journey"), 5)
	mine := m.Clone()
	saves(t, ours, mine, retitle(mine, "Touchpoint", "ours"))
	time.Sleep(time.Millisecond) // the clock of the session is the system's; ours is not fixed
	saves(t, theirs, n, retitle(n, "Touchpoint", "theirs"))
	tp, _ := n.Touchpoints.Get("Touchpoint")
	owned := tp
	owned.Owner = "their owner"
	saves(t, theirs, n, edit.Change{Before: tp, After: owned})
	saves(t, theirs, n, edit.Change{After: journey.Note{ID: "new", Text: "their note"}})

	out := mergeInto(t, ours, theirs.Path())
	if out.Patches != 3 {
		t.Errorf("took %d patches", out.Patches)
	}
	got := reload(t, ours)
	row, _ := got.Touchpoints.Get("Touchpoint")
	if row.Owner != "their owner" || !got.Notes.Has("new") {
		t.Errorf("row is %+v", row)
	}
	open, err := ours.Conflicts(ctx)
	if err != nil || len(open) != 1 {
		t.Fatalf("conflicts: %+v, %v", open, err)
	}
	if texts := row.Title + " " + fmt.Sprint(open[0].Other.New); !strings.Contains(texts, "ours") || !strings.Contains(texts, "theirs") {
		t.Errorf("both texts are %q", texts)
	}
	if again := mergeInto(t, ours, theirs.Path()); again.Patches != 0 || !again.Changed.Empty() {
		t.Errorf("merged again: %+v", again)
	}
	mergeInto(t, theirs, ours.Path())
	sameMap(t, reload(t, theirs), got)

	p, err := ours.Settle(ctx, open[0], false)
	if err != nil {
		t.Fatal(err)
	}
	p.Apply(got)
	sameMap(t, reload(t, ours), got)
	if open, err := ours.Conflicts(ctx); err != nil || len(open) != 0 {
		t.Errorf("after settling: %+v, %v", open, err)
	}
	mergeInto(t, theirs, ours.Path())
	if open, err := theirs.Conflicts(ctx); err != nil || len(open) != 0 {
		t.Errorf("the other copy after settling: %+v, %v", open, err)
	}
	sameMap(t, reload(t, theirs), got)
}

func TestWhatWasPutIntoADeletedStageStaysOnTheMap(t *testing.T) {
	m := three()
	s, _ := m.Stages.Get("s1")
	s.Name = "Pay"
	m.Put(s)
	ours := created(t, m)
	theirs, n := opened(t, copied(t, ours, "theirs.journey"), 6)
	mine := m.Clone()
	saves(t, ours, mine, edit.Change{Before: s})
	saves(t, theirs, n, edit.Change{After: journey.Touchpoint{ID: "t", Stage: "s1", Title: "Receipt"}})
	mergeInto(t, ours, theirs.Path())
	got := reload(t, ours)
	if back, ok := got.Stages.Get("s1"); !ok || back.Name != "Pay" || !got.Touchpoints.Has("t") {
		t.Errorf("stage is %+v", back)
	}
	mergeInto(t, theirs, ours.Path())
	sameMap(t, reload(t, theirs), got)
}

func TestAnEditOfADeletedRowIsAConflict(t *testing.T) {
	m := full(t)
	ours := created(t, m)
	theirs, n := opened(t, copied(t, ours, "theirs.journey"), 7)
	note, _ := m.Notes.Get("Note")
	told := note
	told.Text = "told anew"
	saves(t, theirs, n, edit.Change{Before: note, After: told})
	saves(t, ours, m.Clone(), edit.Change{Before: note})
	mergeInto(t, ours, theirs.Path())
	open, err := ours.Conflicts(ctx)
	if err != nil || len(open) != 1 || open[0].There || open[0].Other.New != "told anew" {
		t.Fatalf("conflicts: %+v, %v", open, err)
	}
	if _, err := ours.Settle(ctx, open[0], false); err != nil {
		t.Fatal(err)
	}
	back, ok := reload(t, ours).Notes.Get("Note")
	if !ok || back != told {
		t.Errorf("note is %+v", back)
	}
	if open, err := ours.Conflicts(ctx); err != nil || len(open) != 0 {
		t.Errorf("after settling: %+v, %v", open, err)
	}
}

func TestAMapWithoutALogMergesWithTheStateItCameFrom(t *testing.T) {
	m := full(t)
	f := created(t, m)
	saves(t, f, m, retitle(m, "Touchpoint", "as exported"))
	returned := m.Clone()
	saves(t, f, m, retitle(m, "Touchpoint", "retold here"))
	tp, _ := returned.Touchpoints.Get("Touchpoint")
	tp.Title, tp.Owner = "retold there", "owner there"
	returned.Put(tp)
	returned.Put(journey.Note{ID: "new", Text: "written there"})
	returned.Delete(journey.KindMetric, "Metric")

	out, err := f.MergeMap(ctx, returned)
	if err != nil {
		t.Fatal(err)
	}
	if out.Apart != 1 || out.Absent != 1 {
		t.Errorf("merge says %+v", out)
	}
	got := reload(t, f)
	row, _ := got.Touchpoints.Get("Touchpoint")
	if row.Title != "retold here" || row.Owner != "owner there" || !got.Notes.Has("new") || !got.Metrics.Has("Metric") {
		t.Errorf("row is %+v", row)
	}
	open, err := f.Conflicts(ctx)
	if err != nil || len(open) != 1 || open[0].Other.New != "retold there" {
		t.Fatalf("conflicts: %+v, %v", open, err)
	}
	again, err := f.MergeMap(ctx, returned)
	if err != nil || !again.Changed.Empty() || again.Apart != 0 {
		t.Errorf("merged again: %+v, %v", again, err)
	}
	sameMap(t, reload(t, f), got)
}

func TestWithoutAnyLogBothValuesAreKept(t *testing.T) {
	m := full(t)
	f := created(t, m)
	other := m.Clone()
	tp, _ := other.Touchpoints.Get("Touchpoint")
	tp.Title = "theirs"
	other.Put(tp)
	if _, err := f.MergeMap(ctx, other); err != nil {
		t.Fatal(err)
	}
	sameMap(t, reload(t, f), m)
	open, err := f.Conflicts(ctx)
	if err != nil || len(open) != 1 || open[0].Other.New != "theirs" {
		t.Fatalf("conflicts: %+v, %v", open, err)
	}
	if p, err := f.Settle(ctx, open[0], false); err != nil || len(p.Changes) != 1 {
		t.Fatalf("settle: %+v, %v", p, err)
	}
	sameMap(t, reload(t, f), other)
}

func TestDifferentMapsDoNotMerge(t *testing.T) {
	f := created(t, full(t))
	other := created(t, large(4))
	if _, err := f.Merge(ctx, other.Path()); !errors.Is(err, ErrUnrelated) {
		t.Errorf("error is %v", err)
	}
	if _, err := f.Merge(ctx, f.Path()); !errors.Is(err, ErrSameFile) {
		t.Errorf("error is %v", err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// Random work on three copies, merged now and then and in the end all with all,
// gives one map, and no text that somebody wrote is gone.
func TestRandomMergesConverge(t *testing.T) {
	for round := range *mergeRounds {
		mergeRound(t, uint64(round))
	}
}

func mergeRound(t *testing.T, seed uint64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 77))
	first := created(t, three())
	files := []*File{first}
	maps := []*journey.Map{three()}
	for i := 1; i < 3; i++ {
		f, m := opened(t, copied(t, first, fmt.Sprint(i, ".journey")), byte(i))
		files, maps = append(files, f), append(maps, m)
	}
	merge := func(i, j int) bool {
		out := mergeInto(t, files[i], files[j].Path())
		maps[i] = reload(t, files[i])
		return out.Patches > 0
	}
	var written []string
	for n := range 14 {
		i := r.IntN(3)
		if r.IntN(4) == 0 {
			merge(i, (i+1+r.IntN(2))%3)
			continue
		}
		p := randomPatch(r, maps[i], n)
		if err := files[i].Commit(ctx, p); err != nil {
			t.Fatal(err)
		}
		for _, c := range fold(p.Changes) {
			if tp, ok := c.After.(journey.Touchpoint); ok && tp.Title == fmt.Sprint("title ", n) {
				written = append(written, tp.Title)
			}
		}
	}
	for again := true; again; {
		again = false
		for _, pair := range r.Perm(9) {
			again = pair/3 != pair%3 && merge(pair/3, pair%3) || again
		}
	}
	sameMap(t, maps[1], maps[0])
	sameMap(t, maps[2], maps[0])
	conflictsAgree(t, files)
	keepsAll(t, files[0], written)
	conflictsAreAll(t, files[0])
	settleAll(t, r, files)
	waysBackAgree(t, files[0])
	for _, f := range files {
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// settleAll settles every conflict in the first file; the others then have none.
func settleAll(t *testing.T, r *rand.Rand, files []*File) {
	t.Helper()
	for left := 100; ; left-- {
		open, err := files[0].Conflicts(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if len(open) == 0 {
			break
		}
		if left == 0 {
			t.Fatalf("never settled: %+v", open)
		}
		before := reload(t, files[0])
		c := open[r.IntN(len(open))]
		p, err := files[0].Settle(ctx, c, r.IntN(2) == 0)
		if errors.Is(err, ErrInvalid) { // the row belongs to one that was deleted
			p, err = files[0].Settle(ctx, c, true)
		}
		if err != nil {
			t.Fatalf("settle %+v: %v", c, err)
		}
		then := before.Clone()
		p.Apply(before)
		sameMap(t, reload(t, files[0]), before)
		if r.IntN(2) == 0 {
			unsettles(t, files[0], c, p, then, before)
		}
	}
	for _, f := range files[1:] {
		mergeInto(t, f, files[0].Path())
		sameMap(t, reload(t, f), reload(t, files[0]))
		if open, err := f.Conflicts(ctx); err != nil || len(open) > 0 {
			t.Errorf("settled elsewhere, here: %+v, %v", open, err)
		}
	}
}

// unsettles takes the settling of a conflict back and does it again; the map was as in
// before, and is as in after.
func unsettles(t *testing.T, f *File, c Conflict, p edit.Patch, before, after *journey.Map) {
	t.Helper()
	must(t, f.Commit(ctx, p.Invert()))
	sameMap(t, reload(t, f), before)
	open, err := f.Conflicts(ctx)
	must(t, err)
	if !slices.ContainsFunc(open, func(o Conflict) bool {
		return o.Field == c.Field && o.Other.New == c.Other.New && o.There == c.There && (o.Present == c.Present || !c.There)
	}) {
		t.Errorf("%+v does not come up again among %+v", c, open)
	}
	must(t, f.Commit(ctx, p))
	sameMap(t, reload(t, f), after)
}

// keepsAll fails unless the texts are in the log of a file.
func keepsAll(t *testing.T, f *File, texts []string) {
	t.Helper()
	for _, text := range texts {
		n, err := f.conn.number(ctx, "SELECT count(*) FROM change WHERE new = '"+text+"'")
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			t.Errorf("%q is lost", text)
		}
	}
}

func conflictsAgree(t *testing.T, files []*File) {
	t.Helper()
	var want string
	for i, f := range files {
		open, err := f.Conflicts(ctx)
		if err != nil {
			t.Fatal(err)
		}
		var got string
		for _, c := range open {
			got += fmt.Sprintln(c.Field, c.Present, c.There, c.Other.New)
		}
		if i == 0 {
			want = got
		}
		if got != want {
			t.Errorf("conflicts differ:\n%s\n%s", want, got)
		}
	}
}

func TestVersionsSurviveFolding(t *testing.T) {
	m := three()
	f, r := created(t, m), rand.New(rand.NewPCG(3, 3))
	kept := map[string]*journey.Map{}
	for n := range 80 {
		p := randomPatch(r, m, n)
		if err := f.Commit(ctx, p); err != nil {
			t.Fatal(err)
		}
		if n%13 == 5 {
			name := fmt.Sprint("after ", n)
			if _, err := f.NameVersion(ctx, name); err != nil {
				t.Fatal(err)
			}
			kept[name] = m.Clone()
		}
	}
	before, err := f.conn.number(ctx, "SELECT count(*) FROM change")
	if err != nil {
		t.Fatal(err)
	}
	gone, err := f.Compact(ctx, time.Now().Add(time.Hour))
	if err != nil || gone == 0 {
		t.Fatalf("folded %d of %d lines, %v", gone, before, err)
	}
	path := f.Path()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	g, now := opened(t, path, 9)
	sameMap(t, now, m)
	sameVersions(t, g, kept)
	if _, err := g.At(ctx, 1); !errors.Is(err, ErrForgotten) {
		t.Errorf("a state that was folded: %v", err)
	}
	if err := g.RemoveVersion(ctx, "after 5"); err != nil {
		t.Fatal(err)
	}
	if err := g.trustAgain(); err != nil {
		t.Error(err)
	}
}

// sameVersions fails unless the named versions are those kept.
func sameVersions(t *testing.T, g *File, kept map[string]*journey.Map) {
	t.Helper()
	versions, err := g.Versions(ctx)
	if err != nil || len(versions) != len(kept) {
		t.Fatalf("%d versions, %v", len(versions), err)
	}
	for _, v := range versions {
		got, err := g.At(ctx, v.Position)
		if err != nil {
			t.Fatal(err)
		}
		sameMap(t, got, kept[v.Name])
	}
}

// trustAgain holds the log against its digest once more.
func (f *File) trustAgain() error {
	f.trusted = false
	_, err := f.Conflicts(ctx)
	return err
}
