package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/compare"
	"touchline.app/journey/edit"
)

// looking is another state of the map that the board shows, to be read only.
type looking struct {
	m     *journey.Map
	scene *scene.Scene // nil until it is laid out
	text  string       // says what it is
	at    int64        // position in the log; -1: it is of another file
	whole bool         // it can be brought back
}

// past is a store that knows how the map was.
type past interface {
	At(ctx context.Context, position int64) (*journey.Map, error)
}

// lookAt shows the map as it was at a position of the log. Of several wishes the
// last one is shown.
func (m *memory) lookAt(position int64, text string) {
	m.wanted++
	turn, doc := m.wanted, m.e.doc
	doc.Ask(func(ctx context.Context, s document.Store) func() {
		p, ok := s.(past)
		if !ok {
			return func() {}
		}
		was, err := p.At(ctx, position)
		return func() {
			switch {
			case m.e.doc != doc || turn != m.wanted:
			case err != nil:
				m.e.failed(err)
			default:
				m.look(&looking{m: was, text: text, at: position, whole: true})
			}
		}
	})
}

// look shows a state of the map in place of the map as it is now.
func (m *memory) look(l *looking) {
	e := m.e
	e.doc.Lock(say.Fault("looking.locked"))
	e.board.ReadOnly = true
	if e.views.now != viewMap {
		e.views.show(viewMap)
	}
	m.looking = l
	m.sign.refresh()
	m.draw()
	e.refreshActions()
}

// back shows the map as it is now.
func (m *memory) back() {
	m.wanted++ // what is still on its way comes too late
	if m.looking == nil {
		return
	}
	e := m.e
	m.looking = nil
	m.unlock()
	m.sign.refresh()
	e.pictured(e.scenery.now)
	e.refreshActions()
}

// unlock lets the map be changed again, unless its file cannot be written.
func (m *memory) unlock() {
	m.e.doc.Lock(m.e.sealed)
	m.e.board.ReadOnly = m.e.sealed != nil
}

// draw lays out what is looked at, a large map beside the interface.
func (m *memory) draw() {
	l, e := m.looking, m.e
	if m.field != nil {
		m.field.closed = true
	}
	m.field = newScenery(e.onUI, e.MapTheme(), func(s *scene.Scene) {
		if m.looking == l {
			l.scene = s
			e.board.SetScene(m.marked(s, l.m))
		}
	})
	m.field.draw(l.m)
}

// restore is the command that makes the map what it was. It changes only what
// differs, so that it is one step and can be taken back.
type restore struct{ was *journey.Map }

// Plan implements edit.Command.
func (c restore) Plan(m *journey.Map) (edit.Patch, error) {
	p := edit.Diff(m, c.was)
	p.Verb, p.Subject = "restore", c.was.Head.Title
	return p, nil
}

// bringBack makes the map what is looked at.
func (m *memory) bringBack() {
	was := m.looking.m
	m.back()
	m.e.do(restore{was})
}

// bringBackSelected gives what is selected back as it was, with what hangs on it
// and what it needs.
func (m *memory) bringBackSelected() {
	was, refs := m.looking.m, m.e.selection()
	rows := returning(was, m.e.doc.Map(), refs)
	if len(rows) == 0 {
		return
	}
	first, _ := was.Row(refs[0].Kind, refs[0].ID)
	m.back()
	m.e.do(edit.All{Verb: "restore", Subject: first.Label(), Commands: []edit.Command{edit.Put{Rows: rows}}})
	m.e.goTo(refs[0])
}

// returning returns the rows of was that bring those named back to now: they, what
// hangs on them, and what they refer to that is not there any more.
func returning(was, now *journey.Map, refs []scene.Ref) []journey.Row {
	wanted := map[journey.ID]bool{}
	for _, r := range refs {
		wanted[r.ID] = true
	}
	var rows []journey.Row
	for r := range was.Rows() {
		_, _, touchpoint := journey.Homes(r)
		if wanted[r.RowID()] || touchpoint != "" && wanted[touchpoint] {
			rows = append(rows, r)
		}
	}
	have := map[journey.ID]bool{}
	for i := 0; i < len(rows); i++ { // what is added may need others in turn
		have[rows[i].RowID()] = true
		for _, id := range compare.References(rows[i]) {
			r, there := was.Find(id)
			if _, still := now.Find(id); there && !still && !have[id] {
				have[id] = true
				rows = append(rows, r)
			}
		}
	}
	return rows
}

// lookingSign says over the map that this is not the map as it is now.
type lookingSign struct {
	m      *memory
	text   *kit.Ink
	all    *kit.Press
	some   *kit.Press
	differ *kit.Press
	object *fyne.Container
}

func newLookingSign(m *memory) *lookingSign {
	s := &lookingSign{m: m, text: kit.NewInk("", 13, kit.Bold, "foreground").Narrow(120)}
	s.all = kit.NewPress(say.Text("looking.all"), "", m.bringBack)
	s.some = kit.NewPress("", "", m.bringBackSelected)
	s.differ = kit.NewPress(say.Text("looking.compare"), "", m.compareLooked)
	now := kit.NewPress(say.Text("looking.now"), "", m.back)
	now.Primary = true
	s.object = container.NewStack(kit.NewPlate(look.Quote, look.Matters, 8, kit.Inset(3, 6, 3, 14,
		container.NewBorder(nil, nil, nil, kit.Strip(4, s.all, s.some, s.differ, now), container.New(kit.Centred{}, s.text)))))
	s.object.Hide()
	return s
}

// refresh says what is looked at, and what of it can be brought back.
func (s *lookingSign) refresh() {
	l := s.m.looking
	kit.Show(s.object, l != nil)
	if l != nil {
		s.text.Set(l.text, "foreground")
		refs := s.m.e.selection()
		text := say.Text("looking.some")
		if len(refs) == 1 && refs[0].Kind == journey.KindTouchpoint {
			text = say.Text("looking.one")
		}
		s.some.SetText(text)
		s.some.Enable(len(refs) > 0 && len(returning(l.m, s.m.e.doc.Map(), refs)) > 0)
		kit.Show(s.all, l.whole)
		kit.Show(s.some, l.whole)
		kit.Show(s.differ, s.m.compare == nil)
	}
	s.m.float.Refresh()
}
