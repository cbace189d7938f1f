package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/kit"
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

	format *kit.Picker
	modes  *kit.Picker
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
	f.format = choose(f, "export.format", always, func() []kit.Option { return kit.Options("format.", out.Formats) }, &f.choices.Format)
	f.modes = choose(f, "export.mode", sheets, func() []kit.Option { return kit.Options("mode.", page.Modes) }, &f.choices.Mode)
	f.modes.Chosen = f.pickMode
	choose(f, "export.page", drawn, f.paperOptions, &f.choices.Paper)
	choose(f, "export.orientation", func() bool { return drawn() && f.choices.Paper != page.Fit }, func() []kit.Option { return kit.Options("orientation.", page.Orientations) }, &f.choices.Orientation)
	choose(f, "export.tile", poster, func() []kit.Option { return kit.Options("page.", page.Tiles) }, &f.choices.Tile)
	f.lengths(poster)
	choose(f, "export.scale", func() bool { return f.choices.Format == out.PNG }, func() []kit.Option { return kit.Options("scale.", sizesOf) }, &f.choices.Size)
	choose(f, "export.theme", drawn, func() []kit.Option { return kit.Options("theme.", out.Themes) }, &f.choices.Theme)
	choose(f, "export.lang", drawn, func() []kit.Option { return kit.Options("lang.", resources.Languages()) }, &f.choices.Lang)
	f.tick(say.Text("export.transparent"), func() bool { return drawn() && !f.choices.manySheets() }, &f.choices.Transparent)
	f.tick(say.Text("export.footer"), func() bool { return f.choices.onPaper() }, &f.choices.Footer)
	f.tick(say.Text("export.bom"), func() bool { return f.choices.Format == out.CSV }, &f.choices.BOM)
	f.carried(drawn)
	f.scopes()
	f.reports(sheets)
	f.looks(drawn, browse)
	f.object = kit.Stack(10, f.rows...)
	f.scroll = container.NewVScroll(kit.Inset(4, 20, 16, 20, f.object))
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
func (f *exportForm) reveal(o fyne.CanvasObject) { kit.ScrollTo(f.scroll, o) }

// touched is called after a choice was made.
func (f *exportForm) touched() {
	f.refresh()
	f.changed()
}

// add adds a row that is seen where it fits.
func (f *exportForm) add(o fyne.CanvasObject, fits func() bool) {
	f.rows = append(f.rows, o)
	f.fits = append(f.fits, func() { kit.Show(o, fits()) })
}

// choose adds a choice of one among several.
func choose[T ~string](f *exportForm, key string, fits func() bool, options func() []kit.Option, at *T) *kit.Picker {
	p := kit.NewPicker(func(v string) {
		*at = T(v)
		f.touched()
	})
	p.Seen = f.reveal
	f.fits = append(f.fits, func() { p.Set(options(), string(*at)) })
	f.add(kit.Labelled(key, p), fits)
	return p
}

// tick adds a choice of yes or no.
func (f *exportForm) tick(text string, fits func() bool, at *bool) *kit.Toggle {
	t := kit.NewToggle(text, func(on bool) {
		*at = on
		f.touched()
	})
	t.Seen = f.reveal
	f.fits = append(f.fits, func() { t.Set(*at) })
	f.add(t, fits)
	return t
}

// viewOptions names what an export can show, as the views are called.
func viewOptions() []kit.Option {
	var os []kit.Option
	for _, v := range viewKinds {
		os = append(os, kit.Option{Value: string(reportOf[v]), Text: say.Text("action.view." + string(v))})
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
func (f *exportForm) paperOptions() []kit.Option {
	os := kit.Options("page.", f.choices.papers())
	if f.choices.manySheets() && f.choices.Mode == page.Poster {
		for i := range os {
			if os[i].Value == string(page.Fit) {
				os[i].Text = say.Text("export.as_large")
			}
		}
	}
	return os
}

// lengths adds the margin and, of a poster, the overlap.
func (f *exportForm) lengths(poster func() bool) {
	margin, overlap := f.length("export.margin", &f.choices.Margin), f.length("export.overlap", &f.choices.Overlap)
	f.fits = append(f.fits, func() { kit.Show(overlap, poster()) })
	f.add(kit.Pair(margin, overlap), func() bool { return f.choices.onPaper() })
}

// length makes a field of a length in mm.
func (f *exportForm) length(key string, at *float64) fyne.CanvasObject {
	a := kit.NewAnswer("", nil)
	a.Seen = f.reveal
	a.SetText(say.Number(journey.Known(*at)))
	a.OnChanged = func(text string) {
		q, ok := say.ParseNumber(text)
		ok = ok && q.Value >= 0 && q.Value <= mostMargin
		a.Wrong(!ok)
		if ok {
			*at = q.Value
			f.changed()
		}
	}
	return kit.Labelled(key, a)
}

// reports adds the reports that can follow the map.
func (f *exportForm) reports(sheets func() bool) {
	box := kit.Stack(0)
	for _, k := range report.Kinds {
		t := kit.NewToggle(say.Text("further."+string(k)), func(on bool) {
			f.choices.Reports = slices.DeleteFunc(slices.Clone(report.Kinds), func(r report.Kind) bool {
				return r != k && !slices.Contains(f.choices.Reports, r) || r == k && !on
			})
			f.touched()
		})
		t.Seen = f.reveal
		f.fits = append(f.fits, func() { t.Set(slices.Contains(f.choices.Reports, k)) })
		box.Add(t)
	}
	f.add(kit.Labelled("export.reports", box), sheets)
}

// looks adds logo and accent colour.
func (f *exportForm) looks(drawn func() bool, browse func(func(string))) {
	logo := kit.NewAnswer(say.Text("export.logo_hint"), func(text string) {
		f.choices.Logo = text
		f.changed()
	})
	logo.SetText(f.choices.Logo)
	logo.Seen = f.reveal
	find := kit.NewPress("…", "", func() { browse(logo.SetText) })
	f.add(kit.Labelled("export.logo", kit.Framed(nil, nil, nil, kit.Inset(0, 0, 0, 4, find), logo)), drawn)
	accent := kit.NewAnswer("#1A73E8", nil)
	accent.SetText(f.choices.Accent)
	accent.Seen = f.reveal
	accent.OnChanged = func(text string) {
		_, ok := look.ParseHex(text)
		accent.Wrong(!ok)
		if ok {
			f.choices.Accent = text
			f.changed()
		}
	}
	f.add(kit.Labelled("export.accent", accent), drawn)
}

// carried adds the choice whether the map travels in the file, with the reason.
func (f *exportForm) carried(drawn func() bool) {
	with := kit.NewToggle(say.Text("export.with_map"), func(on bool) {
		f.choices.NoMap = !on
		f.touched()
	})
	with.Seen = f.reveal
	why := kit.NewRemark("", look.Grey)
	f.fits = append(f.fits, func() {
		with.Set(!f.choices.NoMap)
		if f.choices.NoMap {
			why.Set(say.Text("export.without_map_why"))
		} else {
			why.Set(say.Text("export.with_map_why"))
		}
	})
	f.add(kit.Stack(0, with, why.Prose), drawn)
}
