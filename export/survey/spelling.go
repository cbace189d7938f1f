package survey

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"touchline.app/export/grid"
)

// folded is an answer as it is compared with others: without case, accents, the
// forms of its genders and what stands around it, with single spaces and the signs
// of a typewriter.
func folded(s string) string { return foldedText(s, maxAnswer) }

// foldedText is folded for texts of up to a number of letters.
func foldedText(s string, most int) string {
	s = norm.NFKC.String(grid.Clean(s, most))
	s = typewritten.Replace(strings.ToLower(s))
	if strings.ContainsFunc(s, beyondASCII) {
		s = unaccented(s)
	}
	s = strings.Join(strings.Fields(s), " ")
	if strings.ContainsAny(s, "/(·@") {
		s = genders.ReplaceAllString(s, "$1$2")
	}
	return strings.TrimRight(strings.TrimSpace(s), ".!:;,")
}

func beyondASCII(r rune) bool { return r >= 0x80 }

// typewritten has the signs of a typewriter for those of a printer, one letter for
// what is spelled in two ways, and nothing for what cannot be seen.
var typewritten = strings.NewReplacer(
	"’", "'", "‘", "'", "´", "'", "`", "'", "–", "-", "—", "-", "‐", "-", "−", "-", "〜", "~", "。", "", "...", "..", "ß", "ss",
	"\u200b", "", "\u200c", "", "\u200d", "", "\u200e", "", "\u200f", "", "\u2060", "", "\ufe0e", "", "\ufe0f", "", "\u0640", "",
	"أ", "ا", "إ", "ا", "آ", "ا", "ى", "ي", "ة", "ه",
)

// genders are the endings of a second gender: "satisfait(e)", "satisfecho/a".
var genders = regexp.MustCompile(`(\pL{3})(?:\((?:e|a|o|es|as|os|in|r|n)\)|/-?(?:a|o|e|as|os|es|in|trice)|·e)(\pP|\s|$)`)

// unaccented leaves out the marks above and below letters, but for those of kana,
// which make another letter.
func unaccented(s string) string {
	var out []rune
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) || r == 0x3099 || r == 0x309a {
			out = append(out, r)
		}
	}
	return norm.NFC.String(string(out))
}

// rating is an answer that is a number.
type rating struct {
	value float64
	of    float64 // the most there is, as in "4/5"; 0 where the answer does not say
	said  string  // words beside the number, folded
	share bool    // a percent sign follows
}

// most are the numbers out of which ratings are given.
var most = map[float64]bool{3: true, 4: true, 5: true, 6: true, 7: true, 10: true, 20: true, 100: true}

var (
	leading  = regexp.MustCompile(`^[\[(]?([-+]?\d{1,3}(?:[.,]\d{1,2})?)[\])]?(?:$|[^\d].*$)`)
	trailing = regexp.MustCompile(`^(.*\pL.*?) ?(?:[\[(] ?(-?\d{1,2}) ?[\])]|[-=:] ?(\d{1,2}))$`)
	outOf    = regexp.MustCompile(`^ ?(?:/|out of|of|von|sur|su|de|van|av|z|из|من|中) ?(\d{1,3})(?:$|[^\d./-].*$)`)
)

// maxSaid is the length in bytes of the longest answer that may be one on a scale;
// longer ones are the customer's own words.
const maxSaid = 160

// rated reads an answer that is a number, begins with one ("4 - satisfied",
// "4 stars", "4/5"), ends with one behind words of a scale ("satisfied (4)"), or is
// a row of stars.
func rated(answer string) (rating, bool) {
	if v, ok := grid.Number(answer); ok {
		return rating{value: v, share: strings.Contains(answer, "%")}, true
	}
	if v, of, ok := stars(answer); ok {
		return rating{value: v, of: of}, true
	}
	if len(answer) > maxSaid || !strings.ContainsFunc(answer, unicode.IsNumber) {
		return rating{}, false
	}
	said := folded(plainFigures(answer))
	said = strings.Trim(strings.TrimPrefix(said, "="), `"'`)
	if v, ok := grid.Number(said); ok {
		return rating{value: v, share: strings.Contains(said, "%")}, true
	}
	if g := leading.FindStringSubmatch(said); g != nil {
		return explained(said, g[1])
	}
	if g := trailing.FindStringSubmatch(said); g != nil {
		v, ok := grid.Number(g[2] + g[3])
		words := strings.Trim(g[1], " -=:")
		return rating{value: v, said: words}, ok && known(words)
	}
	return rating{}, false
}

// explained reads what follows a number that an answer begins with.
func explained(said, figure string) (rating, bool) {
	v, ok := grid.Number(figure)
	_, rest, _ := strings.Cut(said, figure)
	bare := strings.TrimLeft(rest, "])")
	if g := outOf.FindStringSubmatch(bare); g != nil {
		of, _ := grid.Number(g[1])
		return rating{value: v, of: of}, ok && most[of] && v <= of && v >= 0
	}
	words := strings.TrimLeft(bare, "-=:.)( ")
	if words == "" && rest != "" && strings.Trim(rest, "])") == "" {
		return rating{value: v}, ok // in brackets
	}
	switch {
	case starWord(bare):
		return rating{value: v}, ok
	case words == "" || words[0] >= '0' && words[0] <= '9' || words == bare || v != float64(int(v)):
		return rating{}, false // a date, a time, a seat, a version
	}
	return rating{value: v, said: strings.Trim(words, " )]")}, ok
}

// plainFigures writes the figures of other scripts as those of ours.
func plainFigures(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x660 && r <= 0x669:
			return r - 0x660 + '0'
		case r >= 0x6f0 && r <= 0x6f9:
			return r - 0x6f0 + '0'
		case r >= 0x966 && r <= 0x96f:
			return r - 0x966 + '0'
		}
		return r
	}, s)
}

// stars reads a row of stars, full and hollow ones.
func stars(s string) (value, of float64, ok bool) {
	full := 0.0
	for _, r := range s {
		switch r {
		case '★', '⭐', '🌟':
			full++
		case '☆', '✩':
			of++
		case '½', '⯨':
			value += 0.5
		case '\ufe0e', '\ufe0f', ' ', '\u00a0', '\u200b':
		default:
			return 0, 0, false
		}
	}
	if of += full; of == full || !most[of] {
		of = 0
	}
	return value + full, of, full > 0
}

// starWord reports whether what follows a number is the word for stars or points.
func starWord(rest string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	switch word {
	case "star", "stars", "stern", "sterne", "etoile", "etoiles", "estrella", "estrellas", "estrela", "estrelas", "stelle", "stella", "ster", "sterren",
		"points", "point", "punkt", "punkte", "punten", "puntos", "pontos", "punti", "点", "つ星", "星", "分", "점", "نجوم", "نجمه":
		return true
	}
	return false
}
