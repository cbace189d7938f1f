package canvas

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// TypedRune implements fyne.Focusable: in an empty cell it begins a text. Else +
// and - zoom, 0 fits, 1 to 5 set the actual emotion of the selected touchpoints
// from angry to delighted; the rest goes to OnRune.
func (b *Board) TypedRune(r rune) {
	if b.keys.digit {
		b.keys.digit = false
		return
	}
	switch {
	case r == ' ' || b.machine.Carrying():
	case b.inEmptyCell() && begins(r) && b.TypeInto(b.cursor.at, string(r)):
	case r == '+' || r == '=':
		b.ZoomIn()
	case r == '-':
		b.ZoomOut()
	case r == '0':
		b.Fit()
	case r >= '1' && r <= '5':
		b.feel(edit.Actual, float64(r-'3'))
	case b.OnRune != nil:
		b.OnRune(r)
	}
}

// begins reports whether a text may begin with the character; signs zoom.
func begins(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsPunct(r) && r != '-'
}

func (b *Board) inEmptyCell() bool { return b.cursor.on && b.cursor.at.Empty() && !b.ReadOnly }

// feel sets an emotion of the selected touchpoints and reports whether there are any.
func (b *Board) feel(which edit.Which, valence float64) bool {
	ids := b.touchpoints()
	if len(ids) == 0 || b.ReadOnly {
		return false
	}
	host{b}.Do(edit.SetEmotions{IDs: ids, Which: which, Valence: valence})
	return true
}

// digit acts on the keys 1 to 5 by their place on the keyboard, for with Shift
// their characters differ from one layout to the next: the actual emotion, with
// Shift the expected one. It reports whether the key was used.
func (b *Board) digit(name fyne.KeyName) bool {
	if len(name) != 1 || name[0] < '1' || name[0] > '5' || b.inEmptyCell() || b.machine.Carrying() {
		return false
	}
	which := edit.Actual
	if b.Modifiers()&fyne.KeyModifierShift != 0 {
		which = edit.Expected
	}
	b.keys.digit = b.feel(which, float64(name[0])-'3') // its character follows
	return b.keys.digit
}

// TypedKey implements fyne.Focusable: Escape ends a gesture or the selection,
// arrows walk over the places of the map, Return edits, Delete removes.
func (b *Board) TypedKey(e *fyne.KeyEvent) {
	b.keys.digit = false
	if b.ReadOnly || !b.editKey(e.Name) {
		b.passKey(e)
	}
}

func (b *Board) passKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && b.Cancel() && !b.ReadOnly {
		return
	}
	if b.OnKey != nil {
		b.OnKey(e)
	}
}

// editKey acts on a key of the editor and reports whether it was used.
func (b *Board) editKey(name fyne.KeyName) bool {
	if b.carryKey(name) || b.digit(name) {
		return true
	}
	switch name {
	case fyne.KeyEscape:
		return b.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		return b.activate()
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		b.arrow(name)
	case desktop.KeyMenu:
		return b.menuHere()
	case fyne.KeyF10:
		return b.Modifiers()&fyne.KeyModifierShift != 0 && b.menuHere()
	case fyne.KeyHome, fyne.KeyEnd:
		b.rowEnd(name == fyne.KeyEnd)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if b.Map == nil || len(b.selection) == 0 {
			return false
		}
		b.Delete()
	default:
		return false
	}
	return true
}

// escape ends what is under way, or what OnEscape knows of, or else the selection.
func (b *Board) escape() bool {
	if b.Cancel() || b.OnEscape != nil && b.OnEscape() {
		return true
	}
	had := len(b.selection) > 0 || b.cursor.on
	b.cursor.on = false
	b.choose(scene.Ref{})
	return had
}

// activate edits the text under the cursor, or what was selected otherwise.
func (b *Board) activate() bool {
	if b.enter() {
		at := b.cursor.at
		if _, ok := tool.StatusAt(b.scene, at.Rect.Center()); ok {
			pos, _ := b.view.toBoard(at.Rect)
			return b.askStatus(at.Stage, pos.Add(fyne.CurrentApp().Driver().AbsolutePositionForObject(b)))
		}
		if at.Empty() && b.TypeInto(at, "") || !at.Empty() && b.Edit(at.Ref, tool.FieldIn(b.scene, at)) {
			return true
		}
	}
	if len(b.selection) == 0 || b.OnActivate == nil {
		return false
	}
	b.OnActivate(b.selection[0])
	return true
}

// askStatus asks for the customer status of a stage at a place of the window, and
// reports whether somebody is there to ask.
func (b *Board) askStatus(stage journey.ID, at fyne.Position) bool {
	if stage == "" || b.OnStatus == nil || b.ReadOnly {
		return false
	}
	was, on := b.cursor.at, b.cursor.on
	b.choose(scene.Ref{Kind: journey.KindStage, ID: stage})
	if on {
		b.moveTo(was, true)
		b.decorate()
	}
	b.OnStatus(stage, at)
	return true
}

// menuHere asks for the menu of what the cursor is on.
func (b *Board) menuHere() bool {
	if b.OnMenu == nil || !b.enter() {
		return false
	}
	at := b.cursor.at
	pos, _ := b.view.toBoard(scene.Rect{X: at.Rect.Center().X, Y: at.Rect.Center().Y})
	pos = pos.Add(fyne.CurrentApp().Driver().AbsolutePositionForObject(b))
	if at.Ref.Kind == journey.KindLane || at.Ref.Kind == journey.KindStage && at.Lane == "" {
		b.OnMenu(tool.SpotOf(at.Ref), pos)
		return true
	}
	b.OnMenu(tool.SpotAt(b.scene, at.Rect.Center()), pos)
	return true
}

func (b *Board) arrow(name fyne.KeyName) {
	if b.scene == nil {
		return
	}
	b.step(arrows[name], b.Modifiers()&fyne.KeyModifierShift != 0)
}

// current is the column of the first selected touchpoint.
func (b *Board) current() (int, bool) {
	if len(b.selection) == 0 || b.selection[0].Kind != journey.KindTouchpoint {
		return 0, false
	}
	for i, c := range b.scene.Columns {
		if c.Touchpoint == b.selection[0].ID {
			return i, true
		}
	}
	return 0, false
}

// carry moves the touchpoint of a column by one place, at the end of its stage
// into the next.
func (b *Board) carry(column int, forward bool) {
	ref := scene.Ref{Kind: journey.KindTouchpoint, ID: b.scene.Columns[column].Touchpoint}
	if !b.machine.PickUp(ref, b.selection) {
		return
	}
	k := tool.KeyLeft
	if forward != b.scene.RTL {
		k = tool.KeyRight
	}
	b.machine.Key(k)
	b.machine.Key(tool.KeyDrop)
}
