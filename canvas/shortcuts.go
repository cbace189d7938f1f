package canvas

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// TypedShortcut implements fyne.Shortcutable: the clipboard, Control with an arrow
// moves the selected touchpoints, Alt with up or down their actual emotion by one
// step, with Shift the expected one, Alt and Shift with left or right what reaches
// over columns. The rest goes to the window.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	var err error
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		err = b.copyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		if err = b.copyTo(s.Clipboard); err == nil {
			b.Delete()
		}
	case *fyne.ShortcutPaste:
		err = b.Paste(s.Clipboard.Content())
	case *fyne.ShortcutSelectAll:
		b.SelectAll()
	case *desktop.CustomShortcut:
		if b.ReadOnly || !b.modified(s.KeyName, s.Modifier) {
			b.passShortcut(s)
		}
	default:
		b.passShortcut(s)
	}
	if err != nil && b.OnFailed != nil {
		b.OnFailed(err)
	}
}

func (b *Board) copyTo(c fyne.Clipboard) error {
	text, err := b.Copy()
	if err == nil && text != "" {
		c.SetContent(text)
	}
	return err
}

// passShortcut gives a shortcut the board has no use for to the window.
func (b *Board) passShortcut(s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(b).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// modified acts on a key held with Control or Alt and reports whether it was used.
func (b *Board) modified(name fyne.KeyName, mods fyne.KeyModifier) bool {
	switch {
	case mods == fyne.KeyModifierControl && (name == fyne.KeyLeft || name == fyne.KeyRight):
		at, ok := b.current()
		if ok {
			b.carry(at, (name == fyne.KeyRight) != b.scene.RTL)
		}
		return ok
	case mods == fyne.KeyModifierAlt|fyne.KeyModifierShift && b.sizeKey(name):
		return true
	case mods&^fyne.KeyModifierShift == fyne.KeyModifierAlt && (name == fyne.KeyUp || name == fyne.KeyDown):
		which, by := edit.Actual, journey.ValenceStep
		if mods&fyne.KeyModifierShift != 0 {
			which = edit.Expected
		}
		if name == fyne.KeyDown {
			by = -by
		}
		return b.nudge(which, by)
	}
	return false
}

// sizeKey makes what is selected larger or smaller by an arrow: to where time goes,
// or for lanes downwards, it grows.
func (b *Board) sizeKey(name fyne.KeyName) bool {
	lane := len(b.selection) > 0 && b.selection[0].Kind == journey.KindLane
	switch {
	case lane && name == fyne.KeyDown, !lane && name == fyne.KeyRight && !b.scene.RTL, !lane && name == fyne.KeyLeft && b.scene.RTL:
		return b.Widen(1)
	case lane && name == fyne.KeyUp, !lane && (name == fyne.KeyLeft || name == fyne.KeyRight):
		return b.Widen(-1)
	}
	return false
}

// nudge moves an emotion of the selected touchpoints; what is done to the same
// selection is one step.
func (b *Board) nudge(which edit.Which, by float64) bool {
	ids := b.touchpoints()
	if len(ids) == 0 {
		return false
	}
	host{b}.Do(edit.ShiftEmotions{IDs: ids, Which: which, By: by, Gesture: fmt.Sprintf("nudge %d %d", which, b.picks)})
	return true
}
