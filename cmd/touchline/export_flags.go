package main

import (
	"encoding/hex"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"touchline.app/canvas/scene"
	"touchline.app/export/page"
	"touchline.app/export/press"
	"touchline.app/export/report"
)

// The largest values of flags.
const (
	maxDPI    = 2400
	maxScale  = 16
	maxMargin = 100 // mm
)

// exporting is what the flags of export and watch say.
type exporting struct {
	page, orientation, tile, theme, lang, report string
	view                                         string
	stages, lanes, logo, accent                  string
	overlap, margin, scale                       float64
	dpi                                          int
	split, noFooter, noMap, transparent, bom     bool
}

// flagFormats are the formats a flag changes; --stages and --lanes change all.
var flagFormats = []struct {
	name    string
	formats []press.Format
}{
	{"page", []press.Format{press.PDF, press.PNG, press.SVG}},
	{"orientation", []press.Format{press.PDF, press.PNG, press.SVG}},
	{"margin", []press.Format{press.PDF, press.PNG, press.SVG}},
	{"logo", []press.Format{press.PDF, press.PNG, press.SVG}},
	{"accent", []press.Format{press.PDF, press.PNG, press.SVG}},
	{"no-footer", []press.Format{press.PDF, press.PNG, press.SVG}},
	{"theme", []press.Format{press.PDF, press.PNG, press.SVG}},
	{"lang", []press.Format{press.PDF, press.PNG, press.SVG}},
	{"no-map", []press.Format{press.PDF, press.PNG, press.SVG}},
	{"tile", []press.Format{press.PDF}},
	{"overlap", []press.Format{press.PDF}},
	{"split", []press.Format{press.PDF}},
	{"report", []press.Format{press.PDF}},
	{"dpi", []press.Format{press.PNG}},
	{"scale", []press.Format{press.PNG}},
	{"transparent", []press.Format{press.PNG, press.SVG}},
	{"bom", []press.Format{press.CSV}},
}

// languages are those of the words the program adds to an export. It does not
// follow the system, so that the same map gives the same bytes everywhere.
var languages = []string{"en", "de", "es", "fr", "ja", "ar"}

func (x *exporting) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&x.page, "page", string(page.Fit), "paper: "+words(page.Papers)+"; fit is as large as the map")
	f.StringVar(&x.orientation, "orientation", string(page.Auto), "how the paper lies: "+words(page.Orientations))
	f.StringVar(&x.tile, "tile", "", "print a poster of the size of --page on many sheets of this paper: "+words(page.Tiles))
	f.Float64Var(&x.overlap, "overlap", 10, "overlap of the sheets of a poster, mm")
	f.BoolVar(&x.split, "split", false, "split the map between its stages over as many pages as it takes to be readable")
	f.Float64Var(&x.margin, "margin", 10, "margin of each page, mm")
	f.BoolVar(&x.noFooter, "no-footer", false, "leave out title, date, version and page at the foot of each page")
	f.StringVar(&x.logo, "logo", "", "PNG or JPEG file shown on each page")
	f.StringVar(&x.accent, "accent", "", "colour of rules and headings, as in #1A73E8")
	f.StringVar(&x.report, "report", "", "add reports as further pages: all, or some of "+words(report.Kinds))
	f.Lookup("report").NoOptDefVal = "all"
	f.StringVar(&x.view, "view", "map", "what is shown: map, inventory, table, actions, gaps, evidence or coverage; a CSV or Markdown has inventory, table or actions")
	f.StringVar(&x.stages, "stages", "", "these stages alone, by name or number: Book, 2, 2-4, Book..Airport")
	f.StringVar(&x.lanes, "lanes", "", "these lanes alone, by name, type or number")
	f.IntVar(&x.dpi, "dpi", 0, "pixels an inch of a PNG, 1 to 2400")
	f.Float64Var(&x.scale, "scale", 1, "pixels a point of a PNG, up to 16")
	f.BoolVar(&x.transparent, "transparent", false, "leave out the paper of a PNG or SVG")
	f.BoolVar(&x.noMap, "no-map", false, "leave the map itself out of a PDF, PNG or SVG, which then cannot be opened again")
	f.BoolVar(&x.bom, "bom", false, "begin a CSV with a byte order mark, for Excel")
	f.StringVar(&x.theme, "theme", "light", "colours: "+strings.Join(press.Themes, ", "))
	f.StringVar(&x.lang, "lang", "en", "language of the words Touchline adds: "+strings.Join(languages, ", "))
}

