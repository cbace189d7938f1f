package pdf

import (
	"fmt"
	"strconv"
)

// element is an element of the structure: PDF 32000-1, 14.7.2.
type element struct {
	tag    string
	extra  string // further entries of its dictionary
	marks  []marks
	kids   []*element
	links  []int // its annotations, by their index
	object int
	one    [1]marks // where most have all of marks
}

// marks are pieces of content in a row on a sheet.
type marks struct{ sheet, first, count int32 }

// under adds a new element below e.
func (e *element) under(tag string) *element {
	kid := &element{tag: tag}
	e.kids = append(e.kids, kid)
	return kid
}

// holding gives e the pieces of a node from one on, up to another. One that the
// edge of a sheet cuts off gets its whole text in words: readers leave out what
// lies beyond.
func (e *element) holding(r ref, from, to int) *element {
	for i, at := range r.scene.places(r.index)[from:to] {
		switch {
		case at.mark < 0:
		case at.cut():
			n := r.node()
			if s := words(piece(n, divide(nil, n), from+i)); s != "" {
				part := e.under("Span")
				part.extra = "/ActualText " + textString(clean(s))
				part.take(at)
				continue
			}
			e.take(at)
		default:
			e.take(at)
		}
	}
	return e
}

// take gives e a piece of content.
func (e *element) take(at place) {
	if n := len(e.marks); n > 0 && e.marks[n-1].sheet == at.sheet && e.marks[n-1].first+e.marks[n-1].count == at.mark {
		e.marks[n-1].count++
		return
	}
	if e.marks == nil {
		e.marks = e.one[:0]
	}
	e.marks = append(e.marks, marks{at.sheet, at.mark, 1})
}

// whole gives e all pieces of a node.
func (e *element) whole(r ref) *element { return e.holding(r, 0, r.pieces()) }

// tree writes elements.
type tree struct {
	*objects
	sheets      []content
	annotations []annotation
	buf         []byte
}

// write adds the element and all below it.
func (t *tree) write(e *element, parent int) {
	e.object = t.reserve()
	for _, k := range e.kids {
		t.write(k, e.object)
	}
	b := append(t.buf[:0], "<</S/"...)
	b = append(b, e.tag...)
	b = strconv.AppendInt(append(b, "/P "...), int64(parent), 10)
	b = append(append(b, " 0 R"...), e.extra...)
	page := -1
	if len(e.marks) > 0 {
		page = t.pages[e.marks[0].sheet]
		b = fmt.Appendf(b, "/Pg %d 0 R", page)
	}
	b = append(b, "/K["...)
	for _, m := range e.marks {
		b = t.content(b, e, m, page)
	}
	for _, k := range e.kids {
		b = append(strconv.AppendInt(b, int64(k.object), 10), " 0 R "...)
	}
	for _, i := range e.links {
		a := &t.annotations[i]
		a.owner = e.object
		b = fmt.Appendf(b, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>", a.object, t.pages[a.sheet])
	}
	b = append(b, "]>>"...)
	t.body[e.object] = append(make([]byte, 0, len(b)), b...)
	t.buf = b
}

// content appends pieces of content, and notes on their sheet whose they are.
func (t *tree) content(b []byte, e *element, m marks, page int) []byte {
	owners := t.sheets[m.sheet].owners
	for i := m.first; i < m.first+m.count; i++ {
		if on := t.pages[m.sheet]; on != page {
			b = fmt.Appendf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", on, i)
		} else {
			b = append(strconv.AppendInt(b, int64(i), 10), ' ')
		}
		owners[i] = e.object
	}
	return b
}

// structure adds the elements of the document and returns their root.
func (x *writing) structure(d *objects, annotations []annotation) int {
	for i := range x.sheets {
		x.sheets[i].owners = make([]int, x.sheets[i].marked)
	}
	t := &tree{objects: d, sheets: x.sheets, annotations: annotations}
	root := d.reserve()
	top := x.elements(annotations)
	t.write(top, root)
	d.body[root] = fmt.Appendf(nil, "<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		top.object, t.parents(), len(x.sheets)+len(annotations))
	return root
}

// parents adds the way back: from each piece of content, and from each link, to
// its element. Pages have the first numbers, then come the links.
func (t *tree) parents() int {
	b := []byte("<</Nums[")
	for i, s := range t.sheets {
		list := append(make([]byte, 0, 8*len(s.owners)+2), '[')
		for _, o := range s.owners {
			if o == 0 {
				list = append(list, "null "...)
				continue
			}
			list = append(strconv.AppendInt(list, int64(o), 10), " 0 R "...)
		}
		b = fmt.Appendf(b, "%d %d 0 R ", i, t.add(append(list, ']')))
	}
	for i, a := range t.annotations {
		b = fmt.Appendf(b, "%d %d 0 R ", len(t.sheets)+i, a.owner)
	}
	return t.add(append(b, "]>>"...))
}
