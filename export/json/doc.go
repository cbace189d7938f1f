// Package json writes a whole map as JSON and reads it again: every row, every
// field, ids and order keys, fields that are empty left out.
//
//	err := json.Write(w, m)
//	m, warnings, err := json.Read("map.json", data)
//
// The same map gives the same bytes. A digest of the content stands in the
// document; Read refuses one whose content says something else. A person who
// edits the file takes the digest out, and may leave out ids and order keys.
//
// The format is published in docs/map.schema.json, which a test keeps true to
// the model. The package knows no file and no screen. What it reads counts as
// hostile: it is bounded in size, rows and depth, and no input panics.
package json

// What a document says it is.
const (
	Format  = "touchline-map"
	Version = 1
)

// The limits of a document.
const (
	MaxSize = 64 << 20 // bytes
	MaxRows = 200_000  // all tables together
	maxList = 500      // actors of a touchpoint, steps of a distribution
	depth   = 32       // of what is in a field nobody knows
)
