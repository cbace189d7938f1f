package document

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"touchline.app/app/document/documenttest"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// opened returns a document of the flight map in a file of its own.
func opened(t *testing.T, l Listener) (*Document, *documenttest.Loop, string) {
	t.Helper()
	m, ids := documenttest.Flight(t)
	path := filepath.Join(t.TempDir(), "flight.journey")
	f, err := CreateFile(path, m)
	if err != nil {
		t.Fatal(err)
	}
	ui := documenttest.NewLoop(t)
	d := New(m, f, ids, ui.Do, l)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := d.Close(ctx); err != nil && !errors.Is(err, errLeft) {
			t.Errorf("close: %v", err)
		}
	})
	return d, ui, path
}

func TestSavedIsSaidOnlyWhenTheLastChangeIsInTheFile(t *testing.T) {
	var states []Saving
	d, ui, path := opened(t, Listener{State: func(s Saving, _ error) { states = append(states, s) }})
	for i := range 5 {
		if err := d.Do(documenttest.Rename(d.Map(), i, "Renamed", "")); err != nil {
			t.Fatal(err)
		}
	}
	if d.State() != SavingNow {
		t.Fatalf("state after five changes is %v", d.State())
	}
	ui.Until("saved", func() bool { return d.State() == Saved })
	got := documenttest.Stored(t, path)
	if want := journey.Digest(d.Map()); journey.Digest(got) != want {
		t.Error("the file is not as the map when it says saved")
	}
	saved := 0
	for _, s := range states {
		if s == Saved {
			saved++
		}
	}
	if saved != 1 {
		t.Errorf("said saved %d times in %v", saved, states)
	}
}

func TestTypingIsOneStepAndWrittenAfterARest(t *testing.T) {
	d, ui, path := opened(t, Listener{})
	var fire func()
	d.After = func(_ time.Duration, f func()) stopper {
		fire = f
		return time.NewTimer(time.Hour)
	}
	before := d.Map().Journey()[0].Title
	for _, text := range []string{"A", "Ab", "Abc"} {
		if err := d.Type(documenttest.Rename(d.Map(), 0, text, "field title")); err != nil {
			t.Fatal(err)
		}
	}
	if got := d.Map().Journey()[0].Title; got != "Abc" {
		t.Fatalf("shown while typing: %q", got)
	}
	if got := documenttest.Stored(t, path).Journey()[0].Title; got != before {
		t.Fatalf("written before the rest: %q", got)
	}
	fire()
	ui.Until("saved", func() bool { return d.State() == Saved })
	if got := documenttest.Stored(t, path).Journey()[0].Title; got != "Abc" {
		t.Fatalf("written after the rest: %q", got)
	}
	if err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := d.Map().Journey()[0].Title; got != before {
		t.Errorf("one undo gives %q, want %q", got, before)
	}
	ui.Until("saved", func() bool { return d.State() == Saved })
	if got := documenttest.Stored(t, path).Journey()[0].Title; got != before {
		t.Errorf("the file has %q after undo", got)
	}
}

func TestUndoAndRedoReachTheFile(t *testing.T) {
	d, ui, path := opened(t, Listener{})
	start := journey.Digest(d.Map())
	id := d.Map().Journey()[3].ID
	stage := d.Map().StagesInOrder()[5].ID
	lane := d.Map().Journey()[3].Lane
	if err := d.Do(edit.MoveTouchpoint{ID: id, Stage: stage, Lane: lane}); err != nil {
		t.Fatal(err)
	}
	moved := journey.Digest(d.Map())
	for _, step := range []struct {
		run  func() error
		want string
	}{{d.Undo, start}, {d.Redo, moved}, {d.Undo, start}} {
		if err := step.run(); err != nil {
			t.Fatal(err)
		}
		ui.Until("saved", func() bool { return d.State() == Saved })
		if got := journey.Digest(documenttest.Stored(t, path)); got != step.want {
			t.Fatal("the file is not as the map after a step")
		}
	}
}

