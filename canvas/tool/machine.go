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
	At       scene.Point // on the map, points
	Scale    float64     // pixels of the screen a point
	Add      bool        // the key that adds to the selection is held
	Pan      bool        // the hand pans: space held or middle button
	Both     bool        // the key that moves both curves is held
	Selected []scene.Ref // what is selected at the time
}

// Preview is what a gesture would do, for the eye. The zero value shows nothing.
type Preview struct {
	Card    scene.Ref    // the row that is carried under the hand; zero: none
	Count   int          // how many are carried, Card counted
	Ghost   scene.Rect   // where it hovers
	Mark    scene.Rect   // where it would go; zero: nowhere
	Line    bool         // Mark is an edge that is being dragged
	Trial   edit.Command // what letting go would do; nil: nothing
	Follow  bool         // the view follows the hand beyond its edge
	Marquee scene.Rect   // what is being drawn around; zero: nothing
	Feeling Feeling      // the emotion that is being dragged
}

// Feeling is an emotion under the hand, or both of a touchpoint.
type Feeling struct {
	Ref     scene.Ref // of the touchpoint; zero: none
	Which   edit.Which
	Point   scene.Point // where the point of the curve is now
	Valence float64
	Both    bool        // the other curve's point goes along
	Other   scene.Point // where it is
	Second  float64     // its valence
}

// Host is what a machine works on.
type Host interface {
	// Scene returns the map as it is, without what a preview tries.
	Scene() *scene.Scene
	// Show shows a preview in place of the one before.
	Show(Preview)
	// Do carries a finished gesture out.
	Do(edit.Command)
	// Select selects these rows and no others. With add one row is added to the
	// selection, or taken out where it is in; several are added.
	Select(refs []scene.Ref, add bool)
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

// Key is a key that goes on with a gesture of the keyboard.
type Key uint8

// The keys of a gesture.
const (
	KeyLeft Key = iota
	KeyRight
	KeyUp
	KeyDown
	KeyDrop
)

// keyed is a state that keys go on with.
type keyed interface{ key(m *Machine, k Key) state }

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

// Key goes on with a gesture of the keyboard, and reports whether there is one.
func (m *Machine) Key(k Key) bool {
	s, ok := m.now.(keyed)
	if ok {
		m.now = s.key(m, k)
	}
	return ok
}

// Cancel ends it without a trace and reports whether there was one.
func (m *Machine) Cancel() bool {
	_, still := m.now.(idle)
	m.now.cancel(m)
	m.now = idle{}
	return !still
}

// Busy reports whether a gesture is under way.
func (m *Machine) Busy() bool { _, still := m.now.(idle); return !still }

// Carrying reports whether a gesture of the keyboard is under way.
func (m *Machine) Carrying() bool { _, ok := m.now.(keyed); return ok }

// done carries a gesture out and then takes its preview away, so that the map
// does not jump back between the two.
func (m *Machine) done(c edit.Command) state {
	if c != nil {
		m.host.Do(c)
	}
	m.host.Show(Preview{})
	return idle{}
}
