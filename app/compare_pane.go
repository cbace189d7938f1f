package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/inspector"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/compare"
)

// comparePane is the list of what differs between two maps.
type comparePane struct {
	c             *comparing
	before, after *kit.Press
	views         [3]*kit.Press
	chips         map[compare.Sort]*kit.Press
	chipRow       *fyne.Container
	count         *kit.Ink
	list          *kit.List
	shown         []compare.Difference
	detail        kit.Remark
	take          *kit.Press
	canvas        fyne.CanvasObject
}

func (e *editor) showCompare() {
	if showsPane[*comparePane](e) {
		e.memory.close()
		return
	}
	e.compareSides(side{name: say.Text("compare.choose"), position: -1}, side{name: say.Text("history.now"), now: true})
	if p, ok := e.memory.pane.(*comparePane); ok {
		p.proposeSide()
	}
}

// compareSides opens the list of what differs between two maps.
func (e *editor) compareSides(before, after side) {
	m := e.memory
	c := &comparing{m: m, before: before, after: after, hidden: map[compare.Sort]bool{}}
	p := newComparePane(c)
	m.open(p) // what was open before ends its own
	m.compare = c
	p.refresh()
	c.hold()
}

func newComparePane(c *comparing) *comparePane {
	p := &comparePane{c: c, chips: map[compare.Sort]*kit.Press{}, chipRow: kit.Stack(0), count: kit.NewInk("", 12, fyne.TextStyle{}, look.Grey)}
	p.before, p.after = kit.NewPress("", "", nil), kit.NewPress("", "", nil)
	p.before.Icon, p.after.Icon = "down", "down"
	p.before.Run = func() { p.sources(p.before, &c.before) }
	p.after.Run = func() { p.sources(p.after, &c.after) }
	var views []fyne.CanvasObject
	for i, key := range []string{"compare.after", "compare.before", "compare.both"} {
		p.views[i] = kit.NewPress(say.Text(key), "", func() { c.view = compareView(i); c.show() })
		views = append(views, p.views[i])
	}
	views[0], views[1] = views[1], views[0] // as they came about
	for _, s := range compare.Sorts {
		chip := kit.NewPress("", "", nil)
		chip.Run = func() { c.hidden[s] = !c.hidden[s]; c.show() }
		p.chips[s] = chip
	}
	p.list = kit.NewList(func() int { return len(p.shown) }, p.draw, p.choose)
	p.list.At = -1
	p.detail = kit.NewRemark("", "foreground")
	p.take = kit.NewPress("", "", func() { p.takeOver() })
	p.take.Primary = true
	grey := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return kit.Strip(0, container.New(kit.Fixed{Width: 62}, container.New(kit.Centred{}, kit.Caption(say.Text(key)))), kit.Outlined(o))
	}
	top := kit.Stack(2, grey("compare.before", p.before), grey("compare.after", p.after), kit.Strip(2, views...), p.chipRow, kit.Inset(2, 0, 2, 0, p.count))
	bottom := kit.Inset(4, 16, 10, 16, kit.Stack(6, kit.Hairline(), p.detail, container.NewHBox(p.take)))
	p.canvas = c.m.frame(say.Text("compare.title"), top, p.list, bottom)
	return p
}

func (p *comparePane) object() fyne.CanvasObject { return p.canvas }
func (p *comparePane) focus() fyne.Focusable     { return p.list }

// left ends the comparison.
func (p *comparePane) left() {
	m := p.c.m
	m.compare = nil
	m.alone()
	m.back()
	m.e.pictured(m.e.scenery.now)
}

// changed holds the maps against each other again where the one of this window is
// among them.
func (p *comparePane) changed() {
	if p.c.before.now || p.c.after.now {
		p.c.hold()
	}
}

// refresh brings everything up to date with the comparison.
func (p *comparePane) refresh() {
	c := p.c
	p.before.SetText(kit.Shorten(say.OneLine(c.before.name), 160, 13, fyne.TextStyle{}))
	p.after.SetText(kit.Shorten(say.OneLine(c.after.name), 160, 13, fyne.TextStyle{}))
	for i, v := range p.views {
		v.Active = int(c.view) == i
		v.Enable(c.ready)
		v.Refresh()
	}
	p.shown = c.listed()
	p.list.At = min(p.list.At, len(p.shown)-1)
	p.list.Refresh()
	p.refreshChips()
	switch {
	case !c.ready:
		p.count.Set(say.Text("compare.hint"), look.Grey)
	case len(c.of.Differences) == 0:
		p.count.Set(say.Text("compare.same"), "foreground")
	default:
		p.count.Set(say.Count("compare.count", len(p.shown)), look.Grey)
	}
	p.detailOf()
	p.canvas.Refresh()
}

