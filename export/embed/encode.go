package embed

import (
	"errors"

	"touchline.app/export/json"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// ErrChanged says that a map was found whose content is not what was put in.
var ErrChanged = phrase.New("the map in it was damaged or changed after it was written; open the original instead")

// Encode returns the map as every export carries it. It fails for a map that is
// not whole or too large to travel; the error says which.
func Encode(m *journey.Map) ([]byte, error) { return json.Compact(m) }

// Decode returns the map Encode made data from. Content that does not fit the
// digest in it, or has none, is refused with an ErrChanged.
func Decode(data []byte) (*journey.Map, error) {
	m, err := json.Verified("map", data)
	switch {
	case errors.Is(err, json.ErrNewer):
		return nil, json.ErrNewer
	case err != nil:
		return nil, phrase.Errorf("%w (%w)", ErrChanged, err)
	}
	return m, nil
}
