// Package pdf writes a scene as a PDF file of one page: vector marks, and text
// that can be searched and copied in every script the fonts know.
//
//	err := pdf.Write(file, s, pdf.Options{Page: pdf.A3, Title: "Taking a flight", Lang: "en"})
//
// gofpdf writes the page and the content; it never sees a text. Shaped text is
// put into small fonts of its own, made of the shapes that occur (cluster.go,
// ttf.go), and what gofpdf cannot say is put right in its output (post.go). The
// same scene and options give the same bytes. The package knows nothing of maps
// and of file names.
package pdf

import (
	"errors"
	"fmt"
	"io"
	"math"
	"time"

	"touchline.app/canvas/scene"
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

// Pages lists all pages, the default first.
var Pages = []Page{Fit, A4, A3, A2, A1, A0}

// Options say what the page is and what the file says of itself. Nothing of it
// need be given.
type Options struct {
	Page    Page // empty is Fit
	Title   string
	Author  string
	Subject string
	Date    time.Time // when the map was last changed; zero leaves the date out
	Lang    string    // language of the texts, as in "en" or "pt-BR"
}

var (
	// ErrScene means that a scene cannot be drawn: it has no size, or a mark
	// that lies nowhere.
	ErrScene = errors.New("cannot be drawn")
	// ErrPage means that there is no page of the name.
	ErrPage = errors.New("unknown page")
)

// Write writes the scene to w. Nothing is written when it returns an error,
// unless the error is one of w.
func Write(w io.Writer, s *scene.Scene, o Options) error {
	b, err := document(s, o)
	if err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

// document returns the whole file. gofpdf panics where others return errors;
// here each panic becomes one.
func document(s *scene.Scene, o Options) (b []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			b, err = nil, fmt.Errorf("the page could not be written: %v", r)
		}
	}()
	place, err := placeOn(o.Page, s.Size)
	if err != nil {
		return nil, err
	}
	p := newPainter(s.Size.Y)
	for i := range s.Nodes {
		for k := range s.Nodes[i].Ops {
			s.Nodes[i].Ops[k].Paint(p)
		}
	}
	if p.err != nil {
		return nil, p.err
	}
	raw, err := assemble(p, place, s.Page)
	if err != nil {
		return nil, err
	}
	return finish(raw, p.fonts.toUnicode(), o)
}

// placement is a page and where the scene lies on it, in points.
type placement struct {
	w, h  float64 // of the page
	x, y  float64 // of the lower left corner of the scene, from that of the page
	scale float64
}

const (
	maxSide = 14400          // points; PDF 32000-1, annex C.2
	margin  = 10 / 25.4 * 72 // of a sheet, points
	minSide = 3              // points; the same annex
	far     = 10_000_000.0   // points from the origin that nothing lies beyond
	mm      = 72.0 / 25.4    // points
)

// sheets are the short and the long side in millimetres (ISO 216).
var sheets = map[Page][2]float64{A4: {210, 297}, A3: {297, 420}, A2: {420, 594}, A1: {594, 841}, A0: {841, 1189}}

// placeOn returns where a scene of the given size lies.
func placeOn(page Page, size scene.Point) (placement, error) {
	if !(size.X > 0 && size.Y > 0 && size.X < far && size.Y < far) {
		return placement{}, fmt.Errorf("a scene of %g x %g points: %w", size.X, size.Y, ErrScene)
	}
	if page == Fit || page == "" {
		k := min(1, maxSide/max(size.X, size.Y))
		return placement{w: max(size.X*k, minSide), h: max(size.Y*k, minSide), scale: k}, nil
	}
	sheet, ok := sheets[page]
	if !ok {
		return placement{}, fmt.Errorf("%w %q", ErrPage, string(page))
	}
	w, h := sheet[0]*mm, sheet[1]*mm
	if fits(size, h, w) > fits(size, w, h) {
		w, h = h, w
	}
	k := fits(size, w, h)
	return placement{w: w, h: h, x: (w - size.X*k) / 2, y: (h - size.Y*k) / 2, scale: k}, nil
}

// fits returns the scale at which a scene fits within the margins of a sheet.
func fits(size scene.Point, w, h float64) float64 {
	return math.Min((w-2*margin)/size.X, (h-2*margin)/size.Y)
}
