package inventory

import (
	"context"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"touchline.app/export/grid"
	"touchline.app/export/survey"
)

// seeds are tables that the mutations begin with.
var seeds = []string{
	"Stage,Touchpoint,Emotion,Persona\nA,\"b, c\",4,Ann\nB,d;e,\"x \"y\" z\",Bob\n",
	",A,B\nTouchpoints,a/b,c\nEmotion,1,x\nPain points,,slow\n",
	"# T\n## 1. A\n|Stage|Action|Emotion|\n|--|--|--|\n|a|b|3/5|\n\n## 2. B\n|Stage|Action|Emotion|\n|--|--|--|\n|c|d<br>e|不安|\n",
	"id;Q1;Q2;Klasse\n1;5 - Very satisfied;0;Eco\n2;;99;Eco\n3;1 - Very dissatisfied;-1;Business\n",
	"question,answer\r\nFood,4\r\nStaff,★★★☆☆\r\nFood,n/a\r\nStaff,4/5\r\n",
	"sep=;\nx;y\n1,5;2,5\n\"a\nb\";3\n",
	"\xff\xfea\x00,\x00b\x00\n\x001\x00,\x002\x00\n\x00",
	"\x8e\xbf\x96\xe2,\x89\xf1\x93\x9a\n\x82\xc6\x82\xc4\x82\xe0\x96\x9e\x91\xab,5\n",
}

// pieces are what mutations put in.
var pieces = []string{
	"\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\x00", "\xff", "\xef\xbb\xbf", "★", "不安", "(", "）", "/", "-1", "99", "1e308", "NaN", "0.5", "|--|", "#", "```",
	"{\"ImportId\":\"a\"}", "Stage", "Touchpoint", "Action", "Emotion", "very satisfied", "=1+1", "\u202e", "👩‍👩‍👧", "\\|", "<br>",
}

func mutated(r *rand.Rand) []byte {
	data := []byte(seeds[r.IntN(len(seeds))])
	for range 1 + r.IntN(12) {
		at := r.IntN(len(data) + 1)
		switch r.IntN(5) {
		case 0:
			data = append(data[:at:at], append([]byte(pieces[r.IntN(len(pieces))]), data[at:]...)...)
		case 1:
			data = append(data[:at:at], data[min(at+r.IntN(9), len(data)):]...)
		case 2:
			if at < len(data) {
				data[at] = byte(r.IntN(256))
			}
		case 3:
			to := min(at+r.IntN(40), len(data))
			data = append(data[:to:to], data[at:]...)
		case 4:
			other := seeds[r.IntN(len(seeds))]
			data = append(data[:at:at], other[r.IntN(len(other)):]...)
		}
	}
	return data
}

// TestMutated reads tables that were tampered with, as responses and as
// inventories. MUTATIONS sets their number.
func TestMutated(t *testing.T) {
	runs := 3000
	if n, err := strconv.Atoi(os.Getenv("MUTATIONS")); err == nil {
		runs = n
	}
	r := rand.New(rand.NewPCG(5, 8))
	ctx := context.Background()
	for range runs {
		data := mutated(r)
		name := []string{"x.csv", "x.md"}[r.IntN(2)]
		if all, err := Read(ctx, name, data); err == nil {
			for _, f := range all {
				if problems := f.Map.Validate(); len(problems) > 0 {
					t.Fatalf("%q: %v", data, problems)
				}
			}
		}
		answers(ctx, t, data)
	}
}

// answers counts a table and applies every reading that is found.
func answers(ctx context.Context, t *testing.T, data []byte) {
	t.Helper()
	src := grid.Bytes("x.csv", data)
	p, err := grid.Sniff(ctx, src, grid.Wish{})
	if err != nil {
		return
	}
	o := survey.Options{}
	if len(p.Columns) > 1 && len(data)%2 == 0 {
		o.Long = &survey.Long{Question: p.Columns[0].Name, Answer: p.Columns[1].Name}
	}
	counted, err := survey.Count(ctx, src, p.Layout, o)
	if err != nil {
		return
	}
	for i, f := range survey.Find(counted) {
		q := counted.Questions[i]
		for _, reading := range f.Readings {
			if !reading.Scale.Valid() {
				t.Fatalf("%q: %s has the scale %v", data, q.Name, reading.Scale)
			}
			got := q.Apply(reading)
			all := got.N + got.Blank + got.Beyond
			for _, n := range got.NotApplicable {
				all += n
			}
			for _, n := range got.Junk {
				all += n
			}
			if o.Long == nil && all != counted.Rows || got.N > 0 && (got.Mean < reading.Scale.Min-1e-9 || got.Mean > reading.Scale.Max+1e-9) {
				t.Fatalf("%q: %s has %d answers in %d rows: %+v", data, q.Name, all, counted.Rows, got)
			}
		}
	}
}
