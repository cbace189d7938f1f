package resources

import (
	"embed"
	"encoding/json"
	"io/fs"
	"strings"
	"sync"
)

// Translations holds the words of the map and of the interface: translations/LANG.json for what
// stands on a map and translations/app.LANG.json for the windows, each a flat object of dotted keys
// and texts.
//
//go:embed translations/*.json
var Translations embed.FS

// FallbackLanguage is the language whose files hold every key.
const FallbackLanguage = "en"

// Words returns the words of a language, such as "de" or "pt-BR": a function from a key such as
// "feeling.2" to its text. A key the language lacks is read in English, and one that English
// lacks gives the key itself. Words is safe for concurrent use, and so is what it returns.
func Words(lang string) func(key string) string {
	lang, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(lang), "_", "-"), "-")
	own, english := readWords(lang), readWords(FallbackLanguage)
	return func(key string) string {
		if text, ok := own[key]; ok {
			return text
		}
		if text, ok := english[key]; ok {
			return text
		}
		return key
	}
}

// Languages lists the languages that have words for the map, sorted.
func Languages() []string {
	files, err := fs.Glob(Translations, "translations/??.json")
	if err != nil {
		panic("resources: " + err.Error()) // the pattern is constant
	}
	langs := make([]string, len(files))
	for i, f := range files {
		langs[i] = strings.TrimSuffix(strings.TrimPrefix(f, "translations/"), ".json")
	}
	return langs
}

var wordTables sync.Map // language -> map[string]string

// readWords returns the table of a language, empty when there is none. It never changes once read.
func readWords(lang string) map[string]string {
	if table, ok := wordTables.Load(lang); ok {
		return table.(map[string]string)
	}
	table := map[string]string{}
	for _, name := range []string{lang + ".json", "app." + lang + ".json"} {
		data, err := Translations.ReadFile("translations/" + name)
		if err != nil {
			continue // not every language has every file
		}
		if err := json.Unmarshal(data, &table); err != nil {
			panic("resources: translations/" + name + ": " + err.Error()) // embedded: held by a test
		}
	}
	wordTables.Store(lang, table)
	return table
}
