package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/storage"

	"touchline.app/app/chooser"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/export/open"
	"touchline.app/journey/phrase"
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
	top := e.win.Canvas().Overlays().Top()
	switch {
	case e.choosing != nil && top == e.choosing.veil:
		e.choosing.end()
	case e.exportDialog != nil && top == e.exportDialog.object:
		e.exportDialog.close()
	case e.intake != nil && top == e.intake.object:
		e.intake.close()
	case e.asked != nil:
		e.asked.Hide()
		e.asked = nil
	}
}

// choosing is a question the desktop shows a dialog for.
type choosing struct {
	veil fyne.CanvasObject // over the window: what is under it waits
	end  context.CancelFunc
}

// choose asks the desktop for files, or a place for one, and goes on with what was
// chosen. Where the desktop has no dialog, ours is shown instead.
func (e *editor) choose(q chooser.Question, ask func(context.Context, chooser.Question) ([]string, error), then func([]string), ours func()) {
	if e.choosing != nil {
		return // one thing after the other
	}
	q.Parent, q.Folder = handleOf(e.win), e.folder()
	ctx, cancel := context.WithCancel(context.Background())
	c := &choosing{veil: e.lowerVeil(), end: cancel}
	e.choosing = c
	go func() {
		paths, err := ask(ctx, q)
		e.onUI(func() {
			late := ctx.Err() != nil // she gave up, or the window is closed
			cancel()
			if e.choosing == c {
				e.win.Canvas().Overlays().Remove(c.veil)
				e.choosing = nil
			}
			switch {
			case late:
			case errors.Is(err, chooser.ErrNone):
				ours()
				return
			case err != nil:
				e.notChosen(err)
				return
			case len(paths) > 0:
				then(paths)
			}
			e.settle()
		})
	}()
}

// lowerVeil covers the window while the desktop asks. What it is for is said when
// that takes longer than a moment.
func (e *editor) lowerVeil() fyne.CanvasObject {
	text := kit.NewInk(say.Text("chooser.elsewhere"), 14, fyne.TextStyle{}, "foreground")
	plate := kit.NewPlate(look.Panel, look.Hairline, 9, kit.Inset(12, 20, 12, 20, text))
	plate.Hide()
	v := kit.NewVeil(plate)
	e.win.Canvas().Overlays().Add(v)
	v.Resize(e.win.Canvas().Size())
	e.later(patience, plate.Show)
	return v
}

// inform says a sentence in a dialog that can only be closed.
func (e *editor) inform(title, text string) {
	said := container.New(kit.Fixed{Width: 480}, kit.NewRemark(text, "foreground"))
	e.ask(dialog.NewCustom(title, say.Text("dialog.close"), said, e.win))
}

// notChosen says why no file was chosen.
func (e *editor) notChosen(err error) {
	e.inform(say.Text("chooser.failed"), say.Sentence(err))
}

// handleOf names a window to the desktop, or returns nothing where it has no name
// another program can use.
func handleOf(w fyne.Window) string {
	handle := ""
	if n, ok := w.(driver.NativeWindow); ok {
		n.RunNative(func(c any) {
			if x, ok := c.(driver.X11WindowContext); ok && x.WindowHandle != 0 {
				handle = fmt.Sprintf("x11:%x", x.WindowHandle)
			}
		})
	}
	return handle
}

// askFile asks for a file to read, or several.
func (e *editor) askFile(q chooser.Question, then func([]string)) {
	e.choose(q, e.desk.dialogs.Open, then, func() {
		d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
			switch {
			case err != nil:
				e.notChosen(phrase.Errorf("that file cannot be read (%w); ask its owner for access, or choose another", plainCause(err)))
			case r != nil:
				path := r.URI().Path()
				_ = r.Close() // only its name is wanted; nothing was read
				then([]string{path})
			}
		}, e.win)
		if len(q.Filters) > 0 && len(q.Filters[0].Extensions) > 0 {
			d.SetFilter(storage.NewExtensionFileFilter(q.Filters[0].Extensions))
		}
		e.placeDialog(d)
	})
}

// askFolder asks for a folder.
func (e *editor) askFolder(then func(path string)) {
	q := chooser.Question{Title: say.Text("chooser.folder"), Folders: true}
	e.choose(q, e.desk.dialogs.Open, func(ps []string) { then(ps[0]) }, func() {
		e.placeDialog(dialog.NewFolderOpen(func(l fyne.ListableURI, err error) {
			switch {
			case err != nil:
				e.notChosen(phrase.Errorf("that folder cannot be read (%w); choose another", plainCause(err)))
			case l != nil:
				then(l.Path())
			}
		}, e.win))
	})
}

// askPlace asks where to write a file of the given extension. The file is not
// touched: who writes it does that whole or not at all.
func (e *editor) askPlace(title, kind, name, extension string, then func(path string)) {
	q := chooser.Question{
		Title: title, Accept: say.Text("place.save"), Name: name + extension,
		Filters: []chooser.Filter{{Name: kind, Extensions: []string{extension}}},
	}
	one := func(ctx context.Context, q chooser.Question) ([]string, error) {
		path, err := e.desk.dialogs.Save(ctx, q)
		if path == "" {
			return nil, err
		}
		path, err = withExtension(path, extension)
		return []string{path}, err
	}
	e.choose(q, one, func(ps []string) { then(ps[0]) }, func() { e.askPath(title, name, extension, then) })
}

// mapFilters are the files a map can be opened from.
func mapFilters() []chooser.Filter {
	return []chooser.Filter{
		{Name: say.Text("chooser.maps"), Extensions: append([]string{extension}, open.Extensions...)},
		{Name: say.Text("chooser.map"), Extensions: []string{extension}},
		{Name: say.Text("chooser.all")},
	}
}

// withExtension gives a path the extension it lacks. A file that has the whole
// name is not overwritten, for nobody was asked.
func withExtension(path, extension string) (string, error) {
	if strings.EqualFold(filepath.Ext(path), extension) {
		return path, nil
	}
	path += extension
	if _, err := os.Lstat(path); err == nil {
		return "", phrase.Errorf("%s is there already; choose it or another name", path)
	}
	return path, nil
}

// plainCause leaves out of an error of the system which call it came from.
func plainCause(err error) error {
	var at *os.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
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
