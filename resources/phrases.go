package resources

import (
	"embed"
	"encoding/json"
	"strings"
	"sync"
)

// Patterns holds what packages that know no language say: phrases/LANG.json has the
// pattern of a language for each English one, in the form of fmt.
//
//go:embed phrases/*.json
var Patterns embed.FS

// Phrases returns the patterns of a language, such as "de" or "pt-BR": a function
// from an English pattern to that of the language, which is the English one where
// the language has none. Phrases is safe for concurrent use, and so is what it
// returns.
func Phrases(lang string) func(pattern string) string {
	lang, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(lang), "_", "-"), "-")
	own := readPhrases(lang)
	return func(pattern string) string {
		if text, ok := own[pattern]; ok {
			return text
		}
		return pattern
	}
}

var phraseTables sync.Map // language -> map[string]string

// readPhrases returns the table of a language, empty when there is none. It never changes once read.
func readPhrases(lang string) map[string]string {
	if table, ok := phraseTables.Load(lang); ok {
		return table.(map[string]string)
	}
	table := map[string]string{}
	if data, err := Patterns.ReadFile("phrases/" + lang + ".json"); err == nil {
		if err := json.Unmarshal(data, &table); err != nil {
			panic("resources: phrases/" + lang + ".json: " + err.Error()) // embedded: held by a test
		}
	}
	phraseTables.Store(lang, table)
	return table
}
