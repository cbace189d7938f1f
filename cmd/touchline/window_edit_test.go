//go:build window

package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// selects waits until rows of those names are selected, and no others.
func (s *session) selects(names ...string) sight {
	s.t.Helper()
	return s.see("selected: "+strings.Join(names, ", "), func(v sight) bool { return slices.Equal(v.Selected, names) })
}

// edits waits until a text of the map is under the keys.
func (s *session) edits() {
	s.t.Helper()
	s.see("a text is edited", func(v sight) bool { return v.Editing })
}

// rests waits until no text of the map is under the keys and the file has the map.
func (s *session) rests() sight {
	s.t.Helper()
	return s.see("no text is edited and all is saved", func(v sight) bool { return !v.Editing && v.Saved })
}

// emptyCell is a place of the touchpoint lane below a stage that has no touchpoint.
func (s *session) emptyCell(stage string) spot {
	s.t.Helper()
	return s.below(stage, "touchpoints")
}

// below is the place where a lane crosses a stage.
func (s *session) below(stage, lane string) spot {
	s.t.Helper()
	p, l := s.spot("stage", stage), s.spot("lane", lane)
	return spot{X: p.X, W: p.W, Y: l.Y, H: l.H}
}

// clipboard puts a text on the clipboard as another program does.
func (s *session) clipboard(text string) {
	s.t.Helper()
	c := exec.Command("xclip", "-selection", "clipboard")
	c.Stdin = strings.NewReader(text)
	if err := c.Run(); err != nil {
		s.t.Fatalf("xclip: %v", err)
	}
}

func TestATextIsEditedWhereItStands(t *testing.T) {
	s := begin(t)
	for _, c := range []struct{ role, name, typed string }{
		{"header", "Taking a flight", "The flight"},
		{"persona", "Marta, 34", "Marta, 35"},
		{"stage", "Plan", "Dream"},
		{"touchpoint", "Checks in", "Drops the bags"},
		{"pain point", "No sign whether the payment went through", "Was it paid?"},
		{"opportunity", "One rules page, quoted by chat and app", "One page of rules"},
	} {
		p := s.spot(c.role, c.name)
		p.W, p.H = min(p.W, 56), min(p.H, 20) // the first line; a card has its channel above the title
		switch c.role {
		case "touchpoint":
			p.Y += 15
		case "persona":
			p = spot{X: p.X + 38, Y: p.Y + 3, W: 40, H: 8}
		}
		s.opened(p)
		s.key("ctrl+a")
		s.write(c.typed)
		s.key("Return")
		s.see(c.typed+" stands on the map", func(v sight) bool { return !v.Editing && v.Saved && v.has(c.role, c.typed) })
	}
	if got := s.outline(); got.Title != "The flight" || got.stageOf("Drops the bags") != "Prepare" {
		t.Errorf("the file says %q, and the card is in %q", got.Title, got.stageOf("Drops the bags"))
	}
}

func TestEscapeTakesTypingBack(t *testing.T) {
	s := begin(t)
	before := s.sight().Map
	s.pick("touchpoint", "Checks in")
	s.key("Return")
	s.edits()
	s.write("Anything else")
	s.see("what is typed shows at once", func(v sight) bool { return v.Map != before })
	s.key("Escape")
	if got := s.rests(); got.Map != before {
		t.Error("Escape leaves something of what was typed")
	}
}

func TestTabGoesToTheNextTextAndShiftReturnBreaksTheLine(t *testing.T) {
	s := begin(t)
	s.pick("touchpoint", "Checks in")
	s.key("Return")
	s.edits()
	s.key("ctrl+a")
	s.write("Drops")
	s.key("shift+Return")
	s.write("the bags")
	s.key("Tab")
	s.key("ctrl+a")
	s.write("Drop-off")
	s.key("Return")
	s.rests()
	if got := s.outline().touchpoint(t, "Drops\nthe bags").Channel; got != "Drop-off" {
		t.Errorf("its channel is %q", got)
	}
}

func TestTypingInEmptyCellsMakesTouchpoints(t *testing.T) {
	s := beginWith(t, "five-stages")
	stage := s.sight().of("stage")[1].Name
	s.opened(s.emptyCell(stage))
	s.write("Asks a friend")
	s.key("Return")
	s.see("the first stands and the next begins", func(v sight) bool { return v.Editing && v.has("touchpoint", "Asks a friend") })
	s.write("Compares offers")
	s.key("Return")
	s.see("the second stands and the next begins", func(v sight) bool { return v.Editing && v.has("touchpoint", "Compares offers") })
	s.key("Escape")
	s.rests()
	if got := s.outline().in(stage); !slices.Equal(got, []string{"Asks a friend", "Compares offers"}) {
		t.Errorf("the stage has %q", got)
	}
}

func TestLinesAndCellsArePastedAsTouchpoints(t *testing.T) {
	s := begin(t)
	before := s.outline()
	for text, want := range map[string][]string{
		"Packs\nWeighs the bag\nLeaves home\n": {"Packs", "Weighs the bag", "Leaves home"},
		"Prints\tCounter\r\nShows it\tApp\r\n": {"Prints", "Shows it"},
	} {
		s.pick("touchpoint", "Checks in")
		s.clipboard(text)
		s.act(func() { s.key("ctrl+v") })
		s.selects(want...)
		if got := s.outline().in("Prepare"); !slices.Equal(got, slices.Concat([]string{"Checks in"}, want, []string{"Asks about cabin bags"})) {
			t.Errorf("after pasting %q the stage has %q", text, got)
		}
		if strings.Contains(text, "\t") {
			if got := s.outline().touchpoint(t, "Prints").Channel; got != "Counter" {
				t.Errorf("a cell pasted as channel gives %q", got)
			}
		}
		s.act(func() { s.key("ctrl+z") })
		if got := s.outline().Digest; got != before.Digest {
			t.Error("one undo does not take the pasted rows away")
		}
	}
}

func TestDigitsSetEmotions(t *testing.T) {
	s := begin(t)
	s.pick("touchpoint", "Checks in")
	for i, key := range []string{"1", "2", "3", "4", "5"} {
		want := float64(i - 2)
		s.act(func() { s.key(key) })
		if got := s.outline().actualOf(t, "Checks in"); got != want {
			t.Errorf("%s gives an actual emotion of %v", key, got)
		}
		s.act(func() { s.key("shift+" + key) })
		if got := valence(s.outline().touchpoint(t, "Checks in").Expected); got != want {
			t.Errorf("Shift+%s gives an expected emotion of %v", key, got)
		}
	}
}
