// Package press turns a map into a file of any format: it lays the map out, sets
// it on sheets, puts the map itself into the file, writes it whole or not at
// all, and reads it back before it takes its place. The command line and the
// export dialog ask here alike.
//
//	warnings, err := press.Write(ctx, "flight.pdf", m, press.Options{Page: page.Options{Paper: page.A3}})
//
// The package knows no flags and no windows.
package press

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/export"
	"touchline.app/export/embed"
	"touchline.app/export/page"
	"touchline.app/export/report"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
	"touchline.app/resources"
)

// Format is a kind of file by the extension of its name, without the dot.
type Format string

// The formats.
const (
	PDF      Format = "pdf"
	PNG      Format = "png"
	SVG      Format = "svg"
	JSON     Format = "json"
	CSV      Format = "csv"
	Markdown Format = "md"
	Mermaid  Format = "mmd"
	Ptolemy  Format = "ojf" // OpenJourney, of the Ptolemy journey mapper
)

// Formats lists the formats in the order they are offered.
var Formats = []Format{PDF, PNG, SVG, JSON, CSV, Markdown, Mermaid, Ptolemy}

// FormatOf returns the format a file is named for, and whether there is one.
func FormatOf(path string) (Format, bool) {
	f := Format(strings.ToLower(strings.TrimPrefix(filepath.Ext(path), ".")))
	if f == "markdown" {
		f = Markdown
	}
	return f, slices.Contains(Formats, f)
}

// Name returns what the format is called, the same in every language.
func (f Format) Name() string {
	switch f {
	case Markdown:
		return "Markdown"
	case Mermaid:
		return "Mermaid"
	case Ptolemy:
		return "OpenJourney"
	default:
		return strings.ToUpper(string(f))
	}
}

// Extensions lists how the names of files end: ".pdf, .png ... or .ojf".
func Extensions() string { return list(Formats) }

// Drawn reports whether a file of the format shows the map as it is drawn.
func (f Format) Drawn() bool { return f == PDF || f == PNG || f == SVG }

// Options say what is written. The zero value writes all of the map, in light
// colours and English, with the map in the file.
type Options struct {
	Format      Format       // empty goes by the name of the file
	Page        page.Options // how a PDF or PNG is set; its Scene, Lang and View are filled in here
	Theme       string       // one of Themes; empty is light
	Lang        string       // of the words the program adds; empty is en
	View        report.Kind  // this view alone in place of the map; empty is the map
	Stages      []journey.ID // these alone; none means all
	Lanes       []journey.ID // these alone; none means all
	Scale       float64      // of a PNG: pixels a point; 0 is 1
	DPI         int          // of a PNG: pixels an inch; above 0 it takes the place of Scale
	Transparent bool         // a PNG or SVG without paper
	NoMap       bool         // leave the map itself out of a PDF, PNG or SVG
	BOM         bool         // begin a CSV with a byte order mark, for Excel
	Version     string       // of the program, named as producer of a PDF
	// Progress hears how far the work is, now and then, on any goroutine.
	Progress func(done, total int)
}

// Themes lists the names of themes.
var Themes = []string{"light", "dark", "contrast"}

// ErrReadBack says that a file just written did not give the map back.
var ErrReadBack = phrase.New("the finished file could not be read back as the same map; it was not kept, so try again")

// Write writes the map, or the stages and lanes of it that are asked for, into
// the file at path. Warnings are for a person: what the format cannot
// carry, texts that are too small. The work ends early with ctx. After an error
// there is what was there before, and nothing else.
func Write(ctx context.Context, path string, m *journey.Map, o Options) (warnings []phrase.Phrase, err error) {
	defer func() {
		if r := recover(); r != nil { // a fault of one format must not end the program
			err = phrase.Errorf("write %s: a fault of Touchline: %v", path, r)
		}
	}()
	if o.Format == "" {
		f, ok := FormatOf(path)
		if !ok {
			return nil, fmt.Errorf("write %s: no format goes by that name; it may end in %s", path, list(Formats))
		}
		o.Format = f
	}
	j := &job{ctx: ctx, m: o.excerpt(m), o: o}
	j.encode()
	err = export.WriteChecked(path, j.write, j.check)
	return j.warnings, err
}

// Document returns the sheets a PDF or PNG of the options shows, for a preview.
// The work ends early with ctx.
func Document(ctx context.Context, m *journey.Map, o Options) (*page.Document, error) {
	return o.set(ctx, o.excerpt(m))
}

func (o Options) excerpt(m *journey.Map) *journey.Map {
	if len(o.Stages) == 0 && len(o.Lanes) == 0 {
		return m
	}
	return m.Excerpt(o.Stages, o.Lanes)
}

// scene returns how the map is laid out.
func (o Options) scene() scene.Options {
	s := scene.Options{Theme: scene.Named(o.Theme), Fonts: text.Embedded(), Words: resources.Words(o.lang())}
	if !o.NoMap {
		s.Imprint = s.Words("scene.open_again")
	}
	return s
}

func (o Options) lang() string {
	if o.Lang == "" {
		return "en"
	}
	return o.Lang
}

func (o Options) set(ctx context.Context, m *journey.Map) (*page.Document, error) {
	p := o.Page
	p.Scene, p.Lang, p.View = o.scene(), o.lang(), o.View
	return page.Set(ctx, m, p)
}

// job is the writing of one file.
type job struct {
	ctx      context.Context
	m        *journey.Map // what is shown
	o        Options
	carried  func() ([]byte, error) // the encoded map a drawing carries; nil bytes for none
	warnings []phrase.Phrase
}

// encode encodes the map a drawing carries and reads it back, while the map is
// laid out; check then compares bytes.
func (j *job) encode() {
	if !j.o.Format.Drawn() || j.o.NoMap {
		j.carried = func() ([]byte, error) { return nil, nil }
		return
	}
	var data []byte
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if r := recover(); r != nil {
				err = phrase.Errorf("a fault of Touchline: %v", r)
			}
		}()
		if data, err = embed.Encode(j.m); err == nil {
			_, err = embed.Decode(data) // that it can be read is looked at once, here
		}
	}()
	j.carried = func() ([]byte, error) { <-done; return data, err }
}

// check reads a file that carries the map and compares it with what went in.
func (j *job) check(name string) error {
	carried, err := j.carried()
	if err != nil || carried == nil {
		return errors.Join(err, j.ctx.Err())
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if embed.Holds(data, carried) != nil {
		return ErrReadBack
	}
	return j.ctx.Err()
}

func list(formats []Format) string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = "." + string(f)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
