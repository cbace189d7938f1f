package document

import (
	"context"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// When typing is written to the file: after it rests, and while it goes on.
const (
	rest    = 300 * time.Millisecond
	longest = time.Second
)

// Store is the file a document lives in. Package storage has it.
type Store interface {
	Commit(ctx context.Context, p edit.Patch) error
	Changed(ctx context.Context) (bool, error)
	Reload(ctx context.Context) (*journey.Map, error)
	Path() string
	Close() error
}

// Saving says how far the file is behind the map.
type Saving uint8

// The states of saving.
const (
	Saved       Saving = iota // the last change is in the file
	SavingNow                 // a change is on its way
	SaveFailing               // a change could not be written; it is tried again
)

// Listener hears of a document's changes, on the goroutine of the interface.
type Listener struct {
	Changed func(edit.Patch)    // the map changed: draw it
	State   func(Saving, error) // the error says why a change could not be written
	Notice  func(string)        // something a person should know of, already in words
	Outside func(edit.Patch)    // another program changed the map, which shows it already

	Recovered func(storage.Recovery) // the file is another, or somewhere else
}

// Document is an open map: the map, its history and the file behind it. Its
// methods belong to the goroutine of the interface; writing does not.
type Document struct {
	// After runs a function on the interface's goroutine when a time has passed:
	// time.AfterFunc, unless somebody turns another clock.
	After func(time.Duration, func()) stopper

	m        *journey.Map
	history  edit.History
	writer   *writer
	ids      *journey.IDs
	onUI     func(func())
	listener Listener

	state   Saving
	held    edit.Patch // typed, drawn, not yet handed to the writer
	timer   stopper    // until typing rests
	latest  stopper    // until it is written though it does not
	locked  error      // why the map cannot be changed; nil: it can
	unacked []numbered // handed to the writer and not known to be in the file
	seq     uint64
	closed  bool
}

// stopper is what a timer offers.
type stopper = interface{ Stop() bool }

// numbered is a patch on its way to the file.
type numbered struct {
	seq   uint64
	patch edit.Patch
}

// New returns a document of the map m that lives in the file f. onUI
// runs a function on the goroutine of the interface, in the order of the calls.
func New(m *journey.Map, f Store, ids *journey.IDs, onUI func(func()), l Listener) *Document {
	d := &Document{m: m, ids: ids, onUI: onUI, listener: l}
	d.After = func(t time.Duration, f func()) stopper {
		return time.AfterFunc(t, func() { onUI(f) })
	}
	d.writer = newWriter(f, func(e event) { onUI(func() { d.heard(e) }) })
	return d
}

// recalls is a store that knows the steps of work before.
type recalls interface {
	History(ctx context.Context, limit int) (done, undone []edit.Patch, err error)
}

// MostRecalled is the number of patches undo goes back over a restart.
const MostRecalled = 1000

// Recall lets undo and redo go on where they were when the file was closed, and calls
// then. It is read beside the interface, for a long history takes a while, and before
// anything that is changed meanwhile is written. One that cannot be read is none: the
// map is whole without it.
func (d *Document) Recall(then func()) {
	d.Peek(func(ctx context.Context, f Store) func() {
		past, ok := f.(recalls)
		if !ok {
			return func() {}
		}
		done, undone, err := past.History(ctx, MostRecalled)
		for i := range done { // typing that begins anew is a step of its own
			done[i].Gesture = ""
		}
		return func() {
			if err == nil {
				d.history.Recall(done, undone)
				then()
			}
		}
	})
}

// Map returns the map as it is now. It is to be read, not changed.
func (d *Document) Map() *journey.Map { return d.m }

// NewID returns an identifier for a row to be added.
func (d *Document) NewID() journey.ID { return d.ids.Next() }

// NewIDs returns a source of n ids that another goroutine may take them from; none
// are left when it gives empty ones.
func (d *Document) NewIDs(n int) func() journey.ID {
	ids := make([]journey.ID, n)
	for i := range ids {
		ids[i] = d.ids.Next()
	}
	return func() journey.ID {
		if len(ids) == 0 {
			return ""
		}
		id := ids[0]
		ids = ids[1:]
		return id
	}
}

// Path returns where the file is.
func (d *Document) Path() string { return d.writer.path() }

// State returns how far the file is behind the map.
func (d *Document) State() Saving { return d.state }

// Do carries out a command and hands it to the writer. The error says why the
// command does not fit the map; the map is then unchanged.
func (d *Document) Do(cmd edit.Command) error {
	d.Flush()
	p, err := d.apply(cmd)
	if err != nil || p.Empty() {
		return err
	}
	d.send(p)
	return nil
}

// Type carries out a command of a gesture that goes on, such as typing. It is
// drawn at once and written after a rest or by EndGesture.
func (d *Document) Type(cmd edit.Command) error {
	p, err := d.apply(cmd)
	if err != nil || p.Empty() {
		return err
	}
	d.held = join(d.held, p)
	d.setState(SavingNow, nil)
	if d.timer != nil {
		d.timer.Stop()
	}
	d.timer = d.After(rest, d.Flush)
	if d.latest == nil {
		d.latest = d.After(longest, d.Flush)
	}
	return nil
}

// EndGesture ends what Type began: it is written now, and the next change is a
// step of its own.
func (d *Document) EndGesture() {
	d.Flush()
	d.history.EndGesture()
}

func (d *Document) apply(cmd edit.Command) (edit.Patch, error) {
	if d.locked != nil {
		return edit.Patch{}, d.locked
	}
	p, err := cmd.Plan(d.m)
	if err != nil || p.Empty() {
		return p, err
	}
	d.history.Do(d.m, p)
	d.tell(p)
	return p, nil
}

// Flush hands what was typed to the writer.
func (d *Document) Flush() {
	for _, t := range []*stopper{&d.timer, &d.latest} {
		if *t != nil {
			(*t).Stop()
			*t = nil
		}
	}
	if p := d.held; !p.Empty() {
		d.held = edit.Patch{}
		d.send(p)
		return
	}
	if len(d.unacked) == 0 && d.state == SavingNow {
		d.setState(Saved, nil)
	}
}

func (d *Document) send(p edit.Patch) {
	d.seq++
	d.unacked = append(d.unacked, numbered{d.seq, p})
	if d.state != SaveFailing {
		d.setState(SavingNow, nil)
	}
	d.writer.commit(numbered{d.seq, p})
}

// Undo takes the last step back. Where somebody else changed the same row the
// step is dropped and the error says which.
func (d *Document) Undo() error { return d.step(d.history.Undo) }

// Redo does the last undone step again; see Undo.
func (d *Document) Redo() error { return d.step(d.history.Redo) }

func (d *Document) step(f func(*journey.Map) (edit.Patch, error)) error {
	d.EndGesture()
	if d.locked != nil {
		return d.locked
	}
	p, err := f(d.m)
	if err != nil {
		d.tell(edit.Patch{})
		return err
	}
	if !p.Empty() {
		d.tell(p)
		d.send(p)
	}
	return nil
}

// NextUndo returns the step Undo would take back, and whether there is one.
func (d *Document) NextUndo() (edit.Patch, bool) { return d.history.NextUndo() }

// NextRedo returns the step Redo would do again, and whether there is one.
func (d *Document) NextRedo() (edit.Patch, bool) { return d.history.NextRedo() }

// Refresh looks whether another program changed the file and takes its changes over.
func (d *Document) Refresh() { d.writer.reload() }

// Retry tries at once to write what could not be written.
func (d *Document) Retry() { d.writer.kick() }

// Lock keeps the map from being changed in this window and says why; nil allows
// it again. What other programs do is shown all the same.
func (d *Document) Lock(why error) {
	d.EndGesture()
	d.locked = why
}

// Close writes what is left and closes the file. The error says that something
// could not be written before ctx ended; the file is closed nevertheless.
func (d *Document) Close(ctx context.Context) error {
	if d.closed {
		return nil
	}
	d.EndGesture()
	d.closed = true
	return d.writer.close(ctx)
}

// Mute ends what the listener hears of the map: nothing is shown any more.
func (d *Document) Mute() { d.listener = Listener{} }

func (d *Document) tell(p edit.Patch) {
	if d.listener.Changed != nil {
		d.listener.Changed(p)
	}
}

func (d *Document) setState(s Saving, err error) {
	d.state = s
	if d.listener.State != nil {
		d.listener.State(s, err)
	}
}
