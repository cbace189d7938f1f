//go:build ci

package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/say"
)

// launched opens the launcher and types letters into it.
func launched(t *testing.T, e *editor, letters string) *launchEntry {
	t.Helper()
	e.perform("action.launch")
	entry, ok := e.win.Canvas().Focused().(*launchEntry)
	if !ok {
		t.Fatalf("the keys are with %T", e.win.Canvas().Focused())
	}
	typeInto(entry, letters)
	return entry
}

func TestTheLauncherDoesWhatIsNamed(t *testing.T) {
	e, _, _ := opening(t)
	e.board.ZoomTo(0.7)
	launched(t, e, "fullsi").TypedKey(key(fyne.KeyReturn))
	if e.asks() || e.board.Zoom() != 1 {
		t.Errorf("the launcher is open: %v, the zoom is %v", e.asks(), e.board.Zoom())
	}
	if e.win.Canvas().Focused() != fyne.Focusable(e.board) {
		t.Error("the map does not have the keys back")
	}
	last := e.doc.Map().Journey()[14]
	launched(t, e, strings.ToUpper(last.Title)).TypedKey(key(fyne.KeyReturn))
	if r := e.selection(); len(r) != 1 || r[0].ID != last.ID {
		t.Errorf("gone to is %v, want %s", r, last.Title)
	}
}

func TestTheLauncherIsLeftWithoutATrace(t *testing.T) {
	e, _, _ := opening(t)
	before := len(e.doc.Map().Journey())
	entry := launched(t, e, "touchp")
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyTab, fyne.KeyEscape} {
		entry.TypedKey(key(k))
	}
	if e.asks() || len(e.doc.Map().Journey()) != before {
		t.Error("Escape did something")
	}
	entry = launched(t, e, "qqqqxx")
	entry.TypedKey(key(fyne.KeyDown))
	entry.TypedKey(key(fyne.KeyReturn))
	if !e.asks() {
		t.Error("a name that nothing has closes the launcher")
	}
	entry.TypedKey(key(fyne.KeyEscape))
}

func TestTheLauncherOffersEveryActionThatIsPossible(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 1))
	offers := e.deeds()
	for i := range e.table {
		a := &e.table[i]
		if a.key == "action.launch" || a.sub != nil || a.label != nil || a.enabled != nil && !a.enabled(e) {
			continue
		}
		if !slices.ContainsFunc(offers, func(o offer) bool { return o.text == say.Text(a.key) && o.note != "" }) {
			t.Errorf("%s is not offered", a.key)
		}
	}
	e2, _ := started(t)
	e2.showStart()
	if e2.places() != nil || len(e2.deeds()) == 0 {
		t.Error("without a map there are places to go to, or nothing to do")
	}
}

func TestShortcutsAreListedAndFound(t *testing.T) {
	e, _, _ := opening(t)
	s := &shortcuts{e: e, entry: kit.NewField(false), columns: &fyne.Container{}, groups: e.keyGroups()}
	listed := func() int {
		n := 0
		for _, c := range s.columns.Objects {
			for _, o := range c.(*fyne.Container).Objects {
				if _, is := o.(*fyne.Container); is {
					n++
				}
			}
		}
		return n
	}
	s.list()
	all := listed()
	s.entry.SetText("ctrl+shift+F")
	s.list()
	if n := listed(); n < 1 || n > 4 || all < len(e.table)+len(mapKeys) {
		t.Errorf("%d lines, %d of them with that key", all, n)
	}
	s.entry.SetText("no such thing")
	s.list()
	e.perform("action.keys")
	if !e.asks() {
		t.Error("F1 shows nothing")
	}
}
