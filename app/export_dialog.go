package app

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/chooser"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	out "touchline.app/export/press"
	"touchline.app/journey"
)

// formWidth is that of the column of choices.
const formWidth = 330

// exportDialog fills the window with the choices of an export, the pages as they
// will print, and where the file goes.
type exportDialog struct {
	e        *editor
	form     *exportForm
	preview  *preview
	path     *kit.Answer
	note     *kit.Ink
	accept   *kit.Press
	warnings kit.Remark
	scroll   *container.Scroll
	before   string // where this map was exported to last: replaced without a question
	asked    string // the file somebody was asked about whether to replace it
	object   fyne.CanvasObject
}

// askExport opens the export dialog; it proposes the view that is shown.
func (e *editor) askExport() {
	if e.doc == nil || e.exportDialog != nil {
		return
	}
	last, m := e.pressedLast(), e.doc.Map()
	s := last.Scope
	if !s.fits(m) {
		s = scope{}
	}
	c := readChoices(last.Choices)
	if v := reportOf[e.views.now]; v != c.View {
		c.View, last.Path = v, ""
	}
	if c.View != "" && !c.viewing() {
		c.Format = out.PDF
	}
	d := &exportDialog{e: e, before: last.Path}
	d.preview = newPreview(e.onUI, d.proved)
	d.form = newExportForm(m, c, s, d.refresh, d.browseLogo)
	d.build()
	d.path.SetText(e.exportPath(last.Path, d.form.choices.Format))
	e.exportDialog = d
	e.win.Canvas().Overlays().Add(d.object)
	d.object.Resize(e.win.Canvas().Size())
	e.win.Canvas().Focus(d.form.format)
	e.trace.line(map[string]any{"dialog": "export"})
	d.refresh()
}

// build lays the dialog out. Tab goes through it in the order of the objects.
func (d *exportDialog) build() {
	d.path = kit.NewAnswer("", d.typed)
	d.note = kit.NewInk("", 12, fyne.TextStyle{}, look.Negative).Narrow(120)
	d.warnings = kit.NewRemark("", look.Negative)
	d.scroll = container.NewVScroll(d.warnings.Prose)
	d.scroll.SetMinSize(fyne.NewSize(120, 74))
	d.scroll.Hide()
	d.accept = kit.NewPress(say.Text("export.accept"), "", d.submit)
	d.accept.Primary = true
	head := kit.Inset(14, 20, 10, 20, kit.NewInk(strings.TrimSuffix(say.Text("action.export"), "…"), 18, kit.Bold, "foreground"))
	choices := container.New(kit.Fixed{Width: formWidth}, d.form.scroll)
	pages := kit.Framed(nil, d.scroll, nil, nil, d.preview.object)
	folder := kit.NewPress(say.Text("export.folder"), "", d.browseFolder)
	buttons := kit.Strip(8, kit.NewPress(say.Text("dialog.cancel"), "", d.close), d.accept)
	place := kit.Flank(kit.NewInk(say.Text("export.path"), 13, fyne.TextStyle{}, "foreground"), kit.Strip(8, folder, buttons), d.path)
	foot := kit.NewPlate("inputBackground", "", 0, kit.Framed(kit.Hairline(), nil, nil, nil, kit.Inset(8, 16, 8, 20, kit.Stack(2, place, d.note))))
	a := &kit.Around{Top: head, Bottom: foot, Left: choices, Middle: kit.Inset(0, 20, 10, 4, pages)}
	d.object = kit.NewPlate(look.Panel, "", 0, container.New(a, head, choices, a.Middle, foot))
}

// refresh asks for a preview of the choices as they are now.
func (d *exportDialog) refresh() {
	if d.path == nil || d.e.doc == nil {
		return // it is being built, or the map is closed
	}
	if want := withFormat(d.path.Text, d.form.choices.Format); want != d.path.Text {
		d.path.SetText(want)
	}
	d.named()
	d.preview.show(func() order { return order{d.e.doc.Map().Clone(), d.form.choices, d.form.scope} })
}

// proved shows what should be known before printing.
func (d *exportDialog) proved(p *proof) {
	lines := make([]string, len(p.warnings))
	for i, w := range p.warnings {
		lines[i] = "! " + say.Capital(say.Phrase(w))
	}
	d.warnings.Set(strings.Join(lines, "\n"))
	kit.Show(d.scroll, len(p.warnings) > 0)
	d.scroll.Refresh()
	d.rearrange()
	sheets := 0
	if p.doc != nil {
		sheets = len(p.doc.Sheets)
	}
	d.e.trace.line(map[string]any{"preview": sheets})
}

