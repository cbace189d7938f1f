//go:build ci

package app

import (
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// run carries out the choice of a menu of its own by its text.
func runChoice(t *testing.T, e *editor, key, text string) {
	t.Helper()
	e.refreshActions()
	it := e.menus.items[key]
	if it.ChildMenu != nil {
		for _, c := range it.ChildMenu.Items {
			if c.Label == text {
				c.Action()
				return
			}
		}
	}
	t.Fatalf("%s does not offer %q", key, text)
}

func TestWhatIsHiddenIsFoundAgain(t *testing.T) {
	e, _, _ := opening(t)
	st, lane := e.doc.Map().StagesInOrder()[1], e.doc.Map().LanesInOrder()[3]
	e.pick(scene.Ref{Kind: journey.KindStage, ID: st.ID})
	e.perform("action.hide")
	e.pick(scene.Ref{Kind: journey.KindLane, ID: lane.ID})
	e.perform("action.hide")
	if _, ok := e.scenery.now.NodeOf(scene.Ref{Kind: journey.KindStage, ID: st.ID}, scene.RoleStage); ok || len(e.selection()) > 0 {
		t.Error("the hidden stage is still there")
	}
	runChoice(t, e, "action.show", "Stage “"+st.Name+"”")
	if s := e.selection(); len(s) != 1 || s[0].ID != st.ID {
		t.Errorf("selected is %v", s)
	}
	if now, _ := e.doc.Map().Stages.Get(st.ID); now.Hidden {
		t.Error("the stage stays hidden")
	}
	runChoice(t, e, "action.show", "Lane “"+e.nameOf(lane)+"”")
	e.refreshActions()
	if now, _ := e.doc.Map().Lanes.Get(lane.ID); now.Hidden || !e.menus.items["action.show"].Disabled {
		t.Error("the lane stays hidden, or is still offered")
	}
	e.perform("action.undo")
	if now, _ := e.doc.Map().Lanes.Get(lane.ID); !now.Hidden {
		t.Error("undo does not hide it again")
	}
}

func TestHeadersAreColouredAndSized(t *testing.T) {
	e, _, _ := opening(t)
	st := e.doc.Map().StagesInOrder()[1]
	e.pick(scene.Ref{Kind: journey.KindStage, ID: st.ID})
	runChoice(t, e, "action.hue", "Green")
	e.perform("action.wider")
	now, _ := e.doc.Map().Stages.Get(st.ID)
	if now.Color != "#2A9D8F" || now.Width == 0 {
		t.Errorf("it has the colour %q and the width %v", now.Color, now.Width)
	}
	e.perform("action.natural")
	runChoice(t, e, "action.hue", "As the theme")
	if now, _ = e.doc.Map().Stages.Get(st.ID); now.Color != "" || now.Width != 0 {
		t.Errorf("it keeps the colour %q and the width %v", now.Color, now.Width)
	}
	e.perform("action.stage_before")
	if all := e.doc.Map().StagesInOrder(); len(all) != 7 || all[2].ID != st.ID {
		t.Errorf("the stages are %v", all)
	}
}
