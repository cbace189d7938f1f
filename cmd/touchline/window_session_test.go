//go:build window

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pictures names the environment variable with the folder for a picture of the window
// after each step. Without it the steps are only checked.
const pictures = "TOUCHLINE_PICTURES"

// recording is a session in which each step is checked, and pictured where wanted.
type recording struct {
	*session
	folder string
	at     int
	name   string
	before sight
}

// step is something a person does, and how it is known to be done.
type step struct {
	name  string
	do    func()
	seen  func(sight) bool
	moves []string // panels that come, go or move by it; the others stay
	loose bool     // something hangs over the window, and texts lie behind it
}

func (r *recording) take(st step) {
	r.t.Helper()
	r.at++
	r.name = fmt.Sprintf("%02d %s", r.at, st.name)
	st.do()
	r.before = r.check(st, r.see(r.name, st.seen))
	r.picture()
}

// check says what is not as it should be after a step.
func (r *recording) check(st step, now sight) sight {
	r.t.Helper()
	names := map[string]bool{}
	for _, p := range slices.Concat(r.before.of("panel"), now.of("panel")) {
		names[p.Name] = true
	}
	for name := range names {
		was, had := r.before.spot("panel", name)
		is, has := now.spot("panel", name)
		if !slices.Contains(st.moves, name) && (had != has || was != is) {
			r.t.Errorf("%s: the %s was at %v and is at %v", r.name, name, was, is)
		}
	}
	if !st.loose && now.Over == 0 {
		for _, pair := range overlaps(now) {
			r.t.Errorf("%s: %s", r.name, pair)
		}
	}
	return now
}

// overlaps names the texts of the interface that lie on each other.
func overlaps(v sight) []string {
	var texts []spot
	for _, p := range v.Places {
		switch p.Role {
		case "label", "button", "field", "choice", "tile":
			if strings.TrimSpace(p.Name) != "" {
				texts = append(texts, p)
			}
		}
	}
	var out []string
	const touch = 2 // pixels that lines of text may share with their neighbours
	for i, a := range texts {
		for _, b := range texts[:i] {
			w := min(a.X+a.W, b.X+b.W) - max(a.X, b.X)
			h := min(a.Y+a.H, b.Y+b.H) - max(a.Y, b.Y)
			if w > touch && h > touch {
				out = append(out, fmt.Sprintf("%s %q lies on %s %q", a.Role, a.Name, b.Role, b.Name))
			}
		}
	}
	return out
}

// picture writes what the window shows once two pictures are the same: tiles are drawn
// a moment after the map is laid out. A cursor that blinks ends the waiting.
func (r *recording) picture() {
	r.t.Helper()
	if r.folder == "" {
		return
	}
	path := filepath.Join(r.folder, strings.ReplaceAll(r.name, " ", "-")+".png")
	var last []byte
	for range 5 {
		ctx, cancel := context.WithTimeout(context.Background(), patience) // of a window that is gone it waits for ever
		shot, err := exec.CommandContext(ctx, "import", "-window", r.windows[len(r.windows)-1], "-define", "png:exclude-chunks=date,time", "png:-").Output()
		cancel()
		if err != nil {
			r.t.Fatalf("import: %v", err)
		}
		same := string(shot) == string(last)
		if last = shot; same {
			break
		}
	}
	if err := os.WriteFile(path, last, 0o600); err != nil {
		r.t.Fatal(err)
	}
}

// undone says that the next step back is of that sort and all is saved.
func undone(verb string) func(sight) bool {
	return func(v sight) bool { return v.Saved && strings.Contains(v.Undo, verb) }
}

func selected(names ...string) func(sight) bool {
	return func(v sight) bool { return slices.Equal(v.Selected, names) }
}

func typing(v sight) bool { return v.Editing }

func stands(role, name string) func(sight) bool {
	return func(v sight) bool { return !v.Editing && v.Saved && v.has(role, name) }
}

func shows(panel string) func(sight) bool {
	return func(v sight) bool { return v.has("panel", panel) }
}

func not(f func(sight) bool) func(sight) bool { return func(v sight) bool { return !f(v) } }

func all(fs ...func(sight) bool) func(sight) bool {
	return func(v sight) bool {
		return !slices.ContainsFunc(fs, func(f func(sight) bool) bool { return !f(v) })
	}
}

func over(n int) func(sight) bool { return func(v sight) bool { return v.Over == n } }

func inView(name string) func(sight) bool { return func(v sight) bool { return v.View == name } }

// Sixty things a designer does one after the other: no panel jumps, no two texts lie on
// each other, nothing is lost.
func TestASessionKeepsTheWindowStill(t *testing.T) {
	r := &recording{session: begin(t), folder: os.Getenv(pictures)}
	r.before = r.sight()
	for _, part := range [][]step{r.writing(), r.moving(), r.feeling(), r.palettes(), r.looking(), r.viewing(), r.dressing(), r.closing()} {
		for _, st := range part {
			r.take(st)
		}
	}
	if r.at != 60 {
		t.Errorf("the session has %d steps", r.at)
	}
	if got := r.outline().Digest; got != r.sight().Map {
		t.Error("the file is not the map that is seen")
	}
}
