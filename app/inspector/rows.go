package inspector

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/additions"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/resources"
)

// mapFields adds the fields of the map as a whole, with its personas and
// channels to choose from.
func mapFields(f *Form, pick func(scene.Ref)) {
	m := f.doc.Map()
	s := about[journey.Head](f, m.Head.ID)
	f.add(kit.Title(say.Text("kind.map")))
	f.add(s.name("map.title", func(h *journey.Head) *string { return &h.Title }),
		s.para("map.scenario", func(h *journey.Head) *string { return &h.Scenario }),
		enum(s, "map.state", "state", []journey.State{journey.CurrentState, journey.FutureState},
			func(h *journey.Head) *journey.State { return &h.State }),
		enumOr(s, "map.direction", "direction.auto", "direction", journey.Directions,
			func(h *journey.Head) *journey.Direction { return &h.Direction }),
		s.para("map.mission", func(h *journey.Head) *string { return &h.Mission }),
		s.para("map.success", func(h *journey.Head) *string { return &h.Success }),
		s.para("map.expectation", func(h *journey.Head) *string { return &h.Expectation }),
		kit.Pair(s.line("map.version", func(h *journey.Head) *string { return &h.Version }), headDay(s)))
	eventsFields(f, s)
	f.heading("map.personas")
	for _, p := range m.PersonasInOrder() {
		f.add(listed(p, say.OrElse(p.Name, say.Text("unnamed")), pick))
	}
	f.add(kit.More("add.persona", func() {
		id := f.doc.NewID()
		f.do(additions.Row(journey.Persona{ID: id, Order: additions.Last(f.doc.Map().PersonasInOrder(),
			func(p journey.Persona) string { return p.Order }), Name: say.Text("new.persona")}))
		pick(scene.Ref{Kind: journey.KindPersona, ID: id})
	}))
	f.heading("map.channels")
	for _, c := range m.ChannelsInOrder() {
		f.add(listed(c, say.OrElse(c.Name, say.Text("unnamed")), pick))
	}
	f.add(kit.More("add.channel", func() {
		id := f.doc.NewID()
		f.do(additions.Row(journey.Channel{ID: id, Order: additions.Last(f.doc.Map().ChannelsInOrder(),
			func(c journey.Channel) string { return c.Order }), Name: say.Text("new.channel")}))
		pick(scene.Ref{Kind: journey.KindChannel, ID: id})
	}))
}

// listed is a row of a list that opens the fields of what it names.
func listed(r journey.Row, text string, pick func(scene.Ref)) fyne.CanvasObject {
	t := kit.NewTile(text, "›")
	t.Over, t.Drop, t.Away = func(fyne.Position) {}, func(fyne.Position) {}, func() {}
	t.Add = func() { pick(scene.Ref{Kind: r.Kind(), ID: r.RowID()}) }
	return t
}

func stageFields(f *Form, id journey.ID) {
	s := about[journey.Stage](f, id)
	f.add(kit.Title(say.Text("kind.stage")),
		s.name("stage.name", func(r *journey.Stage) *string { return &r.Name }),
		kit.Pair(enum(s, "stage.phase", "phase", journey.Phases, func(r *journey.Stage) *journey.Phase { return &r.Phase }),
			s.line("stage.phase_note", func(r *journey.Stage) *string { return &r.PhaseNote })),
		s.para("stage.goal", func(r *journey.Stage) *string { return &r.Goal }),
		s.para("stage.expectation", func(r *journey.Stage) *string { return &r.Expectation }),
		enum(s, "stage.status", "status", journey.CustomerStatuses,
			func(r *journey.Stage) *journey.CustomerStatus { return &r.Status }),
		s.number("passage.customers", func(r *journey.Stage) journey.Quantity { return positive(float64(r.Customers)) },
			func(r *journey.Stage, q journey.Quantity) { r.Customers = customers(q) }),
		colour(s, func(r *journey.Stage) *string { return &r.Color }),
		s.points("size.width", func(r *journey.Stage) *float64 { return &r.Width }),
		s.check("stage.hidden", func(r *journey.Stage) *bool { return &r.Hidden }))
	f.add(kit.Gap(4), earlierLater("stage.earlier", "stage.later", func(by int) { f.moveStage(id, by) }))
}

