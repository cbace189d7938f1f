package resources

import (
	"embed"
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed suggestions/*.json
var suggestionFiles embed.FS

// suggestions is the content of suggestions/LANG.json.
type suggestions struct {
	Stages []struct {
		About       string   `json:"about"` // what the stage is, the same word in each language
		Names       []string `json:"names"` // what a stage of the kind is called, in lower case
		Touchpoints []string `json:"touchpoints"`
	} `json:"stages"`
	Verbs     []string `json:"verbs"`
	VerbsLast bool     `json:"verbsLast"` // they end a title instead of beginning it
}

// loadSuggestions returns the suggestions by language. It never changes once read.
var loadSuggestions = sync.OnceValue(func() map[string]suggestions {
	all := map[string]suggestions{}
	for _, lang := range Languages() {
		data, err := suggestionFiles.ReadFile("suggestions/" + lang + ".json")
		if err != nil {
			continue // not every language of the map needs them
		}
		var s suggestions
		if err := json.Unmarshal(data, &s); err != nil {
			panic("resources: suggestions/" + lang + ".json: " + err.Error()) // embedded: held by a test
		}
		all[lang] = s
	}
	return all
})

// suggestionsIn returns the suggestions in a language such as "de" or "pt-BR", or in English.
func suggestionsIn(lang string) suggestions {
	lang, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(lang), "_", "-"), "-")
	if s, ok := loadSuggestions()[lang]; ok {
		return s
	}
	return loadSuggestions()[FallbackLanguage]
}

// Suggestions returns titles of touchpoints in a language that are usual in a stage of the given
// name, and nothing where the name tells nothing. The name may be in any of the languages. One that
// holds more than one known word follows the longest of them.
func Suggestions(stageName, lang string) []string {
	name := strings.ToLower(stageName)
	padded := " " + strings.Join(words(name), " ") + " "
	about, length := "", 0
	for _, l := range Languages() {
		for _, stage := range loadSuggestions()[l].Stages {
			for _, known := range stage.Names {
				if n := utf8.RuneCountInString(known); n > length && named(name, padded, known) {
					about, length = stage.About, n
				}
			}
		}
	}
	for _, stage := range suggestionsIn(lang).Stages {
		if stage.About == about {
			return slices.Clone(stage.Touchpoints)
		}
	}
	return nil
}

// named reports whether a known word is in a name: as a word of its own, where the script sets
// words apart. padded is the name with one space around each word.
func named(name, padded, known string) bool {
	if first, _ := utf8.DecodeRuneInString(known); unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana) {
		return strings.Contains(name, known)
	}
	return strings.Contains(padded, " "+strings.Join(words(known), " ")+" ")
}

// Verbs returns words in a language for what a customer does at a touchpoint, the most usual first.
// They begin the title of a touchpoint, or end it where last is true.
func Verbs(lang string) (verbs []string, last bool) {
	s := suggestionsIn(lang)
	return slices.Clone(s.Verbs), s.VerbsLast
}
