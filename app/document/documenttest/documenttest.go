// Package documenttest has what tests of documents and of the window share: the
// goroutine of the interface, a clock that is turned, and maps in files.
package documenttest

import (
	"context"
	"errors"
	"testing"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/sample"
	"touchline.app/storage"
)

// alarm is a timer of a clock that the test turns.
type alarm struct {
	at   time.Duration
	ring func()
	off  bool
}

// Stop implements stopper.
func (a *alarm) Stop() bool {
	was := !a.off
	a.off = true
	return was
}

// Clock is a clock that stands still until it is turned.
type Clock struct {
	Now    time.Duration
	alarms []*alarm
}

// After rings when the clock was turned by d.
func (c *Clock) After(d time.Duration, f func()) interface{ Stop() bool } {
	a := &alarm{at: c.Now + d, ring: f}
	c.alarms = append(c.alarms, a)
	return a
}

// Turn lets time pass.
func (c *Clock) Turn(d time.Duration) {
	c.Now += d
	for _, a := range c.alarms {
		if !a.off && a.at <= c.Now {
			a.off = true
			a.ring()
		}
	}
}

// Elsewhere commits a change of another program.
func Elsewhere(t *testing.T, path string, change func(*journey.Map) edit.Command) {
	t.Helper()
	f, m, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := change(m).Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Commit(context.Background(), p), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// Loop is the goroutine of the interface: the test runs what is queued.
type Loop struct {
	T     *testing.T
	queue chan func()
}

// NewLoop returns a queue nobody runs but Until.
func NewLoop(t *testing.T) *Loop { return &Loop{t, make(chan func(), 1000)} }

// Do queues f.
func (l *Loop) Do(f func()) { l.queue <- f }

// Until runs the queue until the condition holds.
func (l *Loop) Until(what string, ok func() bool) {
	l.T.Helper()
	deadline := time.After(10 * time.Second)
	for !ok() {
		select {
		case f := <-l.queue:
			f()
		case <-deadline:
			l.T.Fatalf("never came: %s", what)
		}
	}
}

// counter is a source of bytes that are the same in every run.
type counter struct{ n uint64 }

func (c *counter) Read(b []byte) (int, error) {
	c.n++
	for i := range b {
		b[i] = byte(c.n >> (8 * (i % 8)))
	}
	return len(b), nil
}

// Flight returns the flight map, with the same ids in every run.
func Flight(t *testing.T) (*journey.Map, *journey.IDs) {
	t.Helper()
	ids := journey.NewIDs(&counter{})
	m, err := sample.Named("flight", ids)
	if err != nil {
		t.Fatal(err)
	}
	return m, ids
}

// Stored reads the map in a file.
func Stored(t *testing.T, path string) *journey.Map {
	t.Helper()
	f, m, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return m
}

// Rename gives the touchpoint of an index of the journey another title.
func Rename(m *journey.Map, i int, title, gesture string) edit.Put {
	tp := m.Journey()[i]
	tp.Title = title
	return edit.Put{Rows: []journey.Row{tp}, Gesture: gesture}
}
