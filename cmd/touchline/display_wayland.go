//go:build cgo && !x11

package main

// wayland tells whether this build opens windows on Wayland itself.
const wayland = true
