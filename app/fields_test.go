//go:build ci

package app

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// shownBy lists the values the fields of a form show.
func shownBy(o fyne.CanvasObject) string {
	var b strings.Builder
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch w := o.(type) {
		case *kit.Field:
			fmt.Fprintln(&b, "text", w.Text)
			return
		case *kit.Selector:
			fmt.Fprintln(&b, "choice", w.Text())
			return
		case *kit.Tickbox:
			fmt.Fprintln(&b, "check", w.On, w.Partial)
			return
		case *kit.Slider:
			fmt.Fprintln(&b, "slider", w.Known, w.Value)
			return
		case *fyne.Container:
			for _, c := range w.Objects {
				walk(c)
			}
			return
		}
		if w, ok := o.(fyne.Widget); ok {
			for _, c := range test.WidgetRenderer(w).Objects() {
				walk(c)
			}
		}
	}
	walk(o)
	return b.String()
}

// wordsOfModel are the values of each type of word.
var wordsOfModel = map[reflect.Type][]any{
	reflect.TypeFor[[]int]():                    {[]int{1, 2, 3}},
	reflect.TypeFor[time.Time]():                {time.Date(2031, 1, 2, 0, 0, 0, 0, time.UTC)},
	reflect.TypeFor[journey.Phase]():            anyOf(journey.Phases),
	reflect.TypeFor[journey.CustomerStatus]():   anyOf(journey.CustomerStatuses),
	reflect.TypeFor[journey.LaneType]():         anyOf(journey.LaneTypes),
	reflect.TypeFor[journey.Medium]():           anyOf(journey.Media),
	reflect.TypeFor[journey.Ownership]():        anyOf(journey.Ownerships),
	reflect.TypeFor[journey.Interaction]():      anyOf(journey.Interactions),
	reflect.TypeFor[journey.Delivery]():         anyOf(journey.Deliveries),
	reflect.TypeFor[journey.Source]():           anyOf(journey.Sources),
	reflect.TypeFor[journey.State]():            {journey.CurrentState, journey.FutureState},
	reflect.TypeFor[journey.Direction]():        anyOf(journey.Directions),
	reflect.TypeFor[journey.OpportunityState](): anyOf(journey.OpportunityStates),
	reflect.TypeFor[bool]():                     {true, false},
	reflect.TypeFor[int]():                      {3, 4},
	reflect.TypeFor[float64]():                  {1.3, -0.7},
}

// others are values a field of a word or a reference can take.
func others(m *journey.Map, field string, v reflect.Value) []any {
	switch v.Interface().(type) {
	case journey.ID:
		var out []any
		for o := range m.Rows() {
			out = append(out, o.RowID())
		}
		return out
	case []journey.ID:
		return []any{[]journey.ID{m.PersonasInOrder()[0].ID}, []journey.ID{}}
	}
	if values, ok := wordsOfModel[v.Type()]; ok {
		return values
	}
	switch field {
	case "Color":
		return []any{"#123456"}
	case "Icon":
		return []any{"phone", "mail", "chat"}
	}
	return []any{"something else"}
}

func anyOf[T any](vs []T) []any {
	out := make([]any, len(vs))
	for i, v := range vs {
		out[i] = v
	}
	return out
}

// leaves calls f for each field of a struct that is none itself, with its path.
func leaves(v reflect.Value, path string, f func(path string, v reflect.Value)) {
	for i := range v.NumField() {
		name := path + v.Type().Field(i).Name
		if fv := v.Field(i); fv.Kind() == reflect.Struct && fv.Type() != reflect.TypeOf(time.Time{}) {
			leaves(fv, name+".", f)
		} else {
			f(name, fv)
		}
	}
}

// hidden are the fields nobody is asked for: identity; place in the order, which
// is changed on the map; and what is counted from a file.
func hidden(path string) bool {
	for _, counted := range []string{"Passage", "Events", "Customers"} {
		if strings.HasPrefix(path, counted) {
			return true
		}
	}
	if _, field, ok := strings.Cut(path, "Evidence."); ok {
		return slices.Contains([]string{"File", "FileDigest", "Question", "Filter", "Median", "Blank", "NotApplicable", "Junk", "Inverted"}, field)
	}
	return path == "ID" || path == "Order"
}

// seed returns a row of each kind in which every field can be seen.
func seed(m *journey.Map, r journey.Row) journey.Row {
	if t, ok := r.(journey.Touchpoint); ok {
		for _, e := range []*journey.Emotion{&t.Expected, &t.Actual} {
			e.Known = true
			e.Evidence = journey.Evidence{Source: journey.Survey, Name: "n", N: 7, Mean: 2, SD: 1, ScaleMin: 1, ScaleMax: 5, Distribution: []int{5, 2}}
		}
		return t
	}
	return r
}

