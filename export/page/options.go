package page

import (
	"touchline.app/canvas/scene"
	"touchline.app/export/report"
)

// Mode says how a map is brought onto sheets.
type Mode string

// The modes.
const (
	Single Mode = "single" // the whole map on one sheet
	Poster Mode = "poster" // the map as on a large paper, cut into tiles to be glued together
	Split  Mode = "split"  // readable on many sheets, cut between stages
)

// Modes lists the modes, the one to offer first before the others.
var Modes = []Mode{Single, Split, Poster}

// Orientation says how a paper lies.
type Orientation string

// The orientations.
const (
	Auto      Orientation = "auto" // as the map is larger, or on fewer sheets
	Portrait  Orientation = "portrait"
	Landscape Orientation = "landscape"
)

// Orientations lists the orientations.
var Orientations = []Orientation{Auto, Portrait, Landscape}

// Options say how a map is set. The zero value of all but Scene and Lang sets
// the whole map on one sheet as large as the map.
type Options struct {
	Scene       scene.Options // theme, fonts and words
	Lang        string        // language of the words, as in "en"
	Mode        Mode          // empty is Single
	Paper       Paper         // empty is Fit; of a poster: the paper it stands for. Split takes A4 for Fit
	Orientation Orientation   // of Paper; empty is Auto
	Tile        Paper         // of a poster: what it is printed on; empty is A4
	Scale       float64       // of a poster on Fit: points on paper for a point of the map; 0 is 1
	Overlap     float64       // of the tiles of a poster, mm; 0 is 10, below 0 none
	Margin      float64       // mm; 0 is 10, below 0 none
	NoFooter    bool          // without title, version, date and page at the foot; Fit never has them
	Logo        *scene.Picture
	Accent      scene.Color   // of the rule at the head of each sheet and of headings; without alpha: none
	Reports     []report.Kind // further sheets, in this order
	View        report.Kind   // this alone in place of the map; empty is the map
}

// defaults returns o with what was left empty filled in.
func (o Options) defaults() Options {
	if o.Mode == "" {
		o.Mode = Single
	}
	if o.Paper == "" {
		o.Paper = Fit
	}
	if o.Mode == Split && o.Paper == Fit {
		o.Paper = A4
	}
	if o.Orientation == "" {
		o.Orientation = Auto
	}
	if o.Tile == "" {
		o.Tile = A4
	}
	o.Margin = length(o.Margin)
	o.Overlap = length(o.Overlap)
	return o
}

// length returns a length of mm in points: 10 mm where it is 0, none below.
func length(mm float64) float64 {
	switch {
	case mm == 0:
		return 10 * millimetre
	case mm > 0:
		return mm * millimetre
	}
	return 0
}
