package resources

import (
	"slices"
	"testing"
)

func TestSuggestionsFollowTheNameOfTheStage(t *testing.T) {
	cases := []struct{ stage, want string }{
		{"Awareness", "Sees an online ad"},
		{"CONSIDERATION", "Reads reviews"},
		{"Purchase", "Pays online"},
		{"After purchase", "Reads the manual"},
		{"Utilisation", "Unpacks the product"},
		{"Loyalty", "Tells a friend"},
		{"3. Booking the trip", "Gets the receipt"},
		{"In flight", "Seat screen"},
		{"Arrive & return", "Gives feedback"},
		{"Nutzung", "Reads the manual"},
		{"Compra", "Pays online"},
		{"Prise de conscience", "Sees an online ad"},
	}
	for _, c := range cases {
		if got := Suggestions(c.stage); !slices.Contains(got, c.want) {
			t.Errorf("stage %q suggests %v, without %q", c.stage, got, c.want)
		}
	}
	for _, stage := range []string{"", "Section 1", "Userland"} {
		if got := Suggestions(stage); got != nil {
			t.Errorf("stage %q suggests %v", stage, got)
		}
	}
}

func TestSuggestionsAreCopies(t *testing.T) {
	Suggestions("Loyalty")[0] = "spoilt"
	Verbs()[0] = "spoilt"
	if Suggestions("Loyalty")[0] == "spoilt" || Verbs()[0] == "spoilt" {
		t.Error("a caller changed the suggestions of the next")
	}
}

func TestVerbsHaveTheActionsOfACustomer(t *testing.T) {
	for _, verb := range []string{"visualises", "browses", "searches", "selects", "filters", "saves", "shares", "downloads", "buys", "recommends"} {
		if !slices.Contains(Verbs(), verb) {
			t.Errorf("no verb %q", verb)
		}
	}
}
