package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// contextMenu opens the menu for what is under the pointer, which is selected.
func (e *editor) contextMenu(spot tool.Spot, at fyne.Position) {
	r := spot.Ref
	if r == (scene.Ref{}) || r.Kind == journey.KindHead {
		e.selectNone()
	} else if !e.isSelected(r) {
		e.pick(r)
	}
	menu := fyne.NewMenu("")
	for _, key := range menuKeys(spot.Part) {
		if key == "" {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			continue
		}
		it := fyne.NewMenuItem(say.Text(key), func() { e.perform(key) })
		it.Disabled = e.menus.items[key].Disabled
		it.ChildMenu = e.menus.items[key].ChildMenu
		menu.Items = append(menu.Items, it)
	}
	widget.ShowPopUpMenuAtPosition(menu, e.win.Canvas(), at)
}

func (e *editor) isSelected(r scene.Ref) bool {
	for _, s := range e.selection() {
		if s == r {
			return true
		}
	}
	return false
}

// dragOver shows where a piece of the palette would go, and the piece itself
// under the pointer.
func (e *editor) dragOver(abs fyne.Position, p piece, text string) {
	if e.ghost == nil {
		e.ghost = kit.NewPlate("inputBackground", "primary", 7, kit.Inset(8, 12, 8, 12, kit.NewInk(text, 13, fyne.TextStyle{}, "foreground")))
		e.ghost.Resize(e.ghost.MinSize())
		e.air.Add(e.ghost)
	}
	e.ghost.Move(abs.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(e.air)).AddXY(10, 6))
	onto := p.quote || p.kind != journey.KindTouchpoint && !e.fits(abs, p.kind)
	if !onto || !e.board.DragOnto(abs) {
		e.board.DragOver(abs, p.kind)
	}
}

// fits reports whether the map has a lane in sight for what is dragged.
func (e *editor) fits(abs fyne.Position, kind journey.Kind) bool {
	_, ok := e.board.Target(abs, kind)
	return ok
}

// dropAt adds the piece where it was let go, if it can go there.
func (e *editor) dropAt(abs fyne.Position, p piece) {
	t, ok := e.board.Target(abs, p.kind)
	on, onCard := e.board.TouchpointAt(abs)
	e.dragAway()
	if p.quote && onCard {
		e.quoteOf(on, p.title)
		return
	}
	if !ok {
		if row, there := e.doc.Map().Touchpoints.Get(on); there && onCard && p.kind != journey.KindTouchpoint {
			e.add(p, row.Stage, on) // its lane comes with it
		}
		return
	}
	id := e.doc.NewID()
	e.do(p.at(e.doc, id, t))
	if _, ok := e.doc.Map().Row(p.kind, id); ok {
		e.pick(scene.Ref{Kind: p.kind, ID: id})
		if p.title == "" {
			e.write(scene.Ref{Kind: p.kind, ID: id})
		}
	}
}

// at returns the command that adds the piece to a place of the map.
func (p piece) at(d *document.Document, id journey.ID, t tool.Target) edit.Command {
	switch p.kind {
	case journey.KindTouchpoint:
		channel, before := p.channelIn(d)
		return after(before, p.title, edit.AddTouchpoint{ID: id, Stage: t.Stage, Lane: t.Lane, Index: t.Index, Title: say.OrElse(p.title, say.Text("new.touchpoint")), Channel: channel})
	case journey.KindPainPoint:
		return edit.AddToCell{Row: journey.PainPoint{ID: id, Stage: t.Stage, Touchpoint: t.Touchpoint, Lane: t.Lane, Text: say.OrElse(p.title, say.Text("new.pain"))}}
	case journey.KindOpportunity:
		return edit.AddToCell{Row: journey.Opportunity{ID: id, Stage: t.Stage, Touchpoint: t.Touchpoint, Lane: t.Lane, Text: say.OrElse(p.title, say.Text("new.chance")), State: journey.Open}}
	default:
		return edit.AddToCell{Row: journey.Note{ID: id, Stage: t.Stage, Touchpoint: t.Touchpoint, Lane: t.Lane, Text: say.OrElse(p.title, say.Text("new.note"))}}
	}
}

// quoteOf lets a person type what the customer said at a touchpoint. What she is said
// to have said already is not written over.
func (e *editor) quoteOf(id journey.ID, text string) {
	t, ok := e.doc.Map().Touchpoints.Get(id)
	if !ok {
		return
	}
	r := scene.Ref{Kind: journey.KindTouchpoint, ID: id}
	fresh := t.Actual.Quote == ""
	if fresh {
		e.do(edit.SetText{Row: edit.Ref(r), Field: "Actual.Quote", Text: say.OrElse(text, say.Text("new.note"))})
	}
	e.pick(r)
	if text != "" && fresh {
		return
	}
	e.focusMap()
	if !e.board.Edit(r, "Actual.Quote") {
		e.editFields()
		return
	}
	if fresh {
		e.toFocus(&fyne.ShortcutSelectAll{})
	}
}

// dragAway takes away what a drag from the palette shows.
func (e *editor) dragAway() {
	if e.ghost != nil {
		e.air.Remove(e.ghost)
		e.ghost = nil
	}
	e.board.DragLeave()
}
