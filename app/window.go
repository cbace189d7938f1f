package app

import (
	"image/color"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"touchline.app/app/document"
	"touchline.app/app/inspector"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// editor is the main window: what it shows and what it is asked for. All of it
// belongs to the goroutine of the interface.
type editor struct {
	desk  *desk // what all windows share
	app   fyne.App
	win   fyne.Window
	look  *look.Theme
	ids   *journey.IDs
	onUI  func(func())
	home  func() (string, error)
	trace *trace

	copyOut func(png []byte) error // nil: pictures cannot be copied

	doc     *document.Document // nil: the start screen is shown
	watch   closer
	scenery *scenery
	showing *presenter // nil: nothing is presented
	table   []action
	menus   *menus
	closing error // why the last changes could not be written

	board     *canvas.Board
	picked    []scene.Ref // the selection, also of what is not drawn on the map
	toolbar   *toolbar
	palette   *palette
	inspector *inspector.Panel
	status    *status
	banner    *kit.Banner
	memory    *memory // the past of the map, other copies of it, what is to settle
	sealed    error   // why the map can only be read; nil: it can be changed
	finder    *finder
	filtering *filtering
	views     *views
	sides     *fyne.Container // the border around the board
	hint      *hint
	air       *fyne.Container // over everything: what is dragged
	ghost     *kit.Plate
	asked     dialog.Dialog // the dialog that is open

	shown        bool          // the window is on the screen
	abandoned    bool          // changes that cannot be written may be lost
	choosing     *choosing     // nil: the desktop is asked for nothing
	exportDialog *exportDialog // nil: it is closed
	intake       *intake       // nil: no table is taken in
	exporting    *exporting    // nil: nothing is being written
	reading      int           // counts the files that were opened: what is read too late is dropped
}

// closer ends the watch over a file.
type closer interface{ Close() error }

// build makes the window and its menus.
func (e *editor) build() {
	e.win = e.app.NewWindow(say.Text("app.name"))
	e.win.SetPadded(false)
	e.menus = newMenus(e)
	e.menus.refresh(e)
	e.win.SetMainMenu(e.menus.bar)
	e.win.Canvas().SetOnTypedKey(e.typedKey)
	e.win.Canvas().SetOnTypedRune(e.typedRune)
	e.win.Canvas().AddShortcut(ctrlShift(fyne.KeyZ), func(fyne.Shortcut) { e.perform("action.redo") }) // as usual as the one of the menu
	e.win.SetCloseIntercept(e.shut)
	e.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { e.dropped(uris) })
	e.app.Settings().AddListener(func(fyne.Settings) { e.relook() })
}

// arrange puts the open map into the window.
func (e *editor) arrange() {
	e.status = newStatus(e)
	e.board = e.newBoard()
	e.hint = newHint()
	e.inspector = inspector.New(e.doc, e.failed, e.pick)
	e.palette = newPalette(e)
	e.toolbar = newToolbar(e)
	e.banner = kit.NewBanner(func() { e.memory.float.Refresh() })
	e.finder, e.filtering, e.views = newFinder(e), newFiltering(e), newViews(e)
	e.memory = newMemory(e)
	e.memory.cover.changed()
	middle := e.views.over(container.NewStack(e.board, e.hint.object))
	e.sides = kit.Framed(e.toolbar.object, e.status.object, e.palette.object, e.memory.beside(e.inspector.Object), middle)
	kit.Show(e.palette.object, e.app.Preferences().BoolWithFallback(prefPalette, true))
	kit.Show(e.inspector.Object, e.app.Preferences().BoolWithFallback(prefInspector, true))
	e.air, e.ghost = container.NewWithoutLayout(), nil
	e.inspector.ProposeIn(e.air)
	e.win.SetContent(container.NewStack(e.sides, e.air))
	e.focusMap()
}

