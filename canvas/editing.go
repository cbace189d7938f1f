package canvas

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// editing is a text of the map under the keys. What is typed goes into the map
// with each key, all of it as one gesture.
type editing struct {
	ref     scene.Ref
	field   string
	before  string
	fresh   *tool.Stop // the empty cell it was begun in; nil where the row was there
	series  *tool.Stop // the cell its row was begun in with the text before
	gesture string
	begun   bool       // its row was seen on the map
	channel journey.ID // of the channel that is added where a new one is named
	entry   *entry
	room    scene.Rect // where the text stands, points
	font    scene.Font
}

// Editing reports whether a text is being edited on the map.
func (b *Board) Editing() bool { return b.editing != nil }

// Edit opens a text of a row where it stands: by the name of its field, or the
// first one where the name is empty. It reports whether there is such a text.
func (b *Board) Edit(ref scene.Ref, field string) bool {
	if b.ReadOnly || b.scene == nil || b.Map == nil {
		return false
	}
	b.Commit()
	t, ok := tool.TextOf(b.scene, ref, field)
	if !ok {
		return false
	}
	row, _ := b.Map().Row(ref.Kind, ref.ID)
	before, ok := edit.TextIn(b.Map(), row, t.Field.Name)
	if !ok {
		return false
	}
	e := &editing{ref: ref, field: t.Field.Name, before: before, room: t.Field.Rect, font: t.Field.Font}
	if e.field == "Channel" {
		if b.NewID == nil {
			return false
		}
		e.channel = b.NewID()
	}
	b.choose(ref)
	if at, ok := b.standing(ref, t.Field.Rect.Center()); ok {
		b.moveTo(at, true)
	}
	b.open(e, before)
	b.Reveal(t.Field.Rect)
	if edit.IsFigure(row, e.field) {
		e.entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	return true
}

// TypeInto types the first characters into an empty cell, which makes a new row, and
// reports whether something can be typed there.
func (b *Board) TypeInto(at tool.Stop, text string) bool {
	if b.ReadOnly || b.scene == nil || b.Map == nil || b.NewID == nil {
		return false
	}
	b.Commit()
	begun, ok := tool.Begin(b.scene, at, b.NewID(), text)
	if !ok {
		return false
	}
	b.choose(scene.Ref{})
	b.moveTo(at, true)
	e := &editing{ref: begun.Ref, field: begun.Field, fresh: &at, room: at.Rect.Inset(8), font: scene.Font{Size: 13, Lead: 17}}
	if begun.Field == "Goal" { // the stage has been there without it
		e.fresh = nil
	}
	b.open(e, text)
	b.write(begun.Command)
	b.placeEntry()
	return true
}

// open shows the entry.
func (b *Board) open(e *editing, text string) {
	b.typed++
	e.gesture = fmt.Sprintf("type %s %s %d", e.field, e.ref.ID, b.typed)
	e.begun = e.fresh == nil
	e.entry = newEntry(b, text)
	b.editing = e
	now := text
	e.entry.OnChanged = func(text string) {
		at := typedAt(now, text, e.entry.from)
		now = text
		if b.editing == e {
			b.write(e.command(text))
			e.entry.setCursor(at)
			e.entry.want = at
		}
	}
	b.layers.desktop(e.entry.object)
	b.placeEntry()
	b.tiles.dirty()
	e.entry.toEnd()
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(e.entry)
	}
}

// command sets the text.
func (e *editing) command(text string) edit.Command {
	if e.channel != "" {
		return edit.SetChannel{IDs: []journey.ID{e.ref.ID}, Name: text, New: e.channel}
	}
	return edit.SetText{Row: edit.Ref(e.ref), Field: e.field, Text: text}
}

// write carries a command out as part of what is typed.
func (b *Board) write(c edit.Command) {
	c = edit.Within{Gesture: b.editing.gesture, Command: c}
	switch {
	case b.OnType != nil:
		b.OnType(c)
	default:
		host{b}.Do(c)
	}
}

