package clip

import (
	"strings"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/phrase"
)

// mostLines is the number of rows one text may become.
const mostLines = 5000

// Line is a touchpoint, or another row, read from a text.
type Line struct {
	Stage, Title, Channel string // Stage and Channel by name; empty where the text says none
}

// Lines reads touchpoints from a text: one for each line, or for each row of
// cells parted by tabs. Which column is what is told by a head row, by the names
// of stages and channels on the map, or by their order: stage, title, channel. Cells
// that nothing tells apart are a touchpoint each.
func Lines(m *journey.Map, text string) []Line {
	lines, _ := read(m, text, journey.KindTouchpoint)
	return lines
}

// Left says what of a text [PasteLines] leaves out where its lines become rows of the
// kind; empty is touchpoints. The phrase is blank where nothing is lost.
func Left(m *journey.Map, text string, kind journey.Kind) phrase.Phrase {
	_, left := read(m, text, kind)
	return phrase.Join(left, "; ")
}

// read reads what becomes rows of a kind, and says what of the text does not.
func read(m *journey.Map, text string, kind journey.Kind) ([]Line, []phrase.Phrase) {
	rows := cells(text)
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	if width == 0 {
		return nil, nil
	}
	if stages, ok := stageHead(m, rows, width); ok && width > 1 {
		return cut(under(stages, rows[1:]), homeless(stages, rows[1:]))
	}
	var head []string
	cols, headed := headOf(rows[0], width)
	if headed {
		head, rows = rows[0], rows[1:]
	} else {
		cols = guess(m, rows, width, plain(kind))
	}
	return cut(across(cols, rows), unplaced(cols, head, rows, kind))
}

// plain reports whether lines become touchpoints, which have a channel.
func plain(kind journey.Kind) bool { return kind == "" || kind == journey.KindTouchpoint }

// across reads what stands in rows: a line for each title of a row.
func across(cols []column, rows [][]string) []Line {
	var out []Line
	stage := ""
	for _, r := range rows {
		l := Line{}
		var titles []string
		for i, cell := range r {
			switch cols[i] {
			case stageColumn:
				l.Stage = cell
			case titleColumn:
				if cell != "" {
					titles = append(titles, cell)
				}
			case channelColumn:
				l.Channel = cell
			case noColumn:
			}
		}
		if l.Stage == "" {
			l.Stage = stage // cells that were joined hold their text in the first one only
		}
		stage = l.Stage
		if l.Channel != "" && len(titles) == 0 {
			titles = []string{""}
		}
		for _, l.Title = range titles {
			out = append(out, l)
		}
	}
	return out
}

// under reads what stands under the names of stages, stage by stage.
func under(stages []string, rows [][]string) []Line {
	var out []Line
	for i, stage := range stages {
		if stage == "" || i > 0 && stages[i-1] == stage {
			continue
		}
		for _, r := range rows {
			for j := i; j < len(r) && stages[j] == stage; j++ {
				if r[j] != "" {
					out = append(out, Line{Stage: stage, Title: r[j]})
				}
			}
		}
	}
	return out
}

// PasteLines returns the command that adds rows of the kind of the target read from
// a text, and the rows it adds; see Clip.Paste. Stages and channels that the map lacks
// are added too. It returns no command where the text has no line; [Left] says what is
// lost of it.
func PasteLines(m *journey.Map, text string, at Target, newID func() journey.ID) (edit.Command, []edit.Ref, error) {
	lines, _ := read(m, text, at.Kind)
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
		c.rows = append(c.rows, l.row(at.Kind, newID(), stage, channel))
	}
	return c.build(m, &paster{m: m, clip: c, at: at, byName: true, newID: newID, verb: "add"})
}

// row is what a line becomes.
func (l Line) row(kind journey.Kind, id, stage, channel journey.ID) journey.Row {
	switch kind {
	case journey.KindStage:
		return journey.Stage{ID: id, Name: l.Title}
	case journey.KindNote:
		return journey.Note{ID: id, Stage: stage, Text: l.Title}
	case journey.KindPainPoint:
		return journey.PainPoint{ID: id, Stage: stage, Text: l.Title}
	case journey.KindOpportunity:
		return journey.Opportunity{ID: id, Stage: stage, Text: l.Title, State: journey.Open}
	case journey.KindMetric:
		return journey.Metric{ID: id, Stage: stage, Name: l.Title}
	default:
		return journey.Touchpoint{ID: id, Title: l.Title, Stage: stage, Channel: channel}
	}
}
