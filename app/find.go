package app

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/search"
)

// finder is the bar that looks for a text in every field of the map and steps
// through what has it.
type finder struct {
	e            *editor
	entry        *findEntry
	count, where *kit.Ink
	row, line    *fyne.Container
	object       fyne.CanvasObject

	index  *search.Index // nil: the map has changed since
	errand errand
	before *outlook // what was seen before the bar was opened
	hits   []search.Hit
	at     int // of the hit that is shown
}

// outlook is what is seen of a map.
type outlook struct {
	view     viewKind
	seen     *scene.Rect // nil: nothing was drawn yet
	selected []scene.Ref
}

func newFinder(e *editor) *finder {
	f := &finder{e: e, errand: errand{e: e}, entry: newFindEntry(), count: kit.NewInk("", 12, fyne.TextStyle{}, look.Grey), where: kit.NewInk("", 12, fyne.TextStyle{}, look.Grey).Narrow(80)}
	f.entry.PlaceHolder = say.Text("find.hint")
	f.entry.OnChanged = func(string) { f.search() }
	f.entry.step, f.entry.close, f.entry.leave = f.step, f.back, func() { f.e.focusMap() }
	f.row = kit.Strip(4, kit.NewPress("↑", "", func() { f.step(-1) }), kit.NewPress("↓", "", func() { f.step(1) }), kit.Inset(0, 8, 0, 4, f.count))
	shut := kit.NewPress("×", "", f.hide)
	f.line = container.New(&findLine{}, f.entry, f.row, container.New(kit.Centred{}, f.where), shut)
	f.object = kit.NewPlate(look.Panel, "", 0, kit.Framed(nil, kit.Hairline(), nil, nil, kit.Inset(4, 8, 4, 12, f.line)))
	f.object.Hide()
	return f
}

// findLine lays out the bar: the field is as wide as there is room for, then what
// steps through the hits, what says where one is, and what closes the bar.
type findLine struct{}

// The width of the field, in units.
const (
	leastFind = 100
	mostFind  = 300
	findGap   = 4
)

// Layout implements fyne.Layout.
func (*findLine) Layout(os []fyne.CanvasObject, s fyne.Size) {
	steps, shut := os[1].MinSize().Width, os[3].MinSize().Width
	left := s.Width - steps - shut - 3*findGap
	field := min(max(left*2/3, leastFind), mostFind)
	x := float32(0)
	for i, w := range []float32{field, steps, max(left-field, 0), shut} {
		os[i].Resize(fyne.NewSize(w, s.Height))
		os[i].Move(fyne.NewPos(kit.Across(x, w, s.Width), 0))
		x += w + findGap
	}
}

