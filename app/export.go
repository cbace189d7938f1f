package app

import (
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/scene"
	"touchline.app/export"
	"touchline.app/export/mermaid"
	"touchline.app/export/pdf"
	"touchline.app/export/png"
	"touchline.app/journey"
)

// exporting is what the export dialog asks for.
type exporting struct {
	format string  // an extension without its dot: pdf, png, mmd
	page   string  // pdf: fit, a4 ... a0
	scale  float64 // png: pixels a point
	dark   bool
}

// formats are the formats in the order they are offered, pages those of a PDF.
var (
	formats = []string{"pdf", "png", "mmd"}
	pages   = []string{"fit", "a4", "a3", "a2", "a1", "a0"}
	scales  = []string{"1", "2", "3", "4"}
)

// askExport asks for format and page, then for the place, and writes the file
// beside the interface.
func (e *editor) askExport() {
	format := widget.NewSelect(texts(named("format.", formats)), nil)
	page := widget.NewSelect(texts(named("page.", pages)), nil)
	scale := widget.NewSelect(texts(named("scale.", scales)), nil)
	dark := widget.NewCheck(say("export.dark"), nil)
	page.SetSelectedIndex(0)
	scale.SetSelectedIndex(1)
	rowPage, rowScale := labelled("export.page", outlined(page)), labelled("export.scale", outlined(scale))
	format.OnChanged = func(string) {
		i := max(format.SelectedIndex(), 0)
		show(rowPage, formats[i] == "pdf")
		show(rowScale, formats[i] == "png")
		show(dark, formats[i] != "mmd")
	}
	format.SetSelectedIndex(0)
	box := container.New(fixed{340}, stack(12, labelled("export.format", outlined(format)), rowPage, rowScale, dark))
	d := dialog.NewCustomConfirm(say("action.export"), say("export.choose"), say("dialog.cancel"), box, func(yes bool) {
		if !yes {
			return
		}
		x := exporting{format: formats[format.SelectedIndex()], page: pages[page.SelectedIndex()], dark: dark.Checked}
		x.scale, _ = strconv.ParseFloat(scales[scale.SelectedIndex()], 64) // they are all numbers
		e.askPlace(fileName(e.doc.Map().Head.Title), "."+x.format, func(path string) { e.export(path, x) })
	}, e.win)
	e.ask(d)
}

// named makes options of values whose texts have the prefix in their keys.
func named(prefix string, values []string) []option {
	os := make([]option, len(values))
	for i, v := range values {
		os[i] = option{v, say(prefix + v)}
	}
	return os
}

// export writes the map as it is now into a file, beside the interface.
func (e *editor) export(path string, x exporting) {
	m := e.doc.Map().Clone()
	e.status.working(say("status.exporting", "Name", filepath.Base(path)))
	go func() {
		err := writeExport(path, m, x)
		e.onUI(func() { e.exported(path, err) })
	}()
}

func (e *editor) exported(path string, err error) {
	e.status.working("")
	e.trace.line(map[string]any{"exported": path, "ok": err == nil})
	if err != nil {
		e.banner.say("export", say("banner.export", "Reason", err.Error()), true, remedy{say("banner.again"), e.askExport})
		return
	}
	e.banner.say("export", say("notice.exported", "Path", path), false, remedy{say("banner.show_folder"), func() { e.openFolder(filepath.Dir(path)) }})
}

// writeExport lays the map out for the page and writes it. It is for any goroutine.
func writeExport(path string, m *journey.Map, x exporting) (err error) {
	defer func() {
		if r := recover(); r != nil { // a fault of a format must not end the program
			err = fmt.Errorf("export %s: %v", path, r)
		}
	}()
	return export.WriteFile(path, func(w io.Writer) error {
		if x.format == "mmd" {
			return writeMermaid(w, m)
		}
		s := layOut(m, sceneTheme(x.dark))
		if x.format == "png" {
			return png.Write(w, s, png.Options{Scale: x.scale})
		}
		return writePDF(w, s, m, x.page)
	})
}

// openFolder shows a folder in the file manager.
func (e *editor) openFolder(dir string) {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(dir)}
	if err := e.app.OpenURL(&u); err != nil {
		e.notice(dir)
	}
}

// writeMermaid leaves out what Mermaid cannot say: the person asked for Mermaid.
func writeMermaid(w io.Writer, m *journey.Map) error {
	_, err := mermaid.Write(w, m)
	return err
}

func writePDF(w io.Writer, s *scene.Scene, m *journey.Map, page string) error {
	d, err := pdf.One(m, s, pdf.Page(page), language())
	if err != nil {
		return err
	}
	return pdf.Write(w, d, pdf.Options{})
}