// typed hears of another name. One that ends as another format does chooses it.
func (d *exportDialog) typed(path string) {
	if f, ok := out.FormatOf(path); ok && f != d.form.choices.Format {
		d.form.choices.Format = f
		d.form.touched()
	}
	d.named()
}

// named looks at the name of the file after it changed.
func (d *exportDialog) named() {
	if d.asked != "" && d.asked != d.target() {
		d.asked = ""
	}
	text := ""
	if d.asked != "" {
		text = say.Text("export.replaces", "Name", filepath.Base(d.asked))
	}
	d.note.Set(text, look.Negative)
	kit.Show(d.note, text != "")
	d.accept.SetText(say.Text("export.accept"))
	if d.asked != "" {
		d.accept.SetText(say.Text("export.replace"))
	}
	d.accept.Enable(strings.TrimSpace(d.path.Text) != "")
	d.rearrange()
}

// rearrange makes room for what came or went.
func (d *exportDialog) rearrange() {
	if d.object.Size().Width > 0 {
		d.object.Refresh()
	}
}

// target is the file that would be written.
func (d *exportDialog) target() string {
	path := withFormat(strings.TrimSpace(d.path.Text), d.form.choices.Format)
	if !filepath.IsAbs(path) {
		path = filepath.Join(d.e.folder(), path)
	}
	return filepath.Clean(path)
}

// submit writes the file. One that is there already, and is not this map's own
// export, is replaced only when that was said twice.
func (d *exportDialog) submit() {
	if d.accept.Off {
		return
	}
	path := d.target()
	if _, err := os.Lstat(path); err == nil && path != d.before && path != d.asked {
		d.asked = path
		d.named()
		return
	}
	c, s := d.form.choices, d.form.scope
	d.close()
	d.e.export(path, c, s)
}

// close closes the dialog; the choices are remembered by an export alone.
func (d *exportDialog) close() {
	d.preview.close()
	d.e.win.Canvas().Overlays().Remove(d.object)
	d.e.exportDialog = nil
	d.e.settle()
}

// typedKey acts on a key that nothing in the dialog has used.
func (d *exportDialog) typedKey(k fyne.KeyName) {
	switch k {
	case fyne.KeyEscape:
		d.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		d.submit()
	case fyne.KeyPageUp:
		d.preview.turn(-1)
	case fyne.KeyPageDown:
		d.preview.turn(1)
	}
}

// browseFolder asks for another folder and keeps the name.
func (d *exportDialog) browseFolder() {
	d.e.askFolder(func(dir string) { d.path.SetText(filepath.Join(dir, filepath.Base(d.target()))) })
}

// browseLogo asks for a picture.
func (d *exportDialog) browseLogo(then func(path string)) {
	d.e.askFile(chooser.Question{
		Title:   say.Text("chooser.logo"),
		Filters: []chooser.Filter{{Name: say.Text("chooser.pictures"), Extensions: []string{".png", ".jpg", ".jpeg"}}, {Name: say.Text("chooser.all")}},
	}, func(paths []string) { then(paths[0]) })
}

// withFormat gives a path the extension of a format, in place of that of another.
func withFormat(path string, f out.Format) string {
	if strings.TrimSpace(path) == "" {
		return path
	}
	if _, ok := out.FormatOf(path); ok {
		path = strings.TrimSuffix(path, filepath.Ext(path))
	}
	return path + "." + string(f)
}

// exportPath is the place offered for an export: that of the last one, or one
// where there is no file yet.
func (e *editor) exportPath(last string, f out.Format) string {
	if last != "" && isFolder(filepath.Dir(last)) {
		return withFormat(last, f)
	}
	name := e.doc.Map().Head.Title
	if e.views.now != viewMap {
		name = say.OrElse(name, say.Text("untitled")) + " - " + say.Text("action.view."+string(e.views.now))
	}
	return freePath(e.folder(), fileName(name), "."+string(f))
}

// fits reports whether the stages and lanes the scope names are in the map.
func (s scope) fits(m *journey.Map) bool {
	for _, id := range []journey.ID{s.From, s.To} {
		if _, ok := m.Stages.Get(id); id != "" && !ok {
			return false
		}
	}
	for _, id := range s.Without {
		if _, ok := m.Lanes.Get(id); !ok {
			return false
		}
	}
	return true
}
