package survey

import (
	"fmt"
	"slices"

	"touchline.app/journey/evidence"
	"touchline.app/journey/phrase"
)

// block are the questions of a survey whose answers are small whole numbers up
// to the same highest one. Questions of a block have been asked on the same
// scale, so that what one leaves open another may show.
type block struct {
	members   []*profile
	low, high float64
	counts    map[float64]int // of all members
	n         int
	taller    bool // the survey has questions with higher answers, up to 7
}

func newBlock(members []*profile) *block {
	b := &block{members: members, counts: map[float64]int{}, low: members[0].low(), high: members[0].high()}
	for _, p := range members {
		b.low, b.high = min(b.low, p.low()), max(b.high, p.high())
		for _, v := range p.values {
			b.counts[v] += p.numbers[v]
			b.n += p.numbers[v]
		}
	}
	return b
}

// choice is a scale with the numbers that would then be codes.
type choice struct {
	low, high float64
	codes     []float64
}

func (c choice) reading(turned bool) Reading {
	return Reading{Scale: evidence.Scale{Min: c.low, Max: c.high, Turned: turned}, NotApplicable: codesOf(c.codes)}
}

// verdict is what the answers of a block say about their scale.
type verdict struct {
	choices []choice      // the likeliest first
	doubt   phrase.Phrase // empty: the first is sure
	why     string
}

func sure(low, high float64, why string) verdict {
	return verdict{choices: []choice{{low, high, nil}}, why: why}
}

// few is the number of answers below which an end of a scale may have been left
// out by chance.
const few = 100

// verdict decides by the lowest and the highest answer of the block.
func (b *block) verdict() verdict {
	v := b.ends()
	switch {
	case !v.doubt.Blank():
	case b.n < few:
		v.doubt = phrase.Of("which scale is meant: %d answers are too few to tell", b.n)
	case b.taller:
		v.doubt = phrase.Of("whether the scale goes on higher, as with other questions of the survey")
		v.choices = append([]choice{{1, 5, nil}, {1, 7, nil}}, v.choices...)
	}
	return v
}

func (b *block) ends() verdict {
	if b.low < 0 {
		return b.signed()
	}
	if rule, ok := ends[[2]float64{b.low, b.high}]; ok {
		return rule(b)
	}
	switch b.high {
	case 10:
		return b.ten()
	case 5, 7:
		return b.top()
	}
	return b.short()
}

// ends are the rules for blocks whose lowest and highest answer say most.
var ends = map[[2]float64]func(*block) verdict{
	{0, 1}:  func(*block) verdict { return sure(0, 1, "yes or no, 1 or 0") },
	{0, 4}:  (*block).zero,
	{0, 5}:  (*block).zero,
	{0, 7}:  (*block).zero,
	{0, 6}:  (*block).zeroAndSix,
	{0, 10}: (*block).eleven,
	{1, 4}:  (*block).four,
	{1, 6}:  (*block).six,
}

// signed looks at scales that go below zero.
func (b *block) signed() verdict {
	end := max(-b.low, b.high)
	switch {
	case end == 1:
		return verdict{choices: []choice{{-1, 1, nil}, {0, 1, []float64{-1}}}, doubt: phrase.Of("whether -1 is a step of the scale or means not applicable")}
	case (end == 2 || end == 3 || end == 5) && -b.low == b.high && (b.proven(1) || b.proven(-1)):
		return sure(-end, end, "the same above and below zero")
	case end <= 5 && -b.low == b.high:
		return verdict{choices: []choice{{-end, end, nil}, {-5, 5, nil}}, doubt: phrase.Of("where the scale ends")}
	case end <= 5:
		return verdict{choices: []choice{{-5, 5, nil}, {-end, end, nil}}, doubt: phrase.Of("where the scale ends")}
	}
	return verdict{choices: []choice{{-10, 10, nil}}, doubt: phrase.Of("where the scale ends")}
}

// zero decides whether a 0 below 1 to 4, 5 or 7 is the lowest step or a code. It
// is a code where most questions with many low answers have none, or next to none.
func (b *block) zero() verdict {
	with, without := choice{0, b.high, nil}, choice{1, b.high, []float64{0}}
	missing, low := 0, 0
	for _, p := range b.members {
		if e := expectedBelow(p.numbers); e >= 10 {
			low++
			if float64(p.numbers[0])*20 < e {
				missing++
			}
		}
	}
	v := verdict{choices: []choice{without, with}}
	if b.high > 4 && missing >= 2 && missing*2 >= low && b.proven(1) {
		v.why = fmt.Sprintf("0 is no step of the scale: %d of %d questions with many answers of 1 have next to none of 0", missing, low)
		return v
	}
	v.doubt = phrase.Of("whether 0 is the lowest step or means not applicable")
	if !b.proven(1) {
		v.doubt = phrase.Of("whether 0 is the lowest step or means not applicable, and where the scale ends")
	}
	return v
}

// expectedBelow returns how many answers of 0 a question would have, were 0 the
// step below 1: the numbers from 3 down are continued, twice as steeply.
func expectedBelow(counts map[float64]int) float64 {
	one, two := float64(counts[1]), float64(counts[2])
	if one == 0 || two == 0 {
		return 0
	}
	fall := min(one/two, 1)
	return one * fall * fall
}

// zeroAndSix decides about 0 to 6, which no scale has: codes at both ends show
// in that more people chose them than the step beside them, unlike the ends of a
// scale, and that how many did differs from question to question.
func (b *block) zeroAndSix() verdict {
	v := verdict{choices: []choice{{1, 5, []float64{0, 6}}, {0, 6, nil}, {1, 6, []float64{0}}}}
	below := b.counts[0]*2 > b.counts[1]*3 && b.counts[2]*10 > b.counts[1]*11
	if below && b.apart(6) >= 3 && b.uneven(6, 5) {
		v.why = "0 and 6 stand apart from 1 to 5: the answers beside them are rarer"
		return v
	}
	v.doubt = phrase.Of("whether 0 and 6 are steps of the scale or mean not applicable")
	return v
}

