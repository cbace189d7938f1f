//go:build ci

package app

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func TestEveryActionHasATextAMenuAndSomethingToDo(t *testing.T) {
	seen := map[string]bool{}
	keys := map[string]string{}
	for _, a := range actions() {
		if seen[a.key] {
			t.Errorf("%s is there twice", a.key)
		}
		seen[a.key] = true
		if say.Text(a.key) == a.key || say.Text(a.menu) == a.menu {
			t.Errorf("%s has no text", a.key)
		}
		if (a.run == nil) == (a.sub == nil) {
			t.Errorf("%s has nothing to do, or two things", a.key)
		}
		if k := keyText(a.shortcut); k != "" {
			if other, ok := keys[k]; ok {
				t.Errorf("%s and %s have the key %s", a.key, other, k)
			}
			keys[k] = a.key
		}
	}
	for tool, key := range actionOf {
		if !seen[key] {
			t.Errorf("the button %s asks for %s, which there is not", tool, key)
		}
	}
}

func TestEveryMenuEntryRuns(t *testing.T) {
	for _, a := range actions() {
		if a.key == "action.quit" {
			continue // it ends the program
		}
		t.Run(a.key, func(t *testing.T) {
			e, _, _ := opening(t)
			lane := e.doc.Map().LanesInOrder()[2]
			e.do(edit.Hide{Rows: []edit.Ref{{Kind: journey.KindLane, ID: lane.ID}}, Hidden: true}) // so that it can be shown
			e.selected(refTo(e, 3))
			e.refreshActions()
			it := e.menus.items[a.key]
			if a.sub != nil {
				if it.ChildMenu == nil || len(it.ChildMenu.Items) == 0 {
					t.Fatal("its menu is empty")
				}
				for _, c := range it.ChildMenu.Items[:1] {
					c.Action()
				}
				return
			}
			it.Action()
		})
	}
}

func TestActionsAreOffWithoutAMap(t *testing.T) {
	e, _ := started(t)
	e.showStart()
	for i := range e.table {
		a := &e.table[i]
		if a.sub == nil && e.menus.items[a.key].Disabled != (a.enabled != nil) {
			t.Errorf("%s: disabled is %v", a.key, e.menus.items[a.key].Disabled)
		}
		e.perform(a.key + ".none") // a key nobody knows does nothing
	}
}

func TestMenusSayWhatIsUndone(t *testing.T) {
	e, _, _ := opening(t)
	if it := e.menus.items["action.undo"]; !it.Disabled {
		t.Error("undo is offered with nothing done")
	}
	e.pick(refTo(e, 0)[0])
	name := e.doc.Map().Journey()[0].Title
	e.perform("action.delete")
	it := e.menus.items["action.undo"]
	if want := "Undo delete " + name; !strings.HasPrefix(it.Label, want+" ") || it.Disabled {
		t.Errorf("undo says %q, want %q", it.Label, want)
	}
}

func TestTheKeysStandOneUnderTheOtherInAnyScript(t *testing.T) {
	opening(t)
	texts := withKeys([]string{"メモ", "2つのタッチポイントの間の約束", "A", "نسخ"}, []string{"N", "M", "O", "C"})
	at := menuWidth(strings.TrimSuffix(texts[1], "M"))
	for i, key := range []string{"N", "M", "O", "C"} {
		if d := menuWidth(strings.TrimSuffix(texts[i], key)) - at; d > 2 || d < -2 {
			t.Errorf("%q: the key stands %v beside the others", texts[i], d)
		}
	}
}

func TestTheKeysOfAMenuStandOneUnderTheOther(t *testing.T) {
	e, _, _ := opening(t)
	for menu, as := range e.menus.under {
		at := float32(-1)
		for _, a := range as {
			it := e.menus.items[a.key]
			if _, drawn := it.Shortcut.(fyne.KeyboardShortcut); drawn {
				t.Errorf("%s: the toolkit draws the keys, too faint to be read", a.key)
			}
			keys := keyText(a.shortcut)
			if keys == "" {
				continue
			}
			if it.Shortcut.ShortcutName() != a.shortcut.ShortcutName() {
				t.Errorf("%s: the toolkit hears %s", a.key, it.Shortcut.ShortcutName())
			}
			text, ok := strings.CutSuffix(it.Label, keys)
			if !ok {
				t.Errorf("%s: %q does not say %q", a.key, it.Label, keys)
			}
			x := menuWidth(text)
			if at < 0 {
				at = x
			}
			if d := x - at; d > 2 || d < -2 {
				t.Errorf("%s: the keys of %s stand at %v, others at %v", menu, a.key, x, at)
			}
		}
	}
}

