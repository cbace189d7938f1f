// Package tool turns what the hand does into commands: gestures as states.
//
// A [Machine] is in one state at a time (idle, pressing, draggingTouchpoints and
// so on, one file each). Events come in points of the scene; what is under way
// goes out as a [Preview] with the command that letting go would carry out, what is
// done as one edit.Command on release. Cancel (Escape, focus lost, window lost)
// ends any gesture without a trace. A gesture of the keyboard begins with PickUp
// and goes on with Key.
//
// The package also knows the places of a map that arrows walk to ([Stops]), its
// texts in order ([Texts]), and what is under a place ([SpotAt]).
//
//	m := tool.NewMachine(host)
//	m.Press(tool.Event{At: p, Scale: 1})
//	m.Move(tool.Event{At: q, Scale: 1})
//	m.Release(tool.Event{At: q, Scale: 1}) // host.Do has the command
//
// The package knows no toolkit.
package tool
