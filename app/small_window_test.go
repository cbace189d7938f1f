//go:build ci

package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/say"
	"touchline.app/journey"
)

func TestASmallWindowHasRoomForEverything(t *testing.T) {
	e, _, _ := opening(t)
	room := fyne.NewSize(900, 560) // the menu has the rest
	e.win.Resize(room)
	fits := func(what string, o fyne.CanvasObject) {
		t.Helper()
		if m := o.MinSize(); m.Width > room.Width || m.Height > room.Height {
			t.Errorf("%s wants %v of %v", what, m, room)
		}
	}
	fits("the window", e.win.Content())
	for _, key := range []string{"action.find", "action.filter", "action.coverage", "action.view.inventory", "action.view.table", "action.view.actions"} {
		e.perform(key)
		fits(key, e.win.Content())
	}
	for _, key := range []string{"action.keys", "action.launch", "action.about"} {
		e.perform(key)
		fits(key, e.win.Canvas().Overlays().Top())
		e.win.Canvas().Overlays().Remove(e.win.Canvas().Overlays().Top())
	}
}

func TestChipsStayWhereTheyAreWhenTheFirstIsChosen(t *testing.T) {
	e, _, _ := opening(t)
	e.win.Resize(fyne.NewSize(1440, 900))
	e.perform("action.filter")
	f := e.filtering
	room := f.row.Size()
	f.chips[0].button.Act()
	e.win.Resize(fyne.NewSize(1440, 901))
	if now := f.row.Size(); now.Width != room.Width {
		t.Errorf("the chips have %v, had %v", now, room)
	}
}

func TestTheStatusBarCountsWhatIsLeftUnsaid(t *testing.T) {
	e, _ := covered(t)
	b := e.memory.cover
	b.count()
	if want := "! " + say.Count("coverage.count", openFindings(e)); b.button.Text != want || !b.button.Visible() {
		t.Errorf("it says %q, want %q; seen: %v", b.button.Text, want, b.button.Visible())
	}
	b.button.Tapped(nil)
	if e.memory.pane != nil {
		t.Error("it does not close the list")
	}
	b.button.Tapped(nil)
	if !showsPane[*covering](e) {
		t.Error("it does not open the list")
	}
	b.show(0)
	if b.button.Visible() {
		t.Error("nothing is counted")
	}
}

func TestAWindowForANewMapHasASize(t *testing.T) {
	e, _, _ := opening(t)
	n := e.another()
	n.newMap("blank")
	n.show()
	if s := n.win.Canvas().Size(); s.Width < 640 || s.Height < 420 {
		t.Errorf("it is %v", s)
	}
}

func TestAHitTheMapDoesNotDrawSaysSo(t *testing.T) {
	e, _, _ := opening(t)
	for _, s := range e.doc.Map().StagesInOrder() {
		e.do(alter(s, func(r *journey.Stage) { r.Hidden = s.Name == "Airport" }))
	}
	e.perform("action.find")
	for name, c := range map[string]struct{ query, want string }{
		"an unused channel":  {"helps customers when plans", say.Text("find.undrawn")},
		"a field of a card":  {"three airlines", ""},
		"in a hidden column": {"finds the gate", say.Text("find.hidden")},
	} {
		e.finder.entry.SetText(c.query)
		if len(e.finder.hits) == 0 {
			t.Fatalf("%s: nothing is found", name)
		}
		if got := e.finder.where.Text; !strings.HasSuffix(got, c.want) || c.want == "" && strings.Contains(got, say.Text("find.undrawn")) {
			t.Errorf("%s: the bar says %q", name, got)
		}
	}
}
