package app

import (
	"errors"
	"io/fs"

	"touchline.app/journey"
	"touchline.app/storage"
)

// What the writer tries, and what it says where that fails.

// troubled notes how the last attempt ended.
func (w *writer) troubled(err error) {
	w.trouble = err
	w.mu.Lock()
	w.failing = err != nil
	w.mu.Unlock()
}

// inVain is how often the file may be looked for in vain before that is said: a
// sync client puts another in its place in two steps.
const inVain = 2

// look takes over what another program did to the file.
func (w *writer) look(j job) bool {
	changed, err := w.file.Changed(w.ctx)
	var m *journey.Map
	if err == nil && changed {
		m, err = w.file.Reload(w.ctx)
	}
	if err == nil {
		w.drop(j)
		was := w.trouble
		w.missed = 0
		if w.troubled(nil); changed || was != nil {
			w.say(event{reloaded: m})
		}
		return true
	}
	if w.missed++; w.missed >= inVain {
		w.troubled(err)
		w.say(event{})
	}
	if w.isClosing() {
		w.drop(j)
	}
	return w.isClosing()
}

func (w *writer) write(j job) bool {
	err := w.file.Commit(w.ctx, j.commit.patch)
	if errors.Is(err, storage.ErrChanged) { // another file is in its place: take it over, then write
		if m, e := w.file.Reload(w.ctx); e == nil {
			w.say(event{reloaded: m})
			err = w.file.Commit(w.ctx, j.commit.patch)
		} else {
			err = e
		}
	}
	switch {
	case errors.Is(err, storage.ErrInvalid):
		w.saved = j.commit.seq
		w.drop(j)
		w.troubled(nil)
		m, _ := w.file.Reload(w.ctx) // the map without the patch
		w.say(event{refused: err})
		w.say(event{reloaded: m})
	case err != nil:
		if w.missed++; w.missed >= inVain || !errors.Is(err, fs.ErrNotExist) {
			w.troubled(err)
			w.say(event{})
		}
		return false
	default:
		w.saved = j.commit.seq
		w.drop(j)
		w.missed = 0
		w.troubled(nil)
		w.say(event{})
	}
	return true
}
