package page

import (
	"fmt"
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// MostSheets is the largest number of sheets of a document.
const MostSheets = 2000

// Set lays a map out and sets it on sheets. The same map and options give the
// same document; the map must not be changed while the document is in use. An
// error says which option cannot be, or that there would be too many sheets.
func Set(m *journey.Map, o Options) (*Document, error) {
	o = o.defaults()
	s := scene.Build(m, o.Scene)
	d := &Document{
		Map: m, Title: m.Head.Title, Subject: m.Head.Scenario, Lang: o.Lang, Date: m.Head.Date,
		Sheets: []Sheet{{Size: s.Size, Paper: s.Page, Parts: []Part{{Scene: s, Window: scene.Rect{W: s.Size.X, H: s.Size.Y}, Scale: 1}}}},
	}
	if k := MostSide / max(s.Size.X, s.Size.Y); k < 1 {
		return nil, fmt.Errorf("the map is %.0f times too large for one page", math.Ceil(1/k))
	}
	return d, nil
}
