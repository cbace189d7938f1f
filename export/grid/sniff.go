package grid

import (
	"bytes"
	"context"
	"io"
	"math"
	"slices"
	"strings"

	"touchline.app/journey/phrase"
)

// Wish is what is known of a layout already; what is empty is found out.
type Wish struct {
	Encoding  string `json:"encoding,omitempty"`
	Delimiter string `json:"delimiter,omitempty"`
	Sheet     string `json:"sheet,omitempty"`
	Skip      *int   `json:"skip,omitempty"`
	Header    *int   `json:"header,omitempty"`
}

// Keep returns the wish for exactly this layout.
func (l Layout) Keep() Wish {
	return Wish{Encoding: l.Encoding, Delimiter: l.Delimiter, Sheet: l.Sheet, Skip: &l.Skip, Header: &l.Header}
}

// Preview is what a table looks like under a layout.
type Preview struct {
	Layout  Layout
	Columns []Column
	Rows    [][]string // the first ones below the header, as they stand in the file
	Lines   []int      // at which they begin, or their rows on the sheet
	Faults  []Fault    // within what was looked at
}

// sampleSize is how many bytes of a text are looked at.
const sampleSize = 1 << 20

// previewRows is how many rows a preview shows.
const previewRows = 50

// Sniff finds out how a table is written. It looks at the beginning only; an
// error is a *Refusal where the file is no table.
func Sniff(ctx context.Context, src Source, wish Wish) (Preview, error) {
	data, more, err := head(src, sampleSize)
	if err != nil {
		return Preview{}, phrase.Errorf("read %s: %w", src.Name(), err)
	}
	p, err := sniff(ctx, src, data, more, wish)
	if err != nil {
		return p, phrase.Errorf("read %s: %w", src.Name(), err)
	}
	return p, nil
}

func sniff(ctx context.Context, src Source, data []byte, more bool, wish Wish) (Preview, error) {
	if len(data) == 0 {
		return Preview{}, refusal("the file is empty")
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return sniffWorkbook(ctx, src, wish)
	}
	if err := foreign(data); err != nil {
		return Preview{}, err
	}
	l := Layout{Encoding: wish.Encoding, Delimiter: wish.Delimiter}
	if l.Encoding == "" {
		l.Encoding = guess(data, more)
	}
	r, err := decoded(bytes.NewReader(data), l.Encoding)
	if err != nil {
		return Preview{}, err
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return Preview{}, err
	}
	if l.Delimiter == "" {
		l.Delimiter = between(ctx, plain, more)
	}
	if err := l.check(); err != nil {
		return Preview{}, err
	}
	in := text{scan(plain, l.Delimiter[0]), io.NopCloser(nil)}
	sampled, lines, err := sample(ctx, in, more)
	if err != nil {
		return Preview{}, err
	}
	return preview(l, wish, sampled, lines, in.found())
}

// foreign refuses a file that is no text.
func foreign(data []byte) error {
	switch {
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return refusal("it is a workbook of an old kind (.xls) or has a password; save it as .xlsx without one")
	case bytes.HasPrefix(data, []byte("SQLite format 3\x00")):
		return refusal("it is a database or a map, not a table; save the table as CSV")
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return refusal("it is a PDF, not a table; save the table as CSV")
	}
	wide := nulls(data) != "" || bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})
	if !wide && (bytes.Count(data, []byte{0})*10 > len(data) || controls(data)*50 > len(data)) {
		return refusal("it is not text; save the table as CSV or .xlsx")
	}
	begin := strings.ToLower(strings.TrimLeft(strings.TrimPrefix(string(data[:min(len(data), 200)]), "\ufeff"), " \t\r\n"))
	for _, mark := range []string{"<!doctype", "<html", "<table", "<?xml", "{\\rtf"} {
		if strings.HasPrefix(begin, mark) {
			return refusal("it is a web page or another document, not a table; save the table as CSV or .xlsx")
		}
	}
	if strings.HasPrefix(begin, "[{") || strings.HasPrefix(begin, `{"`) && !strings.HasPrefix(begin, `{"importid`) {
		return refusal("it is JSON, not a table; save the table as CSV or .xlsx")
	}
	return nil
}

// controls counts bytes that no text has. A few zeros are a slip of the program that
// wrote it.
func controls(data []byte) (n int) {
	for _, b := range data {
		if b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b && b != 0x1a && b != 0x0b {
			n++
		}
	}
	return n
}

// between finds the delimiter: the one that gives the most rows the same number
// of cells, more than one.
func between(ctx context.Context, plain []byte, more bool) string {
	if rest, ok := bytes.CutPrefix(plain, []byte("sep=")); ok && len(rest) > 1 && rest[0] < 0x80 { // what Excel writes
		if d := string(rest[:1]); (Layout{Delimiter: d}).check() == nil && (rest[1] == '\n' || rest[1] == '\r') {
			return d
		}
	}
	best, most := ",", 0.0
	for _, d := range Delimiters {
		in := text{scan(plain, d[0]), io.NopCloser(nil)}
		found, _, err := sample(ctx, in, more)
		score := regular(found)
		if err != nil {
			score /= 2
		}
		if score > most+0.05 {
			best, most = d, score
		}
	}
	return best
}

// regular returns the part of the rows that have as many cells as most of them,
// a little more for more cells; 0 where most have one.
func regular(found [][]string) float64 {
	counts := map[int]int{}
	all := 0
	for _, r := range found {
		if len(r) > 1 || strings.TrimSpace(r[0]) != "" {
			counts[len(r)]++
			all++
		}
	}
	width, often := 0, 0
	for w, n := range counts {
		if w > 1 && (n > often || n == often && w > width) {
			width, often = w, n
		}
	}
	if often == 0 || counts[1] > 2*often {
		return 0
	}
	return float64(often) / float64(all) * (1 + 0.02*math.Log2(float64(width)))
}

// preview finds header and rows among those sampled.
func preview(l Layout, wish Wish, sampled [][]string, lines []int, found []Fault) (Preview, error) {
	skip, header := headerOf(sampled)
	if wish.Skip != nil {
		skip = min(*wish.Skip, maxSkip)
		if wish.Header == nil {
			_, header = headerOf(sampled[min(max(skip, 0), len(sampled)):])
		}
	}
	if wish.Header != nil {
		header = *wish.Header
	}
	l.Skip, l.Header = skip, header
	if err := l.check(); err != nil {
		return Preview{}, err
	}
	if len(sampled) < skip+header {
		return Preview{}, refusal("the table has %d rows, fewer than the %d above its first answer", len(sampled), skip+header)
	}
	p := Preview{Layout: l, Columns: columnsOf(sampled[skip:skip+header], width(sampled[skip:])), Faults: found}
	if len(p.Columns) == 0 || !slices.ContainsFunc(sampled, func(r []string) bool { return filled(r) > 0 }) {
		return p, refusal("there is nothing in the file but blanks")
	}
	for i := skip + header; i < len(sampled) && len(p.Rows) < previewRows; i++ {
		p.Rows, p.Lines = append(p.Rows, sampled[i]), append(p.Lines, lines[i])
	}
	return p, nil
}

// width is the number of columns of a table: that of its header, or of most
// rows where they have more.
func width(found [][]string) int {
	counts, most, often := map[int]int{}, 0, 0
	for _, r := range found {
		counts[len(r)]++
		if n := counts[len(r)]; n > often {
			most, often = len(r), n
		}
	}
	if len(found) > 0 && filled(found[0]) > 0 {
		return max(most, len(found[0]))
	}
	return most
}
