package main

import (
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/export"
	"touchline.app/export/mermaid"
	"touchline.app/export/page"
	"touchline.app/export/pdf"
	"touchline.app/export/png"
	"touchline.app/journey"
	"touchline.app/resources"
)

// The largest values of flags.
const (
	maxDPI   = 2400
	maxScale = 16
)

// language is that of the words the program adds to an export. It does not
// follow the system, so that the same map gives the same bytes everywhere.
const language = "en"

var (
	pages  = []string{"fit", "a4", "a3", "a2", "a1", "a0"}
	themes = []string{"light", "dark"}
)

// exporting is what the flags of export say.
type exporting struct {
	format string // pdf, png or mmd
	page   string
	dpi    int
	scale  float64
	theme  string
}

func (p *program) exportCommand() *cobra.Command {
	var x exporting
	c := &cobra.Command{
		Use: "export IN OUT.pdf|OUT.png|OUT.mmd", Short: "Write a map as PDF, PNG or Mermaid", Args: exactly(2, 2),
		RunE: func(c *cobra.Command, args []string) error {
			x.format = strings.ToLower(strings.TrimPrefix(filepath.Ext(args[1]), "."))
			x.page, x.theme = strings.ToLower(x.page), strings.ToLower(x.theme)
			if err := x.check(c, args[1]); err != nil {
				return err
			}
			p.unused(c, x.format)
			m, err := p.load(args[0])
			if err != nil {
				return err
			}
			return p.export(args[1], m, x)
		},
	}
	c.Flags().StringVar(&x.page, "page", "fit", "page of a PDF: "+strings.Join(pages, ", "))
	c.Flags().IntVar(&x.dpi, "dpi", 0, "pixels an inch of a PNG, 1 to 2400")
	c.Flags().Float64Var(&x.scale, "scale", 1, "pixels a point of a PNG, up to 16")
	c.Flags().StringVar(&x.theme, "theme", "light", "colours: "+strings.Join(themes, ", "))
	return c
}

// check looks whether the flags make sense.
func (x exporting) check(c *cobra.Command, out string) error {
	dpi, scale := c.Flags().Changed("dpi"), c.Flags().Changed("scale")
	switch {
	case !slices.Contains([]string{"pdf", "png", "mmd"}, x.format):
		return usagef("the name of an export ends in .pdf, .png or .mmd, unlike %q", out)
	case !slices.Contains(pages, x.page):
		return usagef("there is no page %q; there are %s", x.page, strings.Join(pages, ", "))
	case !slices.Contains(themes, x.theme):
		return usagef("there is no theme %q; there are %s", x.theme, strings.Join(themes, ", "))
	case dpi && scale:
		return usagef("--dpi and --scale say the same thing; choose one")
	case dpi && (x.dpi < 1 || x.dpi > maxDPI):
		return usagef("--dpi is %d, outside 1 to %d", x.dpi, maxDPI)
	case math.IsNaN(x.scale) || x.scale <= 0 || x.scale > maxScale:
		return usagef("--scale is %v, not above 0 and up to %d", x.scale, maxScale)
	}
	return nil
}

// unused says which flags have no meaning for the format.
func (p *program) unused(c *cobra.Command, format string) {
	for _, f := range []struct {
		name    string
		formats []string
	}{{"page", []string{"pdf"}}, {"dpi", []string{"png"}}, {"scale", []string{"png"}}, {"theme", []string{"pdf", "png"}}} {
		if c.Flags().Changed(f.name) && !slices.Contains(f.formats, format) {
			p.warn(fmt.Sprintf("--%s is for %s alone and changes nothing here", f.name, strings.ToUpper(strings.Join(f.formats, " and "))))
		}
	}
}

func (p *program) export(path string, m *journey.Map, x exporting) error {
	var warnings []mermaid.Warning
	err := export.WriteFile(path, func(w io.Writer) error {
		var err error
		switch x.format {
		case "mmd":
			warnings, err = mermaid.Write(w, m)
		case "png":
			err = png.Write(w, layOut(m, x.theme), png.Options{Scale: x.scale, DPI: x.dpi})
		default:
			var d *page.Document
			if d, err = pdf.One(m, layOut(m, x.theme), pdf.Page(x.page), language); err == nil {
				err = pdf.Write(w, d, pdf.Options{})
			}
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, w := range warnings {
		p.warn(path + ": " + w.String())
	}
	return nil
}

func layOut(m *journey.Map, theme string) *scene.Scene {
	colours := scene.Light()
	if theme == "dark" {
		colours = scene.Dark()
	}
	return scene.Build(m, scene.Options{Theme: colours, Fonts: text.Embedded(), Words: resources.Words(language)})
}
