package journey

import "time"

// What was counted and what was judged beside the emotion that draws.

// Felt names one of the two emotions of a touchpoint.
type Felt string

// The emotions of a touchpoint.
const (
	FeltExpected Felt = "expected"
	FeltActual   Felt = "actual"
)

// Felts lists the emotions of a touchpoint.
var Felts = []Felt{FeltExpected, FeltActual}

// Reading is what another source says about an emotion of a touchpoint: last
// year's survey, the workshop. It is kept beside the one that draws; choosing it
// puts it in that one's place, and that one among the readings.
type Reading struct {
	ID         ID
	Touchpoint ID
	Order      string
	Felt       Felt    // empty counts as actual
	Valence    float64 // -2..+2
	Evidence   Evidence
}

// Promise ties the touchpoint that sets an expectation to the one that tests it.
type Promise struct {
	ID    ID
	Order string
	From  ID     // the touchpoint that sets the expectation
	To    ID     // the touchpoint that tests it
	Text  string // what was promised; optional
}

// Waiver says that a finding of the coverage check may stand, and why.
type Waiver struct {
	ID     ID
	Order  string
	Check  string // name of the check
	Row    ID     // what the finding is about, which may be gone meanwhile; empty: the map
	Reason string
}

// Passage says how many customers came by a touchpoint. The zero value says that
// nobody counted.
type Passage struct {
	Customers  int  // who came here at least once
	Finished   int  // of them, who went on to finish the journey
	Skipped    int  // who finished without coming here
	Repeated   int  // who finished and came here more than once
	OutOfOrder int  // who finished and first came here out of the order of the map
	Optimal    bool // most of those who finished came here
}

// Events says what the passages of a map were counted from.
type Events struct {
	Customers  int // customers in the file
	Finished   int // of them, who finished the journey
	AdHoc      int // customers who came to something the map does not show
	File       string
	FileDigest string    // SHA-256 of the file, in hexadecimal
	Date       time.Time // day of the last event
}