func TestEveryFieldOfEveryRowIsInTheInspector(t *testing.T) {
	e, _, _ := opening(t)
	m := e.doc.Map()
	seen := map[journey.Kind]bool{}
	var first []journey.Row
	for r := range m.Rows() {
		if !seen[r.Kind()] {
			seen[r.Kind()] = true
			first = append(first, r)
		}
	}
	for _, kind := range []journey.Kind{
		journey.KindHead, journey.KindPersona, journey.KindStage, journey.KindLane, journey.KindChannel, journey.KindTouchpoint,
		journey.KindNote, journey.KindPainPoint, journey.KindOpportunity, journey.KindMetric,
	} {
		if !seen[kind] {
			t.Errorf("the map has no %s", kind)
		}
	}
	m.Put(journey.Lane{ID: "spare", Type: journey.LaneTouchpoints, Name: "Spare", Order: "zz"})
	m.Put(journey.Lane{ID: "spare2", Type: journey.LanePainPoints, Name: "Spare", Order: "zza"})
	m.Put(journey.Lane{ID: "spare3", Type: journey.LaneOpportunities, Name: "Spare", Order: "zzb"})
	m.Put(journey.Lane{ID: "spare4", Type: journey.LaneMetrics, Name: "Spare", Order: "zzc"})
	for _, r := range first {
		if r.Kind() == journey.KindLane { // one that holds nothing may change its type
			r, _ = m.Row(journey.KindLane, "spare4")
		}
		probe(t, e, seed(m, r))
	}
}

// probe changes each field of a row in turn and looks whether the inspector
// shows another value then.
func probe(t *testing.T, e *editor, r journey.Row) {
	m := e.doc.Map()
	look := func() string {
		e.selected([]scene.Ref{{Kind: r.Kind(), ID: r.RowID()}})
		e.inspector.Build()
		return shownBy(e.inspector.Box)
	}
	m.Put(r)
	was := look()
	leaves(reflect.ValueOf(r), "", func(path string, v reflect.Value) {
		if hidden(path) {
			return
		}
		for _, other := range others(m, path, v) {
			changed := reflect.New(reflect.TypeOf(r)).Elem()
			changed.Set(reflect.ValueOf(r))
			at := changed
			for name := range strings.SplitSeq(path, ".") {
				at = at.FieldByName(name)
			}
			at.Set(reflect.ValueOf(other).Convert(at.Type()))
			m.Put(changed.Interface().(journey.Row))
			now := look()
			m.Put(r)
			if now != was {
				return
			}
		}
		t.Errorf("the inspector does not show %s of a %s", path, r.Kind())
	})
}

func TestSeveralThingsAreChangedAtOnce(t *testing.T) {
	e, _, _ := opening(t)
	m := e.doc.Map()
	refs := append(append(refTo(e, 1), refTo(e, 4)...), refTo(e, 7)...)
	for _, p := range m.PainPointsInOrder()[:2] {
		refs = append(refs, scene.Ref{Kind: journey.KindPainPoint, ID: p.ID})
	}
	owners := func() (out []string) {
		for _, r := range refs {
			switch row, _ := m.Row(r.Kind, r.ID); row := row.(type) {
			case journey.Touchpoint:
				out = append(out, row.Owner)
			case journey.PainPoint:
				out = append(out, row.Owner)
			}
		}
		return out
	}
	was := fmt.Sprint(owners())
	e.selected(refs)
	f, ok := find(e.inspector.Object, func(f *kit.Field) bool { return f.PlaceHolder == say.Text("inspector.several") })
	if !ok {
		t.Fatal("no field says that there are several values")
	}
	e.win.Canvas().Focus(f)
	test.Type(f, "Ops")
	if got := owners(); got[0] != "Ops" || got[1] != "Ops" || got[2] != "Ops" {
		t.Errorf("the owners are %q", got)
	}
	e.win.Canvas().Unfocus()
	e.perform("action.undo")
	if got := fmt.Sprint(owners()); got != was {
		t.Errorf("one undo gives %s, was %s", got, was)
	}
}

func TestATickAndASliderGoToAllThatIsSelected(t *testing.T) {
	e, _, _ := opening(t)
	m := e.doc.Map()
	refs := append(append(refTo(e, 1), refTo(e, 4)...), refTo(e, 7)...)
	e.selected(refs)
	check, ok := find(e.inspector.Object, func(c *kit.Tickbox) bool { return c.Text == say.Text("touchpoint.leave") })
	if !ok {
		t.Fatal("no box to tick")
	}
	check.Turn()
	for _, r := range refs {
		if row, _ := m.Touchpoints.Get(r.ID); !row.LeaveAsIs {
			t.Error("one was not changed")
		}
	}
	before := m.Journey()[1].Actual.Valence
	s, _ := find(e.inspector.Object, func(s *kit.Slider) bool { return !s.Hollow })
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	s.FocusLost()
	for _, i := range []int{1, 4, 7} {
		if got := m.Journey()[i].Actual.Valence; got != 2 {
			t.Errorf("touchpoint %d feels %v", i, got)
		}
	}
	e.perform("action.undo")
	if got := m.Journey()[1].Actual.Valence; got != before {
		t.Errorf("one undo gives %v, was %v", got, before)
	}
}

func TestFieldsProposeWhatTheMapHas(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 2))
	tp := e.doc.Map().Journey()[2]
	f := fieldWith(t, e, tp.Title)
	e.win.Canvas().Focus(f)
	f.SetText("")
	list := e.inspector.Proposed
	if got := list(); len(got) == 0 || got[0] != "Browses " {
		t.Fatalf("an empty title proposes %v", got)
	}
	test.Type(f, "Co")
	if got := list(); !slices.Equal(got, []string{"Compares ", "Complains "}) {
		t.Fatalf("Co proposes %v", got)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(f, "prices")
	if got := e.doc.Map().Journey()[2].Title; got != "Compares prices" {
		t.Errorf("the title is %q", got)
	}
	if len(list()) > 0 || len(e.air.Objects) != 0 {
		t.Error("the list is still there")
	}
	e.win.Canvas().Unfocus()
	if len(list()) > 0 {
		t.Error("the list outlives its field")
	}
}
