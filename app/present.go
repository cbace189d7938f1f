package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/app/document"
	"touchline.app/app/say"
	"touchline.app/canvas"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// presenter shows the map alone on a screen of its own, step by step. What is
// edited meanwhile is seen there at once.
type presenter struct {
	win   fyne.Window
	board *canvas.Board
	doc   *document.Document
	scene *scene.Scene
	step  int
	calm  bool // go from step to step at once
	ended func()
}

// secondScreen is a place right of any first screen: a window asked to be there
// comes to stand on the second one, where there is one.
const secondScreen = 100

// present opens the presenter, or comes back to it.
func (e *editor) present() {
	if e.showing != nil {
		e.showing.win.RequestFocus()
		return
	}
	p := &presenter{win: e.app.NewWindow(say.Text("present.title")), board: canvas.New(canvas.Options{ReadOnly: true, OnUI: e.onUI}), doc: e.doc, calm: e.calm()}
	p.ended = func() {
		e.showing = nil
		e.focusMap()
	}
	p.win.SetPadded(false)
	p.win.SetContent(p.board)
	p.win.SetOnClosed(p.ended)
	p.win.Canvas().SetOnTypedKey(p.key)
	p.board.OnKey = p.key
	e.showing = p
	p.win.Show()
	p.goFullScreen(int(e.win.Canvas().Size().Width * e.win.Canvas().Scale()))
	p.setScene(e.scenery.now)
	p.board.Fit()
}

// goFullScreen moves the window off the first screen, which the main window is
// on, before it fills the screen it is on then: the wish alone may fill the first.
func (p *presenter) goFullScreen(width int) {
	if d, ok := p.win.(desktop.Window); ok {
		d.RequestPosition(width+secondScreen, secondScreen)
		d.RequestFullScreenSecondary()
		return
	}
	p.win.SetFullScreen(true)
}

func (p *presenter) setScene(s *scene.Scene) {
	if s == nil {
		return
	}
	p.scene = s
	p.board.SetScene(s)
}

// stop is one step of the presentation: nothing means the whole map.
type stop struct{ ref scene.Ref }

// stops lists the steps: the whole map, each stage, each moment that matters.
func stops(m *journey.Map) []stop {
	out := []stop{{}}
	for _, s := range m.StagesInOrder() {
		out = append(out, stop{scene.Ref{Kind: journey.KindStage, ID: s.ID}})
	}
	for _, t := range m.Journey() {
		if t.Matters {
			out = append(out, stop{scene.Ref{Kind: journey.KindTouchpoint, ID: t.ID}})
		}
	}
	return out
}

func (p *presenter) key(k *fyne.KeyEvent) {
	last := len(stops(p.doc.Map())) - 1
	switch k.Name {
	case fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.turn(min(p.step+1, last))
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyBackspace:
		p.turn(max(p.step-1, 0))
	case fyne.KeyHome:
		p.turn(0)
	case fyne.KeyEnd:
		p.turn(last)
	case fyne.KeyEscape, fyne.KeyF5:
		p.end()
	}
}

// turn shows a step.
func (p *presenter) turn(step int) {
	all := stops(p.doc.Map())
	p.step = min(max(step, 0), len(all)-1)
	p.board.Select()
	if ref := all[p.step].ref; ref.Kind == journey.KindTouchpoint {
		p.board.Select(ref) // the room sees which of the cards is meant
	}
	if r, ok := frame(p.scene, all[p.step]); ok {
		p.board.ShowRect(r, !p.calm)
		return
	}
	p.board.Fit()
}

// frame returns the part of the map a step shows; false means all of it.
func frame(s *scene.Scene, at stop) (scene.Rect, bool) {
	if s == nil || at.ref == (scene.Ref{}) {
		return scene.Rect{}, false
	}
	if at.ref.Kind == journey.KindStage {
		for _, st := range s.Stages {
			if st.Stage == at.ref.ID {
				top, bottom := extent(s)
				return scene.Rect{X: st.X - 12, Y: top, W: st.W + 24, H: bottom - top}, true
			}
		}
		return scene.Rect{}, false
	}
	var r scene.Rect
	for _, n := range s.Nodes {
		if n.Ref == at.ref && n.Role != scene.RoleCurve {
			r = r.Union(n.Bounds)
		}
	}
	return r.Inset(-36), r.W > 0
}

// extent returns where the stages begin and where the last of the lanes that
// tell the story ends, in points: what is below is for the desk, and would make
// the cards too small to be read across a room.
func extent(s *scene.Scene) (top, bottom float64) {
	for _, n := range s.Nodes {
		if n.Role == scene.RoleStage {
			top = n.Bounds.Y - 12
			break
		}
	}
	for _, b := range s.Bands {
		switch b.Type {
		case journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneGap:
			bottom = b.Rect.Bottom() + 8
		default:
		}
	}
	if bottom <= top {
		bottom = s.Size.Y
	}
	return top, bottom
}

// end closes the window.
func (p *presenter) end() { p.win.Close() }
