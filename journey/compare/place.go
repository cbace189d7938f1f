package compare

import (
	"reflect"
	"slices"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// placing knows where the rows of a map stand.
type placing struct {
	m    *journey.Map
	rank map[ref]int           // among the rows of its kind
	rows map[string][]ref      // the rows of each sequence, in order
	in   map[ref]string        // the sequence of a row
	row  map[ref]journey.Row   // by name
	at   map[journey.ID]string // labels of stages, lanes, channels, touchpoints and personas
}

func places(m *journey.Map) *placing {
	p := &placing{
		m: m, rank: map[ref]int{}, rows: map[string][]ref{}, in: map[ref]string{},
		row: map[ref]journey.Row{}, at: map[journey.ID]string{},
	}
	counts := map[journey.Kind]int{}
	add := func(r journey.Row) {
		k := refOf(r)
		p.row[k] = r
		counts[k.kind]++
		p.rank[k] = counts[k.kind]
		p.in[k] = sequence(r)
		p.rows[p.in[k]] = append(p.rows[p.in[k]], k)
		p.at[k.id] = label(r)
	}
	for r := range m.Rows() {
		if r.Kind() != journey.KindTouchpoint {
			add(r)
		}
	}
	for _, t := range m.Journey() {
		add(t)
	}
	return p
}

// sequence names what a row has a place in the order of.
func sequence(r journey.Row) string {
	v := reflect.ValueOf(r)
	s := string(r.Kind())
	for _, name := range []string{"Stage", "Lane"} {
		if f := v.FieldByName(name); f.IsValid() && (name == "Stage" || r.Kind() != journey.KindTouchpoint) {
			s += "\x00" + f.String()
		}
	}
	return s
}

// carried finds the rows that were moved within their sequence: the fewest whose
// move explains the new order, so that one that went from last to first does not
// make all others moved.
func (c *comparison) carried() {
	c.shifted = map[ref]bool{}
	for name, after := range c.b.rows {
		was := map[ref]int{}
		for i, r := range c.a.rows[name] {
			was[r] = i
		}
		var rows []ref
		var order []int
		for _, r := range after {
			if i, ok := was[r]; ok {
				rows, order = append(rows, r), append(order, i)
			}
		}
		stays := ascending(order)
		for i, r := range rows {
			if !stays[i] {
				c.shifted[r] = true
			}
		}
	}
}

// ascending marks the places of a longest ascending subsequence.
func ascending(order []int) []bool {
	var tails, at []int // the least last element of each length, and where it is
	before := make([]int, len(order))
	for i, v := range order {
		n, _ := slices.BinarySearch(tails, v)
		if n == len(tails) {
			tails, at = append(tails, v), append(at, i)
		} else {
			tails[n], at[n] = v, i
		}
		before[i] = -1
		if n > 0 {
			before[i] = at[n-1]
		}
	}
	out := make([]bool, len(order))
	if len(at) == 0 {
		return out
	}
	for i := at[len(at)-1]; i >= 0; i = before[i] {
		out[i] = true
	}
	return out
}

// neighbour says after what a row comes in its sequence.
func (p *placing) neighbour(r journey.Row) phrase.Phrase {
	rows := p.rows[p.in[refOf(r)]]
	i := slices.Index(rows, refOf(r))
	if i <= 0 {
		return phrase.Of("first")
	}
	return phrase.Of("after %s", quoted(label(p.row[rows[i-1]])))
}

// where says in which stage and lane a row is.
func (p *placing) where(r journey.Row) string {
	v := reflect.ValueOf(r)
	out := ""
	if f := v.FieldByName("Stage"); f.IsValid() && f.String() != "" {
		out += " in " + quoted(p.at[journey.ID(f.String())])
	}
	if f := v.FieldByName("Lane"); f.IsValid() && f.String() != "" {
		out += ", lane " + quoted(p.at[journey.ID(f.String())])
	}
	return out
}
