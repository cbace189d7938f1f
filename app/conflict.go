package app

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/storage"
)

// settling is the pane of values that two people gave one field, and what says in
// the status bar that there are some. Nothing has to be done about them: the map
// shows one of the two, and both are kept.
type settling struct {
	m     *memory
	open  []storage.Conflict
	list  *kit.List
	mine  *valueCard // what the map shows
	other *valueCard
	none  kit.Remark
	cards *fyne.Container
	badge *kit.Press
	busy  bool
	again bool // looked for once more after that
	pane  fyne.CanvasObject
}

// valueCard is one of two values, with the button that chooses it.
type valueCard struct {
	text   kit.Remark
	choose *kit.Press
	object fyne.CanvasObject
}

func newValueCard(key, button string, run func()) *valueCard {
	c := &valueCard{text: kit.NewRemark("", "foreground"), choose: kit.NewPress(say.Text(button), "", run)}
	c.object = kit.NewPlate("inputBackground", look.Hairline, 8, kit.Inset(6, 8, 4, 8, kit.Stack(2, kit.Inset(0, 6, 0, 6, kit.Caption(say.Text(key))), c.text, container.NewHBox(c.choose))))
	return c
}

func newSettling(m *memory) *settling {
	s := &settling{m: m, none: kit.NewRemark(say.Text("conflict.none"), look.Grey)}
	s.list = kit.NewList(func() int { return len(s.open) }, s.draw, func(int) { s.choose() })
	s.mine = newValueCard("conflict.shown", "conflict.keep", func() { s.settle(true) })
	s.other = newValueCard("conflict.also", "conflict.take", func() { s.settle(false) })
	s.cards = kit.Stack(8, s.mine.object, s.other.object)
	s.badge = kit.NewPress("", "", m.e.showConflicts)
	s.badge.Style = kit.Bold
	s.badge.Hide()
	s.pane = m.frame(say.Text("conflict.title"), kit.NewRemark(say.Text("conflict.hint"), look.Grey), s.list,
		kit.Inset(6, 12, 12, 12, kit.Stack(0, s.none, s.cards)))
	return s
}

func (e *editor) showConflicts() {
	m := e.memory
	if m.pane == m.settle {
		m.close()
		return
	}
	m.open(m.settle)
	m.settle.look()
	m.settle.refresh()
}

func (s *settling) object() fyne.CanvasObject { return s.pane }
func (s *settling) focus() fyne.Focusable     { return s.list }
func (s *settling) left()                     {}

// changed looks anew where something is open: writing a field settles it.
func (s *settling) changed() { s.look() }

// look asks the file what is left to settle.
func (s *settling) look() {
	doc := s.m.e.doc
	if s.busy || doc == nil {
		s.again = s.busy
		return
	}
	s.busy = true
	doc.Peek(func(ctx context.Context, f document.Store) func() {
		var found []storage.Conflict
		var err error
		if c, ok := f.(interface {
			Conflicts(context.Context) ([]storage.Conflict, error)
		}); ok {
			found, err = c.Conflicts(ctx)
		}
		return func() {
			s.busy = false
			if s.m.e.doc != doc {
				return
			}
			if err == nil { // otherwise they stay in the file, and are found another time
				s.open = found
				s.refresh()
			}
			if s.again {
				s.again = false
				s.look()
			}
		}
	})
}

// refresh shows what is open, here and in the status bar.
func (s *settling) refresh() {
	n := len(s.open)
	s.badge.SetText("! " + say.Count("conflict.badge", n))
	if s.badge.Visible() != (n > 0) {
		kit.Show(s.badge, n > 0)
		s.m.e.status.left.Refresh()
	}
	s.list.At = max(0, min(s.list.At, n-1))
	s.list.Refresh()
	kit.Show(s.none, n == 0)
	kit.Show(s.cards, n > 0)
	if n > 0 {
		c := s.open[s.list.At]
		s.mine.text.Set(s.value(c.Name, c.Present, c.There))
		s.other.text.Set(s.value(c.Name, c.Other.New, c.Name != "" || c.Other.New != nil))
	}
	s.pane.Refresh()
	s.mine.text.Refresh()
	s.other.text.Refresh()
}

// kindOf is the kind of the row a conflict is about, empty where the row is gone.
func kindOf(c storage.Conflict) journey.Kind {
	if c.Row == nil {
		return ""
	}
	return c.Row.Kind()
}

// draw shows a conflict as a line.
func (s *settling) draw(i int, f *kit.Line) {
	c := s.open[i]
	f.Sign, f.SignColor, f.Text, f.Note = "!", look.Matters, s.name(c), fieldText(kindOf(c), c.Name)
	if c.Name == "" {
		f.Note = say.Text("conflict.row")
	}
}

// name is what the row of a conflict is called.
func (s *settling) name(c storage.Conflict) string {
	if c.Row == nil {
		return say.Text("conflict.deleted")
	}
	return say.OrElse(say.OneLine(c.Row.Label()), kindText(c.Row.Kind()))
}

// choose shows the row of a conflict on the map.
func (s *settling) choose() {
	s.refresh()
	if c := s.open[s.list.At]; c.Row != nil && s.m.looking == nil {
		s.m.goTo(scene.Ref{Kind: c.Row.Kind(), ID: c.Row.RowID()})
		s.m.e.win.Canvas().Focus(s.list)
	}
}

// value writes a value for a person.
func (s *settling) value(field string, v any, there bool) string {
	switch v := v.(type) {
	case nil:
		if !there {
			return say.Text("conflict.deleted")
		}
		return say.Text("conflict.empty")
	case string:
		if r, ok := s.m.e.doc.Map().Find(journey.ID(v)); ok {
			return say.OrElse(say.OneLine(r.Label()), kindText(r.Kind()))
		}
		return v
	case float64:
		if strings.Contains(field, "valence") {
			return say.Signed(v)
		}
		return strings.Replace(fmt.Sprintf("%g", v), "-", "−", 1)
	}
	return fmt.Sprint(v)
}

// settle chooses one of the two values; the map shows it then, and the step can be
// taken back.
func (s *settling) settle(keep bool) {
	if len(s.open) == 0 {
		return
	}
	c, e := s.open[s.list.At], s.m.e
	name := s.name(c)
	doc := e.doc
	doc.Ask(func(ctx context.Context, f document.Store) func() {
		file, ok := f.(*storage.File)
		if !ok {
			return func() {}
		}
		p, err := file.Settle(ctx, c, keep)
		var m *journey.Map
		if err == nil {
			m, err = file.Reload(ctx)
		}
		return func() {
			switch {
			case e.doc != doc:
				return
			case err != nil:
				e.failed(err)
			default:
				doc.Adopt(m, "settle", name, p.Asides...)
			}
			s.look()
		}
	})
}
