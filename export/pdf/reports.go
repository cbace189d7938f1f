package pdf

import (
	"math"

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
			h := doc.under("H2").whole(r)
			x.addLinks(h, r)
			return
		}
		x.paragraphs(doc, r, 0)
	})
	t.write(x, doc)
}

// reportTable is a table of a report: its cells in the order of their rows.
type reportTable struct{ cells []ref }

// write adds the table. A cell that shows nothing has no node, so that the head
// above says in which column a cell lies; heads on further sheets repeat those
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
	table := doc.under("Table")
	if len(heads) > 0 {
		tr := table.under("TR")
		for _, h := range heads {
			tr.under("TH").head("Column").whole(h)
		}
	}
	width := len(heads)
	for _, cells := range rows {
		width = max(width, len(cells))
	}
	for _, cells := range rows {
		x.reportRow(table.under("TR"), cells, heads, width)
	}
}

// reportRow adds a row of as many cells as the table is wide.
func (x *writing) reportRow(tr *element, cells, heads []ref, width int) {
	for range width {
		tr.under("TD")
	}
	next := 0
	for i, c := range cells {
		at := max(next, nearest(heads, c.node().Bounds))
		at = min(at, width-(len(cells)-i)) // the others need a place too
		td := tr.kids[at].whole(c)
		x.addLinks(td, c)
		next = at + 1
	}
}

// nearest returns the head whose left or right edge a cell shares best; 0
// without heads.
func nearest(heads []ref, b scene.Rect) int {
	best, least := 0, math.Inf(1)
	for i, h := range heads {
		hb := h.node().Bounds
		d := min(math.Abs(hb.X-b.X), math.Abs(hb.Right()-b.Right()))
		if d < least {
			best, least = i, d
		}
	}
	return best
}
