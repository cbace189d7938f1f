package survey

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"touchline.app/export/grid"
	"touchline.app/journey/evidence"
)

// truth is a survey that was made up: its scale, its codes, and what its
// questions really come to.
type truth struct {
	scale   evidence.Scale
	codes   []float64
	table   string
	figures []evidence.Figures
}

// madeUp makes a survey on a scale people use, with answers of any shape (one
// hill, two, falling, flat) and codes in some of its questions.
func madeUp(r *rand.Rand) truth {
	ends := [][2]float64{{1, 5}, {0, 5}, {1, 7}, {0, 10}, {1, 10}, {1, 4}, {0, 4}, {1, 6}, {0, 6}, {1, 3}, {-2, 2}, {-3, 3}, {-5, 5}}[r.IntN(13)]
	t := truth{scale: evidence.Scale{Min: ends[0], Max: ends[1]}}
	t.codes = t.possible(r)
	questions, n := 1+r.IntN(12), []int{8, 30, 60, 150, 400, 1500, 4000}[r.IntN(7)]
	columns := make([][]float64, questions)
	for i := range columns {
		columns[i] = t.answers(r, n)
		counts := map[float64]int{}
		for _, v := range columns[i] {
			if !slices.Contains(t.codes, v) {
				counts[v]++
			}
		}
		t.figures = append(t.figures, evidence.Of(counts))
	}
	var out strings.Builder
	for i := range columns {
		fmt.Fprintf(&out, "item %d,", i)
	}
	out.WriteString("end\n")
	for row := range n {
		for i := range columns {
			out.WriteString(strconv.FormatFloat(columns[i][row], 'g', -1, 64) + ",")
		}
		out.WriteString("x\n")
	}
	t.table = out.String()
	return t
}

// possible are codes that fit beside the scale.
func (t truth) possible(r *rand.Rand) []float64 {
	sets := [][]float64{nil, nil, {99}, {98, 99}, {-1}, {-9}, {88}}
	if t.scale.Min == 1 {
		sets = append(sets, []float64{0}, []float64{0})
	}
	if next := t.scale.Max + 1; t.scale.Min == 1 && next != 5 && next != 7 { // 1 to 4 with a code of 5 is to nobody but 1 to 5
		sets = append(sets, []float64{next}, []float64{0, next})
	}
	if t.scale.Max <= 6 {
		sets = append(sets, []float64{9}, []float64{8, 9}, []float64{7})
	}
	codes := sets[r.IntN(len(sets))]
	if t.scale.Min < 0 && len(codes) > 0 && codes[0] < 0 && codes[0] >= t.scale.Min {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(codes), func(c float64) bool {
		return c >= t.scale.Min && c <= t.scale.Max || c == 7 && t.scale == evidence.Scale{Min: 1, Max: 6}
	})
}

// answers draws from one or two hills over the scale; some are codes.
func (t truth) answers(r *rand.Rand, n int) []float64 {
	steps := int(t.scale.Max - t.scale.Min)
	weights := make([]float64, steps+1)
	for range 1 + r.IntN(2) {
		top, width, height := r.Float64()*float64(steps), 1+r.Float64()*float64(steps), 0.2+r.Float64()
		for i := range weights {
			weights[i] += height * math.Exp(-math.Pow((float64(i)-top)/width, 2))
		}
	}
	coded := []float64{0, 0, 0.002, 0.02, 0.1, 0.4, 0.7}[r.IntN(7)]
	total := 0.0
	for _, w := range weights {
		total += w
	}
	out := make([]float64, n)
	for i := range out {
		if len(t.codes) > 0 && r.Float64() < coded {
			out[i] = t.codes[r.IntN(len(t.codes))]
			continue
		}
		x, step := r.Float64()*total, 0
		for step < steps && x >= weights[step] {
			x -= weights[step]
			step++
		}
		out[i] = t.scale.Min + float64(step)
	}
	return out
}

// TestNeverSilentlyWrong makes up surveys: what is called sure has to be what was
// meant. SURVEYS sets their number.
func TestNeverSilentlyWrong(t *testing.T) {
	runs := 500
	if n, err := strconv.Atoi(os.Getenv("SURVEYS")); err == nil {
		runs = n
	}
	r := rand.New(rand.NewPCG(6, 11))
	sureOf, all, wrong := 0, 0, 0
	for range runs {
		want := madeUp(r)
		got := counted(t, grid.Bytes("x.csv", []byte(want.table)), Options{})
		for i, f := range Find(got)[:len(want.figures)] {
			all++
			if !f.Sure() {
				continue
			}
			sureOf++
			reading := f.Readings[0]
			figures := got.Questions[i].Apply(reading)
			if figures.Mean != want.figures[i].Mean || figures.N != want.figures[i].N {
				wrong++
				t.Errorf("codes averaged in or answers left out: %v of %d answers is read as %v of %d\ncodes %v, scale %v, read as %v\n%v",
					want.figures[i].Mean, want.figures[i].N, figures.Mean, figures.N, want.codes, want.scale, reading, got.Questions[i].Answers())
			} else if reading.Scale != want.scale {
				wrong++
				t.Errorf("scale %v, codes %v, is read as %v: %v", want.scale, want.codes, reading, got.Questions[i].Answers())
			}
			if wrong > 20 {
				t.FailNow()
			}
		}
	}
	t.Logf("%d of %d questions were called sure", sureOf, all)
}
