package grid

import (
	"fmt"

	"touchline.app/journey/phrase"
)

// Layout says how a table is written. Sniff finds it out; every field may be
// corrected after that.
type Layout struct {
	Encoding  string   // one of Encodings; empty for a workbook
	Delimiter string   // one of Delimiters; empty for a workbook
	Sheet     string   // of a workbook
	Skip      int      // rows above the header, blank ones counted
	Header    int      // rows of the header; 0: the columns have no names
	Sheets    []string // of a workbook, to choose from
}

// Delimiters lists what may stand between cells, the rarest within a cell first.
var Delimiters = []string{"\t", ";", "|", ","}

// Workbook reports whether the table is a sheet of an Excel workbook.
func (l Layout) Workbook() bool { return l.Sheet != "" }

// String says the layout in words.
func (l Layout) String() string {
	if l.Workbook() {
		return fmt.Sprintf("sheet %q, %s", l.Sheet, l.rows())
	}
	names := map[string]string{"\t": "tabs", ";": "semicolons", "|": "bars", ",": "commas"}
	between := names[l.Delimiter]
	if between == "" {
		between = fmt.Sprintf("%q", l.Delimiter)
	}
	return fmt.Sprintf("%s, %s between cells, %s", l.Encoding, between, l.rows())
}

func (l Layout) rows() string {
	out := "no header"
	switch {
	case l.Header == 1:
		out = "one header row"
	case l.Header > 1:
		out = fmt.Sprintf("%d header rows", l.Header)
	}
	if l.Skip > 0 {
		out += fmt.Sprintf(" below %d other rows", l.Skip)
	}
	return out
}

// check refuses a layout that cannot be read.
func (l Layout) check() error {
	if l.Skip < 0 || l.Header < 0 || l.Skip > maxSkip || l.Header > maxHeader {
		return fmt.Errorf("a table cannot have %d rows above a header of %d", l.Skip, l.Header)
	}
	if l.Workbook() {
		return nil
	}
	if len(l.Delimiter) != 1 || l.Delimiter[0] >= 0x80 || l.Delimiter == "\"" || l.Delimiter == "\n" || l.Delimiter == "\r" {
		return fmt.Errorf("%.10q cannot stand between cells; use a comma, semicolon, tab or bar", l.Delimiter)
	}
	return nil
}

// The most rows above a header, and of a header.
const (
	maxSkip   = 1000
	maxHeader = 10
)

// Fault is something in a table that had to be read in another way than it was
// written. The table is read all the same.
type Fault struct {
	Line   int // of the first of its kind, from 1
	Reason phrase.Phrase
	Count  int // how often
	kind   *phrase.Phrase
}

// Said names the line and the reason.
func (f Fault) Said() phrase.Phrase {
	if f.Count > 1 {
		return phrase.Of("line %d and %d more: %s", f.Line, f.Count-1, f.Reason)
	}
	return phrase.Of("line %d: %s", f.Line, f.Reason)
}

func (f Fault) String() string { return f.Said().String() }

// Refusal says why a table cannot be read, and where.
type Refusal struct {
	Line   int // from 1; 0: the table as a whole
	Reason phrase.Phrase
}

// refusal refuses a table as a whole.
func refusal(pattern string, facts ...any) *Refusal {
	return &Refusal{Reason: phrase.Of(pattern, facts...)}
}

func (r *Refusal) Error() string { return r.Said().String() }

// Said names the line, where there is one, and the reason.
func (r *Refusal) Said() phrase.Phrase {
	if r.Line == 0 {
		return r.Reason
	}
	return phrase.Of("line %d: %s", r.Line, r.Reason)
}

// faults collects them, one of each kind.
type faults []Fault

func (f *faults) add(line int, kind *phrase.Phrase) {
	for i := range *f {
		if (*f)[i].kind == kind {
			(*f)[i].Count++
			return
		}
	}
	*f = append(*f, Fault{Line: line, Reason: *kind, Count: 1, kind: kind})
}

// The kinds of faults.
var (
	tooManyCells = phrase.Of("a row has more cells than there are columns; the rest is left out")
	tooFewCells  = phrase.Of("a row has fewer cells than there are columns; the rest counts as blank")
	strayQuote   = phrase.Of("a quote stands within a quoted cell; it is kept")
)
