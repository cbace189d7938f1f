// Package plane has what the window draws as the map is drawn: by its fonts, in its
// colours, from the right where the map runs from the right. A [Plane] is one picture
// however much is on it, a [Brush] draws on it, and a [Sheet] is a table with a cursor.
//
// The package must not know what the cells mean, nor of the window around them.
package plane
