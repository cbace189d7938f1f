package app

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/plane"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/search"
)

// gridColumn is a field of the rows of a grid.
type gridColumn[T journey.Row] struct {
	key     string // of its name
	width   float64
	text    func(*journey.Map, T) string
	number  func(*journey.Map, T) (float64, bool) // what it is sorted by; nil: its text
	pill    bool                                  // the number is shown on the colour of a gap
	end     bool                                  // the text stands at the end
	dress   func(T, *plane.Cell)                  // adds what stands beside the text; nil: nothing
	field   string                                // a text that is written while it is typed; see edit.Text
	set     func(T, string) error                 // takes a text once it was typed; nil: it does not
	choices func(T) []choice                      // what it can be; nil: it is typed
	flip    func(T)                               // changes what is on or off
}

// gridView shows rows of one kind in a sheet: sorted by any column, each field
// edited where it stands. It keeps the order of the rows; what they say is read
// from the map when they are seen.
type gridView[T journey.Row] struct {
	e       *editor
	columns []gridColumn[T]
	all     func(*journey.Map, search.Filter, journey.ID) []T // what a filter and a stage leave, in the order of the map
	get     func(*journey.Map, journey.ID) (T, bool)
	rows    []journey.ID
	in      map[journey.ID]int // place of each row
	sort    int                // the column it is sorted by, -1: none
	down    bool               // from the largest
	sheet   *plane.Sheet
	errand  errand
	stale   bool                      // the order of the rows waits until a cell is left
	want    *scene.Ref                // to be shown when it is there
	also    func(*journey.Map) func() // worked out with the rows; nil: nothing
}

func newGridView[T journey.Row](e *editor, all func(*journey.Map, search.Filter, journey.ID) []T, get func(*journey.Map, journey.ID) (T, bool), columns []gridColumn[T]) *gridView[T] {
	g := &gridView[T]{e: e, all: all, get: get, columns: columns, sort: -1, errand: errand{e: e}}
	g.sheet = plane.NewSheet(e, func() (int, int) { return len(g.rows), len(g.columns) })
	g.sheet.Staid = 1
	g.sheet.Waits = func() bool { return g.errand.busy }
	g.sheet.Look, g.sheet.Moved, g.sheet.Open = g.look, g.moved, func(id widget.TableCellID) { g.edit(id, "", false) }
	g.sheet.Typed, g.sheet.Other = g.typed, g.key
	for _, c := range columns {
		g.sheet.Widths = append(g.sheet.Widths, c.width)
	}
	return g
}

func (g *gridView[T]) canvas() fyne.CanvasObject { return g.sheet }
func (g *gridView[T]) focus() fyne.Focusable     { return g.sheet }

// row returns a row as it is now, and whether it is there still.
func (g *gridView[T]) row(i int) (T, bool) {
	if i < 0 || i >= len(g.rows) {
		var none T
		return none, false
	}
	return g.get(g.e.doc.Map(), g.rows[i])
}

// refresh shows the map as it is; the cursor stays at its row. The rows stay where they
// are while a cell is typed.
func (g *gridView[T]) refresh() {
	if g.stale = g.sheet.Entry != nil; g.stale {
		g.sheet.Refresh()
		return
	}
	f, stage, column, down := g.e.filtering.filter, g.e.filtering.stage, g.sort, g.down
	g.errand.work(func(m *journey.Map) func() {
		list := g.sorted(m, g.all(m, f, stage), column, down)
		rows, in := make([]journey.ID, len(list)), make(map[journey.ID]int, len(list))
		for i, r := range list {
			rows[i] = r.RowID()
			in[rows[i]] = i
		}
		also := func() {}
		if g.also != nil {
			also = g.also(m)
		}
		return func() {
			also()
			g.take(rows, in)
		}
	})
	g.sheet.Refresh()
}

