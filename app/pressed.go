package app

import (
	"encoding/json"
	"slices"
)

// prefExports keeps the latest exports in the preferences.
const prefExports = "exports"

// mostPressed is how many exports are remembered.
const mostPressed = 20

// pressed is an export that was made.
type pressed struct {
	Map     string // path of the map's file
	Path    string // of the export
	Choices string // see choices.text
	Scope   scope
}

// pressedAll returns the latest exports, each map once, the latest first.
func (e *editor) pressedAll() []pressed {
	var all []pressed
	if json.Unmarshal([]byte(e.app.Preferences().String(prefExports)), &all) != nil {
		return nil
	}
	return all
}

// pressedLast returns the last export of this map; where there was none, the
// choices alone of the last one of another.
func (e *editor) pressedLast() pressed {
	all := e.pressedAll()
	for _, p := range all {
		if p.Map == e.doc.Path() {
			return p
		}
	}
	if len(all) > 0 {
		return pressed{Choices: all[0].Choices}
	}
	return pressed{}
}

// rememberPressed notes an export of this map.
func (e *editor) rememberPressed(path string, c choices, s scope) {
	own := e.doc.Path()
	all := slices.DeleteFunc(e.pressedAll(), func(p pressed) bool { return p.Map == own })
	all = append([]pressed{{own, path, c.text(), s}}, all...)
	e.keepPressed(all)
}

// movePressed keeps the export of a map whose file has another place now.
func (e *editor) movePressed(from, to string) {
	all := e.pressedAll()
	for i := range all {
		if all[i].Map == from {
			all[i].Map = to
			e.keepPressed(all)
			return
		}
	}
}

// keepPressed notes the latest exports.
func (e *editor) keepPressed(all []pressed) {
	b, err := json.Marshal(all[:min(len(all), mostPressed)])
	if err != nil { // texts are all there is in it
		return
	}
	e.app.Preferences().SetString(prefExports, string(b))
}

// exportAgain writes the last export of this map again, without a question.
func (e *editor) exportAgain() {
	last := e.pressedLast()
	if last.Path == "" || !last.Scope.fits(e.doc.Map()) {
		e.askExport()
		return
	}
	e.export(last.Path, readChoices(last.Choices), last.Scope)
}
