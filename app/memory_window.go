package app

import (
	"path/filepath"
	"slices"
	"time"

	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// How the rest of the window gets on with what is looked at.

// begin looks for what is to settle and for copies beside the map.
func (m *memory) begin() {
	m.settle.look()
	m.copies.begin()
}

// end forgets the map that is closed.
func (m *memory) end() {
	m.wanted++
	m.looking, m.compare = nil, nil
	m.copies.end()
}

// picture shows a new scene of the map as it is now, unless another is looked at.
func (m *memory) picture(s *scene.Scene) {
	if m.looking == nil && s != nil {
		m.put(m.e.filtering.shade(s))
	}
}

// put shows a scene of the map as it is now, dimmed already.
func (m *memory) put(shaded *scene.Scene) {
	if m.looking == nil {
		m.e.board.SetScene(m.marked(shaded, nil))
	}
}

// escapes goes back to now, or else closes the pane, and reports whether there was
// something to leave.
func (m *memory) escapes() bool {
	switch {
	case m == nil || m.e.doc == nil:
		return false
	case m.looking != nil && m.compare == nil:
		m.back()
		if m.pane != nil {
			m.pane.changed()
		}
		m.e.focusMap()
		return true
	}
	return m.closes()
}

// stillAllowed are the actions that make sense while the board does not show the
// map as it is, or while the map can only be read; whole menus by their key.
var stillAllowed = []string{
	"menu.help", "action.new", "action.new_window", "action.open", "action.recent", "action.restore", "action.own_folder", "action.close", "action.quit",
	"action.history", "action.compare", "action.conflicts", "action.zoom_in", "action.zoom_out", "action.fit", "action.full_size",
	"action.light", "action.dark", "action.contrast", "action.system", "action.calm", "action.launch",
}

// readingAllowed are those that need the map as it is, but do not change it.
var readingAllowed = []string{
	"menu.view", "action.save_as", "action.export", "action.export_again", "action.copy", "action.copy_picture", "action.select_all",
	"action.select_none", "action.find", "action.find_next", "action.present",
}

// allows reports whether an action can be carried out now.
func (e *editor) allows(a *action) bool {
	if a.enabled != nil && !a.enabled(e) {
		return false
	}
	if e.doc == nil || e.memory == nil || e.memory.looking == nil && e.sealed == nil {
		return true
	}
	named := func(list []string) bool { return slices.Contains(list, a.key) || slices.Contains(list, a.menu) }
	return named(stillAllowed) || e.memory.looking == nil && named(readingAllowed)
}

// recovered hears that the file is somewhere else, or another than before.
func (e *editor) recovered(r storage.Recovery) {
	path := e.doc.Path()
	name := filepath.Base(path)
	switch r.How {
	case storage.Followed:
		e.remember(path)
		e.notice(say.Text("recovered.followed", "Path", path))
	case storage.WrittenAgain:
		e.notice(say.Text("recovered.written", "Name", name))
	case storage.TakenOver:
		if r.Kept != "" {
			e.notice(say.Text("recovered.kept", "Name", name, "Kept", filepath.Base(r.Kept)))
		}
	default: // nothing was the matter
	}
	e.watchAgain()
	e.retitle()
	e.memory.settle.look()
}

// watchAgain watches the file where it is now.
func (e *editor) watchAgain() {
	if e.watch != nil {
		_ = e.watch.Close() // nothing is heard of it any more
		e.watch = nil
	}
	e.watchFile()
	e.memory.copies.end()
	e.memory.copies.begin()
}

// How long the status bar tells of a change from elsewhere, and how long such
// changes rest before it is looked whether they left something to settle.
const (
	newsTime    = 6 * time.Second
	outsideRest = time.Second
)

// outside hears that another program changed the map, which shows it already.
func (e *editor) outside(edit.Patch) {
	m := e.memory
	e.status.tell(say.Text("status.outside"))
	m.news++
	news := m.news
	e.later(newsTime, func() {
		if m.news == news {
			e.status.tell("")
		}
	})
	e.later(outsideRest, func() {
		if m.news == news && e.doc != nil {
			m.settle.look()
		}
	})
	e.trace.line(map[string]any{"outside": time.Now().UnixMicro()})
}
