package document

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"touchline.app/app/document/documenttest"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// reasoned gives a touchpoint a reason.
func reasoned(m *journey.Map, i int, text string) edit.Command {
	tp := m.Journey()[i]
	tp.Reason = text
	return edit.Put{Rows: []journey.Row{tp}}
}

func TestTypingWithoutARestIsWrittenOnceASecond(t *testing.T) {
	d, ui, path := opened(t, Listener{})
	clock := &documenttest.Clock{}
	d.After = clock.After
	title := ""
	type stop struct {
		at   time.Duration
		text string // in the file then
	}
	before := d.Map().Journey()[0].Title
	var seen []stop
	for range 24 { // a key every 100 ms
		title += "x"
		if err := d.Type(documenttest.Rename(d.Map(), 0, title, "field title")); err != nil {
			t.Fatal(err)
		}
		clock.Turn(100 * time.Millisecond)
		if len(d.unacked) > 0 {
			ui.Until("acknowledged", func() bool { return len(d.unacked) == 0 })
		}
		text := documenttest.Stored(t, path).Journey()[0].Title
		if d.State() == Saved && text != title {
			t.Fatalf("saved is said while %q is in the file instead of %q", text, title)
		}
		if len(seen) == 0 || seen[len(seen)-1].text != text {
			seen = append(seen, stop{clock.Now, text})
		}
	}
	want := []stop{{100 * time.Millisecond, before}, {time.Second, "xxxxxxxxxx"}, {2 * time.Second, "xxxxxxxxxxxxxxxxxxxx"}}
	if len(seen) != len(want) {
		t.Fatalf("written: %v", seen)
	}
	for i := range want {
		if seen[i] != want[i] {
			t.Errorf("write %d: %v, want %v", i, seen[i], want[i])
		}
	}
	clock.Turn(200 * time.Millisecond)
	ui.Until("saved after the rest", func() bool { return d.State() == Saved })
	if err := d.Undo(); err != nil || d.Map().Journey()[0].Title != before {
		t.Errorf("undo gives %q, %v", d.Map().Journey()[0].Title, err)
	}
}

func TestTypingIntoARowAnotherProgramChanges(t *testing.T) {
	outside := 0
	d, ui, path := opened(t, Listener{Outside: func(edit.Patch) { outside++ }})
	clock := &documenttest.Clock{}
	d.After = clock.After
	if err := d.Type(documenttest.Rename(d.Map(), 0, "Typ", "field title")); err != nil {
		t.Fatal(err)
	}
	documenttest.Elsewhere(t, path, func(m *journey.Map) edit.Command { return reasoned(m, 0, "Theirs") })
	d.Refresh()
	ui.Until("their change", func() bool { return d.Map().Journey()[0].Reason == "Theirs" })
	if got := d.Map().Journey()[0].Title; got != "Typ" || outside != 1 {
		t.Fatalf("what is being typed became %q, %d calls", got, outside)
	}
	if err := d.Type(documenttest.Rename(d.Map(), 0, "Typed", "field title")); err != nil {
		t.Fatal(err)
	}
	d.EndGesture()
	ui.Until("saved", func() bool { return d.State() == Saved })
	if got := documenttest.Stored(t, path).Journey()[0]; got.Title != "Typed" || got.Reason != "Theirs" {
		t.Errorf("in the file: %q, %q", got.Title, got.Reason)
	}
	if err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	ui.Until("saved", func() bool { return d.State() == Saved })
	if got := documenttest.Stored(t, path).Journey()[0]; got.Title == "Typed" || got.Reason != "Theirs" {
		t.Errorf("after undo the file has %q, %q", got.Title, got.Reason)
	}
}

func TestTheSameFieldTypedInTwoWindowsKeepsBothTexts(t *testing.T) {
	d, ui, path := opened(t, Listener{})
	clock := &documenttest.Clock{}
	d.After = clock.After
	if err := d.Type(documenttest.Rename(d.Map(), 0, "Mine", "field title")); err != nil {
		t.Fatal(err)
	}
	documenttest.Elsewhere(t, path, func(m *journey.Map) edit.Command { return documenttest.Rename(m, 0, "Theirs", "") })
	documenttest.Elsewhere(t, path, func(m *journey.Map) edit.Command { return reasoned(m, 1, "Theirs") })
	d.Refresh()
	ui.Until("their change", func() bool { return d.Map().Journey()[1].Reason == "Theirs" })
	if got := d.Map().Journey()[0].Title; got != "Mine" {
		t.Fatalf("the text being typed became %q", got)
	}
	d.EndGesture()
	ui.Until("saved", func() bool { return d.State() == Saved })
	var found []storage.Conflict
	asked := false
	d.Ask(func(ctx context.Context, s Store) func() {
		found, _ = s.(*storage.File).Conflicts(ctx)
		return func() { asked = true }
	})
	ui.Until("conflicts", func() bool { return asked })
	if len(found) != 1 || found[0].Present != "Mine" || found[0].Other.New != "Theirs" {
		t.Errorf("to settle: %+v", found)
	}
}

