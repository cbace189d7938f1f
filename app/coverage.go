package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"touchline.app/app/additions"
	"touchline.app/app/inspector"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/coverage"
	"touchline.app/journey/edit"
)

// coverageActions are what the view menu offers about what a map leaves unsaid.
func coverageActions() []action {
	return []action{{
		key: "action.coverage", menu: "menu.view", line: true, shortcut: plain(fyne.KeyF7), run: (*editor).showCoverage, enabled: hasDocument,
		checked: func(e *editor) bool { return showsPane[*covering](e) },
	}}
}

// covering is the pane of what the map leaves unsaid. It stands over the inspector,
// in whose fields most of it is mended.
type covering struct {
	m      *memory
	errand errand
	rows   []coverRow
	count  *kit.Ink
	list   *kit.List
	text   kit.Remark // what the chosen finding says
	mend   kit.Remark // what to do about it, or why it may stand
	goes   *kit.Press
	let    *kit.Press
	again  *kit.Press
	doing  *fyne.Container // the buttons of a finding
	reason *kit.Field
	asks   *fyne.Container // the reason is typed
	from   int             // the place to go on at after a change of its own; -1: none
	canvas fyne.CanvasObject
}

func (e *editor) showCoverage() {
	m := e.memory
	if showsPane[*covering](e) {
		m.close()
		return
	}
	c := newCovering(m)
	m.open(c)
	c.changed()
}

func newCovering(m *memory) *covering {
	c := &covering{m: m, from: -1, errand: errand{e: m.e}, count: kit.NewInk(say.Text("coverage.checking"), 12, fyne.TextStyle{}, look.Grey)}
	c.list = kit.NewList(func() int { return len(c.rows) }, c.draw, func(int) { c.show() })
	c.list.At = -1
	c.list.Skip = func(i int) bool { return c.rows[i].heading != "" }
	c.list.Taken = func(int) { c.mendIt() }
	c.text, c.mend = kit.NewRemark("", "foreground"), kit.NewRemark("", look.Grey)
	c.goes = kit.NewPress("", "", c.mendIt)
	c.let = kit.NewPress(say.Text("coverage.let"), "", c.ask)
	c.again = kit.NewPress(say.Text("coverage.again"), "", c.check)
	c.doing = kit.Strip(2, c.goes, c.let, c.again)
	c.reason = kit.NewField(false)
	c.reason.SetPlaceHolder(say.Text("coverage.reason"))
	c.reason.OnSubmitted = func(string) { c.waive() }
	c.reason.Keys = func(k fyne.KeyName) bool {
		if k == fyne.KeyEscape {
			c.unask()
		}
		return k == fyne.KeyEscape
	}
	keep := kit.NewPress(say.Text("coverage.keep"), "", c.waive)
	keep.Primary = true
	c.asks = kit.Flank(nil, keep, c.reason)
	c.asks.Hide()
	bottom := kit.Stack(0, kit.Hairline(), kit.Inset(0, 10, 6, 10, kit.Stack(0, c.text, c.mend, c.doing, c.asks)), kit.Hairline())
	c.canvas = m.frame(say.Text("coverage.title"), kit.Inset(0, 0, 2, 0, c.count), c.list, bottom)
	c.detail()
	return c
}

func (c *covering) object() fyne.CanvasObject { return c.canvas }
func (c *covering) focus() fyne.Focusable     { return c.list }
func (c *covering) left()                     {}

// shares says that the inspector stays, under the pane.
func (c *covering) shares() bool { return true }

// changed looks through the map anew.
func (c *covering) changed() {
	c.errand.work(func(m *journey.Map) func() {
		rows := coverRows(coverage.Find(m))
		return func() { c.refresh(rows) }
	})
}

// refresh shows what was found. What is chosen stays so; where it was mended, the
// next one is.
func (c *covering) refresh(rows []coverRow) {
	was, at := c.chosen()
	c.rows = rows
	switch i := sameFinding(rows, was); {
	case c.from >= 0:
		at, c.from = c.list.Near(c.from), -1
	case i >= 0:
		at = i
	case at >= 0:
		c.asks.Hide()
		at = c.list.Near(at)
	}
	if at != c.list.At && at >= 0 {
		defer c.list.ScrollTo(at)
	}
	c.list.At = at
	n := 0
	for _, r := range rows {
		if r.heading == "" && !r.Waived() {
			n++
		}
	}
	c.count.Set(say.Count("coverage.count", n), look.Grey)
	if n == 0 {
		c.count.Set("✓ "+say.Text("coverage.none"), "foreground")
	}
	c.list.Refresh()
	c.detail()
}

