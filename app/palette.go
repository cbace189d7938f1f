package app

import (
	"image/color"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey"
)

const paletteWidth = 234

// piece is what a tile of the palette puts on the map.
type piece struct {
	kind    journey.Kind // touchpoint, pain point, opportunity or note
	title   string
	channel journey.ID
	through string // name of a channel, which the map may not have yet; channel goes first
	quote   bool   // what the customer said: on a touchpoint it stands with the actual emotion
}

// palette is the list of what can be put on the map.
type palette struct {
	e      *editor
	search *kit.Field
	box    *fyne.Container
	scroll *container.Scroll
	shape  string
	object fyne.CanvasObject
}

func newPalette(e *editor) *palette {
	p := &palette{e: e, search: kit.NewField(false), box: kit.Stack(6)}
	p.search.PlaceHolder = say.Text("palette.search")
	p.search.OnChanged = func(string) { p.refresh() }
	p.search.Keys = func(k fyne.KeyName) bool {
		if k != fyne.KeyEscape || p.search.Text == "" {
			return false
		}
		p.search.SetText("")
		return true
	}
	p.search.OnSubmitted = func(text string) {
		if text = strings.TrimSpace(text); text != "" {
			e.insert(piece{kind: journey.KindTouchpoint, title: text})
			p.search.SetText("")
		}
	}
	p.scroll = container.NewVScroll(kit.Inset(0, 12, 16, 12, p.box))
	p.object = container.New(kit.Fixed{Width: paletteWidth},
		kit.Framed(nil, nil, nil, kit.Hairline(), kit.Under(kit.Inset(12, 12, 6, 12, p.search), p.scroll))) // on the window's own ground
	p.refresh()
	return p
}

// refresh shows what fits the search, the stage in view and the map.
func (p *palette) refresh() {
	if p.e.doc == nil {
		return
	}
	want := strings.ToLower(strings.TrimSpace(p.search.Text))
	groups := p.groups(want)
	shape := p.describe(groups)
	if shape == p.shape {
		return
	}
	p.shape = shape
	p.box.RemoveAll()
	for _, g := range groups {
		if len(g.tiles)+len(g.wrong) == 0 {
			continue
		}
		p.box.Add(kit.Gap(4))
		p.box.Add(kit.Heading(g.title))
		for _, t := range g.tiles {
			p.box.Add(p.tile(t))
		}
		for _, b := range g.wrong {
			p.box.Add(brokenNote(b))
		}
	}
	kit.Follow(p.scroll, p.box.Objects...)
	p.box.Refresh()
	p.scroll.Refresh() // it may have become shorter than it is scrolled
}

// group is a heading of the palette with what stands under it.
type group struct {
	title string
	tiles []entry
	wrong []brokenFile // files that cannot be used
}

type entry struct {
	piece piece
	text  string
	note  string
	dot   color.Color
	fill  fyne.ThemeColorName
	own   bool // out of a file of the person's
}

func (p *palette) describe(gs []group) string {
	var b strings.Builder
	for _, g := range gs {
		b.WriteString(g.title + "|")
		for _, w := range g.wrong {
			b.WriteString(w.name + w.err.Error() + ";")
		}
		for _, t := range g.tiles {
			b.WriteString(t.text + "=" + t.note + string(t.piece.channel) + look.Hex(t.dot) + t.piece.title + t.piece.through + ";")
		}
	}
	return b.String()
}

func (p *palette) groups(want string) []group {
	keep := func(es []entry) []entry {
		return slices.DeleteFunc(es, func(t entry) bool { return want != "" && !strings.Contains(strings.ToLower(t.text), want) })
	}
	gs := []group{p.suggested(want)}
	gs = append(gs, p.own()...)
	gs = append(gs, p.channels(), group{title: say.Text("palette.notes"), tiles: p.notes()},
		group{title: say.Text("palette.broken"), wrong: p.e.desk.own.broken})
	for i := range gs {
		gs[i].tiles = keep(gs[i].tiles)
	}
	if want != "" {
		add := strings.TrimSpace(p.search.Text)
		gs = append([]group{{title: say.Text("palette.add"), tiles: []entry{{piece: piece{kind: journey.KindTouchpoint, title: add}, text: add, dot: look.Color("primary")}}}}, gs...)
	}
	return gs
}

// channels is every channel of the map with how often it is used.
func (p *palette) channels() group {
	m := p.e.doc.Map()
	n := map[journey.ID]int{}
	for t := range m.Travel() {
		n[t.Channel]++
	}
	g := group{title: say.Text("palette.channels")}
	for i, c := range m.ChannelsInOrder() {
		note := say.Text("palette.unused")
		dot := channelDots[i%len(channelDots)]
		if n[c.ID] > 0 {
			note = strconv.Itoa(n[c.ID])
		} else {
			dot = look.RGBA(0x8A93A3FF)
		}
		name := say.OrElse(c.Name, say.Text("unnamed"))
		g.tiles = append(g.tiles, entry{piece: piece{kind: journey.KindTouchpoint, channel: c.ID}, text: name, note: note, dot: dot})
	}
	return g
}

var channelDots = []color.NRGBA{look.RGBA(0x7048C6FF), look.RGBA(0xB03A8CFF), look.RGBA(0xD1602BFF), look.RGBA(0xB98300FF), look.RGBA(0x1F8A70FF), look.RGBA(0x3F6BE0FF)}

func (p *palette) notes() []entry {
	return []entry{
		{piece: piece{kind: journey.KindPainPoint}, text: say.Text("kind.pain_point"), fill: look.Pain},
		{piece: piece{kind: journey.KindOpportunity}, text: say.Text("kind.opportunity"), fill: look.Chance},
		{piece: piece{kind: journey.KindNote, quote: true}, text: say.Text("kind.quote"), fill: look.Quote},
		{piece: piece{kind: journey.KindNote}, text: say.Text("kind.note"), fill: look.Quote},
	}
}

func (p *palette) tile(en entry) *kit.Tile {
	t := kit.NewTile(en.text, en.note)
	t.Dot = en.dot
	if en.fill != "" {
		t.Fill = en.fill
	}
	t.Add = func() { p.e.insert(en.piece) }
	t.Over = func(abs fyne.Position) { p.e.dragOver(abs, en.piece, en.text) }
	t.Drop = func(abs fyne.Position) { p.e.dropAt(abs, en.piece) }
	t.Away = p.e.dragAway
	t.Menu = func() []*fyne.MenuItem { return p.menu(en) }
	return t
}
