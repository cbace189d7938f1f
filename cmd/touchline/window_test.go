//go:build window

package main

import "testing"

func TestAMapIsEditedByHandAndNothingIsLost(t *testing.T) {
	s := begin(t)
	start := s.outline()
	const card = "Checks in"
	home := start.stageOf(card)
	goal := start.Stages[len(start.Stages)-1].Name
	if home == "" || home == goal {
		t.Fatalf("%q begins in %q", card, home)
	}

	from, to := s.spot("touchpoint", card), s.spot("stage", goal)
	x, _ := to.centre()
	fx, fy := from.centre()
	s.act(func() { s.drag(fx, fy, x, fy) })
	if got := s.outline().stageOf(card); got != goal {
		t.Fatalf("%q was dragged to %q and is in %q", card, goal, got)
	}

	tile := paletteTile(s)
	tx, ty := tile.centre()
	to = s.spot("stage", start.Stages[0].Name)
	x, _ = to.centre()
	s.act(func() { s.drag(tx, ty, x, fy) })
	if got := s.outline().Counts.Touchpoints; got != start.Counts.Touchpoints+1 {
		t.Fatalf("%d touchpoints after dragging one from the palette, began with %d", got, start.Counts.Touchpoints)
	}

	const feels = "Books online"
	was := s.outline().actualOf(t, feels)
	px, py := s.spot("actual", feels).centre()
	s.act(func() { s.drag(px, py, px, py-30) })
	raised := s.outline()
	if got := raised.actualOf(t, feels); !(got > was) {
		t.Fatalf("the emotion was %v, was dragged up, and is %v", was, got)
	}

	s.act(func() { s.key("ctrl+z") })
	if got := s.outline().actualOf(t, feels); got != was {
		t.Fatalf("undo gives an emotion of %v, it was %v", got, was)
	}
	s.act(func() { s.key("ctrl+y") })
	if got := s.outline().Digest; got != raised.Digest {
		t.Fatal("redo does not give the map again")
	}

	s.kill()
	if got := s.outline().Digest; got != raised.Digest {
		t.Fatal("the map is not as it was after the program was killed")
	}
	s.open()
	if got := s.spot("touchpoint", card); got.X < s.spot("touchpoint", feels).X {
		t.Error("the card is not shown in its new stage")
	}
}

// paletteTile returns the first tile that suggests a touchpoint.
func paletteTile(s *session) spot {
	s.t.Helper()
	tiles := s.sight().of("tile")
	if len(tiles) == 0 {
		s.t.Fatal("the palette is empty")
	}
	return tiles[0]
}
