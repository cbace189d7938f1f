//go:build window

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"touchline.app/app/chooser/choosertest"
)

// These tests hold what a person expects of any program on her desktop.

// geometry returns place and size of the window in the hand.
func (s *session) geometry() [4]int {
	s.t.Helper()
	var g [4]int
	for line := range strings.Lines(s.xdo("getwindowgeometry", "--shell", s.windows[len(s.windows)-1])) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		for i, name := range []string{"X", "Y", "WIDTH", "HEIGHT"} {
			if key == name {
				g[i], _ = strconv.Atoi(value)
			}
		}
	}
	return g
}

// ends waits until the program has ended by itself.
func (s *session) ends() {
	s.t.Helper()
	done := make(chan struct{})
	go func() {
		_ = s.cmd.Wait()
		close(done)
	}()
	select {
	case <-done:
		s.cmd = nil
	case <-time.After(patience):
		s.t.Fatal("the program does not end")
	}
}

// last returns what the last line of the trace that has the key says there.
func (s *session) last(key string) string {
	s.t.Helper()
	said := ""
	for _, l := range s.lines() {
		if raw, ok := l[key]; ok {
			said = string(raw)
		}
	}
	return said
}

// beside makes a map of a template beside the one that is open.
func (s *session) beside(name, template string) string {
	s.t.Helper()
	path := filepath.Join(filepath.Dir(s.file), name)
	if out, err := exec.Command(s.bin, "new", path, "--template", template).CombinedOutput(); err != nil {
		s.t.Fatalf("new: %v\n%s", err, out)
	}
	return path
}

func TestAWindowComesBackToItsPlace(t *testing.T) {
	s := begin(t)
	for name, want := range map[string][4]int{
		"moved": {340, 120, 1100, 700}, "moved elsewhere": {60, 200, 1050, 650}, "taken off the screen": {5000, 3000, 1000, 700},
	} {
		id := s.windows[0]
		s.xdo("windowsize", id, strconv.Itoa(want[2]), strconv.Itoa(want[3]))
		s.until(name, func() bool { g := s.geometry(); return g[2] == want[2] && g[3] == want[3] })
		s.still() // a move that comes before the toolkit knows the size gives it the old one again
		s.xdo("windowmove", id, strconv.Itoa(want[0]), strconv.Itoa(want[1]))
		s.until(name, func() bool { return s.geometry() == want })
		s.key("ctrl+q")
		s.ends()
		s.open()
		if want[0] == 5000 {
			want[0], want[1] = 1920-want[2], 1080-want[3]
		}
		if got := s.geometry(); got != want {
			t.Errorf("%s, the window comes back to %v, want %v", name, got, want)
		}
	}
}

func TestWhatIsBeingTypedIsInTheFileHoweverTheWindowEnds(t *testing.T) {
	for name, end := range map[string]func(*session){
		"closed":     func(s *session) { closeWindow(s.t, s.windows[0]) },
		"quit":       func(s *session) { s.key("ctrl+q") },
		"terminated": func(s *session) { _ = s.cmd.Process.Signal(syscall.SIGTERM) },
		"killed": func(s *session) { // nothing can be done any more: what has rested is in the file
			s.see("saved", func(v sight) bool { return v.Saved })
			_ = s.cmd.Process.Kill()
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := begin(t)
			s.pick("touchpoint", "Checks in")
			s.key("Return")
			s.see("the field", func(v sight) bool { return v.Editing })
			s.write("Still typing " + name)
			s.see("all of it on the map", func(v sight) bool { // keys may still be on their way
				return slices.ContainsFunc(v.of("touchpoint"), func(p spot) bool { return strings.HasSuffix(p.Name, "Still typing "+name) })
			})
			end(s)
			s.ends()
			if !strings.Contains(titles(s.outline()), "Still typing "+name) {
				t.Errorf("the file has %s", titles(s.outline()))
			}
		})
	}
}

func titles(o outline) string {
	var b strings.Builder
	for _, st := range o.Stages {
		for _, tp := range st.Touchpoints {
			b.WriteString(tp.Name + "; ")
		}
	}
	return b.String()
}

func TestAMapIsOpenOnceAndEachInItsWindow(t *testing.T) {
	s := begin(t)
	other := s.beside("other.journey", "five-stages")
	drop(t, s.windows[0], other, s.file) // the second is open already
	s.another()
	s.see("the other map", func(v sight) bool { return strings.HasPrefix(v.Window, "other ") && len(v.of("stage")) == 5 })
	if n := len(strings.Fields(s.xdo("search", "--onlyvisible", "--pid", strconv.Itoa(s.cmd.Process.Pid)))); n != 2 {
		t.Errorf("there are %d windows", n)
	}
	if g := s.geometry(); g[0] != 32 || g[1] != 32 {
		t.Errorf("the second window stands at %v, the first at 0, 0", g)
	}
	s.key("ctrl+q")
	s.ends()
}

