// Package journey is the model of a customer-journey map: what a map is made
// of, when it is valid, and what can be computed from it.
//
// A [Map] is a set of rows (stages, lanes, touchpoints and so on), each with an
// [ID]. Rows are plain values; the map changes only by Put and Delete, so that a
// change can be recorded, inverted and stored row by row (package edit does).
//
// The package knows no file, no screen and no toolkit.
package journey
