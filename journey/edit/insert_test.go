package edit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func TestInsertTouchpoints(t *testing.T) {
	for _, tc := range []struct {
		name    string
		indexes []int
		want    string
	}{
		{"none", nil, "a b c"},
		{"at the begin", []int{0, -3}, "0 1 a b c"},
		{"at the end", []int{3, 99}, "a b c 0 1"},
		{"in places of their own", []int{1, 2, 1, 3}, "a 0 2 b 1 c 3"},
		{"one each", []int{0, 1, 2, 3}, "0 a 1 b 2 c 3"},
		{"more than there is room for", slices.Repeat([]int{1}, 300), "a " + numbers(300) + " b c"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m := journey.New("m", "M")
			m.Put(journey.Stage{ID: "s", Order: "V000"})
			m.Put(journey.Lane{ID: "l", Order: "V000", Type: journey.LaneTouchpoints})
			for i, id := range []journey.ID{"a", "b", "c"} {
				m.Put(journey.Touchpoint{ID: id, Title: string(id), Stage: "s", Lane: "l", Order: fmt.Sprintf("V00%d", i)})
			}
			var c edit.InsertTouchpoints
			for i, at := range tc.indexes {
				row := journey.Touchpoint{ID: journey.ID(fmt.Sprint("n", i)), Title: fmt.Sprint(i), Stage: "s", Lane: "l"}
				c.Rows = append(c.Rows, edit.Insertion{Touchpoint: row, Index: at})
			}
			p, err := c.Plan(m)
			if err != nil {
				t.Fatal(err)
			}
			p.Apply(m)
			var got []string
			for _, x := range m.InStage("s") {
				got = append(got, x.Title)
				if len(x.Order) > journey.MaxOrderLength {
					t.Errorf("order key %q", x.Order)
				}
			}
			if strings.Join(got, " ") != tc.want {
				t.Errorf("they stand as %q, want %q", strings.Join(got, " "), tc.want)
			}
			if wrong := m.Validate(); len(wrong) > 0 {
				t.Error(wrong)
			}
		})
	}
}

func TestInsertTouchpointsRefuses(t *testing.T) {
	m := journey.New("m", "M")
	m.Put(journey.Stage{ID: "s", Order: "V000"})
	m.Put(journey.Lane{ID: "l", Order: "V000", Type: journey.LaneTouchpoints})
	m.Put(journey.Lane{ID: "g", Order: "W000", Type: journey.LaneGoals})
	m.Put(journey.Touchpoint{ID: "a", Stage: "s", Lane: "l", Order: "V000"})
	good := journey.Touchpoint{ID: "b", Stage: "s", Lane: "l"}
	for name, rows := range map[string][]journey.Touchpoint{
		"no id":     {{Stage: "s", Lane: "l"}},
		"taken":     {{ID: "a", Stage: "s", Lane: "l"}},
		"twice":     {good, good},
		"no stage":  {{ID: "b", Stage: "t", Lane: "l"}},
		"no lane":   {{ID: "b", Stage: "s", Lane: "m"}},
		"goal lane": {{ID: "b", Stage: "s", Lane: "g"}},
	} {
		var c edit.InsertTouchpoints
		for _, r := range rows {
			c.Rows = append(c.Rows, edit.Insertion{Touchpoint: r})
		}
		if _, err := c.Plan(m); err == nil {
			t.Errorf("%s: nobody says what is wrong", name)
		}
	}
}

func numbers(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprint(i)
	}
	return strings.Join(out, " ")
}
