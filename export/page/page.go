// Package page sets a map on sheets of paper: which part of a scene shows where,
// at which scale, on how many sheets. Whatever writes or shows the sheets (PDF,
// the preview of the export dialog) takes a Document and decides nothing more.
//
// The package knows no file format and no toolkit.
package page

import (
	"time"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// Document is a map set on sheets.
type Document struct {
	Map      *journey.Map // what the sheets show, for tags, bookmarks and links
	Title    string
	Subject  string
	Lang     string    // language of the texts the program adds, as in "en"
	Date     time.Time // when the map was last changed; may be zero
	Sheets   []Sheet
	Warnings []phrase.Phrase // what a person should know before printing
}

// Sheet is one page. Lengths are in points, from its upper left corner.
type Sheet struct {
	Size  scene.Point
	Paper scene.Color // background
	Parts []Part      // in drawing order
}

// PartKind says what a part is to the reader.
type PartKind uint8

// The kinds of part.
const (
	Body      PartKind = iota // of the map: shown once on all sheets together, but for overlaps
	Repeat                    // of the map, shown again: stages and lane labels of a further sheet
	Furniture                 // footer, crop marks, assembly sketch
	Report                    // of a report
)

// Part is a window onto a scene. What of the scene lies outside is cut off.
type Part struct {
	Scene  *scene.Scene
	Window scene.Rect  // in the scene's coordinates
	At     scene.Point // of the window's upper left corner on the sheet
	Scale  float64     // points on the sheet for a point of the scene
	Kind   PartKind
}

// Rect returns where the part lies on the sheet.
func (p Part) Rect() scene.Rect {
	return scene.Rect{X: p.At.X, Y: p.At.Y, W: p.Window.W * p.Scale, H: p.Window.H * p.Scale}
}
