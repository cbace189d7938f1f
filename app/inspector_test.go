//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"touchline.app/app/document"
	"touchline.app/app/document/documenttest"
	"touchline.app/app/inspector"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
)

// find returns the first object in the tree that fits.
func find[T fyne.CanvasObject](o fyne.CanvasObject, fits func(T) bool) (T, bool) {
	if w, ok := o.(T); ok && fits(w) {
		return w, true
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, c := range children {
		if w, ok := find(c, fits); ok {
			return w, true
		}
	}
	var none T
	return none, false
}

func fieldWith(t *testing.T, e *editor, text string) *kit.Field {
	t.Helper()
	f, ok := find(e.inspector.Object, func(f *kit.Field) bool { return f.Text == text })
	if !ok {
		t.Fatalf("no field holds %q", text)
	}
	return f
}

func TestTypingInAFieldChangesTheMapAsOneStep(t *testing.T) {
	e, ui, path := opening(t)
	e.selected(refTo(e, 10))
	was := e.doc.Map().Journey()[10].Title
	f := fieldWith(t, e, was)
	e.win.Canvas().Focus(f)
	f.CursorColumn = len([]rune(was))
	test.Type(f, " now")
	if got := e.doc.Map().Journey()[10].Title; got != was+" now" {
		t.Fatalf("the map has %q", got)
	}
	e.win.Canvas().Unfocus()
	ui.Until("saved", func() bool { return e.doc.State() == document.Saved })
	if got := documenttest.Stored(t, path).Journey()[10].Title; got != was+" now" {
		t.Fatalf("the file has %q", got)
	}
	e.perform("action.undo")
	if got := e.doc.Map().Journey()[10].Title; got != was {
		t.Errorf("one undo gives %q", got)
	}
	if f.Text != was {
		t.Errorf("the field shows %q after undo", f.Text)
	}
}

func TestUndoGoesToTheFocusedFieldFirst(t *testing.T) {
	e, _, _ := opening(t)
	e.perform("action.stage")
	stages := e.doc.Map().Stages.Len()
	f := fieldWith(t, e, say.Text("new.stage"))
	e.win.Canvas().Focus(f)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // behind the name, which is selected
	test.Type(f, "X")
	if f.Text == say.Text("new.stage") {
		t.Fatal("nothing was typed")
	}
	e.perform("action.undo")
	if f.Text != say.Text("new.stage") || e.doc.Map().Stages.Len() != stages {
		t.Fatalf("undo left %q and %d stages", f.Text, e.doc.Map().Stages.Len())
	}
	e.win.Canvas().Unfocus()
	for range 3 {
		e.perform("action.undo")
	}
	if e.doc.Map().Stages.Len() != stages-1 {
		t.Errorf("the stage is still there: %d", e.doc.Map().Stages.Len())
	}
}

func TestEveryKindOfRowHasItsFields(t *testing.T) {
	e, _, _ := opening(t)
	m := e.doc.Map()
	for r := range m.Rows() {
		e.selected([]scene.Ref{{Kind: r.Kind(), ID: r.RowID()}})
		if len(e.inspector.Form.Objects) < 3 {
			t.Errorf("%s %q has only %d fields", r.Kind(), r.Label(), len(e.inspector.Form.Objects))
		}
	}
	if p, changed := e.doc.NextUndo(); changed {
		t.Errorf("showing the fields changed the map: %v", p)
	}
}

func TestASliderIsOneStepAndShowsTheGap(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 2))
	before := e.doc.Map().Journey()[2]
	s, ok := find(e.inspector.Object, func(s *kit.Slider) bool { return !s.Hollow })
	if !ok {
		t.Fatal("no slider for the actual emotion")
	}
	for _, x := range []float32{20, 40, 60} {
		s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 5)}})
	}
	s.DragEnd()
	after := e.doc.Map().Journey()[2]
	if after.Actual.Valence == before.Actual.Valence {
		t.Fatal("the emotion did not change")
	}
	if after.Actual.Evidence.Measured() {
		t.Error("a number set by hand still counts as measured")
	}
	if err := e.doc.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := e.doc.Map().Journey()[2]; got.Actual.Valence != before.Actual.Valence || !got.Actual.Evidence.Measured() {
		t.Error("one undo does not give the emotion back")
	}
}

func TestAChoiceIsOneStep(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 2))
	tp := e.doc.Map().Journey()[2]
	to := e.doc.Map().StagesInOrder()[4]
	sel, ok := find(e.inspector.Object, func(s *kit.Selector) bool {
		st, _ := e.doc.Map().Stages.Get(tp.Stage)
		return s.Text() == st.Name
	})
	if !ok {
		t.Fatal("no choice of the stage")
	}
	test.Type(sel, to.Name[:2])
	if got, _ := e.doc.Map().Touchpoints.Get(tp.ID); got.Stage != to.ID {
		t.Errorf("the touchpoint stayed in %s", got.Stage)
	}
	if err := e.doc.Undo(); err != nil {
		t.Fatal(err)
	}
	if got, _ := e.doc.Map().Touchpoints.Get(tp.ID); got.Stage != tp.Stage {
		t.Error("undo left it there")
	}
}

func TestPainPointsAreAddedAndRemovedInTheInspector(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 0))
	id := e.doc.Map().Journey()[0].ID
	before := len(inspector.Tied(e.doc.Map(), id))
	for _, key := range []string{"add.pain", "add.chance", "add.metric"} {
		b, ok := find(e.inspector.Object, func(p *kit.Press) bool { return p.Text == "+ "+say.Text(key) })
		if !ok {
			t.Fatalf("no button %s", key)
		}
		b.Tapped(nil)
	}
	if got := len(inspector.Tied(e.doc.Map(), id)); got != before+3 {
		t.Fatalf("%d things hang on the touchpoint, want %d", got, before+3)
	}
	b, ok := find(e.inspector.Object, func(p *kit.Press) bool { return p.Text == say.Text("remove.pain") })
	if !ok {
		t.Fatal("no button to delete a pain point")
	}
	b.Tapped(nil)
	if got := len(inspector.Tied(e.doc.Map(), id)); got != before+2 {
		t.Errorf("%d things after deleting one", got)
	}
}

func TestTheFaceFollowsTheSlider(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 2))
	s, _ := find(e.inspector.Object, func(s *kit.Slider) bool { return !s.Hollow })
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if _, ok := find(e.inspector.Object, func(f *kit.Face) bool { return f.Known && f.Value == -2 }); !ok {
		t.Error("no face is angry")
	}
}
