package app

import (
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// paletteExtension ends the name of a file of pieces for the palette.
const paletteExtension = ".palette"

// What a file of pieces may hold. A palette is read by people.
const (
	mostPaletteBytes = 256 << 10
	mostPieces       = 500
	mostPieceText    = 200
)

// ownGroup is a group of pieces out of a file.
type ownGroup struct {
	title  string
	stages []string // shown for stages that are called so; empty: always
	pieces []piece
}

// fits reports whether the group is for a stage of the name.
func (g ownGroup) fits(stage string) bool {
	if len(g.stages) == 0 {
		return true
	}
	words := spaced(stage)
	for _, s := range g.stages {
		if strings.Contains(words, spaced(s)) {
			return true
		}
	}
	return false
}

// spaced returns the words of a name in lower case with a space around each.
func spaced(name string) string {
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ") + " "
}

// readPalette reads a file of pieces; docs/palette.md says what is in one.
func readPalette(path string) ([]ownGroup, error) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > mostPaletteBytes {
		return nil, phrase.Errorf("it is larger than %d kB; split it", mostPaletteBytes>>10)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, unread(err)
	}
	return parsePalette(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), data)
}

// parsePalette reads the text of a file of pieces called name. The error says
// in which line it cannot be understood.
func parsePalette(name string, data []byte) ([]ownGroup, error) {
	text := strings.TrimPrefix(string(data), "\ufeff")
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return nil, phrase.New("it is no text in UTF-8")
	}
	var groups []ownGroup
	n := 0
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		if title, ok := strings.CutPrefix(line, "#"); ok {
			groups = append(groups, ownGroup{title: say.OrElse(strings.TrimSpace(title), name)})
			continue
		}
		if len(groups) == 0 {
			groups = []ownGroup{{title: name}}
		}
		g := &groups[len(groups)-1]
		if err := g.read(line); err != nil {
			return nil, phrase.Errorf("line %d: %w", i+1, err)
		}
		if n++; n > mostPieces {
			return nil, phrase.Errorf("it has more than %d lines; split it", mostPieces)
		}
	}
	if n == 0 {
		return nil, phrase.New("there is nothing in it; write a touchpoint on each line")
	}
	return groups, nil
}

// read takes a line into the group.
func (g *ownGroup) read(line string) error {
	if names, ok := strings.CutPrefix(line, "stages:"); ok {
		for s := range strings.SplitSeq(names, ",") {
			if s = strings.TrimSpace(s); s != "" {
				g.stages = append(g.stages, s)
			}
		}
		if len(g.stages) == 0 {
			return phrase.New("after stages: stand the names of stages, with commas between them")
		}
		return nil
	}
	p := piece{kind: journey.KindTouchpoint}
	for prefix, kind := range map[string]journey.Kind{
		"pain point:": journey.KindPainPoint, "opportunity:": journey.KindOpportunity, "note:": journey.KindNote,
	} {
		if rest, ok := strings.CutPrefix(line, prefix); ok {
			p.kind, line = kind, strings.TrimSpace(rest)
		}
	}
	p.title = strings.TrimSpace(strings.TrimPrefix(line, "- "))
	if p.kind == journey.KindTouchpoint {
		var more string
		p.title, more, _ = strings.Cut(p.title, "|")
		p.title, p.through = strings.TrimSpace(p.title), strings.TrimSpace(more)
		if strings.Contains(p.through, "|") {
			return phrase.New("there is more than one | in it; the channel stands after the only one")
		}
	}
	switch {
	case p.title == "":
		return phrase.New("it has no title")
	case utf8.RuneCountInString(p.title) > mostPieceText || utf8.RuneCountInString(p.through) > mostPieceText:
		return phrase.Errorf("it is longer than %d characters", mostPieceText)
	}
	g.pieces = append(g.pieces, p)
	return nil
}
