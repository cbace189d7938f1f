package app

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
)

// panel is a part of the window the keys can go to.
type panel struct {
	object fyne.CanvasObject
	enter  func()
}

// panels lists the parts of the window that are seen, the map first.
func (e *editor) panels() []panel {
	c := e.win.Canvas()
	all := []panel{
		{e.views.object, e.focusMap},
		{e.inspector.Object, func() { c.Focus(e.inspector.Form.First) }},
		{e.palette.object, func() { c.Focus(e.palette.search) }},
		{e.toolbar.object, func() { c.Focus(e.toolbar.title) }},
		{e.finder.object, func() { c.Focus(e.finder.entry) }},
	}
	pane, shared := e.memory.pane, e.memory.shares()
	seen := all[:1:1]
	if pane != nil && pane.focus() != nil {
		seen = append(seen, panel{e.memory.box, func() { c.Focus(pane.focus()) }})
	}
	for _, p := range all[1:] {
		if p.object == e.inspector.Object && pane != nil && !shared {
			continue
		}
		if p.object.Visible() && (p.object != e.inspector.Object || e.inspector.Form.First != nil) {
			seen = append(seen, p)
		}
	}
	return seen
}

// panelOfKeys returns the index of the panel that has the keys.
func (e *editor) panelOfKeys(all []panel) int {
	o, ok := e.win.Canvas().Focused().(fyne.CanvasObject)
	if !ok {
		return 0
	}
	d := fyne.CurrentApp().Driver()
	mid := d.AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
	for i, p := range all[1:] {
		at, size := d.AbsolutePositionForObject(p.object), p.object.Size()
		if mid.X >= at.X && mid.X <= at.X+size.Width && mid.Y >= at.Y && mid.Y <= at.Y+size.Height {
			return i + 1
		}
	}
	return 0
}

// nextPanel gives the keys to the next panel, or with Shift to the one before.
func (e *editor) nextPanel() {
	if kit.Shifted() {
		e.stepPanel(-1)
		return
	}
	e.stepPanel(1)
}

func (e *editor) stepPanel(by int) {
	all := e.panels()
	all[(e.panelOfKeys(all)+by+len(all))%len(all)].enter()
}