func TestAnotherProgramsChangeIsTakenOverAndTheHistoryStays(t *testing.T) {
	var told []edit.Patch
	d, ui, path := opened(t, Listener{Outside: func(p edit.Patch) { told = append(told, p) }})
	if err := d.Do(documenttest.Rename(d.Map(), 0, "Mine", "")); err != nil {
		t.Fatal(err)
	}
	ui.Until("saved", func() bool { return d.State() == Saved })
	other, m, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := documenttest.Rename(m, 1, "Theirs", "").Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Commit(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	d.Refresh()
	ui.Until("their change", func() bool { return d.Map().Journey()[1].Title == "Theirs" })
	if len(told) != 1 || len(told[0].Changes) != 1 {
		t.Errorf("told of %+v", told)
	}
	if err := d.Undo(); err != nil {
		t.Fatalf("undo of a step that still applies: %v", err)
	}
	if got := d.Map().Journey(); got[0].Title == "Mine" || got[1].Title != "Theirs" {
		t.Errorf("after undo: %q, %q", got[0].Title, got[1].Title)
	}
}

func TestUndoOfWhatAnotherProgramChangedIsDroppedWithAWord(t *testing.T) {
	d, ui, path := opened(t, Listener{})
	if err := d.Do(documenttest.Rename(d.Map(), 0, "Mine", "")); err != nil {
		t.Fatal(err)
	}
	ui.Until("saved", func() bool { return d.State() == Saved })
	other, m, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := documenttest.Rename(m, 0, "Theirs", "").Plan(m)
	if err := errors.Join(other.Commit(context.Background(), p), other.Close()); err != nil {
		t.Fatal(err)
	}
	d.Refresh()
	ui.Until("their change", func() bool { return d.Map().Journey()[0].Title == "Theirs" })
	if err := d.Undo(); err == nil || !strings.Contains(err.Error(), "changed meanwhile") {
		t.Errorf("undo says %v", err)
	}
	if _, ok := d.NextUndo(); ok {
		t.Error("the step that does not apply is still offered")
	}
}

// failing is a store whose commits fail until it is mended.
type failing struct {
	Store
	broken chan bool
	now    bool
}

func (f *failing) Commit(ctx context.Context, p edit.Patch) error {
	select {
	case f.now = <-f.broken:
	default:
	}
	if f.now {
		return errors.New("the disk is full")
	}
	return f.Store.Commit(ctx, p)
}

func broken(t *testing.T) (*Document, *documenttest.Loop, *failing, *[]error) {
	t.Helper()
	m, ids := documenttest.Flight(t)
	f, err := CreateFile(filepath.Join(t.TempDir(), "flight.journey"), m)
	if err != nil {
		t.Fatal(err)
	}
	bad := &failing{Store: f, broken: make(chan bool, 1)}
	bad.broken <- true
	ui := documenttest.NewLoop(t)
	var said []error
	d := New(m, bad, ids, ui.Do, Listener{State: func(_ Saving, err error) { said = append(said, err) }})
	return d, ui, bad, &said
}

func TestChangesThatCannotBeWrittenWaitAndAreWrittenLater(t *testing.T) {
	d, ui, bad, said := broken(t)
	for i := range 3 {
		if err := d.Do(documenttest.Rename(d.Map(), i, "Kept", "")); err != nil {
			t.Fatal(err)
		}
	}
	ui.Until("failing", func() bool { return d.State() == SaveFailing })
	if last := (*said)[len(*said)-1]; last == nil || !strings.Contains(last.Error(), "disk is full") {
		t.Errorf("said %v", last)
	}
	bad.broken <- false
	d.Retry()
	ui.Until("saved", func() bool { return d.State() == Saved })
	path := d.Path()
	if err := d.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	if journey.Digest(documenttest.Stored(t, path)) != journey.Digest(d.Map()) {
		t.Error("not everything that waited was written")
	}
}

func TestACopyElsewhereHoldsWhatCouldNotBeWritten(t *testing.T) {
	d, ui, _, _ := broken(t)
	if err := d.Do(documenttest.Rename(d.Map(), 0, "Kept", "")); err != nil {
		t.Fatal(err)
	}
	ui.Until("failing", func() bool { return d.State() == SaveFailing })
	path := filepath.Join(t.TempDir(), "copy.journey")
	done, answer := false, error(nil)
	d.SaveAs(path, func(_ Store, path string, m *journey.Map) (Store, bool, error) {
		f, err := CreateFile(path, m)
		return f, true, err
	}, func(err error) { done, answer = true, err })
	ui.Until("saved as", func() bool { return done && d.State() == Saved })
	if answer != nil {
		t.Fatal(answer)
	}
	if err := d.Do(documenttest.Rename(d.Map(), 1, "After", "")); err != nil {
		t.Fatal(err)
	}
	ui.Until("saved", func() bool { return d.State() == Saved })
	if d.Path() != path {
		t.Errorf("goes on in %s", d.Path())
	}
	if err := d.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	if journey.Digest(documenttest.Stored(t, path)) != journey.Digest(d.Map()) {
		t.Error("the copy is not the map")
	}
}

func TestSaveAsCopiesAndGoesOnThere(t *testing.T) {
	d, ui, old := opened(t, Listener{})
	if err := d.Do(documenttest.Rename(d.Map(), 0, "Before", "")); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "copy.journey")
	done := false
	d.SaveAs(path, CopyFile, func(err error) {
		done = true
		if err != nil {
			t.Error(err)
		}
	})
	if err := d.Do(documenttest.Rename(d.Map(), 1, "While", "")); err != nil {
		t.Fatal(err)
	}
	ui.Until("saved", func() bool { return done && d.State() == Saved })
	if d.Path() != path || old == path {
		t.Errorf("goes on in %s", d.Path())
	}
	if journey.Digest(documenttest.Stored(t, path)) != journey.Digest(d.Map()) {
		t.Error("the copy is not the map")
	}
}

