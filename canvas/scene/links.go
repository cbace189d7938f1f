package scene

import (
	"regexp"
	"strings"

	"touchline.app/canvas/text"
)

// Link is a stretch of a text op that leads to an address.
type Link struct {
	X0, X1 float64 // points from the left end of the line
	URL    string
}

// address finds web and mail addresses; what commonly ends a sentence is no
// part of one.
var address = regexp.MustCompile(`(?:https?://|mailto:)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?'’)\]}]`)

// link notes the addresses of s, which ops show line by line. An address that
// is broken leads to the whole of it from each of its lines, one that was shortened
// nowhere.
func link(ops []Op, s string) {
	if !strings.Contains(s, "://") && !strings.Contains(s, "mailto:") {
		return
	}
	found := address.FindAllStringIndex(s, -1)
	from := 0
	for i := range ops {
		line := strings.TrimRight(ops[i].Line.Text, " ")
		at := strings.Index(s[from:], line)
		if at < 0 {
			return // a text that was cleaned: its places are no more known
		}
		at += from
		from = at + len(line)
		for _, f := range found {
			if lo, hi := max(f[0], at), min(f[1], from); lo < hi && !strings.HasSuffix(s[f[0]:f[1]], "…") {
				x0, x1 := stretch(ops[i].Line, len([]rune(s[at:lo])), len([]rune(s[at:hi])))
				ops[i].Links = append(ops[i].Links, Link{x0 * ops[i].Size, x1 * ops[i].Size, s[f[0]:f[1]]})
			}
		}
	}
}

// stretch returns where the runes from..to of a line lie, em. In a line with
// text from the right it is the whole line.
func stretch(l *text.Line, from, to int) (x0, x1 float64) {
	x0, x1 = l.W, 0
	at := 0
	for i := range l.Runs {
		r := &l.Runs[i]
		if r.RTL {
			return 0, l.W
		}
		x := r.X
		for _, g := range r.Glyphs {
			if c := at + g.Cluster; c >= from && c < to {
				x0, x1 = min(x0, x), max(x1, x+g.Advance)
			}
			x += g.Advance
		}
		at += len(r.Text)
	}
	return min(x0, x1), x1
}
