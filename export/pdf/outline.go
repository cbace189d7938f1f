package pdf

import (
	"fmt"
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/export/page"
	"touchline.app/journey"
)

// bookmark is an entry of the outline.
type bookmark struct {
	title string
	to    ref
	kids  []bookmark
}

// outlines adds the bookmarks and returns their root, or 0: the title, the
// stages with their touchpoints below, the headings of the reports.
func (x *writing) outlines(d *objects) int {
	list := x.bookmarks()
	if len(list) == 0 {
		return 0
	}
	root := d.reserve()
	first, last := x.writeBookmarks(d, root, list)
	d.body[root] = fmt.Appendf(nil, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, last, len(list))
	return root
}

// writeBookmarks adds a list of bookmarks and those below, closed, and returns
// the first and the last of the list.
func (x *writing) writeBookmarks(d *objects, parent int, list []bookmark) (first, last int) {
	first = len(d.body)
	numbers := make([]int, len(list))
	for i := range list {
		numbers[i] = d.reserve()
	}
	for i, m := range list {
		b := appendText([]byte("<</Title "), shortened(clean(m.title), 200))
		b = fmt.Appendf(b, "/Parent %d 0 R/Dest %s", parent, x.destination(d, m.to))
		if i > 0 {
			b = fmt.Appendf(b, "/Prev %d 0 R", numbers[i-1])
		}
		if i < len(list)-1 {
			b = fmt.Appendf(b, "/Next %d 0 R", numbers[i+1])
		}
		if len(m.kids) > 0 {
			from, to := x.writeBookmarks(d, numbers[i], m.kids)
			b = fmt.Appendf(b, "/First %d 0 R/Last %d 0 R/Count %d", from, to, -len(m.kids))
		}
		d.body[numbers[i]] = append(b, ">>"...)
	}
	return first, numbers[len(numbers)-1]
}

func (x *writing) bookmarks() []bookmark {
	m := x.doc.Map
	var list, reports []bookmark
	stages, cards := map[journey.ID]ref{}, map[journey.ID]ref{}
	x.each(func(ref) bool { return true }, func(r ref) {
		switch n := r.node(); {
		case n.Role == scene.RoleHeader && len(list) == 0:
			list = append(list, bookmark{title: x.doc.Title, to: r})
		case n.Role == scene.RoleStage:
			stages[n.Ref.ID] = r
		case n.Role == scene.RoleTouchpoint && n.Lane != "":
			cards[n.Ref.ID] = r
		case n.Role == scene.RoleHeading && r.scene.kind == page.Report:
			reports = append(reports, bookmark{title: words(n.Ops()), to: r})
		}
	})
	below := map[journey.ID][]bookmark{}
	for _, t := range m.Journey() {
		if r, ok := cards[t.ID]; ok {
			below[t.Stage] = append(below[t.Stage], bookmark{title: t.Title, to: r})
		}
	}
	for _, s := range m.StagesInOrder() {
		mark := bookmark{title: s.Name, kids: below[s.ID]}
		var ok bool
		if mark.to, ok = stages[s.ID]; !ok {
			if len(mark.kids) == 0 {
				continue
			}
			mark.to = mark.kids[0].to
		}
		list = append(list, mark)
	}
	return named(append(list, reports...))
}

// named gives those bookmarks a name that have none: a reader shows nothing else.
func named(list []bookmark) []bookmark {
	for i := range list {
		if strings.TrimSpace(clean(list[i].title)) == "" {
			list[i].title = "–"
		}
		named(list[i].kids)
	}
	return list
}

// words returns the texts among marks.
func words(ops []scene.Op) string {
	var b []string
	for i := range ops {
		if o := &ops[i]; o.Kind == scene.OpText && o.Line != nil {
			b = append(b, strings.TrimSpace(o.Line.Text))
		}
	}
	return strings.Join(b, " ")
}
