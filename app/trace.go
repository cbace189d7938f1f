package app

import (
	"encoding/json"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"touchline.app/app/document"
)

// trace writes a line of JSON for each change of state into a file, for tests
// that drive the real window and for reports of faults. A nil trace writes nothing.
type trace struct {
	mu    sync.Mutex
	path  string
	noted map[*editor]string // what was seen in each window last; the interface's own
	over  chan struct{}      // closed when nothing more is noted
}

func newTrace(path string) *trace {
	if path == "" {
		return nil
	}
	return &trace{path: path, noted: map[*editor]string{}, over: make(chan struct{})}
}

func (t *trace) line(v any) {
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	b, err := json.Marshal(v)
	if err != nil {
		return
	}
	f, err := os.OpenFile(t.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	defer func() { _ = f.Close() }() // a trace that cannot be written hinders nobody
	_, _ = f.Write(append(b, '\n'))
}

// state notes how far the file is behind the map.
func (t *trace) state(s document.Saving) {
	t.line(map[string]any{"state": [...]string{"saved", "saving", "failing"}[s]})
}

// lookEvery is how often the windows are looked at.
const lookEvery = 50 * time.Millisecond

// lookRest is how many times as long as a look took nobody looks again.
const lookRest = 4

// watch notes what is seen in the windows each time that changes, until end.
func (t *trace) watch(d *desk, onUI func(func())) {
	if t == nil {
		return
	}
	go func() {
		tick := time.NewTicker(lookEvery)
		defer tick.Stop()
		var busy atomic.Bool
		for {
			select {
			case <-t.over:
				return
			case <-tick.C:
				if !busy.CompareAndSwap(false, true) {
					continue
				}
				onUI(func() {
					began := time.Now()
					for _, e := range d.windows {
						t.look(e)
					}
					// a large map takes long to look at, and the window has more to do
					time.AfterFunc(lookRest*time.Since(began), func() { busy.Store(false) })
				})
			}
		}
	}()
}

// end ends the watch.
func (t *trace) end() {
	if t != nil {
		close(t.over)
	}
}

// look notes what is seen in a window where that is not what was noted last.
func (t *trace) look(e *editor) {
	v := viewOf(e)
	b, err := json.Marshal(v)
	if err != nil || string(b) == t.noted[e] {
		return
	}
	t.noted[e] = string(b)
	t.line(v)
}
