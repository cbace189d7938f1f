// Package columns knows the columns of tables that people made by what they are
// called: "Touch points", "kontaktpunkt" and "タッチポイント" are one thing.
//
// A list of names stands in a text: in square brackets what a column is, below it
// its names with bars between them.
//
//	[touchpoint]
//	touchpoint | contact point | kontaktpunkt
//
// The package knows no file and no map.
package columns

import (
	"strings"

	"touchline.app/export/grid"
)

// Names tells by its name what a column is.
type Names map[string]string

// Read reads a list of names. A name that stands under several headings counts
// under the first.
func Read(list string) Names {
	out := Names{}
	Sections(list, func(section, word string) {
		if _, ok := out[Spelled(word)]; !ok {
			out[Spelled(word)] = section
		}
	})
	return out
}

// Of returns what a column of a name is; empty when the name is not known.
func (n Names) Of(name string) string {
	name = Spelled(name)
	if r, ok := n[name]; ok {
		return r
	}
	return n[strings.TrimSuffix(name, "s")]
}

// Sections calls entry for each word of a list with the heading it stands under.
func Sections(list string, entry func(section, word string)) {
	section := ""
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section = strings.Trim(line, "[]")
		case section != "":
			for w := range strings.SplitSeq(line, "|") {
				entry(section, strings.TrimSpace(w))
			}
		}
	}
}

// Spelled is the name of a column without marks, case, numbers in brackets and
// plural endings; "#" where nothing is left.
func Spelled(name string) string {
	name = strings.ToLower(grid.Clean(grid.Unmarked(name), 100))
	name, _, _ = strings.Cut(name, "(")
	name = strings.Trim(name, " :*.·-_/")
	name = strings.NewReplacer("_", " ", "-", " ").Replace(name)
	name = strings.ReplaceAll(name, "touch point", "touchpoint")
	switch {
	case name == "":
		return "#"
	case strings.HasSuffix(name, "ies"):
		return strings.TrimSuffix(name, "ies") + "y"
	case len(name) > 3 && strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "ss"):
		return strings.TrimSuffix(name, "s")
	}
	return name
}
