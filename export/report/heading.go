package report

import "touchline.app/canvas/scene"

// heading is the last one that was set. Where what comes under it begins on the next
// page, it does too.
type heading struct {
	text       string
	page       int // it is on
	begin, end int // its nodes on it
}

// section begins a part of a report under a heading.
func (f *flow) section(s string) {
	if f.y > 0 {
		f.y += 8
	}
	if f.left() < 80 {
		f.turn()
	}
	f.entitle(s)
}

func (f *flow) entitle(s string) {
	f.under = heading{text: s, page: len(f.pages), begin: len(f.nodes)}
	f.block(s, sectionFont, f.ink, scene.RoleHeading)
	f.y += 3
	f.under.end = len(f.nodes)
}

// turnWithHeading ends the page, and takes the heading along where nothing stands
// under it yet. It stays on a page that has little else.
func (f *flow) turnWithHeading() {
	h := f.under
	switch {
	case h.page != len(f.pages) || h.end != len(f.nodes) || h.begin == h.end:
		f.turn()
	case h.begin > 1: // the first may be the running head
		f.nodes = f.nodes[:h.begin]
		f.turn()
		f.entitle(h.text)
	}
}

// beginning is the height that a table asks for at the end of a page: its heads and
// the first row, or a part of one that goes over several pages.
func (t *table) beginning(rows []row) float64 {
	const least = 60.0 // of such a row
	if len(rows) == 0 {
		return 0
	}
	h := t.height(&rows[0])
	if h > t.f.Size.Y*mostMoved {
		h = least
	}
	return t.headsHeight() + h + t.under(rows, 0)
}

// under is the height that has to be left under a row: that of the first row of a
// group.
func (t *table) under(rows []row, i int) float64 {
	const least = 60.0 // of a row that goes over several pages
	if !rows[i].group || i+1 == len(rows) {
		return 0
	}
	if h := t.height(&rows[i+1]); h <= t.f.Size.Y*mostMoved {
		return h
	}
	return least
}

// headsHeight is the height of the names of the columns.
func (t *table) headsHeight() float64 {
	high := 0.0
	for i, c := range t.cols {
		high = max(high, float64(len(t.f.pen().Wrap(c.head, headFont, t.inner(i))))*headFont.Lead)
	}
	return high + 3
}