// chosen returns the finding that is chosen and its place, -1 where none is.
func (c *covering) chosen() (coverRow, int) {
	if i := c.list.At; i >= 0 && i < len(c.rows) {
		return c.rows[i], i
	}
	return coverRow{}, -1
}

// draw shows a line.
func (c *covering) draw(i int, f *kit.Line) {
	r := c.rows[i]
	f.Heading = r.heading != ""
	if f.Heading {
		f.Sign, f.Text, f.Note = "", r.heading, strconv.Itoa(r.n)
		return
	}
	f.Sign, f.SignColor, f.Color = "!", look.Matters, "foreground"
	f.Text, f.Note = say.OrElse(say.OneLine(r.Label), checkName(r.Check)), whereOf(c.m.e.doc.Map(), r.Finding)
	if r.Waived() {
		f.Sign, f.SignColor, f.Color = "✓", look.Grey, look.Grey
		f.Note = checkName(r.Check)
	}
	f.Note = kit.Shorten(f.Note, inspector.Width/2, 11.5, fyne.TextStyle{})
}

// detail says under the list what is chosen, and offers what can be done about it.
func (c *covering) detail() {
	r, at := c.chosen()
	text, mend := say.Text("coverage.hint"), ""
	if at >= 0 {
		text, mend = findingText(r.Finding), mendText(r.Finding)
	}
	if r.Waived() {
		mend = say.Text("coverage.because", "Reason", r.Reason)
	}
	c.text.Set(text)
	c.mend.Set(mend)
	c.goes.SetText(say.Text("coverage.show"))
	if remedyOf[r.Check] != "" && !r.Waived() {
		c.goes.SetText(say.Text("coverage.mend"))
	}
	kit.Show(c.mend, mend != "")
	kit.Show(c.doing, at >= 0 && !c.asks.Visible())
	kit.Show(c.let, !r.Waived())
	kit.Show(c.again, r.Waived())
	c.doing.Refresh()
	c.canvas.Refresh()
	c.text.Refresh() // they have their heights now, and with them all their lines
	c.mend.Refresh()
}

// show goes to the chosen finding on the map and leaves the keys in the list.
func (c *covering) show() {
	r, at := c.chosen()
	if at < 0 {
		return
	}
	c.asks.Hide()
	kind, id := placeOfFinding(c.m.e.doc.Map(), r.Finding)
	c.m.goTo(scene.Ref{Kind: kind, ID: id})
	c.detail()
	c.m.e.win.Canvas().Focus(c.list)
}

// mendIt goes to the chosen finding and puts the cursor into the field that mends
// it, where there is one.
func (c *covering) mendIt() {
	r, at := c.chosen()
	if at < 0 {
		return
	}
	c.show()
	if key := remedyOf[r.Check]; key != "" && !r.Waived() {
		c.m.e.editField(key)
	}
}

// editField puts the cursor into a field of what is selected.
func (e *editor) editField(key string) {
	e.inspector.Object.Show()
	e.sides.Refresh()
	if f, ok := e.inspector.Form.Named[key]; ok {
		e.win.Canvas().Focus(f)
	}
}

// ask lets the person type why the chosen finding may stand.
func (c *covering) ask() {
	if r, at := c.chosen(); at < 0 || r.Waived() {
		return
	}
	c.reason.SetText("")
	c.asks.Show()
	c.detail()
	c.m.e.win.Canvas().Focus(c.reason)
}

// unask gives the keys back to the list and says nothing.
func (c *covering) unask() {
	c.asks.Hide()
	c.detail()
	c.m.e.win.Canvas().Focus(c.list)
}

// waive lets the chosen finding stand; without a reason it does not.
func (c *covering) waive() {
	r, at := c.chosen()
	reason := strings.TrimSpace(c.reason.Text)
	if at < 0 || r.Waived() || reason == "" {
		c.m.e.win.Canvas().Focus(c.reason)
		return
	}
	doc := c.m.e.doc
	order := additions.Last(doc.Map().WaiversInOrder(), func(w journey.Waiver) string { return w.Order })
	c.asks.Hide()
	c.stay(at, func() {
		c.m.e.do(additions.Row(journey.Waiver{ID: doc.NewID(), Order: order, Check: string(r.Check), Row: r.Row, Reason: reason}))
	})
}

// check looks for the chosen finding again, though somebody let it stand.
func (c *covering) check() {
	if r, at := c.chosen(); at >= 0 && r.Waived() {
		c.stay(at, func() { c.m.e.do(edit.Remove{Kind: journey.KindWaiver, ID: r.Waiver}) })
	}
}

// stay changes the map and keeps the place in the list, where the next finding is
// then.
func (c *covering) stay(at int, change func()) {
	c.from = at
	change()
	c.m.e.win.Canvas().Focus(c.list)
}
