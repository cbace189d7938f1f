//go:build ci

package app

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	out "touchline.app/export/press"
	"touchline.app/export/report"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func cell(row, col int) widget.TableCellID { return widget.TableCellID{Row: row, Col: col} }

func TestEveryViewTakesTheKeysAndGivesThemBack(t *testing.T) {
	e, _, _ := opening(t)
	for _, k := range append(viewKinds[1:], viewKinds[0]) {
		e.perform("action.view." + string(k))
		if e.views.now != k || e.toolbar.view.Text != say.Text("action.view."+string(k)) {
			t.Errorf("%s: shown is %s, the button says %q", k, e.views.now, e.toolbar.view.Text)
		}
		want := fyne.Focusable(e.board)
		if k != viewMap {
			want = e.views.made[k].focus()
		}
		e.focusMap()
		if got := e.win.Canvas().Focused(); got != want {
			t.Errorf("%s: the keys are with %T", k, got)
		}
		if shown := e.views.object.Objects[0].Visible(); shown != (k == viewMap) {
			t.Errorf("%s: the map is visible: %v", k, shown)
		}
	}
}

func TestACellOfTheInventoryLeadsToItsTouchpoints(t *testing.T) {
	e, _, _ := opening(t)
	e.perform("action.view.inventory")
	v := e.views.made[viewInventory].(*inventoryView)
	for r := range v.v.Channels {
		for c := range v.v.Stages {
			l, n := v.look(cell(r, c)), len(v.v.Cells[r][c].Touchpoints)
			if (n == 0) != l.Void || (n == 0) != (l.Text == "–") || (l.Pill == "") != (v.v.Cells[r][c].Gaps == 0) {
				t.Errorf("%d touchpoints are shown as %q with the gap %q", n, l.Text, l.Pill)
			}
			if n > 0 {
				v.sheet.At = cell(r, c)
			}
		}
	}
	leadsToItsTouchpoints(t, e, v)
}

// leadsToItsTouchpoints presses Return on a cell that holds some, then Space on one
// that holds none and on the sum of all.
func leadsToItsTouchpoints(t *testing.T, e *editor, v *inventoryView) {
	t.Helper()
	want := v.stock(v.sheet.At).Touchpoints
	v.sheet.TypedKey(key(fyne.KeyReturn))
	if e.views.now != viewMap || len(e.selection()) != len(want) || e.selection()[0].ID != want[0] || len(e.board.Selection()) != len(want) {
		t.Errorf("in %s selected are %v, want %v", e.views.now, e.selection(), want)
	}
	e.perform("action.view.inventory")
	v.sheet.At = cell(len(v.v.Channels)-1, 0)
	if v.sheet.TypedRune(' '); e.views.now != viewInventory {
		t.Error("the phone, which is unused, leads away")
	}
	v.sheet.At = cell(len(v.v.Channels), len(v.v.Stages))
	if v.sheet.TypedRune(' '); len(e.selection()) != 15 {
		t.Errorf("the sum of all selects %d", len(e.selection()))
	}
	if v.look(cell(-1, -1)).Text != "" || v.look(cell(-1, 0)).Text == "" || v.look(cell(0, -1)).Text == "" {
		t.Error("the heads do not name stages and channels")
	}
}

// tabled returns an editor that shows the table.
func tabled(t *testing.T) (*editor, *gridView[journey.Touchpoint]) {
	t.Helper()
	e, _, _ := opening(t)
	e.perform("action.view.table")
	return e, e.views.made[viewTable].(*gridView[journey.Touchpoint])
}

func (g *gridView[T]) column(t *testing.T, key string) int {
	t.Helper()
	for i, c := range g.columns {
		if c.key == key {
			return i
		}
	}
	t.Fatalf("there is no column %s", key)
	return 0
}

