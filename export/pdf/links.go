package pdf

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// annotation is a link on a sheet.
type annotation struct {
	sheet          int
	x0, y0, x1, y1 float64 // from the lower left corner of the sheet
	from           ref
	to             ref    // where it leads, or
	address        string // what it opens
	words          string // what a reader aloud says of it
	object         int
	owner          int // the object of its element
}

// The most links on a sheet: poppler takes a page with more than 10,000 for
// damaged and does not show it at all.
const (
	mostCross = 6000
	mostWeb   = 3000
)

// atMost leaves out what is too many on a sheet.
func atMost(list []annotation, most int) []annotation {
	on := map[int]int{}
	kept := list[:0]
	for _, a := range list {
		if on[a.sheet]++; on[a.sheet] <= most {
			kept = append(kept, a)
		}
	}
	return kept
}

// annotations adds the links of all sheets, in the order of the sheets: between
// touchpoints and what hurts or could be done there, and to addresses in texts.
func (x *writing) annotations(d *objects) []annotation {
	all := atMost(x.crossLinks(), mostCross)
	var web []annotation
	x.each(func(ref) bool { return true }, func(r ref) { web = append(web, x.webLinks(r)...) })
	all = append(all, atMost(web, mostWeb)...) // above those of the cards they stand on
	slices.SortStableFunc(all, func(a, b annotation) int { return a.sheet - b.sheet })
	for i := range all {
		a := &all[i]
		b := append([]byte("<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect["), corners(nil, a.x0, a.y0, a.x1, a.y1)...)
		b = fmt.Appendf(b, "]/P %d 0 R/StructParent %d/Contents ", d.pages[a.sheet], len(x.sheets)+i)
		b = appendText(b, shortened(clean(a.words), 300))
		if a.address != "" {
			b = append(appendLiteral(append(b, "/A<</S/URI/URI "...), a.address), ">>"...)
		} else {
			b = append(append(b, "/Dest "...), x.destination(d, a.to)...)
		}
		a.object = d.add(append(b, ">>"...))
	}
	return all
}

// destination returns the place of a node: its upper left corner, the zoom as
// it is.
func (x *writing) destination(d *objects, r ref) []byte {
	at, _ := r.place()
	x0, _, _, y1 := x.onSheet(at, r.node().Bounds)
	b := fmt.Appendf(nil, "[%d 0 R/XYZ ", d.pages[at.sheet])
	b = append(number(b, max(x0-8, 0), 2), ' ') // a little air around it
	return append(number(b, y1+8, 2), " null]"...)
}

// touchpointOf returns the touchpoint a pain point, opportunity or metric belongs to.
func (x *writing) touchpointOf(r scene.Ref) journey.ID {
	m := x.doc.Map
	switch r.Kind {
	case journey.KindPainPoint:
		p, _ := m.PainPoints.Get(r.ID)
		return p.Touchpoint
	case journey.KindOpportunity:
		o, _ := m.Opportunities.Get(r.ID)
		return o.Touchpoint
	case journey.KindMetric:
		k, _ := m.Metrics.Get(r.ID)
		return k.Touchpoint
	default:
		return ""
	}
}

// crossLinks links each card with the boxes of its touchpoint, and them with it.
func (x *writing) crossLinks() []annotation {
	cards := map[journey.ID]ref{}
	boxes := map[journey.ID][]ref{}
	var order []journey.ID
	x.each(func(r ref) bool { return r.node().Lane != "" }, func(r ref) {
		switch n := r.node(); n.Role {
		case scene.RoleTouchpoint:
			cards[n.Ref.ID] = r
			order = append(order, n.Ref.ID)
		case scene.RolePainPoint, scene.RoleOpportunity:
			if t := x.touchpointOf(n.Ref); t != "" {
				boxes[t] = append(boxes[t], r)
			}
		default:
		}
	})
	var out []annotation
	for _, t := range order {
		card, to := cards[t], boxes[t]
		for i, b := range to {
			out = append(out, x.link(card, b, i, len(to)), x.link(b, card, 0, 1))
		}
	}
	return out
}

// link leads from one node to another. Where several begin at a node, each has
// a strip of it, from the top down.
func (x *writing) link(from, to ref, i, of int) annotation {
	at, _ := from.place()
	a := annotation{sheet: int(at.sheet), from: from, to: to}
	a.x0, a.y0, a.x1, a.y1 = x.onSheet(at, from.node().Bounds)
	h := (a.y1 - a.y0) / float64(of)
	a.y1 -= float64(i) * h
	a.y0 = a.y1 - h
	if row, ok := x.doc.Map.Row(to.node().Ref.Kind, to.node().Ref.ID); ok {
		a.words = row.Label()
	}
	if strings.TrimSpace(a.words) == "" {
		a.words = string(to.node().Ref.Kind)
	}
	return a
}

// webLinks returns a link for each address in the texts of a node.
func (x *writing) webLinks(r ref) []annotation {
	var out []annotation
	n := r.node()
	at, _ := r.place()
	for i := range n.Ops() {
		o := &n.Ops()[i]
		for _, l := range o.Links {
			address, ok := safe(l.URL)
			box := o.TextRect()
			box.X, box.W = box.X+l.X0, l.X1-l.X0
			a := annotation{sheet: int(at.sheet), from: r, address: address, words: address}
			if a.x0, a.y0, a.x1, a.y1 = x.onSheet(at, box); !ok || a.x1 <= a.x0 || a.y1 <= a.y0 {
				continue
			}
			out = append(out, a)
		}
	}
	return out
}

// safe returns an address of the web or of a mailbox in plain characters, and
// whether it is one.
func safe(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || len(address) > 2000 {
		return "", false
	}
	s := u.String()
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return "", false
		}
	case "mailto":
	default:
		return "", false
	}
	var b []byte
	for _, c := range []byte(s) {
		if c > ' ' && c < 0x7F {
			b = append(b, c)
		} else {
			b = fmt.Appendf(b, "%%%02X", c)
		}
	}
	return string(b), true
}