// Commit ends the editing of a text and keeps what was typed. A new row without
// a text is taken back.
func (b *Board) Commit() {
	e := b.editing
	if e == nil {
		return
	}
	if trimmed := strings.TrimSpace(e.entry.Text); e.channel == "" && trimmed != e.entry.Text && trimmed != "" {
		b.write(e.command(trimmed))
	}
	if e.fresh != nil && strings.TrimSpace(e.entry.Text) == "" {
		b.write(edit.RemoveRows{Rows: []edit.Ref{edit.Ref(e.ref)}})
	}
	b.close()
}

// Revert ends the editing of a text and takes back what was typed.
func (b *Board) Revert() {
	e := b.editing
	if e == nil {
		return
	}
	if e.fresh != nil {
		b.write(edit.RemoveRows{Rows: []edit.Ref{edit.Ref(e.ref)}})
	} else {
		b.write(e.command(e.before))
	}
	b.close()
}

// close takes the entry away and gives the keys back to the map, where the entry
// still had them.
func (b *Board) close() {
	e := b.editing
	if e == nil { // its row went away, and that has closed it
		return
	}
	b.editing = nil
	b.layers.desktop(nil)
	b.tiles.dirty()
	if b.OnTyped != nil {
		b.OnTyped()
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.Focused() == fyne.Focusable(e.entry) {
		c.Focus(b)
	}
	b.settleCursor(e)
}

// settleCursor leaves the cursor on what was edited.
func (b *Board) settleCursor(e *editing) {
	if at, ok := b.standing(e.ref, e.room.Center()); ok {
		b.moveTo(at, true)
		if !contains(b.selection, e.ref) {
			b.choose(e.ref)
			b.moveTo(at, true)
		}
	} else if e.fresh != nil {
		if at, ok := b.places().Find(*e.fresh); ok {
			b.moveTo(at, true)
		}
	}
	b.followCursor()
	b.decorate()
}

// enterKey commits; after a new touchpoint it begins the next one of the stage,
// after a new stage the next stage.
func (b *Board) enterKey() {
	e := b.editing
	series := e.series
	if e.fresh != nil && (e.ref.Kind == journey.KindTouchpoint || e.ref.Kind == journey.KindStage) {
		series = e.fresh
	}
	blank := strings.TrimSpace(e.entry.Text) == "" && e.fresh != nil
	b.Commit()
	if series != nil && !blank {
		next := *series
		next.Index++
		if n := b.nodeOf(e.ref); n != nil { // behind the one just typed
			next.Rect = n.Bounds
		}
		b.TypeInto(next, "")
	}
}

// tabKey commits and goes on with the next text of the map, or the one before.
func (b *Board) tabKey(by int) {
	e := b.editing
	series := e.series
	if e.fresh != nil {
		series = e.fresh
	}
	b.Commit()
	if t, ok := tool.NextText(b.scene, e.ref, e.field, by); ok && b.Edit(t.Ref, t.Field.Name) && t.Ref == e.ref {
		b.editing.series = series // Return after its channel goes on with the next touchpoint
	}
}

// syncEntry follows what something else did to the text under the keys: an undo,
// another program. Where its row is gone the editing ends.
func (b *Board) syncEntry() {
	e := b.editing
	if e == nil {
		return
	}
	row, ok := b.Map().Row(e.ref.Kind, e.ref.ID)
	if !ok {
		if e.begun {
			b.close()
		}
		return
	}
	e.begun = true
	now, _ := edit.TextIn(b.Map(), row, e.field)
	if p, err := e.command(e.entry.Text).Plan(b.Map()); e.channel == "" && (err != nil || !p.Empty()) {
		b.editing = nil // so that it is not taken for typing
		e.entry.SetText(now)
		b.editing = e
		e.entry.toEnd()
	}
}

// placeEntry brings the entry to where the text stands now.
func (b *Board) placeEntry() {
	e := b.editing
	if e == nil || b.view.w <= 0 {
		return
	}
	if t, ok := tool.TextOf(b.scene, e.ref, e.field); ok {
		e.room, e.font = t.Field.Rect, t.Field.Font
		if e.entry.Text == "" && e.entry.PlaceHolder != t.Field.Shown {
			e.entry.SetPlaceHolder(t.Field.Shown)
		}
	}
	e.entry.place(b, e.room, e.font)
}
