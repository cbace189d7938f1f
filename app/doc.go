// Package app is the window: menus, palette, inspector, status bar, dialogs and
// the presenter around the map's canvas.
//
// A [Document] is the open map without any toolkit: what is done to it is drawn
// at once, kept in the history and written by one goroutine in the order it was
// done. The window shows what the document says and asks it for changes.
//
// The package must not know how a map is stored, laid out or painted, and it
// never starts the toolkit's driver: cmd/touchline hands it a fyne.App.
package app
