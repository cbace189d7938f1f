package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/say"
)

// toolbar is the row of buttons at the top.
type toolbar struct {
	left                         *fyne.Container
	title                        *kit.Press
	undo, redo, pick, touchpoint *kit.Press
	view                         *kit.Press // what the middle of the window shows
	object                       fyne.CanvasObject
}

func newToolbar(e *editor) *toolbar {
	button := func(key, hint string) *kit.Press {
		return kit.NewPress(say.Text(key), hint, func() { e.perform(actionOf[key]) })
	}
	t := &toolbar{title: kit.NewPress("", "", nil)}
	t.title.Style = kit.Bold
	t.title.Run = func() { e.titleMenu(t.title) }
	t.undo, t.redo = button("tool.undo", ""), button("tool.redo", "")
	t.title.Icon, t.undo.Icon, t.redo.Icon = "down", "undo", "redo"
	t.undo.Text, t.redo.Text = "", ""
	t.pick, t.touchpoint = button("tool.select", "V"), button("tool.touchpoint", "T")
	t.pick.Active = true
	export := button("tool.export", "")
	export.Primary = true
	note, pain, chance, line := button("tool.note", "N"), button("tool.pain", "P"), button("tool.chance", "O"), bar()
	t.left = kit.NewCrowd(2, []fyne.CanvasObject{line, t.touchpoint, t.pick, note, pain, chance},
		t.title, bar(), t.undo, t.redo, line, t.pick, t.touchpoint, note, pain, chance)
	t.view = kit.NewPress("", "", func() { e.views.menu(t.view) })
	t.view.Icon = "down"
	right := kit.Strip(6, t.view, button("tool.present", "F5"), export)
	t.object = kit.NewPlate("inputBackground", "", 0, kit.Framed(nil, kit.Hairline(), nil, nil,
		kit.Inset(7, 12, 7, 8, kit.Flank(nil, right, t.left))))
	return t
}

// actionOf names the action of each button.
var actionOf = map[string]string{
	"tool.undo": "action.undo", "tool.redo": "action.redo", "tool.select": "action.select_none",
	"tool.touchpoint": "action.touchpoint", "tool.note": "action.note", "tool.pain": "action.pain",
	"tool.chance": "action.chance", "tool.present": "action.present", "tool.export": "action.export",
}

func bar() fyne.CanvasObject { return kit.Inset(6, 8, 6, 8, widget.NewSeparator()) }

// refresh brings the title and what can be pressed up to date.
func (t *toolbar) refresh(e *editor) {
	if e.doc != nil {
		t.title.SetText(kit.Shorten(say.OrElse(e.doc.Map().Head.Title, say.Text("untitled")), 260, 13, kit.Bold))
	}
	if e.views != nil {
		t.view.SetText(say.Text("action.view." + string(e.views.now)))
	}
	kit.Arrange(t.left)
	t.undo.Enable(canUndo(e))
	t.redo.Enable(canRedo(e))
}

// titleMenu opens the menu under the map's title.
func (e *editor) titleMenu(under fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, key := range []string{"action.save_as", "action.export", "action.history", "action.compare", "action.close"} {
		items = append(items, fyne.NewMenuItem(say.Text(key), func() { e.perform(key) }))
	}
	fields := fyne.NewMenuItem(say.Text("action.map_fields"), func() { e.selectNone(); e.editFields() })
	items = append([]*fyne.MenuItem{fields}, items...)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), e.win.Canvas(), at.AddXY(0, under.Size().Height))
}