// options makes the options of the flags and looks whether they make sense for
// the files; which stages and lanes they name is for scope.
func (x *exporting) options(c *cobra.Command, outputs []string) (press.Options, error) {
	o := press.Options{
		Theme: strings.ToLower(x.theme), Lang: strings.ToLower(x.lang), DPI: x.dpi, Scale: x.scale,
		Transparent: x.transparent, NoMap: x.noMap, BOM: x.bom, Version: version,
	}
	for _, out := range outputs {
		if _, ok := press.FormatOf(out); !ok {
			return o, usagef("the name of an export ends in %s, unlike %q", press.Extensions(), out)
		}
	}
	err := x.check(c)
	if err == nil {
		err = known("theme", o.Theme, press.Themes)
	}
	if err == nil {
		err = known("language", o.Lang, languages)
	}
	if err == nil {
		o.View, err = viewOf(x.view)
	}
	if err == nil && o.View != "" && (x.split || x.tile != "" || x.report != "") {
		err = usagef("--view shows one view alone; leave out --split, --tile and --report")
	}
	if err == nil {
		o.Page, err = x.paper(c)
	}
	return o, err
}

// viewOf returns the report a view is shown as; none is the map itself.
func viewOf(name string) (report.Kind, error) {
	switch k := report.Kind(strings.ToLower(name)); k {
	case "map", "":
		return "", nil
	case "table":
		return report.Touchpoints, nil
	default:
		return k, known("view", k, report.Kinds)
	}
}

// check looks at the numbers.
func (x *exporting) check(c *cobra.Command) error {
	dpi, scale := c.Flags().Changed("dpi"), c.Flags().Changed("scale")
	switch {
	case dpi && scale:
		return usagef("--dpi and --scale say the same thing; choose one")
	case dpi && (x.dpi < 1 || x.dpi > maxDPI):
		return usagef("--dpi is %d, outside 1 to %d", x.dpi, maxDPI)
	case math.IsNaN(x.scale) || x.scale <= 0 || x.scale > maxScale:
		return usagef("--scale is %v, not above 0 and up to %d", x.scale, maxScale)
	case !(x.margin >= 0 && x.margin <= maxMargin):
		return usagef("--margin is %v, outside 0 to %d mm", x.margin, maxMargin)
	case !(x.overlap >= 0 && x.overlap <= maxMargin):
		return usagef("--overlap is %v, outside 0 to %d mm", x.overlap, maxMargin)
	case x.split && x.tile != "":
		return usagef("--split and --tile are two ways to use many pages; choose one")
	}
	return nil
}

// paper makes what the flags say of pages.
func (x *exporting) paper(c *cobra.Command) (page.Options, error) {
	o := page.Options{
		Paper: page.Paper(strings.ToLower(x.page)), Orientation: page.Orientation(strings.ToLower(x.orientation)),
		Tile: page.Paper(strings.ToLower(x.tile)), Margin: length(x.margin), Overlap: length(x.overlap), NoFooter: x.noFooter,
	}
	if x.split {
		o.Mode = page.Split
	}
	err := known("page", o.Paper, page.Papers)
	if err == nil {
		err = known("orientation", o.Orientation, page.Orientations)
	}
	if err == nil && x.tile != "" {
		o.Mode = page.Poster
		err = known("tile", o.Tile, page.Tiles)
	}
	if err == nil {
		o.Reports, err = reports(x.report)
	}
	if err == nil && x.accent != "" {
		o.Accent, err = colour(x.accent)
	}
	if err == nil && x.logo != "" {
		o.Logo, err = press.Logo(x.logo)
	}
	return o, err
}

// length returns mm as the page wants it: 0 is its own default, below 0 none.
func length(mm float64) float64 {
	if mm == 0 {
		return -1
	}
	return mm
}

func reports(list string) ([]report.Kind, error) {
	if list == "" {
		return nil, nil
	}
	var out []report.Kind
	for name := range strings.SplitSeq(strings.ToLower(list), ",") {
		k := report.Kind(strings.TrimSpace(name))
		if k == "all" {
			return report.Kinds, nil
		}
		if err := known("report", k, report.Kinds); err != nil {
			return nil, err
		}
		out = append(out, k)
	}
	return out, nil
}

func colour(s string) (scene.Color, error) {
	b, err := hex.DecodeString(strings.TrimPrefix(s, "#"))
	if err != nil || len(b) != 3 {
		return scene.Color{}, usagef("--accent is %q, which is no colour like #1A73E8", s)
	}
	return scene.Color{R: b[0], G: b[1], B: b[2], A: 255}, nil
}

// known looks whether a word is among those there are.
func known[T ~string](what string, w T, all []T) error {
	if slices.Contains(all, w) {
		return nil
	}
	return usagef("there is no %s %q; there are %s", what, string(w), words(all))
}

func words[T ~string](all []T) string {
	out := make([]string, len(all))
	for i, w := range all {
		out[i] = string(w)
	}
	return strings.Join(out, ", ")
}