func TestSavedIsNotSaidWhileTheFolderIsGone(t *testing.T) {
	var why error
	var ways []storage.Recovered
	d, ui, path := opened(t, Listener{
		State:     func(_ Saving, err error) { why = err },
		Recovered: func(r storage.Recovery) { ways = append(ways, r.How) },
	})
	folder := filepath.Dir(path)
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	d.Refresh()
	ui.Until("failing", func() bool { return d.State() == SaveFailing })
	if why == nil {
		t.Error("nobody says why")
	}
	asked := false
	d.Ask(func(context.Context, Store) func() { return func() { asked = true } })
	ui.Until("asked", func() bool { return asked })
	if d.State() != SaveFailing {
		t.Error("saved is said of a file that is gone")
	}
	if err := d.Do(documenttest.Rename(d.Map(), 0, "Kept", "")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	d.Refresh()
	ui.Until("saved", func() bool { return d.State() == Saved })
	if got := documenttest.Stored(t, path).Journey()[0].Title; got != "Kept" {
		t.Errorf("the file that was written again has %q", got)
	}
	if len(ways) != 1 || ways[0] != storage.WrittenAgain {
		t.Errorf("told of %q", ways)
	}
}

func TestAFileThatIsRenamedIsFollowed(t *testing.T) {
	d, ui, path := opened(t, Listener{})
	to := filepath.Join(filepath.Dir(path), "renamed.journey")
	if err := os.Rename(path, to); err != nil {
		t.Fatal(err)
	}
	if err := d.Do(documenttest.Rename(d.Map(), 0, "Kept", "")); err != nil {
		t.Fatal(err)
	}
	ui.Until("saved", func() bool { return d.State() == Saved })
	if d.Path() != to || documenttest.Stored(t, to).Journey()[0].Title != "Kept" {
		t.Errorf("it goes on in %s", d.Path())
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a second file was written")
	}
}

func TestAReplacementIsTakenOverWithWhatIsHere(t *testing.T) {
	d, ui, path := opened(t, Listener{})
	clock := &documenttest.Clock{}
	d.After = clock.After
	other := filepath.Join(t.TempDir(), "other.journey")
	bytes, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(other, bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.Do(documenttest.Rename(d.Map(), 0, "Mine", "")); err != nil {
		t.Fatal(err)
	}
	ui.Until("saved", func() bool { return d.State() == Saved })
	documenttest.Elsewhere(t, other, func(m *journey.Map) edit.Command { return documenttest.Rename(m, 1, "Theirs", "") })
	if err := d.Type(documenttest.Rename(d.Map(), 2, "Being typed", "field")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
	d.Refresh()
	ui.Until("their change", func() bool { return d.Map().Journey()[1].Title == "Theirs" })
	d.EndGesture()
	ui.Until("saved", func() bool { return d.State() == Saved })
	got := documenttest.Stored(t, path).Journey()
	if got[0].Title != "Mine" || got[1].Title != "Theirs" || got[2].Title != "Being typed" {
		t.Errorf("the file has %q, %q, %q", got[0].Title, got[1].Title, got[2].Title)
	}
}

func TestALockedMapStaysAsItIs(t *testing.T) {
	d, _, _ := opened(t, Listener{})
	why := errors.New("for reading only")
	before := journey.Digest(d.Map())
	d.Lock(why)
	for name, do := range map[string]func() error{
		"do":   func() error { return d.Do(documenttest.Rename(d.Map(), 0, "X", "")) },
		"type": func() error { return d.Type(documenttest.Rename(d.Map(), 0, "X", "g")) },
		"undo": d.Undo,
	} {
		if err := do(); !errors.Is(err, why) {
			t.Errorf("%s says %v", name, err)
		}
	}
	if journey.Digest(d.Map()) != before {
		t.Error("it was changed")
	}
	if d.Lock(nil); d.Do(documenttest.Rename(d.Map(), 0, "X", "")) != nil {
		t.Error("it stays locked")
	}
}

func TestANameThatIsTypedIsCalledAsItIsInTheEnd(t *testing.T) {
	typed := func(text string) edit.Patch {
		return edit.Patch{Verb: "edit", Subject: text, Gesture: "g", Changes: []edit.Change{{Before: journey.Stage{ID: "s"}, After: journey.Stage{ID: "s", Name: text}}}}
	}
	if got := join(typed("B"), typed("Book")); got.Verb != "edit" || got.Subject != "Book" {
		t.Errorf("it is called %s %q", got.Verb, got.Subject)
	}
	one := edit.Patch{Verb: "move", Subject: "A", Changes: []edit.Change{{After: journey.Stage{ID: "s"}}}}
	if got := join(one, typed("B")); got.Subject != "A" {
		t.Errorf("another step gives its name: %q", got.Subject)
	}
}
