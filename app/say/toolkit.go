package say

import (
	"fyne.io/fyne/v2/lang"

	"touchline.app/resources"
)

// Toolkit teaches the toolkit's own dialogs and menus the languages it brings no
// texts in. It is called once, before the first window.
func Toolkit() error { return lang.AddTranslationsFS(resources.Toolkit, "toolkit") }
