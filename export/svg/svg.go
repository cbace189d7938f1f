// Package svg writes a scene as an SVG file: shapes as shapes, and text as text
// that can be selected, searched and changed in a browser or in Inkscape.
//
//	err := svg.Write(file, s, svg.Options{Title: "Taking a flight", Lang: "en"})
//
// Text looks the same wherever it is shown: the shapes of the letters that occur
// travel along as small fonts (subset.go, kern.go, woff.go). What cannot travel as
// a font, such as coloured emoji and fonts of the system, is drawn as outlines
// under the text, which is then there for selecting and searching alone. Each lane
// is a layer of Inkscape. The same scene and options give the same bytes. The
// package knows nothing of maps and of file names.
package svg

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/export/embed"
)

// Options say what the file says of itself. Nothing of it need be given.
type Options struct {
	Title string
	Desc  string // in a sentence or two what the picture shows
	Lang  string // language of the texts, as in "en" or "pt-BR"
	Map   []byte // the encoded map the file carries, see package embed; nil carries none

	// Transparent leaves the paper out: what the map does not cover shows what
	// the picture is laid over.
	Transparent bool

	// Context stops the work between two nodes when it is done; nil never does.
	Context context.Context
	// Progress is told now and then how many nodes of all are done, by the
	// goroutine that called Write; nil is told nothing.
	Progress func(done, total int)
}

// ErrScene means that a scene cannot be drawn: it has no size.
var ErrScene = errors.New("cannot be drawn")

// Write writes the whole scene to w. One point of the scene is one unit of the
// picture and 1/72 inch. A mark that lies nowhere (NaN) is left out. Errors of w
// and of the context come back wrapped; ErrScene wrapped says that there is nothing
// to write.
func Write(w io.Writer, s *scene.Scene, o Options) error {
	if !(s.Size.X > 0 && s.Size.Y > 0) || math.IsInf(s.Size.X, 0) || math.IsInf(s.Size.Y, 0) {
		return fmt.Errorf("a map of %g x %g points %w", s.Size.X, s.Size.Y, ErrScene)
	}
	d := &drawing{out: bufio.NewWriterSize(w, 1<<16), faces: collect(s), symbols: symbols{ids: map[symbolKey]int{}}}
	if o.Transparent {
		d.paper = &s.Page
	}
	fonts, err := d.faces.styles()
	if err != nil {
		return fmt.Errorf("write svg: %w", err)
	}
	d.head(s, o)
	d.raw(fonts)
	if err := d.layers(s, o); err != nil {
		return fmt.Errorf("write svg: %w", err)
	}
	d.defs()
	if o.Map != nil {
		d.raw("<metadata>\n")
		d.raw(string(embed.SVGElement(o.Map)))
		d.raw("</metadata>\n")
	}
	d.raw("</svg>\n")
	if err := d.out.Flush(); err != nil {
		return fmt.Errorf("write svg: %w", err)
	}
	return nil
}

// drawing writes the elements of one picture. Its writer keeps the first error.
type drawing struct {
	out     *bufio.Writer
	faces   *faces
	symbols symbols
	paper   *scene.Color // left out where it is not nil
	buf     []byte
}

func (d *drawing) raw(s string) { d.out.WriteString(s) }

// head writes the root element up to its description.
func (d *drawing) head(s *scene.Scene, o Options) {
	w, h := number(s.Size.X), number(s.Size.Y)
	d.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<svg xmlns="http://www.w3.org/2000/svg"` +
		` xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"` +
		` width="` + w + `pt" height="` + h + `pt" viewBox="0 0 ` + w + " " + h + `"`)
	// A document of graphics, not an image: readers aloud go into it.
	d.raw(` role="graphics-document document"`)
	if o.Lang != "" {
		d.raw(` xml:lang="` + escape(o.Lang) + `" lang="` + escape(o.Lang) + `"`)
	}
	d.raw(` xml:space="preserve" font-family="` + family("Inter") + `" text-rendering="geometricPrecision"` +
		` stroke-linecap="round" stroke-linejoin="round">` + "\n")
	d.element("title", o.Title)
	d.element("desc", o.Desc)
}

// element writes an element that holds a text, or nothing where there is none.
func (d *drawing) element(name, content string) {
	if content = escape(content); content != "" {
		d.raw("<" + name + ">" + content + "</" + name + ">\n")
	}
}
