package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// inventoryView is the matrix of channels and stages. A cell says how many
// touchpoints there are and how far they are from what was expected; a click on
// it goes there. What has none is shown as well.
type inventoryView struct {
	e     *editor
	v     journey.Inventory
	sheet *sheet
}

func newInventoryView(e *editor) *inventoryView {
	i := &inventoryView{e: e}
	i.sheet = newSheet(i.size)
	i.sheet.ShowHeaderColumn = true
	i.sheet.once = true
	i.sheet.draw, i.sheet.open = i.look, i.open
	i.sheet.typed = func(r rune) bool {
		if r == ' ' {
			i.open(i.sheet.at)
		}
		return true // no letter means an action here
	}
	i.sheet.other = func(k fyne.KeyName) bool {
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

func (i *inventoryView) empty() bool { rows, _ := i.size(); return rows == 0 }

// size counts the cells: the last row and column are the sums.
func (i *inventoryView) size() (rows, cols int) {
	if len(i.v.Channels) == 0 || len(i.v.Stages) == 0 {
		return 0, 0
	}
	return len(i.v.Channels) + 1, len(i.v.Stages) + 1
}

func (i *inventoryView) refresh() {
	i.v = journey.TakeInventory(i.e.doc.Map())
	i.sheet.SetColumnWidth(-1, 170)
	for k := range len(i.v.Stages) + 1 {
		i.sheet.SetColumnWidth(k, 124)
	}
	i.sheet.Refresh()
}

// stock is what a cell counts.
func (i *inventoryView) stock(id widget.TableCellID) journey.Stock {
	row, col := id.Row < len(i.v.Channels), id.Col < len(i.v.Stages)
	switch {
	case id.Row < 0 || id.Col < 0:
		return journey.Stock{}
	case row && col:
		return i.v.Cells[id.Row][id.Col]
	case row:
		return i.v.Channel(id.Row)
	case col:
		return i.v.Stage(id.Col)
	}
	return i.v.All()
}

func (i *inventoryView) look(id widget.TableCellID) cellLook {
	if id.Row < 0 || id.Col < 0 {
		return cellLook{text: i.name(id), style: bold}
	}
	s := i.stock(id)
	l := cellLook{text: strconv.Itoa(len(s.Touchpoints)), right: 28}
	if len(s.Touchpoints) == 0 {
		l.text, l.color = "–", "placeholder"
	}
	if id.Row == len(i.v.Channels) || id.Col == len(i.v.Stages) {
		l.style = bold
	}
	if s.Gaps > 0 {
		l.pill = signed(s.Gap)
		l.ground, l.ink = gapTint(i.e, s.Gap)
	}
	return l
}

// gapTint returns the colours a gap has on the map.
func gapTint(e *editor, gap float64) (ground, ink colorValue) {
	g, k := e.scenery.theme.GapTint(gap)
	return nrgba(g), nrgba(k)
}

// name is the head of a row or column.
func (i *inventoryView) name(id widget.TableCellID) string {
	switch {
	case id.Row < 0 && id.Col < 0:
		return ""
	case id.Row < 0 && id.Col < len(i.v.Stages):
		return orElse(i.v.Stages[id.Col].Name, say("unnamed"))
	case id.Col < 0 && id.Row < len(i.v.Channels):
		c := i.v.Channels[id.Row]
		if c.ID == "" {
			return say("report.noChannel")
		}
		return orElse(c.Name, say("unnamed"))
	}
	return say("report.all")
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
