package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// advance tells on the error output how far a table is read: of a long one, and
// where a person looks on. What is done is called at the end, to clear the line.
func (p *program) advance(name string) (tell func(done, total int64), done func()) {
	if !onTerminal(p.err) {
		return nil, func() {}
	}
	said := -1
	tell = func(done, total int64) {
		if total <= 0 || done >= total {
			return
		}
		if part := int(done * 100 / total); part > said {
			said = part
			const width = 30
			full := part * width / 100
			fmt.Fprintf(p.err, "\r%s [%s%s] %d %%", middle(name), strings.Repeat("#", full), strings.Repeat(" ", width-full), part)
		}
	}
	return tell, func() {
		if said >= 0 {
			fmt.Fprint(p.err, "\r\x1b[K")
		}
	}
}

// onTerminal reports whether a person sees what is written: it goes to a terminal.
func onTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
