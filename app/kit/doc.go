// Package kit has the widgets and layouts of the window: lines of text, buttons,
// fields, lists, plates and what puts them side by side. They set texts of both
// directions in order, mirror themselves where the interface runs from the right,
// and are reached and left by the keys.
//
// The package must not know of maps, documents or what a window is for: a widget
// shows what it is given and calls back. Of the model it knows the range of a valence.
package kit