func TestTheTableIsEditedByKeys(t *testing.T) {
	e, g := tabled(t)
	id := g.rows[2]
	now := func() journey.Touchpoint { tp, _ := e.doc.Map().Touchpoints.Get(id); return tp }
	g.sheet.To(cell(2, 0))
	typeInto(g.sheet, "N")
	typeInto(g.sheet.Entry, "ew title")
	g.sheet.Entry.TypedKey(key(fyne.KeyReturn))
	if now().Title != "New title" || g.sheet.At != cell(3, 0) || g.sheet.Entry != nil {
		t.Errorf("the title is %q, the cursor at %v", now().Title, g.sheet.At)
	}
	g.sheet.To(cell(2, g.column(t, "emotion.actual")))
	g.sheet.TypedKey(key(fyne.KeyReturn))
	g.sheet.Entry.SetText("−1,3")
	g.sheet.Entry.TypedKey(key(fyne.KeyTab))
	if now().Actual.Valence != -1.3 {
		t.Errorf("the emotion is %v", now().Actual.Valence)
	}
	g.sheet.To(cell(2, g.column(t, "emotion.actual")))
	for text, said := range map[string]bool{"7": true, "good": true, "NaN": true, "": false} {
		e.banner.Clear("edit")
		g.sheet.TypedKey(key(fyne.KeyF2))
		g.sheet.Entry.SetText(text)
		g.sheet.Entry.FocusLost()
		if e.banner.Object.Visible() != said {
			t.Errorf("%q: a banner is shown: %v", text, !said)
		}
	}
	if now().Actual.Known {
		t.Error("an empty cell leaves an emotion")
	}
	matters := now().Matters
	g.sheet.To(cell(2, g.column(t, "touchpoint.matters")))
	typeInto(g.sheet, " ")
	if now().Matters == matters {
		t.Error("Space does not turn it over")
	}
	g.sheet.To(cell(2, 0))
	g.sheet.TypedKey(key(fyne.KeyReturn))
	typeInto(g.sheet.Entry, "xyz")
	g.sheet.Entry.TypedKey(key(fyne.KeyEscape))
	if now().Title != "New title" || g.sheet.Entry != nil {
		t.Errorf("Escape leaves %q", now().Title)
	}
	if r := e.selection(); len(r) != 1 || r[0].ID != id {
		t.Errorf("selected is %v", r)
	}
}

func TestWhatIsTypedInACellIsInTheMapAtOnce(t *testing.T) {
	e, g := tabled(t)
	g.sortBy(0)
	id, title := g.rows[2], func() string { tp, _ := e.doc.Map().Touchpoints.Get(g.rows[2]); return tp.Title }
	was := title()
	g.sheet.To(cell(2, 0))
	typeInto(g.sheet, "Z")
	if title() != "Z" {
		t.Errorf("over the old text stands %q", title())
	}
	typeInto(g.sheet.Entry, "zz")
	if title() != "Zzz" || g.rows[2] != id {
		t.Errorf("the title is %q while the row is typed in; the rows are in another order: %v", title(), g.rows[2] != id)
	}
	g.sheet.Entry.TypedKey(key(fyne.KeyReturn))
	if i := slices.Index(g.rows, id); i != len(g.rows)-1 {
		t.Errorf("it is sorted to row %d of %d", i, len(g.rows))
	}
	e.perform("action.undo")
	if tp, _ := e.doc.Map().Touchpoints.Get(id); tp.Title != was {
		t.Errorf("one step back leaves %q", tp.Title)
	}
	g.sheet.To(cell(slices.Index(g.rows, id), 0))
	typeInto(g.sheet, "Z")
	e.perform("action.undo")
	if tp, _ := e.doc.Map().Touchpoints.Get(id); tp.Title != was || g.sheet.Entry != nil {
		t.Errorf("while it is typed, undo leaves %q", tp.Title)
	}
}

