package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/export/page"
	out "touchline.app/export/press"
	"touchline.app/export/report"
	"touchline.app/journey"
	"touchline.app/resources"
)

// exportForm is the column of choices of the export dialog. Only those that fit
// the format and each other are seen.
type exportForm struct {
	m       *journey.Map
	choices choices
	scope   scope
	changed func()

	format *picker
	modes  *picker
	fits   []func() // each shows a choice where it fits, as it is
	rows   []fyne.CanvasObject
	object *fyne.Container
	scroll *container.Scroll
}

func newExportForm(m *journey.Map, c choices, s scope, changed func(), browse func(then func(path string))) *exportForm {
	f := &exportForm{m: m, choices: c, scope: s, changed: changed}
	always := func() bool { return true }
	drawn := func() bool { return f.choices.Format.Drawn() }
	sheets := func() bool { return f.choices.manySheets() && !f.choices.viewing() }
	choose(f, "export.view", func() bool { return drawn() || f.choices.Format == out.CSV || f.choices.Format == out.Markdown }, viewOptions, &f.choices.View)
	poster := func() bool { return sheets() && f.choices.Mode == page.Poster }
	f.format = choose(f, "export.format", always, func() []option { return offered("format.", out.Formats) }, &f.choices.Format)
	f.modes = choose(f, "export.mode", sheets, func() []option { return offered("mode.", page.Modes) }, &f.choices.Mode)
	f.modes.chosen = f.pickMode
	choose(f, "export.page", drawn, f.paperOptions, &f.choices.Paper)
	choose(f, "export.orientation", func() bool { return drawn() && f.choices.Paper != page.Fit }, func() []option { return offered("orientation.", page.Orientations) }, &f.choices.Orientation)
	choose(f, "export.tile", poster, func() []option { return offered("page.", page.Tiles) }, &f.choices.Tile)
	f.lengths(poster)
	choose(f, "export.scale", func() bool { return f.choices.Format == out.PNG }, func() []option { return offered("scale.", sizesOf) }, &f.choices.Size)
	choose(f, "export.theme", drawn, func() []option { return offered("theme.", out.Themes) }, &f.choices.Theme)
	choose(f, "export.lang", drawn, func() []option { return offered("lang.", resources.Languages()) }, &f.choices.Lang)
	f.tick(say.Text("export.transparent"), func() bool { return drawn() && !f.choices.manySheets() }, &f.choices.Transparent)
	f.tick(say.Text("export.footer"), func() bool { return f.choices.onPaper() }, &f.choices.Footer)
	f.tick(say.Text("export.bom"), func() bool { return f.choices.Format == out.CSV }, &f.choices.BOM)
	f.carried(drawn)
	f.scopes()
	f.reports(sheets)
	f.looks(drawn, browse)
	f.object = stack(10, f.rows...)
	f.scroll = container.NewVScroll(inset(4, 20, 16, 20, f.object))
	f.refresh()
	return f
}

// refresh shows each choice where it fits, as it is.
func (f *exportForm) refresh() {
	if !slices.Contains(f.choices.papers(), f.choices.Paper) {
		f.choices.Paper = page.A4
	}
	for _, fit := range f.fits {
		fit()
	}
	f.object.Refresh()
}

// reveal scrolls to what has the keys.
func (f *exportForm) reveal(o fyne.CanvasObject) { scrollTo(f.scroll, o) }

// touched is called after a choice was made.
func (f *exportForm) touched() {
	f.refresh()
	f.changed()
}

// add adds a row that is seen where it fits.
func (f *exportForm) add(o fyne.CanvasObject, fits func() bool) {
	f.rows = append(f.rows, o)
	f.fits = append(f.fits, func() { show(o, fits()) })
}

// choose adds a choice of one among several.
func choose[T ~string](f *exportForm, key string, fits func() bool, options func() []option, at *T) *picker {
	p := newPicker(func(v string) {
		*at = T(v)
		f.touched()
	})
	p.seen = f.reveal
	f.fits = append(f.fits, func() { p.set(options(), string(*at)) })
	f.add(labelled(key, p), fits)
	return p
}

// tick adds a choice of yes or no.
func (f *exportForm) tick(text string, fits func() bool, at *bool) *toggle {
	t := newToggle(text, func(on bool) {
		*at = on
		f.touched()
	})
	t.seen = f.reveal
	f.fits = append(f.fits, func() { t.set(*at) })
	f.add(t, fits)
	return t
}

