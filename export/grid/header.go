package grid

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Column is a column of a table.
type Column struct {
	Name  string // unique within the table
	Label string // what further header rows say, as the words of a question; may be empty
}

// maxTitle is the length of the longest name of a column, in letters.
const maxTitle = 300

// headerOf finds the rows above the header and those of the header itself.
func headerOf(sampled [][]string) (skip, header int) {
	if len(sampled) > 0 && len(sampled[0]) > 0 && strings.HasPrefix(sampled[0][0], "sep=") {
		skip = 1
	}
	skip += titles(sampled[skip:])
	rest := sampled[skip:]
	if len(rest) == 0 {
		return 0, 0
	}
	if !named(rest, skip) {
		return skip, 0
	}
	header = 1
	for k := 1; k < len(rest) && k <= 5; k++ {
		if machineNames(rest[k]) {
			return skip, k + 1
		}
	}
	for header < len(rest)-1 && header < 4 && (header == 1 && grouped(rest) || wordsOver(rest, header)) {
		header++
	}
	return skip, header
}

// titles counts the rows at the top that hold one cell at most, or few, where
// the others hold several.
func titles(sampled [][]string) int {
	var several []int
	single := 0
	for _, r := range sampled {
		switch n := filled(r); {
		case n > 1:
			several = append(several, n)
		case n == 1:
			single++
		}
	}
	usual := 1
	if len(several)*2 >= single && len(several) > 0 {
		slices.Sort(several)
		usual = several[len(several)/2]
	}
	for i, r := range sampled {
		if n := filled(r); n > 0 && (n > 1 || usual == 1) && n*3 >= usual {
			return i
		}
	}
	return 0
}

func filled(row []string) (n int) {
	for _, c := range row {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// named reports whether the first row names the columns.
func named(rest [][]string, skip int) bool {
	if len(rest) == 1 || skip > 0 {
		return true
	}
	numbers, years := 0, 0
	for j, c := range rest[0] {
		if !numeric(rest[1:], j) {
			continue
		}
		numbers++
		c = strings.TrimSpace(c)
		if _, ok := Number(c); !ok && c != "" {
			return true
		} else if y, err := strconv.Atoi(c); err == nil && y >= 1900 && y <= 2100 {
			years++
		}
	}
	return numbers == 0 || years > 1 && years == numbers
}

// wordsOver reports whether the row at k stands in words over columns of
// numbers, as a second header row does.
func wordsOver(rest [][]string, k int) bool {
	numbers, blanks, over := 0, 0, 0
	for j, c := range rest[k] {
		if !numeric(rest[k+1:], j) {
			continue
		}
		numbers++
		c = strings.ToLower(strings.TrimSpace(c))
		_, number := Number(c)
		switch {
		case c == "":
			blanks++
		case !number && len(c) > 2 && c != "n/a" && c != "null" && c != "none" && c != "nan" && c[0] != '#' && !said(rest[k+1:], j, rest[k][j]):
			over++
		}
	}
	return over >= 2 && blanks < over && over*5 >= (numbers-blanks)*4
}

// grouped reports whether the first row names groups of columns and the second
// the columns: what the first leaves blank the second fills, with words over
// numbers, or with what is said nowhere below.
func grouped(rest [][]string) bool {
	if len(rest) < 3 || filled(rest[0]) < 2 {
		return false
	}
	gaps, filledIn := 0, 0
	above := leftBlank(rest[1], rest[2:])
	for j, c := range rest[1] {
		if strings.TrimSpace(cellAt(rest[0], j)) != "" {
			continue
		}
		gaps++
		_, number := Number(c)
		if !number && strings.TrimSpace(c) != "" && (numeric(rest[2:], j) || above && (!said(rest[2:], j, c) || onlySaid(rest[2:], j, c))) {
			filledIn++
		}
	}
	return (gaps >= 2 || gaps == 1 && above) && filledIn*5 >= gaps*4
}

// leftBlank reports whether a row says nothing in a column that the rows below
// fill, as a second header row does below the name of an id.
func leftBlank(row []string, below [][]string) bool {
	for j, c := range row {
		if strings.TrimSpace(c) != "" {
			continue
		}
		n := 0
		for _, r := range below {
			if strings.TrimSpace(cellAt(r, j)) != "" {
				n++
			}
		}
		if n > 1 && n*10 >= len(below)*9 {
			return true
		}
	}
	return false
}

// said reports whether a text stands in a column of the rows.
func said(rows [][]string, j int, text string) bool {
	for _, r := range rows {
		if cellAt(r, j) == text {
			return true
		}
	}
	return false
}

// onlySaid reports whether a column of the rows says nothing else, as the choices do
// that a question with several answers offers.
func onlySaid(rows [][]string, j int, text string) bool {
	for _, r := range rows {
		if c := strings.TrimSpace(cellAt(r, j)); c != "" && c != strings.TrimSpace(text) {
			return false
		}
	}
	return true
}

// machineNames reports whether a row is what survey tools write for themselves.
func machineNames(row []string) bool {
	n := 0
	for _, c := range row {
		if strings.HasPrefix(strings.TrimSpace(c), `{"ImportId"`) {
			n++
		}
	}
	return n > 0 && n*2 >= filled(row)
}

// numeric reports whether most of what the rows hold in a column are numbers.
func numeric(found [][]string, j int) bool {
	n, all := 0, 0
	for _, r := range found {
		c := strings.TrimSpace(cellAt(r, j))
		if c == "" {
			continue
		}
		all++
		if _, ok := Number(c); ok {
			n++
		}
	}
	return all > 0 && n*5 >= all*4
}

func cellAt(row []string, j int) string {
	if j < len(row) {
		return row[j]
	}
	return ""
}

// columnsOf names the columns by the rows of the header. Where the first names
// groups, a name is "group · column"; else further rows are the label. A column
// without a name is "column 3", a second one of the same name "id (2)".
func columnsOf(header [][]string, width int) []Column {
	groups := len(header) > 1 && gapped(header)
	out := make([]Column, min(width, maxColumns))
	used := map[string]bool{}
	group := ""
	for j := range out {
		var parts []string
		for i, row := range header {
			c := Clean(cellAt(row, j), maxTitle)
			if i == 0 && groups {
				if c != "" {
					group = c
				}
				c = group
			}
			if c != "" && !machineNames([]string{c}) && (len(parts) == 0 || parts[len(parts)-1] != c) {
				parts = append(parts, c)
			}
		}
		out[j] = column(parts, groups)
		if out[j].Name == "" {
			out[j].Name = fmt.Sprintf("column %d", j+1)
		}
		name := out[j].Name
		for n := 2; used[out[j].Name]; n++ {
			out[j].Name = fmt.Sprintf("%s (%d)", name, n)
		}
		used[out[j].Name] = true
	}
	return out
}

// gapped reports whether a header has names in its second row where the first has
// none: several, or one where the first names what the second does not.
func gapped(header [][]string) bool {
	gaps, alone := 0, 0
	for j := range max(len(header[0]), len(header[1])) {
		above, below := strings.TrimSpace(cellAt(header[0], j)), strings.TrimSpace(cellAt(header[1], j))
		switch {
		case above == "" && below != "":
			gaps++
		case above != "" && below == "":
			alone++
		}
	}
	return gaps >= 2 || gaps == 1 && alone > 0
}

func column(parts []string, groups bool) Column {
	switch {
	case len(parts) == 0:
		return Column{}
	case groups:
		return Column{Name: strings.Join(parts, " · ")}
	}
	return Column{Name: parts[0], Label: strings.Join(parts[1:], " · ")}
}
