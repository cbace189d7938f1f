package canvas

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// altStep is how often it is looked whether Alt was let go.
const altStep = 4 * time.Millisecond

// shutMenu keeps the toolkit from opening the menu when Alt, which was held in a
// gesture of the hand, is let go: it takes any press and release of Alt for asking
// for the menu, and cannot be told otherwise.
func (b *Board) shutMenu() {
	if b.keys.alt {
		return
	}
	b.keys.alt = true
	b.afterAlt()
}

func (b *Board) afterAlt() {
	b.After(altStep, func() {
		if b.Modifiers()&fyne.KeyModifierAlt != 0 {
			b.afterAlt()
			return
		}
		b.keys.alt = false
		c := fyne.CurrentApp().Driver().CanvasForObject(b)
		if bar, ok := c.(interface{ DismissMenu() bool }); ok && bar.DismissMenu() {
			c.Focus(b)
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
