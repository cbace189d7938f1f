package inspector

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/resources"
)

// mostProposals is how many proposals are shown at once.
const mostProposals = 6

// proposals is the list under a field of what might be meant. It lies over the
// window and takes neither the keys nor room: who knows what to write goes on.
type proposals struct {
	air    *fyne.Container // over everything, without a layout
	plate  *kit.Plate      // nil: nothing is shown
	of     *kit.Field
	rows   []*proposal
	chosen int // -1: none yet
}

func newProposals(air *fyne.Container) *proposals { return &proposals{air: air, chosen: -1} }

// propose lets a field show proposals while it is written in.
func (f *Form) propose(e *kit.Field, offer func(text string) []string) {
	if f.list == nil {
		return
	}
	changed, left := e.OnChanged, e.Left
	e.OnChanged = func(text string) {
		changed(text)
		if !f.loading {
			f.list.show(e, offer(text))
		}
	}
	e.Came = func() { f.list.show(e, offer(e.Text)) }
	e.Left = func() {
		f.list.hide()
		left()
	}
	e.Keys = f.list.key
}

// show lists texts under a field; none hides the list.
func (l *proposals) show(e *kit.Field, texts []string) {
	l.hide()
	if len(texts) == 0 {
		return
	}
	l.of, l.chosen = e, -1
	column := kit.Stack(0)
	for _, text := range texts {
		row := newProposal(text, func() { l.take(text) })
		l.rows = append(l.rows, row)
		column.Add(row)
	}
	l.plate = kit.NewPlate("menuBackground", "inputBorder", 6, kit.Inset(3, 3, 3, 3, column))
	d := fyne.CurrentApp().Driver()
	at := d.AbsolutePositionForObject(e).Subtract(d.AbsolutePositionForObject(l.air))
	size := fyne.NewSize(e.Size().Width, l.plate.MinSize().Height)
	at.Y += e.Size().Height + 2
	if at.Y+size.Height > l.air.Size().Height {
		at.Y -= e.Size().Height + 4 + size.Height // no room below
	}
	l.plate.Move(at)
	l.plate.Resize(size)
	l.air.Add(l.plate)
}

func (l *proposals) hide() {
	if l.plate != nil {
		l.air.Remove(l.plate)
	}
	l.plate, l.of, l.rows, l.chosen = nil, nil, nil, -1
}

// take writes a proposal into the field.
func (l *proposals) take(text string) {
	e := l.of
	l.hide()
	e.SetText(text)
	l.hide() // the new text may have proposals of its own
	e.CursorColumn = len([]rune(text))
	e.Refresh()
}

// key moves through the list and takes a proposal.
func (l *proposals) key(k fyne.KeyName) bool {
	if l.plate == nil {
		return false
	}
	switch k {
	case fyne.KeyDown:
		l.choose(min(l.chosen+1, len(l.rows)-1))
	case fyne.KeyUp:
		l.choose(max(l.chosen-1, -1))
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.chosen < 0 {
			return false
		}
		l.take(l.rows[l.chosen].text)
	case fyne.KeyEscape:
		l.hide()
	default:
		return false
	}
	return true
}

func (l *proposals) choose(i int) {
	l.chosen = i
	for k, r := range l.rows {
		r.light(k == i)
	}
}

// proposal is a line of the list. It acts when the button goes down: the field
// loses the keys, and the list with it, before it comes up.
type proposal struct {
	widget.BaseWidget
	text string
	run  func()
	back *kit.Plate
}

func newProposal(text string, run func()) *proposal {
	p := &proposal{text: text, run: run}
	p.ExtendBaseWidget(p)
	return p
}

// MouseDown implements desktop.Mouseable.
func (p *proposal) MouseDown(*desktop.MouseEvent) { p.run() }

// MouseUp implements desktop.Mouseable.
func (p *proposal) MouseUp(*desktop.MouseEvent) {}

// MouseIn implements desktop.Hoverable.
func (p *proposal) MouseIn(*desktop.MouseEvent) { p.light(true) }

