package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/storage"
)

// memoryActions are what the file menu offers about the past of a map and about
// other copies of it.
func memoryActions() []action {
	return []action{
		{key: "action.history", menu: "menu.file", line: true, shortcut: ctrl(fyne.KeyH), run: (*editor).showHistory, enabled: hasDocument, checked: func(e *editor) bool { return showsPane[*history](e) }},
		{key: "action.name_version", menu: "menu.file", shortcut: ctrlShift(fyne.KeyV), run: (*editor).nameVersion, enabled: hasDocument},
		{key: "action.compare", menu: "menu.file", shortcut: ctrlShift(fyne.KeyD), run: (*editor).showCompare, enabled: hasDocument, checked: func(e *editor) bool { return showsPane[*comparePane](e) }},
		{key: "action.merge", menu: "menu.file", run: (*editor).askMerge, enabled: hasDocument},
		{key: "action.conflicts", menu: "menu.file", run: (*editor).showConflicts, enabled: hasDocument, checked: func(e *editor) bool { return showsPane[*settling](e) }},
	}
}

// showsPane reports whether a pane of a kind is open.
func showsPane[P pane](e *editor) bool {
	if e.doc == nil || e.memory == nil {
		return false
	}
	_, ok := e.memory.pane.(P)
	return ok
}

// chronicler is a store that tells its past.
type chronicler interface {
	Timeline(ctx context.Context, before int64, limit int) (storage.Timeline, error)
	Versions(ctx context.Context) ([]storage.NamedVersion, error)
	NameVersion(ctx context.Context, name string) (storage.NamedVersion, error)
	RemoveVersion(ctx context.Context, name string) error
}

// stretch is how many steps are read at a time.
const stretch = 500

// history is the pane of what was done to the map, session by session.
type history struct {
	m      *memory
	past   chronicle
	rows   []moment
	at     int64 // position of the chosen line; -1: now
	list   *momentList
	name   *kit.Press
	entry  *kit.Field // a name for a version is typed
	rename string     // the version that gets another name; empty: a new one
	edits  *fyne.Container
	marks  *fyne.Container // what can be done with the chosen version
	busy   bool
	canvas fyne.CanvasObject
}

func (e *editor) showHistory() {
	m := e.memory
	if showsPane[*history](e) {
		m.close()
		return
	}
	h := newHistory(m)
	m.open(h)
	h.read()
}

func newHistory(m *memory) *history {
	h := &history{m: m, at: -1}
	h.list = newMomentList(h)
	h.name = kit.NewPress(say.Text("history.name"), "", func() { h.ask("") })
	h.entry = kit.NewField(false)
	h.entry.SetPlaceHolder(say.Text("history.name_hint"))
	h.entry.OnSubmitted = func(string) { h.keep() }
	h.entry.Keys = func(k fyne.KeyName) bool {
		if k == fyne.KeyEscape {
			h.unask()
		}
		return k == fyne.KeyEscape
	}
	keep := kit.NewPress(say.Text("history.keep"), "", h.keep)
	keep.Primary = true
	h.edits = container.NewBorder(nil, nil, nil, keep, h.entry)
	h.edits.Hide()
	h.marks = kit.Strip(4, kit.NewPress(say.Text("history.rename"), "", func() { h.ask(h.chosen().text) }), kit.NewPress(say.Text("history.remove"), "", h.remove))
	h.marks.Hide()
	h.canvas = m.frame(say.Text("history.title"), kit.Stack(6, container.NewHBox(h.name), h.edits, h.marks), h.list.List, kit.Inset(6, 16, 10, 16, kit.NewRemark(say.Text("history.hint"), look.Grey)))
	return h
}

func (h *history) object() fyne.CanvasObject { return h.canvas }
func (h *history) focus() fyne.Focusable     { return h.list.List }

func (h *history) left() { h.m.back() }

// changed reads what came since, and goes back to now where the person has.
func (h *history) changed() {
	if h.m.looking == nil && h.at >= 0 {
		h.at = -1
	}
	h.read()
}

// read asks the file for its past, as far back as it was shown already.
func (h *history) read() { h.readFrom(0, max(len(h.past.Steps), stretch)) }

// further reads on where the end of the list is seen.
func (h *history) further() {
	if n := len(h.past.Steps); n > 0 && !h.past.whole {
		h.readFrom(h.past.Steps[n-1].Position, stretch)
	}
}

// readFrom reads up to n steps before a position; 0 begins anew.
func (h *history) readFrom(before int64, n int) {
	if h.busy {
		return
	}
	h.busy = true
	doc := h.m.e.doc
	doc.Peek(func(ctx context.Context, s document.Store) func() {
		c, ok := s.(chronicler)
		if !ok {
			return func() {}
		}
		t, err := c.Timeline(ctx, before, n)
		var versions []storage.NamedVersion
		if err == nil {
			versions, err = c.Versions(ctx)
		}
		return func() {
			h.busy = false
			if err != nil {
				h.m.e.failed(err)
				return
			}
			if before > 0 {
				t.Steps = append(h.past.Steps, t.Steps...)
			}
			h.past = chronicle{t, versions, len(t.Steps) < n || before > 0 && len(t.Steps)-len(h.past.Steps) < n}
			h.show()
		}
	})
}

// show makes the lines anew; what is chosen stays chosen.
func (h *history) show() {
	h.rows = h.past.moments(h.m.now())
	h.list.refresh()
	kit.Show(h.marks, h.chosen().kind == momentVersion)
}

// chosen is the line that is looked at.
func (h *history) chosen() moment {
	if i := h.list.At; i >= 0 && i < len(h.rows) {
		return h.rows[i]
	}
	return moment{position: -1}
}

// choose looks at the moment of a line.
func (h *history) choose(i int) {
	if i < 0 || i >= len(h.rows) {
		return
	}
	r := h.rows[i]
	kit.Show(h.marks, r.kind == momentVersion)
	switch {
	case r.gone || r.kind == momentSession:
		return
	case r.kind == momentNow:
		h.at = -1
		h.m.back()
		return
	}
	h.at = r.position
	text := say.Text("looking.step", "When", moment24(r.when, h.m.now()), "What", r.text)
	switch r.kind {
	case momentVersion:
		text = say.Text("looking.version", "When", moment24(r.when, h.m.now()), "Name", r.text)
	case momentBegin:
		text = say.Text("looking.begin")
	default: // a step
	}
	h.m.lookAt(r.position, text)
}
