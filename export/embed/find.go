package embed

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/json"
	"io"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// Reasons why no map comes out of a file, as sentences for a person.
var (
	ErrNoMap = phrase.New("there is no map in it: it was exported without one, by another program, or something took the map out; " +
		"open the map itself, or an export that carries it")
	ErrEncrypted = phrase.New("it is encrypted; save it without a password and open it again")
	ErrKind      = phrase.New("it is no PDF, PNG or SVG")
	ErrTooLarge  = phrase.New("it is larger than 256 MB; an export of Touchline is not")
	ErrTooMuch   = phrase.New("there is too much in it to look for a map; open the map itself")
)

// The limits of a search.
const (
	MaxFile = 256 << 20 // bytes of a file
	MaxMap  = 64 << 20  // bytes of a map, inflated
	MaxMaps = 100       // of a file
	maxWork = 96 << 20  // what a search may cost, in bytes inflated
	decoded = 4         // what decoding costs, times inflating
	probe   = 64        // bytes of a stream that tell whether it is a map
	probeIn = 512       // compressed bytes these are taken from
	attempt = 4 << 10   // what a probe costs besides the bytes
)

// magic begins every carried map.
const magic = `{"format":"touchline-map"`

// Find returns the first map in a PDF, PNG or SVG. It says no path of the file:
// the caller does. The error is one of those above, an ErrChanged where every map
// in it was damaged, or json.ErrNewer.
func Find(data []byte) (*journey.Map, error) {
	s, err := find(data, 1)
	if err != nil {
		return nil, err
	}
	return s.maps[0], nil
}

// FindAll returns the maps in a PDF, PNG or SVG, at least one and at most
// MaxMaps, in the order they stand there: a PDF put together from several has
// several. One that stands there twice is given once. Damaged says how many more
// there are that cannot be read. Its errors are those of Find.
func FindAll(data []byte) (maps []*journey.Map, damaged int, err error) {
	s, err := find(data, MaxMaps)
	return s.maps, s.damaged, err
}

// Carries reports whether data looks like a file a map may be in: a PDF, PNG or SVG.
func Carries(data []byte) bool { return carrier(data) != nil }

// Holds returns nil where the first map in a file is what Encode gave, byte for
// byte. Whether those bytes can be read is for Decode to say; its other errors
// are those of Find.
func Holds(file, encoded []byte) error {
	s, err := findWith(file, 1, func([]byte) (*journey.Map, error) { return nil, nil })
	if err == nil && !s.seen[sha256.Sum256(encoded)] {
		err = ErrChanged
	}
	return err
}

// find looks through a file for as many maps; without an error there is one.
func find(data []byte, most int) (*search, error) { return findWith(data, most, Decode) }

// findWith reads what it finds with decode.
func findWith(data []byte, most int, decode func([]byte) (*journey.Map, error)) (*search, error) {
	s := &search{decode: decode, data: data, most: most, left: maxWork, seen: map[[sha256.Size]byte]bool{}}
	look := carrier(data)
	switch {
	case look == nil:
		return s, ErrKind
	case len(data) > MaxFile:
		return s, ErrTooLarge
	}
	look(s)
	switch {
	case len(s.maps) > 0:
		return s, nil
	case s.err != nil:
		return s, s.err
	case s.left < 0:
		return s, ErrTooMuch
	}
	return s, ErrNoMap
}

// carrier returns the way to search data, nil where there is none.
func carrier(data []byte) func(*search) {
	switch {
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return (*search).png
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return (*search).pdf
	case looksLikeSVG(data):
		return (*search).svg
	}
	return nil
}

// search is one look through one file.
type search struct {
	data   []byte
	most   int
	decode func([]byte) (*journey.Map, error)
	left   int // work that may still be done
	seen   map[[sha256.Size]byte]bool
	maps   []*journey.Map

	damaged int   // maps that could not be read
	err     error // why, of the first
}

// done reports whether there is no use in looking further.
func (s *search) done() bool { return len(s.maps) >= s.most || s.left < 0 }

// take keeps the map encoded in data.
func (s *search) take(data []byte) {
	sum := sha256.Sum256(data)
	if s.seen[sum] {
		return
	}
	s.seen[sum] = true
	s.left -= decoded * len(data)
	m, err := s.decode(data)
	if err != nil {
		s.fail(err)
		return
	}
	s.maps = append(s.maps, m)
}

func (s *search) fail(err error) {
	s.damaged++
	if s.err == nil {
		s.err = err
	}
}

// stream takes the map of a stream that begins with data, compressed by zlib or
// not, and ends nobody knows where. It reports whether there was one.
func (s *search) stream(data []byte) bool {
	if bytes.HasPrefix(data, []byte(magic)) {
		s.plain(data)
		return true
	}
	if !s.begins(data) {
		return false
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return false
	}
	most := min(MaxMap, max(s.left, 0))
	out, err := io.ReadAll(io.LimitReader(r, int64(most)+1))
	s.left -= len(out)
	switch {
	case len(out) > most:
		s.fail(ErrTooMuch)
	case err != nil:
		s.fail(ErrChanged)
	default:
		s.take(out)
	}
	return true
}

// worthwhile reports whether data may be what stream takes, at no cost.
func worthwhile(data []byte) bool {
	return bytes.HasPrefix(data, []byte(magic)) ||
		len(data) >= 2 && data[0]&15 == 8 && (int(data[0])<<8|int(data[1]))%31 == 0
}

// begins reports whether data is compressed and what comes out begins as a map.
func (s *search) begins(data []byte) bool {
	if !worthwhile(data) {
		return false
	}
	s.left -= attempt
	r, err := zlib.NewReader(bytes.NewReader(data[:min(len(data), probeIn)]))
	if err != nil {
		return false
	}
	var head [probe]byte
	n, _ := io.ReadFull(r, head[:]) // it ends early: what counts is what came out
	return bytes.HasPrefix(head[:n], []byte(magic))
}

// plain takes a map that is not compressed: one JSON value.
func (s *search) plain(data []byte) {
	r := bytes.NewReader(data[:min(len(data), MaxMap, max(s.left, 0))])
	before := r.Len()
	var value json.RawMessage
	err := json.NewDecoder(r).Decode(&value)
	s.left -= attempt + decoded*(before-r.Len())
	if err != nil {
		s.fail(ErrChanged)
		return
	}
	s.take(value)
}
