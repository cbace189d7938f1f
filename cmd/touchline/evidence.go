package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"touchline.app/export"
	"touchline.app/export/grid"
	"touchline.app/export/survey"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// evidenceFlags are what a person corrects of what was found out.
type evidenceFlags struct {
	tableFlags
	long           survey.Long
	maps           []string // question=touchpoint
	scales, codes  []string // question=value, or a value for all
	filter         []string // column=value
	mapping, saved string
	source, date   string
	wide, dry      bool
}

func (p *program) evidenceCommand() *cobra.Command {
	f := &evidenceFlags{}
	c := &cobra.Command{
		Use: "evidence MAP.journey RESPONSES", Short: "Draw the actual emotions of a map from the responses of a survey (CSV or .xlsx)",
		Long: "Evidence counts the answers in a table of responses, finds out the scale of each question and the touchpoint it is\n" +
			"about, and gives the touchpoints the emotions the answers stand for:\n\n" +
			"  valence = -2 + 4 · (mean - lowest answer) / (highest - lowest)\n\n" +
			"Blank answers, and those that mean \"not applicable\", are left out. A question whose scale is in doubt is left out too,\n" +
			"until --scale or --na settles it. Only figures go into the map, never an answer.",
		Args: exactly(2, 2),
		RunE: f.over(func(ctx context.Context, mapPath, path string) error { return p.evidence(ctx, mapPath, path, f) }),
	}
	f.declare(c)
	return c
}

func (f *evidenceFlags) declare(c *cobra.Command) {
	f.tableFlags.declare(c)
	c.Flags().StringVar(&f.long.Question, "question", "", "the column with the questions, where each answer has a row of its own")
	c.Flags().StringVar(&f.long.Answer, "answer", "", "the column with the answers to them")
	c.Flags().BoolVar(&f.wide, "wide", false, "there is a column for each question, whatever the columns are called")
	c.Flags().StringArrayVar(&f.maps, "map", nil, "`question=touchpoint`: what a question is about; none: nothing")
	c.Flags().StringArrayVar(&f.scales, "scale", nil, "`question=1..5`, or 1..5 for all; 5..1 where the lowest answer is the best")
	c.Flags().StringArrayVar(&f.codes, "na", nil, "`question=0,99`, or 0,99 for all: answers that mean not applicable; none: no answer does")
	c.Flags().StringArrayVar(&f.filter, "filter", nil, "`column=value`: count these responses only")
	c.Flags().StringVar(&f.mapping, "mapping", "", "use the mapping that was saved in `FILE`")
	c.Flags().StringVar(&f.saved, "save-mapping", "", "save the mapping in `FILE`, for the next responses")
	c.Flags().StringVar(&f.source, "source", "", "the survey in words; else the name of the file")
	c.Flags().StringVar(&f.date, "date", "", "the day of the answers: 2026-03-31")
	c.Flags().BoolVar(&f.dry, "dry-run", false, "say what would be done, and change nothing")
}

// evidence carries the command out.
func (p *program) evidence(ctx context.Context, mapPath, path string, f *evidenceFlags) (err error) {
	day, err := f.day()
	if err != nil {
		return err
	}
	file, m, err := storage.Open(mapPath)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	k, err := f.mappingSaved()
	if err != nil {
		return err
	}
	tell, told := p.advance(path)
	r, err := count(ctx, grid.File(path), k, f, tell)
	told()
	if err != nil {
		return err
	}
	proposals, k, err := f.settle(m, r, k)
	if err != nil {
		return err
	}
	command, applied, err := survey.Evidence(m, r, k, day, journey.NewIDs(p.random).Next)
	p.report(m, r, proposals, applied)
	if err != nil {
		return err
	}
	if f.saved != "" {
		if err := export.WriteFile(f.saved, k.Save); err != nil {
			return err
		}
	}
	if f.dry {
		_, err := fmt.Fprintln(p.out, "\nNothing was changed.")
		return err
	}
	return commit(ctx, file, m, command)
}

