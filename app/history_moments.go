package app

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/look"
)

// momentList is the list of a history.
type momentList struct {
	*lines
	h *history
}

func newMomentList(h *history) *momentList {
	l := &momentList{h: h}
	l.lines = newLines(func() int { return len(h.rows) }, l.draw, h.choose)
	l.skip = func(i int) bool { return h.rows[i].kind == momentSession || h.rows[i].gone }
	return l
}

// draw shows a moment; where it is the last one, those before it are read.
func (l *momentList) draw(i int, f *lineFace) {
	r := l.h.rows[i]
	f.sign, f.text, f.note, f.style, f.color, f.signColor = "", r.text, r.note, fyne.TextStyle{}, "foreground", "primary"
	f.heading = r.kind == momentSession
	switch r.kind {
	case momentNow:
		f.sign, f.style = "●", kit.Bold
	case momentVersion:
		f.sign, f.style = "⚑", kit.Bold
	case momentBegin:
		f.sign, f.signColor = "○", look.Grey
	default: // steps and headings have no sign
	}
	if r.gone {
		f.color = "disabled"
	}
	if i == len(l.h.rows)-1 {
		l.h.further()
	}
}

// refresh shows the lines anew; the chosen moment stays chosen.
func (l *momentList) refresh() {
	l.at = 0
	for i, r := range l.h.rows {
		if r.position == l.h.at && r.kind != momentSession {
			l.at = i
			break
		}
	}
	l.Refresh()
}
