// Package document has the open map without any toolkit: what is done to it is drawn
// at once, kept in the history and written by one goroutine in the order it was done.
// What other programs do to the file comes back the same way.
//
// The package must not know windows or widgets. Whoever opens a [Document] lends it
// the goroutine of the interface.
package document
