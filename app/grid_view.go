package app

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/search"
)

// gridColumn is a field of the rows of a grid.
type gridColumn[T journey.Row] struct {
	key     string // of its name
	width   float32
	text    func(T) string
	number  func(T) (float64, bool) // what it is sorted by; nil: its text
	pill    bool                    // the number is shown on the colour of a gap
	set     func(T, string) error   // takes a text that was typed; nil: it cannot be typed
	choices func(T) []choice        // what it can be; nil: it is typed
	flip    func(T)                 // changes what is on or off
}

// gridView shows rows of one kind in a sheet: sorted by any column, each field
// edited where it stands.
type gridView[T journey.Row] struct {
	e       *editor
	columns []gridColumn[T]
	all     func() []T // in the order of the map
	rows    []T
	in      map[scene.Ref]int // place of each row
	sort    int               // the column it is sorted by, -1: none
	down    bool              // from the largest
	sheet   *sheet
	entry   *cellEntry // nil: nothing is typed
}

func newGridView[T journey.Row](e *editor, all func() []T, columns []gridColumn[T]) *gridView[T] {
	g := &gridView[T]{e: e, all: all, columns: columns, sort: -1}
	g.sheet = newSheet(func() (int, int) { return len(g.rows), len(g.columns) })
	g.sheet.StickyColumnCount = 1
	g.sheet.draw, g.sheet.moved, g.sheet.open = g.look, g.moved, func(id widget.TableCellID) { g.edit(id, "", false) }
	g.sheet.typed, g.sheet.other = g.typed, g.key
	for i, c := range columns {
		g.sheet.SetColumnWidth(i, c.width)
	}
	return g
}

func (g *gridView[T]) canvas() fyne.CanvasObject { return g.sheet }
func (g *gridView[T]) focus() fyne.Focusable     { return g.sheet }

// refresh shows the map as it is; the cursor stays at its row.
func (g *gridView[T]) refresh() {
	var at journey.ID
	if g.sheet.at.Row < len(g.rows) {
		at = g.rows[g.sheet.at.Row].RowID()
	}
	g.rows = g.sorted(g.all())
	g.in = make(map[scene.Ref]int, len(g.rows))
	for i, r := range g.rows {
		g.in[ref(r)] = i
		if r.RowID() == at {
			g.sheet.at.Row = i
		}
	}
	g.sheet.at.Row = max(0, min(g.sheet.at.Row, len(g.rows)-1))
	g.sheet.Refresh()
}

// sortKey is what a row is sorted by.
type sortKey struct {
	known  bool
	number float64
	text   string // folded
}

// keyOf returns what a row is sorted by.
func (g *gridView[T]) keyOf(r T) sortKey {
	c := &g.columns[g.sort]
	if c.number != nil {
		v, ok := c.number(r)
		return sortKey{known: ok, number: v}
	}
	text := search.Fold(c.text(r))
	return sortKey{known: text != "", text: text}
}

// compare sorts by a column; what has no value comes last either way.
func (g *gridView[T]) compare(a, b sortKey) int {
	way := 1
	if g.down {
		way = -1
	}
	return cmp.Or(-cmp.Compare(bit(a.known), bit(b.known)), way*cmp.Compare(a.number, b.number), way*cmp.Compare(a.text, b.text))
}

// sorted returns the rows by the column they are sorted by.
func (g *gridView[T]) sorted(rows []T) []T {
	if g.sort < 0 {
		return rows
	}
	type keyed struct {
		key sortKey
		row T
	}
	all := make([]keyed, len(rows))
	for i, r := range rows {
		all[i] = keyed{g.keyOf(r), r}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return g.compare(a.key, b.key) })
	for i, k := range all {
		rows[i] = k.row
	}
	return rows
}

func bit(is bool) int {
	if is {
		return 1
	}
	return 0
}

// sortBy sorts by a column, then the other way round, then not at all.
func (g *gridView[T]) sortBy(column int) {
	switch {
	case g.sort != column:
		g.sort, g.down = column, false
	case !g.down:
		g.down = true
	default:
		g.sort = -1
	}
	g.refresh()
}

