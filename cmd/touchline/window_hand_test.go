//go:build window

package main

import (
	"encoding/json"
	"math"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

// What a person does with mouse and keys.

func pixels(v float64) string { return strconv.Itoa(int(math.Round(v))) }

// point says where something of the window is on the display.
func (s *session) point(x, y float64) []string { return []string{pixels(s.x + x), pixels(s.y + y)} }

// drag moves the pointer with the button held, as a hand does: in steps, and with a
// rest at the end before it lets go.
func (s *session) drag(x0, y0, x1, y1 float64) {
	s.t.Helper()
	s.hold(x0, y0, x1, y1)
	s.release()
}

// hold drags and does not let go.
func (s *session) hold(x0, y0, x1, y1 float64) {
	s.t.Helper()
	args := append([]string{"mousemove"}, s.point(x0, y0)...)
	args = append(args, "sleep", "0.03", "mousedown", "1")
	const steps = 12
	for i := range steps + 1 {
		k := float64(i) / steps
		args = append(args, "sleep", "0.02", "mousemove")
		args = append(args, s.point(x0+(x1-x0)*k, y0+(y1-y0)*k)...)
	}
	s.xdo(append(args, "sleep", "0.05")...)
}

func (s *session) release() { s.t.Helper(); s.xdo("mouseup", "1") }

// click presses a button where something is.
func (s *session) click(p spot, button ...string) {
	s.t.Helper()
	x, y := p.centre()
	args := append([]string{"mousemove"}, s.point(x, y)...)
	s.xdo(append(args, "sleep", "0.03", "click", append(button, "1")[0])...)
}

func (s *session) doubleClick(p spot) {
	s.t.Helper()
	x, y := p.centre()
	args := append([]string{"mousemove"}, s.point(x, y)...)
	s.xdo(append(args, "sleep", "0.03", "click", "--repeat", "2", "--delay", "60", "1")...)
}

// opened double-clicks a text of the map until it is under the keys: on a busy machine
// the two clicks may come too far apart.
func (s *session) opened(p spot) {
	s.t.Helper()
	for range 3 {
		s.doubleClick(p)
		for end := time.Now().Add(3 * time.Second); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
			if s.sight().Editing {
				return
			}
		}
	}
	s.t.Fatalf("no text is edited at %+v", p)
}

// key presses keys one after the other.
func (s *session) key(keys ...string) {
	s.t.Helper()
	s.xdo(append([]string{"key", "--delay", "20"}, keys...)...)
}

// write types a text.
func (s *session) write(text string) {
	s.t.Helper()
	s.xdo("type", "--delay", "10", text)
}

// act does something that changes the map, and waits until the change is seen and in
// the file.
func (s *session) act(do func()) sight {
	s.t.Helper()
	before := s.sight().Map
	do()
	return s.see("another map, saved", func(v sight) bool { return v.Saved && v.Map != before })
}

// select clicks on something of the map and waits until it is selected.
// Nobody's hand picks one thing and then another within the time of a double click; xdotool's
// does, and the toolkit may take it for one.
func (s *session) pick(role, name string) {
	s.t.Helper()
	time.Sleep(time.Until(s.picked.Add(doubleClick)))
	s.click(s.spot(role, name))
	s.picked = time.Now()
	s.see(name+" is selected", func(v sight) bool { return len(v.Selected) == 1 && v.Selected[0] == name })
}

// outline is what touchline info --json says.
type outline struct {
	Title  string
	Stages []struct {
		Name        string
		Touchpoints []felt
	}
	Counts struct{ Stages, Lanes, Touchpoints int }
	Digest string
}

// felt is a touchpoint with its emotions.
type felt struct {
	Name, Channel    string
	Expected, Actual *float64
}

// outline reads the file.
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

// touchpoint returns the touchpoint of that name.
func (o outline) touchpoint(t *testing.T, name string) felt {
	t.Helper()
	for _, st := range o.Stages {
		for _, tp := range st.Touchpoints {
			if tp.Name == name {
				return tp
			}
		}
	}
	t.Fatalf("the map has no touchpoint %q", name)
	return felt{}
}

// actualOf returns the actual emotion of a touchpoint, NaN where it is not known.
func (o outline) actualOf(t *testing.T, name string) float64 {
	t.Helper()
	return valence(o.touchpoint(t, name).Actual)
}

func valence(v *float64) float64 {
	if v == nil {
		return math.NaN()
	}
	return *v
}

// in returns the names of the touchpoints of a stage in their order.
func (o outline) in(stage string) []string {
	var out []string
	for _, st := range o.Stages {
		if st.Name == stage {
			for _, tp := range st.Touchpoints {
				out = append(out, tp.Name)
			}
		}
	}
	return out
}
