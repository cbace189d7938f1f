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
