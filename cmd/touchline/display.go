//go:build cgo

package main

import (
	"errors"
	"fmt"
	"net"
	"runtime"
	"strings"
	"time"
)

var errNoDisplay = errors.New("there is no display to open a window on; the commands work without one, and touchline help names them")

// hasDisplay returns an error where a window cannot open, in place of the crash
// the toolkit would make of it. It reads the environment through getenv.
func hasDisplay(getenv func(string) string) error {
	switch runtime.GOOS {
	case "linux", "freebsd", "openbsd", "netbsd":
	default:
		return nil
	}
	name := getenv("DISPLAY")
	if name == "" {
		if wayland && getenv("WAYLAND_DISPLAY") != "" {
			return nil
		}
		return errNoDisplay
	}
	number, ok := strings.CutPrefix(name, ":")
	if !ok {
		return nil // on another machine: the toolkit will see
	}
	number, _, _ = strings.Cut(number, ".")
	for _, path := range []string{"/tmp/.X11-unix/X" + number, "@/tmp/.X11-unix/X" + number} {
		if c, err := net.DialTimeout("unix", path, time.Second); err == nil {
			return c.Close()
		}
	}
	return fmt.Errorf("the display %s does not answer; the commands work without one, and touchline help names them", name)
}
