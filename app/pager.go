package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
)

// pager is the line under the preview that says which page is shown, and turns it.
type pager struct {
	back, forth *kit.Press
	text        *kit.Ink
	object      *fyne.Container
}

func newPager(p *preview) *pager {
	g := &pager{back: kit.NewPress("‹", "", func() { p.turn(-1) }), forth: kit.NewPress("›", "", func() { p.turn(1) })}
	g.text = kit.NewInk("", 12, fyne.TextStyle{}, look.Grey)
	g.text.Align = fyne.TextAlignCenter
	g.object = kit.Inset(6, 0, 0, 0, container.NewCenter(kit.Strip(10, g.back, g.text, g.forth)))
	g.refresh(0, 0)
	return g
}

// refresh says that a sheet, from 0, of so many is shown.
func (g *pager) refresh(sheet, of int) {
	g.text.Set(say.Text("export.page_of", "Page", sheet+1, "Pages", of), look.Grey)
	if of == 0 {
		g.text.Set("", look.Grey)
	}
	kit.Show(g.back, of > 1)
	kit.Show(g.forth, of > 1)
	g.back.Enable(sheet > 0)
	g.forth.Enable(sheet < of-1)
	g.object.Refresh()
}

// wait says that other sheets are on their way.
func (g *pager) wait() {
	g.text.Set(say.Text("export.preview"), look.Grey)
	g.object.Refresh()
}
