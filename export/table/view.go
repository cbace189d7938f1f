package table

import (
	"math"
	"strconv"

	"touchline.app/journey"
)

// Inventory is the matrix of channels and stages: a row for each channel, with
// how many touchpoints it has in each stage and, where both emotions are known,
// their mean gap. The last row and columns are those of all.
func Inventory(m *journey.Map) (header []string, rows [][]string) {
	v := journey.TakeInventory(m)
	header = []string{"channel", "medium", "ownership"}
	for _, s := range v.Stages {
		header = append(header, s.Name, s.Name+": gap")
	}
	header = append(header, "all", "all: gap")
	row := func(cells []string, of func(int) journey.Stock, all journey.Stock) {
		for i := range v.Stages {
			cells = append(cells, stock(of(i))...)
		}
		rows = append(rows, append(cells, stock(all)...))
	}
	for i, c := range v.Channels {
		row([]string{c.Name, string(c.Medium), string(c.Ownership)}, func(k int) journey.Stock { return v.Cells[i][k] }, v.Channel(i))
	}
	row([]string{"all", "", ""}, v.Stage, v.All())
	return header, rows
}

// stock is how many touchpoints there are, and their mean gap.
func stock(s journey.Stock) []string {
	gap := ""
	if s.Gaps > 0 {
		gap = strconv.FormatFloat(math.Round(s.Gap*10)/10+0, 'f', 1, 64)
	}
	return []string{strconv.Itoa(len(s.Touchpoints)), gap}
}

// Actions lists the opportunities, those of each state together and of the
// greatest impact first.
func Actions(m *journey.Map) (header []string, rows [][]string) {
	header = []string{"opportunity", "state", "impact", "effort", "owner", "due", "stage", "touchpoint"}
	for _, o := range journey.Plan(m) {
		s, _ := m.Stages.Get(o.Stage)
		t, _ := m.Touchpoints.Get(o.Touchpoint)
		state := journey.OpportunityStates[o.State.Rank()]
		rows = append(rows, []string{o.Text, string(state), rated(o.Impact), rated(o.Effort), o.Owner, o.Due, s.Name, t.Title})
	}
	return header, rows
}

func rated(n int) string {
	if n < 1 {
		return ""
	}
	return strconv.Itoa(n)
}
