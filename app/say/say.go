// Package say finds the words of the interface in the language of the system: texts
// by their keys, with the form a number asks for, numbers and days as a person writes
// and reads them, and what rows of a map are called.
//
// It must not know what a text is for: no window, no toolkit but the name of the language.
package say

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"fyne.io/fyne/v2/lang"

	"touchline.app/resources"
)

// Words is where the texts of the interface come from.
var Words = sync.OnceValue(func() func(string) string {
	return resources.Words(Language())
})

// Language is that of the system, as in "en" or "pt-BR".
func Language() string { return strings.ReplaceAll(string(lang.SystemLocale()), "_", "-") }

// Text returns the text of a key in the user's language. Names and values fill
// its places, written {Name}: say.Text("status.gap", "Mean", "−0.4").
func Text(key string, pairs ...any) string { return fill(Words()(key), pairs) }

// Count returns the text of a key for a number, which fills the place {N}. The
// text for one thing and that for several have keys of their own.
func Count(key string, n int, pairs ...any) string {
	return fill(Words()(plural(Words(), Language(), key, n)), append([]any{"N", n}, pairs...))
}

// plural returns the key of the text for a number in a language, by the rules of
// the Unicode CLDR for whole numbers.
func plural(words func(string) string, lang, key string, n int) string {
	form := "other"
	lang, _, _ = strings.Cut(lang, "-")
	switch {
	case lang == "ja":
	case lang == "ar":
		form = arabic(n)
	case n == 1 || n == 0 && lang == "fr":
		form = "one"
	}
	if full := key + "." + form; words(full) != full {
		return full
	}
	return key + ".other"
}

// arabic returns the form of a noun after a number.
func arabic(n int) string {
	if n < 0 {
		n = -n
	}
	switch r := n % 100; {
	case n == 0:
		return "zero"
	case n == 1:
		return "one"
	case n == 2:
		return "two"
	case r >= 3 && r <= 10:
		return "few"
	case r >= 11:
		return "many"
	}
	return "other"
}

func fill(text string, pairs []any) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+fmt.Sprint(pairs[i])+"}", fmt.Sprint(pairs[i+1]))
	}
	return text
}

// Word returns the text of one of the model's words, such as "third party", as
// the map writes it, with a capital.
func Word[S ~string](group string, s S) string {
	return Capital(Text(group + "." + string(s)))
}

// Capital begins a text with a capital.
func Capital(s string) string {
	rs := []rune(s)
	if len(rs) == 0 {
		return s
	}
	return Upper(string(rs[:1])) + string(rs[1:])
}

// Upper writes a text in capitals.
func Upper(s string) string { return strings.ToUpper(s) }

// Signed writes a valence or gap with one decimal and a real sign; zero has none.
func Signed(v float64) string {
	v = math.Round(v*10) / 10
	switch {
	case v > 0:
		return lead() + "+" + Pointed(strconv.FormatFloat(v, 'f', 1, 64))
	case v < 0:
		return lead() + "−" + Pointed(strconv.FormatFloat(-v, 'f', 1, 64))
	}
	return Pointed("0.0")
}

// lead stands before a sign, which would go behind its digits in a text from the
// right without it.
func lead() string { return Words()("number.lead") }

// Pointed writes the decimal point of a figure as the language does.
func Pointed(figure string) string { return strings.Replace(figure, ".", Words()("number.point"), 1) }

// OneLine writes a text of several lines into one.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// OrElse returns a text, or another one where it is empty.
func OrElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// Thousands writes a number in groups of three, apart by a thin space.
func Thousands(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "\u202f" + text[i:]
	}
	return text
}
