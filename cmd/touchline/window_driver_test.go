//go:build window

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// These tests drive the real window on the display of $DISPLAY with xdotool.
// They take the program from $TOUCHLINE_BIN, or are the program themselves.

// session is a running program with a window.
type session struct {
	t       *testing.T
	bin     string
	file    string
	trace   string
	cmd     *exec.Cmd
	windows []string // of the display, in the order they were opened
	x, y    float64  // of the window on the display
	read    int      // bytes of the trace
	picked  time.Time
	noted   []map[string]json.RawMessage
}

// spot is where something is in the window, in device pixels.
type spot struct {
	Role, ID, Name string
	X, Y, W, H     float64
}

func (s spot) centre() (x, y float64) { return s.X + s.W/2, s.Y + s.H/2 }

// sight is what is seen in a window.
type sight struct {
	Window   string
	Map      string
	Saved    bool
	Places   []spot
	Selected []string
	Editing  bool
	Over     int
	View     string
	Undo     string
	Zoom     float64
	Presents bool
}

// has reports whether there is something of a role and name.
func (v sight) has(role, name string) bool {
	_, ok := v.spot(role, name)
	return ok
}

func (v sight) spot(role, name string) (spot, bool) {
	for _, p := range v.Places {
		if p.Role == role && p.Name == name {
			return p, true
		}
	}
	return spot{}, false
}

// of returns everything of a role.
func (v sight) of(role string) []spot {
	var out []spot
	for _, p := range v.Places {
		if p.Role == role {
			out = append(out, p)
		}
	}
	return out
}

// begin makes a map of a template and opens it in a window.
func begin(t *testing.T) *session { t.Helper(); return beginWith(t, "flight") }

func beginWith(t *testing.T, template string) *session {
	t.Helper()
	if os.Getenv("DISPLAY") == "" {
		t.Fatal("there is no display: run this under xvfb-run")
	}
	dir := t.TempDir()
	s := &session{t: t, bin: os.Getenv("TOUCHLINE_BIN"), file: filepath.Join(dir, template+".journey")}
	if s.bin == "" {
		s.bin = os.Args[0]
		t.Setenv(asProgram, "1")
	}
	if out, err := exec.Command(s.bin, "new", s.file, "--template", template).CombinedOutput(); err != nil {
		t.Fatalf("new: %v\n%s", err, out)
	}
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, "config"))
	s.open()
	t.Cleanup(s.kill)
	return s
}

func (s *session) open() {
	s.t.Helper()
	s.trace = filepath.Join(s.t.TempDir(), "trace")
	s.read, s.noted, s.windows = 0, nil, nil
	s.cmd = exec.Command(s.bin)
	if s.file != "" {
		s.cmd.Args = append(s.cmd.Args, s.file)
	}
	s.cmd.Env = append(os.Environ(), "TOUCHLINE_TRACE="+s.trace)
	s.cmd.Stdout, s.cmd.Stderr = os.Stdout, os.Stderr
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.see("the map is drawn", func(v sight) bool { return len(v.of("stage")) > 0 && v.has("panel", "middle") })
	s.another()
}

// another takes the window that was opened last into the hand.
func (s *session) another() {
	s.t.Helper()
	var fresh string
	s.until("the window is there", func() bool {
		for _, id := range strings.Fields(s.xdo("search", "--onlyvisible", "--pid", strconv.Itoa(s.cmd.Process.Pid))) {
			if !strings.Contains(strings.Join(s.windows, " ")+" ", id+" ") {
				fresh = id
			}
		}
		return fresh != ""
	})
	s.windows = append(s.windows, fresh)
	s.to(len(s.windows) - 1)
}

// to gives the keys to a window and lifts it over the others.
func (s *session) to(window int) {
	s.t.Helper()
	id := s.windows[window]
	s.xdo("windowraise", id, "windowfocus", "--sync", id)
	for line := range strings.Lines(s.xdo("getwindowgeometry", "--shell", id)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		n, _ := strconv.ParseFloat(value, 64)
		switch key {
		case "X":
			s.x = n
		case "Y":
			s.y = n
		}
	}
}

