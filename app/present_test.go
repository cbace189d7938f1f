//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/document/documenttest"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

func TestPresentingStepsThroughMapStagesAndMoments(t *testing.T) {
	e, _, _ := opening(t)
	m := e.doc.Map()
	moments := 0
	for tp := range m.Touchpoints.All() {
		moments += bit(tp.Matters)
	}
	all := stops(m)
	if len(all) != 1+m.Stages.Len()+moments {
		t.Fatalf("%d steps for %d stages and %d moments", len(all), m.Stages.Len(), moments)
	}
	if _, ok := frame(e.scenery.now, all[0]); ok {
		t.Error("the first step is not the whole map")
	}
	page := scene.Rect{W: e.scenery.now.Size.X, H: e.scenery.now.Size.Y}
	for _, at := range all[1:] {
		r, ok := frame(e.scenery.now, at)
		if !ok || r.W <= 0 || r.H <= 0 || !r.Overlaps(page) || r.W >= page.W {
			t.Errorf("step %v shows %v, %v", at.ref, r, ok)
		}
	}
}

func TestPresenterKeysStayWithinTheSteps(t *testing.T) {
	e, _, _ := opening(t)
	e.perform("action.present")
	p := e.showing
	if p == nil {
		t.Fatal("nothing is presented")
	}
	last := len(stops(e.doc.Map())) - 1
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyLeft, 0},
		{fyne.KeyRight, 1},
		{fyne.KeySpace, 2},
		{fyne.KeyPageDown, 3},
		{fyne.KeyPageUp, 2},
		{fyne.KeyEnd, last},
		{fyne.KeyRight, last},
		{fyne.KeyHome, 0},
	} {
		p.key(&fyne.KeyEvent{Name: step.key})
		if p.step != step.want {
			t.Errorf("%s leads to step %d, want %d", step.key, p.step, step.want)
		}
	}
	p.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if e.showing != nil {
		t.Error("Escape does not end it")
	}
}

func TestWhatIsEditedIsSeenByTheAudienceAtOnce(t *testing.T) {
	e, _, _ := opening(t)
	e.perform("action.present")
	before := e.showing.scene
	e.do(documenttest.Rename(e.doc.Map(), 0, "Seen at once", ""))
	if e.showing.scene == before || e.showing.scene != e.scenery.now {
		t.Error("the presenter shows an older map")
	}
	e.closeMap()
	if e.showing != nil {
		t.Error("closing the map leaves the presenter open")
	}
}

func TestAMomentShowsEverythingOfItsTouchpoint(t *testing.T) {
	e, _, _ := opening(t)
	tp := e.doc.Map().Journey()[10]
	r, ok := frame(e.scenery.now, stop{scene.Ref{Kind: journey.KindTouchpoint, ID: tp.ID}})
	if !ok {
		t.Fatal("no frame")
	}
	for _, role := range []scene.Role{scene.RoleTouchpoint, scene.RoleActual, scene.RoleGap} {
		n, ok := e.scenery.now.NodeOf(scene.Ref{Kind: journey.KindTouchpoint, ID: tp.ID}, role)
		if !ok || n.Bounds.Union(r) != r {
			t.Errorf("role %d is not in the frame", role)
		}
	}
}
