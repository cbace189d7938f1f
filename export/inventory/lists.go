package inventory

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode/utf8"

	"touchline.app/export/grid"
)

// role is what a column is.
type role string

// The roles of columns. A column of none is a lane of its own.
const (
	stageRole       role = "stage"
	actionRole      role = "action"
	touchpointRole  role = "touchpoint"
	channelRole     role = "channel"
	emotionRole     role = "emotion"
	expectedRole    role = "expected"
	expectationRole role = "expectation"
	thoughtsRole    role = "thoughts"
	goalsRole       role = "goals"
	painRole        role = "pain points"
	opportunityRole role = "opportunities"
	backstageRole   role = "backstage"
	ownerRole       role = "owner"
	detailsRole     role = "details"
	personaRole     role = "persona"
	orderRole       role = "order"
)

//go:embed roles.txt
var roleList string

//go:embed feelings.txt
var feelingList string

var (
	roles    = readRoles(roleList)
	feelings = readFeelings(feelingList)
)

// sections calls entry for each word of a list with the heading it stands under.
func sections(list string, entry func(section, word string)) {
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

func readRoles(list string) map[string]role {
	out := map[string]role{}
	sections(list, func(section, word string) {
		if _, ok := out[spelled(word)]; !ok {
			out[spelled(word)] = role(section)
		}
	})
	return out
}

// roleOf returns what a column of a name is; empty when the name is not known.
func roleOf(name string) role {
	name = spelled(name)
	if r, ok := roles[name]; ok {
		return r
	}
	return roles[strings.TrimSuffix(name, "s")]
}

// spelled is the name of a column without marks, case, numbers in brackets and
// plural endings.
func spelled(name string) string {
	name = strings.ToLower(grid.Clean(grid.Unmarked(name), 100))
	name, _, _ = strings.Cut(name, "(")
	name = strings.Trim(name, " :*.·-_/")
	name = strings.NewReplacer("_", " ", "-", " ", "touch point", "touchpoint").Replace(name)
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

// feeling is a word with its valence.
type feeling struct {
	word    string
	valence float64
}

func readFeelings(list string) []feeling {
	var out []feeling
	sections(list, func(section, word string) {
		v, err := strconv.ParseFloat(section, 64)
		if err != nil {
			panic("inventory: " + section + " is no valence")
		}
		out = append(out, feeling{strings.ToLower(word), v})
	})
	return out
}

// longest returns the longest known word that the text begins with, and its
// length in bytes.
func longest(text string) (feeling, int) {
	var best feeling
	for _, f := range feelings {
		if len(f.word) > len(best.word) && strings.HasPrefix(text, f.word) && ends(text[len(f.word):], f.word) {
			best = f
		}
	}
	return best, len(best.word)
}

// ends reports whether a word may end before the rest: one of letters of Europe
// not within a longer one.
func ends(rest, word string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	last, _ := utf8.DecodeLastRuneInString(word)
	return rest == "" || last >= 0x250 || !(next >= 'a' && next <= 'z' || next >= 0xc0 && next < 0x250)
}
