//go:build window

package main

import (
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

func TestAMarqueeSelectsAndADragMovesAll(t *testing.T) {
	s := begin(t)
	first, last := s.spot("stage", "Plan"), s.spot("touchpoint", "Books online")
	s.drag(first.X-20, first.Y-8, last.X+last.W/2, last.Y+last.H/2)
	s.selects("Sees an ad in the feed", "Compares times and fares", "Books online")
	from, to := s.spot("touchpoint", "Books online"), s.spot("touchpoint", "Collects the bags")
	x, y := from.centre()
	s.act(func() { s.drag(x, y, to.X+to.W-4, y) })
	got := s.outline().in("Arrive & return")
	want := []string{"Collects the bags", "Sees an ad in the feed", "Compares times and fares", "Books online", "Gives feedback", "Tells a friend"}
	if !slices.Equal(got, want) {
		t.Errorf("the stage has %q", got)
	}
	s.selects("Sees an ad in the feed", "Compares times and fares", "Books online")
}

func TestEscapeEndsADragAndNothingHasMoved(t *testing.T) {
	s := begin(t)
	before := s.sight()
	for _, role := range []string{"touchpoint", "actual", "stage", "pain point"} {
		p := before.of(role)[1]
		x, y := p.centre()
		s.hold(x, y, x+160, y+12)
		s.key("Escape")
		s.release()
		s.see("the "+role+" is back in its place", func(v sight) bool {
			q, ok := v.spot(role, p.Name)
			return ok && q == p
		})
		if got := s.sight(); got.Map != before.Map || got.Undo != before.Undo {
			t.Errorf("a drag of a %s that was ended left %q", role, got.Undo)
		}
	}
}

// A press on a tile takes the keys from the map, and the hand goes on after Escape.
func TestEscapeEndsADragFromThePalette(t *testing.T) {
	s := begin(t)
	before := s.outline()
	tile, card := paletteTile(s), s.spot("touchpoint", "Checks in")
	tx, ty := tile.centre()
	x, y := card.centre()
	s.hold(tx, ty, x, y)
	s.key("Escape")
	s.xdo(append([]string{"mousemove"}, s.point(x+40, y)...)...)
	s.release()
	s.pick("touchpoint", "Checks in") // what was let go has been heard of
	if got := s.outline().Digest; got != before.Digest {
		t.Errorf("%d touchpoints, there were %d", s.outline().Counts.Touchpoints, before.Counts.Touchpoints)
	}
	s.act(func() { s.drag(tx, ty, x, y) })
	if got := s.outline().Counts.Touchpoints; got != before.Counts.Touchpoints+1 {
		t.Errorf("the next drag makes it %d touchpoints, there were %d", got, before.Counts.Touchpoints)
	}
}

func TestDeletedRowsComeBackEvenAfterAnotherStart(t *testing.T) {
	s := begin(t)
	before := s.outline().Digest
	s.pick("touchpoint", "Goes online")
	gone := s.act(func() { s.key("Delete") })
	if gone.has("touchpoint", "Goes online") || len(gone.Selected) > 0 {
		t.Error("it is still there, or selected")
	}
	for _, redo := range []string{"ctrl+y", "ctrl+shift+z"} {
		s.act(func() { s.key("ctrl+z") })
		s.act(func() { s.key(redo) })
	}
	s.kill()
	s.open()
	if got := s.sight().Undo; got != gone.Undo {
		t.Errorf("after another start the menu says %q, not %q", got, gone.Undo)
	}
	s.act(func() { s.key("ctrl+z") })
	if got := s.outline().Digest; got != before {
		t.Error("undo after another start does not give the map from before")
	}
}

func TestRowsAreCopiedBetweenTwoWindows(t *testing.T) {
	s := begin(t)
	other := filepath.Join(t.TempDir(), "other.journey")
	if out, err := exec.Command(s.bin, "new", other, "--template", "flight").CombinedOutput(); err != nil {
		t.Fatalf("new: %v\n%s", err, out)
	}
	s.pick("touchpoint", "Goes online")
	s.key("ctrl+c")
	here := s.sight().Map

	two := &session{t: t, bin: s.bin, file: other}
	two.open()
	t.Cleanup(two.kill)
	two.pick("touchpoint", "Checks in")
	two.act(func() { two.key("ctrl+v") })
	if got, want := two.outline().in("Prepare"), []string{"Checks in", "Goes online", "Asks about cabin bags"}; !slices.Equal(got, want) {
		t.Errorf("the stage of the other map has %q", got)
	}
	pasted := two.outline().Stages[2].Touchpoints[1]
	if pasted.Channel != "Wi-Fi" || pasted.Expected == nil || pasted.Actual == nil {
		t.Errorf("pasted was %+v", pasted)
	}
	if s.sight().Map != here {
		t.Error("the map it was copied from is another one")
	}
}

func TestContextMenusOpenAndEscapeClosesThem(t *testing.T) {
	s := begin(t)
	for _, role := range []string{"touchpoint", "stage", "lane", "actual", "pain point", "header", "persona"} {
		p := s.sight().of(role)[0]
		p.W, p.H = min(p.W, 40), min(p.H, 20)
		s.click(p, "3")
		s.see("the menu of a "+role, func(v sight) bool { return v.Over == 1 })
		s.key("Escape")
		s.see("no menu", func(v sight) bool { return v.Over == 0 })
	}
}

func TestSpacePicksUpAndPutsDown(t *testing.T) {
	s := begin(t)
	s.pick("touchpoint", "Checks in")
	before := s.sight()
	s.key("space", "Right", "Right", "Escape")
	s.see("it is back", func(v sight) bool {
		p, _ := v.spot("touchpoint", "Checks in")
		return p == first(before.spot("touchpoint", "Checks in"))
	})
	s.act(func() { s.key("space", "Right", "Right", "space") })
	if got, want := s.outline().in("Airport")[0], "Checks in"; got != want {
		t.Errorf("%q is the first of the stage", got)
	}
	s.selects("Checks in")
	if s.sight().Map == before.Map {
		t.Error("nothing was moved")
	}
	s.act(func() { s.key("ctrl+z") })
	if s.sight().Map != before.Map {
		t.Error("one undo does not put it back")
	}
}

func first(p spot, _ bool) spot { return p }
