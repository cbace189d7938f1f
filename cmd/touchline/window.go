//go:build cgo

package main

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	fyneapp "fyne.io/fyne/v2/app"

	"touchline.app/app"
	"touchline.app/app/chooser"
)

// appID names the program to the system; settings are kept under it.
const appID = "app.touchline.Touchline"

// portalLimit is how long the desktop may take to show a dialog before ours is shown.
const portalLimit = 1500 * time.Millisecond

// openWindow shows the window until it is closed.
func openWindow(o options) error {
	if err := hasDisplay(os.Getenv); err != nil {
		return err
	}
	places := newPlaces() // before the toolkit
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGHUP) // the toolkit hears the others
	return app.Run(fyneapp.NewWithID(appID), app.Options{
		Path: o.path, Trace: o.trace, Copy: copyPicture, Places: places, Dialogs: &chooser.Portal{Limit: portalLimit}, Ended: ended,
	})
}