func TestFilesAreDroppedOntoTheWindow(t *testing.T) {
	s := begin(t)
	dir := filepath.Dir(s.file)
	diagram := filepath.Join(dir, "day.mmd")
	bad := filepath.Join(dir, "holiday.png")
	for path, text := range map[string]string{diagram: "journey\n  title A day\n  section Morning\n    Gets up: 3: Me\n", bad: "\x89PNG\r\n\x1a\nnothing"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sheet := filepath.Join(dir, "flight.pdf")
	if out, err := exec.Command(s.bin, "export", s.file, sheet).CombinedOutput(); err != nil {
		t.Fatalf("export: %v\n%s", err, out)
	}
	drop(t, s.windows[0], diagram, bad, sheet)
	if said := string(s.said("unopened", 0)); !strings.HasPrefix(said, `["holiday.png: `) || !strings.HasSuffix(said, `."]`) {
		t.Errorf("said is %s", said)
	}
	s.another()
	s.another()
	seen := map[string]int{}
	for _, l := range s.lines() {
		if raw, ok := l["window"]; ok {
			seen[string(raw)]++
		}
	}
	for _, want := range []string{`"A day — Touchline"`, `"Taking a flight — Touchline"`} {
		if seen[want] == 0 {
			t.Errorf("no window is called %s: %v", want, seen)
		}
	}
}

// asked waits until the desktop shows a dialog.
func asked(t *testing.T, d *choosertest.Desk) choosertest.Asked {
	t.Helper()
	select {
	case q := <-d.Asked:
		return q
	case <-time.After(patience):
		t.Fatal("the desktop is not asked")
	}
	return choosertest.Asked{}
}

func TestTheDialogsOfTheDesktopAreUsed(t *testing.T) {
	d := choosertest.Play(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", d.Address)
	s := begin(t)
	kept := filepath.Join(filepath.Dir(s.file), "kept")
	s.key("ctrl+shift+s")
	q := asked(t, d)
	if id, _ := strconv.Atoi(s.windows[0]); q.Method != "SaveFile" || q.Parent != "x11:"+strconv.FormatInt(int64(id), 16) {
		t.Errorf("asked was %s for %s, the window is %s", q.Method, q.Parent, s.windows[0])
	}
	s.see("the window waits", func(v sight) bool { return v.Over == 1 })
	d.Choose(t, q, "file://"+kept)
	s.see("the window goes on", func(v sight) bool { return v.Over == 0 })
	s.until("the map is there", func() bool { _, err := os.Stat(kept + ".journey"); return err == nil })

	opening := func() choosertest.Asked {
		s.key("ctrl+o")
		q := asked(t, d)
		s.see("the window waits", func(v sight) bool { return v.Over == 1 })
		return q
	}
	opening()
	s.key("Escape")
	select {
	case <-d.Closed:
	case <-time.After(patience):
		t.Fatal("the dialog of the desktop stays")
	}
	s.see("the window goes on", func(v sight) bool { return v.Over == 0 })
	d.Cancel(t, opening())
	s.see("the window goes on", func(v sight) bool { return v.Over == 0 })
	d.Choose(t, opening(), "file://"+s.beside("other.journey", "five-stages"), "file://"+s.beside("third.journey", "blank"))
	s.another()
	s.another()
	s.see("a further map", func(v sight) bool { return strings.HasPrefix(v.Window, "third ") })
}

func TestWithoutADesktopTheWindowAsksItself(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "nobody"))
	s := begin(t)
	kept := filepath.Join(filepath.Dir(s.file), "kept.journey")
	if err := os.WriteFile(kept, []byte("something of hers"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.key("ctrl+shift+s")
	s.see("the question", func(v sight) bool { return v.Over == 1 })
	s.key("ctrl+a")
	s.write(kept)
	s.key("Return")
	s.until("it is there already", func() bool {
		return s.last("asked") == `"There is a kept.journey already. Save once more to replace it."`
	})
	if b, err := os.ReadFile(kept); err != nil || string(b) != "something of hers" {
		t.Fatalf("it was touched: %q, %v", b, err)
	}
	s.key("Return")
	s.see("the window goes on", func(v sight) bool { return v.Over == 0 })
	was := s.outline().Digest
	s.file = kept
	s.until("the map is there", func() bool { return exec.Command(s.bin, "info", kept).Run() == nil })
	if got := s.outline().Digest; got != was {
		t.Error("the copy is another map")
	}
}

func TestTheMapsOfLastTimeComeBack(t *testing.T) {
	s := begin(t)
	other := s.beside("other.journey", "five-stages")
	drop(t, s.windows[0], other, other, s.beside("third.journey", "blank"))
	s.another()
	s.another()
	s.key("ctrl+k")
	s.write("Begin with the maps")
	s.key("Return", "ctrl+q")
	s.ends()
	if err := os.Remove(filepath.Join(filepath.Dir(s.file), "third.journey")); err != nil {
		t.Fatal(err)
	}
	s.file = ""
	s.open()
	s.another()
	s.until("the first map says which is gone", func() bool {
		return s.sight("Taking a flight").has("label", "Not there any more, and so not opened again: third.journey")
	})
	if n := len(strings.Fields(s.xdo("search", "--onlyvisible", "--pid", strconv.Itoa(s.cmd.Process.Pid)))); n != 2 {
		t.Errorf("there are %d windows", n)
	}
}
