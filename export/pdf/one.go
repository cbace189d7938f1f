package pdf

import (
	"fmt"
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/export/page"
	"touchline.app/journey"
)

// Page is the paper.
type Page string

// The pages a scene can be put on. Fit makes a page as large as the scene, up
// to the 14,400 points (5 m) a PDF page may have; above that the scene is made
// smaller. On the others the scene is made as large as margins of 10 mm leave
// room for, upright or lying, whichever suits.
const (
	Fit Page = "fit"
	A4  Page = "a4"
	A3  Page = "a3"
	A2  Page = "a2"
	A1  Page = "a1"
	A0  Page = "a0"
)

const (
	margin = 10 / 25.4 * 72 // of a sheet, points
	mm     = 72.0 / 25.4    // points
)

// papers are the short and the long side in millimetres (ISO 216).
var papers = map[Page][2]float64{A4: {210, 297}, A3: {297, 420}, A2: {420, 594}, A1: {594, 841}, A0: {841, 1189}}

// One returns a document of one sheet that shows the whole scene of a map.
func One(m *journey.Map, s *scene.Scene, paper Page, lang string) (*page.Document, error) {
	if !(s.Size.X > 0 && s.Size.Y > 0 && s.Size.X < far && s.Size.Y < far) {
		return nil, fmt.Errorf("a scene of %g x %g points: %w", s.Size.X, s.Size.Y, ErrScene)
	}
	d := &page.Document{Map: m, Title: m.Head.Title, Subject: m.Head.Scenario, Lang: lang, Date: m.Head.Date}
	part := page.Part{Scene: s, Window: scene.Rect{W: s.Size.X, H: s.Size.Y}, Scale: min(1, maxSide/max(s.Size.X, s.Size.Y))}
	size := scene.Point{X: max(s.Size.X*part.Scale, minSide), Y: max(s.Size.Y*part.Scale, minSide)}
	if paper != Fit && paper != "" {
		sides, ok := papers[paper]
		if !ok {
			return nil, fmt.Errorf("%w: %q", ErrPage, string(paper))
		}
		w, h := sides[0]*mm, sides[1]*mm
		if fits(s.Size, h, w) > fits(s.Size, w, h) {
			w, h = h, w
		}
		size, part.Scale = scene.Point{X: w, Y: h}, fits(s.Size, w, h)
		part.At = scene.Point{X: (w - s.Size.X*part.Scale) / 2, Y: (h - s.Size.Y*part.Scale) / 2}
	}
	d.Sheets = []page.Sheet{{Size: size, Paper: s.Page, Parts: []page.Part{part}}}
	return d, nil
}

// fits returns the scale at which a scene fits within the margins of a sheet.
func fits(size scene.Point, w, h float64) float64 {
	return math.Min((w-2*margin)/size.X, (h-2*margin)/size.Y)
}
