package evidence

import (
	"math"
	"strings"
	"unicode"
)

// Names finds among titles the one that a question is about.
type Names struct {
	titles []words
	weight map[string]float64 // of a word: the rarer among the titles, the more it says
}

// words are those of a name, folded, and the pairs of letters of scripts that
// write no spaces.
type words []string

// NewNames prepares titles to be compared with.
func NewNames(titles []string) *Names {
	n := &Names{weight: map[string]float64{}}
	seen := map[string]int{}
	for _, t := range titles {
		w := fold(t)
		n.titles = append(n.titles, w)
		once := map[string]bool{}
		for _, word := range w {
			if !once[word] {
				once[word] = true
				seen[word]++
			}
		}
	}
	for word, k := range seen {
		n.weight[word] = 1 / math.Sqrt(float64(k))
	}
	return n
}

// Likeness returns for each title how like the name is to it, from 0 (nothing in
// common) to 1 (the same words). Case, accents, order, endings, small slips and
// words that say nothing ("how satisfied were you with the") do not count.
func (n *Names) Likeness(name string) []float64 {
	w := fold(name)
	out := make([]float64, len(n.titles))
	for i, t := range n.titles {
		out[i] = n.like(w, t)
	}
	return out
}

func (n *Names) like(a, b words) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	common := max((n.shared(a, b)+n.shared(b, a))/2, glued(a, b))
	// a short title within a long question is the usual case, so the better part counts as well
	within := n.shared(b, a)
	if len(a) < len(b) {
		within = n.shared(a, b)
	}
	return min(0.6*common+0.4*within, 1)
}

// shared is the part of a, by weight, that is found in b.
func (n *Names) shared(a, b words) float64 {
	found, all := 0.0, 0.0
	for _, w := range a {
		weight, known := n.weight[w]
		if !known {
			weight = 1
		}
		best := 0.0
		for _, v := range b {
			best = max(best, likeWord(w, v))
		}
		found, all = found+weight*best, all+weight
	}
	return found / all
}

// glued compares names without their spaces: "check in" is "Checkin".
func glued(a, b words) float64 {
	if strings.Join(a, "") == strings.Join(b, "") {
		return 1
	}
	return 0
}

// likeWord compares two words by the letters they begin with in common and by
// the slips between them.
func likeWord(a, b string) float64 {
	if a == b {
		return 1
	}
	x, y := []rune(a), []rune(b)
	if len(x) > maxWord || len(y) > maxWord {
		return 0
	}
	short, long := min(len(x), len(y)), max(len(x), len(y))
	same := alike(x, y)
	switch {
	case same == short && short >= 3 && plural(string(x[same:])+string(y[same:])):
		return 1 // drink, drinks
	case same >= 3 && stem(a) == stem(b):
		return 0.95 // eats, eating
	case same >= 4 && same*10 >= long*5:
		return 0.9 // book, booking
	case short >= 5 && slips(x, y) == 1:
		return 0.85
	case same == short && short >= 4:
		return 0.7 // gate, gateway
	}
	return 0
}

// alike counts the letters two words begin with in common.
func alike(x, y []rune) (n int) {
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}

// stem is a word without the endings of English verbs.
func stem(w string) string {
	for _, ending := range []string{"ing", "ed", "es", "s", "e"} {
		if rest, ok := strings.CutSuffix(w, ending); ok && len(rest) >= 3 {
			return rest
		}
	}
	return w
}

func plural(ending string) bool {
	return ending == "s" || ending == "es" || ending == "n" || ending == "en"
}

// maxWord is the length in letters of the longest word that is compared letter
// by letter.
const maxWord = 40

// slips is the number of letters to put, take or change to make a word of another.
func slips(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		above := row[0]
		row[0] = i + 1
		for j := range b {
			cost := above
			if a[i] != b[j] {
				cost = min(above, row[j], row[j+1]) + 1
			}
			above, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// fold returns the words of a name that say something. A name of nothing but
// empty words keeps them.
func fold(name string) words {
	var all, said words
	for _, w := range split(name) {
		all = append(all, w)
		if !stopWords[w] {
			said = append(said, w)
		}
	}
	if len(said) == 0 {
		return all
	}
	return said
}

// maxName is the length in letters behind which a name is no longer looked at.
const maxName = 300

func split(name string) words {
	var out words
	var word []rune
	end := func() {
		if len(word) > 0 {
			out = append(out, string(word))
		}
		word = word[:0]
	}
	var before rune
	letters := 0
	for _, r := range name {
		if letters++; letters > maxName {
			break
		}
		switch {
		case unspaced(r):
			end()
			out = append(out, pairOf(before, r)...)
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if unicode.IsUpper(r) && unicode.IsLower(before) {
				end() // camelCase
			}
			word = append(word, plain(r)...)
		case r == '\'' || r == '’':
		case r == '-' && len(word) > 0 && len(word) <= 2:
			// Wi-Fi, e-mail, On-board
		default:
			end()
		}
		before = r
	}
	end()
	return out
}

// unspaced reports whether the letter is of a script that writes no spaces.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) || r == 'ー'
}

// pairOf returns what two letters without a space between them say: each Chinese
// character by itself, and two letters of one script together. A pair of two
// scripts is a word with its ending.
func pairOf(before, r rune) (out words) {
	han := unicode.Is(unicode.Han, r)
	if han {
		out = append(out, string(r))
	}
	if unspaced(before) && han == unicode.Is(unicode.Han, before) && unicode.Is(unicode.Hiragana, r) == unicode.Is(unicode.Hiragana, before) {
		out = append(out, string([]rune{before, r}))
	}
	return out
}

// plain returns a letter in lower case and without its accent.
func plain(r rune) []rune {
	r = unicode.ToLower(r)
	if unicode.IsMark(r) {
		return nil
	}
	if r < 0x80 {
		return []rune{r}
	}
	if p, ok := accents[r]; ok {
		return []rune(p)
	}
	return []rune{r}
}
