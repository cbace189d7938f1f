package inventory

import (
	"slices"
	"strings"

	"touchline.app/export/columns"
	"touchline.app/export/grid"
)

// form is a table of touchpoints with a row for each step, however it was
// written.
type form struct {
	headings []string // it stands under, the outermost first
	names    []string // of the columns
	roles    []role   // of the columns; empty: a lane of its own
	rows     [][]string
	lines    []int // of the file
	turned   bool  // the steps stood side by side
}

// The most a table may hold; the rest is left out.
const (
	maxRows    = 5000
	maxColumns = 200
	maxHeader  = 12 // rows above and with the header
)

// formOf finds a table of touchpoints in rows of cells. It is none without
// touchpoints or actions, and without a second kind of column.
func formOf(headings []string, rows [][]string, line int) (form, bool) {
	rows = trimmed(rows)
	across, at := 0, 0
	for i, r := range rows[:min(len(rows), maxHeader)] {
		if n := kinds(r); n > across {
			across, at = n, i
		}
	}
	down := kinds(firsts(rows))
	var f form
	switch {
	case max(across, down) < 2:
		return f, false
	case down > across:
		f = upright(rows)
	default:
		f = form{names: rows[at], rows: rows[at+1:]}
		line += at
	}
	f.headings = headings
	for i := range f.rows {
		f.lines = append(f.lines, line+i+1)
	}
	for _, n := range f.names {
		f.roles = append(f.roles, loosely(n))
	}
	f.number()
	f.settle()
	return f, slices.Contains(f.roles, touchpointRole) || slices.Contains(f.roles, actionRole)
}

// Tells reports whether columns of these names are those of a table of touchpoints.
func Tells(names []string) bool {
	named := false
	for _, n := range names {
		r := roleOf(n)
		named = named || r == touchpointRole || r == actionRole
	}
	return named && strictly(names) >= 2
}

// strictly counts the different roles among names that are known as they stand.
func strictly(names []string) int {
	seen := map[role]bool{}
	for _, n := range names {
		switch r := roleOf(n); r {
		case "", orderRole, technicalRole, titleRole, listRole:
		default:
			seen[r] = true
		}
	}
	return len(seen)
}

// trimmed leaves out rows without anything, and cells beyond the most.
func trimmed(rows [][]string) [][]string {
	var out [][]string
	for _, r := range rows {
		r = r[:min(len(r), maxColumns)]
		if len(out) < maxRows && slices.ContainsFunc(r, func(c string) bool { return !empty(c) }) {
			out = append(out, r)
		}
	}
	return out
}

// kinds counts the different roles among names.
func kinds(names []string) int {
	seen := map[role]bool{}
	for _, n := range names {
		if r := loosely(n); r != "" && r != orderRole && r != technicalRole {
			seen[r] = true
		}
	}
	return len(seen)
}

func firsts(rows [][]string) []string {
	var out []string
	for _, r := range rows[:min(len(rows), 60)] {
		out = append(out, cell(r, 0))
	}
	return out
}

// upright turns a table whose steps stand side by side. A first row without a
// name holds the stages.
func upright(rows [][]string) form {
	f := form{turned: true}
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
		f.names = append(f.names, cell(r, 0))
	}
	f.nameFirst(rows)
	if width == 2 && roleOf(f.names[0]) == "" { // a header above names and contents
		f.names, rows = f.names[1:], rows[1:]
	}
	for j := 1; j < width; j++ {
		var step []string
		for _, r := range rows {
			step = append(step, cell(r, j))
		}
		f.rows = append(f.rows, step)
	}
	f.rows = slices.DeleteFunc(f.rows, func(r []string) bool { return !slices.ContainsFunc(r, func(c string) bool { return !empty(c) }) })
	return f
}

// nameFirst names rows without a name that stand above the others: the stages, and
// below them the steps where nothing else names these.
func (f *form) nameFirst(rows [][]string) {
	names := []role{stageRole, actionRole}
	for _, n := range f.names {
		if r := loosely(n); r == stageRole {
			names = slices.DeleteFunc(names, func(n role) bool { return n == stageRole })
		} else if r == actionRole || r == touchpointRole {
			names = slices.DeleteFunc(names, func(n role) bool { return n == actionRole })
		}
	}
	for i, n := range f.names {
		if !empty(n) && loosely(n) != "" || len(names) == 0 {
			return
		}
		if empty(n) && slices.ContainsFunc(rows[i], func(c string) bool { return !empty(c) }) {
			f.names[i], names = string(names[0]), names[1:]
		}
	}
}

// number makes columns that only count the steps columns of order.
func (f *form) number() {
	for i, r := range f.roles {
		if r != stageRole {
			continue
		}
		words := slices.ContainsFunc(f.rows, func(row []string) bool {
			_, number := grid.Number(cell(row, i))
			return !number && !empty(cell(row, i))
		})
		if !words {
			f.roles[i] = orderRole
		}
	}
}

// settle makes of titles and lists touchpoints and stages where nothing else names
// them, as on cards; else they are columns like any other.
func (f *form) settle() {
	for _, s := range []struct {
		from, to role
		taken    bool
	}{
		{titleRole, touchpointRole, f.column(touchpointRole) >= 0 || f.column(actionRole) >= 0},
		{listRole, stageRole, f.column(stageRole) >= 0},
	} {
		for i, r := range f.roles {
			if r != s.from {
				continue
			}
			f.roles[i] = ""
			if !s.taken {
				f.roles[i], s.taken = s.to, true
			}
		}
	}
}

// column returns the first column of a role, or -1.
func (f *form) column(r role) int { return slices.Index(f.roles, r) }

// filled is the part of the rows that say something in a column.
func (f *form) filled(column int) float64 {
	if column < 0 || len(f.rows) == 0 {
		return 0
	}
	n := 0
	for _, r := range f.rows {
		if !empty(cell(r, column)) {
			n++
		}
	}
	return float64(n) / float64(len(f.rows))
}

// kind is what tables of one kind have in common: those of a text that say the
// same about different stages.
func (f *form) kind() string {
	var out strings.Builder
	for i, r := range f.roles {
		out.WriteString(string(r) + "\x00")
		if r == "" {
			out.WriteString(columns.Spelled(f.names[i]))
		}
	}
	return out.String()
}

func cell(row []string, i int) string {
	if i < 0 || i >= len(row) {
		return ""
	}
	return row[i]
}

// empty reports whether a cell says nothing.
func empty(c string) bool {
	switch strings.TrimSpace(c) {
	case "", "-", "–", "—", "n/a", "N/A", "―", "ー":
		return true
	}
	return false
}
