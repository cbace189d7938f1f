package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"touchline.app/export/grid"
	"touchline.app/export/measure"
	"touchline.app/export/survey"
	"touchline.app/journey"
	"touchline.app/storage"
)

// measureFlags are what a person says of a table of figures.
type measureFlags struct {
	tableFlags
	kind, days, end string
	columns, places []string // role=column, name=touchpoint
	dry             bool
}

func (p *program) measureCommand() *cobra.Command {
	f := &measureFlags{}
	c := &cobra.Command{
		Use: "measure MAP.journey TABLE", Short: "Take customers, metrics or events into a map (CSV or .xlsx)",
		Long: "Measure reads a table of what was measured along the journey and writes its figures into the map. A table tells of\n\n" +
			"  events     a customer, a touchpoint, a time: the drop-off, the path most of those took who finished, and how the\n" +
			"             others went (skipped, repeated, out of order, off the map)\n" +
			"  customers  a touchpoint or stage, and how many came there\n" +
			"  metrics    a touchpoint or stage, the name of a metric, its target, actual value and unit\n\n" +
			"Columns are known by their names, touchpoints by likeness. Of customers only counts go into the map.",
		Example: "  touchline measure flight.journey events.csv --end \"Boards by phone\"\n  touchline measure flight.journey kpis.xlsx --column actual=\"Q3 2026\"",
		Args:    exactly(2, 2),
		RunE:    f.over(func(ctx context.Context, mapPath, path string) error { return p.measure(ctx, mapPath, path, f) }),
	}
	f.declare(c)
	c.Flags().StringVar(&f.kind, "kind", "", "what the table tells of: events, customers or metrics")
	c.Flags().StringArrayVar(&f.columns, "column", nil, "`role=column`: customer, touchpoint, stage, time, metric, unit, target, actual, count or better; none: no column")
	c.Flags().StringArrayVar(&f.places, "map", nil, "`name=touchpoint`: what a name in the table means on the map; none: nothing")
	c.Flags().StringVar(&f.end, "end", "", "the touchpoint at which the journey is finished; else the last one anybody came to")
	c.Flags().StringVar(&f.days, "dates", "", "dmy or mdy: how dates like 03/04/2026 are meant")
	c.Flags().BoolVar(&f.dry, "dry-run", false, "say what would be done, and change nothing")
	return c
}

// measure carries the command out.
func (p *program) measure(ctx context.Context, mapPath, path string, f *measureFlags) (err error) {
	file, m, err := storage.Open(mapPath)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	said, err := f.said(m)
	if err != nil {
		return err
	}
	src := grid.File(path)
	preview, err := grid.Sniff(ctx, src, f.wish)
	if err != nil {
		return readable(err)
	}
	t, err := measure.Look(ctx, src, preview.Layout, m, said)
	if errors.Is(err, measure.ErrDays) {
		return fmt.Errorf("%w with --dates dmy or --dates mdy", err)
	}
	if err != nil {
		return readable(err)
	}
	tell, told := p.advance(path)
	command, err := t.Change(ctx, m, journey.NewIDs(p.random).Next, tell)
	told()
	p.reportTable(m, path, t)
	if err != nil {
		return readable(err)
	}
	if f.dry {
		_, err := fmt.Fprintln(p.out, "Nothing was changed.")
		return err
	}
	if err := commit(ctx, file, m, command); err != nil {
		return err
	}
	return p.reportPath(m, t)
}

// said turns the flags into what a person says of the table.
func (f *measureFlags) said(m *journey.Map) (measure.Said, error) {
	s := measure.Said{Kind: measure.Kind(f.kind), Days: measure.Days(f.days), Columns: map[measure.Role]string{}, Places: map[string]journey.ID{}}
	if f.days != "" && s.Days != measure.DayFirst && s.Days != measure.MonthFirst {
		return s, usagef("--dates is %.20q, not dmy or mdy", f.days)
	}
	for _, text := range f.columns {
		role, column, ok := strings.Cut(text, "=")
		if !ok || !isRole(role) {
			return s, usagef("--column is %.60q, not of the form role=column; a role is one of %s", text, roles())
		}
		if column == nothing {
			column = ""
		}
		s.Columns[measure.Role(role)] = column
	}
	for _, text := range f.places {
		name, title, ok := cutLast(text)
		if !ok {
			return s, usagef("--map is %.60q, not of the form name=touchpoint", text)
		}
		id, there := placed(m, title)
		if !there && title != nothing {
			return s, usagef("--map: the map has no touchpoint or stage %.60q", title)
		}
		s.Places[name] = id
	}
	if f.end != "" {
		t, ok := survey.Titled(m, f.end)
		if !ok {
			return s, usagef("--end: the map has no touchpoint %.60q", f.end)
		}
		s.End = t.ID
	}
	return s, nil
}

func isRole(name string) bool {
	for _, r := range measure.Roles {
		if string(r) == name {
			return true
		}
	}
	return false
}

func roles() string {
	var out []string
	for _, r := range measure.Roles {
		out = append(out, string(r))
	}
	return strings.Join(out, ", ")
}

// placed returns the touchpoint or stage of a name.
func placed(m *journey.Map, name string) (journey.ID, bool) {
	if t, ok := survey.Titled(m, name); ok {
		return t.ID, true
	}
	for _, s := range m.StagesInOrder() {
		if strings.EqualFold(s.Name, name) {
			return s.ID, true
		}
	}
	return "", false
}

// reportTable says what was found out about a table.
func (p *program) reportTable(m *journey.Map, path string, t *measure.Table) {
	fmt.Fprintf(p.out, "%s: %s, %s\n%d rows\nSHA-256 %s\n\n", path, t.Kind, t.Layout, t.Rows, t.Digest)
	for _, f := range t.Faults {
		p.warn(path + ": " + f.String())
	}
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "in the table\trows\ton the map")
	for _, n := range t.Names[:min(len(t.Names), 60)] {
		place := "-"
		if r, ok := m.Find(n.Place); ok && n.Place != "" {
			place = middle(r.Label())
		}
		if n.Likeness > 0 && n.Likeness < 1 {
			place += fmt.Sprintf(" (likeness %.2f)", n.Likeness)
		}
		fmt.Fprintf(w, "%s\t%d\t%s\n", middle(n.Text), n.Rows, place)
	}
	_ = w.Flush() // to a screen
	fmt.Fprintln(p.out)
}

// reportPath says how customers went, once events are in the map.
func (p *program) reportPath(m *journey.Map, t *measure.Table) error {
	if t.Kind != measure.Events {
		return nil
	}
	e := m.Head.Events
	fmt.Fprintf(p.out, "%d customers, %d finished, %d met something the map does not show\n\n", e.Customers, e.Finished, e.AdHoc)
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "touchpoint\tcustomers\tskipped\trepeated\tout of order\toptimal path")
	for _, tp := range m.Journey() {
		k := tp.Passage
		optimal := ""
		if k.Optimal {
			optimal = "yes"
		}
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%s\n", middle(tp.Title), k.Customers, k.Skipped, k.Repeated, k.OutOfOrder, optimal)
	}
	return w.Flush()
}
