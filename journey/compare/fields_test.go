package compare_test

import (
	"slices"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/compare"
)

func TestFieldsThatDiffer(t *testing.T) {
	card := journey.Touchpoint{ID: "t", Order: "a", Title: "Books", Owner: "Web"}
	with := func(change func(*journey.Touchpoint)) journey.Touchpoint {
		other := card
		change(&other)
		return other
	}
	for name, c := range map[string]struct {
		after journey.Row
		want  []string
	}{
		"nothing":      {card, nil},
		"its place":    {with(func(t *journey.Touchpoint) { t.Order = "b" }), nil},
		"one field":    {with(func(t *journey.Touchpoint) { t.Owner = "App" }), []string{"owner"}},
		"two fields":   {with(func(t *journey.Touchpoint) { t.Title, t.Channel = "Buys", "c" }), []string{"title", "channel"}},
		"an emotion":   {with(func(t *journey.Touchpoint) { t.Actual.Known, t.Actual.Word = true, "cross" }), []string{"actual"}},
		"its word":     {with(func(t *journey.Touchpoint) { t.Actual.Word = "cross" }), []string{"actual word"}},
		"its quote":    {with(func(t *journey.Touchpoint) { t.Expected.Quote = "Well" }), []string{"expected quote"}},
		"another kind": {journey.Stage{ID: "t"}, nil},
		"no row":       {nil, nil},
	} {
		if got := compare.FieldsOf(card, c.after); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	was, is := journey.Opportunity{ID: "o", State: journey.OpportunityStates[0]}, journey.Opportunity{ID: "o", State: journey.OpportunityStates[1]}
	if got := compare.FieldsOf(was, is); !slices.Equal(got, []string{"state"}) {
		t.Errorf("the state of an opportunity: %v", got)
	}
}
