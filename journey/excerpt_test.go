package journey_test

import (
	"bytes"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/sample"
)

func flight(t *testing.T) *journey.Map {
	t.Helper()
	seed := make([]byte, 1<<16)
	for i := range seed {
		seed[i] = byte(i*7 + i>>8)
	}
	m, err := sample.Named("flight", journey.NewIDs(bytes.NewReader(seed)))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestExcerpt(t *testing.T) {
	m := flight(t)
	digest := journey.Digest(m)
	stages, lanes := m.StagesInOrder(), m.LanesInOrder()
	ofType := func(types ...journey.LaneType) []journey.ID {
		var ids []journey.ID
		for _, l := range lanes {
			for _, k := range types {
				if l.Type == k {
					ids = append(ids, l.ID)
				}
			}
		}
		return ids
	}
	tests := map[string]struct {
		stages, lanes                          []journey.ID
		wantStages, wantLanes, touchpoints     int
		painPoints, opportunities, hiddenLanes int
	}{
		"everything":        {wantStages: 6, wantLanes: len(lanes), touchpoints: 15, painPoints: 4, opportunities: 4},
		"one stage":         {stages: []journey.ID{stages[1].ID}, wantStages: 1, wantLanes: len(lanes), touchpoints: 2, painPoints: 1, opportunities: 1},
		"cards and emotion": {lanes: ofType(journey.LaneTouchpoints, journey.LaneEmotion), wantStages: 6, wantLanes: 2, touchpoints: 15},
		"emotion alone":     {lanes: ofType(journey.LaneEmotion), wantStages: 6, wantLanes: 2, touchpoints: 15, hiddenLanes: 1},
		"unknown stage":     {stages: []journey.ID{"none"}, wantLanes: len(lanes)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e := m.Excerpt(tt.stages, tt.lanes)
			hidden := 0
			for _, l := range e.LanesInOrder() {
				if l.Hidden {
					hidden++
				}
			}
			got := []int{e.Stages.Len(), e.Lanes.Len(), e.Touchpoints.Len(), e.PainPoints.Len(), e.Opportunities.Len(), hidden}
			want := []int{tt.wantStages, tt.wantLanes, tt.touchpoints, tt.painPoints, tt.opportunities, tt.hiddenLanes}
			for i := range got {
				if got[i] != want[i] {
					t.Errorf("stages, lanes, touchpoints, pain points, opportunities, hidden: %v, want %v", got, want)
					break
				}
			}
			if errs := e.Validate(); len(errs) > 0 {
				t.Errorf("not valid: %v", errs)
			}
		})
	}
	if journey.Digest(m) != digest {
		t.Error("the map itself was changed")
	}
}
