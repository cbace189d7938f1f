package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/search"
)

// filtering is the bar of chips that say which touchpoints stand out; the rest of
// the map is dimmed. Chips that are on hold together.
type filtering struct {
	e      *editor
	filter search.Filter
	stage  journey.ID  // the stage in focus; empty: none
	before *scene.Rect // what was seen before the stage was looked at

	chips  []chip
	count  *kit.Ink
	room   *kit.Fixed      // of the count
	all    *kit.Press      // shows all again
	row    *fyne.Container // of the chips, in as many lines as they need
	tail   *fyne.Container // what they leave, and the ways out
	line   *fyne.Container
	errand errand
	object fyne.CanvasObject
}

// chip is a button of the bar with how it looks now.
type chip struct {
	button *kit.Press
	text   func() string
	on     func() bool
}

func newFiltering(e *editor) *filtering {
	f := &filtering{e: e, errand: errand{e: e}, room: &kit.Fixed{}, count: kit.NewInk("", 12, fyne.TextStyle{}, look.Grey), row: container.New(&kit.Flow{Gap: 4, Wants: func() { e.views.settle() }})}
	f.flag("filter.matters", &f.filter.Matters)
	f.flag("filter.below", &f.filter.Below)
	f.flag("filter.foreign", &f.filter.NotOwned)
	f.flag("filter.opinion", &f.filter.NoEvidence)
	f.flag("filter.handoff", &f.filter.HandOff)
	f.list("filter.channel", f.channel, f.channels)
	f.list("filter.kind", f.kind, f.kinds)
	f.list("filter.owner", func() string { return f.filter.Owner }, f.owners)
	f.list("filter.stage", f.stageName, f.stages)
	f.all = kit.NewPress(say.Text("filter.clear"), "", f.reset)
	// both have their room although they are not seen: no chip jumps when the first is chosen
	f.tail = kit.Strip(4, kit.Inset(0, 4, 0, 8, container.New(f.room, container.New(kit.Centred{}, f.count))), container.New(kit.Middling{}, f.all), kit.NewPress("×", "", f.clear))
	f.line = kit.Flank(nil, kit.Framed(f.tail, nil, nil, nil, nil), f.row)
	f.object = kit.NewPlate(look.Panel, "", 0, kit.Framed(nil, kit.Hairline(), nil, nil, kit.Inset(4, 8, 4, 12, f.line)))
	f.object.Hide()
	return f
}

// flag adds a chip that is on or off.
func (f *filtering) flag(key string, is *bool) {
	f.chip("", func(*kit.Press) { *is = !*is; f.apply() }, func() string { return say.Text(key) }, func() bool { return *is })
}

// list adds a chip with a menu of values; chosen is the one that holds, empty
// where none does.
func (f *filtering) list(key string, chosen func() string, values func() []choice) {
	f.chip("down", func(p *kit.Press) { f.menu(p, values()) }, func() string {
		if v := chosen(); v != "" {
			return say.Text(key) + ": " + kit.Shorten(v, 150, 13, fyne.TextStyle{})
		}
		return say.Text(key)
	}, func() bool { return chosen() != "" })
}

func (f *filtering) chip(icon string, run func(*kit.Press), text func() string, on func() bool) {
	p := kit.NewPress(text(), "", nil)
	p.Icon, p.Edged = icon, true
	p.Run = func() { run(p) }
	f.chips = append(f.chips, chip{p, text, on})
	f.row.Add(p)
}

// menu opens the values of a chip under it, "any" first.
func (f *filtering) menu(under *kit.Press, values []choice) {
	var items []*fyne.MenuItem
	for _, v := range values {
		items = append(items, fyne.NewMenuItem(v.text, func() { v.run(f.e) }))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), f.e.win.Canvas(), at.AddXY(0, under.Size().Height))
}

func (f *filtering) channel() string {
	c, ok := f.e.doc.Map().Channels.Get(f.filter.Channel)
	if !ok {
		return ""
	}
	return say.OrElse(c.Name, say.Text("unnamed"))
}

func (f *filtering) channels() []choice {
	cs := f.value(say.Text("filter.any"), &f.filter.Channel, "")
	for _, c := range f.e.doc.Map().ChannelsInOrder() {
		cs = append(cs, f.value(say.OrElse(c.Name, say.Text("unnamed")), &f.filter.Channel, c.ID)...)
	}
	return cs
}

func (f *filtering) kind() string {
	if f.filter.Type == "" {
		return ""
	}
	return say.Word("kind", f.filter.Type)
}

func (f *filtering) kinds() []choice {
	any := journey.Interaction("")
	cs := []choice{{say.Text("filter.any"), func(*editor) { f.filter.Type = any; f.apply() }}}
	for _, k := range journey.Interactions {
		cs = append(cs, choice{say.Word("kind", k), func(*editor) { f.filter.Type = k; f.apply() }})
	}
	return cs
}

func (f *filtering) owners() []choice {
	cs := []choice{{say.Text("filter.any"), func(*editor) { f.filter.Owner = ""; f.apply() }}}
	for _, name := range search.Owners(f.e.doc.Map()) {
		cs = append(cs, choice{name, func(*editor) { f.filter.Owner = name; f.apply() }})
	}
	return cs
}

