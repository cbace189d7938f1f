package clip

import (
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// cut keeps as many lines as one text may become, and says how many it drops beside
// what is left out already.
func cut(lines []Line, left []phrase.Phrase) ([]Line, []phrase.Phrase) {
	if over := len(lines) - mostLines; over > 0 {
		lines = lines[:mostLines]
		left = append(left, phrase.Of("only the first %d rows are pasted; %d more are left out", mostLines, over))
	}
	return lines, left
}

// unplaced says which columns hold something that rows of the kind do not take, by
// what they are headed.
func unplaced(cols []column, head []string, rows [][]string, kind journey.Kind) []phrase.Phrase {
	var out []phrase.Phrase
	for i, c := range cols {
		switch {
		case takes(kind, c) || blank(rows, i):
		case i >= len(head) || head[i] == "":
			out = append(out, unnamed(i))
		default:
			out = append(out, phrase.Of("the column %q is left out", head[i]))
		}
	}
	return out
}

// takes reports whether rows of a kind hold what a column says.
func takes(kind journey.Kind, c column) bool {
	switch c {
	case titleColumn:
		return true
	case stageColumn:
		return kind != journey.KindStage
	case channelColumn:
		return plain(kind)
	default:
		return false
	}
}

// homeless says which columns stand under no stage and hold something.
func homeless(stages []string, rows [][]string) []phrase.Phrase {
	var out []phrase.Phrase
	for i, stage := range stages {
		if stage == "" && !blank(rows, i) {
			out = append(out, unnamed(i))
		}
	}
	return out
}

// unnamed says that a column is left out; index counts from 0.
func unnamed(index int) phrase.Phrase {
	return phrase.Of("column %d is left out, for nothing says what it holds", index+1)
}

// blank reports whether no row has anything in a column.
func blank(rows [][]string, col int) bool {
	for _, r := range rows {
		if col < len(r) && r[col] != "" {
			return false
		}
	}
	return true
}
