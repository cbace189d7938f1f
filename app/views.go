package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/export/report"
	"touchline.app/journey"
	"touchline.app/journey/search"
)

// lookingActions are what the menus offer for looking: finding, filtering and
// the views.
func lookingActions() []action {
	all := []action{
		{key: "action.find", menu: "menu.edit", line: true, shortcut: ctrl(fyne.KeyF), run: (*editor).find, enabled: hasDocument},
		{key: "action.find_next", menu: "menu.edit", shortcut: plain(fyne.KeyF3), run: (*editor).findNext, enabled: hasDocument},
		{key: "action.launch", menu: "menu.edit", shortcut: ctrl(fyne.KeyK), run: (*editor).launch},
		{key: "action.filter", menu: "menu.view", line: true, shortcut: ctrlShift(fyne.KeyF), run: (*editor).toggleFilter, enabled: hasDocument, checked: (*editor).filters},
		{key: "action.only", menu: "menu.view", sub: filterChoices, enabled: hasDocument},
		{key: "action.focus", menu: "menu.view", shortcut: plain("F"), run: (*editor).focusStage, enabled: hasStages, checked: (*editor).focuses},
	}
	for i, v := range viewKinds {
		all = append(all, action{
			key: "action.view." + string(v), menu: "menu.view", line: i == 0, shortcut: ctrl(fyne.KeyName(rune('1' + i))), enabled: hasDocument,
			run:     func(e *editor) { e.views.to(v) },
			checked: func(e *editor) bool { return e.doc != nil && e.views.now == v },
		})
	}
	return all
}

func hasStages(e *editor) bool { return e.doc != nil && e.doc.Map().Stages.Len() > 0 }

// viewKind names a way to look at a map.
type viewKind string

// The views.
const (
	viewMap       viewKind = "map"
	viewInventory viewKind = "inventory"
	viewTable     viewKind = "table"
	viewChances   viewKind = "actions"
)

// viewKinds lists the views in the order of their keys.
var viewKinds = []viewKind{viewMap, viewInventory, viewTable, viewChances}

// reportOf is the report a view is exported as.
var reportOf = map[viewKind]report.Kind{viewInventory: report.Inventory, viewTable: report.Touchpoints, viewChances: report.Actions}

// view is a way to look at a map that takes the place of the board.
type view interface {
	canvas() fyne.CanvasObject
	refresh() // the map or the filter has changed
	focus() fyne.Focusable
	choose(scene.Ref) bool // shows a row, where it is in the view
	has(scene.Ref) bool    // whether choose shows it
	empty() bool           // the map has nothing for it
}

// views is the middle of the window: the board, or another view of the map.
type views struct {
	e        *editor
	now      viewKind
	made     map[viewKind]view
	handOffs map[journey.ID]string // from whom, by touchpoint
	hint     *kit.Ink              // says how the view is used, or why it is empty
	bars     *fyne.Container       // of what is looked for and filtered
	object   *fyne.Container
}

func newViews(e *editor) *views {
	return &views{e: e, now: viewMap, made: map[viewKind]view{}, object: container.NewStack()}
}

// over returns the middle of the window, with what shows the map, under the bars
// of what is looked for and filtered.
func (v *views) over(theMap fyne.CanvasObject) fyne.CanvasObject {
	v.object.Objects = []fyne.CanvasObject{theMap}
	v.bars = kit.Stack(0, v.e.finder.object, v.e.filtering.object)
	return kit.Framed(v.bars, nil, nil, nil, v.e.memory.over(v.object))
}

// bar opens or closes a bar. The map stays where it is on the screen.
func (v *views) bar(o fyne.CanvasObject, open bool) {
	if o.Visible() == open {
		return
	}
	o.Resize(fyne.NewSize(v.bars.Size().Width, o.MinSize().Height)) // so that it knows how high it gets
	v.e.board.Steady(func() {
		kit.Show(o, open)
		v.e.sides.Refresh()
	})
}

// settle gives the bars the height they need now.
func (v *views) settle() {
	if v != nil && v.bars != nil && v.e.sides != nil {
		v.e.board.Steady(v.e.sides.Refresh)
	}
}

