//go:build window

package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestFindStepsThroughTheHits(t *testing.T) {
	s := begin(t)
	s.key("ctrl+f")
	s.see("the bar", func(v sight) bool { return v.has("panel", "find") })
	s.write("gate")
	s.see("a count", func(v sight) bool { return v.has("label", "1 of 9") })
	var seen []string
	for _, count := range []string{"2 of 9", "3 of 9", "4 of 9"} {
		s.key("Return")
		v := s.see(count, func(v sight) bool { return v.has("label", count) && len(v.Selected) == 1 })
		seen = append(seen, v.Selected...)
	}
	if len(slices.Compact(seen)) < 2 {
		t.Errorf("the steps stay at %q", seen)
	}
	s.key("shift+Return")
	s.see("a step back", func(v sight) bool { return v.has("label", "3 of 9") })
	s.key("Escape")
	s.see("no bar", func(v sight) bool { return !v.has("panel", "find") })
	s.pick("touchpoint", "Checks in")
	s.act(func() { s.key("Delete") }) // the keys are the map's again
}

func TestEveryActionIsFoundByItsName(t *testing.T) {
	s := begin(t)
	s.key("ctrl+k")
	s.see("the list of actions", func(v sight) bool { return v.Over == 1 })
	s.write("inventory")
	s.key("Return")
	s.see("the view", func(v sight) bool { return v.Over == 0 && v.View == "inventory" })
	s.key("ctrl+1")
	s.see("the map", func(v sight) bool { return v.View == "map" })
	s.key("ctrl+k")
	s.see("the list of actions", func(v sight) bool { return v.Over == 1 })
	s.key("Escape")
	s.see("no list", func(v sight) bool { return v.Over == 0 })
}

func TestAFilterSaysHowMuchIsLeft(t *testing.T) {
	s := begin(t)
	s.key("ctrl+shift+f")
	s.see("the bar", func(v sight) bool { return v.has("panel", "filter") })
	before := s.sight().Map
	s.click(s.spot("button", "Below expectation"))
	s.see("how many are left", func(v sight) bool { return v.has("label", "10 of 15") })
	s.click(s.spot("button", "Moments that matter"))
	s.see("fewer with a second condition", func(v sight) bool { return v.has("label", "4 of 15") })
	s.key("ctrl+shift+f")
	s.see("no bar", func(v sight) bool { return !v.has("panel", "filter") })
	if s.sight().Map != before {
		t.Error("looking changed the map")
	}
}

func TestAFileOfPiecesAppearsInThePalette(t *testing.T) {
	s := begin(t)
	dir := filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "touchline", "palette")
	s.until("the folder", func() bool { _, err := os.Stat(dir); return err == nil })
	name := filepath.Join(dir, "desk.palette")
	if err := os.WriteFile(name, []byte("# Desk\nCalls the desk | Phone\nnote: “Again?”\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.see("the piece of the file", func(v sight) bool { return v.has("tile", "Calls the desk") && v.has("label", "DESK") })
	s.pick("touchpoint", "Checks in")
	s.act(func() { s.click(s.spot("tile", "Calls the desk")) })
	if got := s.outline().touchpoint(t, "Calls the desk").Channel; got != "Phone" {
		t.Errorf("it came with the channel %q", got)
	}
	if err := os.WriteFile(name, []byte("# Desk\n\xff\xfe\x00"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.see("the piece goes", func(v sight) bool { return !v.has("tile", "Calls the desk") })
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	s.see("nothing of the file", func(v sight) bool { return !v.has("label", "DESK") })
}
