package app

import (
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/sample"
)

// showStart fills the window with what a person can begin with: templates, and
// the maps opened last, as pictures.
func (e *editor) showStart() {
	e.doc, e.toolbar = nil, nil
	s := &startScreen{e: e}
	page := kit.Stack(22,
		kit.Stack(6, kit.NewInk(say.Text("app.name"), 30, kit.Bold, "foreground"), kit.NewInk(say.Text("start.line"), 14, fyne.TextStyle{}, look.Grey).Narrow(200)),
		kit.Heading(say.Text("start.new")), s.templates())
	if recent := s.recent(); len(recent.Objects) > 0 {
		page.Add(kit.Heading(say.Text("start.recent")))
		page.Add(recent)
	}
	page.Add(kit.Strip(4, kit.NewPress(say.Text("start.open"), "", e.askOpen)))
	e.win.SetContent(kit.NewPlate(look.Panel, "", 0, container.NewVScroll(kit.Inset(44, 56, 44, 56, page))))
	e.drawThumbnails(s.pictures, e.MapTheme())
	e.retitle()
	e.refreshActions()
}

// startScreen gathers the cards of the start screen and the pictures they want.
type startScreen struct {
	e        *editor
	pictures []thumbnail
}

func cards() *fyne.Container {
	return container.New(layout.NewGridWrapLayout(fyne.NewSize(kit.CardWidth, kit.CardHeight)))
}

// parted splits a name from what is said of it after a colon.
func parted(text string) (name, line string) {
	i := strings.IndexAny(text, ":：")
	if i < 0 {
		return text, ""
	}
	return strings.TrimSpace(text[:i]), say.Capital(strings.TrimSpace(strings.TrimLeft(text[i:], ":：")))
}

// reason leaves out of an error which file it is about: the card says that.
func reason(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil || !strings.HasSuffix(err.Error(), ": "+inner.Error()) {
			return err
		}
		err = inner
	}
}

// want asks for the picture of a card.
func (s *startScreen) want(c *kit.Card, t thumbnail) {
	t.show = c.Picture
	t.fail = func(err error) { c.Lose(say.Sentence(reason(err))) }
	s.pictures = append(s.pictures, t)
}

func (s *startScreen) templates() *fyne.Container {
	box := cards()
	for _, name := range sample.Names {
		title, line := parted(say.Text("template." + name))
		c := kit.NewCard(title, line, func() { s.e.newMap(name) })
		box.Add(c)
		s.want(c, thumbnail{key: "template " + name + say.Language(), read: func() (*journey.Map, error) {
			return sample.Named(name, journey.NewIDs(&counting{}))
		}})
	}
	for _, t := range s.e.desk.own.templates {
		c := kit.NewCard(t.name, say.Text("start.own"), func() { s.e.openTemplate(t.path) })
		box.Add(c)
		s.wantFile(c, t.path)
	}
	return box
}

// recent shows the maps opened last. One that is gone stays, and says so: it may
// be on a drive that is not there at the moment.
func (s *startScreen) recent() *fyne.Container {
	box := cards()
	for _, path := range s.e.remembered() {
		c := kit.NewCard(strings.TrimSuffix(filepath.Base(path), extension), filepath.Dir(path), func() { s.e.openAnywhere(path) })
		c.Remove = func() { s.e.takeOff(path) }
		c.Menu = func() []*fyne.MenuItem {
			return []*fyne.MenuItem{
				fyne.NewMenuItem(say.Text("banner.open"), c.Run),
				fyne.NewMenuItem(say.Text("banner.show_folder"), func() { s.e.showInFolder(path) }),
				fyne.NewMenuItemSeparator(),
				fyne.NewMenuItem(say.Text("start.remove"), c.Remove),
			}
		}
		box.Add(c)
		s.wantFile(c, path)
	}
	return box
}

func (s *startScreen) wantFile(c *kit.Card, path string) {
	t, err := ofFile(path)
	if err != nil {
		c.Lose(say.Text("start.gone"))
		return
	}
	s.want(c, t)
}

// counting is a source of bytes for identifiers nobody keeps.
type counting struct{ n uint64 }

// Read implements io.Reader.
func (c *counting) Read(p []byte) (int, error) {
	for i := range p {
		c.n = c.n*6364136223846793005 + 1442695040888963407
		p[i] = byte(c.n >> 56)
	}
	return len(p), nil
}
