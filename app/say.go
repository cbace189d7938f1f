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
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return fill(words()(key+form), append([]any{"N", n}, pairs...))
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