// commit carries a command out on the map and in its file.
func commit(ctx context.Context, file *storage.File, m *journey.Map, command edit.Command) error {
	patch, err := command.Plan(m)
	if err != nil {
		return err
	}
	if err := file.Commit(ctx, patch); err != nil {
		return err
	}
	patch.Apply(m)
	return nil
}

func (f *evidenceFlags) day() (time.Time, error) {
	if f.date == "" {
		return time.Time{}, nil
	}
	day, err := time.Parse(time.DateOnly, f.date)
	if err != nil {
		return day, usagef("--date is %.40q, not a day like 2026-03-31", f.date)
	}
	return day, nil
}

// mappingSaved returns the mapping to begin with: one that was saved, or an
// empty one.
func (f *evidenceFlags) mappingSaved() (survey.Mapping, error) {
	if f.mapping == "" {
		return survey.Mapping{}, nil
	}
	in, err := os.Open(f.mapping)
	if err != nil {
		return survey.Mapping{}, fmt.Errorf("open %s: %w", f.mapping, plain(err))
	}
	defer in.Close()
	return survey.Load(in)
}

// count reads the table as the mapping and the flags say.
func count(ctx context.Context, src grid.Source, k survey.Mapping, f *evidenceFlags, tell func(done, total int64)) (*survey.Responses, error) {
	o := survey.Options{Long: k.Long, Filter: k.Filter, Progress: tell}
	switch {
	case f.long.Question != "" && f.long.Answer != "":
		o.Long = &f.long
	case f.long.Question != "" || f.long.Answer != "":
		return nil, usagef("--question and --answer go together")
	}
	for _, s := range f.filter {
		column, value, ok := cutLast(s)
		if !ok {
			return nil, usagef("--filter is %.60q, not of the form column=value", s)
		}
		o.Filter = append(o.Filter, survey.Condition{Column: column, Value: value})
	}
	preview, err := grid.Sniff(ctx, src, f.table(k.Table))
	if err != nil {
		return nil, readable(err)
	}
	if o.Long == nil && !f.wide && f.mapping == "" {
		o.Long = survey.ProposeLong(preview)
	}
	r, err := survey.Count(ctx, src, preview.Layout, o)
	return r, readable(err)
}

// readable finds words for what the operating system reports about a file.
func readable(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, context.Canceled) {
		return errors.New("stopped before the end of the responses; the map is as it was")
	}
	if p := plain(err); !errors.Is(p, err) {
		return fmt.Errorf("read the responses: %w", p)
	}
	return err
}

// table is the layout asked for: by flag, else by the mapping.
func (f *evidenceFlags) table(saved grid.Wish) grid.Wish {
	w := f.wish
	if w.Encoding == "" {
		w.Encoding = saved.Encoding
	}
	if w.Delimiter == "" {
		w.Delimiter = saved.Delimiter
	}
	if w.Sheet == "" {
		w.Sheet = saved.Sheet
	}
	if w.Skip == nil {
		w.Skip = saved.Skip
	}
	if w.Header == nil {
		w.Header = saved.Header
	}
	return w
}

// settle makes the mapping of what was proposed, saved and asked for; a flag wins
// over the mapping, the mapping over the proposal.
func (f *evidenceFlags) settle(m *journey.Map, r *survey.Responses, k survey.Mapping) ([]survey.Proposal, survey.Mapping, error) {
	proposals := survey.Propose(m, r)
	out := survey.Mapping{Source: k.Source, Table: f.table(k.Table), Long: r.Long, Filter: r.Filter}
	if f.source != "" {
		out.Source = f.source
	}
	s := &settling{m: m, flags: f, saved: k}
	if err := s.parse(r); err != nil {
		return nil, out, err
	}
	for i := range proposals {
		item, ok, err := s.item(&proposals[i])
		if err != nil {
			return nil, out, err
		}
		if ok {
			out.Items = append(out.Items, item)
		}
	}
	return proposals, out, nil
}
