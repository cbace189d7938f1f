package edit_test

import (
	"fmt"
	"slices"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func TestMoveSeveralStages(t *testing.T) {
	for _, tc := range []struct {
		ids    []journey.ID
		before journey.ID
		want   string
	}{
		{[]journey.ID{"s2", "s0"}, "s4", "[s1 s3 s0 s2 s4]"},
		{[]journey.ID{"s3", "s1"}, "", "[s0 s2 s4 s1 s3]"},
		{[]journey.ID{"s1"}, "s1", "[s0 s1 s2 s3 s4]"},
		{[]journey.ID{"s1", "s2"}, "s2", "[s0 s1 s2 s3 s4]"},
		{[]journey.ID{"s4", "gone"}, "s0", "[s4 s0 s1 s2 s3]"},
		{[]journey.ID{"gone"}, "s0", "[s0 s1 s2 s3 s4]"},
	} {
		m := journey.New("m", "m")
		for i, k := range journey.Spread(5) {
			m.Put(journey.Stage{ID: journey.ID(fmt.Sprint("s", i)), Order: k})
		}
		p := do(t, m, edit.MoveStages{IDs: tc.ids, Before: tc.before})
		var got []journey.ID
		for _, s := range m.StagesInOrder() {
			got = append(got, s.ID)
		}
		if fmt.Sprint(got) != tc.want || len(p.Changes) > len(tc.ids) {
			t.Errorf("%v before %q: %v by %d changes, want %s", tc.ids, tc.before, got, len(p.Changes), tc.want)
		}
	}
}

func TestMoveLanesWhereKeysLeaveNoRoom(t *testing.T) {
	m := journey.New("m", "m")
	for _, id := range []journey.ID{"a", "b", "c", "d"} {
		m.Put(journey.Lane{ID: id, Order: "V000", Type: journey.LaneText})
	}
	do(t, m, edit.MoveLanes{IDs: []journey.ID{"c", "d"}, Before: "a"})
	var got []journey.ID
	for _, l := range m.LanesInOrder() {
		got = append(got, l.ID)
	}
	if !slices.Equal(got, []journey.ID{"c", "d", "a", "b"}) {
		t.Errorf("the lanes are %v", got)
	}
}

// TestWhatReachesOverColumnsKeepsDoingSo moves a pain point over two columns to
// other cells.
func TestWhatReachesOverColumnsKeepsDoingSo(t *testing.T) {
	m := abcd() // a to d in s0; s1 and s2 are empty
	m.Put(journey.Touchpoint{ID: "e", Order: "V", Stage: "s1", Lane: "cards"})
	m.Put(journey.Touchpoint{ID: "f", Order: "W", Stage: "s1", Lane: "cards"})
	for _, tc := range []struct {
		name              string
		reach             journey.Reach
		stage, touchpoint journey.ID
		want              journey.Reach
	}{
		{"one column on", journey.Reach{EndStage: "s0", EndTouchpoint: "b"}, "s0", "b", journey.Reach{EndStage: "s0", EndTouchpoint: "c"}},
		{"over the end of the stage", journey.Reach{EndStage: "s0", EndTouchpoint: "b"}, "s0", "d", journey.Reach{EndStage: "s1", EndTouchpoint: "e"}},
		{"over the end of the map", journey.Reach{EndStage: "s0", EndTouchpoint: "c"}, "s2", "", journey.Reach{EndStage: "s2"}},
		{"a whole stage", journey.Reach{EndStage: "s0"}, "s0", "b", journey.Reach{EndStage: "s1", EndTouchpoint: "e"}},
		{"to where it is", journey.Reach{EndStage: "s0", EndTouchpoint: "c"}, "s0", "a", journey.Reach{EndStage: "s0", EndTouchpoint: "c"}},
		{"none", journey.Reach{}, "s1", "f", journey.Reach{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m.Put(journey.PainPoint{ID: "p", Order: "V", Stage: "s0", Touchpoint: "a", Lane: "pains", Reach: tc.reach})
			do(t, m, edit.MoveToCell{Rows: []edit.Ref{{Kind: journey.KindPainPoint, ID: "p"}}, Stage: tc.stage, Touchpoint: tc.touchpoint})
			if p, _ := m.PainPoints.Get("p"); p.Reach != tc.want || p.Touchpoint != tc.touchpoint {
				t.Errorf("it goes from %q to %+v, want %+v", p.Touchpoint, p.Reach, tc.want)
			}
		})
	}
}

func TestSpanRefusesWhatIsNotThere(t *testing.T) {
	m := abcd()
	m.Put(journey.Metric{ID: "speed", Stage: "s0", Lane: "figures"})
	m.Put(journey.PainPoint{ID: "p", Stage: "s0", Lane: "pains"})
	pain := edit.Ref{Kind: journey.KindPainPoint, ID: "p"}
	for name, c := range map[string]edit.Span{
		"row":        {Row: edit.Ref{Kind: journey.KindNote, ID: "p"}, Stage: "s0"},
		"stage":      {Row: pain, Stage: "gone"},
		"touchpoint": {Row: pain, Stage: "s1", Touchpoint: "a"},
		"end":        {Row: pain, Stage: "s0", Reach: journey.Reach{EndStage: "gone"}},
		"last":       {Row: pain, Stage: "s0", Reach: journey.Reach{EndTouchpoint: "gone"}},
		"metric":     {Row: edit.Ref{Kind: journey.KindMetric, ID: "speed"}, Stage: "s0", Reach: journey.Reach{EndStage: "s1"}},
	} {
		if _, err := c.Plan(m); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestFiguresAreTypedAsTexts(t *testing.T) {
	m := journey.New("m", "m")
	m.Put(journey.Metric{ID: "k", Unit: "%", Actual: journey.Known(71)})
	m.Put(journey.PainPoint{ID: "p", Severity: 2})
	metric, pain := edit.Ref{Kind: journey.KindMetric, ID: "k"}, edit.Ref{Kind: journey.KindPainPoint, ID: "p"}
	for _, tc := range []struct {
		row               edit.Ref
		field, text, want string
	}{
		{metric, "Actual", "80", "80%"},
		{metric, "Actual", "12,5 min", "12.5 min"},
		{metric, "Actual", "x", "12.5 min"},
		{metric, "Target", "1,250.5", "1250.5 min"},
		{metric, "Target", "−3", "-3 min"},
		{metric, "Target", "2 e", "2 e"},
		{metric, "Target", "1e300 s", "1e+300 s"},
		{metric, "Target", "", ""},
		{pain, "Severity", "4", "4"},
		{pain, "Severity", "9", "5"},
		{pain, "Severity", "bad", "5"},
		{pain, "Severity", "", ""},
	} {
		do(t, m, edit.SetText{Row: tc.row, Field: tc.field, Text: tc.text})
		r, _ := m.Row(tc.row.Kind, tc.row.ID)
		if got, ok := edit.Text(r, tc.field); got != tc.want || !ok {
			t.Errorf("%s %q gives %q, want %q", tc.field, tc.text, got, tc.want)
		}
	}
}
