package app

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

const inspectorWidth = 312

// inspector shows the fields of what is selected, or of the map.
type inspector struct {
	doc    *document.Document
	failed func(error)
	pick   func(scene.Ref) // selects something on the map

	list   *proposals // nil: nothing is proposed
	refs   []scene.Ref
	shape  string // what the form was built for
	built  []scene.Ref
	form   *form
	box    *fyne.Container
	scroll *container.Scroll
	object fyne.CanvasObject
}

func newInspector(doc *document.Document, failed func(error), pick func(scene.Ref)) *inspector {
	i := &inspector{doc: doc, failed: failed, pick: pick, box: kit.Stack(9)}
	i.scroll = container.NewVScroll(kit.Inset(14, 16, 24, 16, i.box))
	i.object = container.New(kit.Fixed{Width: inspectorWidth}, kit.NewPlate(look.Panel, "", 0,
		kit.Framed(nil, nil, kit.Hairline(), nil, i.scroll)))
	i.build()
	return i
}

// proposeIn lets fields show proposals in the layer over the window.
func (i *inspector) proposeIn(air *fyne.Container) {
	i.list = newProposals(air)
	i.scroll.OnScrolled = func(fyne.Position) { i.list.hide() }
	i.build()
}

// show turns to another selection.
func (i *inspector) show(refs []scene.Ref) {
	i.refs = refs
	i.refresh()
}

// refresh shows the map's values; where other fields are wanted it builds them.
func (i *inspector) refresh() {
	if shape := i.wanted(); shape != i.shape && !i.typedIn() {
		i.build()
		return
	}
	i.form.load()
}

// typedIn reports whether one of the fields has the keys and is still about what is
// selected. Then no others are made in its place: the text under the keys stays.
func (i *inspector) typedIn() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(i.object)
	if c == nil || !slices.Equal(i.refs, i.built) {
		return false
	}
	f, ok := c.Focused().(*kit.Field)
	if !ok || !slices.Contains(i.form.fields, f) {
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
func (i *inspector) wanted() string {
	m := i.doc.Map()
	var b strings.Builder
	for _, r := range i.refs {
		_, there := m.Row(r.Kind, r.ID)
		fmt.Fprint(&b, r.Kind, r.ID, there, " ")
		if r.Kind != journey.KindTouchpoint {
			continue
		}
		for _, p := range tied(m, r.ID) {
			fmt.Fprint(&b, p.RowID(), " ")
		}
	}
	for _, p := range m.PersonasInOrder() {
		fmt.Fprint(&b, p.ID, p.Name, ",")
	}
	return b.String()
}

// tied returns the pain points, opportunities, metrics, other sources and promises
// of a touchpoint.
func tied(m *journey.Map, id journey.ID) []journey.Row {
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
	for _, r := range readingsOf(m, id) {
		out = append(out, r)
	}
	for _, p := range m.PromisesInOrder() {
		if p.From == id || p.To == id {
			out = append(out, p)
		}
	}
	return out
}

func (i *inspector) build() {
	before := i.shape
	i.shape, i.built = i.wanted(), slices.Clone(i.refs)
	if i.list != nil {
		i.list.hide()
	}
	i.form = &form{doc: i.doc, failed: i.failed, list: i.list}
	i.fill()
	i.form.load()
	i.box.Objects = i.form.objects
	kit.Follow(i.scroll, i.form.objects...)
	i.box.Refresh()
	if strings.SplitN(before, " ", 2)[0] != strings.SplitN(i.shape, " ", 2)[0] {
		i.scroll.ScrollToTop()
	}
}

func (i *inspector) fill() {
	f, m := i.form, i.doc.Map()
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

// focus puts the cursor into the first field, with its text selected so that
// typing replaces it. The canvas is asked of the window: a field that was not
// drawn yet is known to no driver.
func (i *inspector) focus(c fyne.Canvas) {
	if i.form.first == nil {
		return
	}
	c.Focus(i.form.first)
	i.form.first.TypedShortcut(&fyne.ShortcutSelectAll{})
}
