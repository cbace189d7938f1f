// Package table turns the touchpoints of a map into rows of text, one a
// touchpoint with all its fields, and rows back into a map. The formats that are
// tables (csv, markdown) share it and add how a row is spelled.
//
// What such a table has no place for is listed by [Losses]. The package knows no
// file and no format.
package table

import "touchline.app/journey"

// record is a touchpoint with what belongs to it, references resolved to names.
type record struct {
	journey.Touchpoint
	stage, lane string
	channel     journey.Channel
	actors      []string

	pains         []journey.PainPoint
	opportunities []journey.Opportunity
	metrics       []journey.Metric
}

// Row is one row of a table that is read.
type Row struct {
	Line  int // of the file, from 1
	Stage string
	Cells []string // in the order of the header; may be fewer or more
}
