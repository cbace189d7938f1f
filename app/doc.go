// Package app is the window: menus, palette, inspector, status bar, dialogs and
// the presenter around the map's canvas.
//
// The window shows what a [document.Document] says and asks it for changes. What
// stands in the window is made of the widgets of kit and of planes.
//
// The package must not know how a map is stored, laid out or painted, and it
// never starts the toolkit's driver: cmd/touchline hands it a fyne.App.
package app