// changed draws what a command, undo or another program did to the map.
func (e *editor) changed(p edit.Patch) {
	e.finder.stale()
	e.filtering.refresh()
	e.views.refresh()
	e.scenery.draw(e.doc.Map())
	e.inspector.Refresh()
	e.palette.refresh()
	e.status.show(e.doc.Map())
	e.hint.refresh(e.doc.Map().Touchpoints.Len())
	e.retitle()
	e.refreshActions()
	if e.exportDialog != nil {
		e.exportDialog.refresh()
	}
	e.memory.changed()
	if len(p.Asides) > 0 { // what the file is about to be told
		e.onUI(e.memory.settle.look)
	}
}

// pictured shows a new scene wherever the map is seen.
func (e *editor) pictured(s *scene.Scene) {
	e.memory.picture(s)
	if e.showing != nil {
		e.showing.setScene(s)
	}
}

func (e *editor) refreshActions() {
	e.menus.refresh(e)
	if e.toolbar != nil && e.doc != nil {
		e.toolbar.refresh(e)
	}
}

func (e *editor) retitle() {
	if e.doc == nil {
		e.win.SetTitle(say.Text("app.name"))
		return
	}
	head := e.doc.Map().Head
	parts := []string{say.OrElse(head.Title, strings.TrimSuffix(filepath.Base(e.doc.Path()), ".journey"))}
	if head.State == journey.FutureState {
		parts[0] += " (" + say.Text("title.future") + ")"
	}
	if e.doc.State() == document.SaveFailing {
		parts = append(parts, say.Text("title.failing"))
	}
	t := say.OneLine(strings.Join(append(parts, say.Text("app.name")), " — "))
	if e.win.Title() != t {
		e.win.SetTitle(t)
	}
}

// do carries out a command of the map, the palette or a menu.
func (e *editor) do(cmd edit.Command) {
	if err := e.doc.Do(counted(cmd)); err != nil {
		e.failed(err)
	}
}

// failed says that something could not be done, without a dialog.
func (e *editor) failed(err error) {
	e.banner.Say("edit", say.Text("banner.edit", "Reason", say.Error(err)), true)
}

// saving hears how far the file is behind the map.
func (e *editor) saving(s document.Saving, err error) {
	e.status.saving(s)
	e.trace.state(s)
	e.retitle()
	if s != document.SaveFailing {
		e.banner.Clear("save")
		return
	}
	e.banner.Say("save", say.Text("banner.save", "Reason", say.Error(err)), true,
		kit.Remedy{Text: say.Text("banner.copy"), Run: e.askSaveAs}, kit.Remedy{Text: say.Text("banner.retry"), Run: e.doc.Retry})
}

func (e *editor) notice(text string) { e.banner.Say("notice", text, false) }

// stageInView returns the stage of the selection, or the one in the middle of
// what is seen of the map.
func (e *editor) stageInView() (journey.Stage, bool) {
	m := e.doc.Map()
	stage, _ := e.where()
	if s, ok := m.Stages.Get(stage); ok {
		return s, true
	}
	return journey.Stage{}, false
}

// where returns the stage and touchpoint new things belong to: those of the
// selection, or else the stage in view.
func (e *editor) where() (stage, touchpoint journey.ID) {
	m := e.doc.Map()
	for _, r := range e.selection() {
		row, _ := m.Row(r.Kind, r.ID)
		stage, _, touchpoint = journey.Homes(row)
		if r.Kind == journey.KindTouchpoint {
			touchpoint = r.ID
		}
		if r.Kind == journey.KindStage {
			stage = r.ID
		}
		if stage != "" {
			return stage, touchpoint
		}
	}
	if e.scenery.now != nil && len(e.scenery.now.Stages) > 0 {
		return e.scenery.now.StageAt(e.board.Middle().X).Stage, ""
	}
	return "", ""
}

// hueOf returns the colour the map gives a stage.
func (e *editor) hueOf(stage journey.ID) color.Color {
	for i, s := range e.doc.Map().StagesInOrder() {
		if s.ID != stage {
			continue
		}
		if c, ok := look.ParseHex(s.Color); ok && s.Color != "" {
			return c
		}
		return look.NRGBA(e.scenery.theme.Stages[i%len(e.scenery.theme.Stages)])
	}
	return look.Color("primary")
}
