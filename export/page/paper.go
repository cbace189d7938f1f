package page

import "touchline.app/canvas/scene"

// Paper is a size of paper by its name.
type Paper string

// The papers.
const (
	Fit     Paper = "fit" // as large as the map
	A4      Paper = "a4"
	A3      Paper = "a3"
	A2      Paper = "a2"
	A1      Paper = "a1"
	A0      Paper = "a0"
	Letter  Paper = "letter"
	Legal   Paper = "legal"
	Tabloid Paper = "tabloid" // 11 x 17 inches; lying it is called Ledger
)

// Papers lists the papers as they are offered.
var Papers = []Paper{Fit, A4, A3, A2, A1, A0, Letter, Legal, Tabloid}

// Tiles lists the papers a poster can be printed on.
var Tiles = []Paper{A4, A3, Letter, Legal, Tabloid}

const (
	millimetre = 72 / 25.4 // in points
	inch       = 72.0
	// MostSide is the longest side of a sheet in points: what every reader of
	// PDF can show (200 inches).
	MostSide = 14400.0
)

// Name returns what a person calls the paper: "A4", "Letter".
func (p Paper) Name() string {
	switch p {
	case Letter:
		return "Letter"
	case Legal:
		return "Legal"
	case Tabloid:
		return "Tabloid"
	case A4, A3, A2, A1, A0:
		return "A" + string(p[1:])
	default:
		return string(p)
	}
}

// Size returns width and height of the paper standing upright, in points, and
// whether it has a size of its own: Fit has none.
func (p Paper) Size() (scene.Point, bool) {
	switch p {
	case A4:
		return scene.Point{X: 210 * millimetre, Y: 297 * millimetre}, true
	case A3:
		return scene.Point{X: 297 * millimetre, Y: 420 * millimetre}, true
	case A2:
		return scene.Point{X: 420 * millimetre, Y: 594 * millimetre}, true
	case A1:
		return scene.Point{X: 594 * millimetre, Y: 841 * millimetre}, true
	case A0:
		return scene.Point{X: 841 * millimetre, Y: 1189 * millimetre}, true
	case Letter:
		return scene.Point{X: 8.5 * inch, Y: 11 * inch}, true
	case Legal:
		return scene.Point{X: 8.5 * inch, Y: 14 * inch}, true
	case Tabloid:
		return scene.Point{X: 11 * inch, Y: 17 * inch}, true
	default:
		return scene.Point{}, false
	}
}

// larger lists the papers to advise instead of one on which a map is too small,
// the smallest first.
func (p Paper) larger() []Paper {
	switch p {
	case Letter, Legal:
		return []Paper{Tabloid, A2, A1, A0}
	case Tabloid:
		return []Paper{A2, A1, A0}
	case A4:
		return []Paper{A3, A2, A1, A0}
	case A3:
		return []Paper{A2, A1, A0}
	case A2:
		return []Paper{A1, A0}
	case A1:
		return []Paper{A0}
	default:
		return nil
	}
}

// lying returns the ways a paper of a size may lie.
func (o Orientation) lying(size scene.Point) []scene.Point {
	across := scene.Point{X: size.Y, Y: size.X}
	switch o {
	case Portrait:
		return []scene.Point{size}
	case Landscape:
		return []scene.Point{across}
	default:
		return []scene.Point{across, size}
	}
}