func TestPlainKeysDoWhatTheMenuSays(t *testing.T) {
	e, _, _ := opening(t)
	e.pick(refTo(e, 0)[0])
	before := e.doc.Map().Touchpoints.Len()
	e.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyT})
	if _, in := e.win.Canvas().Focused().(*kit.Field); in {
		t.Fatal("the key of a letter moves the cursor: the field would receive the letter")
	}
	e.board.TypedRune('t')
	if got := e.doc.Map().Touchpoints.Len(); got != before+1 {
		t.Fatalf("T gives %d touchpoints", got)
	}
	if !e.board.Editing() {
		t.Fatal("the title of the new touchpoint is not open where it stands")
	}
	for _, name := range []string{"One", "Two"} { // each Return begins the next
		for _, r := range name {
			e.win.Canvas().Focused().TypedRune(r)
		}
		e.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	e.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) // takes the third back whole
	now := e.doc.Map().InStage(e.doc.Map().Journey()[0].Stage)
	if got := e.doc.Map().Touchpoints.Len(); got != before+2 || now[1].Title != "One" || now[2].Title != "Two" {
		t.Fatalf("%d touchpoints, behind the first %q and %q", got, now[1].Title, now[2].Title)
	}
	e.undo()
	e.pick(scene.Ref{Kind: journey.KindTouchpoint, ID: now[1].ID})
	e.focusMap()
	e.typedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := e.doc.Map().Touchpoints.Len(); got != before {
		t.Errorf("Delete gives %d touchpoints", got)
	}
}

func TestDuplicateCopiesEveryField(t *testing.T) {
	e, _, _ := opening(t)
	e.pick(refTo(e, 10)[0])
	from := e.doc.Map().Journey()[10]
	e.perform("action.duplicate")
	to := e.doc.Map().Journey()[11]
	if to.ID == from.ID {
		t.Fatal("there is no copy after it")
	}
	to.ID, to.Order = from.ID, from.Order
	if to.Title != from.Title || to.Actual.Valence != from.Actual.Valence || to.Matters != from.Matters || to.Expectation != from.Expectation {
		t.Errorf("the copy is %+v", to)
	}
	for _, r := range []scene.Ref{
		{Kind: journey.KindStage, ID: from.Stage},
		{Kind: journey.KindLane, ID: from.Lane},
		{Kind: journey.KindPainPoint, ID: e.doc.Map().PainPointsInOrder()[0].ID},
		{Kind: journey.KindOpportunity, ID: e.doc.Map().OpportunitiesInOrder()[0].ID},
	} {
		e.pick(r)
		e.perform("action.duplicate")
		if got := e.selection(); len(got) == 0 || got[0].Kind != r.Kind || got[0].ID == r.ID { // with what hangs on it
			t.Errorf("no copy of the %s: %v", r.Kind, got)
		}
	}
	if problems := e.doc.Map().Validate(); len(problems) > 0 {
		t.Errorf("the map is not valid: %v", problems)
	}
}

func TestTheMenusClipboardGoesToWhatHasTheKeys(t *testing.T) {
	e, _, _ := opening(t)
	e.pick(refTo(e, 0)[0])
	e.focusMap()
	before := e.doc.Map().Touchpoints.Len()
	e.perform("action.copy")
	e.perform("action.paste")
	if got := e.doc.Map().Touchpoints.Len(); got != before+1 {
		t.Errorf("copying and pasting a touchpoint gives %d, want %d", got, before+1)
	}
	if !e.board.Edit(e.selection()[0], "") {
		t.Fatal("the copy cannot be edited where it stands")
	}
	e.perform("action.select_all")
	e.perform("action.cut")
	e.perform("action.paste")
	e.perform("action.paste")
	e.focusMap()
	name := e.doc.Map().Journey()[0].Title
	if got := e.doc.Map().Journey()[1].Title; got != name+name {
		t.Errorf("pasted twice into the title gives %q", got)
	}
	if got := e.doc.Map().Touchpoints.Len(); got != before+1 {
		t.Errorf("pasting into a text gives %d touchpoints", got)
	}
	e.perform("action.select_stage")
	if n := len(e.selection()); n < 3 {
		t.Errorf("%d rows of the stage are selected", n)
	}
	e.pick(refTo(e, 0)[0])
	e.perform("action.select_lane")
	if n := len(e.selection()); n != before+1 {
		t.Errorf("%d rows of the lane are selected, want %d", n, before+1)
	}
}