// viewOptions names what an export can show, as the views are called.
func viewOptions() []option {
	var os []option
	for _, v := range viewKinds {
		os = append(os, option{string(reportOf[v]), say.Text("action.view." + string(v))})
	}
	return os
}

// pickMode changes how the map is set. A poster is for more than one sheet.
func (f *exportForm) pickMode(v string) {
	f.choices.Mode = page.Mode(v)
	if f.choices.Mode == page.Poster && slices.Contains(page.Tiles, f.choices.Paper) {
		f.choices.Paper = page.A1
	}
	f.touched()
}

// paperOptions names the papers; what is as large as the map has another name
// where it is cut into tiles.
func (f *exportForm) paperOptions() []option {
	os := offered("page.", f.choices.papers())
	if f.choices.manySheets() && f.choices.Mode == page.Poster {
		for i := range os {
			if os[i].value == string(page.Fit) {
				os[i].text = say.Text("export.as_large")
			}
		}
	}
	return os
}

// lengths adds the margin and, of a poster, the overlap.
func (f *exportForm) lengths(poster func() bool) {
	margin, overlap := f.length("export.margin", &f.choices.Margin), f.length("export.overlap", &f.choices.Overlap)
	f.fits = append(f.fits, func() { show(overlap, poster()) })
	f.add(pair(margin, overlap), func() bool { return f.choices.onPaper() })
}

// length makes a field of a length in mm.
func (f *exportForm) length(key string, at *float64) fyne.CanvasObject {
	a := newAnswer("", nil)
	a.seen = f.reveal
	a.SetText(formatNumber(journey.Known(*at)))
	a.OnChanged = func(text string) {
		q, ok := parseNumber(text)
		ok = ok && q.Value >= 0 && q.Value <= mostMargin
		a.wrong(!ok)
		if ok {
			*at = q.Value
			f.changed()
		}
	}
	return labelled(key, a)
}

// reports adds the reports that can follow the map.
func (f *exportForm) reports(sheets func() bool) {
	box := stack(0)
	for _, k := range report.Kinds {
		t := newToggle(say.Text("further."+string(k)), func(on bool) {
			f.choices.Reports = slices.DeleteFunc(slices.Clone(report.Kinds), func(r report.Kind) bool {
				return r != k && !slices.Contains(f.choices.Reports, r) || r == k && !on
			})
			f.touched()
		})
		t.seen = f.reveal
		f.fits = append(f.fits, func() { t.set(slices.Contains(f.choices.Reports, k)) })
		box.Add(t)
	}
	f.add(labelled("export.reports", box), sheets)
}

// looks adds logo and accent colour.
func (f *exportForm) looks(drawn func() bool, browse func(func(string))) {
	logo := newAnswer(say.Text("export.logo_hint"), func(text string) {
		f.choices.Logo = text
		f.changed()
	})
	logo.SetText(f.choices.Logo)
	logo.seen = f.reveal
	find := newPress("…", "", func() { browse(logo.SetText) })
	f.add(labelled("export.logo", framed(nil, nil, nil, inset(0, 0, 0, 4, find), logo)), drawn)
	accent := newAnswer("#1A73E8", nil)
	accent.SetText(f.choices.Accent)
	accent.seen = f.reveal
	accent.OnChanged = func(text string) {
		_, ok := look.ParseHex(text)
		accent.wrong(!ok)
		if ok {
			f.choices.Accent = text
			f.changed()
		}
	}
	f.add(labelled("export.accent", accent), drawn)
}

// carried adds the choice whether the map travels in the file, with the reason.
func (f *exportForm) carried(drawn func() bool) {
	with := newToggle(say.Text("export.with_map"), func(on bool) {
		f.choices.NoMap = !on
		f.touched()
	})
	with.seen = f.reveal
	why := newRemark("", look.Grey)
	f.fits = append(f.fits, func() {
		with.set(!f.choices.NoMap)
		if f.choices.NoMap {
			why.set(say.Text("export.without_map_why"))
		} else {
			why.set(say.Text("export.with_map_why"))
		}
	})
	f.add(stack(0, with, why.prose), drawn)
}
