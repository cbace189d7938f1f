package pdf

import (
	"fmt"

	"touchline.app/canvas/scene"
	"touchline.app/export/page"
	"touchline.app/journey"
)

// tagOf returns what the content of a node is called.
func tagOf(n *scene.Node) string {
	switch {
	case isFeeling(n), n.Role == scene.RoleEvidence && n.Alt != "":
		return "Figure"
	case n.Role == scene.RoleStage, n.Role == scene.RoleLane, n.Role == scene.RoleTableHead:
		return "TH"
	case n.Role == scene.RoleHeading:
		return "H2"
	case n.Role == scene.RoleTableCell:
		return "TD"
	}
	return "P"
}

// isFeeling reports whether a node is a part of what the plot says of one
// touchpoint: its points and the number of its gap.
func isFeeling(n *scene.Node) bool {
	switch n.Role {
	case scene.RoleExpected, scene.RoleActual, scene.RoleCurve:
		return n.Ref.Kind == journey.KindTouchpoint
	default:
		return false
	}
}

// elements returns the structure of the document: its head, the map as a table
// of lanes by stages, what stands below, and the reports.
func (x *writing) elements(annotations []annotation) *element {
	x.linked = map[ref][]int{}
	for i, a := range annotations {
		x.linked[a.from] = append(x.linked[a.from], i)
	}
	doc := &element{tag: "Document"}
	titled := false
	x.each(func(r ref) bool { return r.scene.kind != page.Report && isHead(r.node()) }, func(r ref) {
		from := 0
		if r.node().Role == scene.RoleHeader && !titled {
			doc.under("H1").holding(r, 0, 1)
			titled, from = true, 1
		}
		x.paragraphs(doc, r, from)
	})
	x.table(doc)
	x.each(func(r ref) bool { return r.scene.kind != page.Report && isFoot(r.node()) }, func(r ref) { x.paragraphs(doc, r, 0) })
	x.reports(doc)
	return doc
}

func isHead(n *scene.Node) bool {
	return n.Role == scene.RoleHeader || n.Role == scene.RolePersona
}

// isFoot reports whether a node has no place in the table.
func isFoot(n *scene.Node) bool {
	return !isHead(n) && n.Lane == "" && n.Role != scene.RoleStage
}

// each calls do for the nodes that are read, scene by scene.
func (x *writing) each(of func(ref) bool, do func(ref)) {
	for _, s := range x.scenes {
		for i := range s.Nodes {
			r := ref{s, i}
			if _, read := r.place(); read && of(r) {
				do(r)
			}
		}
	}
}

// paragraphs adds the pieces of a node from one on, a paragraph each.
func (x *writing) paragraphs(in *element, r ref, from int) {
	for i := from; i < r.pieces(); i++ {
		p := in.under("P").holding(r, i, i+1)
		if i == from {
			x.addLinks(p, r)
		}
	}
}

// addLinks adds the links that begin at a node to its element.
func (x *writing) addLinks(e *element, r ref) {
	for _, i := range x.linked[r] {
		e.under("Link").links = []int{i}
	}
}

// figure makes e a figure: the words of a node, and where the marks of a piece of
// it lie on their sheet.
func (x *writing) figure(e *element, r ref, piece int, bounds scene.Rect) {
	e.tag = "Figure"
	b := appendText([]byte("/Alt "), clean(r.node().Alt))
	if at := &r.scene.places(r.index)[piece]; at.known() {
		x0, y0, x1, y1 := x.onSheet(at, bounds)
		b = append(append(append(b, "/A<</O/Layout/BBox["...), corners(nil, x0, y0, x1, y1)...), "]>>"...)
	}
	e.extra = string(b)
}

// corners appends a rectangle.
func corners(b []byte, x0, y0, x1, y1 float64) []byte {
	for _, v := range []float64{x0, y0, x1, y1} {
		b = append(number(b, v, 2), ' ')
	}
	return b
}

// head makes e a head cell of a column or a row.
func (e *element) head(scope string) *element {
	e.tag = "TH"
	e.extra = fmt.Sprintf("/A<</O/Table/Scope/%s>>", scope)
	return e
}