// take shows other rows, or the same in another order.
func (g *gridView[T]) take(rows []journey.ID, in map[journey.ID]int) {
	if at := g.sheet.At.Row; at < len(g.rows) {
		if i, ok := in[g.rows[at]]; ok {
			g.sheet.At.Row = i
		}
	}
	g.rows, g.in = rows, in
	g.sheet.At.Row = max(0, min(g.sheet.At.Row, len(rows)-1))
	if w := g.want; w != nil {
		g.want = nil
		g.choose(*w)
	}
	g.sheet.Refresh()
}

// sortKey is what a row is sorted by.
type sortKey struct {
	known  bool
	number float64
	text   string // folded
}

// keyOf returns what a row is sorted by.
func (g *gridView[T]) keyOf(m *journey.Map, r T, column int) sortKey {
	c := &g.columns[column]
	if c.number != nil {
		v, ok := c.number(m, r)
		return sortKey{known: ok, number: v}
	}
	text := search.Fold(c.text(m, r))
	return sortKey{known: text != "", text: text}
}

// compareKeys sorts by a column; what has no value comes last either way.
func compareKeys(a, b sortKey, down bool) int {
	way := 1
	if down {
		way = -1
	}
	return cmp.Or(-cmp.Compare(bit(a.known), bit(b.known)), way*cmp.Compare(a.number, b.number), way*cmp.Compare(a.text, b.text))
}

// sorted returns the rows by a column; -1 leaves them as they are.
func (g *gridView[T]) sorted(m *journey.Map, rows []T, column int, down bool) []T {
	if column < 0 {
		return rows
	}
	type keyed struct {
		key sortKey
		row T
	}
	all := make([]keyed, len(rows))
	for i, r := range rows {
		all[i] = keyed{g.keyOf(m, r, column), r}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return compareKeys(a.key, b.key, down) })
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

func (g *gridView[T]) look(id widget.TableCellID) plane.Cell {
	if id.Col < 0 || id.Col >= len(g.columns) {
		return plane.Cell{}
	}
	c := &g.columns[id.Col]
	if id.Row < 0 {
		l := plane.Cell{Text: say.Text(c.key), Quiet: true, End: c.end, Run: func() { g.sortBy(id.Col) }}
		if id.Col == g.sort {
			l.Sorted = map[bool]int{false: 1, true: -1}[g.down]
		}
		return l
	}
	r, ok := g.row(id.Row)
	if !ok {
		return plane.Cell{}
	}
	m := g.e.doc.Map()
	l := plane.Cell{Text: strings.Join(strings.Fields(c.text(m, r)), " "), End: c.end}
	if c.pill {
		if v, ok := c.number(m, r); ok {
			l.Text, l.Pill = "", say.Signed(v)
			l.Ground, l.Ink = g.e.MapTheme().GapTint(v)
		}
	}
	if c.dress != nil {
		c.dress(r, &l)
	}
	return l
}

// moved selects the row the cursor went to.
func (g *gridView[T]) moved(id widget.TableCellID) {
	if r, ok := g.row(id.Row); ok && !slices.Contains(g.e.selection(), ref(r)) {
		g.e.pick(ref(r))
	}
}

func ref(r journey.Row) scene.Ref { return scene.Ref{Kind: r.Kind(), ID: r.RowID()} }

// choose puts the cursor onto a row, and reports whether it is there.
func (g *gridView[T]) choose(want scene.Ref) bool {
	if g.errand.busy {
		g.want = &want // it may be in what is on its way
	}
	i, ok := g.in[want.ID]
	if ok {
		g.sheet.To(widget.TableCellID{Row: i, Col: g.sheet.At.Col})
	}
	return ok || g.errand.busy
}

func (g *gridView[T]) has(r scene.Ref) bool {
	_, ok := g.in[r.ID]
	return ok
}

// empty reports whether the map has no such rows at all; a filter may leave none.
func (g *gridView[T]) empty() bool {
	return len(g.rows) == 0 && !g.e.filtering.narrow() && !g.errand.busy
}
