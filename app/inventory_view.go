package app

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
	"touchline.app/app/plane"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/resources"
)

// inventoryView is the matrix of channels and stages. A cell says how many
// touchpoints there are and how far they are from what was expected; a click on
// it goes there. What has none is shown as well.
type inventoryView struct {
	e      *editor
	v      stockroom
	sheet  *plane.Sheet
	errand errand
}

// stockroom is an inventory with its sums: those of the stages are its last row,
// those of the channels its last column.
type stockroom struct {
	journey.Inventory
	rows [][]journey.Stock
}

func newStockroom(v journey.Inventory) stockroom {
	r := stockroom{Inventory: v}
	for i := range v.Channels {
		r.rows = append(r.rows, append(slices.Clone(v.Cells[i]), v.Channel(i)))
	}
	var sums []journey.Stock
	for k := range v.Stages {
		sums = append(sums, v.Stage(k))
	}
	r.rows = append(r.rows, append(sums, v.All()))
	return r
}

// The sizes of the inventory, in units.
const (
	channelWidth = 190
	stockWidth   = 124
	stockHigh    = 40
)

func newInventoryView(e *editor) *inventoryView {
	i := &inventoryView{e: e, errand: errand{e: e}}
	i.sheet = plane.NewSheet(e, i.size)
	i.sheet.Lead, i.sheet.High = channelWidth, stockHigh
	i.sheet.Once = true
	i.sheet.Waits = func() bool { return i.errand.busy }
	i.sheet.Look, i.sheet.Open = i.look, i.open
	i.sheet.Typed = func(r rune) bool {
		if r == ' ' {
			i.open(i.sheet.At)
		}
		return true // no letter means an action here
	}
	i.sheet.Other = func(k fyne.KeyName) bool {
		if k == fyne.KeyEscape {
			e.views.to(viewMap)
		}
		return k == fyne.KeyEscape
	}
	return i
}

func (i *inventoryView) canvas() fyne.CanvasObject { return i.sheet }
func (i *inventoryView) focus() fyne.Focusable     { return i.sheet }
func (i *inventoryView) choose(scene.Ref) bool     { return false }
func (i *inventoryView) has(scene.Ref) bool        { return false }

func (i *inventoryView) empty() bool {
	rows, _ := i.size()
	return rows == 0 && !i.errand.busy
}

// size counts the cells: the last row and column are the sums.
func (i *inventoryView) size() (rows, cols int) {
	if len(i.v.Channels) == 0 || len(i.v.Stages) == 0 {
		return 0, 0
	}
	return len(i.v.Channels) + 1, len(i.v.Stages) + 1
}

// refresh counts what a filter and a stage leave.
func (i *inventoryView) refresh() {
	f, stage := i.e.filtering.filter, i.e.filtering.stage
	i.errand.work(func(m *journey.Map) func() {
		has := func(journey.Touchpoint) bool { return true }
		if !f.Empty() || stage != "" {
			found := f.Apply(m)
			has = func(t journey.Touchpoint) bool { return found.Touchpoints[t.ID] && (stage == "" || t.Stage == stage) }
		}
		v := newStockroom(journey.TakeInventoryOf(m, has))
		return func() { i.show(v) }
	})
	i.sheet.Refresh()
}

func (i *inventoryView) show(v stockroom) {
	i.v = v
	i.sheet.Widths = i.sheet.Widths[:0]
	for range len(v.Stages) + 1 {
		i.sheet.Widths = append(i.sheet.Widths, stockWidth)
	}
	rows, cols := i.size()
	i.sheet.At = widget.TableCellID{Row: min(i.sheet.At.Row, max(rows-1, 0)), Col: min(i.sheet.At.Col, max(cols-1, 0))}
	i.sheet.Refresh()
}

// stock is what a cell counts.
func (i *inventoryView) stock(id widget.TableCellID) journey.Stock {
	if id.Row < 0 || id.Col < 0 || id.Row >= len(i.v.rows) || id.Col >= len(i.v.rows[id.Row]) {
		return journey.Stock{}
	}
	return i.v.rows[id.Row][id.Col]
}

func (i *inventoryView) look(id widget.TableCellID) plane.Cell {
	if id.Row < 0 || id.Col < 0 {
		return i.head(id)
	}
	s := i.stock(id)
	l := plane.Cell{Text: strconv.Itoa(len(s.Touchpoints)), Filled: true}
	l.Sum = id.Row == len(i.v.Channels) || id.Col == len(i.v.Stages)
	if len(s.Touchpoints) == 0 {
		l.Text, l.Filled, l.Void = "–", false, true
		return l
	}
	theme := i.e.MapTheme()
	l.Ground, l.Ink = theme.Band, theme.Ink
	if l.Sum {
		l.Ground = theme.Hairline
	}
	if s.Gaps > 0 {
		l.Pill = say.Signed(s.Gap)
		l.Ground, l.Ink = theme.GapTint(s.Gap)
	}
	return l
}

// head is the head of a row or column; one that nobody is met in says so.
func (i *inventoryView) head(id widget.TableCellID) plane.Cell {
	l := plane.Cell{Strong: true}
	switch {
	case id.Row < 0 && id.Col < 0:
		return plane.Cell{}
	case id.Row < 0 && id.Col < len(i.v.Stages):
		l.Text = say.OrElse(i.v.Stages[id.Col].Name, say.Text("unnamed"))
		l.Hue = look.SceneColor(i.e.hueOf(i.v.Stages[id.Col].ID))
		i.unmet(&l, i.stock(widget.TableCellID{Row: len(i.v.Channels), Col: id.Col}), "∅")
	case id.Col < 0 && id.Row < len(i.v.Channels):
		c := i.v.Channels[id.Row]
		l.Text, l.Icon = say.OrElse(c.Name, say.Text("unnamed")), say.OrElse(c.Icon, resources.IconFor(c.Name))
		if c.ID == "" {
			l.Text, l.Icon = say.Text("report.noChannel"), ""
		}
		i.unmet(&l, i.stock(widget.TableCellID{Row: id.Row, Col: len(i.v.Stages)}), say.Text("palette.unused"))
	default:
		l.Text = say.Text("report.all")
	}
	return l
}

// unmet marks the head of what has no touchpoints; a filter may have left none.
func (i *inventoryView) unmet(l *plane.Cell, s journey.Stock, word string) {
	l.Quiet = len(s.Touchpoints) == 0
	if l.Quiet && !i.e.filtering.narrow() {
		l.Tag = word
	}
}

// open selects what the cell counts on the map and goes there.
func (i *inventoryView) open(id widget.TableCellID) {
	s := i.stock(id)
	if len(s.Touchpoints) == 0 {
		return
	}
	var refs []scene.Ref
	for _, t := range s.Touchpoints {
		refs = append(refs, scene.Ref{Kind: journey.KindTouchpoint, ID: t})
	}
	e := i.e
	e.goTo(refs[0])
	e.board.Select(refs...)
	e.selected(refs)
	e.focusMap()
}
