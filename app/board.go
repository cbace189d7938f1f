package app

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/say"
	"touchline.app/canvas"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey/phrase"
)

// newBoard returns the canvas the map is edited on.
func (e *editor) newBoard() *canvas.Board {
	b := canvas.New(e.boardOptions())
	b.OnCommand = e.do
	b.OnType = e.typing
	b.OnTyped = func() { e.doc.EndGesture() }
	b.OnFailed = e.failed
	b.OnLeft = func(left phrase.Phrase) { e.notice(say.Closed(say.Phrase(left))) }
	b.OnSelect = e.selected
	b.OnActivate = func(r scene.Ref) { e.activated(r) }
	b.OnMenu = func(spot tool.Spot, at fyne.Position) { e.contextMenu(spot, at) }
	b.OnAddBeside = e.addBeside
	b.OnStatus = e.askStatus
	b.OnKey = e.typedKey
	b.OnEscape = e.leaveStage
	b.OnRune = e.typedRune
	b.OnView = e.status.scale
	return b
}

// selected hears of a new selection on the map.
func (e *editor) selected(refs []scene.Ref) {
	if e.doc == nil {
		return
	}
	e.doc.EndGesture()
	e.picked = refs
	e.inspector.Show(refs)
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
