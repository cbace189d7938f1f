package app

import (
	"context"
	"errors"
	"net/url"
	"path/filepath"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	out "touchline.app/export/press"
	"touchline.app/journey/phrase"
)

// patience is how long an export may take before its progress is shown, and
// quitLimit how long the end of the program waits for one that was cancelled.
const (
	patience  = 500 * time.Millisecond
	quitLimit = 3 * time.Second
)

// exporting is an export on its way.
type exporting struct {
	path   string
	cancel context.CancelFunc
	done   chan struct{} // closed when nothing is written any more
	parts  atomic.Int64  // done, of total
	total  atomic.Int64
}

// export writes the map as it is now into a file, beside the interface.
func (e *editor) export(path string, c choices, s scope) {
	if e.exporting != nil {
		e.notice(say.Text("notice.export_busy", "Name", filepath.Base(e.exporting.path)))
		return
	}
	e.rememberPressed(path, c, s)
	ctx, cancel := context.WithCancel(context.Background())
	x := &exporting{path: path, cancel: cancel, done: make(chan struct{})}
	e.exporting = x
	e.status.working(say.Text("status.exporting", "Name", filepath.Base(path)))
	e.later(patience, func() { e.showProgress(x) })
	o := order{e.doc.Map().Clone(), c, s}
	go func() {
		warnings, err := x.write(ctx, o)
		close(x.done)
		e.onUI(func() { e.exported(x, o.choices, warnings, err) })
	}()
}

// write writes the file.
func (x *exporting) write(ctx context.Context, o order) ([]phrase.Phrase, error) {
	opts, err := o.options()
	if err != nil {
		return nil, err
	}
	opts.Progress = func(done, total int) {
		x.parts.Store(int64(done))
		x.total.Store(int64(total))
	}
	return out.Write(ctx, x.path, o.m, opts)
}

// showProgress says how far an export is, and offers to cancel it, until it is done.
func (e *editor) showProgress(x *exporting) {
	if e.exporting != x {
		return
	}
	part := 0.0
	if total := x.total.Load(); total > 0 {
		part = float64(x.parts.Load()) / float64(total)
	}
	e.status.progress(part, x.cancel)
	e.later(patience/4, func() { e.showProgress(x) })
}

// later calls f on the goroutine of the interface after a time.
func (e *editor) later(t time.Duration, f func()) {
	time.AfterFunc(t, func() { e.onUI(f) })
}

// exported says what became of an export, without taking the focus.
func (e *editor) exported(x *exporting, c choices, warnings []phrase.Phrase, err error) {
	x.cancel()
	e.exporting = nil
	e.status.working("")
	if e.win.Canvas().Focused() == fyne.Focusable(e.status.cancel) {
		e.focusMap() // it is about to go
	}
	e.status.progress(-1, nil)
	e.trace.line(map[string]any{"exported": x.path, "ok": err == nil})
	switch {
	case errors.Is(err, context.Canceled):
		e.banner.Say("export", say.Text("notice.export_cancelled", "Name", filepath.Base(x.path)), false)
	case err != nil:
		e.banner.Say("export", say.Text("banner.export", "Reason", say.Error(err)), true, kit.Remedy{Text: say.Text("banner.again"), Run: e.askExport})
	default:
		text := say.Text("notice.exported", "Path", x.path)
		if n := len(warnings); n > 0 && !c.Format.Drawn() { // of a drawing they were seen with the preview
			text += " " + say.Count("notice.warnings", n) + " " + say.Closed(say.Phrase(warnings[0]))
		}
		e.banner.Say("export", text, false,
			kit.Remedy{Text: say.Text("banner.open"), Run: func() { e.openFile(x.path) }},
			kit.Remedy{Text: say.Text("banner.show_folder"), Run: func() { e.showInFolder(x.path) }})
	}
}

// stopExport ends an export before the program ends, so that nothing half-written is left.
func (e *editor) stopExport() {
	if e.exporting == nil {
		return
	}
	e.exporting.cancel()
	select {
	case <-e.exporting.done:
	case <-time.After(quitLimit):
	}
}

// openFile opens a file or folder with the program the system has for it.
func (e *editor) openFile(path string) {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	if err := e.app.OpenURL(&u); err != nil {
		e.notice(say.Text("notice.not_shown", "Path", path))
	}
}
