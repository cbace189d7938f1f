package document

import (
	"context"
	"errors"
	"sync"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
	"touchline.app/storage"
)

// The pauses between attempts to write double from the first to the last.
const (
	firstPause = 250 * time.Millisecond
	lastPause  = 8 * time.Second
)

var errLeft = phrase.New("some changes are not written yet")

// event is what the writer says, in the order it happened.
type event struct {
	saved     uint64 // every patch up to this number is in the file
	failed    error  // the file cannot be written or found now; it will be tried again
	refused   error  // a patch can never be written and was dropped
	reloaded  *journey.Map
	recovered storage.Recovery // what had to be done to go on
	then      func()           // called after the document took the event in
}

// job is one thing to be done with the file: exactly one field is set.
type job struct {
	commit *numbered
	reload bool
	moving *moving
	asked  *asked
}

// asked is the wish to look into the store; see Document.Ask.
type asked struct {
	do func(context.Context, Store) func()
}

// moving is the wish to go on in another file.
type moving struct {
	path   string
	m      *journey.Map // the map with every patch up to upTo
	upTo   uint64
	copyTo copier
	done   func(error)
}

// writer owns the file. Its goroutine does one job after the other; a patch
// that cannot be written stays at the head of the queue and is tried again.
type writer struct {
	say func(event)

	mu      sync.Mutex
	file    Store
	where   string
	queue   []job
	closing bool
	wake    chan struct{} // holds one token
	done    chan struct{}
	failing bool // for who asks from elsewhere
	ctx     context.Context
	cancel  context.CancelFunc
	saved   uint64

	trouble error // why the last attempt failed; the goroutine's own
	missed  int   // how often in a row the file was not found or not read
}

func newWriter(f Store, say func(event)) *writer {
	w := &writer{file: f, where: f.Path(), wake: make(chan struct{}, 1), done: make(chan struct{})}
	w.ctx, w.cancel = context.WithCancel(context.Background())
	w.say = func(e event) {
		e.saved, e.failed = w.saved, w.trouble
		say(e)
	}
	go w.run()
	return w
}

func (w *writer) path() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.where
}

func (w *writer) add(j job) {
	w.mu.Lock()
	w.queue = append(w.queue, j)
	w.mu.Unlock()
	w.kick()
}

func (w *writer) commit(n numbered) { w.add(job{commit: &n}) }

// reload asks for one reading of the file; several wishes are one.
func (w *writer) reload() {
	w.mu.Lock()
	for _, j := range w.queue {
		if j.reload {
			w.mu.Unlock()
			w.kick() // it may be waiting for the file to come back
			return
		}
	}
	w.mu.Unlock()
	w.add(job{reload: true})
}

// moveTo goes before everything that waits: where the old place fails, the copy
// elsewhere is the way out.
func (w *writer) moveTo(c *moving) { w.first(job{moving: c}) }

// ask waits for what is to be written, but not for a disk that fails.
func (w *writer) ask(a *asked) {
	w.mu.Lock()
	failing := w.failing
	w.mu.Unlock()
	if failing {
		w.first(job{asked: a})
		return
	}
	w.add(job{asked: a})
}

func (w *writer) first(j job) {
	w.mu.Lock()
	w.queue = append([]job{j}, w.queue...)
	w.mu.Unlock()
	w.kick()
}

func (w *writer) kick() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

func (w *writer) run() {
	defer close(w.done)
	pause := firstPause
	for {
		j, ok := w.head()
		if !ok {
			if w.isClosing() {
				return
			}
			select {
			case <-w.wake:
			case <-w.ctx.Done():
				return
			}
			continue
		}
		if w.carryOut(j) {
			pause = firstPause
			continue
		}
		select {
		case <-w.wake:
		case <-time.After(pause):
		case <-w.ctx.Done():
			return
		}
		pause = min(2*pause, lastPause)
	}
}

func (w *writer) head() (job, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.queue) == 0 {
		return job{}, false
	}
	return w.queue[0], true
}

func (w *writer) isClosing() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.closing
}

// carryOut does a job and takes it off the queue, or reports false where it
// must be tried again.
func (w *writer) carryOut(j job) bool {
	switch {
	case j.commit != nil:
		return w.write(j)
	case j.reload:
		return w.look(j)
	case j.asked != nil:
		w.drop(j)
		w.say(event{then: j.asked.do(w.ctx, w.file)})
	case j.moving != nil:
		w.drop(j)
		err := w.move(j.moving)
		if err == nil {
			w.troubled(nil)
		}
		w.say(event{then: func() { j.moving.done(err) }})
	}
	return true
}

// move goes on in a new file. Where that was made of the map, the patches the
// map holds need not be written any more.
func (w *writer) move(c *moving) error {
	f, whole, err := c.copyTo(w.file, c.path, c.m)
	if err != nil {
		return err
	}
	_ = w.file.Close() // whatever it says, the map is safe in the new file
	w.mu.Lock()
	defer w.mu.Unlock()
	w.file, w.where = f, f.Path()
	if !whole {
		return nil
	}
	w.saved = max(w.saved, c.upTo)
	kept := w.queue[:0]
	for _, j := range w.queue {
		if j.commit == nil || j.commit.seq > c.upTo {
			kept = append(kept, j)
		}
	}
	w.queue = kept
	return nil
}

// drop takes a finished job off the queue. Another may have been put before it.
func (w *writer) drop(done job) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i, j := range w.queue {
		if j == done {
			w.queue = append(w.queue[:i:i], w.queue[i+1:]...)
			return
		}
	}
}

// close waits until the queue is empty or ctx ends, and closes the file.
func (w *writer) close(ctx context.Context) error {
	w.mu.Lock()
	w.closing = true
	w.mu.Unlock()
	w.kick()
	var left error
	select {
	case <-w.done:
	case <-ctx.Done():
		left = errLeft
		w.cancel()
		<-w.done
	}
	w.cancel()
	return errors.Join(left, w.file.Close())
}
