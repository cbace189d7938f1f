package table_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"touchline.app/export/table"
)

// The columns of journey tables people wrote, and what is read of them.
func TestHeadersPeopleWrote(t *testing.T) {
	tests := []struct{ header, want string }{
		{"Stage|Touchpoint|User Action|Emotion|Key Pain Point|Top Opportunity", "stage|touchpoint|details|actual|pain points|opportunities"},
		{"Stage|User Actions|Touchpoints|Emotions|Improvement Opportunities", "stage|touchpoint|details|actual|opportunities"},
		{"Step|Phase|User action|System feedback|Touchpoint|Thinking|Pain point", "stage||details||touchpoint||pain points"},
		{"**Stage**|Customer action|API", "stage|touchpoint|"},
		{"name|title|Description", "touchpoint||details"},
		{"TOUCHPOINT|moment_that-matters:|customer  status", "touchpoint|moment that matters|customer status"},
		{"title", "touchpoint"},
		{"stage|channel", ""},
		{"title|weather", ""},
		{"", ""},
	}
	for _, tt := range tests {
		header := strings.Split(tt.header, "|")
		if table.Known(header) != (tt.want != "") {
			t.Errorf("%s: known %v", tt.header, table.Known(header))
			continue
		}
		if tt.want == "" {
			continue
		}
		cells := make([]string, len(header))
		for i := range cells {
			cells[i] = "1"
		}
		m, _, err := table.Read("", "", nil, header, []table.Row{{Line: 2, Cells: cells}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i, s := range table.Rows(m)[0] {
			if name := table.Header()[i]; s != "" && name != "lane" {
				got = append(got, name)
			}
		}
		want := slices.DeleteFunc(strings.Split(tt.want, "|"), func(s string) bool {
			return s == "" || s == "moment that matters" || s == "customer status"
		})
		if got = slices.DeleteFunc(got, func(s string) bool { return s == "moment that matters" }); !same(got, want) {
			t.Errorf("%s: %q, not %q", tt.header, got, want)
		}
	}
}

func same(a, b []string) bool {
	slices.Sort(a)
	slices.Sort(b)
	return reflect.DeepEqual(a, b)
}

func TestTooManyRows(t *testing.T) {
	if _, _, err := table.Read("", "", nil, []string{"title"}, make([]table.Row, table.MaxRows+1)); err == nil {
		t.Error("taken")
	}
}
