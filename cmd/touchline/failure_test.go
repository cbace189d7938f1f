package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestUsage(t *testing.T) {
	dir := t.TempDir()
	mmd := put(t, dir, "day.mmd", diagram)
	png, pdf := filepath.Join(dir, "a.png"), filepath.Join(dir, "a.pdf")
	tests := map[string][]string{
		"no such command":      {"paint"},
		"no such flag":         {"export", mmd, png, "--colour"},
		"too few names":        {"export", mmd},
		"too many names":       {"info", mmd, mmd},
		"version of something": {"version", "x"},
		"no format":            {"export", mmd, filepath.Join(dir, "a")},
		"another format":       {"export", mmd, filepath.Join(dir, "a.doc")},
		"no such page":         {"export", mmd, pdf, "--page", "a5"},
		"no such theme":        {"export", mmd, png, "--theme", "blue"},
		"dpi and scale":        {"export", mmd, png, "--dpi", "72", "--scale", "1"},
		"dpi of nothing":       {"export", mmd, png, "--dpi", "0"},
		"dpi too large":        {"export", mmd, png, "--dpi", "2401"},
		"dpi of words":         {"export", mmd, png, "--dpi", "many"},
		"scale of nothing":     {"export", mmd, png, "--scale", "0"},
		"scale below nothing":  {"export", mmd, png, "--scale", "-1"},
		"scale too large":      {"export", mmd, png, "--scale", "16.5"},
		"scale of no number":   {"export", mmd, png, "--scale", "NaN"},
		"no such template":     {"new", filepath.Join(dir, "a.journey"), "--template", "cruise"},
		"new of another name":  {"new", filepath.Join(dir, "a.txt")},
		"import into a PDF":    {"import", mmd, pdf},
	}
	for name, args := range tests {
		t.Run(name, func(t *testing.T) {
			r := run(t, args...)
			if r.status != statusUsage || r.out != "" || strings.Count(r.err, "\n") != 1 || strings.Contains(r.err, "strconv") {
				t.Errorf("%+v", r)
			}
		})
	}
	only(t, dir, "day.mmd")
}

func TestWhatCannotBeDone(t *testing.T) {
	dir := t.TempDir()
	mmd := put(t, dir, "day.mmd", diagram)
	good := filepath.Join(dir, "good.journey")
	done(t, "new", good, "--template", "flight")
	put(t, dir, "empty.journey", "")
	put(t, dir, "empty.mmd", "")
	put(t, dir, "prose.md", "Dear all,\n")
	put(t, dir, "text.journey", "journey\nA: 5: Me\n")
	put(t, dir, "wide.mmd", "\xff\xfej\x00o\x00u\x00r\x00n\x00e\x00y\x00")
	put(t, dir, "short.journey", string(content(t, good)[:10_000]))
	if err := errors.Join(os.Mkdir(filepath.Join(dir, "folder.png"), 0o700), os.Mkdir(filepath.Join(dir, "folder.journey"), 0o700)); err != nil {
		t.Fatal(err)
	}
	kept := put(t, dir, "kept.png", "kept")
	if err := os.Chmod(kept, 0o400); err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.Join(dir, name) }
	tests := map[string][]string{
		"no file":              {"info", in("none.journey")},
		"no diagram file":      {"export", in("none.mmd"), in("a.png")},
		"folder":               {"info", dir},
		"empty map":            {"info", in("empty.journey")},
		"empty diagram":        {"import", in("empty.mmd"), in("a.journey")},
		"no diagram":           {"export", in("prose.md"), in("a.pdf")},
		"text as a map":        {"info", in("text.journey")},
		"UTF-16":               {"import", in("wide.mmd"), in("a.journey")},
		"truncated map":        {"export", in("short.journey"), in("a.pdf")},
		"target in no folder":  {"export", mmd, in("none/a.pdf")},
		"target is a folder":   {"export", mmd, in("folder.png")},
		"target in a file":     {"export", mmd, in("day.mmd/a.png")},
		"new over a folder":    {"new", in("folder.journey"), "--force"},
		"target is read-only":  {"export", mmd, kept},
		"new in no folder":     {"new", in("none/a.journey")},
		"import in no folder":  {"import", mmd, in("none/a.journey")},
		"open what is missing": {in("none.journey")},
		"open without window":  {good},
		"window alone":         {},
	}
	before, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, args := range tests {
		t.Run(name, func(t *testing.T) {
			r := run(t, args...)
			if r.status != statusCould || r.out != "" || strings.Count(r.err, "\n") != 1 || !strings.HasPrefix(r.err, "touchline: ") {
				t.Errorf("%+v", r)
			}
		})
	}
	after, err := os.ReadDir(dir)
	if err != nil || len(before) != len(after) {
		t.Errorf("%d files before, %d after, %v", len(before), len(after), err)
	}
	if string(content(t, kept)) != "kept" {
		t.Error("a read-only file was replaced")
	}
}
