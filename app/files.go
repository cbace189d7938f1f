package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"touchline.app/app/chooser"
	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/sample"
)

// closeLimit is how long the window waits for the last changes to be written.
const closeLimit = 4 * time.Second

// load opens a file in this window, in place of the map that is open.
func (e *editor) load(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if !isMap(path) {
		return e.importFile(path)
	}
	f, m, err := document.OpenFile(path)
	if err != nil {
		return err
	}
	e.remember(path)
	e.placeAs(path)
	e.take(f, m)
	return nil
}

// scratch opens a new map that nobody has given a place yet: it is in a file
// nevertheless, so that nothing is lost.
func (e *editor) scratch(m *journey.Map) error {
	dir, err := scratchFolder()
	if err != nil {
		return err
	}
	f, err := document.CreateFile(freePath(dir, fileName(m.Head.Title), extension), m)
	if err != nil {
		return err
	}
	e.remember(f.Path())
	e.placeAs(f.Path())
	e.take(f, m)
	return nil
}

// take shows a map in the window.
func (e *editor) take(f document.Store, m *journey.Map) {
	e.reading++
	e.leave()
	e.scenery = newScenery(e.onUI, e.MapTheme(), e.pictured)
	e.doc = document.New(m, f, e.ids, e.onUI, document.Listener{Changed: e.changed, State: e.saving, Notice: e.notice, Outside: e.outside, Recovered: e.recovered})
	doc := e.doc
	doc.Recall(func() {
		if e.doc == doc {
			e.refreshActions()
		}
	})
	e.picked = nil
	e.arrange()
	e.watchFile()
	e.status.saving(document.Saved)
	e.scenery.draw(m)
	e.board.Begin()
	e.status.scale(e.board.Zoom())
	e.status.show(m)
	e.hint.refresh(m.Touchpoints.Len())
	e.palette.refresh()
	e.retitle()
	e.refreshActions()
	e.desk.noteSession(e)
	e.seal(f)
	e.memory.begin()
	e.trace.state(document.Saved)
}

// leave closes the map that is open. What could not be written is said by the
// error Run returns.
func (e *editor) leave() {
	if e.doc == nil {
		return
	}
	e.win.Canvas().Unfocus() // what is being typed belongs to the map
	if e.showing != nil {
		e.showing.end()
	}
	if e.choosing != nil {
		e.choosing.end()
	}
	if e.exportDialog != nil {
		e.exportDialog.close()
	}
	if e.intake != nil {
		e.intake.close()
	}
	if e.watch != nil {
		_ = e.watch.Close() // nothing is heard of it any more
		e.watch = nil
	}
	e.memory.end()
	limit := closeLimit
	if e.abandoned {
		limit = 0
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	e.closing = e.doc.Close(ctx)
	e.scenery.closed = true
	e.doc = nil
}

// watchFile takes over what other programs do to the file.
func (e *editor) watchFile() {
	doc := e.doc
	w, err := watchPath(doc.Path(), func() {
		e.onUI(func() {
			if e.doc == doc {
				doc.Refresh()
			}
		})
	})
	if err != nil { // without a watch the map can still be edited
		e.notice(say.Text("notice.unwatched", "Reason", say.Error(err)))
		return
	}
	e.watch = w
}

// openPath opens what the person asked for, or says why it cannot be opened.
func (e *editor) openPath(path string) {
	e.unlessUnsaved(func() {
		if !isMap(path) {
			e.importBeside(path)
			return
		}
		if err := e.load(path); err != nil {
			e.notOpened(path, err)
		}
	})
}

func (e *editor) askOpen() {
	e.askFile(chooser.Question{Title: say.Text("chooser.open"), Several: true, Filters: mapFilters()}, e.openEach)
}

// askSaveAs asks for a place and goes on there.
func (e *editor) askSaveAs() {
	doc := e.doc
	e.askPlace(say.Text("chooser.save"), say.Text("chooser.map"), fileName(doc.Map().Head.Title), extension, func(path string) {
		if e.doc != doc {
			return // it was closed meanwhile
		}
		if w, ok := e.desk.holding(path); ok && w != e {
			e.inform(say.Text("dialog.save_failed"), say.Text("place.open_there", "Name", filepath.Base(path)))
			return
		}
		e.saveAs(path)
	})
}

// saveAs goes on in a copy at path.
func (e *editor) saveAs(path string) {
	doc := e.doc
	old := doc.Path()
	doc.SaveAs(path, document.CopyFile, func(err error) {
		if err != nil {
			e.notSaved(err)
			return
		}
		e.banner.Clear("scratch")
		e.unseal()
		e.notice(say.Text("notice.saved_as", "Path", path))
		e.remember(path)
		e.movePressed(old, path)
		e.dropScratch(old)
		e.watchAgain()
		e.desk.noteSession(e)
		e.retitle()
		e.refreshActions()
	})
}

// notSaved says why there is no copy.
func (e *editor) notSaved(err error) {
	e.inform(say.Text("dialog.save_failed"), say.Sentence(err))
}

// dropScratch removes a scratch map that was given a place of its own.
func (e *editor) dropScratch(path string) {
	dir, err := scratchFolder()
	if err != nil || filepath.Dir(path) != dir {
		return
	}
	if err := os.Remove(path); err == nil || errors.Is(err, os.ErrNotExist) {
		e.forget(path)
	}
}

// templateChoices lists what a new map can begin with.
func templateChoices(e *editor) []choice {
	var cs []choice
	for _, name := range sample.Names {
		cs = append(cs, choice{say.Text("template." + name), func(e *editor) { e.somewhere(func(w *editor) { w.newMap(name) }) }})
	}
	for _, t := range e.desk.own.templates {
		cs = append(cs, choice{t.name, func(e *editor) { e.somewhere(func(w *editor) { w.openTemplate(t.path) }) }})
	}
	return cs
}

// newMap opens a new map of a template.
func (e *editor) newMap(template string) {
	e.unlessUnsaved(func() { e.begin(func() (*journey.Map, error) { return fromTemplate(template, e.ids) }) })
}

// begin opens a new map that is made.
func (e *editor) begin(make func() (*journey.Map, error)) {
	m, err := make()
	if err == nil {
		err = e.scratch(m)
	}
	if err != nil {
		e.inform(say.Text("dialog.new_failed"), say.Sentence(err))
		return
	}
	e.banner.Say("scratch", say.Text("notice.scratch"), false, kit.Remedy{Text: say.Text("banner.keep"), Run: e.askSaveAs})
}

// closeMap goes back to the start screen.
func (e *editor) closeMap() {
	e.unlessUnsaved(func() {
		e.leave()
		e.desk.noteSession(e)
		e.showStart()
	})
}
