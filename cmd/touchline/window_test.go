//go:build window

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// These tests drive the real window on the display of $DISPLAY with xdotool.
// They take the program from $TOUCHLINE_BIN, or build it once.

// session is a running window.
type session struct {
	t     *testing.T
	bin   string
	file  string
	trace string
	cmd   *exec.Cmd
	x, y  float64 // of the window on the display
	id    string
}

// spot is where something is in the window, in device pixels.
type spot struct {
	Role, ID, Name string
	X, Y, W, H     float64
}

func (s spot) centre() (x, y float64) { return s.X + s.W/2, s.Y + s.H/2 }

// outline is what touchline info --json says.
type outline struct {
	Stages []struct {
		Name        string
		Touchpoints []struct {
			Name             string
			Expected, Actual *float64
		}
	}
	Counts struct{ Touchpoints int }
	Digest string
}

func (o outline) stageOf(name string) string {
	for _, st := range o.Stages {
		for _, tp := range st.Touchpoints {
			if tp.Name == name {
				return st.Name
			}
		}
	}
	return ""
}

func binary(t *testing.T) string {
	t.Helper()
	if bin := os.Getenv("TOUCHLINE_BIN"); bin != "" {
		return bin
	}
	bin := filepath.Join(t.TempDir(), "touchline")
	if out, err := exec.Command("go", "build", "-tags", "x11", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return bin
}

// begin makes a flight map and opens it in a window.
func begin(t *testing.T) *session {
	t.Helper()
	if os.Getenv("DISPLAY") == "" {
		t.Fatal("there is no display: run this under xvfb-run")
	}
	dir := t.TempDir()
	s := &session{t: t, bin: binary(t), file: filepath.Join(dir, "flight.journey")}
	if out, err := exec.Command(s.bin, "new", s.file, "--template", "flight").CombinedOutput(); err != nil {
		t.Fatalf("new: %v\n%s", err, out)
	}
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, "config"))
	s.open()
	t.Cleanup(s.kill)
	return s
}

func (s *session) open() {
	s.trace = filepath.Join(s.t.TempDir(), "trace")
	s.cmd = exec.Command(s.bin, s.file)
	s.cmd.Env = append(os.Environ(), "TOUCHLINE_TRACE="+s.trace)
	s.cmd.Stdout, s.cmd.Stderr = os.Stdout, os.Stderr
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.until("the map is drawn", func() bool { return len(s.spots()) > 20 })
	ids := strings.Fields(s.xdo("search", "--onlyvisible", "--pid", strconv.Itoa(s.cmd.Process.Pid)))
	if len(ids) == 0 {
		s.t.Fatal("the window is not found")
	}
	s.id = ids[len(ids)-1]
	for line := range strings.Lines(s.xdo("getwindowgeometry", "--shell", s.id)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		n, _ := strconv.ParseFloat(value, 64)
		switch key {
		case "X":
			s.x = n
		case "Y":
			s.y = n
		}
	}
	s.xdo("windowfocus", "--sync", s.id)
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
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, "xdotool", args...).Output()
	if err != nil {
		s.t.Fatalf("xdotool %v: %v", args, err)
	}
	return string(out)
}

