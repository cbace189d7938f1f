package app

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"

	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/export/page"
	out "touchline.app/export/press"
	"touchline.app/export/report"
	"touchline.app/journey"
	"touchline.app/resources"
)

// choices are what the export dialog asks for and remembers. Lengths are in mm.
type choices struct {
	View        report.Kind // shown alone; empty is the map
	Format      out.Format
	Mode        page.Mode
	Paper       page.Paper
	Orientation page.Orientation
	Tile        page.Paper
	Overlap     float64
	Margin      float64
	Footer      bool
	Logo        string // path of a picture; empty shows none
	Accent      string // as in #1A73E8; empty is none
	Reports     []report.Kind
	Size        string // one of sizes
	Transparent bool
	Theme       string
	Lang        string // of the words the export adds, as in "en"
	NoMap       bool
	BOM         bool
}

// scope is the part of a map that is exported. The zero value is all of it.
type scope struct {
	From, To journey.ID   // stages; empty is the first and the last
	Without  []journey.ID // lanes that are left out
}

// viewsOf are what an export can show: the map, or another view of it alone.
var viewsOf = []report.Kind{"", report.Inventory, report.Touchpoints, report.Actions}

// viewing reports whether a view is exported alone. Formats that are neither
// drawn nor a table carry the map.
func (c choices) viewing() bool {
	return c.View != "" && (c.Format.Drawn() || c.Format == out.CSV || c.Format == out.Markdown)
}

// sizesOf are the sizes of a PNG: pixels a point, or an inch.
var sizesOf = []string{"1", "2", "3", "4", "150dpi", "300dpi", "600dpi"}

// mostMargin is the widest margin or overlap, in mm.
const mostMargin = 100

// firstChoices are offered to somebody who never exported anything.
func firstChoices() choices {
	return choices{
		Format: out.PDF, Mode: page.Single, Paper: page.Fit, Orientation: page.Auto, Tile: page.A4,
		Overlap: 10, Margin: 10, Footer: true, Size: "2", Theme: look.Light, Lang: exportLanguage(),
	}
}

// readChoices reads what was remembered. What makes no sense any more is as at first.
func readChoices(text string) choices {
	c := firstChoices()
	first := c
	if json.Unmarshal([]byte(text), &c) != nil {
		return first
	}
	c.Format = among(c.Format, out.Formats, first.Format)
	c.Mode = among(c.Mode, page.Modes, first.Mode)
	c.Paper = among(c.Paper, page.Papers, first.Paper)
	c.Orientation = among(c.Orientation, page.Orientations, first.Orientation)
	c.Tile = among(c.Tile, page.Tiles, first.Tile)
	c.Size = among(c.Size, sizesOf, first.Size)
	c.Theme = among(c.Theme, out.Themes, first.Theme)
	c.Lang = among(c.Lang, resources.Languages(), first.Lang)
	c.View = among(c.View, viewsOf, first.View)
	c.Reports = slices.DeleteFunc(c.Reports, func(k report.Kind) bool { return !slices.Contains(report.Kinds, k) })
	c.Overlap, c.Margin = within(c.Overlap, first.Overlap), within(c.Margin, first.Margin)
	if _, ok := look.ParseHex(c.Accent); !ok {
		c.Accent = ""
	}
	return c
}

func among[T comparable](v T, all []T, otherwise T) T {
	if slices.Contains(all, v) {
		return v
	}
	return otherwise
}

func within(v, otherwise float64) float64 {
	if v >= 0 && v <= mostMargin {
		return v
	}
	return otherwise
}

// text is what is remembered.
func (c choices) text() string {
	b, err := json.Marshal(c)
	if err != nil { // a NaN, which no field lets in
		return ""
	}
	return string(b)
}

// papers lists the papers that fit the way the map is set: a map that is split
// cannot be on one sheet as large as itself.
func (c choices) papers() []page.Paper {
	if c.manySheets() && !c.viewing() && c.Mode == page.Split {
		return slices.DeleteFunc(slices.Clone(page.Papers), func(p page.Paper) bool { return p == page.Fit })
	}
	return page.Papers
}

// manySheets reports whether the format has sheets to set a map on.
func (c choices) manySheets() bool { return c.Format == out.PDF }

// onPaper reports whether the sheets have a size of their own.
func (c choices) onPaper() bool {
	return c.Format.Drawn() && (c.Paper != page.Fit || c.manySheets() && !c.viewing() && c.Mode != page.Single)
}

// options makes the options of an export, but for the logo, which has to be read.
func (c choices) options(m *journey.Map, s scope) out.Options {
	o := out.Options{Format: c.Format, Theme: c.Theme, Lang: c.Lang, BOM: c.BOM}
	o.Stages, o.Lanes = s.named(m)
	if c.viewing() {
		o.View = c.View
	}
	if !c.Format.Drawn() {
		return o
	}
	o.NoMap = c.NoMap
	o.Transparent = c.Transparent && c.Format != out.PDF
	o.Page = page.Options{Paper: c.Paper, Orientation: c.Orientation, Margin: millimetres(c.Margin), NoFooter: !c.Footer, Accent: accent(c.Accent)}
	if c.manySheets() && !c.viewing() {
		o.Page.Mode, o.Page.Tile, o.Page.Overlap = c.Mode, c.Tile, millimetres(c.Overlap)
		o.Page.Reports = c.Reports
	}
	if dpi, ok := strings.CutSuffix(c.Size, "dpi"); ok {
		o.DPI, _ = strconv.Atoi(dpi) // they are all numbers
	} else {
		o.Scale, _ = strconv.ParseFloat(c.Size, 64)
	}
	return o
}

// millimetres returns a length as the page wants it: 0 is its own default, below
// 0 none.
func millimetres(v float64) float64 {
	if v <= 0 || math.IsNaN(v) {
		return -1
	}
	return v
}

func accent(hex string) scene.Color {
	c, ok := look.ParseHex(hex)
	if !ok {
		return scene.Color{}
	}
	r, g, b, a := c.RGBA()
	return scene.Color{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: uint8(a >> 8)}
}

// named returns the stages and lanes of the map that are exported; none means all.
func (s scope) named(m *journey.Map) (stages, lanes []journey.ID) {
	inside := s.From == ""
	all := m.StagesInOrder()
	for _, st := range all {
		inside = inside || st.ID == s.From
		if inside {
			stages = append(stages, st.ID)
		}
		if st.ID == s.To {
			break
		}
	}
	if len(stages) == len(all) {
		stages = nil
	}
	left := 0
	for _, l := range m.LanesInOrder() {
		if slices.Contains(s.Without, l.ID) {
			left++
		} else {
			lanes = append(lanes, l.ID)
		}
	}
	if left == 0 {
		lanes = nil
	}
	return stages, lanes
}

// exportLanguage is that of the words an export has beside those of the map, at first.
func exportLanguage() string {
	tag, _, _ := strings.Cut(say.Language(), "-")
	return among(tag, resources.Languages(), "en")
}
