package markdown

import (
	"bytes"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"touchline.app/export"
	"touchline.app/export/table"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// MaxSize is the size in bytes up to which a document is read.
const MaxSize = 64 << 20

// Is reports whether data is a document of this package.
func Is(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), []byte(mark))
}

// Read returns the map of a Markdown document. It reads every table with a column
// of touchpoints; a heading over one names the stage where the table has no column
// for it, and the first heading of the document the map. The name is that of the
// file, for messages. The warnings say, line by line, what was not taken; the
// error, a sentence for a person, says why there is no map.
func Read(name string, data []byte) (*journey.Map, []export.Warning, error) {
	m, warnings, err := read(name, data)
	if err != nil {
		return nil, nil, phrase.Errorf("%s %w", name, err)
	}
	return m, warnings, nil
}

var errNoTable = phrase.Errorf("has no table of touchpoints: one has a column called %s or title", table.Titles)

func read(name string, data []byte) (*journey.Map, []export.Warning, error) {
	switch {
	case len(data) > MaxSize:
		return nil, nil, phrase.Errorf("is larger than %d MB: divide it into several files", MaxSize>>20)
	case !utf8.Valid(data):
		return nil, nil, phrase.New("is not text in UTF-8: save it as UTF-8 and import it again")
	}
	d := document{ours: Is(data), columns: map[string]int{}}
	for l := range strings.SplitSeq(strings.TrimPrefix(string(data), "\ufeff"), "\n") {
		d.number++
		d.line(strings.TrimSuffix(l, "\r"))
	}
	if len(d.header) == 0 && !d.ours {
		return nil, nil, errNoTable
	}
	if len(d.header) == 0 {
		d.header = []string{table.Titles}
	}
	if !d.titled && !d.ours {
		d.title = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	}
	return table.Read(d.title, d.scenario, data, d.header, d.rows)
}

// document is what was read of one so far.
type document struct {
	ours   bool // written by this package
	number int  // of the line
	titled bool

	title, scenario, stage string
	before                 []string // cells of the line before, a header if a rule follows
	fence                  string   // ends the code we are in

	place   []int // of each cell of the table we are in, within header; nil outside
	header  []string
	columns map[string]int // place of a column within header
	rows    []table.Row
}

// line reads one line. Where a table ends nothing needs to be done: the next line
// that is none ends it.
func (d *document) line(l string) {
	bare := strings.Trim(l, " \t")
	if d.fence != "" || strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~") {
		d.code(bare)
		return
	}
	cells, ok := split(bare)
	switch {
	case ok && d.place != nil:
		d.row(cells)
		return
	case ok && d.before != nil && rule(cells) && len(cells) == len(d.before):
		d.begin()
		return
	case ok:
		d.before = cells
		return
	}
	d.before, d.place = nil, nil
	d.text(bare)
}

func (d *document) code(bare string) {
	d.before, d.place = nil, nil
	switch {
	case d.fence == "":
		d.fence = bare[:3]
	case strings.HasPrefix(bare, d.fence) && strings.Trim(bare, d.fence[:1]) == "":
		d.fence = ""
	}
}

// text reads a line outside tables: a heading or a paragraph.
func (d *document) text(bare string) {
	level := len(bare) - len(strings.TrimLeft(bare, "#"))
	switch {
	case level > 0 && level <= 6 && (len(bare) == level || bare[level] == ' '):
		said := unescape(strings.Trim(bare[level:], " \t"))
		if !d.titled && (level == 1 || !d.ours) && d.rows == nil {
			d.title, d.titled, d.stage = said, true, ""
			return
		}
		d.stage = said
	case d.ours && bare != "" && bare != mark && d.scenario == "" && d.rows == nil:
		d.scenario = unescape(bare)
	}
}

// begin takes the line before as the header of a table, if it is one of touchpoints.
func (d *document) begin() {
	header := d.before
	d.before = nil
	if !table.Known(header) {
		return
	}
	d.place = make([]int, len(header))
	for i, name := range header {
		at, known := d.columns[name]
		if !known {
			at = len(d.header)
			d.columns[name] = at
			d.header = append(d.header, name)
		}
		d.place[i] = at
	}
}

func (d *document) row(cells []string) {
	r := table.Row{Line: d.number, Stage: d.stage, Cells: make([]string, len(d.header), len(d.header)+1)}
	for i, s := range cells {
		if i < len(d.place) {
			r.Cells[d.place[i]] = s
		} else {
			r.Cells = append(r.Cells, s) // stands in no column, which is said
		}
	}
	d.rows = append(d.rows, r)
}

// rule reports whether the cells are those of the line under a header.
func rule(cells []string) bool {
	for _, c := range cells {
		if strings.Trim(c, ":-") != "" || !strings.Contains(c, "-") {
			return false
		}
	}
	return true
}
