package kit

import (
	"strings"
	"unicode"

	"touchline.app/journey/search"
)

// typeAhead finds entries of a list by the letters they begin with.
type typeAhead struct{ text string }

// forget begins anew with the next letter.
func (t *typeAhead) forget() { t.text = "" }

// next returns the index of the entry that one more letter leads to, or at where
// there is none. The same letter again goes on to the next entry it begins.
func (t *typeAhead) next(texts []string, at int, r rune) int {
	letter := search.Fold(string(r))
	if r == ' ' && t.text != "" {
		letter = " "
	}
	if letter == "" || !unicode.IsPrint(r) {
		return at
	}
	same := t.text != "" && strings.Trim(t.text, letter) == ""
	for _, try := range []struct {
		text string
		from int
		fits bool
	}{
		{t.text + letter, max(at, 0), t.text != ""},
		{letter, at + 1, same || t.text == ""},
		{letter, at + 1, true},
	} {
		if i := begun(texts, try.text, try.from); try.fits && i >= 0 {
			t.text = try.text
			return i
		}
	}
	t.forget()
	return at
}

// begun returns the index of the first entry from an index on that begins with a
// folded text, round and round, or -1.
func begun(texts []string, text string, from int) int {
	for k := range texts {
		i := (from + k) % len(texts)
		if strings.HasPrefix(search.Fold(texts[i]), text) {
			return i
		}
	}
	return -1
}
