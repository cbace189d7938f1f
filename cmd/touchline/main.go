// Command touchline draws customer-journey maps: it opens them in a window and
// makes, imports, exports and describes them on the command line.
//
// It holds flags and wiring alone, and is the only package that imports
// fyne.io/fyne/v2/app: built without cgo it has every command but the window.
package main

import (
	"crypto/rand"
	"os"
	"runtime/debug"
)

// version is that of FyneApp.toml; a test holds them together.
const version = "0.1.0"

func main() {
	if os.Getenv("GOGC") == "" && len(os.Args) > 1 && os.Args[1] == "export" {
		debug.SetGCPercent(200)       // a short life: memory is cheaper than sweeping it
		debug.SetMemoryLimit(1 << 30) // above 1 GB sweep as often as it takes
	}
	p := program{out: os.Stdout, err: os.Stderr, random: rand.Reader, trace: os.Getenv("TOUCHLINE_TRACE"), window: openWindow}
	os.Exit(p.run(os.Args[1:]))
}
