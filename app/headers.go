package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// What is done to stages and lanes from their headers, and to what reaches over
// several cells.

func headerActions() []action {
	altShift := func(k fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift}
	}
	return []action{
		{key: "action.rename", menu: "menu.edit", line: true, run: (*editor).rename, enabled: hasSelection},
		{key: "action.hide", menu: "menu.edit", run: (*editor).hide, enabled: hasHeader},
		{key: "action.show", menu: "menu.edit", sub: hiddenChoices, enabled: hasDocument},
		{key: "action.hue", menu: "menu.edit", sub: hueChoices, enabled: hasDocument},
		{key: "action.wider", menu: "menu.edit", shortcut: altShift(fyne.KeyRight), run: func(e *editor) { e.widen(1) }, enabled: hasSized},
		{key: "action.narrower", menu: "menu.edit", shortcut: altShift(fyne.KeyLeft), run: func(e *editor) { e.widen(-1) }, enabled: hasSized},
		{key: "action.natural", menu: "menu.edit", run: (*editor).naturalSize, enabled: hasSized},
		{key: "action.stage_before", menu: "menu.insert", run: (*editor).insertStageBefore, enabled: hasDocument},
	}
}

// headers are the stages and lanes among what is selected.
func (e *editor) headers() []edit.Ref {
	var out []edit.Ref
	for _, r := range e.selection() {
		if r.Kind == journey.KindStage || r.Kind == journey.KindLane {
			out = append(out, edit.Ref(r))
		}
	}
	return out
}

func hasHeader(e *editor) bool { return e.doc != nil && len(e.headers()) > 0 }

// hasSized reports whether something is selected that has a size of its own.
func hasSized(e *editor) bool {
	if hasHeader(e) {
		return true
	}
	if e.doc != nil {
		for _, r := range e.selection() {
			switch r.Kind {
			case journey.KindNote, journey.KindPainPoint, journey.KindOpportunity:
				return true
			default:
			}
		}
	}
	return false
}

// rename edits the first text of what is selected where it stands.
func (e *editor) rename() {
	if s := e.selection(); len(s) > 0 {
		e.write(s[0])
	}
}

// hide takes the selected stages and lanes off the map and says how they come back.
func (e *editor) hide() {
	refs := e.headers()
	row, ok := e.doc.Map().Row(refs[0].Kind, refs[0].ID)
	if !ok {
		return
	}
	e.do(edit.Hide{Rows: refs, Hidden: true})
	e.selectNone()
	e.notice(say.Text("notice.hidden", "Name", e.nameOf(row)))
}

// nameOf is what a stage or lane is called on the map.
func (e *editor) nameOf(r journey.Row) string {
	switch r := r.(type) {
	case journey.Stage:
		return say.OrElse(r.Name, say.Text("unnamed"))
	case journey.Lane:
		return say.OrElse(r.Name, say.Word("lane", r.Type))
	}
	return r.Label()
}

// hiddenChoices lists the stages and lanes that are not shown.
func hiddenChoices(e *editor) []choice {
	if e.doc == nil {
		return nil
	}
	var cs []choice
	var all []edit.Ref
	add := func(key string, r journey.Row) {
		ref := edit.Ref{Kind: r.Kind(), ID: r.RowID()}
		all = append(all, ref)
		cs = append(cs, choice{say.Text(key, "Name", e.nameOf(r)), func(e *editor) { e.showAgain(ref) }})
	}
	for _, s := range e.doc.Map().StagesInOrder() {
		if s.Hidden {
			add("show.stage", s)
		}
	}
	for _, l := range e.doc.Map().LanesInOrder() {
		if l.Hidden {
			add("show.lane", l)
		}
	}
	if len(all) > 1 {
		cs = append(cs, choice{say.Text("show.all"), func(e *editor) { e.showAgain(all...) }})
	}
	return cs
}