// MinSize implements fyne.Layout.
func (*findLine) MinSize(os []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(leastFind+os[1].MinSize().Width+os[3].MinSize().Width+3*findGap, 0)
	for _, o := range os {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// show opens the bar, with what was looked for before ready to be typed over.
func (f *finder) show() {
	if !f.object.Visible() {
		f.note()
	}
	f.e.views.bar(f.object, true)
	f.e.win.Canvas().Focus(f.entry)
	f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.search()
}

// unlight takes the mark from the text that was found.
func (f *finder) unlight() { f.e.board.Highlight(scene.Ref{}, "") }

// hide closes the bar; what was found stays selected and in view.
func (f *finder) hide() {
	f.unlight()
	f.e.views.bar(f.object, false)
	f.e.focusMap()
}

// note remembers what was seen before anything was looked for.
func (f *finder) note() {
	f.before = &outlook{view: f.e.views.now, selected: f.e.selection()}
	if f.e.scenery.now != nil {
		seen := f.e.board.Seen()
		f.before.seen = &seen
	}
}

// back closes the bar and goes back to what was seen before.
func (f *finder) back() {
	b := f.before
	f.before = nil
	f.unlight()
	f.e.views.bar(f.object, false)
	if b != nil {
		f.e.views.show(b.view)
		if b.seen != nil {
			f.e.board.Return(*b.seen, !f.e.calm())
		}
		f.e.board.Select(b.selected...)
		f.e.selected(b.selected)
	}
	f.e.focusMap()
}

// stale forgets the texts that were read: the map has changed.
func (f *finder) stale() { f.index = nil }

// search looks for what is typed and shows the hit that is selected, or else the
// first.
func (f *finder) search() { f.look(f.found) }

// found shows the hit that is selected among new ones, or else the first.
func (f *finder) found() {
	f.at = 0
	for i, h := range f.hits {
		for _, r := range f.e.selection() {
			if r == (scene.Ref{Kind: h.Kind, ID: h.ID}) {
				f.at = i
			}
		}
	}
	f.present()
}

// look finds what is typed; of a large map the texts are read beside the interface
// first.
func (f *finder) look(then func()) {
	if f.index != nil {
		f.hits = f.e.views.within(f.index.Find(f.entry.Text))
		then()
		return
	}
	f.errand.work(func(m *journey.Map) func() {
		index := search.NewIndex(m)
		return func() {
			f.index = index
			f.look(then)
		}
	})
}

// step goes on to the next hit, or back to the one before, round and round.
func (f *finder) step(by int) {
	f.look(func() {
		if n := len(f.hits); n > 0 {
			f.at = ((f.at+by)%n + n) % n
		}
		f.present()
	})
}

// present says how many hits there are and selects the one it is at.
func (f *finder) present() {
	count, where := "", ""
	switch {
	case len(f.hits) > 0:
		f.at = min(f.at, len(f.hits)-1)
		h := f.hits[f.at]
		count = say.Text("find.count", "N", f.at+1, "All", len(f.hits))
		where = say.Word("hit", h.Field) + ": " + h.Text
		f.e.goTo(scene.Ref{Kind: h.Kind, ID: h.ID})
		if !f.e.board.Highlight(scene.Ref{Kind: h.Kind, ID: h.ID}, h.Field) && f.e.views.now == viewMap {
			where += " · " + f.e.unseen(h)
		}
	case search.Fold(f.entry.Text) != "":
		count = say.Text("find.none")
	}
	if len(f.hits) == 0 {
		f.unlight()
	}
	f.count.Set(count, look.Grey)
	f.where.Set(where, look.Grey)
	f.line.Refresh()
}

// unseen says why the map does not show a row.
func (e *editor) unseen(h search.Hit) string {
	m := e.doc.Map()
	row, _ := m.Row(h.Kind, h.ID)
	stage, lane, _ := journey.Homes(row)
	s, _ := m.Stages.Get(cmp.Or(stage, h.ID))
	l, _ := m.Lanes.Get(cmp.Or(lane, h.ID))
	if s.Hidden || l.Hidden {
		return say.Text("find.hidden")
	}
	return say.Text("find.undrawn")
}

// goTo selects a row and brings its place on the map into view, large enough to
// be read.
func (e *editor) goTo(r scene.Ref) {
	e.pick(r)
	e.views.reach(r)
	if e.scenery.now == nil {
		return
	}
	n, ok := e.scenery.now.NodeOf(r, standsAs[r.Kind])
	if !ok {
		return
	}
	const readable = 0.35
	if e.board.Zoom() < readable {
		e.board.ZoomTo(2 * readable)
	}
	e.board.Reveal(n.Bounds)
}

// standsAs says which node of a row is shown when somebody looks for it.
var standsAs = map[journey.Kind]scene.Role{
	journey.KindHead: scene.RoleHeader, journey.KindPersona: scene.RolePersona, journey.KindStage: scene.RoleStage,
	journey.KindLane: scene.RoleLane, journey.KindTouchpoint: scene.RoleTouchpoint, journey.KindNote: scene.RoleCell,
	journey.KindPainPoint: scene.RolePainPoint, journey.KindOpportunity: scene.RoleOpportunity, journey.KindMetric: scene.RoleMetric,
	journey.KindPromise: scene.RolePromise,
}

func (e *editor) find() { e.finder.show() }

// findNext goes on to the next hit, with Shift to the one before.
func (e *editor) findNext() {
	if !e.finder.object.Visible() || e.finder.entry.Text == "" {
		e.find()
		return
	}
	e.finder.step(e.finder.entry.direction())
}

// findEntry is the field of the bar. It steps by keys.
type findEntry struct {
	widget.Entry
	step  func(int)
	close func()
	leave func() // gives the keys to what was found
	mods  func() fyne.KeyModifier
}

func newFindEntry() *findEntry {
	e := &findEntry{mods: kit.Modifiers}
	e.ExtendBaseWidget(e)
	return e
}

// direction is on, or with Shift back.
func (e *findEntry) direction() int {
	if e.mods()&fyne.KeyModifierShift != 0 {
		return -1
	}
	return 1
}

// AcceptsTab implements fyne.Tabbable: it leads to what was found.
func (e *findEntry) AcceptsTab() bool { return true }

// TypedKey implements fyne.Focusable.
func (e *findEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF3:
		e.step(e.direction())
	case fyne.KeyDown:
		e.step(1)
	case fyne.KeyUp:
		e.step(-1)
	case fyne.KeyEscape:
		e.close()
	case fyne.KeyTab:
		e.leave()
	case fyne.KeyF1, fyne.KeyF5, fyne.KeyF7:
		kit.PassKey(e, k)
	default:
		e.Entry.TypedKey(k)
	}
}