func (g *gridView[T]) look(id widget.TableCellID) cellLook {
	if id.Col < 0 || id.Col >= len(g.columns) || id.Row >= len(g.rows) {
		return cellLook{}
	}
	c := &g.columns[id.Col]
	if id.Row < 0 {
		name := say(c.key)
		if id.Col == g.sort {
			name += map[bool]string{false: " ↑", true: " ↓"}[g.down]
		}
		return cellLook{text: name, style: bold, color: colorGrey, run: func() { g.sortBy(id.Col) }}
	}
	r := g.rows[id.Row]
	l := cellLook{text: strings.Join(strings.Fields(c.text(r)), " ")}
	if c.pill {
		if v, ok := c.number(r); ok {
			l.text, l.pill = "", signed(v)
			l.ground, l.ink = gapTint(g.e, v)
		}
	}
	if g.entry != nil && g.entry.at == id {
		l.entry = g.entry
	}
	return l
}

// moved selects the row the cursor went to.
func (g *gridView[T]) moved(id widget.TableCellID) {
	if r := ref(g.rows[id.Row]); !slices.Contains(g.e.selection(), r) {
		g.e.pick(r)
	}
}

func ref(r journey.Row) scene.Ref { return scene.Ref{Kind: r.Kind(), ID: r.RowID()} }

// choose puts the cursor onto a row, and reports whether it is there.
func (g *gridView[T]) choose(want scene.Ref) bool {
	i, ok := g.in[want]
	if ok {
		g.sheet.move(widget.TableCellID{Row: i, Col: g.sheet.at.Col})
	}
	return ok
}

func (g *gridView[T]) has(r scene.Ref) bool {
	_, ok := g.in[r]
	return ok
}

// empty reports whether the map has no such rows at all; a filter may leave none.
func (g *gridView[T]) empty() bool { return len(g.rows) == 0 && g.e.filtering.filter.Empty() }

// typed begins to type over a cell.
func (g *gridView[T]) typed(r rune) bool {
	if !unicode.IsGraphic(r) || g.sheet.at.Row >= len(g.rows) {
		return false
	}
	c := &g.columns[g.sheet.at.Col]
	if r == ' ' {
		g.edit(g.sheet.at, "", false)
		return true
	}
	if c.set != nil {
		g.edit(g.sheet.at, string(r), true)
	}
	return true // no letter means an action here
}

// key sorts by F4; Escape goes back to the map.
func (g *gridView[T]) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyF4:
		g.sortBy(g.sheet.at.Col)
	case fyne.KeyEscape:
		g.e.views.to(viewMap)
	default:
		return false
	}
	return true
}

// edit opens a cell: to type its text or another one over it, to choose, or to
// change what is on or off.
func (g *gridView[T]) edit(id widget.TableCellID, text string, over bool) {
	if id.Row >= len(g.rows) || g.entry != nil {
		return
	}
	c, r := &g.columns[id.Col], g.rows[id.Row]
	switch {
	case c.flip != nil:
		c.flip(r)
	case c.choices != nil:
		g.menu(id, c.choices(r))
	case c.set != nil:
		if !over {
			text = c.text(r)
		}
		g.entry = newCellEntry(id, text, func(text string, by widget.TableCellID, keep bool) { g.take(r, text, by, keep) })
		g.sheet.RefreshItem(id)
		g.e.win.Canvas().Focus(g.entry)
	}
}

// menu opens what a cell can be under it.
func (g *gridView[T]) menu(id widget.TableCellID, cs []choice) {
	f := g.sheet.face(id)
	if f == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, c := range cs {
		items = append(items, fyne.NewMenuItem(c.text, func() {
			c.run(g.e)
			g.e.focusMap()
		}))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), g.e.win.Canvas(), at.AddXY(0, f.Size().Height))
}

// take ends the typing: the text is taken over where keep is set, and the cursor
// goes on.
func (g *gridView[T]) take(r T, text string, by widget.TableCellID, keep bool) {
	c, id := &g.columns[g.entry.at.Col], g.entry.at
	g.entry = nil
	if keep && text != c.text(r) {
		if err := c.set(r, text); err != nil {
			g.e.failed(err)
		}
	}
	g.sheet.RefreshItem(id)
	if by == (widget.TableCellID{}) && keep {
		return // the keys are elsewhere
	}
	g.e.focusMap()
	g.sheet.move(widget.TableCellID{Row: g.sheet.at.Row + by.Row, Col: g.sheet.at.Col + by.Col})
}

// setText returns what takes over a text of a row.
func setText[T journey.Row](e *editor, field string) func(T, string) error {
	return func(r T, text string) error {
		return e.doc.Do(edit.SetText{Row: edit.Ref(ref(r)), Field: field, Text: text})
	}
}
