package inventory

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"touchline.app/export/columns"
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
	momentRole      role = "moment"
	titleRole       role = "title"     // what the rows are called, where nothing else names touchpoints
	listRole        role = "list"      // what they stand in, where nothing else names stages
	technicalRole   role = "technical" // what a program keeps for itself
)

//go:embed roles.txt
var roleList string

//go:embed feelings.txt
var feelingList string

var (
	roles    = columns.Read(roleList)
	feelings = readFeelings(feelingList)
)

// roleOf returns what a column of a name is; empty when the name is not known.
func roleOf(name string) role { return role(roles.Of(name)) }

// loosely returns what a column is whose name is not known as it stands: one of
// several it has ("Process and channels"), or one with words beside it ("Emotion
// score", "Customer's feelings").
func loosely(name string) role {
	if r := roleOf(name); r != "" {
		return r
	}
	name = strings.ToLower(grid.Clean(grid.Unmarked(name), maxTitle))
	for _, part := range strings.FieldsFunc(parted.Replace(name), func(r rune) bool { return r == '/' }) {
		if r := roleOf(part); r != "" {
			return r
		}
		words := slices.DeleteFunc(strings.Fields(part), func(w string) bool { return slices.Contains(saysLittle, strings.TrimSuffix(w, "'s")) })
		if r := roleOf(strings.Join(words, " ")); r != "" && len(words) > 0 {
			return r
		}
	}
	return ""
}

var parted = strings.NewReplacer("&", "/", "+", "/", "|", "/", ",", "/", ";", "/", " and ", "/", " und ", "/", " et ", "/", " y ", "/", " e ", "/", " en ", "/", "・", "/", "、", "/", "／", "/", "（", "/", "）", "/")

// saysLittle are words of names of columns that say nothing of what the column is.
var saysLittle = []string{
	"score", "rating", "level", "value", "name", "list", "text", "lane", "main", "key", "current", "our", "your", "their", "the", "of", "customer", "user", "client", "journey",
	"top", "major", "type", "category", "curve", "line", "(1-5)", "des", "der", "die", "das", "kunden", "kunde", "nutzer", "del", "de", "du", "cliente", "usuario", "utilisateur",
}

// feeling is a word with its valence.
type feeling struct {
	word    string
	valence float64
}

func readFeelings(list string) []feeling {
	var out []feeling
	columns.Sections(list, func(section, word string) {
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
