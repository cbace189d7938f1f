//go:build cgo && !(linux || freebsd || openbsd || netbsd)

package main

import "touchline.app/app"

// newPlaces knows of no places: windows open where the system puts them.
func newPlaces() app.Places { return nil }
