package clip

import (
	"strings"
	"unicode"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// mostLines is the number of touchpoints one text may become.
const mostLines = 5000

// Line is a touchpoint read from a text.
type Line struct {
	Stage, Title, Channel string // Stage and Channel by name; empty where the text says none
}

// column says what a column of a spreadsheet holds.
type column uint8

const (
	noColumn column = iota
	stageColumn
	titleColumn
	channelColumn
)

// headers are the words a column may be headed by.
var headers = map[string]column{
	"stage": stageColumn, "phase": stageColumn, "step": stageColumn, "section": stageColumn, "etapa": stageColumn, "fase": stageColumn,
	"étape": stageColumn, "ステージ": stageColumn, "المرحلة": stageColumn, "abschnitt": stageColumn,
	"touchpoint": titleColumn, "touchpoints": titleColumn, "title": titleColumn, "name": titleColumn, "task": titleColumn, "interaction": titleColumn,
	"kontaktpunkt": titleColumn, "punto de contacto": titleColumn, "título": titleColumn, "titel": titleColumn, "titre": titleColumn,
	"point de contact": titleColumn, "タッチポイント": titleColumn, "نقطة الاتصال": titleColumn,
	"channel": channelColumn, "channels": channelColumn, "kanal": channelColumn, "canal": channelColumn, "medium": channelColumn,
	"チャネル": channelColumn, "القناة": channelColumn,
}

// Lines reads touchpoints from a text: one for each line, or for each row of
// cells parted by tabs. Which column is what is told by a head row, by the names
// of stages and channels on the map, or by their order: stage, title, channel.
func Lines(m *journey.Map, text string) []Line {
	rows := cells(text)
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	if width == 0 {
		return nil
	}
	cols, headed := headOf(rows[0], width)
	if headed {
		rows = rows[1:]
	} else {
		cols = guess(m, rows, width)
	}
	var out []Line
	stage := ""
	for _, r := range rows {
		l := Line{}
		for i, cell := range r {
			switch cols[i] {
			case stageColumn:
				l.Stage = cell
			case titleColumn:
				l.Title = cell
			case channelColumn:
				l.Channel = cell
			case noColumn:
			}
		}
		if l.Stage == "" {
			l.Stage = stage // cells that were joined hold their text in the first one only
		}
		stage = l.Stage
		if l.Title != "" || l.Channel != "" {
			out = append(out, l)
		}
	}
	return out[:min(len(out), mostLines)]
}

// cells breaks a text into rows of trimmed cells, without empty rows.
func cells(text string) [][]string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(edit.Clean(text))
	var out [][]string
	for line := range strings.SplitSeq(text, "\n") {
		var row []string
		for cell := range strings.SplitSeq(line, "\t") {
			row = append(row, strings.TrimSpace(strings.Trim(strings.TrimSpace(cell), `"`)))
		}
		if strings.Join(row, "") == "" {
			continue
		}
		if len(row) == 1 {
			row[0] = unlisted(row[0])
		}
		out = append(out, row)
	}
	return out
}

// unlisted takes the sign of a list away: "- Books", "3. Books", "• Books".
func unlisted(s string) string {
	rest := strings.TrimLeftFunc(s, unicode.IsDigit)
	if rest != s && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return strings.TrimSpace(rest[2:])
	}
	for _, sign := range []string{"- ", "* ", "• ", "– "} {
		if after, ok := strings.CutPrefix(s, sign); ok {
			return strings.TrimSpace(after)
		}
	}
	return s
}

// headOf reads a head row. It is one where a column is headed as the title, or
// two as something else.
func headOf(row []string, width int) ([]column, bool) {
	cols := make([]column, width)
	known, title := 0, false
	for i, cell := range row {
		c := headers[strings.ToLower(cell)]
		if c == noColumn {
			continue
		}
		cols[i] = c
		known++
		title = title || c == titleColumn
	}
	if width == 1 || known == 0 || known == 1 && !title {
		return nil, false
	}
	for i := range cols { // a title there must be
		if !title && cols[i] == noColumn {
			cols[i], title = titleColumn, true
		}
	}
	return cols, title
}

// guess tells the columns by what is in them, and the others by their order.
func guess(m *journey.Map, rows [][]string, width int) []column {
	cols := make([]column, width)
	has := map[column]bool{}
	stages, channels := names(m.StagesInOrder()), names(m.ChannelsInOrder())
	for i := range width {
		c := noColumn
		if mostly(rows, i, stages) {
			c = stageColumn
		} else if mostly(rows, i, channels) {
			c = channelColumn
		}
		if !has[c] {
			cols[i], has[c] = c, c != noColumn
		}
	}
	order := []column{titleColumn}
	if !has[stageColumn] && (width > 2 || width == 2 && repeats(rows, 0) && !has[channelColumn]) {
		order = []column{stageColumn, titleColumn}
	}
	if !has[channelColumn] {
		order = append(order, channelColumn)
	}
	for i := range cols {
		if cols[i] == noColumn && len(order) > 0 {
			cols[i], order = order[0], order[1:]
		}
	}
	return cols
}

// names lists what rows are called, for comparison.
func names[T journey.Row](rows []T) map[string]bool {
	out := map[string]bool{}
	for _, r := range rows {
		out[strings.ToLower(strings.TrimSpace(r.Label()))] = true
	}
	return out
}

// mostly reports whether more than half of the filled cells of a column are
// among the names.
func mostly(rows [][]string, col int, names map[string]bool) bool {
	filled, known := 0, 0
	for _, r := range rows {
		if col < len(r) && r[col] != "" {
			filled++
			if names[strings.ToLower(r[col])] {
				known++
			}
		}
	}
	return known*2 > filled
}

// repeats reports whether a column says the same twice, or leaves cells empty.
func repeats(rows [][]string, col int) bool {
	seen := map[string]bool{}
	for _, r := range rows {
		if col >= len(r) || r[col] == "" || seen[r[col]] {
			return true
		}
		seen[r[col]] = true
	}
	return false
}

// PasteLines returns the command that adds touchpoints read from a text, and the
// rows it adds; see Clip.Paste. Stages and channels that the map lacks are added
// too. It returns no command where the text has no line.
func PasteLines(m *journey.Map, text string, at Target, newID func() journey.ID) (edit.Command, []edit.Ref, error) {
	lines := Lines(m, text)
	if len(lines) == 0 {
		return nil, nil, nil
	}
	c := Clip{}
	known := map[string]journey.ID{}
	row := func(kind journey.Kind, name string, r func(id journey.ID) journey.Row) journey.ID {
		key := string(kind) + "\n" + strings.ToLower(name)
		if _, ok := known[key]; !ok && name != "" {
			known[key] = newID()
			c.with = append(c.with, r(known[key]))
		}
		return known[key]
	}
	for _, l := range lines {
		stage := row(journey.KindStage, l.Stage, func(id journey.ID) journey.Row { return journey.Stage{ID: id, Name: l.Stage} })
		channel := row(journey.KindChannel, l.Channel, func(id journey.ID) journey.Row { return journey.Channel{ID: id, Name: l.Channel} })
		c.rows = append(c.rows, journey.Touchpoint{ID: newID(), Title: l.Title, Stage: stage, Channel: channel})
	}
	return c.build(m, &paster{m: m, clip: c, at: at, byName: true, newID: newID, verb: "add"})
}
