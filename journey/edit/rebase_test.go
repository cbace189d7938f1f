package edit

import (
	"reflect"
	"testing"

	"touchline.app/journey"
)

// apart are a row as it was, as I made it and as somebody else did.
func apart() (was, mine, theirs journey.Touchpoint) {
	was = journey.Touchpoint{ID: "t", Stage: "s", Lane: "l", Title: "Was", Actual: journey.Feel(-1)}
	mine, theirs = was, was
	mine.Title = "Mine"
	theirs.Reason = "Theirs"
	theirs.Actual.Quote = "Theirs"
	return was, mine, theirs
}

func TestAPatchOntoAChangedRowKeepsTheFieldsOfBoth(t *testing.T) {
	was, mine, theirs := apart()
	m := journey.New("m", "")
	m.Put(theirs)
	p := Patch{Changes: []Change{{Before: was, After: mine}}}
	got := p.Onto(m)
	got.Apply(m)
	now, _ := m.Touchpoints.Get("t")
	want := theirs
	want.Title = "Mine"
	if !reflect.DeepEqual(now, want) {
		t.Errorf("the row is %+v", now)
	}
	if known := got.Changes[0].Before.(journey.Touchpoint); known.Title != "Was" || known.Reason != "Theirs" {
		t.Errorf("the patch says the row was %+v", known)
	}
	if p.Changes[0].After.(journey.Touchpoint).Reason != "" {
		t.Error("the patch itself was changed")
	}
}

func TestAPatchOntoAFieldBothChangedKnowsWhatItReplaced(t *testing.T) {
	was, mine, theirs := apart()
	theirs.Title = "Theirs"
	m := journey.New("m", "")
	m.Put(theirs)
	got := Patch{Changes: []Change{{Before: was, After: mine}}}.Onto(m).Changes[0]
	if got.Before.(journey.Touchpoint).Title != "Was" || got.After.(journey.Touchpoint).Title != "Mine" {
		t.Errorf("title from %q to %q", got.Before.Label(), got.After.Label())
	}
}

func TestAPatchOntoADeletedRow(t *testing.T) {
	was, mine, _ := apart()
	m := journey.New("m", "")
	Patch{Changes: []Change{{Before: was, After: mine}}}.Onto(m).Apply(m)
	if now, ok := m.Touchpoints.Get("t"); !ok || now.Title != "Mine" {
		t.Error("what was typed into a row another one deleted is lost")
	}
	m.Delete(journey.KindTouchpoint, "t")
	if p := (Patch{Changes: []Change{{Before: was}}}).Onto(m); !p.Empty() {
		t.Error("a row both deleted is deleted twice")
	}
}

func TestUndoKeepsWhatSomebodyElseChangedInTheSameRow(t *testing.T) {
	was, mine, theirs := apart()
	m := journey.New("m", "")
	m.Put(was)
	var h History
	h.Do(m, Patch{Changes: []Change{{Before: was, After: mine}}})
	both := theirs
	both.Title = "Mine"
	outside := Patch{Changes: []Change{{Before: mine, After: both}}}
	outside.Apply(m)
	h.Adapt(outside)
	if _, err := h.Undo(m); err != nil {
		t.Fatal(err)
	}
	if now, _ := m.Touchpoints.Get("t"); !reflect.DeepEqual(now, theirs) {
		t.Errorf("after undo the row is %+v", now)
	}
	if _, err := h.Redo(m); err != nil {
		t.Fatal(err)
	}
	if now, _ := m.Touchpoints.Get("t"); !reflect.DeepEqual(now, both) {
		t.Errorf("after redo the row is %+v", now)
	}
}

func TestUndoOfTheVeryFieldSomebodyElseChangedIsDropped(t *testing.T) {
	was, mine, _ := apart()
	m := journey.New("m", "")
	m.Put(was)
	var h History
	h.Do(m, Patch{Changes: []Change{{Before: was, After: mine}}})
	theirs := mine
	theirs.Title = "Theirs"
	outside := Patch{Changes: []Change{{Before: mine, After: theirs}}}
	outside.Apply(m)
	h.Adapt(outside)
	if _, err := h.Undo(m); err == nil {
		t.Error("undo replaced what somebody else wrote")
	}
	if now, _ := m.Touchpoints.Get("t"); now.Title != "Theirs" {
		t.Errorf("the title is %q", now.Title)
	}
}