// showAgain brings hidden stages and lanes back and selects them.
func (e *editor) showAgain(refs ...edit.Ref) {
	e.do(edit.Hide{Rows: refs})
	e.pick(scene.Ref(refs[0]))
	e.reveal(refs[0].ID)
}

// hues are the colours a stage or lane is given from the menu, by name.
var hues = []struct{ name, color string }{
	{"own", ""},
	{"blue", "#4C6FFF"},
	{"violet", "#7A5AF0"},
	{"magenta", "#B5489B"},
	{"red", "#D0384C"},
	{"orange", "#D9662B"},
	{"ochre", "#C79A1B"},
	{"green", "#2A9D8F"},
	{"grey", "#8A93A3"},
}

// hueChoices lists the colours for what is selected and can have one.
func hueChoices(e *editor) []choice {
	if e.doc == nil || len(e.coloured()) == 0 {
		return nil
	}
	var cs []choice
	for _, h := range hues {
		cs = append(cs, choice{say.Text("hue." + h.name), func(e *editor) {
			if refs := e.coloured(); len(refs) > 0 {
				e.do(edit.Recolor{Rows: refs, Color: h.color})
			}
		}})
	}
	return cs
}

// coloured is what is selected and can have a colour.
func (e *editor) coloured() []edit.Ref {
	var out []edit.Ref
	for _, r := range e.selection() {
		switch r.Kind {
		case journey.KindStage, journey.KindLane, journey.KindTouchpoint, journey.KindPersona:
			out = append(out, edit.Ref(r))
		default:
		}
	}
	return out
}

// widen makes what is selected wider to the right, or narrower, wherever the map
// begins.
func (e *editor) widen(by int) {
	lane := len(e.headers()) > 0 && e.headers()[0].Kind == journey.KindLane
	if !lane && e.scenery.now != nil && e.scenery.now.RTL {
		by = -by
	}
	e.board.Widen(by)
}

func (e *editor) naturalSize() { e.board.NaturalSize(e.selection()...) }

func (e *editor) insertStageBefore() {
	stage, _ := e.where()
	index := 0
	for i, s := range e.doc.Map().StagesInOrder() {
		if s.ID == stage {
			index = i
		}
	}
	id := e.doc.NewID()
	e.do(edit.AddStage{Stage: journey.Stage{ID: id, Name: say.Text("new.stage")}, Index: index})
	r := scene.Ref{Kind: journey.KindStage, ID: id}
	e.pick(r)
	e.reveal(id)
	e.write(r)
}

// addBeside adds a stage behind the one whose header was asked, or asks for the type
// of a lane to add under it.
func (e *editor) addBeside(r scene.Ref, at fyne.Position) {
	e.pick(r)
	if r.Kind == journey.KindStage {
		e.insertStage()
		return
	}
	menu := fyne.NewMenu("")
	for _, c := range laneChoices(e) {
		menu.Items = append(menu.Items, fyne.NewMenuItem(c.text, func() {
			c.run(e)
			e.refreshActions()
		}))
	}
	widget.ShowPopUpMenuAtPosition(menu, e.win.Canvas(), at)
}

// askStatus opens the list of what the customer can be to the brand in a stage.
func (e *editor) askStatus(stage journey.ID, at fyne.Position) {
	s, ok := e.doc.Map().Stages.Get(stage)
	if !ok {
		return
	}
	menu := fyne.NewMenu("")
	offer := func(text string, to journey.CustomerStatus) {
		it := fyne.NewMenuItem(text, func() {
			if s, ok := e.doc.Map().Stages.Get(stage); ok {
				s.Status = to
				e.do(edit.Put{Rows: []journey.Row{s}})
			}
		})
		it.Checked = s.Status == to
		menu.Items = append(menu.Items, it)
	}
	for _, to := range journey.CustomerStatuses {
		offer(say.Word("status", to), to)
	}
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	offer(say.Text("choice.none"), "")
	widget.ShowPopUpMenuAtPosition(menu, e.win.Canvas(), at)
}
