package app

import (
	"encoding/json"
	"os"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
)

// trace writes a line of JSON for each change of state into a file, for tests
// that drive the real window and for reports of faults. A nil trace writes nothing.
type trace struct {
	mu    sync.Mutex
	path  string
	timer *time.Timer // places are noted when nothing has changed for a moment
}

func newTrace(path string) *trace {
	if path == "" {
		return nil
	}
	return &trace{path: path}
}

// place is where something is in the window, in device pixels.
type place struct {
	Role string  `json:"role"`
	ID   string  `json:"id"`
	Name string  `json:"name,omitempty"`
	X    float32 `json:"x"`
	Y    float32 `json:"y"`
	W    float32 `json:"w"`
	H    float32 `json:"h"`
}

func (t *trace) line(v any) {
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	b, err := json.Marshal(v)
	if err != nil {
		return
	}
	f, err := os.OpenFile(t.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	defer func() { _ = f.Close() }() // a trace that cannot be written hinders nobody
	_, _ = f.Write(append(b, '\n'))
}

// state notes how far the file is behind the map.
func (t *trace) state(s Saving) {
	t.line(map[string]any{"state": [...]string{"saved", "saving", "failing"}[s]})
}

// tracePlaces notes a moment later where things are seen.
func (e *editor) tracePlaces() {
	if e.trace == nil {
		return
	}
	if e.trace.timer != nil {
		e.trace.timer.Stop()
	}
	e.trace.timer = time.AfterFunc(200*time.Millisecond, func() { e.onUI(e.notePlaces) })
}

// notePlaces notes where cards, points, stages and palette tiles are.
func (e *editor) notePlaces() {
	if e.doc == nil || e.scenery.now == nil {
		return
	}
	scale := e.win.Canvas().Scale()
	var ps []place
	names := map[scene.Role]string{
		scene.RoleTouchpoint: "touchpoint", scene.RoleExpected: "expected",
		scene.RoleActual: "actual", scene.RoleStage: "stage",
	}
	for _, n := range e.scenery.now.Nodes {
		role, ok := names[n.Role]
		if !ok {
			continue
		}
		pos, size := e.onScreen(n.Bounds)
		row, _ := e.doc.Map().Row(n.Ref.Kind, n.Ref.ID)
		name := ""
		if row != nil {
			name = row.Label()
		}
		ps = append(ps, place{role, string(n.Ref.ID), name, pos.X * scale, pos.Y * scale, size.Width * scale, size.Height * scale})
	}
	for _, o := range e.palette.box.Objects {
		if t, ok := o.(*tile); ok {
			pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(t)
			ps = append(ps, place{"tile", "", t.text, pos.X * scale, pos.Y * scale, t.Size().Width * scale, t.Size().Height * scale})
		}
	}
	e.trace.line(map[string]any{"places": ps})
}