// apart counts the questions in which the highest answer stands apart: it is far
// more frequent than the one below it, and that one rarer than the next.
func (b *block) apart(high float64) (n int) {
	for _, p := range b.members {
		if c := p.numbers; p.n >= 60 && c[high] > 3*c[high-1] && c[high-2]*10 > c[high-1]*11 {
			n++
		}
	}
	return n
}

// uneven reports whether a code is ten times as frequent beside the step next to
// it in one question as in another.
func (b *block) uneven(code, beside float64) bool {
	least, most := 0.0, 0.0
	for i, p := range b.members {
		r := float64(p.numbers[code]) / float64(max(p.numbers[beside], 1))
		if i == 0 || r < least {
			least = r
		}
		most = max(most, r)
	}
	return most > 10*least
}

// proven reports whether the block's highest answer (up 1) or its lowest (up -1)
// is the end of the scale: were there a step behind it, someone would have chosen
// it, going by how the answers fall off before.
func (b *block) proven(up float64) bool {
	end := b.high
	if up < 0 {
		end = b.low
	}
	last, before := float64(b.counts[end]), float64(b.counts[end-up])
	if last == 0 {
		return false
	}
	fall := min(last/max(before, 1), 1)
	return last*fall*fall >= 3
}

// recommends is whether the questions are those of the net promoter score, which
// has a 0.
func (p *profile) recommends() bool { return p.says(lists().promoter) }

// eleven looks at 0 to 10. Only the net promoter score is sure to have a 0.
func (b *block) eleven() verdict {
	if b.members[0].recommends() {
		return sure(0, 10, "0 to 10, as one asks for a recommendation")
	}
	v := verdict{choices: []choice{{0, 10, nil}, {1, 10, []float64{0}}}, doubt: phrase.Of("whether 0 is the lowest step or means not applicable")}
	if b.counts[0] > 2*b.counts[1] && b.counts[2] > b.counts[1] {
		slices.Reverse(v.choices)
	}
	return v
}

// ten tells 0 to 10 from 1 to 10 where nobody chose 0.
func (b *block) ten() verdict {
	switch {
	case b.members[0].recommends():
		return sure(0, 10, "0 to 10, as one asks for a recommendation")
	case b.low == 1 && expectedBelow(b.counts) >= 10:
		return sure(1, 10, "1 to 10: many chose 1, nobody 0")
	}
	return verdict{choices: []choice{{1, 10, nil}, {0, 10, nil}}, doubt: phrase.Of("whether the scale begins at 0 or at 1")}
}

// top looks at scales up to 5 or 7 without a 0.
func (b *block) top() verdict {
	v := verdict{choices: []choice{{1, b.high, nil}}, why: fmt.Sprintf("1 to %g", b.high)}
	next, third := b.counts[b.high-1], b.counts[b.high-2]
	if (b.counts[b.high]*2 > next*3 && third*10 > next*11 || b.apart(b.high) > 0) && b.low == 1 {
		v.choices = append(v.choices, choice{1, b.high - 1, []float64{b.high}})
		v.doubt = phrase.Of("whether %g is the highest step or means not applicable", b.high)
	}
	if b.counts[1]*100 < b.n { // next to nobody chose the lowest: there may be lower ones
		v.doubt = phrase.Of("where the scale begins")
	}
	if !b.proven(1) {
		v.doubt = phrase.Of("where the scale ends")
		v.choices = append(v.choices, choice{0, 10, nil}, choice{1, 10, nil})
	}
	if b.low > 2 {
		v.choices = append(v.choices, choice{0, 10, nil})
		v.doubt = phrase.Of("where the scale ends")
	}
	return v
}

// four can be four steps, five of which nobody chose the highest, or three and a
// code.
func (b *block) four() verdict {
	return verdict{
		choices: []choice{{1, 4, nil}, {1, 5, nil}, {1, 3, []float64{4}}},
		doubt:   phrase.Of("whether the scale ends at 4 or at 5, and whether 4 means not applicable"),
	}
}

// six can be six steps, or five and a code.
func (b *block) six() verdict {
	five, all := choice{1, 5, []float64{6}}, choice{1, 6, nil}
	v := verdict{choices: []choice{all, five}, doubt: phrase.Of("whether 6 is a step of the scale or means not applicable")}
	if b.counts[6] > b.counts[5] && b.counts[4] > b.counts[5] {
		v.choices = []choice{five, all}
	}
	return v
}

// short looks at what is left: two or three steps, or a range no scale has.
func (b *block) short() verdict {
	low, high := b.low, b.high
	switch {
	case high <= 3:
		return verdict{choices: []choice{{min(low, 1), max(high, min(low, 1)+1), nil}, {1, 5, nil}, {0, 10, nil}}, doubt: phrase.Of("how many steps the scale has")}
	case high <= 5:
		return verdict{choices: []choice{{1, 5, nil}, {1, 7, nil}, {0, 10, nil}}, doubt: phrase.Of("where the scale begins and ends")}
	}
	v := verdict{choices: []choice{{0, 10, nil}, {1, 10, nil}, {1, high, nil}}, doubt: phrase.Of("where the scale ends")}
	if low == 1 && b.n >= few && b.proven(1) {
		v.choices = []choice{{1, high, nil}, {1, 10, nil}, {0, 10, nil}}
	}
	return v
}
