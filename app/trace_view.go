package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// sight is what is seen in a window: a line of the trace.
type sight struct {
	Window   string   `json:"window"` // its title
	Map      string   `json:"map"`    // its digest, as info says it
	Saved    bool     `json:"saved"`  // that map is in the file
	Places   []place  `json:"places"`
	Selected []string `json:"selected,omitempty"` // what the rows are called
	Editing  bool     `json:"editing,omitempty"`  // a text of the map
	Over     int      `json:"over,omitempty"`     // dialogs, menus and lists over the window
	View     viewKind `json:"view,omitempty"`
	Undo     string   `json:"undo,omitempty"` // what the menu calls the next step back
	Zoom     float64  `json:"zoom,omitempty"`
	Presents bool     `json:"presents,omitempty"`
}

// place is where something is in the window, in device pixels.
type place struct {
	Role string  `json:"role"`
	ID   string  `json:"id,omitempty"`
	Name string  `json:"name,omitempty"`
	X    float32 `json:"x"`
	Y    float32 `json:"y"`
	W    float32 `json:"w"`
	H    float32 `json:"h"`
}

// traced names the parts of the map a trace has.
var traced = map[scene.Role]string{
	scene.RoleHeader: "header", scene.RolePersona: "persona", scene.RoleStage: "stage", scene.RoleLane: "lane",
	scene.RoleCell: "cell", scene.RoleTouchpoint: "touchpoint", scene.RoleExpected: "expected", scene.RoleActual: "actual",
	scene.RolePainPoint: "pain point", scene.RoleOpportunity: "opportunity", scene.RoleMetric: "metric",
	scene.RolePromise: "promise",
}

// viewOf is what is seen in a window now.
func viewOf(e *editor) sight {
	v := sight{Window: e.win.Title(), Over: len(e.win.Canvas().Overlays().List())}
	s := surveyor{scale: e.win.Canvas().Scale()}
	if e.doc != nil && e.scenery != nil && e.scenery.now != nil {
		v.Editing, v.View, v.Undo, v.Zoom = e.board.Editing(), e.views.now, undoLabel(e), e.board.Zoom()
		v.Map, v.Saved, v.Presents = journey.Digest(e.doc.Map()), e.doc.State() == document.Saved, e.showing != nil
		for _, r := range e.selection() {
			v.Selected = append(v.Selected, nameOf(e.doc.Map(), r))
		}
		s.theMap(e)
		s.panels(e)
	}
	s.texts(e.win.Content(), area{size: e.win.Canvas().Size()}, fyne.Position{})
	for _, o := range e.win.Canvas().Overlays().List() {
		if p, ok := o.(*widget.PopUp); ok {
			o = p.Content
		}
		s.texts(o, area{size: e.win.Canvas().Size()}, fyne.Position{})
	}
	v.Places = s.places
	return v
}

func nameOf(m *journey.Map, r scene.Ref) string {
	row, ok := m.Row(r.Kind, r.ID)
	if !ok {
		return ""
	}
	if l, ok := row.(journey.Lane); ok && l.Name == "" {
		return string(l.Type)
	}
	return row.Label()
}

// surveyor lists places.
type surveyor struct {
	scale  float32
	places []place
}

func (s *surveyor) note(role, id, name string, pos fyne.Position, size fyne.Size) {
	k := s.scale
	s.places = append(s.places, place{role, id, name, pos.X * k, pos.Y * k, size.Width * k, size.Height * k})
}

// theMap notes the parts of the map, in view or not.
func (s *surveyor) theMap(e *editor) {
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(e.board)
	for i := range e.scenery.now.Nodes {
		n := &e.scenery.now.Nodes[i]
		if role, ok := traced[n.Role]; ok {
			pos, size := e.board.OnScreen(n.Bounds)
			s.note(role, string(n.Ref.ID), nameOf(e.doc.Map(), n.Ref), origin.Add(pos), size)
		}
	}
}

// panels notes what stands around the map.
func (s *surveyor) panels(e *editor) {
	for _, p := range []struct {
		name   string
		object fyne.CanvasObject
	}{
		{"toolbar", e.toolbar.object},
		{"find", e.finder.object},
		{"filter", e.filtering.object},
		{"banner", e.banner.Object},
		{"palette", e.palette.object},
		{"middle", e.views.object},
		{"inspector", e.inspector.Object},
		{"memory", e.memory.box},
		{"status", e.status.object},
	} {
		if p.object.Visible() {
			s.note("panel", "", p.name, fyne.CurrentApp().Driver().AbsolutePositionForObject(p.object), p.object.Size())
		}
	}
}

// area is a part of the window, logical pixels.
type area struct {
	pos  fyne.Position
	size fyne.Size
}

// and returns what lies in both areas.
func (a area) and(b area) area {
	x, y := max(a.pos.X, b.pos.X), max(a.pos.Y, b.pos.Y)
	w := min(a.pos.X+a.size.Width, b.pos.X+b.size.Width) - x
	h := min(a.pos.Y+a.size.Height, b.pos.Y+b.size.Height) - y
	return area{fyne.NewPos(x, y), fyne.NewSize(max(w, 0), max(h, 0))}
}

// texts notes every text of the interface under an object, as much of it as shows:
// its own place counts from the origin of what it stands in.
func (s *surveyor) texts(o fyne.CanvasObject, shown area, origin fyne.Position) {
	if o == nil || !o.Visible() {
		return
	}
	pos := origin.Add(o.Position())
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			s.texts(c, shown, pos)
		}
	case *kit.Plate:
		s.texts(o.Content, shown, pos)
	case *container.Scroll:
		s.texts(o.Content, shown.and(area{pos, o.Size()}), pos)
	default:
		role, text := textOf(o)
		if a := shown.and(area{pos, o.Size()}); role != "" && a.size.Width > 0 && a.size.Height > 0 {
			s.note(role, "", text, a.pos, a.size)
		}
	}
}

// textOf returns what an object of the interface is and says; no role: nothing.
func textOf(o fyne.CanvasObject) (role, text string) {
	switch o := o.(type) {
	case *kit.Ink:
		return "label", o.Text
	case *widget.Label:
		return "label", o.Text
	case *kit.Press:
		return "button", o.Text
	case *kit.Tile:
		return "tile", o.Text
	case *kit.Field:
		return "field", o.Text
	case *findEntry:
		return "field", o.Text
	case *kit.Picker:
		return "choice", o.Text()
	}
	return "", ""
}
