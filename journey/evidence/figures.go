package evidence

import (
	"cmp"
	"math"
	"slices"
	"time"

	"touchline.app/journey"
)

// Step is an answer and how often it was given.
type Step struct {
	Value float64
	Count int
}

// Figures says what a column of answers comes to.
type Figures struct {
	N      int     // answers counted
	Mean   float64 // 0 without answers
	SD     float64 // sample standard deviation (n-1); 0 for fewer than two answers
	Median float64 // the middle answer, or the mean of the middle two
	Least  float64 // the lowest answer given
	Most   float64 // the highest answer given
	Steps  []Step  // the distribution, lowest answer first
}

// Of returns the figures of answers that were counted by value. Answers that are
// no number, and counts below one, are left out.
func Of(counts map[float64]int) Figures {
	var f Figures
	for v, n := range counts {
		if n > 0 && !math.IsNaN(v) && !math.IsInf(v, 0) {
			f.Steps = append(f.Steps, Step{v + 0, n})
			f.N += n
		}
	}
	if f.N == 0 {
		return Figures{}
	}
	slices.SortFunc(f.Steps, func(a, b Step) int { return cmp.Compare(a.Value, b.Value) })
	f.Least, f.Most = f.Steps[0].Value, f.Steps[len(f.Steps)-1].Value
	f.Mean = f.sum(func(v float64) float64 { return v }) / float64(f.N)
	if f.N > 1 {
		f.SD = math.Sqrt(f.deviations() / float64(f.N-1))
	}
	f.Median = (f.at((f.N-1)/2) + f.at(f.N/2)) / 2
	return f
}

// deviations is the sum of the squares of how far the answers lie from the mean.
// With whole numbers Σx² - (Σx)²/n is exact but for one division, so nothing
// cancels out.
func (f Figures) deviations() float64 {
	const most = 1 << 31 // then n·Σx² stays below 2⁶³ for the scales there are
	n, sum, squares := 0, 0, 0
	for _, s := range f.Steps {
		v := int(s.Value)
		if float64(v) != s.Value || v < -100 || v > 100 {
			return f.sum(func(v float64) float64 { return (v - f.Mean) * (v - f.Mean) })
		}
		n, sum, squares = n+s.Count, sum+v*s.Count, squares+v*v*s.Count
	}
	if n > most/100 || squares > most*100 {
		return f.sum(func(v float64) float64 { return (v - f.Mean) * (v - f.Mean) })
	}
	return float64(n*squares-sum*sum) / float64(n)
}

// sum adds up what of makes of every answer, without the error of adding small
// numbers to a large one (Neumaier's summation).
func (f Figures) sum(of func(float64) float64) float64 {
	sum, lost := 0.0, 0.0
	for _, s := range f.Steps {
		x := of(s.Value) * float64(s.Count)
		t := sum + x
		if math.Abs(sum) >= math.Abs(x) {
			lost += (sum - t) + x
		} else {
			lost += (x - t) + sum
		}
		sum = t
	}
	return sum + lost
}

// at returns the answer at a place when all are put in order, the lowest first.
func (f Figures) at(place int) float64 {
	for _, s := range f.Steps {
		if place < s.Count {
			return s.Value
		}
		place -= s.Count
	}
	return f.Most
}

// Interval returns the 95 % confidence interval of the mean,
//
//	mean ± t(0.975, n-1) · sd / √n
//
// with t from Student's distribution. With fewer than two answers there is none.
func (f Figures) Interval() (low, high float64, ok bool) {
	if f.N < 2 {
		return 0, 0, false
	}
	half := student975(f.N-1) * f.SD / math.Sqrt(float64(f.N))
	return f.Mean - half, f.Mean + half, true
}

// Band returns the 95 % confidence interval of a measured emotion as valences,
// within -2..+2: the interval of the mean on the scale of the source, mapped as
// Scale.Valence maps it. An opinion, a single answer and evidence without a scale
// have none.
func Band(e journey.Emotion) (low, high float64, ok bool) {
	ev := e.Evidence
	s := Scale{Min: ev.ScaleMin, Max: ev.ScaleMax}
	if !e.Known || !ev.Measured() || !s.Valid() {
		return 0, 0, false
	}
	low, high, ok = Figures{N: ev.N, Mean: ev.Mean, SD: ev.SD}.Interval()
	return s.Valence(low), s.Valence(high), ok
}

// student975 returns the 97.5 % quantile of Student's t with the given degrees
// of freedom: G. W. Hill, Algorithm 396, CACM 13 (1970). It is right to five
// digits from three degrees on and exact for one and two.
func student975(freedom int) float64 {
	const tail = 0.05 // of both sides
	switch freedom {
	case 1:
		return math.Tan(math.Pi * (1 - tail) / 2)
	case 2:
		return math.Sqrt(2/(tail*(2-tail)) - 2)
	}
	n := float64(freedom)
	a := 1 / (n - 0.5)
	b := 48 / (a * a)
	c := ((20700*a/b-98)*a-16)*a + 96.36
	d := ((94.5/(b+c)-3)/b + 1) * math.Sqrt(a*math.Pi/2) * n
	y := math.Pow(d*tail, 2/n)
	if y > 0.05+a {
		const x = -1.959963984540054 // the quantile of the normal distribution
		y = x * x
		if freedom < 5 {
			c += 0.3 * (n - 4.5) * (x + 0.6)
		}
		c += (((0.05*d*x-5)*x-7)*x-2)*x + b
		y = (((((0.4*y+6.3)*y+36)*y+94.5)/c-y-3)/b + 1) * x
		y = math.Expm1(a * y * y)
	} else {
		y = ((1/(((n+6)/(n*y)-0.089*d-0.822)*(n+2)*3)+0.5/(n+4))*y-1)*(n+1)/(n+2) + 1/y
	}
	return math.Sqrt(n * y)
}

// maxSteps is the length of the longest scale whose distribution goes into a map.
const maxSteps = 21

// Emotion returns the actual emotion the answers stand for, with the figures as
// its evidence; what the figures cannot know is left to the caller (file, question,
// answers left out). Where the scale is turned, the figures are turned too, so that a
// higher one is better in every map. It is unknown without answers or scale.
// The distribution has an entry for each whole step of a scale of up to 21
// steps; an answer between two counts for the nearer one.
func (f Figures) Emotion(s Scale, name string, day time.Time) journey.Emotion {
	if f.N == 0 || !s.Valid() {
		return journey.Emotion{}
	}
	return journey.Emotion{
		Known:   true,
		Valence: s.Valence(f.Mean),
		Evidence: journey.Evidence{
			Source: journey.Survey, Name: name, N: f.N, Mean: s.straight(f.Mean), SD: f.SD,
			ScaleMin: s.Min, ScaleMax: s.Max, Distribution: f.bins(s), Date: day,
			Median: s.straight(f.Median), Inverted: s.Turned,
		},
	}
}

func (f Figures) bins(s Scale) []int {
	width := s.Max - s.Min
	if width != math.Trunc(width) || width >= maxSteps {
		return nil
	}
	bins := make([]int, int(width)+1)
	for _, step := range f.Steps {
		at := math.Round(s.straight(step.Value) - s.Min)
		bins[int(min(max(at, 0), width))] += step.Count
	}
	return bins
}
