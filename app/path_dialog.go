package app

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
)

// pathDialog asks for the path of a file to write, where the desktop has no dialog
// for that. The one of the toolkit would empty a file that is there already, before
// anything is written.
type pathDialog struct {
	e         *editor
	extension string
	then      func(path string)

	path   *kit.Field
	note   *kit.Ink
	accept *kit.Press
	asked  string // the file she was asked about whether to replace it
	dialog *dialog.CustomDialog
}

// pathWidth is that of the dialog.
const pathWidth = 560

// askPath opens the dialog.
func (e *editor) askPath(title, name, extension string, then func(path string)) {
	d := &pathDialog{e: e, extension: extension, then: then, path: kit.NewField(false), note: kit.NewInk("", 12, fyne.TextStyle{}, look.Negative).Narrow(120)}
	d.path.SetText(freePath(e.folder(), name, extension))
	d.path.OnChanged = func(string) { d.say("") }
	d.path.Keys = func(k fyne.KeyName) bool {
		if k != fyne.KeyReturn && k != fyne.KeyEnter {
			return false
		}
		d.submit()
		return true
	}
	d.accept = kit.NewPress(say.Text("place.save"), "", d.submit)
	d.accept.Primary = true
	folder := kit.NewPress(say.Text("export.folder"), "", func() {
		e.askFolder(func(dir string) { d.path.SetText(filepath.Join(dir, filepath.Base(d.target()))) })
	})
	line := container.NewBorder(nil, nil, nil, folder, d.path)
	buttons := container.NewHBox(layout.NewSpacer(), kit.NewPress(say.Text("dialog.cancel"), "", d.close), d.accept)
	content := container.New(kit.Fixed{Width: pathWidth}, kit.Stack(8, kit.Caption(say.Text("place.path")), line, d.note, buttons))
	d.dialog = dialog.NewCustomWithoutButtons(title, content, e.win)
	e.ask(d.dialog)
	e.win.Canvas().Focus(d.path)
	d.path.CursorColumn = len([]rune(d.path.Text))
	d.path.Refresh()
}

func (d *pathDialog) close() {
	d.dialog.Hide()
	d.e.asked = nil
	d.e.settle()
}

// target is the file that would be written.
func (d *pathDialog) target() string {
	path := strings.TrimSpace(d.path.Text)
	if !strings.EqualFold(filepath.Ext(path), d.extension) {
		path += d.extension
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(d.e.folder(), path)
	}
	return filepath.Clean(path)
}

// submit goes on with the path. A file that is there already is replaced only when
// that was said twice.
func (d *pathDialog) submit() {
	path := d.target()
	_, err := os.Lstat(path)
	switch {
	case strings.TrimSpace(d.path.Text) == "":
	case !isFolder(filepath.Dir(path)):
		d.say(say.Text("place.no_folder", "Path", filepath.Dir(path)))
	case err == nil && d.asked != path:
		d.say(say.Text("place.replaces", "Name", filepath.Base(path)))
		d.asked = path
		d.accept.SetText(say.Text("export.replace"))
	default:
		d.close()
		d.then(path)
	}
}

// say puts a sentence under the path. What was asked before is forgotten.
func (d *pathDialog) say(text string) {
	d.asked = ""
	d.note.Set(text, look.Negative)
	d.e.trace.line(map[string]any{"asked": text})
	d.accept.SetText(say.Text("place.save"))
}
