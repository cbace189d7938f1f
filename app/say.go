package app

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"fyne.io/fyne/v2/lang"

	"touchline.app/resources"
)

// words is where the texts of the interface come from.
var words = sync.OnceValue(func() func(string) string {
	return resources.Words(language())
})

// language is that of the system, as in "en" or "pt-BR".
func language() string { return strings.ReplaceAll(string(lang.SystemLocale()), "_", "-") }

// say returns the text of a key in the user's language. Names and values fill
// its places, written {Name}: say("status.gap", "Mean", "−0.4").
func say(key string, pairs ...any) string { return fill(words()(key), pairs) }

// count returns the text of a key for a number, which fills the place {N}. The
// text for one thing and that for several have keys of their own.
func count(key string, n int, pairs ...any) string {
	return fill(words()(plural(words(), language(), key, n)), append([]any{"N", n}, pairs...))
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

// word returns the text of one of the model's words, such as "third party", as
// the map writes it, with a capital.
func word[S ~string](group string, s S) string {
	return capital(say(group + "." + string(s)))
}

func capital(s string) string {
	rs := []rune(s)
	if len(rs) == 0 {
		return s
	}
	return upper(string(rs[:1])) + string(rs[1:])
}

func upper(s string) string { return strings.ToUpper(s) }

// signed writes a valence or gap with one decimal and a real sign; zero has none.
func signed(v float64) string {
	v = math.Round(v*10) / 10
	switch {
	case v > 0:
		return "+" + strconv.FormatFloat(v, 'f', 1, 64)
	case v < 0:
		return "−" + strconv.FormatFloat(-v, 'f', 1, 64)
	}
	return "0.0"
}
