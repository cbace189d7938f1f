package canvas

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// It is looked each altStep whether the menu has opened, until Alt was not held for
// altRest times: a display may say in between that it was let go and pressed again.
const (
	altStep = 4 * time.Millisecond
	altRest = 100
)

// shutMenu keeps the toolkit from opening the menu when Alt, which was held in a
// gesture of the hand, is let go: it takes any press and release of Alt for asking
// for the menu, and cannot be told otherwise.
func (b *Board) shutMenu() {
	watching := b.keys.alt > 0
	b.keys.alt = altRest
	if !watching {
		b.afterAlt()
	}
}

func (b *Board) afterAlt() {
	b.After(altStep, func() {
		b.keys.alt--
		if b.Modifiers()&fyne.KeyModifierAlt != 0 {
			b.keys.alt = altRest
		}
		c := fyne.CurrentApp().Driver().CanvasForObject(b)
		if bar, ok := c.(interface{ DismissMenu() bool }); ok && bar.DismissMenu() {
			c.Focus(b)
		}
		if b.keys.alt > 0 {
			b.afterAlt()
		}
	})
}

// altDown notes that Alt is pressed while the hand is at work.
func (b *Board) altDown(name fyne.KeyName) {
	if (name == desktop.KeyAltLeft || name == desktop.KeyAltRight) && b.machine.Busy() {
		b.shutMenu()
		b.machine.Move(b.eventWith(b.keys.last, b.Modifiers()|fyne.KeyModifierAlt))
	}
}
