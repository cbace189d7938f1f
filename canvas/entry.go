package canvas

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// entry is the field a text of the map is edited in, over the text itself.
type entry struct {
	widget.Entry
	board  *Board
	look   *entryLook
	object fyne.CanvasObject // the entry in its own theme
}

// The edges of the entry in logical pixels, and the size of its smallest text.
const (
	entryPad    = 3
	entryBorder = 2
	entrySlack  = 1 // so that it does not break lines earlier than the map does
	entryText   = 11
)

func newEntry(b *Board, value string) *entry {
	e := &entry{board: b, look: &entryLook{board: b, size: 13}}
	e.ExtendBaseWidget(e)
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(1)
	e.SetText(value)
	e.object = container.NewThemeOverride(e, e.look)
	return e
}

// place lays the entry over a room of the map.
func (e *entry) place(b *Board, room scene.Rect, f scene.Font) {
	size := float32(max(math.Floor(f.Size*b.view.zoom), entryText))
	style := fyne.TextStyle{Bold: f.Style == text.Semibold || f.Style == text.Bold, Italic: f.Style == text.Italic}
	if size != e.look.size || style != e.TextStyle {
		e.look.size, e.look.lead = size, float32(f.Lead/f.Size-1.21)*size
		e.TextStyle = style
		e.object.Refresh()
	}
	pos, area := b.view.toBoard(room)
	lines := max(room.H/max(f.Lead, 1), 1)
	line := fyne.MeasureText("Ág", size, style).Height
	h := max(area.Height, float32(math.Round(lines))*line)
	w := max(area.Width+entrySlack, 4*size)
	e.object.Move(pos.SubtractXY(entryPad, entryPad))
	e.object.Resize(fyne.NewSize(w+2*entryPad, h+2*entryPad))
}

// toEnd puts the cursor behind the last character, once the lines are broken.
func (e *entry) toEnd() { e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown}) }

// AcceptsTab implements fyne.Tabbable: Tab goes to the next text of the map.
func (e *entry) AcceptsTab() bool { return true }

// TypedKey implements fyne.Focusable: Return keeps what was typed, with Shift it
// breaks the line; Escape takes it back.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	shift := e.board.Modifiers()&fyne.KeyModifierShift != 0
	switch {
	case e.board.editing == nil || e.board.editing.entry != e:
		e.Entry.TypedKey(k)
	case k.Name == fyne.KeyEscape:
		e.board.Revert()
	case k.Name == fyne.KeyTab && shift:
		e.board.tabKey(-1)
	case k.Name == fyne.KeyTab:
		e.board.tabKey(1)
	case (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && !shift:
		e.board.enterKey()
	default:
		e.Entry.TypedKey(k)
	}
}

// FocusLost implements fyne.Focusable: what was typed is kept.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	if e.board.editing != nil && e.board.editing.entry == e {
		e.board.Commit()
	}
}

// entryLook is the theme of the application with the type of the map.
type entryLook struct {
	board *Board
	size  float32 // of the text, logical pixels
	lead  float32 // between the lines
}

// Color implements fyne.Theme: the colours of the paper.
func (l *entryLook) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if l.board.scene != nil {
		t := l.board.scene.Theme
		switch n {
		case theme.ColorNameForeground:
			return rgba(t.Ink)
		case theme.ColorNameInputBackground:
			return rgba(t.Card)
		case theme.ColorNamePrimary, theme.ColorNameInputBorder:
			return rgba(t.Accent)
		case theme.ColorNameSelection:
			return rgba(t.Accent.Alpha(0.3))
		}
	}
	return fyne.CurrentApp().Settings().Theme().Color(n, v)
}

// Size implements fyne.Theme.
func (l *entryLook) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return l.size
	case theme.SizeNameInnerPadding:
		return entryPad
	case theme.SizeNameInputBorder:
		return entryBorder
	case theme.SizeNameInputRadius:
		return 4
	case theme.SizeNameLineSpacing:
		return max(l.lead, 0)
	}
	return fyne.CurrentApp().Settings().Theme().Size(n)
}

// Font implements fyne.Theme.
func (l *entryLook) Font(s fyne.TextStyle) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Font(s)
}

// Icon implements fyne.Theme.
func (l *entryLook) Icon(n fyne.ThemeIconName) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Icon(n)
}
