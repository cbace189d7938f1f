package measure

import (
	"context"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"touchline.app/export/columns"
	"touchline.app/export/grid"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// Kind is what a table tells of.
type Kind string

// The kinds of table.
const (
	Events    Kind = "events"    // a customer was at a touchpoint at a time
	Customers Kind = "customers" // how many came to a touchpoint or stage
	Metrics   Kind = "metrics"   // a metric of a touchpoint or stage, with target and actual
)

// Kinds lists the kinds.
var Kinds = []Kind{Events, Customers, Metrics}

// Role is what a column of a table is.
type Role string

// The roles of columns.
const (
	CustomerRole   Role = "customer"
	TouchpointRole Role = "touchpoint"
	StageRole      Role = "stage"
	TimeRole       Role = "time"
	MetricRole     Role = "metric"
	UnitRole       Role = "unit"
	TargetRole     Role = "target"
	ActualRole     Role = "actual"
	CountRole      Role = "count"
	BetterRole     Role = "better" // whether a metric is better when higher or lower
)

// Roles lists the roles.
var Roles = []Role{CustomerRole, TouchpointRole, StageRole, TimeRole, MetricRole, UnitRole, TargetRole, ActualRole, CountRole, BetterRole}

//go:embed roles.txt
var roleList string

var roleNames = columns.Read(roleList)

// Said is what a person says where a table leaves it open; the zero value leaves
// all to be found out.
type Said struct {
	Kind    Kind
	Columns map[Role]string       // the name of the column; empty: there is none
	Places  map[string]journey.ID // name of a touchpoint or stage in the table -> its row; empty: none
	Days    Days                  // how dates like 03/04/2026 are meant
	End     journey.ID            // the touchpoint at which a journey is finished; empty: the last one met
}

// Table is a table and what was found out about it.
type Table struct {
	Kind   Kind
	Layout grid.Layout
	Names  []Name // of touchpoints and stages in the table, the most frequent first
	Rows   int
	Faults []grid.Fault
	Digest string // SHA-256 of the file, in hexadecimal

	src     grid.Source
	columns map[Role]int
	place   map[string]journey.ID // by folded name
	days    Days
	end     journey.ID
}

// Name is a name of a touchpoint or stage in a table.
type Name struct {
	Text     string
	Rows     int
	Place    journey.ID // a touchpoint or a stage; empty: not on the map
	Likeness float64    // 0..1; 1 where the names are the same or a person said so
}

// mostNames is how many different names of touchpoints a table may have.
const mostNames = 5000

// Look reads the table once and finds out what it tells of, and which touchpoint
// or stage each name means. The error says which column is missing.
func Look(ctx context.Context, src grid.Source, l grid.Layout, m *journey.Map, said Said) (*Table, error) {
	t := &Table{Layout: l, src: src, place: map[string]journey.ID{}, days: said.Days, end: said.End}
	names := map[string]int{}
	dates, figures := dateLook{days: said.Days}, true
	s, err := grid.Read(ctx, src, l, grid.Visitor{
		Columns: func(cs []grid.Column) error { return t.head(cs, said) },
		Row: func(line int, cells [][]byte) error {
			name := t.name(cells)
			if names[name]++; names[name] == 1 {
				t.Names = append(t.Names, Name{Text: name})
			}
			if len(t.Names) > mostNames {
				return phrase.Errorf("line %d: the column of touchpoints holds more than %d different names; say which column it is", line, mostNames)
			}
			dates.see(t.cell(cells, TimeRole))
			if _, ok := grid.Number(t.cell(cells, CustomerRole)); !ok {
				figures = false
			}
			return nil
		},
	})
	if err != nil {
		return nil, err
	}
	t.Rows, t.Faults, t.Digest = s.Rows, s.Faults, s.Digest
	for i := range t.Names {
		t.Names[i].Rows = names[t.Names[i].Text]
	}
	if said.Kind == "" && figures && len(names) == s.Rows {
		t.recount()
	}
	slices.SortStableFunc(t.Names, func(a, b Name) int { return b.Rows - a.Rows })
	t.pair(m, said.Places)
	if t.Kind == Events {
		if t.days, err = dates.settled(); err != nil {
			return nil, phrase.Errorf("read %s: %w", src.Name(), err)
		}
	}
	return t, nil
}

// head finds out what the columns are and what the table tells of.
func (t *Table) head(cs []grid.Column, said Said) error {
	t.columns = map[Role]int{}
	for i, c := range cs {
		r := Role(roleNames.Of(c.Name))
		if _, taken := t.columns[r]; r != "" && !taken {
			t.columns[r] = i
		}
	}
	for r, name := range said.Columns {
		delete(t.columns, r)
		if name == "" {
			continue
		}
		i := slices.IndexFunc(cs, func(c grid.Column) bool { return c.Name == name })
		if i < 0 {
			return phrase.Errorf("the table has no column %.60q; it has %s", name, listed(cs))
		}
		for other, at := range t.columns {
			if _, by := said.Columns[other]; at == i && !by {
				delete(t.columns, other)
			}
		}
		t.columns[r] = i
	}
	t.Kind = said.Kind
	if t.Kind == "" {
		t.Kind = t.guess()
	}
	return t.complete(cs)
}

// recount takes "users" for a count where each touchpoint has one row with a
// number and no time: such a table is no list of events.
func (t *Table) recount() {
	if t.Kind == Events && !t.has(TimeRole) {
		t.Kind = Customers
		t.columns[CountRole] = t.columns[CustomerRole]
		delete(t.columns, CustomerRole)
	}
}

func listed(cs []grid.Column) string {
	var out []string
	for _, c := range cs[:min(len(cs), 12)] {
		out = append(out, fmt.Sprintf("%.40q", c.Name))
	}
	return strings.Join(out, ", ")
}

func (t *Table) has(r Role) bool { _, ok := t.columns[r]; return ok }

// guess tells the kinds apart by their columns.
func (t *Table) guess() Kind {
	switch {
	case t.has(MetricRole) && (t.has(TargetRole) || t.has(ActualRole)):
		return Metrics
	case t.has(CountRole) && !t.has(CustomerRole):
		return Customers
	default:
		return Events
	}
}

// Tells returns what a table with these columns tells of, and whether its columns
// are those of such a table.
func Tells(cs []grid.Column) (Kind, bool) {
	t := &Table{}
	err := t.head(cs, Said{})
	return t.Kind, err == nil
}

// Column returns which column has a role, -1 where there is none.
func (t *Table) Column(r Role) int {
	if i, ok := t.columns[r]; ok {
		return i
	}
	return -1
}

// complete looks whether the columns the kind needs are there.
func (t *Table) complete(cs []grid.Column) error {
	place := t.has(TouchpointRole) || t.has(StageRole)
	var missing phrase.Phrase
	switch {
	case !place:
		missing = phrase.Of("touchpoints or stages")
	case t.Kind == Events && !t.has(CustomerRole):
		missing = phrase.Of("customers")
	case t.Kind == Customers && !t.has(CountRole):
		missing = phrase.Of("counts of customers")
	case t.Kind == Metrics && !t.has(MetricRole):
		missing = phrase.Of("names of metrics")
	case t.Kind == Metrics && !t.has(TargetRole) && !t.has(ActualRole):
		missing = phrase.Of("targets or actual values")
	case !slices.Contains(Kinds, t.Kind):
		return fmt.Errorf("%.20q is no kind of table; it can be events, customers or metrics", t.Kind)
	}
	if !missing.Blank() {
		return phrase.Errorf("no column holds the %s; say which one it is. The table has %s", missing, listed(cs))
	}
	return nil
}

// cell returns what stands in the column of a role, empty where there is none.
func (t *Table) cell(cells [][]byte, r Role) string {
	i, ok := t.columns[r]
	if !ok || i >= len(cells) {
		return ""
	}
	return strings.TrimSpace(string(cells[i]))
}

// name is the touchpoint a row is about, or else its stage.
func (t *Table) name(cells [][]byte) string {
	for _, r := range []Role{TouchpointRole, StageRole} {
		if s := t.cell(cells, r); s != "" {
			return grid.Clean(s, 300)
		}
	}
	return ""
}
