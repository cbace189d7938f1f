// Package inspector is the panel of the fields of what is selected: what each kind of
// row has, changed while it is typed, for one row or for several at once.
//
// The package must not know the window: it has a document and two functions to say
// what failed and what shall be selected.
package inspector

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// Width is that of the panel, in units.
const Width = 312

// Panel shows the fields of what is selected, or of the map.
type Panel struct {
	doc    *document.Document
	failed func(error)
	pick   func(scene.Ref) // selects something on the map

	list   *proposals // nil: nothing is proposed
	refs   []scene.Ref
	shape  string // what the form was built for
	built  []scene.Ref
	Form   *Form
	Box    *fyne.Container
	Scroll *container.Scroll
	Object fyne.CanvasObject
}

// New returns a panel of a document. failed hears why a change does not fit, pick is asked
// to select a row on the map.
func New(doc *document.Document, failed func(error), pick func(scene.Ref)) *Panel {
	i := &Panel{doc: doc, failed: failed, pick: pick, Box: kit.Stack(9)}
	i.Scroll = container.NewVScroll(kit.Inset(14, 16, 24, 16, i.Box))
	i.Object = container.New(kit.Fixed{Width: Width}, kit.Framed(nil, nil, kit.Hairline(), nil, i.Scroll)) // on the window's own ground
	i.Build()
	return i
}

// ProposeIn lets fields show proposals in the layer over the window.
func (i *Panel) ProposeIn(air *fyne.Container) {
	i.list = newProposals(air)
	i.Scroll.OnScrolled = func(fyne.Position) { i.list.hide() }
	i.Build()
}

// Proposed returns the texts that are proposed now, for the field that has the keys.
func (i *Panel) Proposed() []string {
	var out []string
	for _, r := range i.list.rows {
		out = append(out, r.text)
	}
	return out
}

// Show turns to another selection.
func (i *Panel) Show(refs []scene.Ref) {
	i.refs = refs
	i.Refresh()
}

// Refresh shows the map's values; where other fields are wanted it builds them.
func (i *Panel) Refresh() {
	if shape := i.wanted(); shape != i.shape && !i.typedIn() {
		i.Build()
		return
	}
	i.Form.load()
}

// typedIn reports whether one of the fields has the keys and is still about what is
// selected. Then no others are made in its place: the text under the keys stays.
func (i *Panel) typedIn() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(i.Object)
	if c == nil || !slices.Equal(i.refs, i.built) {
		return false
	}
	f, ok := c.Focused().(*kit.Field)
	if !ok || !slices.Contains(i.Form.fields, f) {
		return false
	}
	for _, r := range i.refs {
		if _, there := i.doc.Map().Row(r.Kind, r.ID); !there {
			return false
		}
	}
	return true
}

// wanted names the fields the selection asks for.
func (i *Panel) wanted() string {
	m := i.doc.Map()
	var b strings.Builder
	for _, r := range i.refs {
		_, there := m.Row(r.Kind, r.ID)
		fmt.Fprint(&b, r.Kind, r.ID, there, " ")
		if r.Kind != journey.KindTouchpoint {
			continue
		}
		for _, p := range Tied(m, r.ID) {
			fmt.Fprint(&b, p.RowID(), " ")
		}
	}
	for _, p := range m.PersonasInOrder() {
		fmt.Fprint(&b, p.ID, p.Name, ",")
	}
	return b.String()
}

// Tied returns the pain points, opportunities, metrics, other sources and promises
// of a touchpoint.
func Tied(m *journey.Map, id journey.ID) []journey.Row {
	var out []journey.Row
	for _, p := range m.PainPointsInOrder() {
		if p.Touchpoint == id {
			out = append(out, p)
		}
	}
	for _, o := range m.OpportunitiesInOrder() {
		if o.Touchpoint == id {
			out = append(out, o)
		}
	}
	for _, k := range m.MetricsInOrder() {
		if k.Touchpoint == id {
			out = append(out, k)
		}
	}
	for _, r := range ReadingsOf(m, id) {
		out = append(out, r)
	}
	for _, p := range m.PromisesInOrder() {
		if p.From == id || p.To == id {
			out = append(out, p)
		}
	}
	return out
}

// Build makes the fields anew.
func (i *Panel) Build() {
	before := i.shape
	i.shape, i.built = i.wanted(), slices.Clone(i.refs)
	if i.list != nil {
		i.list.hide()
	}
	i.Form = &Form{doc: i.doc, failed: i.failed, list: i.list}
	i.fill()
	i.Form.load()
	i.Box.Objects = i.Form.Objects
	kit.Follow(i.Scroll, i.Form.Objects...)
	i.Box.Refresh()
	if strings.SplitN(before, " ", 2)[0] != strings.SplitN(i.shape, " ", 2)[0] {
		i.Scroll.ScrollToTop()
	}
}

func (i *Panel) fill() {
	f, m := i.Form, i.doc.Map()
	if len(i.refs) > 1 {
		manyFields(f, i.refs)
		return
	}
	if len(i.refs) == 0 {
		mapFields(f, i.pick)
		return
	}
	id := i.refs[0].ID
	r, ok := m.Row(i.refs[0].Kind, id)
	if !ok {
		mapFields(f, i.pick)
		return
	}
	switch r := r.(type) {
	case journey.Touchpoint:
		touchpointFields(f, id)
	case journey.Stage:
		stageFields(f, id)
	case journey.Lane:
		laneFields(f, id, r.Type)
	case journey.Persona:
		personaFields(f, id)
	case journey.Channel:
		channelFields(f, id)
	case journey.Note:
		noteFields(f, id)
	case journey.PainPoint:
		f.add(kit.Title(say.Text("kind.pain_point")))
		painPointFields(f, id)
	case journey.Opportunity:
		f.add(kit.Title(say.Text("kind.opportunity")))
		opportunityFields(f, id)
	case journey.Metric:
		f.add(kit.Title(say.Text("kind.metric")))
		metricFields(f, id)
	case journey.Reading:
		readingFields(f, id)
	case journey.Promise:
		f.add(kit.Title(say.Text("kind.promise")))
		promiseFields(f, id)
	default:
		mapFields(f, i.pick)
	}
}

// FocusFirst puts the cursor into the first field, with its text selected so that
// typing replaces it. The canvas is asked of the window: a field that was not
// drawn yet is known to no driver.
func (i *Panel) FocusFirst(c fyne.Canvas) {
	if i.Form.First == nil {
		return
	}
	c.Focus(i.Form.First)
	i.Form.First.TypedShortcut(&fyne.ShortcutSelectAll{})
}
