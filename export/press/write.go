package press

import (
	"fmt"
	"io"

	"touchline.app/canvas/scene"
	"touchline.app/export"
	"touchline.app/export/csv"
	"touchline.app/export/embed"
	"touchline.app/export/json"
	"touchline.app/export/markdown"
	"touchline.app/export/mermaid"
	"touchline.app/export/ojf"
	"touchline.app/export/page"
	"touchline.app/export/pdf"
	"touchline.app/export/png"
	"touchline.app/export/report"
	"touchline.app/export/svg"
	"touchline.app/export/table"
	"touchline.app/journey/phrase"
)

// ErrOneSheet says that a picture cannot hold what was asked for.
var ErrOneSheet = phrase.New("a PNG or SVG has one sheet; leave out posters, splitting and reports, or choose PDF")

// write writes the job in its format.
func (j *job) write(w io.Writer) error {
	if j.o.View != "" && !j.o.Format.Drawn() {
		return j.cells(w)
	}
	switch j.o.Format {
	case PDF:
		return j.pdf(w)
	case PNG:
		return j.png(w)
	case SVG:
		return j.svg(w)
	case JSON:
		return json.Write(w, j.m)
	case CSV:
		return j.warned(csv.Write(w, j.m, csv.Options{BOM: j.o.BOM}))
	case Markdown:
		return j.warned(markdown.Write(w, j.m))
	case Mermaid:
		return j.warned(mermaid.Write(w, j.m))
	case Ptolemy:
		return j.warned(ojf.Write(w, j.m))
	default:
		return fmt.Errorf("no format is called %q; there are %s", string(j.o.Format), list(Formats))
	}
}

// ErrNoTable says that a view cannot be written as what was asked for.
var ErrNoTable = phrase.New("a view alone is written as PDF, PNG or SVG, and the touchpoints, the inventory and the actions as CSV or Markdown too")

// cells writes a view that is a table, as a table.
func (j *job) cells(w io.Writer) error {
	var header []string
	var rows [][]string
	switch {
	case j.o.View == report.Touchpoints && j.o.Format == CSV:
		return j.warned(csv.Write(w, j.m, csv.Options{BOM: j.o.BOM}))
	case j.o.View == report.Touchpoints && j.o.Format == Markdown:
		return j.warned(markdown.Write(w, j.m))
	case j.o.View == report.Inventory:
		header, rows = table.Inventory(j.m)
	case j.o.View == report.Actions:
		header, rows = table.Actions(j.m)
	}
	switch {
	case header == nil:
	case j.o.Format == CSV:
		return csv.WriteCells(w, header, rows, csv.Options{BOM: j.o.BOM})
	case j.o.Format == Markdown:
		return markdown.WriteCells(w, j.m.Head.Title, j.o.scene().Words("report."+string(j.o.View)), header, rows)
	}
	return ErrNoTable
}

// warned keeps the warnings of a format.
func (j *job) warned(list []export.Warning, err error) error {
	for _, w := range list {
		j.warnings = append(j.warnings, w.Said())
	}
	return err
}

func (j *job) pdf(w io.Writer) error {
	d, err := j.o.set(j.ctx, j.m)
	if err != nil {
		return err
	}
	j.warnings = append(j.warnings, d.Warnings...)
	o := pdf.Options{Version: j.o.Version, Progress: j.o.Progress, Context: j.ctx}
	carried, err := j.carried()
	if err != nil {
		return err
	}
	if carried != nil {
		o.Attachment = &pdf.Attachment{Name: embed.Name, MIME: embed.MIME, Description: embed.Description, Data: carried}
	}
	return pdf.Write(w, d, o)
}

func (j *job) png(w io.Writer) error {
	s, carried, err := j.drawing()
	if err != nil {
		return err
	}
	return png.Write(w, s, png.Options{
		Scale: j.o.Scale, DPI: j.o.DPI, Transparent: j.o.Transparent, Title: j.m.Head.Title, Map: carried,
		Context: j.ctx, Progress: j.o.Progress,
	})
}

func (j *job) svg(w io.Writer) error {
	s, carried, err := j.drawing()
	if err != nil {
		return err
	}
	return svg.Write(w, s, svg.Options{
		Title: j.m.Head.Title, Desc: j.m.Head.Scenario, Lang: j.o.lang(), Map: carried, Transparent: j.o.Transparent,
		Context: j.ctx, Progress: j.o.Progress,
	})
}

// drawing returns what a format of one sheet shows and carries.
func (j *job) drawing() (*scene.Scene, []byte, error) {
	s, err := j.picture()
	if err != nil {
		return nil, nil, err
	}
	carried, err := j.carried()
	return s, carried, err
}

// picture returns what a format of one sheet shows: the map as it is, or as it
// is set on a paper.
func (j *job) picture() (*scene.Scene, error) {
	if j.o.View == "" && (j.o.Page.Paper == page.Fit || j.o.Page.Paper == "") && len(j.o.Page.Reports) == 0 && j.o.Page.Mode != page.Poster && j.o.Page.Mode != page.Split {
		o := j.o.scene()
		o.Stop = func() bool { return j.ctx.Err() != nil }
		return scene.Build(j.m, o), j.ctx.Err()
	}
	d, err := j.o.set(j.ctx, j.m)
	if err != nil {
		return nil, err
	}
	if len(d.Sheets) != 1 {
		return nil, ErrOneSheet
	}
	j.warnings = append(j.warnings, d.Warnings...)
	return page.Flat(d.Sheets[0]), nil
}
