package resources

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strings"
	"sync"
)

//go:embed suggestions.json
var suggestionsFile []byte

// suggestions is the content of suggestions.json.
type suggestions struct {
	Stages []struct {
		Names       []string `json:"names"` // lower case, in several languages
		Touchpoints []string `json:"touchpoints"`
	} `json:"stages"`
	Verbs []string `json:"verbs"`
}

var loadSuggestions = sync.OnceValue(func() suggestions {
	var s suggestions
	if err := json.Unmarshal(suggestionsFile, &s); err != nil {
		panic("resources: suggestions.json: " + err.Error()) // embedded: held by a test
	}
	return s
})

// Suggestions returns titles of touchpoints that are usual in a stage of the given name, in
// English, German, Spanish or French, and nothing where the name tells nothing. A name that holds
// more than one known word follows the longest of them.
func Suggestions(stageName string) []string {
	padded := " " + strings.Join(words(strings.ToLower(stageName)), " ") + " "
	var best []string
	length := 0
	for _, stage := range loadSuggestions().Stages {
		for _, name := range stage.Names {
			known := strings.Join(words(name), " ")
			if len(known) > length && strings.Contains(padded, " "+known+" ") {
				best, length = stage.Touchpoints, len(known)
			}
		}
	}
	return slices.Clone(best)
}

// Verbs returns words for what a customer does at a touchpoint, as the beginning of its title.
func Verbs() []string { return slices.Clone(loadSuggestions().Verbs) }
