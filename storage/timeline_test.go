package storage

import (
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func TestTheTimelineTellsEveryStepFromTheNewest(t *testing.T) {
	f := created(t, full(t))
	m, err := f.Reload(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, title := range []string{"One", "Two", "Three", "Four"} {
		before := m.Journey()[0]
		after := before
		after.Title = title
		p := edit.Patch{Verb: "edit", Subject: title, Changes: []edit.Change{{Before: before, After: after}}}
		if err := f.Commit(ctx, p); err != nil {
			t.Fatal(err)
		}
		p.Apply(m)
	}
	whole, err := f.Timeline(ctx, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	if len(whole.Steps) != 4 || whole.Steps[0].Subject != "Four" || whole.Steps[3].Subject != "One" {
		t.Fatalf("steps: %+v", whole.Steps)
	}
	inOrder(t, whole)
	part, err := f.Timeline(ctx, whole.Steps[1].Position, 1)
	if err != nil || len(part.Steps) != 1 || part.Steps[0] != whole.Steps[2] {
		t.Errorf("the step before the third last is %+v, %v", part.Steps, err)
	}
	was, err := f.At(ctx, part.Steps[0].Position)
	if err != nil {
		t.Fatal(err)
	}
	if row, _ := was.Row(journey.KindTouchpoint, m.Journey()[0].ID); row.Label() != "Two" {
		t.Errorf("after that step the title was %q", row.Label())
	}
}

// inOrder checks that steps of this session are told from the newest on.
func inOrder(t *testing.T, whole Timeline) {
	t.Helper()
	for i, s := range whole.Steps {
		if s.Actor != whole.Actor || s.Verb != "edit" || s.Merged || i > 0 && s.Position >= whole.Steps[i-1].Position {
			t.Errorf("step %d is %+v", i, s)
		}
	}
}

func TestAVersionGetsAnotherName(t *testing.T) {
	f := created(t, full(t))
	v, err := f.NameVersion(ctx, "Draft")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.NameVersion(ctx, "Other"); err != nil {
		t.Fatal(err)
	}
	if err := f.RenameVersion(ctx, "Draft", "Other"); err == nil {
		t.Error("a name that is taken was given")
	}
	if err := f.RenameVersion(ctx, "Nowhere", "New"); err == nil {
		t.Error("a version that is not there got a name")
	}
	if err := f.RenameVersion(ctx, "Draft", " Sent "); err != nil {
		t.Fatal(err)
	}
	all, err := f.Versions(ctx)
	if err != nil || len(all) != 2 {
		t.Fatalf("versions: %v, %v", all, err)
	}
	v.Name = "Sent"
	if all[0] != v && all[1] != v {
		t.Errorf("versions: %v, want one to be %v", all, v)
	}
	if found, err := Check(f.Path()); err != nil || !found.Sound() {
		t.Errorf("the file is not sound: %v, %v", found, err)
	}
}
