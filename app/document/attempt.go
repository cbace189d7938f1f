package document

import (
	"context"
	"errors"
	"io/fs"

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

// inVain is how often the file may be looked for in vain before that is said, and
// something done about it: a sync client puts another in its place in two steps.
const inVain = 2

// recoverer is a store that finds its way back to work.
type recoverer interface {
	Recover(ctx context.Context) (storage.Recovery, error)
}

// catcher is one that can say what others changed instead of the whole map.
type catcher interface {
	CatchUp(ctx context.Context) (storage.Recovery, error)
}

// takeIn reads the file anew: another program wrote into it, put another in its
// place, moved it or took it away.
func (w *writer) takeIn() error {
	if c, ok := w.file.(catcher); ok {
		return w.recovered(c.CatchUp(w.ctx))
	}
	r, ok := w.file.(recoverer)
	if !ok {
		m, err := w.file.Reload(w.ctx)
		if err == nil {
			w.say(event{reloaded: m})
		}
		return err
	}
	return w.recovered(r.Recover(w.ctx))
}

// recovered tells what was read.
func (w *writer) recovered(got storage.Recovery, err error) error {
	if err != nil {
		return err
	}
	w.mu.Lock()
	w.where = w.file.Path()
	w.mu.Unlock()
	w.say(event{reloaded: got.Map, recovered: got})
	return nil
}

// early reports whether a file that is not there may only be on its way.
func (w *writer) early(err error) bool {
	if !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	w.missed++
	return w.missed < inVain
}

// look takes over what another program did to the file.
func (w *writer) look(j job) bool {
	changed, err := w.file.Changed(w.ctx)
	if err != nil && w.early(err) && !w.isClosing() {
		return false
	}
	if err != nil || changed {
		err = w.takeIn()
	}
	switch {
	case err == nil:
		w.drop(j)
		was := w.trouble
		w.missed = 0
		if w.troubled(nil); was != nil {
			w.say(event{})
		}
		return true
	case w.isClosing():
		w.drop(j)
		return true
	}
	w.troubled(err)
	w.say(event{})
	return false
}

// helpless reports whether looking at the file anew would change nothing about an
// error of writing to it.
func helpless(err error) bool {
	for _, kind := range []error{storage.ErrInvalid, storage.ErrFull, storage.ErrReadOnly, storage.ErrBusy, storage.ErrNewer, context.Canceled} {
		if errors.Is(err, kind) {
			return true
		}
	}
	return false
}

func (w *writer) write(j job) bool {
	err := w.file.Commit(w.ctx, j.commit.patch)
	if err != nil && w.early(err) && !w.isClosing() {
		return false
	}
	if err != nil && !helpless(err) {
		if err = w.takeIn(); err == nil {
			err = w.file.Commit(w.ctx, j.commit.patch)
		}
	}
	switch {
	case errors.Is(err, storage.ErrInvalid):
		w.saved = j.commit.seq
		w.drop(j)
		w.troubled(nil)
		m, _ := w.file.Reload(w.ctx) // the map without the patch
		w.say(event{refused: err, reloaded: m})
	case err != nil:
		w.troubled(err)
		w.say(event{})
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
