package journey

import (
	"encoding/base32"
	"io"
)

// ID names a row of a map. It is unique within the map, never empty in a valid
// map, and keeps its value for as long as the row lives.
type ID string

var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// IDs makes new identifiers from a source of randomness.
type IDs struct{ source io.Reader }

// NewIDs returns a generator that draws ten random bytes for each identifier.
// Pass crypto/rand.Reader in the program and a fixed source in a test.
func NewIDs(source io.Reader) *IDs { return &IDs{source: source} }

// Next returns a new identifier of 16 lower-case characters. It panics when the
// source of randomness fails, for nothing useful can be done without one.
func (g *IDs) Next() ID {
	var b [10]byte
	if _, err := io.ReadFull(g.source, b[:]); err != nil {
		panic("journey: source of randomness: " + err.Error())
	}
	return ID(idEncoding.EncodeToString(b[:]))
}
