package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey/search"
)

// mapKeys are the keys of the canvas, which stand in no menu.
var mapKeys = []string{"drag", "pan", "wheel", "zoom", "step", "feel", "both", "carry", "size", "natural", "context", "escape", "find", "presenting", "tab", "list", "slide"}

// shortcuts is the list of all there is to do, menu by menu, with its keys.
type shortcuts struct {
	e       *editor
	entry   *kit.Field
	columns *fyne.Container
	groups  []keyGroup
}

// keyGroup is a heading with lines of a text and its keys.
type keyGroup struct {
	title string
	lines [][2]string
}

// showKeys lists every action and key, to be searched.
func (e *editor) showKeys() {
	s := &shortcuts{e: e, entry: kit.NewField(false), columns: container.New(&kit.Evenly{Gap: 28}), groups: e.keyGroups()}
	s.entry.PlaceHolder = say.Text("shortcuts.hint")
	s.entry.OnChanged = func(string) { s.list() }
	s.list()
	scroll := container.NewVScroll(kit.Inset(4, 16, 8, 8, s.columns))
	room := e.win.Canvas().Size()
	scroll.SetMinSize(fyne.NewSize(min(820, room.Width-80), min(500, room.Height-190)))
	e.ask(dialog.NewCustom(say.Text("action.keys"), say.Text("dialog.close"), kit.Stack(8, kit.Inset(0, 16, 0, 8, s.entry), scroll), e.win))
	e.win.Canvas().Focus(s.entry)
}

// keyGroups are the menus with what stands in them, and the keys of the map.
func (e *editor) keyGroups() []keyGroup {
	var out []keyGroup
	at := map[string]int{}
	for i := range e.table {
		a := &e.table[i]
		k, ok := at[a.menu]
		if !ok {
			k = len(out)
			at[a.menu] = k
			out = append(out, keyGroup{title: say.Text(a.menu)})
		}
		out[k].lines = append(out[k].lines, [2]string{say.Text(a.key), keyText(a.shortcut)})
	}
	onMap := keyGroup{title: say.Text("shortcuts.map")}
	for _, k := range mapKeys {
		onMap.lines = append(onMap.lines, [2]string{say.Text("keys." + k), say.Text("keys." + k + ".key")})
	}
	return append(out, onMap)
}

// list shows the lines that have what is typed, in their text, their keys or the
// name of their menu.
func (s *shortcuts) list() {
	want := search.Fold(s.entry.Text)
	var left []keyGroup
	lines := 0
	for _, g := range s.groups {
		own := keyGroup{title: g.title}
		for _, l := range g.lines {
			if strings.Contains(search.Fold(l[0]+" "+l[1]+" "+g.title), want) {
				own.lines = append(own.lines, l)
			}
		}
		if len(own.lines) > 0 {
			left = append(left, own)
			lines += len(own.lines) + 2
		}
	}
	s.columns.RemoveAll()
	columns := []*fyne.Container{kit.Stack(7), kit.Stack(7)}
	at, filled := 0, 0
	for _, g := range left {
		if at == 0 && filled > 0 && filled+len(g.lines)/2 > lines/2 {
			at++
		}
		columns[at].Add(kit.Gap(6))
		columns[at].Add(kit.Heading(g.title))
		for _, l := range g.lines {
			columns[at].Add(keyRow(l[0], l[1]))
		}
		filled += len(g.lines) + 2
	}
	if len(left) == 0 {
		columns[0].Add(kit.NewInk(say.Text("launcher.none"), 13, fyne.TextStyle{}, look.Grey))
	}
	for _, c := range columns {
		s.columns.Add(c)
	}
	s.columns.Refresh()
}

func keyRow(text, key string) fyne.CanvasObject {
	return kit.Flank(nil, kit.NewInk(key, 12, fyne.TextStyle{}, look.Grey), kit.NewInk(text, 13, fyne.TextStyle{}, "foreground").Narrow(80))
}
