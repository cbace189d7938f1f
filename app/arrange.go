package app

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/say"
	"touchline.app/canvas"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// What the map itself does with what is selected on it: the clipboard, whole
// stages and lanes, texts where they stand.

// boardOptions let the board edit the map and not only arrange it.
func (e *editor) boardOptions() canvas.Options {
	return canvas.Options{
		OnUI: e.onUI, Valence: func(_ edit.Which, v float64) string { return say.Valence(v) },
		Map: func() *journey.Map { return e.doc.Map() }, NewID: func() journey.ID { return e.doc.NewID() },
		LayOut: func(m *journey.Map) *scene.Scene {
			s := e.scenery.try(m)
			if s == nil {
				return nil
			}
			return e.filtering.shadeOf(m, s)
		},
	}
}

// typing carries out a step of a text that is typed on the map.
func (e *editor) typing(c edit.Command) {
	if err := e.doc.Type(c); err != nil {
		e.failed(err)
	}
}

func (e *editor) cut()   { e.toFocus(&fyne.ShortcutCut{Clipboard: e.app.Clipboard()}) }
func (e *editor) copy()  { e.toFocus(&fyne.ShortcutCopy{Clipboard: e.app.Clipboard()}) }
func (e *editor) paste() { e.toFocus(&fyne.ShortcutPaste{Clipboard: e.app.Clipboard()}) }

// toFocus hands a shortcut of the menu to what has the keys, such as a field, or
// to the map: the menu's shortcuts come before those of fields.
func (e *editor) toFocus(s fyne.Shortcut) {
	if f, ok := e.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	e.board.TypedShortcut(s)
}

// selectStage selects everything in the stage of the selection, or in that in
// the middle of the view.
func (e *editor) selectStage() {
	if stage, _ := e.where(); stage != "" {
		e.board.SelectStage(stage)
	}
}

func hasLane(e *editor) bool { return e.doc != nil && e.lane() != "" }

func (e *editor) selectLane() { e.board.SelectLane(e.lane()) }

// lane returns the lane of what is selected first, or none.
func (e *editor) lane() journey.ID {
	for _, r := range e.selection() {
		if r.Kind == journey.KindLane {
			return r.ID
		}
		row, _ := e.doc.Map().Row(r.Kind, r.ID)
		if _, lane, _ := journey.Homes(row); lane != "" {
			return lane
		}
	}
	return ""
}

// align moves everything selected into the stage of the first.
func (e *editor) align() {
	if stage, _ := e.where(); stage != "" {
		e.board.AlignToStage(stage)
	}
}

// write lets a person type over the text of a new row where it stands, or into
// the fields where the map does not show it.
func (e *editor) write(r scene.Ref) {
	e.focusMap()
	if !e.board.Edit(r, "") {
		e.editFields()
		return
	}
	e.toFocus(&fyne.ShortcutSelectAll{})
}

// menuKeys are the actions of the menu under the pointer, by what is there.
func menuKeys(part tool.Part) []string {
	common := []string{"action.cut", "action.copy", "action.paste", "action.duplicate", "action.delete", ""}
	more := []string{"", "action.touchpoint", "action.stage", "action.pain", "action.chance", "action.note"}
	switch part {
	case tool.OnStage:
		return append(append(common, "action.rename", "action.hue", "action.natural", "action.hide", "action.show", "",
			"action.stage_before", "action.stage", "", "action.fields", "action.select_stage", "action.focus"), "action.lane")
	case tool.OnLabel:
		return append(append(common, "action.rename", "action.hue", "action.natural", "action.hide", "action.show", "",
			"action.lane", "", "action.fields", "action.select_lane"), more...)
	case tool.OnCard, tool.OnItem:
		return append(append(common, "action.fields", "action.hue", "action.wider", "action.narrower", "action.natural", "action.align", "action.copy_picture"), more...)
	case tool.OnPersona:
		return append([]string{"action.rename", "action.hue", "action.fields", "action.delete", ""}, more...)
	case tool.OnHead:
		return append([]string{"action.fields", "action.paste", "action.select_all", "action.copy_picture", "action.show"}, more...)
	default:
		return append([]string{"action.paste", "action.select_all", "action.copy_picture", "action.show"}, more...)
	}
}
