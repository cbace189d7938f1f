package app

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/chooser"
	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/storage"
)

// What can be compared: the map as it is, its named versions, how it began, and
// other files.

// sources opens the list of what one side can be.
func (p *comparePane) sources(under *kit.Press, s *side) {
	e := p.c.m.e
	e.doc.Ask(func(ctx context.Context, f document.Store) func() {
		var versions []storage.NamedVersion
		if c, ok := f.(chronicler); ok {
			versions, _ = c.Versions(ctx) // without them there is still the rest
		}
		return func() { p.menu(under, s, versions) }
	})
}

func (p *comparePane) menu(under *kit.Press, s *side, versions []storage.NamedVersion) {
	e := p.c.m.e
	items := []*fyne.MenuItem{fyne.NewMenuItem(say.Text("history.now"), func() { p.be(s, side{name: say.Text("history.now"), now: true}) })}
	for i := len(versions) - 1; i >= 0; i-- {
		v := versions[i]
		items = append(items, fyne.NewMenuItem(v.Name, func() { p.at(s, v.Position, v.Name) }))
	}
	items = append(items, fyne.NewMenuItem(say.Text("history.begin"), func() { p.at(s, 0, say.Text("history.begin")) }),
		fyne.NewMenuItemSeparator(), fyne.NewMenuItem(say.Text("compare.file"), func() { p.askSide(s) }))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), e.win.Canvas(), at.AddXY(0, under.Size().Height))
}

// be makes one side something else. A file stands after the map of this window, so
// that what others did to it can be taken over.
func (p *comparePane) be(s *side, to side) {
	*s = to
	c := p.c
	if c.before.file && c.after.now {
		c.before, c.after = c.after, c.before
	}
	c.ready = false
	p.refresh()
	c.hold()
}

// at makes one side how the map was.
func (p *comparePane) at(s *side, position int64, name string) {
	e := p.c.m.e
	e.doc.Ask(func(ctx context.Context, f document.Store) func() {
		from, ok := f.(past)
		if !ok {
			return func() {}
		}
		was, err := from.At(ctx, position)
		return func() {
			if err != nil {
				e.failed(err)
				return
			}
			p.be(s, side{name: name, position: position, m: was})
		}
	})
}

// askSide asks for the file one side is in.
func (p *comparePane) askSide(s *side) {
	e := p.c.m.e
	e.askFile(chooser.Question{Title: say.Text("compare.file"), Filters: mapFilters()}, func(paths []string) {
		e.readAside(paths[0], func(m *journey.Map) { p.be(s, side{name: filepath.Base(paths[0]), file: true, position: -1, m: m}) })
	})
}

// readAside reads the map of a file, of whatever kind, beside the interface.
func (e *editor) readAside(path string, then func(*journey.Map)) {
	doc := e.doc
	e.busy(say.Text("status.reading", "Name", filepath.Base(path)))
	go func() {
		m, err := mapIn(path)
		e.onUI(func() {
			e.busy("")
			switch {
			case e.doc != doc:
			case err != nil:
				e.failed(err)
			default:
				then(m)
			}
		})
	}()
}

// mapIn reads the map of a file and changes nothing.
func mapIn(path string) (*journey.Map, error) {
	if isMap(path) {
		return storage.Read(path)
	}
	m, _, err := importMap(path)
	return m, err
}

// proposeSide compares with the last named version, or with the map as it was when
// this window opened it.
func (p *comparePane) proposeSide() {
	p.c.m.e.doc.Ask(func(ctx context.Context, f document.Store) func() {
		c, ok := f.(chronicler)
		if !ok {
			return func() {}
		}
		versions, err := c.Versions(ctx)
		if err != nil {
			return func() {}
		}
		if n := len(versions); n > 0 {
			v := versions[n-1]
			return func() { p.at(&p.c.before, v.Position, v.Name) }
		}
		t, err := c.Timeline(ctx, 0, document.MostRecalled)
		if err != nil {
			return func() {}
		}
		opened := t.Floor
		for _, s := range t.Steps {
			if s.Actor != t.Actor {
				opened = max(opened, s.Position)
				break
			}
		}
		return func() { p.at(&p.c.before, opened, say.Text("compare.opened")) }
	})
}

// readAsideMap compares the map of this window with that of a file.
func (e *editor) readAsideMap(path string, s side) {
	e.readAside(path, func(m *journey.Map) {
		s.m = m
		e.compareSides(side{name: say.Text("history.now"), now: true}, s)
	})
}
