package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/additions"
	"touchline.app/app/kit"
	"touchline.app/app/plane"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// What the edit and insert menus do.

func canUndo(e *editor) bool {
	if e.doc == nil {
		return false
	}
	_, ok := e.doc.NextUndo()
	return ok
}

func canRedo(e *editor) bool {
	if e.doc == nil {
		return false
	}
	_, ok := e.doc.NextRedo()
	return ok
}

// undo takes back typing in the focused field first, then a step of the map:
// the menu's shortcut comes before the field's own.
func (e *editor) undo() { e.back((*widget.Entry).Undo, e.doc.NextUndo, e.doc.Undo) }

func (e *editor) redo() { e.back((*widget.Entry).Redo, e.doc.NextRedo, e.doc.Redo) }

func (e *editor) back(typing func(*widget.Entry), next func() (edit.Patch, bool), step func() error) {
	if f := e.typedIn(); f != nil {
		before := f.Text
		if typing(f); f.Text != before {
			return
		}
	}
	if _, ok := e.win.Canvas().Focused().(*plane.Entry); ok {
		e.focusMap() // what was typed in the cell is a step now
	}
	p, _ := next()
	gone := e.gone(p)
	if err := step(); err != nil {
		e.banner.Say("edit", say.Text("banner.step", "Reason", say.Error(err)), true)
		return
	}
	e.banner.Clear("notice") // it tells of a step that may be the one taken back
	e.welcome(gone)
}

// gone lists what the map shows of the rows of a step that are not in it now.
func (e *editor) gone(p edit.Patch) []scene.Ref {
	var out []scene.Ref
	for _, c := range p.Changes {
		r := ref(c.Row())
		_, has := e.doc.Map().Row(r.Kind, r.ID)
		if _, stands := standsAs[r.Kind]; stands && !has {
			out = append(out, r)
		}
	}
	return out
}

// welcome selects what has come back of rows that were gone.
func (e *editor) welcome(gone []scene.Ref) {
	var back []scene.Ref
	for _, r := range gone {
		if _, has := e.doc.Map().Row(r.Kind, r.ID); has {
			back = append(back, r)
		}
	}
	if len(back) > 0 {
		e.board.Select(back...)
		e.selected(back)
	}
}

// deleteSelection removes everything selected as one step.
func (e *editor) deleteSelection() {
	e.board.Delete()
	e.selectNone()
}

func (e *editor) selectAll() {
	e.toFocus(&fyne.ShortcutSelectAll{})
}

func (e *editor) selectNone() {
	e.board.Select()
	e.selected(nil)
}

// editFields puts the cursor into the first field of what is selected.
func (e *editor) editFields() {
	e.inspector.Object.Show()
	e.sides.Refresh()
	e.inspector.FocusFirst(e.win.Canvas())
}

// insert adds a piece of the palette where the selection or the view is.
func (e *editor) insert(p piece) {
	stage, after := e.where()
	e.add(p, stage, after)
	e.settle()
}

// add puts a piece into a stage, after or onto a touchpoint, and selects it.
func (e *editor) add(p piece, stage, touchpoint journey.ID) {
	id := e.doc.NewID()
	if p.quote && touchpoint != "" {
		e.quoteOf(touchpoint, p.title)
		return
	}
	if p.kind != journey.KindTouchpoint && stage == "" {
		e.notice(say.Text("notice.no_stage"))
		return
	}
	switch p.kind {
	case journey.KindPainPoint:
		e.do(additions.PainPointOf(e.doc, id, stage, touchpoint, say.OrElse(p.title, say.Text("new.pain"))))
	case journey.KindOpportunity:
		e.do(additions.OpportunityOf(e.doc, id, stage, touchpoint, say.OrElse(p.title, say.Text("new.chance"))))
	case journey.KindNote:
		e.do(additions.Note(e.doc, id, stage, say.OrElse(p.title, say.Text("new.note")), journey.LaneThoughts, journey.LaneText))
	default:
		if p == (piece{kind: journey.KindTouchpoint}) && e.typeNew(stage, touchpoint) {
			return
		}
		t, _ := e.doc.Map().Touchpoints.Get(touchpoint)
		channel, before := p.channelIn(e.doc)
		e.do(after(before, p.title, additions.Touchpoint(e.doc, id, stage, t.Lane, touchpoint, p.title, channel)))
	}
	if _, ok := e.doc.Map().Row(p.kind, id); ok {
		e.pick(scene.Ref{Kind: p.kind, ID: id})
		e.reveal(id)
		if p.title == "" {
			e.write(scene.Ref{Kind: p.kind, ID: id})
		}
	}
}

// typeNew begins a touchpoint of a stage behind another one by typing its title, as in
// an empty cell, and reports whether there is a place for it.
func (e *editor) typeNew(stage, after journey.ID) bool {
	m := e.doc.Map()
	at := tool.Stop{Stage: stage, Index: len(m.InStage(stage))}
	for i, t := range m.InStage(stage) {
		if t.ID == after {
			at.Lane, at.Index = t.Lane, i+1
		}
	}
	if lane, ok := m.FirstLane(journey.LaneTouchpoints); ok && at.Lane == "" {
		at.Lane = lane.ID
	}
	if !m.Stages.Has(stage) || at.Lane == "" {
		return false
	}
	e.focusMap()
	return e.board.TypeInto(at, "")
}

func (e *editor) insertTouchpoint()  { e.insert(piece{kind: journey.KindTouchpoint}) }
func (e *editor) insertPainPoint()   { e.insert(piece{kind: journey.KindPainPoint}) }
func (e *editor) insertOpportunity() { e.insert(piece{kind: journey.KindOpportunity}) }
func (e *editor) insertNote()        { e.insert(piece{kind: journey.KindNote}) }

func (e *editor) insertStage() {
	id := e.doc.NewID()
	after, _ := e.where()
	e.do(additions.Stage(e.doc, id, after))
	e.pick(scene.Ref{Kind: journey.KindStage, ID: id})
	e.reveal(id)
	e.write(scene.Ref{Kind: journey.KindStage, ID: id})
}

// laneChoices lists the types of lane to be added.
func laneChoices(e *editor) []choice {
	if e.doc == nil {
		return nil
	}
	var cs []choice
	for _, t := range journey.LaneTypes {
		cs = append(cs, choice{say.Word("lane", t), func(e *editor) { e.insertLane(t) }})
	}
	return cs
}

// insertLane adds a lane under the selected one, or as the last.
func (e *editor) insertLane(t journey.LaneType) {
	id := e.doc.NewID()
	index := e.doc.Map().Lanes.Len()
	for i, l := range e.doc.Map().LanesInOrder() {
		for _, r := range e.selection() {
			if r.ID == l.ID {
				index = i + 1
			}
		}
	}
	e.do(edit.AddLane{Lane: journey.Lane{ID: id, Type: t, Name: say.Word("lane", t)}, Index: index})
	e.pick(scene.Ref{Kind: journey.KindLane, ID: id})
	e.reveal(id)
	e.write(scene.Ref{Kind: journey.KindLane, ID: id})
}

// duplicate adds a copy of everything selected beside it.
func (e *editor) duplicate() {
	if err := e.board.Duplicate(); err != nil {
		e.failed(err)
	}
}

// typedIn returns the field that is typed in, nil where there is none.
func (e *editor) typedIn() *widget.Entry {
	switch f := e.win.Canvas().Focused().(type) {
	case *kit.Field:
		if !f.Several { // what it was before is no text: the step of the map is
			return &f.Entry
		}
	case *findEntry:
		return &f.Entry
	case *plane.Entry:
		return &f.Entry
	}
	return nil
}