func (s *session) until(what string, ok func() bool) {
	s.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(40 * time.Millisecond) {
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
	var out []map[string]json.RawMessage
	sc := bufio.NewScanner(bytes.NewReader(b))
	sc.Buffer(nil, 1<<22)
	for sc.Scan() {
		var m map[string]json.RawMessage
		if json.Unmarshal(sc.Bytes(), &m) == nil {
			out = append(out, m)
		}
	}
	return out
}

func (s *session) spots() []spot {
	var out []spot
	for _, l := range s.lines() {
		if raw, ok := l["places"]; ok {
			out = nil
			if err := json.Unmarshal(raw, &out); err != nil {
				s.t.Fatal(err)
			}
		}
	}
	return out
}

func (s *session) spot(role, name string) spot {
	s.t.Helper()
	for _, p := range s.spots() {
		if p.Role == role && p.Name == name {
			return p
		}
	}
	s.t.Fatalf("no %s %q on the screen", role, name)
	return spot{}
}

// act does something and waits until the program has said saved after it.
func (s *session) act(do func()) {
	s.t.Helper()
	before := len(s.lines())
	do()
	s.until("saved", func() bool {
		state := ""
		seen := false
		for _, l := range s.lines()[min(before, len(s.lines())):] {
			if raw, ok := l["state"]; ok {
				state = string(raw)
				seen = seen || state == `"saving"`
			}
		}
		return seen && state == `"saved"`
	})
	time.Sleep(400 * time.Millisecond) // the places are noted a moment later
}

// drag moves the pointer with the button held, as a hand does.
func (s *session) drag(x0, y0, x1, y1 float64) {
	s.t.Helper()
	at := func(x, y float64) {
		s.xdo("mousemove", strconv.Itoa(int(math.Round(s.x+x))), strconv.Itoa(int(math.Round(s.y+y))))
		time.Sleep(25 * time.Millisecond)
	}
	at(x0, y0)
	s.xdo("mousedown", "1")
	for i := 1; i <= 12; i++ {
		k := float64(i) / 12
		at(x0+(x1-x0)*k, y0+(y1-y0)*k)
	}
	at(x1, y1)
	s.xdo("mouseup", "1")
}

func (s *session) key(k string) {
	s.t.Helper()
	s.xdo("key", "--clearmodifiers", k)
}

func (s *session) outline() outline {
	s.t.Helper()
	b, err := exec.Command(s.bin, "info", "--json", s.file).Output()
	if err != nil {
		s.t.Fatalf("info: %v", err)
	}
	var o outline
	if err := json.Unmarshal(b, &o); err != nil {
		s.t.Fatal(err)
	}
	return o
}

// actualOf returns the actual emotion of a touchpoint.
func (o outline) actualOf(name string) float64 {
	for _, st := range o.Stages {
		for _, tp := range st.Touchpoints {
			if tp.Name == name && tp.Actual != nil {
				return *tp.Actual
			}
		}
	}
	return math.NaN()
}

func TestAMapIsEditedByHandAndNothingIsLost(t *testing.T) {
	s := begin(t)
	start := s.outline()
	const card = "Checks in"
	home := start.stageOf(card)
	goal := start.Stages[len(start.Stages)-1].Name
	if home == "" || home == goal {
		t.Fatalf("%q begins in %q", card, home)
	}

	from, to := s.spot("touchpoint", card), s.spot("stage", goal)
	x, _ := to.centre()
	fx, fy := from.centre()
	s.act(func() { s.drag(fx, fy, x, fy) })
	if got := s.outline().stageOf(card); got != goal {
		t.Fatalf("%q was dragged to %q and is in %q", card, goal, got)
	}

	tile := paletteTile(s)
	tx, ty := tile.centre()
	to = s.spot("stage", start.Stages[0].Name)
	x, _ = to.centre()
	s.act(func() { s.drag(tx, ty, x, fy) })
	if got := s.outline().Counts.Touchpoints; got != start.Counts.Touchpoints+1 {
		t.Fatalf("%d touchpoints after dragging one from the palette, began with %d", got, start.Counts.Touchpoints)
	}

	const felt = "Books online"
	was := s.outline().actualOf(felt)
	px, py := s.spot("actual", felt).centre()
	s.act(func() { s.drag(px, py, px, py-30) })
	raised := s.outline()
	if got := raised.actualOf(felt); !(got > was) {
		t.Fatalf("the emotion was %v, was dragged up, and is %v", was, got)
	}

	s.act(func() { s.key("ctrl+z") })
	if got := s.outline().actualOf(felt); got != was {
		t.Fatalf("undo gives an emotion of %v, it was %v", got, was)
	}
	s.act(func() { s.key("ctrl+y") })
	if got := s.outline().Digest; got != raised.Digest {
		t.Fatal("redo does not give the map again")
	}

	s.kill()
	if got := s.outline().Digest; got != raised.Digest {
		t.Fatal("the map is not as it was after the program was killed")
	}
	s.open()
	if got := s.spot("touchpoint", card); got.X < s.spot("touchpoint", felt).X {
		t.Error("the card is not shown in its new stage")
	}
}

// paletteTile returns the first tile that suggests a touchpoint.
func paletteTile(s *session) spot {
	s.t.Helper()
	for _, p := range s.spots() {
		if p.Role == "tile" {
			return p
		}
	}
	s.t.Fatal("the palette is empty")
	return spot{}
}
