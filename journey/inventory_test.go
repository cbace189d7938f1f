package journey_test

import (
	"testing"

	"touchline.app/journey"
)

func TestInventoryCountsByChannelAndStage(t *testing.T) {
	m := journey.New("m", "")
	for i, id := range []journey.ID{"s1", "s2", "empty"} {
		m.Put(journey.Stage{ID: id, Order: string(rune('a' + i))})
	}
	for i, id := range []journey.ID{"web", "unused"} {
		m.Put(journey.Channel{ID: id, Order: string(rune('a' + i))})
	}
	put := func(id, stage, channel journey.ID, expected, actual float64) {
		m.Put(journey.Touchpoint{ID: id, Stage: stage, Channel: channel, Order: string(id), Expected: journey.Feel(expected), Actual: journey.Feel(actual)})
	}
	put("a", "s1", "web", 1, 0)
	put("b", "s1", "web", 1, 0.5)
	put("c", "s2", "gone", 0, 1)
	put("d", "s2", "", 0, 2)
	put("lost", "no stage", "web", 0, 0)
	m.Put(journey.Touchpoint{ID: "e", Stage: "s1", Channel: "web", Order: "z"})
	v := journey.TakeInventory(m)
	if len(v.Stages) != 3 || len(v.Channels) != 3 || v.Channels[2].ID != "" {
		t.Fatalf("%d stages and the channels %v", len(v.Stages), v.Channels)
	}
	for name, c := range map[string]struct {
		got  journey.Stock
		n    int
		gap  float64
		gaps int
	}{
		"cell":           {v.Cells[0][0], 3, -0.75, 2},
		"no channel":     {v.Cells[2][1], 2, 1.5, 2},
		"empty stage":    {v.Stage(2), 0, 0, 0},
		"unused channel": {v.Channel(1), 0, 0, 0},
		"channel":        {v.Channel(0), 3, -0.75, 2},
		"stage":          {v.Stage(1), 2, 1.5, 2},
		"all":            {v.All(), 5, 0.375, 4},
	} {
		if len(c.got.Touchpoints) != c.n || c.got.Gap != c.gap || c.got.Gaps != c.gaps {
			t.Errorf("%s: %+v", name, c.got)
		}
	}
	if v := journey.TakeInventory(journey.New("m", "")); len(v.Cells) != 0 {
		t.Errorf("an empty map has %+v", v)
	}
}