// kill ends the program without warning, as a power cut would.
func (s *session) kill() {
	if s.cmd != nil {
		_ = s.cmd.Process.Kill()
		_ = s.cmd.Wait()
		s.cmd = nil
	}
}

func (s *session) xdo(args ...string) string {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	out, err := exec.CommandContext(ctx, "xdotool", args...).Output()
	if err != nil && len(out) == 0 && args[0] != "search" { // a search that finds nothing fails
		s.t.Fatalf("xdotool %v: %v", args, err)
	}
	return string(out)
}

// doubleClick is how long the toolkit waits for the second click.
const doubleClick = 400 * time.Millisecond

// patience is how long anything may take to come on a busy machine.
const patience = 20 * time.Second

func (s *session) until(what string, ok func() bool) {
	s.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		if ok() {
			return
		}
	}
	s.t.Fatalf("never came: %s", what)
}

// lines returns what the program has noted.
func (s *session) lines() []map[string]json.RawMessage {
	b, err := os.ReadFile(s.trace)
	if err != nil {
		return nil
	}
	b = b[s.read:]
	for {
		end := bytes.IndexByte(b, '\n')
		if end < 0 {
			return s.noted
		}
		var m map[string]json.RawMessage
		if err := json.Unmarshal(b[:end], &m); err != nil {
			s.t.Fatalf("the trace says %q: %v", b[:end], err)
		}
		s.noted = append(s.noted, m)
		s.read += end + 1
		b = b[end+1:]
	}
}

// sight returns what was seen last, in the window of that title where one is named.
func (s *session) sight(window ...string) sight {
	s.t.Helper()
	ls := s.lines()
	for i := len(ls) - 1; i >= 0; i-- {
		raw, ok := ls[i]["places"]
		if !ok {
			continue
		}
		var v sight
		for key, to := range map[string]any{
			"window": &v.Window, "map": &v.Map, "saved": &v.Saved, "selected": &v.Selected, "editing": &v.Editing,
			"over": &v.Over, "view": &v.View, "undo": &v.Undo, "zoom": &v.Zoom, "presents": &v.Presents,
		} {
			if value := ls[i][key]; value != nil {
				if err := json.Unmarshal(value, to); err != nil {
					s.t.Fatal(err)
				}
			}
		}
		if len(window) > 0 && !strings.HasPrefix(v.Window, window[0]) {
			continue
		}
		if err := json.Unmarshal(raw, &v.Places); err != nil {
			s.t.Fatal(err)
		}
		return v
	}
	return sight{}
}

// see waits until what is seen is as it should be, and returns it.
func (s *session) see(what string, ok func(sight) bool) sight {
	s.t.Helper()
	seen, at := sight{}, -1
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		if n := len(s.lines()); n != at {
			at, seen = n, s.sight()
			if n > 0 && ok(seen) {
				return seen
			}
		}
	}
	seen.Places = nil
	s.t.Fatalf("never came: %s\nseen: %+v", what, seen)
	return seen
}

// still waits until nothing moves: for two looks of the program nothing new was noted.
func (s *session) still() {
	s.t.Helper()
	n, since := len(s.lines()), time.Now()
	s.until("the window is still", func() bool {
		if now := len(s.lines()); now != n {
			n, since = now, time.Now()
		}
		return time.Since(since) > 120*time.Millisecond
	})
}

// spot waits for something on the screen and says where it is.
func (s *session) spot(role, name string) spot {
	s.t.Helper()
	s.still()
	var p spot
	s.see(role+" "+strconv.Quote(name), func(v sight) bool {
		var ok bool
		p, ok = v.spot(role, name)
		return ok
	})
	return p
}
