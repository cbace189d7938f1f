// Package pdf writes the sheets of a document as a PDF file: vector marks, and
// text that can be searched and copied in every script the fonts know.
//
//	err := pdf.Write(file, doc, pdf.Options{Attachment: &pdf.Attachment{Name: "map.json", MIME: "application/json", Data: data}})
//
// gofpdf writes the pages, fonts and pictures; it never sees a text. Shaped text
// is put into small fonts of its own, made of the shapes that occur (cluster.go,
// ttf.go). What gofpdf cannot say is put right in its output (finish.go): the map
// as a table for readers aloud (tree.go, table.go), layers, bookmarks, links,
// metadata, an attachment. Each node is read at one place, however many sheets
// show it (places.go). The same document and options give the same bytes. The
// package decides nothing about what lies where on which sheet, and knows
// nothing of file names.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"

	"touchline.app/canvas/scene"
	"touchline.app/export/page"
	"touchline.app/journey"
)

// Options say what the file carries beside the sheets, and who wants to know how
// far it is. Nothing of it need be given.
type Options struct {
	Attachment *Attachment
	Version    string                // of the program, named as the producer of the file
	Progress   func(done, total int) // called as the work goes on, on the caller's goroutine
	Context    context.Context       // ends the work early, with its error
}

// Attachment is a file within the file: the source the sheets were made from.
type Attachment struct {
	Name        string
	MIME        string // media type, as in "application/json"
	Description string
	Data        []byte
}

var (
	// ErrScene means that a scene cannot be drawn: a mark of it lies nowhere.
	ErrScene = errors.New("cannot be drawn")
	// ErrPage means that a document has no sheets, or one of a size no page may have.
	ErrPage = errors.New("not a page")
)

// Write writes the sheets to w. Nothing is written when it returns an error,
// unless the error is one of w.
func Write(w io.Writer, d *page.Document, o Options) error {
	b, err := document(d, o)
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
func document(d *page.Document, o Options) (b []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			b, err = nil, fmt.Errorf("the page could not be written: %v", r)
		}
	}()
	if err := sound(d); err != nil {
		return nil, err
	}
	if o.Context == nil {
		o.Context = context.Background()
	}
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	x := &writing{doc: d, o: o, painter: newPainter(), times: map[journey.ID]int{}}
	if x.doc.Map == nil {
		with := *d
		with.Map, x.doc = journey.New("", ""), &with
	}
	for i, t := range x.doc.Map.Journey() {
		x.times[t.ID] = i + 1
	}
	x.findPlaces()
	x.findLayers()
	for i := range d.Sheets {
		x.sheet(&d.Sheets[i])
		if err := errors.Join(x.painter.err, o.Context.Err()); err != nil {
			return nil, err
		}
	}
	raw, err := x.assemble()
	if err != nil {
		return nil, err
	}
	b, err = x.finish(raw)
	x.progress(x.steps)
	return b, errors.Join(err, o.Context.Err())
}

// progress reports that so much more is done.
func (x *writing) progress(more int) {
	x.done = min(x.done+more, x.steps)
	x.o.Progress(x.done, x.steps)
}

// writing is a file being made.
type writing struct {
	doc     *page.Document
	o       Options
	painter *painter
	sheets  []content // as far as they are written
	steps   int       // of the work: a node is one, what comes after them as much as half of all
	done    int

	byScene map[*scene.Scene]*shown
	scenes  []*shown            // in the order of the sheets, those of furniture left out
	visible [][][]int           // nodes of each part of each sheet
	lanes   map[journey.ID]bool // that are shown
	layers  []layer
	layerOf map[journey.ID]int
	linked  map[ref][]int      // links that begin at a node
	times   map[journey.ID]int // place of each touchpoint in the journey, from 1
}

const (
	maxSide = 14400        // of a page, points; PDF 32000-1, annex C.2
	minSide = 3            // points; the same annex
	far     = 10_000_000.0 // points from the origin that nothing lies beyond
)

// sound reports what of the document no page can be made of.
func sound(d *page.Document) error {
	if len(d.Sheets) == 0 {
		return fmt.Errorf("a document without sheets: %w", ErrPage)
	}
	for i := range d.Sheets {
		s := &d.Sheets[i]
		if !(s.Size.X >= minSide && s.Size.Y >= minSide && s.Size.X <= maxSide && s.Size.Y <= maxSide) {
			return fmt.Errorf("sheet %d of %g x %g points, outside %d to %d: %w", i+1, s.Size.X, s.Size.Y, minSide, maxSide, ErrPage)
		}
		for k := range s.Parts {
			p := &s.Parts[k]
			r := p.Rect()
			for _, v := range []float64{p.Window.X, p.Window.Y, p.Window.W, p.Window.H, r.X, r.Y, r.W, r.H, p.Scale} {
				if !(v > -far && v < far) || p.Scale <= 0 || p.Scene == nil {
					return fmt.Errorf("part %d of sheet %d at %g: %w", k+1, i+1, v, ErrScene)
				}
			}
		}
	}
	return nil
}