func TestTheTableIsSortedByEachColumn(t *testing.T) {
	e, g := tabled(t)
	m := e.doc.Map()
	order := func() []journey.ID {
		var out []journey.ID
		return append(out, g.rows...)
	}
	before := order()
	for i, c := range g.columns {
		g.sheet.At.Col = i
		g.sheet.TypedKey(key(fyne.KeyF4))
		up := order()
		g.look(cell(-1, i)).Run()
		down := order()
		if len(up) != len(before) || len(down) != len(before) {
			t.Errorf("%s: touchpoints are lost", c.key)
		}
		for k := 1; k < len(g.rows); k++ {
			a, _ := g.row(k - 1)
			b, _ := g.row(k)
			if compareKeys(g.keyOf(m, a, i), g.keyOf(m, b, i), g.down) > 0 {
				t.Errorf("%s: %q before %q", c.key, c.text(m, a), c.text(m, b))
			}
		}
		g.sortBy(i)
		if !slices.Equal(order(), before) {
			t.Errorf("%s: the third click does not bring the order of the journey back", c.key)
		}
	}
}

func TestTheTableFollowsTheFilterAndWhatIsChosen(t *testing.T) {
	e, g := tabled(t)
	for i, c := range g.columns {
		if c.choices == nil {
			continue
		}
		second, _ := g.row(1)
		cs := c.choices(second)
		want := cs[len(cs)-1].text
		cs[len(cs)-1].run(e)
		found := false
		for k := range g.rows {
			r, _ := g.row(k)
			found = found || c.text(e.doc.Map(), r) == want
		}
		if !found {
			t.Errorf("%s: %q was not taken", g.columns[i].key, want)
		}
	}
	e.filtering.chips[0].button.Act()
	if n := len(g.rows); n == 0 || n == 15 {
		t.Errorf("%d rows are left by the filter", n)
	}
	e.goTo(scene.Ref{Kind: journey.KindTouchpoint, ID: g.rows[1]})
	if e.views.now != viewTable || g.sheet.At.Row != 1 {
		t.Errorf("in %s the cursor is at %v", e.views.now, g.sheet.At)
	}
	e.perform("action.find")
	typeInto(e.finder.entry, "e") // is in the title of the map too
	if e.views.now != viewTable {
		t.Error("the search leaves the table, which has what is looked for")
	}
	e.finder.entry.SetText(e.doc.Map().StagesInOrder()[0].Goal)
	if e.views.now != viewMap || e.win.Canvas().Focused() != fyne.Focusable(e.finder.entry) {
		t.Errorf("in %s the keys are with %T while a goal is looked for", e.views.now, e.win.Canvas().Focused())
	}
	e.perform("action.view.table")
	e.goTo(scene.Ref{Kind: journey.KindStage, ID: e.doc.Map().StagesInOrder()[0].ID})
	if e.views.now != viewMap {
		t.Error("a stage is no row of the table, and it is not shown on the map")
	}
}

func TestEachViewIsExportedAlone(t *testing.T) {
	for _, k := range viewKinds {
		t.Run(string(k), func(t *testing.T) {
			e, _, _ := opening(t)
			e.rememberPressed(filepath.Join(t.TempDir(), "other.ojf"), choices{Format: out.Ptolemy, View: report.Gaps}, scope{})
			e.perform("action.view." + string(k))
			e.askExport()
			d := e.exportDialog
			c := d.form.choices
			if c.View != reportOf[k] || c.viewing() != (k != viewMap) || c.options(e.doc.Map(), scope{}).View != reportOf[k] {
				t.Errorf("proposed is %q as %s", c.View, c.Format)
			}
			named := strings.Contains(d.path.Text, say.Text("action.view."+string(k)))
			if named != (k != viewMap) {
				t.Errorf("the file is called %s", d.path.Text)
			}
			d.close()
		})
	}
}

func TestAnEmptyMapSaysSoInEachView(t *testing.T) {
	e, _, _ := opening(t)
	for _, s := range e.doc.Map().StagesInOrder() {
		e.do(edit.Remove{Kind: journey.KindStage, ID: s.ID})
	}
	for k, r := range reportOf {
		e.perform("action.view." + string(k))
		if e.views.hint.Text != say.Text("report.none."+string(r)) {
			t.Errorf("%s says %q", k, e.views.hint.Text)
		}
		w := e.views.made[k].focus()
		w.TypedKey(key(fyne.KeyReturn))
		typeInto(w, "x ")
		w.TypedKey(key(fyne.KeyEnd))
	}
}