// refreshChips shows how often each way occurs; a click hides it.
func (p *comparePane) refreshChips() {
	n := map[compare.Sort]int{}
	for _, d := range p.c.of.Differences {
		n[d.Sort]++
	}
	p.chipRow.RemoveAll()
	row := kit.Strip(2)
	width := float32(0)
	for _, s := range compare.Sorts {
		if n[s] == 0 {
			continue
		}
		chip := p.chips[s]
		chip.Active = !p.c.hidden[s]
		chip.SetText(markOf[s].sign + " " + say.Word("differ", strings.ReplaceAll(string(s), "-", "")) + " " + strconv.Itoa(n[s]))
		chip.Refresh()
		if w := chip.MinSize().Width; width+w > inspector.Width-34 {
			p.chipRow.Add(row)
			row, width = kit.Strip(2), 0
		}
		width += chip.MinSize().Width + 2
		row.Add(chip)
	}
	p.chipRow.Add(row)
}

// draw shows a difference.
func (p *comparePane) draw(i int, f *kit.Line) {
	d := p.shown[i]
	mark := p.c.m.e.MapTheme().MarkColor(markOf[d.Sort].mark)
	f.Sign, f.Text, f.Note = markOf[d.Sort].sign, say.OrElse(say.OneLine(d.Label), say.Text("unnamed")), kindText(d.Kind)
	f.SignPaint = look.NRGBA(mark)
	f.SignColor, f.Color = "foreground", "foreground"
}

// choose goes to a difference on the map.
func (p *comparePane) choose(i int) {
	d := p.shown[i]
	c := p.c
	p.detailOf()
	gone := d.Sort == compare.Removed && c.view == viewAfter
	fresh := d.Sort == compare.Added && c.view == viewBefore
	switch {
	case gone:
		c.view = viewBefore
		c.show()
	case fresh:
		c.view = viewAfter
		c.show()
	}
	c.m.goTo(scene.Ref{Kind: d.Kind, ID: d.ID})
	c.m.e.win.Canvas().Focus(p.list)
}

// detailOf says under the list what differs in the chosen row.
func (p *comparePane) detailOf() {
	var d compare.Difference
	if i := p.list.At; i >= 0 && i < len(p.shown) {
		d = p.shown[i]
	}
	text := ""
	for k, f := range d.Fields {
		if k > 0 {
			text += "\n"
		}
		text += fieldText(d.Kind, f.Name) + ": " + say.Phrase(f.Before) + " → " + say.Phrase(f.After)
	}
	if d.Sort == compare.Added || d.Sort == compare.Removed {
		text = say.Word("differ", string(d.Sort)) + ": " + kindText(d.Kind) + " “" + say.OrElse(say.OneLine(d.Label), say.Text("unnamed")) + "”"
	}
	p.detail.Set(text)
	key := "compare.take"
	if p.c.after.now {
		key = "compare.take_back"
	}
	p.take.SetText(say.Text(key))
	kit.Show(p.take, d.Sort != "" && p.c.takes())
	p.canvas.Refresh()
	p.detail.Refresh() // it has its height now, and with it all its lines
}

// takeOver takes the chosen difference into the map of this window.
func (p *comparePane) takeOver() {
	if i := p.list.At; i >= 0 && i < len(p.shown) {
		p.c.take(p.shown[i])
		p.c.m.e.win.Canvas().Focus(p.list)
	}
}

// goTo shows a row on the map that is seen.
func (m *memory) goTo(r scene.Ref) {
	if m.twins != nil {
		m.twins.goTo(r)
		return
	}
	if l := m.looking; l != nil {
		m.e.board.Select(r)
		m.e.picked = []scene.Ref{r}
		m.sign.refresh()
		revealOn(m.e.board, l.scene, r)
		return
	}
	if _, ok := m.e.doc.Map().Row(r.Kind, r.ID); ok || r.Kind == journey.KindHead {
		m.e.goTo(r)
	}
}
