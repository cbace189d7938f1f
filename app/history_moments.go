package app

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/look"
)

// momentList is the list of a history.
type momentList struct {
	*kit.List
	h *history
}

func newMomentList(h *history) *momentList {
	l := &momentList{h: h}
	l.List = kit.NewList(func() int { return len(h.rows) }, l.draw, h.choose)
	l.Skip = func(i int) bool { return h.rows[i].kind == momentSession || h.rows[i].gone }
	return l
}

// draw shows a moment; where it is the last one, those before it are read.
func (l *momentList) draw(i int, f *kit.Line) {
	r := l.h.rows[i]
	f.Sign, f.Text, f.Note, f.Style, f.Color, f.SignColor = "", r.text, r.note, fyne.TextStyle{}, "foreground", "primary"
	f.Heading = r.kind == momentSession
	switch r.kind {
	case momentNow:
		f.Sign, f.Style = "●", kit.Bold
	case momentVersion:
		f.Sign, f.Style = "⚑", kit.Bold
	case momentBegin:
		f.Sign, f.SignColor = "○", look.Grey
	default: // steps and headings have no sign
	}
	if r.gone {
		f.Color = "disabled"
	}
	if i == len(l.h.rows)-1 {
		l.h.further()
	}
}

// refresh shows the lines anew; the chosen moment stays chosen.
func (l *momentList) refresh() {
	l.At = 0
	for i, r := range l.h.rows {
		if r.position == l.h.at && r.kind != momentSession {
			l.At = i
			break
		}
	}
	l.Refresh()
}
