package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// Part says what part of the map is under a place.
type Part uint8

// The parts of the map that have a menu of their own.
const (
	OnPaper   Part = iota // beside everything
	OnHead                // title, mission
	OnPersona             // a persona
	OnStage               // a stage's chevron
	OnLabel               // a lane's label
	OnCell                // an empty place of a lane
	OnCard                // a touchpoint, or what shows something of it
	OnItem                // a note, pain point, opportunity or metric
)

// Spot is what is under a place of the map.
type Spot struct {
	Part       Part
	Ref        scene.Ref // the row; zero on paper and in an empty cell
	Field      string    // the text under the place, where there is one
	Stage      journey.ID
	Lane       journey.ID
	Touchpoint journey.ID // of the column
	Index      int        // where a touchpoint added here would go in its stage
}

// SpotAt returns what is under a place.
func SpotAt(s *scene.Scene, p scene.Point) Spot {
	var at Spot
	if len(s.Stages) > 0 && p.X >= min(s.Stages[0].X, s.Stages[len(s.Stages)-1].X) {
		at.Stage = s.StageAt(p.X).Stage
	}
	if b, ok := s.BandAt(p.Y); ok {
		at.Lane, at.Part = b.Lane, OnCell
		at.column(s, p)
	}
	if _, f, ok := s.FieldAt(p); ok {
		at.Field = f.Name
	}
	n, ok := s.Hit(p)
	if !ok {
		if at.Lane == "" || !s.Body.Contains(p) {
			at.Part = OnPaper
		}
		return at
	}
	at.Ref, at.Part = n.Ref, partOf(n)
	if n.Stage != "" {
		at.Stage = n.Stage
	}
	if n.Ref.Kind == journey.KindTouchpoint {
		at.Touchpoint = n.Ref.ID
	}
	return at
}

// SpotOf returns the header of a stage or lane.
func SpotOf(ref scene.Ref) Spot {
	if ref.Kind == journey.KindLane {
		return Spot{Part: OnLabel, Ref: ref, Lane: ref.ID}
	}
	return Spot{Part: OnStage, Ref: ref, Stage: ref.ID}
}

// column notes the touchpoint of the column and the place in its stage.
func (at *Spot) column(s *scene.Scene, p scene.Point) {
	for _, c := range s.Columns {
		if c.Stage != at.Stage || c.Touchpoint == "" {
			continue
		}
		if p.X >= c.X && p.X < c.X+c.W {
			at.Touchpoint = c.Touchpoint
		}
		if (p.X >= c.X+c.W/2) != s.RTL {
			at.Index++
		}
	}
}

func partOf(n *scene.Node) Part {
	switch n.Role {
	case scene.RoleHeader:
		return OnHead
	case scene.RolePersona:
		return OnPersona
	case scene.RoleStage:
		return OnStage
	case scene.RoleLane:
		return OnLabel
	default:
	}
	switch n.Ref.Kind {
	case journey.KindTouchpoint:
		return OnCard
	case journey.KindStage:
		return OnCell // the text of a stage that stands in a lane
	default:
		return OnItem
	}
}
