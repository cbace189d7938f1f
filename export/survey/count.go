package survey

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"touchline.app/export/grid"
	"touchline.app/journey/phrase"
)

// Condition lets through the responses that have a value in a column.
type Condition struct {
	Column string `json:"column"`
	Value  string `json:"value"`
}

func (c Condition) String() string { return c.Column + " = " + c.Value }

// Long names the two columns of a table with a row for each answer.
type Long struct {
	Question string `json:"question"` // the column that names the question
	Answer   string `json:"answer"`   // the column that holds the answer
}

// Options say how responses are counted.
type Options struct {
	Long     *Long       // nil: a column for each question
	Filter   []Condition // all have to hold
	Progress func(done, total int64)
}

// Responses are the answers of a table, counted.
type Responses struct {
	Name      string // of the file
	Digest    string // SHA-256 of the file, in hexadecimal
	Bytes     int64
	Layout    grid.Layout
	Columns   []grid.Column
	Long      *Long
	Filter    []Condition
	Rows      int // responses, or answers where the table is long
	Kept      int // of those, the ones the filter lets through
	Questions []Question
	Faults    []grid.Fault
	columns   []*tally // of all columns, where the table is long
}

// Values returns what stands in a column, the most frequent first: what a filter
// can ask for. Of the customers' own words there are too many to be of use; the
// rest of them is left out.
func (r *Responses) Values(column string) []Answer {
	for i, c := range r.Columns {
		switch {
		case c.Name != column:
		case r.Long != nil:
			return r.columns[i].answers()
		default:
			return r.Questions[i].Answers()
		}
	}
	return nil
}

// Question is a column of answers, or a question of a long table.
type Question struct {
	Name   string // unique among the questions
	Label  string // its words, where the header has them; may be empty
	tally  *tally
	column string // whose header may tell of the scale
}

// Answers returns the different answers to the question, the most frequent
// first. Where there are more than a scale can have, the rest is left out.
func (q Question) Answers() []Answer { return q.tally.answers() }

// Blank returns how many responses say nothing to the question.
func (q Question) Blank() int { return q.tally.blank.all }

// Question returns the question of the given name.
func (r *Responses) Question(name string) (Question, bool) {
	for _, q := range r.Questions {
		if q.Name == name {
			return q, true
		}
	}
	return Question{}, false
}

// mostQuestions is how many questions a long table may have.
const mostQuestions = 5000

// Count reads a table and counts its answers. The memory it takes depends on the
// number of questions and of different answers, not on the number of responses.
// Cancelling the context ends it with the context's error.
func Count(ctx context.Context, src grid.Source, l grid.Layout, o Options) (*Responses, error) {
	c := &counter{out: &Responses{Name: src.Name(), Layout: l, Long: o.Long, Filter: o.Filter}, byName: map[string]int{}}
	s, err := grid.Read(ctx, src, l, grid.Visitor{Columns: c.columns, Row: c.row, Progress: o.Progress})
	if err != nil {
		return nil, err
	}
	c.out.Rows, c.out.Digest, c.out.Bytes, c.out.Faults = s.Rows, s.Digest, s.Bytes, s.Faults
	return c.out, nil
}

type counter struct {
	out       *Responses
	filter    []want
	long      bool
	key, data int // columns of a long table
	byName    map[string]int
}

type want struct {
	column int
	value  []byte
}

func (c *counter) columns(cs []grid.Column) error {
	c.out.Columns = cs
	for _, f := range c.out.Filter {
		i, err := place(cs, f.Column)
		if err != nil {
			return err
		}
		c.filter = append(c.filter, want{i, []byte(strings.TrimSpace(f.Value))})
	}
	if c.out.Long != nil {
		c.long = true
		for range cs {
			c.out.columns = append(c.out.columns, newTally(len(cs)))
		}
		var err error
		if c.key, err = place(cs, c.out.Long.Question); err != nil {
			return err
		}
		c.data, err = place(cs, c.out.Long.Answer)
		return err
	}
	for _, col := range cs {
		c.out.Questions = append(c.out.Questions, Question{Name: col.Name, Label: col.Label, tally: newTally(len(cs)), column: col.Name})
	}
	return nil
}

// place finds a column by its name, by case and space not told apart where that
// is enough.
func place(cs []grid.Column, name string) (int, error) {
	for i, c := range cs {
		if c.Name == name {
			return i, nil
		}
	}
	for i, c := range cs {
		if strings.EqualFold(c.Name, strings.TrimSpace(name)) {
			return i, nil
		}
	}
	var names []string
	for _, c := range cs[:min(len(cs), 40)] {
		names = append(names, c.Name)
	}
	return 0, fmt.Errorf("there is no column %.60q; there are %s", name, strings.Join(names, ", "))
}

func (c *counter) row(line int, cells [][]byte) error {
	kept := true
	for _, f := range c.filter {
		if !bytes.Equal(bytes.TrimSpace(cells[f.column]), f.value) {
			kept = false
			break
		}
	}
	if kept {
		c.out.Kept++
	}
	if c.long {
		for i := range cells {
			c.out.columns[i].add(cells[i], kept)
		}
		return c.answer(line, cells[c.key], cells[c.data], kept)
	}
	for i := range cells {
		c.out.Questions[i].tally.add(cells[i], kept)
	}
	return nil
}

// answer counts a row of a long table.
func (c *counter) answer(line int, key, cell []byte, kept bool) error {
	i, ok := c.byName[string(key)]
	if !ok {
		if len(c.out.Questions) == mostQuestions {
			return &grid.Refusal{Line: line, Reason: phrase.Of("column %q has more than %d different questions; choose another one", c.out.Long.Question, mostQuestions)}
		}
		i = c.question(string(key))
		c.byName[string(key)] = i
	}
	c.out.Questions[i].tally.add(cell, kept)
	return nil
}

// question returns the place of a question of a long table, which may be there
// under another spelling.
func (c *counter) question(key string) int {
	name := grid.Clean(key, 300)
	if name == "" {
		name = "(no question)"
	}
	for i, q := range c.out.Questions {
		if q.Name == name {
			return i
		}
	}
	c.out.Questions = append(c.out.Questions, Question{Name: name, tally: newTally(100), column: c.out.Long.Answer})
	return len(c.out.Questions) - 1
}
