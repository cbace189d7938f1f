package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// ask shows a dialog. Escape closes it.
func (e *editor) ask(d dialog.Dialog) {
	e.asked = d
	d.Show()
}

// asks reports whether a dialog or a menu has the keys.
func (e *editor) asks() bool { return e.win.Canvas().Overlays().Top() != nil }

// dismiss closes the dialog that is open, as if it had been cancelled.
func (e *editor) dismiss() {
	if d := e.exportDialog; d != nil && e.win.Canvas().Overlays().Top() == d.object {
		d.close()
		return
	}
	if e.asked != nil {
		e.asked.Hide()
		e.asked = nil
	}
}

// askPlace asks where to write a file of the given extension.
func (e *editor) askPlace(name, extension string, then func(path string)) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			return
		}
		path := w.URI().Path()
		_ = w.Close() // nothing was written
		if path, err = withExtension(path, extension); err != nil {
			e.ask(dialog.NewInformation(say("dialog.save_failed"), sentence(err), e.win))
			return
		}
		then(path)
	}, e.win)
	d.SetFileName(name + extension)
	d.SetFilter(storage.NewExtensionFileFilter([]string{extension}))
	e.placeDialog(d)
}

// withExtension gives a path the extension it lacks. The dialog has made an
// empty file of the name without it, which is removed; a file that has the whole
// name is not overwritten, for nobody was asked.
func withExtension(path, extension string) (string, error) {
	if strings.EqualFold(filepath.Ext(path), extension) {
		return path, nil
	}
	if st, err := os.Stat(path); err == nil && st.Size() == 0 {
		if err := os.Remove(path); err != nil {
			return "", err
		}
	}
	path += extension
	if _, err := os.Lstat(path); err == nil {
		return "", fmt.Errorf("%s is there already; choose it or another name", path)
	}
	return path, nil
}

// placeDialog shows a file dialog in the folder used last, over most of the window.
func (e *editor) placeDialog(d *dialog.FileDialog) {
	if dir := e.folder(); dir != "" {
		if l, err := storage.ListerForURI(storage.NewFileURI(dir)); err == nil {
			d.SetLocation(l)
		}
	}
	e.ask(d) // it has no size of its own before
	s := e.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(s.Width*0.8, 900), min(s.Height*0.8, 640)))
}
