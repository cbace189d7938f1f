package app

import (
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey/phrase"
	"touchline.app/storage"
)

// Files that can be read only, and files that cannot be read.

// guarded is a store that may not be written.
type guarded interface {
	ReadOnly() error // nil: it may be
}

// renewed is a store that may have been written in the present format just now.
type renewed interface {
	Migrated() (format int, kept string) // kept is where the older file is; empty where nothing was done
}

// seal finds out whether the map can be changed, and says why where it cannot.
func (e *editor) seal(f document.Store) {
	e.sealed = nil
	if o, ok := f.(renewed); ok {
		if _, kept := o.Migrated(); kept != "" {
			e.notice(say.Text("notice.renewed", "Kept", kept))
		}
	}
	g, ok := f.(guarded)
	if !ok {
		return
	}
	switch err := g.ReadOnly(); {
	case err == nil:
	case errors.Is(err, storage.ErrNewer):
		e.sealed = say.Fault("sealed.locked")
		e.status.saved.Set(say.Text("status.sealed"), look.Grey)
		e.banner.Say("sealed", say.Text("sealed.newer"), false, kit.Remedy{Text: say.Text("sealed.copy"), Run: e.askSaveAs})
	default: // it may become writable; until then what is changed waits
		e.banner.Say("sealed", say.Text("sealed.writable", "Reason", say.Error(err)), false, kit.Remedy{Text: say.Text("banner.copy"), Run: e.askSaveAs})
	}
	e.memory.unlock()
}

// unseal lets the map be changed: it is in a file of its own now.
func (e *editor) unseal() {
	if e.sealed != nil {
		e.status.saving(e.doc.State())
	}
	e.sealed = nil
	e.banner.Clear("sealed")
	e.memory.unlock()
	e.refreshActions()
}

// notOpened says why a file was not opened. What is in a damaged one can be saved.
func (e *editor) notOpened(path string, err error) {
	if !errors.Is(err, storage.ErrDamaged) {
		e.inform(say.Text("dialog.open_failed"), say.Sentence(err))
		return
	}
	var d *dialog.CustomDialog
	save := kit.NewPress(say.Text("damaged.salvage"), "", func() {
		d.Hide()
		e.asked = nil
		e.askSalvage(path)
	})
	save.Primary = true
	shut := kit.NewPress(say.Text("dialog.close"), "", func() {
		d.Hide()
		e.asked = nil
		e.settle()
	})
	text := container.New(kit.Fixed{Width: 560}, kit.NewRemark(say.Sentence(err)+"\n\n"+say.Text("damaged.text"), "foreground"))
	d = dialog.NewCustomWithoutButtons(say.Text("damaged.title"), kit.Stack(18, text, container.NewHBox(layout.NewSpacer(), shut, save)), e.win)
	e.ask(d)
	e.win.Canvas().Focus(save)
}

// openFirst shows what the program begins with: a map, those of last time, or the
// start. That a map is damaged is said in the window, where something can be done.
func (e *editor) openFirst(path string) error {
	if path == "" {
		if !e.restore() {
			e.showStart()
		}
		return nil
	}
	err := e.load(path)
	if !errors.Is(err, storage.ErrDamaged) {
		return err
	}
	e.showStart()
	e.later(0, func() { e.notOpened(path, err) })
	return nil
}

// askSalvage asks where to put what can be read of a damaged map.
func (e *editor) askSalvage(path string) {
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + " " + say.Text("salvage.name")
	e.askPlace(say.Text("damaged.salvage"), say.Text("chooser.map"), name, extension, func(out string) { e.salvage(path, out) })
}

// salvage puts what can be read of a damaged map into a new file, opens it and says
// what was lost.
func (e *editor) salvage(path, out string) {
	e.busy(say.Text("status.reading", "Name", filepath.Base(path)))
	go func() {
		err := clearPlace(out)
		var found storage.Salvaged
		if err == nil {
			found, err = storage.Salvage(path, out)
		}
		e.onUI(func() {
			e.busy("")
			if err == nil {
				err = e.load(out)
			}
			if err != nil {
				e.inform(say.Text("dialog.open_failed"), say.Sentence(err))
				return
			}
			e.reportSalvage(found, out)
		})
	}()
}

// reportSalvage says what was saved of a damaged map, and what was not.
func (e *editor) reportSalvage(found storage.Salvaged, out string) {
	lines := []string{say.Text("salvage.done", "Rows", found.Rows, "Log", found.FromLog, "Path", out), ""}
	if len(found.Notes) == 0 {
		lines = append(lines, say.Text("salvage.whole"))
	}
	lines = append(lines, found.Notes...)
	scroll := container.NewVScroll(kit.NewRemark(strings.Join(lines, "\n"), "foreground"))
	scroll.SetMinSize(fyne.NewSize(600, 280))
	e.ask(dialog.NewCustom(say.Text("salvage.title"), say.Text("dialog.close"), scroll, e.win))
}

// clearPlace takes away the empty file a dialog has made of a name that was chosen.
func clearPlace(path string) error {
	if err := takeEmpty(path); err != nil {
		return phrase.Errorf("write %s: %w", path, err)
	}
	return nil
}
