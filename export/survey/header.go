package survey

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"touchline.app/export/grid"
)

// stated is what the text of a question says about the numbers it is answered
// with: "(1 = very bad, 5 = very good, 9 = don't know)", "from 1 to 10".
type stated struct {
	low, high float64
	ends      bool      // both ends are said
	top       float64   // the highest number, where that alone is said ("out of 5"); else 0
	way       int       // 1: a higher number is better, -1: it is worse, 0: not said
	codes     []float64 // numbers said to mean "not applicable"
	open      string    // words beside a number that are not known
}

// anchor is a number with words that say what it stands for.
type anchor struct {
	at    float64
	words string
	meaning
	known, nothing bool
}

var (
	figure    = regexp.MustCompile(`\d{1,3}`)
	beside    = regexp.MustCompile(`^[)\]]?\s*(?:=|:|->|- |is the |is |being the |being |means |ist |bedeutet |to mean |\()\s*([^\d=;/()\[\]|,]{1,60})`)
	before    = regexp.MustCompile(`([^\d=;/()\[\]|,]{1,60}?)\s*(?:=|\()\s*$`)
	unto      = regexp.MustCompile(`^\s*(?:-|~|\.\.|to|bis|a|al|ate|tot|through|until|e|から|至|到|до|do|til|till|الى)\s*$`)
	scaleWord = regexp.MustCompile(`scale|skala|escala|echelle|scala|schaal|skali|rate |rating|bewert|calific|valor|evalu|noter|score|von |from |between|zwischen|entre|ces|nps|csat|likert|段階|評価|点|star|stern|point|punkt|打分|评分|評分|шкал|مقياس|척도`)
	pointed   = regexp.MustCompile(`(\d{1,3})[- ]?(?:-?point|pt\b|punkt|stufig|puntos|pontos|punti|star|stern|estrella|etoile|stelle|段階|点満点|點|分制|점)`)
	outOfAll  = regexp.MustCompile(`(?:out of|sur|von|sobre|su|/) ?(\d{1,3})(?:\D|$)`)
)

// statedIn reads the text of a question, folded.
func statedIn(text string) stated {
	var s stated
	var anchors []anchor
	places := numbersIn(text)
	for i, p := range places {
		end, from := len(text), 0
		if i+1 < len(places) {
			end = places[i+1].from
		}
		if i > 0 {
			from = places[i-1].to
		}
		if a, ok := anchorAt(p.value, text[p.to:end], text[from:p.from]); ok {
			anchors = append(anchors, a)
		}
		if i+1 < len(places) && unto.MatchString(text[p.to:places[i+1].from]) {
			s.span(p, places[i+1], text)
		}
	}
	s.anchored(anchors)
	if !s.ends {
		for _, re := range []*regexp.Regexp{pointed, outOfAll} {
			if g := re.FindStringSubmatch(text); g != nil {
				if v, ok := grid.Number(g[1]); ok && most[v] {
					s.top = v
				}
			}
		}
	}
	return s
}

type placed struct {
	value    float64
	from, to int
}

// numbersIn finds the numbers of a text that are no part of a word or of a longer
// number.
func numbersIn(text string) []placed {
	var out []placed
	for _, m := range figure.FindAllStringIndex(text, -1) {
		from, to := m[0], m[1]
		if within(text, from) || to < len(text) && digit(text[to]) {
			continue
		}
		v, _ := grid.Number(text[from:to])
		if from > 0 && text[from-1] == '-' && (from == 1 || strings.ContainsRune(" ([=:", rune(text[from-2]))) {
			v, from = -v, from-1
		}
		out = append(out, placed{v, from, to})
	}
	return out
}