func TestClosingSaysWhatIsLeft(t *testing.T) {
	d, ui, _, _ := broken(t)
	if err := d.Do(documenttest.Rename(d.Map(), 0, "Lost", "")); err != nil {
		t.Fatal(err)
	}
	ui.Until("failing", func() bool { return d.State() == SaveFailing })
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if err := d.Close(ctx); !errors.Is(err, errLeft) {
		t.Errorf("close says %v", err)
	}
}

func TestEditsWhileAReloadIsOnItsWayStay(t *testing.T) {
	d, ui, path := opened(t, Listener{})
	other, m, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := documenttest.Rename(m, 2, "Theirs", "").Plan(m)
	if err := errors.Join(other.Commit(context.Background(), p), other.Close()); err != nil {
		t.Fatal(err)
	}
	d.Refresh()
	if err := d.Do(documenttest.Rename(d.Map(), 0, "Mine", "")); err != nil {
		t.Fatal(err)
	}
	if err := d.Type(documenttest.Rename(d.Map(), 1, "Typed", "field")); err != nil {
		t.Fatal(err)
	}
	ui.Until("their change", func() bool { return d.Map().Journey()[2].Title == "Theirs" })
	got := d.Map().Journey()
	if got[0].Title != "Mine" || got[1].Title != "Typed" {
		t.Errorf("mine became %q and %q", got[0].Title, got[1].Title)
	}
	d.EndGesture()
	ui.Until("saved", func() bool { return d.State() == Saved })
	if journey.Digest(documenttest.Stored(t, path)) != journey.Digest(d.Map()) {
		t.Error("the file is not the map")
	}
}

func TestJoinDropsRowsThatEndAsTheyBegan(t *testing.T) {
	m, _ := documenttest.Flight(t)
	a, _ := documenttest.Rename(m, 0, "X", "").Plan(m)
	b := a.Invert()
	if p := join(a, b); !p.Empty() {
		t.Errorf("there and back leaves %d changes", len(p.Changes))
	}
	if p := join(edit.Patch{}, a); len(p.Changes) != 1 {
		t.Errorf("joined to nothing it has %d changes", len(p.Changes))
	}
}

func TestSavingOntoTheOpenFileLosesNothing(t *testing.T) {
	d, ui, path := opened(t, Listener{})
	if err := d.Do(documenttest.Rename(d.Map(), 0, "Kept", "")); err != nil {
		t.Fatal(err)
	}
	ui.Until("saved", func() bool { return d.State() == Saved })
	if err := os.Truncate(path, 0); err != nil { // what a file dialog does to a name that was chosen
		t.Fatal(err)
	}
	done := false
	d.SaveAs(path, CopyFile, func(err error) {
		done = true
		if err != nil {
			t.Error(err)
		}
	})
	ui.Until("saved", func() bool { return done && d.State() == Saved })
	if journey.Digest(documenttest.Stored(t, path)) != journey.Digest(d.Map()) {
		t.Error("the file is not the map")
	}
}
