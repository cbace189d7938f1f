package app

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
)

// action is something a person can ask for, by menu, toolbar or key.
type action struct {
	key      string // of its text; also its name within the table
	menu     string // key of the menu it stands in
	line     bool   // a line is drawn over it
	shortcut fyne.Shortcut
	run      func(*editor)
	enabled  func(*editor) bool     // nil: always
	label    func(*editor) string   // nil: the text of key
	sub      func(*editor) []choice // a menu of its own instead of run
	checked  func(*editor) bool     // nil: it is no switch
}

// choice is an entry of a menu of its own.
type choice struct {
	text string
	run  func(*editor)
}

func ctrl(k fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(k fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// plain is a key without modifiers: the menu shows it, the window's key handler
// acts on it, since the toolkit runs menu shortcuts with a modifier only.
func plain(k fyne.KeyName) fyne.Shortcut { return &desktop.CustomShortcut{KeyName: k} }

func hasDocument(e *editor) bool { return e.doc != nil }

func hasSelection(e *editor) bool { return e.doc != nil && len(e.selection()) > 0 }

// actions is everything the menus, the toolbar and the keys can ask for.
func actions() []action {
	var all []action
	all = append(all, fileActions()...)
	all = append(all, memoryActions()...)
	all = append(all, editActions()...)
	all = append(all, headerActions()...)
	all = append(all, insertActions()...)
	all = append(all, viewActions()...)
	all = append(all, lookingActions()...)
	all = append(all, coverageActions()...)
	return append(all, helpActions()...)
}

func fileActions() []action {
	return []action{
		{key: "action.new", menu: "menu.file", sub: templateChoices},
		{key: "action.new_window", menu: "menu.file", shortcut: ctrlShift(fyne.KeyN), run: (*editor).newWindow},
		{key: "action.open", menu: "menu.file", shortcut: ctrl(fyne.KeyO), run: (*editor).askOpen},
		{key: "action.recent", menu: "menu.file", sub: recentChoices},
		{
			key: "action.restore", menu: "menu.file", run: (*editor).toggleRestore,
			checked: func(e *editor) bool { return e.app.Preferences().Bool(prefRestore) },
		},
		{key: "action.own_folder", menu: "menu.file", run: (*editor).openLibraryFolder},
		{key: "action.save_as", menu: "menu.file", line: true, shortcut: ctrlShift(fyne.KeyS), run: (*editor).askSaveAs, enabled: hasDocument},
		{key: "action.intake", menu: "menu.file", line: true, shortcut: ctrlShift(fyne.KeyM), run: (*editor).askIntake, enabled: hasDocument},
		{key: "action.forget_counts", menu: "menu.file", run: (*editor).forgetCounts, enabled: hasDocument},
		{key: "action.export", menu: "menu.file", line: true, shortcut: ctrl(fyne.KeyE), run: (*editor).askExport, enabled: hasDocument},
		{key: "action.export_again", menu: "menu.file", shortcut: ctrlShift(fyne.KeyE), run: (*editor).exportAgain, enabled: hasDocument},
		{key: "action.close", menu: "menu.file", line: true, shortcut: ctrl(fyne.KeyW), run: (*editor).closeMap, enabled: hasDocument},
		{key: "action.quit", menu: "menu.file", shortcut: ctrl(fyne.KeyQ), run: (*editor).quit},
	}
}

func editActions() []action {
	return []action{
		{key: "action.undo", menu: "menu.edit", shortcut: &fyne.ShortcutUndo{}, run: (*editor).undo, enabled: canUndo, label: undoLabel},
		{key: "action.redo", menu: "menu.edit", shortcut: &fyne.ShortcutRedo{}, run: (*editor).redo, enabled: canRedo, label: redoLabel},
		{key: "action.cut", menu: "menu.edit", line: true, shortcut: &fyne.ShortcutCut{}, run: (*editor).cut, enabled: hasDocument},
		{key: "action.copy", menu: "menu.edit", shortcut: &fyne.ShortcutCopy{}, run: (*editor).copy, enabled: hasDocument},
		{key: "action.copy_picture", menu: "menu.edit", shortcut: ctrlShift(fyne.KeyC), run: (*editor).copyPicture, enabled: hasDocument},
		{key: "action.paste", menu: "menu.edit", shortcut: &fyne.ShortcutPaste{}, run: (*editor).paste, enabled: hasDocument},
		{key: "action.duplicate", menu: "menu.edit", shortcut: ctrl(fyne.KeyD), run: (*editor).duplicate, enabled: hasSelection},
		{key: "action.delete", menu: "menu.edit", shortcut: plain(fyne.KeyDelete), run: (*editor).deleteSelection, enabled: hasSelection},
		{key: "action.select_all", menu: "menu.edit", line: true, shortcut: &fyne.ShortcutSelectAll{}, run: (*editor).selectAll, enabled: hasDocument},
		{key: "action.select_stage", menu: "menu.edit", run: (*editor).selectStage, enabled: hasDocument},
		{key: "action.select_lane", menu: "menu.edit", run: (*editor).selectLane, enabled: hasLane},
		{key: "action.select_none", menu: "menu.edit", shortcut: plain("V"), run: (*editor).selectNone, enabled: hasSelection},
		{key: "action.fields", menu: "menu.edit", line: true, shortcut: plain(fyne.KeyF2), run: (*editor).editFields, enabled: hasDocument},
		{key: "action.align", menu: "menu.edit", run: (*editor).align, enabled: hasSelection},
	}
}

func insertActions() []action {
	return []action{
		{key: "action.touchpoint", menu: "menu.insert", shortcut: plain("T"), run: (*editor).insertTouchpoint, enabled: hasDocument},
		{key: "action.stage", menu: "menu.insert", run: (*editor).insertStage, enabled: hasDocument},
		{key: "action.lane", menu: "menu.insert", sub: laneChoices, enabled: hasDocument},
		{key: "action.pain", menu: "menu.insert", line: true, shortcut: plain("P"), run: (*editor).insertPainPoint, enabled: hasDocument},
		{key: "action.chance", menu: "menu.insert", shortcut: plain("O"), run: (*editor).insertOpportunity, enabled: hasDocument},
		{key: "action.note", menu: "menu.insert", shortcut: plain("N"), run: (*editor).insertNote, enabled: hasDocument},
		{key: "action.promise", menu: "menu.insert", line: true, shortcut: plain("M"), run: (*editor).insertPromise, enabled: hasTwoTouchpoints},
	}
}

func viewActions() []action {
	return []action{
		{key: "action.zoom_in", menu: "menu.view", shortcut: ctrl(fyne.KeyPlus), run: (*editor).zoomIn, enabled: hasDocument},
		{key: "action.zoom_out", menu: "menu.view", shortcut: ctrl(fyne.KeyMinus), run: (*editor).zoomOut, enabled: hasDocument},
		{key: "action.fit", menu: "menu.view", shortcut: ctrl(fyne.Key0), run: (*editor).fit, enabled: hasDocument},
		{key: "action.full_size", menu: "menu.view", shortcut: ctrlShift(fyne.Key0), run: (*editor).fullSize, enabled: hasDocument},
		{
			key: "action.palette", menu: "menu.view", line: true, shortcut: ctrlShift(fyne.KeyL), run: (*editor).togglePalette, enabled: hasDocument,
			checked: func(e *editor) bool { return e.showsPalette() },
		},
		{
			key: "action.inspector", menu: "menu.view", shortcut: ctrlShift(fyne.KeyI), run: (*editor).toggleInspector, enabled: hasDocument,
			checked: func(e *editor) bool { return e.showsInspector() },
		},
		{key: "action.next_panel", menu: "menu.view", shortcut: plain(fyne.KeyF6), run: (*editor).nextPanel, enabled: hasDocument},
		{
			key: "action.light", menu: "menu.view", line: true, run: func(e *editor) { e.setLook(look.Light) },
			checked: func(e *editor) bool { return e.look.Choice == look.Light },
		},
		{
			key: "action.dark", menu: "menu.view", run: func(e *editor) { e.setLook(look.Dark) },
			checked: func(e *editor) bool { return e.look.Choice == look.Dark },
		},
		{
			key: "action.contrast", menu: "menu.view", run: func(e *editor) { e.setLook(look.Clear) },
			checked: func(e *editor) bool { return e.look.Choice == look.Clear },
		},
		{
			key: "action.system", menu: "menu.view", run: func(e *editor) { e.setLook(look.System) },
			checked: func(e *editor) bool { return e.look.Choice == look.System },
		},
		{
			key: "action.calm", menu: "menu.view", line: true, run: (*editor).toggleCalm,
			checked: func(e *editor) bool { return e.app.Preferences().Bool(prefCalm) },
		},
		{key: "action.present", menu: "menu.present", shortcut: plain(fyne.KeyF5), run: (*editor).present, enabled: hasDocument},
	}
}

func helpActions() []action {
	return []action{
		{key: "action.keys", menu: "menu.help", shortcut: plain(fyne.KeyF1), run: (*editor).showKeys},
		{key: "action.about", menu: "menu.help", run: (*editor).showAbout},
	}
}

// perform carries out the action of the given key, where it is possible now.
func (e *editor) perform(key string) {
	for i := range e.table {
		a := &e.table[i]
		switch {
		case a.key != key || a.run == nil:
			continue
		case e.asks():
			e.performUnder(a)
		case e.allows(a):
			a.run(e)
			e.refreshActions()
			e.settle()
		}
		return
	}
}

// performUnder passes what the menu's shortcut took from a field of the open
// dialog on to it. The map behind the dialog is left alone.
func (e *editor) performUnder(a *action) {
	switch a.key {
	case "action.quit":
		a.run(e)
	case "action.undo", "action.redo", "action.select_all":
		if f, ok := e.win.Canvas().Focused().(fyne.Shortcutable); ok {
			f.TypedShortcut(a.shortcut)
		}
	}
}

// typedKey acts on a key nothing in the window has used.
func (e *editor) typedKey(k *fyne.KeyEvent) {
	if e.asks() {
		e.typedUnder(k.Name)
		return
	}
	name := k.Name
	switch name {
	case fyne.KeyBackspace:
		name = fyne.KeyDelete
	case fyne.KeyEscape:
		if e.takeBack() {
			return
		}
		if !e.memory.escapes() && (!e.onMap() || !e.leaveStage()) {
			e.focusMap()
		}
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		name = fyne.KeyF2
	}
	if len(name) > 1 { // the key of a letter is followed by its rune
		e.performPlain(name)
	}
}

// takeBack takes back what is being dragged, and reports whether something was; what is
// being typed or set by a slider goes back too, and the map has the keys again.
func (e *editor) takeBack() bool {
	dragged := kit.TakeBack()
	if e.doc != nil && e.doc.TakeBack() && !dragged {
		e.focusMap()
		return true
	}
	return dragged
}

// typedUnder acts on a key while a dialog is open.
func (e *editor) typedUnder(k fyne.KeyName) {
	d := e.exportDialog
	switch {
	case e.intake != nil && e.win.Canvas().Overlays().Top() == e.intake.object:
		e.intake.typedKey(k)
	case d != nil && e.win.Canvas().Overlays().Top() == d.object:
		d.typedKey(k)
	case k == fyne.KeyEscape:
		e.dismiss()
	}
}

// typedRune acts on a letter nothing in the window has used. The key before it
// does nothing: a field that it gave the cursor to would receive the letter.
func (e *editor) typedRune(r rune) {
	if !e.asks() {
		e.performPlain(fyne.KeyName(unicode.ToUpper(r)))
	}
}

// performPlain carries out the action that has the key without modifiers.
func (e *editor) performPlain(name fyne.KeyName) {
	for i := range e.table {
		if s, ok := e.table[i].shortcut.(*desktop.CustomShortcut); ok && s.Modifier == 0 && s.KeyName == name {
			e.perform(e.table[i].key)
			return
		}
	}
}

// keyText writes a shortcut as a person reads it.
func keyText(s fyne.Shortcut) string {
	k, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	text := ""
	if k.Mod()&fyne.KeyModifierShortcutDefault != 0 {
		text = say.Text("key.ctrl") + "+"
	}
	if k.Mod()&fyne.KeyModifierAlt != 0 {
		text += say.Text("key.alt") + "+"
	}
	if k.Mod()&fyne.KeyModifierShift != 0 {
		text += say.Text("key.shift") + "+"
	}
	return text + keyName(k.Key())
}

// keyName writes a key as it stands on the keyboard.
func keyName(k fyne.KeyName) string {
	switch k {
	case fyne.KeyLeft:
		return "←"
	case fyne.KeyRight:
		return "→"
	case fyne.KeyDelete:
		return say.Text("key.delete")
	default:
		return string(k)
	}
}
