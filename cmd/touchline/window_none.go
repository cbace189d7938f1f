//go:build !cgo

package main

import "errors"

// openWindow says that this build has no window.
func openWindow(options) error {
	return errors.New("this build has no window; its commands work, and touchline help names them")
}
