//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// theField returns the field of the inspector that has the key.
func theField(t *testing.T, e *editor, key string) *kit.Field {
	t.Helper()
	f, ok := e.inspector.Form.Named[key].(*kit.Field)
	if !ok {
		t.Fatalf("there is no field %s", key)
	}
	return f
}

func ownersOf(e *editor, refs []scene.Ref) (out []string) {
	for _, r := range refs {
		tp, _ := e.doc.Map().Touchpoints.Get(r.ID)
		out = append(out, tp.Owner)
	}
	return out
}

func TestWritingOverSeveralValuesIsTakenBackAsOne(t *testing.T) {
	for _, back := range []string{"undo", "Escape"} {
		e, _, _ := opening(t)
		refs := append(refTo(e, 0), refTo(e, 2)...)
		for i, name := range []string{"Marketing", "Web team"} {
			tp, _ := e.doc.Map().Touchpoints.Get(refs[i].ID)
			tp.Owner = name
			e.do(edit.Put{Rows: []journey.Row{tp}})
		}
		e.board.Select(refs...)
		e.selected(refs)
		f := theField(t, e, "touchpoint.owner")
		e.win.Canvas().Focus(f)
		typeInto(f, "XY")
		if got := ownersOf(e, refs); got[0] != "XY" || got[1] != "XY" {
			t.Fatalf("the owners are %q", got)
		}
		if back == "undo" {
			e.perform("action.undo")
		} else {
			e.typedKey(key(fyne.KeyEscape))
		}
		if got := ownersOf(e, refs); got[0] != "Marketing" || got[1] != "Web team" {
			t.Errorf("%s leaves the owners %q", back, got)
		}
		if f.Text != "" || f.PlaceHolder != say.Text("inspector.several") {
			t.Errorf("%s: the field says %q and hints at %q", back, f.Text, f.PlaceHolder)
		}
	}
}

func TestEscapeTakesBackWhatIsTyped(t *testing.T) {
	e, _, _ := opening(t)
	e.pick(refTo(e, 0)[0])
	was := e.doc.Map().Journey()[0].Title
	f := theField(t, e, "touchpoint.title")
	e.win.Canvas().Focus(f)
	typeInto(f, "Zebra")
	e.typedKey(key(fyne.KeyEscape))
	if got := e.doc.Map().Journey()[0].Title; got != was || !e.onMap() {
		t.Errorf("the title is %q, was %q; the map has the keys: %v", got, was, e.onMap())
	}
	e.do(edit.SetText{Row: edit.Ref(refTo(e, 0)[0]), Field: "Owner", Text: "Web team"})
	e.win.Canvas().Focus(theField(t, e, "touchpoint.title"))
	e.typedKey(key(fyne.KeyEscape))
	if got, _ := e.doc.Map().Touchpoints.Get(refTo(e, 0)[0].ID); got.Owner != "Web team" {
		t.Error("Escape takes back a step from before the field had the keys")
	}
}

func TestEscapeLeavesAStageAtOnce(t *testing.T) {
	e, _, _ := opening(t)
	e.pick(refTo(e, 0)[0])
	e.perform("action.focus")
	if !e.focuses() {
		t.Fatal("no stage is looked at")
	}
	e.board.TypedKey(key(fyne.KeyEscape))
	if e.focuses() {
		t.Error("the stage is still looked at")
	}
	if len(e.selection()) != 1 {
		t.Error("what was selected is not any more")
	}
	e.board.TypedKey(key(fyne.KeyEscape))
	if len(e.selection()) != 0 {
		t.Error("the next Escape leaves the selection")
	}
}
