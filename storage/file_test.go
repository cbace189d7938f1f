package storage

import (
	"context"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

var ctx = context.Background()

// A field that is added to the model and not to the schema fails here.
func TestEveryFieldOfEveryKindIsStored(t *testing.T) {
	want := full(t)
	f := created(t, want)
	got, err := f.Reload(ctx)
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, want)
	for _, k := range journey.Kinds {
		n := 0
		for r := range want.Rows() {
			if r.Kind() == k {
				n++
			}
		}
		if tables[k] == nil || n == 0 {
			t.Errorf("kind %q has no table, or no row in this test", k)
		}
	}
}

func TestEmptyFieldsStayEmpty(t *testing.T) {
	want := journey.New("m", "")
	for _, r := range []journey.Row{
		journey.Persona{ID: "a"},
		journey.Stage{ID: "a"},
		journey.Lane{ID: "a"},
		journey.Channel{ID: "a"},
		journey.Touchpoint{ID: "a"},
		journey.Touchpoint{ID: "b", Actors: []journey.ID{}},
		journey.Note{ID: "a"},
		journey.PainPoint{ID: "a"},
		journey.Opportunity{ID: "a"},
		journey.Metric{ID: "a"},
	} {
		want.Put(r)
	}
	got, err := Read(created(t, want).Path())
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, want)
}

func TestTextOfAnyKindIsKept(t *testing.T) {
	want := journey.New("m", "a\x00b \u202eשלום 🚲 'x' \"y\" \r\n\ufeff")
	want.Put(journey.Note{ID: "🚲; DROP TABLE note", Text: string(make([]byte, 1<<20))})
	got, err := Read(created(t, want).Path())
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, want)
}

func TestCommitIsThereAfterReopening(t *testing.T) {
	m := full(t)
	f := created(t, m)
	touchpoint, _ := m.Touchpoints.Get("Touchpoint")
	moved := touchpoint
	moved.Stage, moved.Actors, moved.Actual = "second", nil, journey.Emotion{}
	head := m.Head
	head.Title = "renamed"
	note, _ := m.Notes.Get("Note")
	p := edit.Patch{Changes: []edit.Change{
		{Before: touchpoint, After: moved}, // before the stage it moves to: references are looked at in the end
		{After: journey.Stage{ID: "second", Name: "Second"}},
		{Before: m.Head, After: head},
		{Before: note},
	}}
	for _, step := range []edit.Patch{p, p.Invert(), p} {
		step.Apply(m)
		if err := f.Commit(ctx, step); err != nil {
			t.Fatal(err)
		}
		g, got, err := Open(f.Path())
		if err != nil {
			t.Fatal(err)
		}
		sameMap(t, got, m)
		if err := g.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCommitIsAllOrNothing(t *testing.T) {
	tests := map[string]journey.Row{
		"reference to nothing": journey.Note{ID: "n", Stage: "nowhere"},
		"valence out of range": journey.Touchpoint{ID: "n", Actual: journey.Emotion{Known: true, Valence: 3}},
		"no number":            journey.Metric{ID: "n", Target: journey.Known(math.NaN())},
		"unknown word":         journey.Lane{ID: "n", Type: "sideways"},
		"no id":                journey.Stage{},
		"severity":             journey.PainPoint{ID: "n", Severity: 6},
	}
	for name, row := range tests {
		t.Run(name, func(t *testing.T) {
			want := full(t)
			f := created(t, want)
			err := f.Commit(ctx, edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new"}}, {After: row}}})
			if !errors.Is(err, ErrInvalid) {
				t.Errorf("error is %v", err)
			}
			got, err := f.Reload(ctx)
			if err != nil {
				t.Fatal(err)
			}
			sameMap(t, got, want)
		})
	}
}

func TestFieldsOfAnotherProgramStay(t *testing.T) {
	m := full(t)
	ours, theirs := created(t, m), (*File)(nil)
	theirs, _, err := Open(ours.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer theirs.Close()
	before, _ := m.Touchpoints.Get("Touchpoint")
	title, owner, both := before, before, before
	title.Title, owner.Owner = "their title", "our owner"
	both.Title, both.Owner = "their title", "our owner"
	if err := theirs.Commit(ctx, edit.Patch{Changes: []edit.Change{{Before: before, After: title}}}); err != nil {
		t.Fatal(err)
	}
	if err := ours.Commit(ctx, edit.Patch{Changes: []edit.Change{{Before: before, After: owner}}}); err != nil {
		t.Fatal(err)
	}
	if changed, err := ours.Changed(ctx); !changed || err != nil {
		t.Errorf("Changed = %v, %v", changed, err)
	}
	got, err := ours.Reload(ctx)
	if err != nil {
		t.Fatal(err)
	}
	m.Put(both)
	sameMap(t, got, m)
	if changed, err := ours.Changed(ctx); changed || err != nil {
		t.Errorf("Changed after Reload = %v, %v", changed, err)
	}
}

func TestOwnCommitIsNoChange(t *testing.T) {
	f := created(t, full(t))
	if err := f.Commit(ctx, edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new"}}}}); err != nil {
		t.Fatal(err)
	}
	if changed, err := f.Changed(ctx); changed || err != nil {
		t.Errorf("Changed = %v, %v", changed, err)
	}
}

func TestNothingStaysBeside(t *testing.T) {
	f := created(t, full(t))
	folder := filepath.Dir(f.Path())
	if err := f.Commit(ctx, edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new"}}}}); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(filepath.Join(folder, "copy.journey")); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if names := namesIn(t, folder); !slices.Equal(names, []string{"copy.journey", "map.journey"}) {
		t.Errorf("folder holds %q", names)
	}
	if err := f.Close(); err != nil {
		t.Errorf("second Close: %v", err)
	}
	if _, err := f.Reload(ctx); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Reload after Close: %v", err)
	}
	if err := f.SaveAs(f.Path() + "2"); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("SaveAs after Close: %v", err)
	}
}

func TestAnyFileName(t *testing.T) {
	for _, name := range []string{"with space", "50%", "%41", "what?", "a#b", "a&b=c;d+e", "旅 🚲", "'quoted\"", `back\slash`, "file:x", "?mode=memory", " "} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name, name+".journey")
			if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			f, err := Create(path, full(t))
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SaveAs(path + " 2"); err != nil {
				t.Error(err)
			}
			if err := f.Close(); err != nil {
				t.Error(err)
			}
			if _, err := Read(path); err != nil {
				t.Error(err)
			}
			if names := namesIn(t, filepath.Dir(path)); !slices.Equal(names, []string{name + ".journey", name + ".journey 2"}) {
				t.Errorf("folder holds %q", names)
			}
		})
	}
}

func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// A patch that changes nothing is nowhere in the file, and not missed there.
func TestCommitOfNothingNew(t *testing.T) {
	m := full(t)
	f := created(t, m)
	same := retitle(m, "Touchpoint", "as it is")
	must(t, f.Commit(ctx, edit.Patch{Changes: []edit.Change{same}}))
	other, _, err := Open(f.Path())
	must(t, err)
	defer other.Close()
	must(t, f.Commit(ctx, edit.Patch{Changes: []edit.Change{same}}))
	must(t, other.Commit(ctx, edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "theirs"}}}}))
	must(t, f.Commit(ctx, edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "ours"}}}}))
}
