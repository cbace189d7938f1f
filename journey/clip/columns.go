package clip

import (
	"slices"
	"strings"

	"touchline.app/journey"
)

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
	single(cols, stageColumn)
	single(cols, channelColumn)
	return cols, title
}

// single keeps the last of the columns of a meaning: a row has one stage and one
// channel.
func single(cols []column, meaning column) {
	kept := false
	for i, c := range slices.Backward(cols) {
		if c == meaning && kept {
			cols[i] = noColumn
		}
		kept = kept || c == meaning
	}
}

// stageHead reads a head row that names stages of the map and nothing else: the stage
// of each column, none before the first. A cell without a name belongs to the one
// before it, with which it was joined.
func stageHead(m *journey.Map, rows [][]string, width int) ([]string, bool) {
	known := names(m.StagesInOrder())
	out, found, stage := make([]string, width), 0, ""
	for i := range width {
		if i < len(rows[0]) && rows[0][i] != "" {
			if stage = rows[0][i]; !known[strings.ToLower(stage)] {
				return nil, false
			}
			found++
		}
		out[i] = stage
	}
	return out, found > 1 && len(rows) > 1
}

// guess tells the columns by what is in them, and the others by their order. Where
// nothing tells them apart each cell is a title.
func guess(m *journey.Map, rows [][]string, width int, channels bool) []column {
	cols, stage, channel := told(m, rows, width, channels)
	repeated := width == 2 && repeats(rows, 0)
	order := []column{titleColumn, channelColumn}
	switch {
	case !channels && (stage || !repeated), !stage && !channel && (len(rows) == 1 || width > 3):
		order = slices.Repeat([]column{titleColumn}, width)
	case !stage && (width > 2 || repeated && !channel):
		order = []column{stageColumn, titleColumn, channelColumn}
	}
	if channel {
		order = slices.DeleteFunc(order, func(c column) bool { return c == channelColumn })
	}
	return filled(cols, order)
}

// filled gives the columns that are not told yet a meaning, the first ones first.
func filled(cols, meanings []column) []column {
	for _, c := range meanings {
		if i := slices.Index(cols, noColumn); i >= 0 {
			cols[i] = c
		}
	}
	return cols
}

// told finds the columns that hold names of stages and of channels. A column by itself
// holds titles, whatever they are called.
func told(m *journey.Map, rows [][]string, width int, channels bool) (cols []column, stage, channel bool) {
	cols = make([]column, width)
	stageNames, channelNames := names(m.StagesInOrder()), names(m.ChannelsInOrder())
	for i := range width {
		switch {
		case width == 1:
		case !stage && mostly(rows, i, stageNames):
			cols[i], stage = stageColumn, true
		case channels && !channel && mostly(rows, i, channelNames):
			cols[i], channel = channelColumn, true
		}
	}
	return cols, stage, channel
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
