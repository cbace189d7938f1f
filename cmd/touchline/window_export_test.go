//go:build window

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// said waits for a line of the trace after the first ones that has the key, and
// returns what it says there.
func (s *session) said(key string, after int) json.RawMessage {
	s.t.Helper()
	var out json.RawMessage
	s.until("a line about "+key, func() bool {
		for _, l := range s.lines()[min(after, len(s.lines())):] {
			if raw, ok := l[key]; ok {
				out = raw
				return true
			}
		}
		return false
	})
	return out
}

// exported does something and waits for the export that follows, whose path it
// returns with what is in it.
func (s *session) exported(do func()) (string, []byte) {
	s.t.Helper()
	before := len(s.lines())
	do()
	var path string
	if err := json.Unmarshal(s.said("exported", before), &path); err != nil {
		s.t.Fatal(err)
	}
	if ok := string(s.said("ok", before)); ok != "true" {
		s.t.Fatalf("%s was not written", path)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	return path, b
}

func TestAMapIsExportedWithoutTheMouse(t *testing.T) {
	s := begin(t)
	want := s.outline().Digest

	before := len(s.lines())
	s.key("ctrl+e")
	if pages := string(s.said("preview", before)); pages != "1" {
		t.Errorf("the preview has %s pages at first", pages)
	}
	before = len(s.lines())
	s.key("Tab")
	s.key("Right") // split between stages
	if pages := string(s.said("preview", before)); len(pages) == 1 && pages < "3" {
		t.Errorf("split between stages the preview has %s pages", pages)
	}
	path, first := s.exported(func() { s.key("Return") })
	if !bytes.HasPrefix(first, []byte("%PDF")) || filepath.Dir(path) != filepath.Dir(s.file) {
		t.Errorf("%s begins with %.8q", path, first)
	}
	if _, second := s.exported(func() { s.key("ctrl+shift+e") }); !bytes.Equal(first, second) {
		t.Error("exported again it is another file")
	}

	back := &session{t: t, bin: s.bin, file: filepath.Join(t.TempDir(), "back.journey")}
	if out, err := exec.Command(s.bin, "import", path, back.file).CombinedOutput(); err != nil {
		t.Fatalf("import: %v\n%s", err, out)
	}
	if got := back.outline().Digest; got != want {
		t.Error("the export opens as another map")
	}

	before = len(s.lines())
	s.key("ctrl+e")
	s.said("preview", before)
	s.key("Escape")
	s.act(func() { s.key("t") }) // the keys are the map's again
	if got := s.outline().Digest; got == want {
		t.Error("nothing was added after the dialog was closed")
	}
}

func TestThePictureOfAMapIsOnTheClipboard(t *testing.T) {
	s := begin(t)
	before := len(s.lines())
	s.key("ctrl+shift+c")
	if size := string(s.said("copied", before)); size == "0" || string(s.said("ok", before)) != "true" {
		t.Fatal("nothing was copied")
	}
	if got := pasted(t); !bytes.HasPrefix(got, []byte("\x89PNG\r\n")) || !bytes.Contains(got[len(got)-16:], []byte("IEND")) {
		t.Errorf("another program receives %d bytes that begin with %.8q", len(got), got)
	}
}