// within reports whether what stands before a place belongs to it: a letter, a
// figure, the point of a longer number.
func within(text string, at int) bool {
	if at == 0 {
		return false
	}
	var far byte
	if at > 1 {
		far = text[at-2]
	}
	switch b := text[at-1]; {
	case b == '.':
		return far != 0 && far != '.'
	case b == ',':
		return digit(far)
	default:
		return letter(b) || digit(b)
	}
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// anchorAt reads the words beside a number, those behind it first.
func anchorAt(v float64, behind, ahead string) (anchor, bool) {
	a := anchor{at: v}
	if g := beside.FindStringSubmatch(behind); g != nil {
		a.words = strings.Trim(g[1], " .-")
		a.learn(false)
	}
	g := before.FindStringSubmatch(ahead)
	enclosed := strings.HasSuffix(strings.TrimRight(ahead, " "), "(")
	if g != nil && !a.known && !a.nothing && (!enclosed || strings.HasPrefix(behind, ")")) {
		words := strings.Trim(g[1], " .-:")
		b := anchor{at: v, words: words}
		if b.learn(true); b.known || b.nothing {
			return b, true
		}
	}
	sure := strings.HasPrefix(strings.TrimLeft(behind, " "), "=")
	return a, a.words != "" && (a.known || a.nothing || sure)
}

// learn looks the words up: all of them, or as many of them as are known, from
// their end or from their beginning.
func (a *anchor) learn(fromEnd bool) {
	if saysNothing(a.words) {
		a.nothing = true
		return
	}
	runes := []rune(a.words)
	if a.much() {
		return
	}
	for n := len(runes); n > 0; n-- {
		part, cut := runes[:n], n < len(runes) && runes[n] < 0x3000 && runes[n] != ' '
		if fromEnd {
			part, cut = runes[len(runes)-n:], n < len(runes) && runes[len(runes)-n-1] < 0x3000 && runes[len(runes)-n-1] != ' '
		}
		if cut {
			continue
		}
		word := strings.TrimSpace(string(part))
		for v, words := range lists().sections[binary] {
			if slices.Contains(words, word) {
				a.meaning, a.known = meaning{score: float64(2*v - 1)}, true
				return
			}
		}
		if m, ok := meant(word); ok {
			a.meaning, a.known = m, true
			return
		}
	}
}

// much looks up words that only say how much: "not at all", "completely".
func (a *anchor) much() bool {
	for language, ds := range degrees() {
		for _, d := range ds {
			if m := d.of(true); d.word == a.words && language != "" && (m.score >= 3 || m.score == notAtAll) {
				a.meaning, a.known = m, true
				return true
			}
		}
	}
	return false
}

// span takes "1 to 5" for the ends of the scale where the text speaks of a scale, or
// says it in brackets.
func (s *stated) span(a, b placed, text string) {
	before, after := strings.TrimRight(text[:a.from], " "), strings.TrimLeft(text[b.to:], " ")
	bracketed := strings.HasSuffix(before, "(") || strings.HasSuffix(before, "[") || strings.HasPrefix(after, ")") || strings.HasPrefix(after, "]")
	if !bracketed && !scaleWord.MatchString(text) || s.ends {
		return
	}
	low, high := min(a.value, b.value), max(a.value, b.value)
	if low >= -10 && low <= 1 && high >= 2 && (high <= 10 || high == 100) {
		s.low, s.high, s.ends = low, high, true
	}
}

// anchored takes what the anchors say.
func (s *stated) anchored(all []anchor) {
	var steps []anchor
	for _, a := range all {
		if a.nothing {
			s.codes = append(s.codes, a.at)
		} else {
			steps = append(steps, a)
		}
	}
	if len(steps) == 0 {
		return
	}
	slices.SortStableFunc(steps, func(a, b anchor) int { return cmp.Compare(a.at, b.at) })
	first, last := steps[0], steps[len(steps)-1]
	s.directed(first, last)
	if first.at < last.at && !s.ends && last.at <= 100 && first.at >= -10 {
		s.low, s.high, s.ends = first.at, last.at, true
	}
}

// directed tells from the anchors at both ends, or from one, how the numbers run.
func (s *stated) directed(first, last anchor) {
	switch {
	case first.known && last.known && first.score != last.score:
		s.way = 1
		if first.score > last.score {
			s.way = -1
		}
	case first.known && (!last.known || first.at == last.at):
		s.way = oneSided(first, s)
	case last.known && !first.known:
		s.way = oneSided(last, s)
	case first.at < last.at:
		s.open = first.words
	}
}

// oneSided tells from one end of the scale how the numbers run.
func oneSided(a anchor, s *stated) int {
	low := a.at <= 1
	if s.ends {
		low = a.at < (s.low+s.high)/2
	}
	switch {
	case a.score == 0 || !low && a.at < 3:
		return 0
	case (a.score > 0) == low:
		return -1
	}
	return 1
}

// fits reports whether nearly all of the numbers that were chosen are on the scale
// that is stated.
func (s stated) fits(p *profile) bool {
	on, all := 0, 0
	for v, n := range p.numbers {
		if slices.Contains(s.codes, v) || slices.Contains(p.far, v) {
			continue
		}
		all += n
		if v >= s.low && v <= s.high {
			on += n
		}
	}
	return on > 0 && on*10 >= all*7
}
