package canvas

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
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
	from   int               // where the cursor was before a key
	want   int               // where it belongs after a change, -1 without one
}

// The edges of the entry in logical pixels, and the size of its smallest text.
const (
	entryPad    = 3
	entryBorder = 2
	entrySlack  = 1 // so that it does not break lines earlier than the map does
	entryText   = 11
)

func newEntry(b *Board, value string) *entry {
	e := &entry{board: b, want: -1, look: &entryLook{board: b, size: 13}}
	e.ExtendBaseWidget(e)
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(1)
	e.SetText(value)
	e.object = container.NewThemeOverride(e, e.look)
	return e
}

// place lays the entry over a room of the map.
func (e *entry) place(b *Board, room scene.Rect, f scene.Font) {
	at := e.CursorTextOffset()
	size := float32(max(math.Floor(f.Size*b.view.zoom), entryText))
	style := fyne.TextStyle{Bold: f.Style == text.Semibold || f.Style == text.Bold, Italic: f.Style == text.Italic}
	if size != e.look.size || style != e.TextStyle {
		e.look.size, e.look.lead = size, float32(f.Lead/f.Size-1.21)*size
		e.TextStyle = style
		e.object.Refresh()
	}
	pos, area := b.view.toBoard(room)
	larger := max(size/float32(f.Size*b.view.zoom), 1) // than on the map, where that is too small to read
	lines := max(room.H/max(f.Lead, 1), 1)
	line := fyne.MeasureText("Ág", size, style).Height
	h := max(area.Height*larger, float32(math.Round(lines))*line)
	w := max(area.Width*larger+entrySlack, 4*size)
	if b.scene.RTL { // it begins at the right
		pos.X -= w - area.Width
	}
	pos.X = max(min(pos.X, float32(b.view.w)-w-entryPad), min(pos.X, 0))
	e.object.Move(pos.SubtractXY(entryPad, entryPad))
	if box := fyne.NewSize(w+2*entryPad, h+2*entryPad); box != e.object.Size() {
		e.object.Resize(box)
		e.setCursor(at)
		e.Refresh()
	}
}

// setCursor puts the cursor before a character. Fyne itself loses it where a space
// hangs over the end of a broken line.
func (e *entry) setCursor(at int) {
	row, begin := 0, 0
	for r := 1; ; r++ {
		e.CursorRow, e.CursorColumn = r, 0
		b := e.CursorTextOffset() // where the row begins; 0 behind the last
		if b <= begin || b > at {
			break
		}
		row, begin = r, b
	}
	e.CursorRow, e.CursorColumn = row, at-begin
}

// typedAt returns where the cursor is after a change at a place: as far from it as
// the text grew, if the texts before and after allow that.
func typedAt(before, after string, from int) int {
	a, b := []rune(before), []rune(after)
	cursor := from + len(b) - len(a)
	head, tail, most := 0, 0, min(len(a), len(b))
	for head < most && a[head] == b[head] {
		head++
	}
	for tail < most && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	lo := len(b) - tail
	return max(min(cursor, head+max(len(b)-len(a), 0)), lo)
}

// aim puts the cursor to where a click on the text of the map was, in points from
// where the text begins.
func (e *entry) aim(p scene.Point) {
	if e.SelectedText() != "" {
		return // all of it is to be typed anew
	}
	f := e.board.editing.font
	k := float64(e.look.size) / f.Size // logical pixels a point
	at := fyne.NewPos(float32(p.X*k)+entryPad, float32(p.Y*k)+entryPad)
	e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	e.Refresh()
}

// toEnd puts the cursor behind the last character, once the lines are broken.
func (e *entry) toEnd() {
	e.setCursor(len([]rune(e.Text)))
	e.Refresh()
}

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
		e.from = e.CursorTextOffset()
		if k.Name == fyne.KeyDelete {
			e.from++ // so that what goes lies before it, as for Backspace
		}
		e.Entry.TypedKey(k)
		e.settle()
	}
}

// TypedRune implements fyne.Focusable.
func (e *entry) TypedRune(r rune) {
	e.from = e.CursorTextOffset()
	e.Entry.TypedRune(r)
	e.settle()
}

// TypedShortcut implements fyne.Shortcutable: cut, paste, undo.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if p, ok := s.(*fyne.ShortcutPaste); ok && e.board.editing != nil && e.board.editing.entry == e && e.board.pasteSeries(p.Clipboard.Content()) {
		return
	}
	e.from = e.CursorTextOffset()
	e.Entry.TypedShortcut(s)
	e.settle()
}

// settle puts the cursor where it belongs after a change, when Fyne is done with it.
func (e *entry) settle() {
	at := e.want
	e.want = -1
	if at < 0 || at == e.CursorTextOffset() {
		return
	}
	e.setCursor(at)
	e.Refresh()
	e.setCursor(at) // a refresh may lose it again
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
