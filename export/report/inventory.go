package report

import (
	"strconv"
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

const (
	fewStages   = 8    // so many stages stand side by side on any page
	stageColumn = 98.0 // and more where each has so much room, in points
	mostAbreast = 42   // columns of a page as wide as they ask
)

// inventory is the matrix of channels and stages: how many touchpoints there are,
// and how far they are from what was expected. What is empty is shown too.
func (f *flow) inventory() {
	f.title("report.inventory")
	v := journey.TakeInventory(f.m)
	if len(v.Stages) == 0 || len(v.Channels) == 0 {
		f.paragraph(f.words("report.none.inventory"))
		return
	}
	f.paragraph(f.words("report.inventory.lead"))
	abreast := max(fewStages, int(f.Size.X/stageColumn)-2)
	for first := 0; first < len(v.Stages) && !f.full(); first += abreast {
		last := min(first+abreast, len(v.Stages))
		cols := []column{{f.words("report.channel"), 20}}
		for _, s := range v.Stages[first:last] {
			cols = append(cols, column{strings.TrimSpace(s.Name), 80.0 / fewStages})
		}
		cols = append(cols, column{f.words("report.all"), 9})
		var rows []row
		for i := range v.Channels {
			rows = append(rows, f.stockRow(v, i, first, last))
		}
		all := []cell{filled(f.strong(f.words("report.all")))}
		for i := first; i < last; i++ {
			all = append(all, f.stock(v.Stage(i)))
		}
		all = append(all, f.stock(v.All()))
		t := f.table(cols...)
		for i := range t.cols {
			t.cols[i].head = f.brief(t.cols[i].head, t.inner(i))
		}
		t.rows(append(rows, row{ref: f.head(), cells: all}))
		f.y += 12
	}
}

// brief cuts a name so that it stands in three lines over a column.
func (f *flow) brief(name string, width float64) string {
	const most = 3
	p := f.pen()
	rs := []rune(name)
	for n := min(len(rs), 90); n > 1; n = n * 4 / 5 {
		s := string(rs[:n])
		if n < len(rs) {
			s = strings.TrimSpace(s) + "…"
		}
		if len(p.Wrap(s, headFont, width)) <= most {
			return s
		}
	}
	return ""
}

// stockRow is a channel with what it has in some stages, and in all.
func (f *flow) stockRow(v journey.Inventory, i, first, last int) row {
	c := v.Channels[i]
	name := strings.TrimSpace(c.Name)
	if c.ID == "" {
		name = f.words("report.noChannel")
	}
	r := row{ref: f.head(), cells: []cell{filled(f.strong(name), f.muted(dotted(f.named("medium", string(c.Medium)), f.named("ownership", string(c.Ownership)))))}}
	if c.ID != "" {
		r.ref = scene.Ref{Kind: journey.KindChannel, ID: c.ID}
	}
	for k := first; k < last; k++ {
		r.cells = append(r.cells, f.stock(v.Cells[i][k]))
	}
	r.cells = append(r.cells, f.stock(v.Channel(i)))
	return r
}

// stock is a cell of the matrix: the number of touchpoints, and the mean gap on
// its colour.
func (f *flow) stock(s journey.Stock) cell {
	const high, number = 17.0, 15.0
	n := strconv.Itoa(len(s.Touchpoints))
	return cell{high: high, draw: func(p *scene.Pen, r scene.Rect) {
		left := r.X
		if f.rtl {
			left = r.Right() - number
		}
		if len(s.Touchpoints) == 0 {
			p.One("–", bodyFont, left, r.Y+3, f.theme.Muted)
			return
		}
		p.One(n, strongFont, left, r.Y+3, f.theme.Ink)
		box := scene.Rect{X: r.X + number, Y: r.Y, W: min(r.W-number, 34), H: high}
		if f.rtl {
			box.X = r.Right() - number - box.W
		}
		if s.Gaps == 0 || box.W < 20 {
			return
		}
		ground, ink := f.theme.GapTint(s.Gap)
		p.Rect(box, 3, ground)
		l := f.signed(s.Gap)
		p.One(l, strongFont, box.X+(box.W-p.Width(l, strongFont))/2, r.Y+3, ink)
	}}
}
