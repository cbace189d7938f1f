package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckSaysWhetherAMapIsSound(t *testing.T) {
	dir := t.TempDir()
	path, out := filepath.Join(dir, "map.journey"), filepath.Join(dir, "mended.journey")
	done(t, "new", path, "--template", "flight")
	retold(t, path, "Told anew")
	if said := done(t, "check", path); !strings.Contains(said, "is sound") || !strings.Contains(said, "1 step of 1 changed field") {
		t.Errorf("check says %q", said)
	}
	b := content(t, path)
	at := strings.Index(string(b), "Told anew")
	b[at] = 'S'
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "check", path); r.status != 1 || !strings.Contains(r.out, "is not sound") || r.err != "" {
		t.Errorf("check of a damaged file: %+v", r)
	}
	if said := done(t, "check", path, "--salvage", out); !strings.Contains(said, "was written") {
		t.Errorf("salvage says %q", said)
	}
	done(t, "check", out)
	if r := run(t, "check", path, "--salvage", out); r.status != 1 || !strings.Contains(r.err, "already") {
		t.Errorf("salvage into a file that is there: %+v", r)
	}
	if r := run(t, "check", put(t, dir, "text.journey", "hello")); r.status != 1 || !strings.Contains(r.err, "not a Touchline map") {
		t.Errorf("check of a text: %+v", r)
	}
}