// value is the choice of a row.
func (f *filtering) value(text string, at *journey.ID, id journey.ID) []choice {
	return []choice{{text, func(*editor) { *at = id; f.apply() }}}
}

// narrow reports whether part of the map is dimmed.
func (f *filtering) narrow() bool { return !f.filter.Empty() || f.stage != "" }

// apply dims the map by what is chosen now.
func (f *filtering) apply() {
	f.e.views.bar(f.object, true)
	f.refresh()
	f.dim()
	f.e.views.refresh()
	f.e.refreshActions()
}

// dim shows the map as what is chosen leaves it; a large one is dimmed beside the
// interface.
func (f *filtering) dim() {
	s := f.e.scenery.now
	if s == nil {
		return
	}
	filter, stage := f.filter, f.stage
	f.errand.work(func(m *journey.Map) func() {
		shaded := shade(m, s, filter, stage)
		return func() {
			if f.e.scenery.now == s {
				f.e.memory.put(shaded)
			}
		}
	})
}

// refresh brings the chips up to date with what is chosen and with the map.
func (f *filtering) refresh() {
	m := f.e.doc.Map()
	if !m.Channels.Has(f.filter.Channel) {
		f.filter.Channel = ""
	}
	if f.stage != "" && !m.Stages.Has(f.stage) {
		f.stage, f.before = "", nil
	}
	for _, c := range f.chips {
		on, text := c.on(), c.text()
		if on {
			text = "✓ " + text
		}
		if c.button.Active != on || c.button.Text != text {
			c.button.Active = on
			c.button.SetText(text)
			c.button.Refresh()
		}
	}
	text := ""
	if !f.filter.Empty() {
		text = countText(len(f.filter.Apply(m).Touchpoints), m.Touchpoints.Len())
	}
	f.count.Set(text, look.Grey)
	f.room.Width = kit.NewInk(countText(m.Touchpoints.Len(), m.Touchpoints.Len()), 12, fyne.TextStyle{}, look.Grey).MinSize().Width
	kit.Show(f.all, f.narrow())
	if f.object.Visible() { // it is drawn when it comes
		f.row.Refresh()
		f.line.Refresh()
	}
}

// countText says how many touchpoints of all are left.
func countText(n, all int) string { return say.Text("filter.count", "N", n, "All", all) }

// reset shows all of the map again.
func (f *filtering) reset() {
	f.release()
	f.goBack()
}

// release leaves nothing out any more.
func (f *filtering) release() {
	f.filter, f.stage = search.Filter{}, ""
	f.apply()
}

// clear shows all of the map again and closes the bar.
func (f *filtering) clear() {
	f.release()
	f.e.views.bar(f.object, false)
	f.goBack()
	f.e.focusMap()
}

// shade dims what the filter and the stage in focus leave out of the scene of the map.
func (f *filtering) shade(s *scene.Scene) *scene.Scene { return f.shadeOf(f.e.doc.Map(), s) }

// shadeOf dims what they leave out of the scene of any map.
func (f *filtering) shadeOf(m *journey.Map, s *scene.Scene) *scene.Scene {
	return shade(m, s, f.filter, f.stage)
}

// shade dims what a filter and a stage leave out of the scene of a map. It is for
// any goroutine.
func shade(m *journey.Map, s *scene.Scene, filter search.Filter, stage journey.ID) *scene.Scene {
	if filter.Empty() && stage == "" {
		return s
	}
	left := filter.Apply(m)
	outside := beyond(s, stage)
	return s.Faint(func(n *scene.Node) bool {
		switch {
		case n.Role == scene.RolePage || n.Role == scene.RoleLane:
			return false
		case n.Role == scene.RoleCurve && n.Ref.Kind == journey.KindHead && !filter.Empty():
			return true // the curve says nothing of one touchpoint alone
		}
		return !left.Has(n.Ref.Kind, n.Ref.ID) || outside(n)
	})
}

// beyond returns what tells the nodes beside a stage; none are beside no stage.
func beyond(s *scene.Scene, stage journey.ID) func(*scene.Node) bool {
	for _, st := range s.Stages {
		if st.Stage == stage {
			own := scene.Rect{X: st.X, Y: s.Body.Y, W: st.W, H: s.Body.H}
			return func(n *scene.Node) bool { return !own.Contains(n.Bounds.Center()) }
		}
	}
	return func(*scene.Node) bool { return false }
}

// filterChoices lists what can be asked for with yes or no.
func filterChoices(e *editor) []choice {
	if e.doc == nil {
		return nil
	}
	var cs []choice
	for _, c := range e.filtering.chips {
		if c.button.Icon == "" {
			cs = append(cs, choice{c.text(), func(*editor) { c.button.Act() }})
		}
	}
	return cs
}

// toggleFilter opens the bar, or clears and closes it.
func (e *editor) toggleFilter() {
	if e.filtering.object.Visible() {
		e.filtering.clear()
		return
	}
	e.filtering.apply()
}

func (e *editor) filters() bool { return e.doc != nil && e.filtering.object.Visible() }
