package app

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/plane"
	"touchline.app/app/say"
	"touchline.app/export/grid"
)

// look shows the table and how it is written, to be corrected.
func (t *intake) look() {
	t.halt()
	t.second = nil
	t.show("intake.table", t.layoutChoices(), t.sample())
	t.tellLayout()
}

// tellLayout says what the table tells of, and what had to be read in another way.
func (t *intake) tellLayout() {
	if f := faults(t.preview.Faults); f != "" {
		t.say(f, true)
		return
	}
	switch t.kind {
	case tellsEvents, tellsCustomers:
		t.say(say.Text("intake.counts_only"), false)
	case tellsTouchpoints:
		t.say("", false)
	default:
		t.say(say.Text("intake.privacy"), false)
	}
}

// layoutChoices are the choices of how the table is written.
func (t *intake) layoutChoices() []fyne.CanvasObject {
	l := t.preview.Layout
	os := []fyne.CanvasObject{
		t.pick("intake.kind", kit.Options("intake.kind.", allTells), string(t.kind), func(v string) {
			t.kind, t.chosen = tells(v), true
			t.look()
		}),
		kit.NewRemark(say.Text("intake.about."+string(t.kind)), look.Grey).Prose,
	}
	if l.Workbook() {
		var sheets []kit.Option
		for _, s := range l.Sheets {
			sheets = append(sheets, kit.Option{Value: s, Text: s})
		}
		os = append(os, t.pick("intake.sheet", sheets, l.Sheet, func(v string) { t.wish = grid.Wish{Sheet: v}; t.sniff() }))
	} else {
		os = append(os,
			t.pick("intake.encoding", encodings(l.Encoding), l.Encoding, func(v string) { t.wish.Encoding = v; t.sniff() }),
			t.pick("intake.delimiter", delimiters(), l.Delimiter, func(v string) { t.wish.Delimiter = v; t.sniff() }))
	}
	skip := t.number("intake.skip", l.Skip, func(n int) { t.wish.Skip = &n; t.sniff() })
	header := t.number("intake.header", l.Header, func(n int) { t.wish.Header = &n; t.sniff() })
	return append(os, kit.Pair(skip, header))
}

// mostHeader is more rows than any header has.
const mostHeader = 1000

// number adds a field of a small number.
func (t *intake) number(key string, now int, changed func(int)) fyne.CanvasObject {
	o, a := t.fill(key, "", strconv.Itoa(now), nil)
	a.OnChanged = func(text string) {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		ok := err == nil && n >= 0 && n < mostHeader
		a.Wrong(!ok)
		if ok {
			changed(n)
		}
	}
	return o
}

// encodings are those offered; the one found is among them.
func encodings(now string) []kit.Option {
	var os []kit.Option
	there := false
	for _, e := range grid.Encodings {
		os = append(os, kit.Option{Value: e, Text: e})
		there = there || e == now
	}
	if !there && now != "" {
		os = append(os, kit.Option{Value: now, Text: now})
	}
	return os
}

func delimiters() []kit.Option {
	names := map[string]string{"\t": "tab", ";": "semicolon", "|": "bar", ",": "comma"}
	var os []kit.Option
	for _, d := range grid.Delimiters {
		os = append(os, kit.Option{Value: d, Text: say.Text("intake.delimiter." + names[d])})
	}
	return os
}

// sniff reads the beginning of the table as it is wished now. The choices stay, so
// that what is being typed is not lost.
func (t *intake) sniff() {
	p, err := grid.Sniff(context.Background(), t.src, t.wish)
	if err != nil {
		t.say(say.Sentence(err), true)
		return
	}
	t.preview = p
	t.middle.Objects = []fyne.CanvasObject{t.sample()}
	t.middle.Refresh()
	t.tellLayout()
}

// sample shows the first rows of the table.
func (t *intake) sample() fyne.CanvasObject {
	p := t.preview
	s := plane.NewSheet(t.e, func() (int, int) { return len(p.Rows), len(p.Columns) })
	s.Lead = 52
	for i, c := range p.Columns {
		longest := len([]rune(c.Name))
		for _, r := range p.Rows[:min(len(p.Rows), 12)] {
			if i < len(r) {
				longest = max(longest, len([]rune(r[i])))
			}
		}
		s.Widths = append(s.Widths, float64(min(max(longest*8+24, 70), 260)))
	}
	s.Look = func(id widget.TableCellID) plane.Cell {
		switch {
		case id.Row < 0 && id.Col < 0:
			return plane.Cell{}
		case id.Row < 0:
			return plane.Cell{Text: toldApart(p.Columns[id.Col].Name), Strong: true}
		case id.Col < 0:
			line := id.Row + 1
			if id.Row < len(p.Lines) {
				line = p.Lines[id.Row]
			}
			return plane.Cell{Text: strconv.Itoa(line), Quiet: true, End: true}
		case id.Col < len(p.Rows[id.Row]):
			return plane.Cell{Text: strings.Join(strings.Fields(p.Rows[id.Row][id.Col]), " ")}
		}
		return plane.Cell{}
	}
	return s
}
