package say

import (
	"sync"

	"touchline.app/journey/phrase"
	"touchline.app/resources"
)

// phrases is where the patterns of phrases come from.
var phrases = sync.OnceValue(func() func(string) string {
	return resources.Phrases(Language())
})

// Phrase says what a package found out that knows no language.
func Phrase(p phrase.Phrase) string { return p.In(phrases()) }

// Error says what went wrong, to stand within a sentence. Of what nobody expected
// the technical words are given, in a text that says so.
func Error(err error) string {
	text, told := phrase.Tell(err, phrases())
	if !told {
		return Text("fault.unknown", "Detail", text)
	}
	return text
}

// Fault returns an error with the text of a key.
func Fault(key string, pairs ...any) error {
	return phrase.Errorf("%s", Text(key, pairs...))
}

// Sentence makes a sentence of an error.
func Sentence(err error) string { return Closed(Error(err)) }

// Closed makes a sentence of a text: it begins with a capital and ends as sentences
// of the language do.
func Closed(text string) string { return Text("sentence", "Text", Capital(text)) }