func laneFields(f *Form, id journey.ID, t journey.LaneType) {
	s := about[journey.Lane](f, id)
	f.add(kit.Title(say.Text("kind.lane")), kit.Caption(say.Word("lane", t)),
		s.name("lane.name", func(r *journey.Lane) *string { return &r.Name }),
		s.line("lane.subtitle", func(r *journey.Lane) *string { return &r.Subtitle }))
	if held := laneHolds(f.doc.Map(), id); held == 0 {
		f.add(enum(s, "lane.type", "lane", journey.LaneTypes, func(r *journey.Lane) *journey.LaneType { return &r.Type }))
	}
	f.add(colour(s, func(r *journey.Lane) *string { return &r.Color }),
		s.points("size.height", func(r *journey.Lane) *float64 { return &r.Height }),
		s.check("lane.hidden", func(r *journey.Lane) *bool { return &r.Hidden }),
		earlierLater("lane.up", "lane.down", func(by int) { f.moveLane(id, by) }))
}

// laneHolds returns how many rows stand in a lane; its type cannot change then.
func laneHolds(m *journey.Map, lane journey.ID) int {
	n := 0
	for r := range m.Rows() {
		switch r := r.(type) {
		case journey.Touchpoint:
			n += one(r.Lane == lane)
		case journey.Note:
			n += one(r.Lane == lane)
		case journey.PainPoint:
			n += one(r.Lane == lane)
		case journey.Opportunity:
			n += one(r.Lane == lane)
		case journey.Metric:
			n += one(r.Lane == lane)
		}
	}
	return n
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func personaFields(f *Form, id journey.ID) {
	s := about[journey.Persona](f, id)
	f.add(kit.Title(say.Text("kind.persona")),
		s.name("persona.name", func(r *journey.Persona) *string { return &r.Name }),
		s.line("persona.initials", func(r *journey.Persona) *string { return &r.Initials }),
		s.line("persona.line", func(r *journey.Persona) *string { return &r.Line }),
		s.para("persona.quote", func(r *journey.Persona) *string { return &r.Quote }),
		s.para("persona.goals", func(r *journey.Persona) *string { return &r.Goals }),
		colour(s, func(r *journey.Persona) *string { return &r.Color }),
		s.check("persona.employee", func(r *journey.Persona) *bool { return &r.Employee }),
		removal(f, journey.KindPersona, id, "remove.persona"))
}

func channelFields(f *Form, id journey.ID) {
	s := about[journey.Channel](f, id)
	f.add(kit.Title(say.Text("kind.channel")),
		s.line("channel.name", func(r *journey.Channel) *string { return &r.Name }),
		kit.Pair(enum(s, "channel.medium", "medium", journey.Media, func(r *journey.Channel) *journey.Medium { return &r.Medium }),
			enum(s, "channel.ownership", "ownership", journey.Ownerships,
				func(r *journey.Channel) *journey.Ownership { return &r.Ownership })),
		iconChoice(s), s.para("channel.purpose", func(r *journey.Channel) *string { return &r.Purpose }),
		removal(f, journey.KindChannel, id, "remove.channel"))
}

// iconChoice lists the icons of channels; the first takes one by the name.
func iconChoice(s subject[journey.Channel]) fyne.CanvasObject {
	os := []kit.Option{{Value: "", Text: say.Text("choice.by_name")}}
	for _, name := range resources.IconNames() {
		os = append(os, kit.Option{Value: name, Text: say.Capital(name)})
	}
	return s.choose("channel.icon", func() []kit.Option { return os },
		func(r *journey.Channel) string { return r.Icon },
		func(v string) { s.set(func(r *journey.Channel) { r.Icon = v }) })
}
