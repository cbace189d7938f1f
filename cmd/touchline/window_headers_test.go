//go:build window

package main

import (
	"slices"
	"testing"
	"time"
)

func TestTheEndOfAStageAndTheFootOfALaneAreDragged(t *testing.T) {
	s := begin(t)
	st := s.spot("stage", "Book")
	high := st.H
	s.act(func() { s.drag(st.X+st.W-6, st.Y+high/2, st.X+st.W+84, st.Y+high/2) })
	if now := s.spot("stage", "Book"); now.W < st.W+60 {
		t.Errorf("the stage is %v wide, it was %v", now.W, st.W)
	}
	l := s.spot("lane", "gap")
	s.act(func() { s.drag(l.X+20, l.Y+l.H, l.X+20, l.Y+l.H+60) })
	if now := s.spot("lane", "gap"); now.H < l.H+40 {
		t.Errorf("the lane is %v high, it was %v", now.H, l.H)
	}
	s.act(func() { s.key("ctrl+z") })
	if now := s.spot("lane", "gap"); now.H > l.H+1 {
		t.Errorf("after undo the lane is %v high, it was %v", now.H, l.H)
	}
}

func TestAPainPointIsDraggedOverSeveral(t *testing.T) {
	s := begin(t)
	const name = "No sign whether the payment went through"
	s.pick("pain point", name)
	p := s.spot("pain point", name)
	s.act(func() { s.drag(p.X+p.W-1, p.Y+p.H/2, p.X+2*p.W, p.Y+p.H/2) })
	wide := s.spot("pain point", name)
	if wide.W < 1.5*p.W {
		t.Errorf("it is %v wide, it was %v", wide.W, p.W)
	}
	s.act(func() { s.key("alt+shift+Left") })
	if now := s.spot("pain point", name); now.W >= wide.W {
		t.Errorf("the keys make it %v wide, it was %v", now.W, wide.W)
	}
}

// TestALaneIsHiddenAndShownAgain hides a lane by the list of actions.
func TestALaneIsHiddenAndShownAgain(t *testing.T) {
	s := begin(t)
	l := s.spot("lane", "gap")
	s.click(spot{X: l.X + 10, Y: l.Y, W: 20, H: l.H})
	s.see("the lane is selected", func(v sight) bool { return slices.Equal(v.Selected, []string{"gap"}) })
	s.key("ctrl+k")
	s.see("the list of actions", func(v sight) bool { return v.Over == 1 })
	s.act(func() { s.write("Hide stage"); s.key("Return") })
	if s.sight().has("lane", "gap") {
		t.Error("it is still there")
	}
	s.act(func() { s.key("ctrl+z") })
	if !s.sight().has("lane", "gap") {
		t.Error("undo does not show it again")
	}
}

// TestTheViewFollowsADragAtItsEdge zooms in and rests with a card at the edge.
func TestTheViewFollowsADragAtItsEdge(t *testing.T) {
	s := begin(t)
	for range 4 {
		was := s.sight().Zoom
		s.xdo(append(append([]string{"mousemove"}, s.point(600, 400)...), "keydown", "ctrl", "click", "4", "keyup", "ctrl")...)
		s.see("a closer look", func(v sight) bool { return v.Zoom > was })
	}
	card, middle := s.spot("touchpoint", "Checks in"), s.spot("panel", "middle")
	before := s.spot("touchpoint", "Books online").X
	x, y := card.centre()
	s.hold(x, y, middle.X+middle.W-8, y)
	s.see("the map goes on under the hand", func(v sight) bool {
		p, ok := v.spot("touchpoint", "Books online")
		return ok && p.X < before-200
	})
	s.act(s.release)
	if s.outline().stageOf("Checks in") == "Prepare" {
		t.Error("it is where it was")
	}
}

func TestAStatusIsChosenWhereItStands(t *testing.T) {
	s := begin(t)
	at := s.below("Plan", "status")
	at.W, at.H = 40, at.H-4
	for range 3 { // on a busy machine the two clicks may come too far apart
		if s.doubleClick(at); s.opens() {
			break
		}
	}
	s.see("the list of statuses", func(v sight) bool { return v.Over == 1 && !v.Editing })
	s.act(func() { s.key("Down", "Down", "Return") })
	if got := s.sight().Undo; got != "Undo edit Plan: Customer status" {
		t.Errorf("the menu says %q", got)
	}
}

// opens reports whether a list or menu comes soon.
func (s *session) opens() bool {
	for end := time.Now().Add(3 * time.Second); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		if s.sight().Over > 0 {
			return true
		}
	}
	return false
}
