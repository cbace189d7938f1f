package app

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/search"
)

// launcher is the list of everything that can be done and gone to, found by a few
// letters, without the mouse.
type launcher struct {
	e      *editor
	entry  *launchEntry
	rows   *fyne.Container
	popup  *widget.PopUp
	offers []offer // all
	best   []offer // those that fit what is typed, the best first
	at     int
}

// offer is something the launcher can do.
type offer struct {
	text, note string
	rank       int
	run        func()
}

// mostOffers is how many are listed at a time.
const mostOffers = 11

const launcherWidth = 560

func newLauncher(e *editor) *launcher {
	l := &launcher{e: e, entry: newLaunchEntry(), rows: kit.Stack(0)}
	l.entry.PlaceHolder = say.Text("launcher.hint")
	l.entry.OnChanged = func(string) { l.at = 0; l.list() }
	l.entry.move, l.entry.take, l.entry.close = l.move, l.take, l.hide
	return l
}

// launch opens the launcher over the window.
func (e *editor) launch() {
	l := newLauncher(e)
	l.offers = append(e.deeds(), e.places()...)
	l.list()
	l.popup = widget.NewPopUp(container.New(kit.Fixed{Width: launcherWidth}, kit.Stack(6, l.entry, l.rows)), e.win.Canvas())
	size := e.win.Canvas().Size()
	l.popup.ShowAtPosition(fyne.NewPos(max((size.Width-launcherWidth)/2, 0), min(90, size.Height/8)))
	e.win.Canvas().Focus(l.entry)
}

// deeds are the actions that are possible now, with those of their menus.
func (e *editor) deeds() []offer {
	var out []offer
	for i := range e.table {
		a := &e.table[i]
		if a.key == "action.launch" || !e.allows(a) {
			continue
		}
		label := say.Text(a.key)
		if a.label != nil {
			label = a.label(e)
		}
		if a.sub == nil {
			out = append(out, offer{text: label, note: say.OrElse(keyText(a.shortcut), say.Text(a.menu)), run: func() { e.perform(a.key) }})
			continue
		}
		for _, c := range a.sub(e) {
			out = append(out, offer{text: label + ": " + c.text, note: say.Text(a.menu), run: func() {
				c.run(e)
				e.refreshActions()
			}})
		}
	}
	return out
}

// places are the stages and touchpoints that can be gone to.
func (e *editor) places() []offer {
	if e.doc == nil {
		return nil
	}
	var out []offer
	add := func(r journey.Row, note string) {
		ref := scene.Ref{Kind: r.Kind(), ID: r.RowID()}
		out = append(out, offer{text: say.OrElse(r.Label(), say.Text("unnamed")), note: note, run: func() {
			e.goTo(ref)
			e.focusMap()
		}})
	}
	m := e.doc.Map()
	for _, s := range m.StagesInOrder() {
		add(s, say.Text("kind.stage"))
	}
	for _, t := range m.Journey() {
		s, _ := m.Stages.Get(t.Stage)
		add(t, say.OrElse(s.Name, say.Text("kind.touchpoint")))
	}
	return out
}

// list shows what fits the letters typed.
func (l *launcher) list() {
	l.best = fitting(l.offers, l.entry.Text)
	l.at = min(l.at, max(len(l.best)-1, 0))
	l.show()
}

// fitting returns the offers the letters name, the best first.
func fitting(offers []offer, typed string) []offer {
	var out []offer
	for _, o := range offers {
		if rank, ok := search.Rank(typed, o.text); ok {
			o.rank = rank
			out = append(out, o)
		}
	}
	if typed != "" {
		slices.SortStableFunc(out, func(a, b offer) int {
			return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(len(a.text), len(b.text)))
		})
	}
	return out
}

// show draws the part of the list around the chosen offer.
func (l *launcher) show() {
	l.rows.RemoveAll()
	first := min(max(l.at-mostOffers+1, 0), max(len(l.best)-mostOffers, 0))
	for i := range mostOffers {
		k := first + i
		if k >= len(l.best) {
			l.rows.Add(kit.NewOfferRow("", "", false, nil))
			continue
		}
		l.rows.Add(kit.NewOfferRow(l.best[k].text, l.best[k].note, k == l.at, func() { l.at = k; l.take() }))
	}
	if len(l.best) == 0 {
		l.rows.Objects[0] = kit.NewOfferRow(say.Text("launcher.none"), "", false, nil)
	}
	l.rows.Refresh()
}

// move goes up or down the list, round and round.
func (l *launcher) move(by int) {
	if n := len(l.best); n > 0 {
		l.at = ((l.at+by)%n + n) % n
		l.show()
	}
}

// take does what is chosen.
func (l *launcher) take() {
	if l.at < len(l.best) {
		l.hide()
		l.best[l.at].run()
		l.e.settle()
	}
}

func (l *launcher) hide() {
	l.popup.Hide()
	l.e.focusMap()
}

// launchEntry is the field of the launcher. It chooses by keys.
type launchEntry struct {
	widget.Entry
	move        func(int)
	take, close func()
}

func newLaunchEntry() *launchEntry {
	e := &launchEntry{}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey implements fyne.Focusable.
func (e *launchEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp:
		e.move(-1)
	case fyne.KeyDown:
		e.move(1)
	case fyne.KeyPageUp:
		e.move(-mostOffers)
	case fyne.KeyPageDown:
		e.move(mostOffers)
	case fyne.KeyReturn, fyne.KeyEnter:
		e.take()
	case fyne.KeyEscape:
		e.close()
	case fyne.KeyTab: // there is nowhere to go
	default:
		e.Entry.TypedKey(k)
	}
}

// AcceptsTab implements fyne.Tabbable: the field keeps the keys.
func (e *launchEntry) AcceptsTab() bool { return true }
