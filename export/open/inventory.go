package open

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"touchline.app/export"
	"touchline.app/export/grid"
	"touchline.app/export/inventory"
	"touchline.app/export/table"
	"touchline.app/journey"
)

// strange returns the map of a table of touchpoints that was not made for
// Touchline, where that says more than the reading of our own tables did: its
// columns may be called anything, its stages stand side by side, and it may be a
// workbook.
func strange(name string, data []byte, m *journey.Map, warned int, err error) (*journey.Map, []export.Warning, bool) {
	if err == nil && warned == 0 || len(data) > MaxText || !tabular(name, data) || ours(data) {
		return nil, nil, false
	}
	found, foundErr := inventory.Read(context.Background(), tableName(name, data), data)
	if foundErr != nil {
		return nil, nil, false
	}
	best := found[0]
	if err == nil && (best.Map.Touchpoints.Len() < m.Touchpoints.Len() || len(best.Warnings) >= warned) {
		return nil, nil, false
	}
	warnings := best.Warnings
	if len(found) > 1 {
		warnings = append(warnings, export.Warn("there are %d tables of touchpoints in it: %q is taken", len(found), best.Table))
	}
	return best.Map, warnings, true
}

var workbook = []byte("PK\x03\x04")

// tabular reports whether a file may be a table: by its content, or by its name
// where that is text.
func tabular(name string, data []byte) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".md", ".markdown", ".xlsx", ".txt":
		return true
	}
	return bytes.HasPrefix(data, workbook)
}

// tableName is a name by which a workbook is read as one, whatever it is called.
func tableName(name string, data []byte) string {
	if bytes.HasPrefix(data, workbook) {
		return strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)) + ".xlsx"
	}
	return name
}

// ourColumns is how many columns with the names of our own tables make one.
const ourColumns = 8

// ours reports whether a table was written by Touchline, and perhaps changed by
// hand: then its own reader knows best.
func ours(data []byte) bool {
	names := table.Header()
	own := func(cells []string) bool {
		n := 0
		for _, c := range cells {
			if slices.Contains(names, strings.ToLower(strings.TrimSpace(c))) {
				n++
			}
		}
		return n >= ourColumns
	}
	for _, t := range grid.Markdown(string(data)) {
		if own(t.Rows[0]) {
			return true
		}
	}
	p, err := grid.Sniff(context.Background(), grid.Bytes("", data), grid.Wish{})
	if err != nil {
		return false
	}
	var cells []string
	for _, c := range p.Columns {
		cells = append(cells, c.Name)
	}
	return own(cells)
}
