package app

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The toolkit draws the shortcuts of a menu so faint that hardly anybody can read
// them, whatever the theme says. So the menu writes them itself, behind its texts, and
// the toolkit only hears them. Menus of the system, on macOS, do that well.

// heard is a shortcut that acts and is not drawn.
type heard struct{ name string }

// ShortcutName implements fyne.Shortcut.
func (h heard) ShortcutName() string { return h.name }

// ownMenus reports whether the toolkit draws the menus.
const ownMenus = runtime.GOOS != "darwin"

// unseen returns a shortcut as an item of a menu has it.
func unseen(s fyne.Shortcut) fyne.Shortcut {
	if s == nil || !ownMenus {
		return s
	}
	return heard{s.ShortcutName()}
}

// keyGap is the least room between the texts of a menu and its keys, in units.
const keyGap = 28

// withKeys returns the texts of a menu with their keys behind them, one under the
// other; an empty key is none.
func withKeys(texts, keys []string) []string {
	if !ownMenus {
		return texts
	}
	column := float32(0)
	for i, t := range texts {
		if keys[i] != "" {
			column = max(column, menuWidth(t)+keyGap)
		}
	}
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t
		if keys[i] != "" {
			out[i] += blanks(t, column-menuWidth(t)) + keys[i]
		}
	}
	return out
}

// menuWidth is how wide a text is in a menu, in units.
func menuWidth(s string) float32 {
	return fyne.MeasureText(s, theme.TextSize(), fyne.TextStyle{}).Width
}

// blanks returns white space that fills the width behind a text: spaces, and thin ones
// for the rest. They are as wide as they are behind that text: where its font is not
// that of the interface, they are drawn in its font too.
func blanks(text string, width float32) string {
	const many = 20
	behind := func(s string) float32 {
		return (menuWidth(text+strings.Repeat(s, many)) - menuWidth(text)) / many
	}
	space, thin := behind(" "), behind("\u200a")
	n := int(width / space)
	rest := width - float32(n)*space
	if thin <= 0 || thin >= space {
		thin = space
	}
	return strings.Repeat(" ", n) + strings.Repeat("\u200a", int(rest/thin+0.5))
}
