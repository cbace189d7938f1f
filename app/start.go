package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/journey/sample"
)

// showStart fills the window with what a person can begin with.
func (e *editor) showStart() {
	e.doc, e.toolbar = nil, nil
	templates := stack(8, heading(say("start.new")))
	for _, name := range sample.Names {
		templates.Add(startTile(say("template."+name), func() { e.newMap(name) }))
	}
	recent := stack(8, heading(say("start.recent")))
	for _, p := range e.recent() {
		recent.Add(startTile(shortPath(p), func() { e.openPath(p) }))
	}
	recent.Add(container.NewHBox(newPress(say("start.open"), "", e.askOpen)))
	columns := container.New(&evenly{gap: 40}, templates, recent)
	page := stack(28,
		stack(6, newInk(say("app.name"), 30, bold, "foreground"), newInk(say("start.line"), 14, fyne.TextStyle{}, colorGrey)),
		container.New(fixed{720}, columns))
	e.win.SetContent(newPlate(colorPanel, "", 0, container.NewCenter(page)))
	e.retitle()
	e.refreshActions()
}

func startTile(text string, run func()) *tile {
	t := newTile(text, "›")
	t.add = run
	t.over, t.drop, t.away = func(fyne.Position) {}, func(fyne.Position) {}, func() {}
	return t
}
