package app

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// What the view menu does, and where things are on the screen.

func (e *editor) zoomIn()   { e.board.ZoomIn() }
func (e *editor) zoomOut()  { e.board.ZoomOut() }
func (e *editor) fit()      { e.board.Fit() }
func (e *editor) fullSize() { e.board.ZoomTo(1) }

func (e *editor) showsPalette() bool   { return e.sides != nil && e.palette.object.Visible() }
func (e *editor) showsInspector() bool { return e.sides != nil && e.inspector.Object.Visible() }

func (e *editor) togglePalette()   { e.toggle(e.palette.object, prefPalette) }
func (e *editor) toggleInspector() { e.toggle(e.inspector.Object, prefInspector) }

func (e *editor) toggle(o fyne.CanvasObject, pref string) {
	on := !o.Visible()
	e.board.Steady(func() {
		kit.Show(o, on)
		e.sides.Refresh()
	})
	e.app.Preferences().SetBool(pref, on)
	if !on {
		e.focusMap()
	}
}

// setLook changes between light, dark, high contrast and what the system says.
func (e *editor) setLook(choice string) {
	e.app.Preferences().SetString(prefLook, choice)
	l := e.look.With(choice)
	for _, w := range e.desk.windows {
		w.look = l
	}
	e.app.Settings().SetTheme(e.look) // relook hears of it
}

// calm reports whether nothing shall move by itself: the person, or the settings
// of the toolkit, ask for that.
func (e *editor) calm() bool {
	return e.app.Preferences().Bool(prefCalm) || !e.app.Settings().ShowAnimations()
}

func (e *editor) toggleCalm() {
	e.app.Preferences().SetBool(prefCalm, !e.app.Preferences().Bool(prefCalm))
}

// MapTheme is the theme the map is drawn in on the screen.
func (e *editor) MapTheme() scene.Theme { return e.look.Scene(e.app.Settings().ThemeVariant()) }

// RightToLeft reports whether the map that is open runs from the right.
func (e *editor) RightToLeft() bool { return e.doc != nil && e.doc.Map().RightToLeft() }

// relook draws the map in the colours of the theme where these have changed.
func (e *editor) relook() {
	if e.doc == nil {
		return
	}
	want := e.MapTheme()
	if want.Name == e.scenery.theme.Name {
		return
	}
	e.scenery.theme = want
	e.scenery.draw(e.doc.Map())
	e.palette.refresh()
	e.views.refresh()
}

// reveal brings the marks of a row into view.
func (e *editor) reveal(id journey.ID) {
	if e.scenery.now == nil {
		return
	}
	for _, n := range e.scenery.now.Nodes {
		if n.Ref.ID == id && n.Role != scene.RoleCurve {
			e.board.Reveal(n.Bounds)
			return
		}
	}
}