func TestAFileThatIsNoMapIsRefusedAndTheOpenOneStays(t *testing.T) {
	e, _, path := opening(t)
	bad := t.TempDir() + "/bad.journey"
	if err := os.WriteFile(bad, []byte("no map"), 0o600); err != nil {
		t.Fatal(err)
	}
	e.openPath(bad)
	if e.doc == nil || e.doc.Path() != path {
		t.Error("the map that was open is gone")
	}
}

func TestNewMapsAreInAFileAtOnce(t *testing.T) {
	e, _ := started(t)
	e.showStart()
	e.newMap("five-stages")
	if e.doc == nil {
		t.Fatal("nothing is open")
	}
	if _, err := os.Stat(e.doc.Path()); err != nil {
		t.Error(err)
	}
	if got := e.recent(); len(got) != 1 || got[0] != e.doc.Path() {
		t.Errorf("recent files: %q", got)
	}
	if !e.banner.Object.Visible() {
		t.Error("nobody says where the map is")
	}
}

func TestUnwrittenChangesAreNotLeftBehindUnasked(t *testing.T) {
	e, ui, _ := opening(t)
	path := second(t)
	back := losing(t, e, ui)
	for name, leave := range map[string]func(){
		"open": func() { e.openPath(path) }, "new": func() { e.newMap("blank") }, "close": e.closeMap, "quit": e.quit,
	} {
		doc := e.doc
		leave()
		if e.doc != doc || !e.asks() {
			t.Errorf("%s leaves the map without asking", name)
		}
		for e.asks() {
			e.win.Canvas().Overlays().Remove(e.win.Canvas().Overlays().Top())
		}
	}
	back()
}

func TestShortcutsUnderADialogGoToItsField(t *testing.T) {
	e, _, _ := opening(t)
	name := kit.NewField(false)
	name.SetText("a name")
	e.ask(dialog.NewCustom("", "", name, e.win))
	e.win.Canvas().Focus(name)
	before := e.doc.Map().Touchpoints.Len()
	for _, key := range []string{"action.select_all", "action.duplicate", "action.delete"} {
		e.perform(key)
	}
	if len(e.selection()) != 0 || e.doc.Map().Touchpoints.Len() != before {
		t.Errorf("the map behind the dialog has %d selected and %d touchpoints, want 0 and %d", len(e.selection()), e.doc.Map().Touchpoints.Len(), before)
	}
	if got := name.SelectedText(); got != name.Text {
		t.Errorf("%q of the field is selected, want all", got)
	}
}

func TestNothingMovesWhenABannerComes(t *testing.T) {
	e, _, _ := opening(t)
	where := func(o fyne.CanvasObject) (fyne.Position, fyne.Size) {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	}
	things := []fyne.CanvasObject{e.inspector.Object, e.palette.object, e.board}
	type stand struct {
		at   fyne.Position
		size fyne.Size
	}
	var before []stand
	for _, o := range things {
		at, size := where(o)
		before = append(before, stand{at, size})
	}
	e.notice("Something happened.")
	for i, o := range things {
		if at, size := where(o); (stand{at, size}) != before[i] {
			t.Errorf("thing %d went from %v to %v %v", i, before[i], at, size)
		}
	}
	at, size := where(e.banner.Object)
	board, room := where(e.board)
	if !e.banner.Object.Visible() || at.X < board.X || at.Y < board.Y || at.X+size.Width > board.X+room.Width || size.Height < 20 {
		t.Errorf("the banner lies at %v, %v; the map at %v, %v", at, size, board, room)
	}
}

func TestUndoGoesOnAfterTheFileIsOpenedAgain(t *testing.T) {
	e, ui, path := opening(t)
	titles := func() string {
		var b strings.Builder
		for _, tp := range e.doc.Map().Journey() {
			b.WriteString(tp.Title + "\n")
		}
		return b.String()
	}
	saved := func() { ui.Until("saved", func() bool { return e.doc.State() == document.Saved }) }
	whole := titles()
	e.pick(refTo(e, 0)[0])
	e.perform("action.delete")
	without := titles()
	e.pick(refTo(e, 3)[0])
	e.perform("action.delete")
	e.perform("action.undo")
	saved()
	e.leave()
	if err := e.load(path); err != nil {
		t.Fatal(err)
	}
	e.refreshActions()
	ui.Until("what was undone before can be done again", func() bool { return !e.menus.items["action.redo"].Disabled })
	if titles() != without {
		t.Fatalf("opened again the map has\n%s", titles())
	}
	e.perform("action.undo")
	if titles() != whole {
		t.Errorf("undone after opening again the map has\n%s", titles())
	}
	saved()
}
