package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey/edit"
)

// Threshold is how far the hand moves before a press becomes a drag, in pixels
// of the screen.
const Threshold = 4.0

// Event is one act of the hand.
type Event struct {
	At    scene.Point // on the map, points
	Scale float64     // pixels of the screen a point
	Add   bool        // the key that adds to the selection is held
	Pan   bool        // the hand pans: space held or middle button
}

// Preview is what a gesture would do, for the eye. The zero value shows nothing.
type Preview struct {
	Card    scene.Ref  // the touchpoint that is carried; zero: none
	Ghost   scene.Rect // where its card hovers
	Mark    scene.Rect // where it would go; zero: nowhere
	Emotion scene.Ref  // the touchpoint whose emotion is dragged; zero: none
	Which   edit.Which
	Point   scene.Point // where the point of the curve is now
	Valence float64
}

// Host is what a machine works on.
type Host interface {
	// Scene returns the map as it is shown.
	Scene() *scene.Scene
	// Show shows a preview in place of the one before.
	Show(Preview)
	// Do carries a finished gesture out.
	Do(edit.Command)
	// Select selects a row, beside the others where add is set; the zero Ref
	// selects none.
	Select(ref scene.Ref, add bool)
	// Pan moves the view by a distance on the map, in points.
	Pan(d scene.Point)
}

// state is where a gesture stands. Each method returns the next state.
type state interface {
	press(m *Machine, e Event) state
	move(m *Machine, e Event) state
	release(m *Machine, e Event) state
	// cancel undoes what the state shows.
	cancel(m *Machine)
}

// Machine runs gestures. It is not safe for concurrent use.
type Machine struct {
	host Host
	now  state
}

// NewMachine returns a machine at rest.
func NewMachine(h Host) *Machine { return &Machine{host: h, now: idle{}} }

// Press begins a gesture.
func (m *Machine) Press(e Event) { m.now = m.now.press(m, e) }

// Move goes on with it.
func (m *Machine) Move(e Event) { m.now = m.now.move(m, e) }

// Release ends it and carries it out.
func (m *Machine) Release(e Event) { m.now = m.now.release(m, e) }

// Cancel ends it without a trace and reports whether there was one.
func (m *Machine) Cancel() bool {
	_, still := m.now.(idle)
	m.now.cancel(m)
	m.now = idle{}
	return !still
}

// Busy reports whether a gesture is under way.
func (m *Machine) Busy() bool { _, still := m.now.(idle); return !still }
