package pdf

import (
	"math"
	"slices"

	"touchline.app/canvas/scene"
	"touchline.app/export/page"
)

// reports adds the reports: headings, paragraphs and tables in the order in
// which they were laid out.
func (x *writing) reports(doc *element) {
	var t *reportTable
	x.each(func(r ref) bool { return r.scene.kind == page.Report }, func(r ref) {
		switch r.node().Role {
		case scene.RoleTableHead, scene.RoleTableCell:
			if t == nil {
				t = &reportTable{}
			}
			t.cells = append(t.cells, r)
			return
		default:
		}
		t.write(x, doc)
		t = nil
		if r.node().Role == scene.RoleHeading {
			tag := "H2"
			if !slices.ContainsFunc(doc.kids, func(e *element) bool { return e.tag == "H1" }) {
				tag = "H1" // a report alone
			}
			h := doc.under(tag).whole(r)
			x.addLinks(h, r)
			return
		}
		x.paragraphs(doc, r, 0)
	})
	t.write(x, doc)
}

// reportTable is a table of a report: its cells in the order of their rows.
type reportTable struct{ cells []ref }

// write adds the table. A cell that shows nothing has no node: the fullest row
// says where the columns are; heads on further sheets repeat those
// of the first.
func (t *reportTable) write(x *writing, doc *element) {
	if t == nil {
		return
	}
	var heads []ref
	var rows [][]ref
	row := -1
	for _, r := range t.cells {
		n := r.node()
		if n.Role == scene.RoleTableHead {
			if len(rows) == 0 {
				heads = append(heads, r)
			}
			continue
		}
		if n.Row != row || len(rows) == 0 {
			rows = append(rows, nil)
			row = n.Row
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], r)
	}
	columns := heads
	for _, cells := range rows {
		if len(cells) > len(columns) {
			columns = cells // a column without a head
		}
	}
	table := doc.under("Table")
	if len(heads) > 0 {
		x.reportRow(table.under("TR"), heads, columns)
	}
	for _, cells := range rows {
		x.reportRow(table.under("TR"), cells, columns)
	}
}

// reportRow adds a row of as many cells as there are columns.
func (x *writing) reportRow(tr *element, cells, columns []ref) {
	for range columns {
		td := tr.under("TD")
		if cells[0].node().Role == scene.RoleTableHead {
			td.head("Column")
		}
	}
	next := 0
	for i, c := range cells {
		at := max(next, nearest(columns, c.node().Bounds))
		at = min(at, len(columns)-(len(cells)-i)) // the others need a place too
		x.addLinks(tr.kids[at].whole(c), c)
		next = at + 1
	}
}

// nearest returns the column whose left or right edge a cell shares best.
func nearest(columns []ref, b scene.Rect) int {
	best, least := 0, math.Inf(1)
	for i, h := range columns {
		hb := h.node().Bounds
		d := min(math.Abs(hb.X-b.X), math.Abs(hb.Right()-b.Right()))
		if d < least {
			best, least = i, d
		}
	}
	return best
}
