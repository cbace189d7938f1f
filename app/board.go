package app

import (
	"strconv"

	"fyne.io/fyne/v2"

	"touchline.app/canvas"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// syncLimit is the number of touchpoints up to which a map is laid out at once,
// while the person waits; a larger one is laid out beside the interface.
const syncLimit = 500

// scenery keeps the scene of the map up to date and shows it on every board.
type scenery struct {
	onUI   func(func())
	shown  func(*scene.Scene)
	theme  scene.Theme
	now    *scene.Scene
	busy   bool         // a scene is being laid out
	next   *journey.Map // the map to lay out after that
	closed bool
}

func newScenery(onUI func(func()), theme scene.Theme, shown func(*scene.Scene)) *scenery {
	return &scenery{onUI: onUI, theme: theme, shown: shown}
}

func layOut(m *journey.Map, theme scene.Theme) *scene.Scene {
	return scene.Build(m, scene.Options{Theme: theme, Fonts: text.Embedded(), Words: words()})
}

// draw lays the map out and shows it. Of several maps that come while one is
// being laid out only the last is.
func (s *scenery) draw(m *journey.Map) {
	if m.Touchpoints.Len() <= syncLimit && !s.busy {
		s.show(layOut(m, s.theme))
		return
	}
	if s.busy {
		s.next = m
		return
	}
	s.busy = true
	work, theme := m.Clone(), s.theme
	go func() {
		made := layOut(work, theme)
		s.onUI(func() {
			s.busy = false
			if s.closed {
				return
			}
			s.show(made)
			if next := s.next; next != nil {
				s.next = nil
				s.draw(next)
			}
		})
	}()
}

func (s *scenery) show(made *scene.Scene) {
	s.now = made
	s.shown(made)
}

// newBoard returns the canvas the map is edited on.
func (e *editor) newBoard() *canvas.Board {
	b := canvas.New(e.boardOptions())
	b.OnCommand = e.do
	b.OnType = e.typing
	b.OnTyped = func() { e.doc.EndGesture() }
	b.OnFailed = e.failed
	b.OnSelect = e.selected
	b.OnActivate = func(r scene.Ref) { e.activated(r) }
	b.OnMenu = func(spot tool.Spot, at fyne.Position) { e.contextMenu(spot, at) }
	b.OnAddBeside = e.addBeside
	b.OnKey = e.typedKey
	b.OnRune = e.typedRune
	b.OnView = e.status.scale
	return b
}

// valenceText is what an emotion that is being dragged is called.
func valenceText(_ edit.Which, v float64) string {
	return say("feeling."+strconv.Itoa(int(journey.Feel(v).Feeling()))) + " " + signed(v)
}

// selected hears of a new selection on the map.
func (e *editor) selected(refs []scene.Ref) {
	if e.doc == nil {
		return
	}
	e.doc.EndGesture()
	e.picked = refs
	e.inspector.show(refs)
	e.palette.refresh()
	e.memory.sign.refresh()
	e.refreshActions()
}

// activated opens the fields of what was double-clicked.
func (e *editor) activated(scene.Ref) { e.editFields() }

func (e *editor) selection() []scene.Ref { return e.picked }

// pick selects something, on the map where it can be seen there.
func (e *editor) pick(r scene.Ref) {
	e.board.Select(r)
	e.selected([]scene.Ref{r})
}

// focusMap gives the keys to the map.
func (e *editor) focusMap() {
	if e.board != nil && !e.views.focus() {
		if f, ok := any(e.board).(fyne.Focusable); ok {
			e.win.Canvas().Focus(f)
		}
	}
}

// settle gives the keys to the map where nothing else has them: a click on a
// button takes them from what had them.
func (e *editor) settle() {
	if e.doc != nil && e.win.Canvas().Focused() == nil && !e.asks() {
		e.focusMap()
	}
}
