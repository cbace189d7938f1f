package report

import (
	"fmt"
	"strconv"
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// The board of states beside the plot, in points.
const (
	boardGap   = 26.0 // from the plot
	boardLeast = 300.0
	statePad   = 6.0
)

// board lists the opportunities by state beside the plot, by the numbers of the
// list that follows; at is what the plot leaves of the width.
func (f *flow) board(list []journey.Opportunity, at scene.Rect) {
	if at.W < boardLeast {
		return
	}
	states := journey.OpportunityStates
	w := (at.W - float64(len(states)-1)*statePad) / float64(len(states))
	p := f.pen()
	for i, s := range states {
		box := scene.Rect{X: at.X + float64(i)*(w+statePad), Y: at.Y, W: w, H: at.H}
		var own []int
		for k, o := range list {
			if o.State.Rank() == i {
				own = append(own, k)
			}
		}
		p.Rect(f.place(box), 4, f.theme.Band)
		head := scene.Rect{X: box.X + statePad, Y: box.Y + statePad, W: box.W - 2*statePad, H: strongFont.Lead}
		name := f.words("state."+string(s)) + " · " + strconv.Itoa(len(own))
		f.line(p, p.Wrap(name, headFont, head.W)[:1], headFont, f.place(head), f.theme.Ink)
		head.Y += headFont.Lead + 4
		head.H = box.Bottom() - statePad - head.Y
		f.inState(p, list, own, head)
	}
	n := p.Node(scene.RoleParagraph, f.head())
	n.Alt = f.words("report.states")
	f.nodes = append(f.nodes, n)
}

// inState lists the opportunities of a state, as many as there is room for.
func (f *flow) inState(p *scene.Pen, list []journey.Opportunity, own []int, at scene.Rect) {
	const most = 2 // lines of each
	for k, i := range own {
		text := strings.TrimSpace(list[i].Text)
		lines := p.Wrap(strconv.Itoa(i+1)+"  "+text, smallFont, at.W)
		if len(lines) > most {
			lines = p.Wrap(strconv.Itoa(i+1)+"  "+f.shortened(text, at.W, most), smallFont, at.W)
			lines = lines[:min(len(lines), most)]
		}
		high := float64(len(lines))*smallFont.Lead + 4
		last := k == len(own)-1
		if high > at.H || !last && high+smallFont.Lead > at.H {
			more := fmt.Sprintf(f.words("report.more"), len(own)-k)
			f.line(p, p.Wrap(more, smallFont, at.W)[:1], smallFont, f.place(at), f.theme.Muted)
			return
		}
		f.line(p, lines, smallFont, f.place(scene.Rect{X: at.X, Y: at.Y, W: at.W, H: high}), f.theme.Ink)
		at.Y, at.H = at.Y+high, at.H-high
	}
}

// shortened cuts a text that is too long for so many lines, with an ellipsis.
func (f *flow) shortened(s string, width float64, lines int) string {
	p, rs := f.pen(), []rune(s)
	for n := min(len(rs), 60*lines); n > 1; n = n * 9 / 10 {
		cut := strings.TrimSpace(string(rs[:n])) + "…"
		if len(p.Wrap("000  "+cut, smallFont, width)) <= lines {
			return cut
		}
	}
	return "…"
}
