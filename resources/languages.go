package resources

import (
	"strings"
	"sync"
	"unicode"
)

// frequent are short words that stand in most texts of a language and hardly in those of the others.
var frequent = map[string]string{
	"en": "the and of to is are with for from her she his what how when this that it by not at an you your our we my",
	"de": "der die das und ist sind mit für von ihr sie ihre was wie wenn dies dass es nicht am ein eine einen im den dem wir mein auf bei zum zur nach vor",
	"es": "el la los las y es son con para por su ella lo que cómo cuando esto no un una del al nos mi en de se",
	"fr": "le la les et est sont avec pour par son elle ce que comment quand pas un une du au aux nous mon dans de se sur des en",
}

// marks are letters that one of the languages in Latin script uses and the others do not.
var marks = map[rune]string{'ß': "de", 'ä': "de", 'ö': "de", 'ñ': "es", '¿': "es", '¡': "es", 'í': "es", 'ó': "es", 'ú': "es", 'œ': "fr", 'è': "fr", 'ê': "fr", 'à': "fr", 'ç': "fr", 'ù': "fr"}

// tellTales says by word which languages it speaks for.
var tellTales = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for lang, list := range frequent {
		for w := range strings.FieldsSeq(list) {
			out[w] = append(out[w], lang)
		}
	}
	for lang, s := range loadSuggestions() {
		for _, stage := range s.Stages {
			for _, name := range stage.Names {
				out[name] = append(out[name], lang)
			}
		}
		if !s.VerbsLast {
			for _, v := range s.Verbs {
				out[v] = append(out[v], lang)
			}
		}
	}
	return out
})

// LanguageOf says which of Languages a text is in, as in "de", and "" where it cannot be told.
func LanguageOf(text string) string {
	score := scores(strings.ToLower(text))
	best, most, tie := "", 0, false
	for _, lang := range Languages() {
		switch n := score[lang]; {
		case n > most:
			best, most, tie = lang, n, false
		case n == most:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// scores says how much speaks for each language.
func scores(text string) map[string]int {
	score := map[string]int{}
	latin := 0
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			score["ja"] += 2
		case unicode.Is(unicode.Han, r):
			score["ja"]++
		case unicode.Is(unicode.Arabic, r):
			score["ar"]++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
		if lang, ok := marks[r]; ok {
			score[lang]++
		}
	}
	for _, lang := range []string{"ja", "ar"} { // one title of another script is not the language of all
		if latin > 2*score[lang] {
			delete(score, lang)
		}
	}
	for _, w := range words(text) {
		for _, lang := range tellTales()[w] {
			score[lang] += 2
		}
	}
	return score
}