// to changes to a view and gives it the keys.
func (v *views) to(k viewKind) {
	v.show(k)
	v.e.focusMap()
}

// show changes to a view and leaves the keys where they are.
func (v *views) show(k viewKind) {
	v.now = k
	v.object.Objects = v.object.Objects[:1:1]
	kit.Show(v.object.Objects[0], k == viewMap)
	if k != viewMap {
		if v.made[k] == nil {
			v.made[k] = v.make(k)
		}
		v.object.Objects = append(v.object.Objects, v.framed(k))
		v.refresh()
		v.begin(k)
	}
	kit.Show(v.e.palette.object, k == viewMap && v.e.app.Preferences().BoolWithFallback(prefPalette, true)) // it is for the map
	v.e.sides.Refresh()
	v.object.Refresh()
	v.e.refreshActions()
}

// begin puts the cursor of a view onto what is selected.
func (v *views) begin(k viewKind) {
	for _, r := range v.e.selection() {
		if v.made[k].choose(r) {
			return
		}
	}
}

func (v *views) make(k viewKind) view {
	switch k {
	case viewInventory:
		return newInventoryView(v.e)
	case viewTable:
		return newTableView(v.e)
	default:
		return newPlanView(v.e)
	}
}

// framed is a view under a line that says how it is used.
func (v *views) framed(k viewKind) fyne.CanvasObject {
	v.hint = kit.NewInk("", 12, fyne.TextStyle{}, look.Grey).Narrow(80)
	send := kit.NewPress(say.Text("view.export"), "", v.e.askExport)
	head := kit.Inset(4, 12, 4, 16, kit.Flank(kit.NewInk(say.Text("action.view."+string(k)), 15, kit.Bold, "foreground"), send, kit.Inset(0, 12, 0, 12, container.New(kit.Centred{}, v.hint))))
	return kit.NewPlate("inputBackground", "", 0, kit.Framed(head, nil, nil, nil, v.made[k].canvas()))
}

// refresh brings the view that is shown up to date.
func (v *views) refresh() {
	w := v.made[v.now]
	if w == nil {
		return
	}
	w.refresh()
	hint := say.Text("view." + string(v.now))
	if w.empty() {
		hint = say.Text("report.none." + string(reportOf[v.now]))
	}
	v.hint.Set(hint, look.Grey)
}

// within returns the hits that are in the view there is, where it has any.
func (v *views) within(hits []search.Hit) []search.Hit {
	w := v.made[v.now]
	if w == nil {
		return hits
	}
	var own []search.Hit
	for _, h := range hits {
		if w.has(scene.Ref{Kind: h.Kind, ID: h.ID}) {
			own = append(own, h)
		}
	}
	if len(own) == 0 {
		return hits
	}
	return own
}

// focus gives the keys to the view that is shown, and reports whether it is
// another one than the map.
func (v *views) focus() bool {
	w := v.made[v.now]
	if w == nil || v.now == viewMap {
		return false
	}
	v.e.win.Canvas().Focus(w.focus())
	return true
}

// reach shows a row in the view there is, or else on the map. The keys stay where
// they are: somebody may be typing what is looked for.
func (v *views) reach(r scene.Ref) {
	if w := v.made[v.now]; v.now != viewMap && (w == nil || !w.choose(r)) {
		v.show(viewMap)
	}
}

// menu opens the list of the views under a button.
func (v *views) menu(under fyne.CanvasObject) {
	var items []*fyne.MenuItem
	var as []*action
	for i := range v.e.table {
		a := &v.e.table[i]
		if !slices.ContainsFunc(viewKinds, func(k viewKind) bool { return a.key == "action.view."+string(k) }) {
			continue
		}
		it := fyne.NewMenuItem(say.Text(a.key), func() { v.e.perform(a.key) })
		it.Checked = a.checked(v.e)
		items, as = append(items, it), append(as, a)
	}
	for i, label := range labelsOf(as, v.e) {
		items[i].Label = label
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), v.e.win.Canvas(), at.AddXY(0, under.Size().Height))
}
