package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Target is where something new from the palette would go.
type Target struct {
	Stage      journey.ID
	Lane       journey.ID
	Index      int        // for a touchpoint: place among those of the stage
	Touchpoint journey.ID // for a pain point, opportunity or note: the one above or below; may be empty
	Mark       scene.Rect
}

// TargetAt returns where a new row of the kind dropped at p would go, and whether
// it can go there. Touchpoints go where they are dropped, the rest into the lane
// under the hand or else the first of theirs, tied to the touchpoint of the column;
// a note where it is dropped on a touchpoint.
func TargetAt(s *scene.Scene, kind journey.Kind, p scene.Point) (Target, bool) {
	if s == nil || len(s.Stages) == 0 || p.X < 0 || p.Y < 0 || p.X > s.Size.X || p.Y > s.Size.Y {
		return Target{}, false
	}
	if kind == journey.KindTouchpoint {
		place, ok := s.PlaceAt(p)
		return Target{Stage: place.Stage, Lane: place.Lane, Index: place.Index, Mark: place.Mark}, ok
	}
	band, ok := bandFor(s, kind, p.Y)
	if !ok {
		return Target{}, false
	}
	st := s.StageAt(p.X)
	t := Target{Stage: st.Stage, Lane: band.Lane, Mark: scene.Rect{X: st.X, Y: band.Rect.Y, W: st.W, H: band.Rect.H}}
	if under, ok := s.BandAt(p.Y); kind == journey.KindNote && (!ok || under.Type != journey.LaneTouchpoints) {
		return t, true // in its own lane it lies under the whole of the stage
	}
	t.tie(s, p.X)
	return t, true
}

// tie ties a target to the touchpoint of the column at x.
func (t *Target) tie(s *scene.Scene, x float64) {
	for _, c := range s.Columns {
		if c.Stage == t.Stage && x >= c.X && x < c.X+c.W {
			t.Touchpoint = c.Touchpoint
			t.Mark.X, t.Mark.W = c.X, c.W
		}
	}
}

func bandFor(s *scene.Scene, kind journey.Kind, y float64) (scene.Band, bool) {
	if b, ok := s.BandAt(y); ok && edit.Holds(b.Type, kind) {
		return b, true
	}
	for _, t := range edit.LanesFor(kind) {
		for _, b := range s.Bands {
			if b.Type == t {
				return b, true
			}
		}
	}
	return scene.Band{}, false
}
