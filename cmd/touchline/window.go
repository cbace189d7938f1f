//go:build cgo

package main

import (
	"os"

	fyneapp "fyne.io/fyne/v2/app"

	"touchline.app/app"
)

// appID names the program to the system; settings are kept under it.
const appID = "app.touchline.Touchline"

// openWindow shows the window until it is closed.
func openWindow(o options) error {
	if err := hasDisplay(os.Getenv); err != nil {
		return err
	}
	return app.Run(fyneapp.NewWithID(appID), app.Options{Path: o.path, Trace: o.trace, Copy: copyPicture})
}
