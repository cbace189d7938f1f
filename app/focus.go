package app

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// Looking at one stage: it fills the view and the rest of the map is dimmed.

func (f *filtering) stageName() string {
	s, ok := f.e.doc.Map().Stages.Get(f.stage)
	if !ok {
		return ""
	}
	return say.OrElse(s.Name, say.Text("unnamed"))
}

func (f *filtering) stages() []choice {
	cs := []choice{{say.Text("filter.any"), f.anyStage}}
	for _, s := range f.e.doc.Map().StagesInOrder() {
		cs = append(cs, choice{say.OrElse(s.Name, say.Text("unnamed")), func(*editor) { f.focus(s.ID) }})
	}
	return cs
}

// leastFocus is the least zoom at which a stage is looked at; of a tall map the
// lower lanes are then out of view.
const leastFocus = 0.5

// focus looks at a stage.
func (f *filtering) focus(stage journey.ID) {
	s := f.e.scenery.now
	if s == nil {
		return
	}
	if f.before == nil {
		r := f.e.board.Seen()
		f.before = &r
	}
	f.stage = stage
	f.apply()
	for _, st := range s.Stages {
		if st.Stage == stage {
			most := float64(f.e.board.Size().Height) / leastFocus
			f.e.board.ShowRect(scene.Rect{X: st.X, Y: s.Body.Y, W: st.W, H: min(s.Body.H, most)}, !f.e.calm())
		}
	}
}

// anyStage looks at all stages again.
func (f *filtering) anyStage(*editor) {
	f.stage = ""
	f.apply()
	f.goBack()
}

// goBack shows what was seen before a stage was looked at, when the bars are where
// they stay: what moves the map ends a move that is on its way.
func (f *filtering) goBack() {
	if f.before != nil {
		f.e.board.Return(*f.before, !f.e.calm())
		f.before = nil
	}
}

// focusStage looks at the stage of the selection, or the one in view.
func (e *editor) focusStage() {
	f := e.filtering
	if f.stage != "" {
		e.leaveStage()
		return
	}
	if s, ok := e.stageInView(); ok {
		f.focus(s.ID)
	}
	e.focusMap()
}

func (e *editor) focuses() bool { return e.doc != nil && e.filtering.stage != "" }

// onMap reports whether the map has the keys.
func (e *editor) onMap() bool {
	return e.board != nil && e.win.Canvas().Focused() == fyne.Focusable(e.board)
}

// leaveStage ends the look at one stage, and reports whether there was one.
func (e *editor) leaveStage() bool {
	f := e.filtering
	if f.stage == "" {
		return false
	}
	f.stage = ""
	f.apply()
	if !f.narrow() {
		e.views.bar(f.object, false)
	}
	f.goBack()
	return true
}
