package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/look"
	"touchline.app/app/say"
)

// pager is the line under the preview that says which page is shown, and turns it.
type pager struct {
	back, forth *press
	text        *ink
	object      *fyne.Container
}

func newPager(p *preview) *pager {
	g := &pager{back: newPress("‹", "", func() { p.turn(-1) }), forth: newPress("›", "", func() { p.turn(1) })}
	g.text = newInk("", 12, fyne.TextStyle{}, look.Grey)
	g.text.align = fyne.TextAlignCenter
	g.object = inset(6, 0, 0, 0, container.NewCenter(strip(10, g.back, g.text, g.forth)))
	g.refresh(0, 0)
	return g
}

// refresh says that a sheet, from 0, of so many is shown.
func (g *pager) refresh(sheet, of int) {
	g.text.set(say.Text("export.page_of", "Page", sheet+1, "Pages", of), look.Grey)
	if of == 0 {
		g.text.set("", look.Grey)
	}
	show(g.back, of > 1)
	show(g.forth, of > 1)
	g.back.enable(sheet > 0)
	g.forth.enable(sheet < of-1)
	g.object.Refresh()
}

// wait says that other sheets are on their way.
func (g *pager) wait() {
	g.text.set(say.Text("export.preview"), look.Grey)
	g.object.Refresh()
}
