package app

import "fyne.io/fyne/v2"

// lookingActions are what the menus offer for looking: finding, filtering and
// the views.
func lookingActions() []action {
	return []action{
		{key: "action.find", menu: "menu.edit", line: true, shortcut: ctrl(fyne.KeyF), run: (*editor).find, enabled: hasDocument},
		{key: "action.find_next", menu: "menu.edit", shortcut: plain(fyne.KeyF3), run: (*editor).findNext, enabled: hasDocument},
		{key: "action.launch", menu: "menu.edit", shortcut: ctrl(fyne.KeyK), run: (*editor).launch},
		{key: "action.filter", menu: "menu.view", line: true, shortcut: ctrlShift(fyne.KeyF), run: (*editor).toggleFilter, enabled: hasDocument, checked: (*editor).filters},
		{key: "action.focus", menu: "menu.view", shortcut: plain("F"), run: (*editor).focusStage, enabled: hasStages, checked: (*editor).focuses},
	}
}

func hasStages(e *editor) bool { return e.doc != nil && e.doc.Map().Stages.Len() > 0 }
