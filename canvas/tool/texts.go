package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Text is a text of the map that can be edited where it stands.
type Text struct {
	Ref   scene.Ref
	Field scene.Field
}

// Texts lists the texts of a scene in the order of the map: the title first, then
// stage by stage and lane by lane.
func Texts(s *scene.Scene) []Text {
	var out []Text
	for i := range s.Nodes {
		n := &s.Nodes[i]
		for _, f := range n.Fields() {
			out = append(out, Text{n.Ref, f})
		}
	}
	return out
}

// TextOf returns a text of a row by the name of its field, or the first one where
// the name is empty, and whether it is on the map.
func TextOf(s *scene.Scene, ref scene.Ref, field string) (Text, bool) {
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Ref != ref {
			continue
		}
		for _, f := range n.Fields() {
			if field == "" || f.Name == field {
				return Text{ref, f}, true
			}
		}
	}
	return Text{}, false
}

// TextsOf lists the texts of a row.
func TextsOf(s *scene.Scene, ref scene.Ref) []Text {
	var out []Text
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Ref == ref {
			for _, f := range n.Fields() {
				out = append(out, Text{ref, f})
			}
		}
	}
	return out
}

// FieldIn returns the name of the first text of a row in the lane of its place, empty
// where it has none there.
func FieldIn(s *scene.Scene, at Stop) string {
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Ref == at.Ref && n.Lane == at.Lane && len(n.Fields()) > 0 {
			return n.Fields()[0].Name
		}
	}
	return ""
}

// StatusAt returns the stage whose customer status stands at p, and whether p is in a
// lane of statuses beside its label.
func StatusAt(s *scene.Scene, p scene.Point) (journey.ID, bool) {
	b, ok := s.BandAt(p.Y)
	if !ok || b.Type != journey.LaneStatus || len(s.Stages) == 0 || labelOf(s, b).Contains(p) || !s.Body.Contains(p) {
		return "", false
	}
	return s.StageAt(p.X).Stage, true
}

// NextText returns the text that follows another one, or the one before it where
// by is -1, and whether there is one.
func NextText(s *scene.Scene, ref scene.Ref, field string, by int) (Text, bool) {
	all := Texts(s)
	for i, t := range all {
		if t.Ref == ref && t.Field.Name == field {
			if i+by < 0 || i+by >= len(all) {
				return Text{}, false
			}
			return all[i+by], true
		}
	}
	return Text{}, false
}

// NewText is what typing in an empty cell begins: the row and its field.
type NewText struct {
	Ref     scene.Ref
	Field   string
	Command edit.Command // writes the first characters
}

// Begin returns what typing a text in an empty cell begins, under the id of a new
// row where one is added, and whether something can be typed there.
func Begin(s *scene.Scene, at Stop, id journey.ID, text string) (NewText, bool) {
	if at.Empty() && at.Lane == "" {
		add := edit.AddStage{Stage: journey.Stage{ID: id, Name: text}, Index: at.Index}
		return NewText{scene.Ref{Kind: journey.KindStage, ID: id}, "Name", add}, true
	}
	b, ok := bandOf(s, at.Lane)
	if !ok || !at.Empty() || at.Stage == "" {
		return NewText{}, false
	}
	row := func(r journey.Row, field string) (NewText, bool) {
		return NewText{scene.Ref{Kind: r.Kind(), ID: id}, field, edit.AddToCell{Row: r}}, true
	}
	switch b.Type {
	case journey.LaneTouchpoints:
		add := edit.AddTouchpoint{ID: id, Stage: at.Stage, Lane: at.Lane, Index: at.Index, Title: text}
		return NewText{scene.Ref{Kind: journey.KindTouchpoint, ID: id}, "Title", add}, true
	case journey.LaneGoals:
		ref := scene.Ref{Kind: journey.KindStage, ID: at.Stage}
		return NewText{ref, "Goal", edit.SetText{Row: edit.Ref(ref), Field: "Goal", Text: text}}, true
	case journey.LaneThoughts, journey.LaneBackstage, journey.LaneText:
		return row(journey.Note{ID: id, Stage: at.Stage, Lane: at.Lane, Text: text}, "Text")
	case journey.LanePainPoints:
		return row(journey.PainPoint{ID: id, Stage: at.Stage, Touchpoint: at.Touchpoint, Lane: at.Lane, Text: text}, "Text")
	case journey.LaneOpportunities:
		return row(journey.Opportunity{ID: id, Stage: at.Stage, Touchpoint: at.Touchpoint, Lane: at.Lane, Text: text, State: journey.Open}, "Text")
	case journey.LaneMetrics:
		return row(journey.Metric{ID: id, Stage: at.Stage, Touchpoint: at.Touchpoint, Lane: at.Lane, Name: text}, "Name")
	default:
		return NewText{}, false
	}
}

func bandOf(s *scene.Scene, lane journey.ID) (scene.Band, bool) {
	for _, b := range s.Bands {
		if b.Lane == lane {
			return b, true
		}
	}
	return scene.Band{}, false
}
