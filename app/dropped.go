package app

import (
	"slices"

	"fyne.io/fyne/v2"
)

// dropped opens the first file that was let go over the window.
func (e *editor) dropped(uris []fyne.URI) {
	i := slices.IndexFunc(uris, func(u fyne.URI) bool { return u.Scheme() == "file" })
	if i < 0 || e.asks() {
		return // a dialog is answered first
	}
	e.openPath(uris[i].Path())
}
