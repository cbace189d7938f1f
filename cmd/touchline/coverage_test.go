package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckSaysWhatAMapLeavesUnsaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "map.journey")
	done(t, "new", path, "--template", "five-stages")
	said := done(t, "check", path, "--coverage")
	for _, words := range []string{"findings, 0 waived", "unused-channel: No touchpoint runs through the channel", "Give it to a touchpoint"} {
		if !strings.Contains(said, words) {
			t.Errorf("%q is not in:\n%s", words, said)
		}
	}
	var found []struct{ Check, Text, Mend string }
	if err := json.Unmarshal([]byte(done(t, "check", path, "--coverage", "--json")), &found); err != nil || len(found) == 0 || found[0].Mend == "" {
		t.Errorf("as JSON: %+v, %v", found, err)
	}
	if r := run(t, "check", path, "--coverage", "--salvage", path+"2"); r.status == 0 {
		t.Errorf("both at once: %+v", r)
	}
}

func TestAFindingIsWaivedWithAReason(t *testing.T) {
	path := filepath.Join(t.TempDir(), "map.journey")
	done(t, "new", path, "--template", "flight")
	before := done(t, "check", path, "--coverage")
	for name, flags := range map[string][]string{
		"no reason":      {"--coverage", "--waive", "unused-channel=Phone"},
		"no finding":     {"--coverage", "--reason", "so"},
		"no such check":  {"--coverage", "--waive", "poems=Phone", "--reason", "so"},
		"no such row":    {"--coverage", "--waive", "unused-channel=Fax", "--reason", "so"},
		"not a coverage": {"--waive", "unused-channel=Phone", "--reason", "so"},
	} {
		if r := run(t, append([]string{"check", path}, flags...)...); r.status == 0 {
			t.Errorf("%s: %+v", name, r)
		}
	}
	if now := done(t, "check", path, "--coverage"); now != before {
		t.Fatalf("what was refused changed the map: %s", now)
	}
	if said := done(t, "check", path, "--coverage", "--waive", "unused-channel=phone", "--reason", " it opens in June "); !strings.Contains(said, "1 finding may stand") {
		t.Errorf("said %q", said)
	}
	if now := done(t, "check", path, "--coverage"); !strings.Contains(now, "1 waived") || !strings.Contains(now, "waived (it opens in June)") {
		t.Errorf("then: %s", now)
	}
}

func TestFindingsAreWaivedTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "map.journey")
	done(t, "new", path, "--template", "flight")
	before := strings.Count(done(t, "check", path, "--coverage"), "unused-channel:")
	if before < 1 {
		t.Fatal("no channel is unused")
	}
	done(t, "check", path, "--coverage", "--waive", "unused-channel", "--waive", "unused-channel=Phone", "--reason", "they open in June")
	if now := done(t, "check", path, "--coverage"); strings.Contains(now, "unused-channel:") || strings.Count(now, "waived (they open in June)") != before {
		t.Errorf("then: %s", now)
	}
}
