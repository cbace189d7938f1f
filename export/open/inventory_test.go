package open_test

import (
	"strings"
	"testing"

	"touchline.app/export/open"
)

// A table of touchpoints that was not made for Touchline is read too, by what it
// says; one of our own with a slip in it stays ours.
func TestTablesOfOthers(t *testing.T) {
	for _, c := range []struct{ name, data, first string }{
		{"a.csv", ",認知,購入\nタッチポイント,広告/店舗,レジ\n感情曲線,やや上（興味）,下（不満）\n", "広告"},
		{"a.md", "# Trip\n\n| Step | Phase | Touchpoint | Feeling |\n|--|--|--|--|\n| 1 | Orient | Sidebar | confident |\n", "Sidebar"},
		{"a.csv", "Phase;Berührungspunkt;Gefühl\nKauf;Kasse;frustriert\n", "Kasse"},
	} {
		m, _, err := open.Map(c.name, []byte(c.data))
		if err != nil || m.Journey()[0].Title != c.first || !m.Journey()[0].Actual.Known {
			t.Errorf("%s: %v", c.data, err)
		}
	}
	own := "stage,lane,touchpoint,details,channel,medium,ownership,owner,expected,actual\nBuy,Touchpoints,Checkout,,Web,digital,owned,Shop,1,delighted\n"
	m, warnings, err := open.Map("a.csv", []byte(own))
	if err != nil || len(warnings) == 0 || m.Journey()[0].Owner != "Shop" || m.Notes.Len() > 0 {
		t.Errorf("our own: %v, %v", warnings, err)
	}
	if _, _, err := open.Map("a.csv", []byte("name,price\nx,1\n")); err == nil || !strings.Contains(err.Error(), "touchpoint") {
		t.Errorf("no touchpoints: %v", err)
	}
}