// MouseMoved implements desktop.Hoverable.
func (p *proposal) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *proposal) MouseOut() { p.light(false) }

func (p *proposal) light(on bool) {
	if p.back == nil {
		return
	}
	p.back.Fill = "menuBackground"
	if on {
		p.back.Fill = look.Tint
	}
	p.back.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *proposal) CreateRenderer() fyne.WidgetRenderer {
	p.back = kit.NewPlate("menuBackground", "", 4, kit.Inset(4, 7, 4, 7, kit.NewInk(p.text, 13, fyne.TextStyle{}, "foreground").Narrow(40)))
	return widget.NewSimpleRenderer(container.NewStack(p.back))
}

// proposed returns those of the values that hold the text, the ones that begin
// with it first, without what is written already.
func proposed(values []string, text string) []string {
	want := strings.ToLower(strings.TrimSpace(text))
	var begin, hold []string
	for _, v := range values {
		low := strings.ToLower(v)
		switch {
		case low == want || v == "":
		case strings.HasPrefix(low, want):
			begin = append(begin, v)
		case strings.Contains(low, want):
			hold = append(hold, v)
		}
	}
	begin = append(begin, hold...)
	return begin[:min(len(begin), mostProposals)]
}

// verbs proposes what a customer may do, in a language: while the first word of
// a title is written, or behind what is written where verbs come last.
func verbs(lang, text string) []string {
	all, last := resources.Verbs(lang)
	text = strings.TrimLeft(text, " ")
	if last {
		return verbsBehind(all, text)
	}
	if strings.ContainsRune(text, ' ') {
		return nil
	}
	var out []string
	for _, v := range all {
		if strings.HasPrefix(strings.ToLower(v), strings.ToLower(text)) {
			out = append(out, say.Capital(v)+" ")
		}
	}
	return out[:min(len(out), mostProposals)]
}

// verbsBehind ends a title with each of the verbs, which begin with a particle:
// the part of it that is written already counts.
func verbsBehind(all []string, text string) []string {
	if text == "" {
		return nil
	}
	var out []string
	for _, v := range all {
		_, particle := utf8.DecodeRuneInString(v)
		stem, begun := text, ""
		if i := strings.LastIndex(text, v[:particle]); i > 0 {
			stem, begun = text[:i], text[i:]
		}
		if strings.HasPrefix(v, begun) && v != begun {
			out = append(out, stem+v)
		}
	}
	return out[:min(len(out), mostProposals)]
}

// distinct returns the different texts, sorted.
func distinct(texts []string) []string {
	slices.Sort(texts)
	return slices.DeleteFunc(slices.Compact(texts), func(s string) bool { return strings.TrimSpace(s) == "" })
}

// owners returns everybody who is answerable for something on the map.
func owners(m *journey.Map) []string {
	var out []string
	for r := range m.Rows() {
		switch r := r.(type) {
		case journey.Touchpoint:
			out = append(out, r.Owner)
		case journey.PainPoint:
			out = append(out, r.Owner)
		case journey.Opportunity:
			out = append(out, r.Owner)
		}
	}
	return distinct(out)
}

// studies returns the names of the surveys and workshops.
func studies(m *journey.Map) []string {
	var out []string
	for t := range m.Touchpoints.All() {
		out = append(out, t.Actual.Evidence.Name, t.Expected.Evidence.Name)
	}
	return distinct(out)
}

// units returns the units of the metrics.
func units(m *journey.Map) []string {
	var out []string
	for _, k := range m.MetricsInOrder() {
		out = append(out, k.Unit)
	}
	return distinct(append(out, "%"))
}

// dues returns the days and quarters until which something shall be done.
func dues(m *journey.Map) []string {
	var out []string
	for _, o := range m.OpportunitiesInOrder() {
		out = append(out, o.Due)
	}
	return distinct(out)
}

// feelings returns the words customers used.
func feelings(m *journey.Map) []string {
	var out []string
	for t := range m.Touchpoints.All() {
		out = append(out, t.Actual.Word, t.Expected.Word)
	}
	return distinct(out)
}
