package survey

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"touchline.app/export/grid"
	"touchline.app/journey/evidence"
)

// repeated is a table with the rows given, over and over.
func repeated(header string, times int, rows ...string) grid.Source {
	return grid.Bytes("x.csv", []byte(header+"\n"+strings.Repeat(strings.Join(rows, "\n")+"\n", times)))
}

func found(t *testing.T, r *Responses, question string) Finding {
	t.Helper()
	for i, q := range r.Questions {
		if q.Name == question {
			return Find(r)[i]
		}
	}
	t.Fatalf("no question %q", question)
	return Finding{}
}

func TestScales(t *testing.T) {
	for _, c := range []struct {
		name, header string
		answers      string // with commas
		want         string // the first reading
		sure         bool
	}{
		{"1 to 5", "Food", "1,2,3,3,4,4,5,5", "1 to 5", true},
		{"1 to 7", "Food", "1,2,3,4,5,6,6,7,7", "1 to 7", true},
		{"0 to 10", "How likely are you to recommend us?", "0,1,2,5,6,7,8,8,9,9,10,10", "0 to 10", true},
		{"0 to 10 unnamed", "Food", "0,1,2,5,6,7,8,8,9,9,10,10", "0 to 10", false},
		{"around zero", "Food", "-2,-1,-1,0,0,0,1,1,2", "-2 to 2", true},
		{"0 below 5", "Food", "0,1,2,3,4,5", "1 to 5, not applicable: 0", false},
		{"6 above 5", "Food", "1,2,3,4,4,5,6,6,6", "1 to 5, not applicable: 6", false},
		{"99", "Food", "1,2,3,3,4,4,5,5,99", "1 to 5, not applicable: 99", true},
		{"8 and 9", "Food", "1,2,3,3,4,4,5,5,8,9", "1 to 5, not applicable: 8, 9", true},
		{"minus one", "Food", "1,2,3,3,4,4,5,5,-1", "1 to 5, not applicable: -1", true},
		{"blanks and n/a", "Food", "1,2,3,3,4,4,5,5,,n/a", "1 to 5, not applicable: n/a", true},
		{"halves", "Food", "1,2.5,3,3.5,4,4.5,5,4.5", "1 to 5", true},
		{"percent", "Satisfied (percent)", "12,40,55,61,70,80,85,90,95,99", "0 to 100", true},
		{"points", "Rating", "12,40,55,61,70,80,85,90,95,99", "0 to 100", false},
		{"yes and no in numbers", "Food", "0,1,1", "0 to 1", true},
		{"stars", "Food", "★☆☆☆☆,★★☆☆☆,★★★☆☆,★★★★☆,★★★★★,★★★★★", "1 to 5", true},
		{"stars in words", "Food", "1 star,2 stars,3 stars,4 stars,5 stars,5 stars", "1 to 5", true},
		{"numbers with words", "Food", "1 - Very dissatisfied,2 - Dissatisfied,3 - Neutral,4 - Satisfied,5 - Very satisfied", "1 to 5", true},
		{"numbers with words, the best first", "Food", "1 - Very satisfied,2 - Satisfied,3 - Neutral,4 - Dissatisfied,5 - Very dissatisfied", "5 to 1", true},
		{"a question about trouble", "How difficult was it?", "1,2,3,3,4,4,5,5", "5 to 1", false},
		{"words", "Food", "Very satisfied,Satisfied,Neutral,Dissatisfied,Very dissatisfied,N/A", "words, 1 to 5, not applicable: N/A", true},
		{"German words", "Essen", "sehr zufrieden,zufrieden,teils teils,unzufrieden,keine Angabe", "words, 1 to 5, not applicable: keine Angabe", true},
		{"Spanish words", "Comida", "Muy satisfecho,Satisfecho,Neutral,Insatisfecho,No aplica", "words, 1 to 5, not applicable: No aplica", true},
		{"French words", "Repas", "Très satisfait,Satisfait,Neutre,Insatisfait,Sans objet", "words, 1 to 5, not applicable: Sans objet", true},
		{"Portuguese words", "Comida", "Muito satisfeito,Satisfeito,Neutro,Insatisfeito,Não se aplica", "words, 1 to 5, not applicable: Não se aplica", true},
		{"Japanese words", "食事", "とても満足,満足,どちらでもない,不満,該当なし", "words, 1 to 5, not applicable: 該当なし", true},
		{"Chinese words", "餐", "非常滿意,滿意,一般,不滿意", "words, 1 to 5", true},
		{"agreement", "It was easy", "Strongly agree,Agree,Disagree,Strongly disagree,Neither agree nor disagree", "words, 1 to 5", true},
		{"yes and no", "Food", "Yes,No,yes", "words, 0 to 1", true},
		{"two of five", "Food", "satisfied,dissatisfied", "words, 1 to 5", false},
		{"a word that is not known", "Food", "Very satisfied,Satisfied,Neutral,so lala", "words, 1 to 5", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := strings.Split(c.answers, ",")
			for i := range rows {
				rows[i] = `"` + rows[i] + `",x`
			}
			r := counted(t, repeated(`"`+c.header+`",end`, 60, rows...), Options{})
			f := Find(r)[0]
			if len(f.Readings) == 0 {
				t.Fatalf("no scale: %s", f.Why)
			}
			if got := f.Readings[0].String(); got != c.want || f.Sure() != c.sure {
				t.Errorf("got %s, doubts %v; want %s, sure %v", got, f.Doubts, c.want, c.sure)
			}
		})
	}
}

func TestNoScale(t *testing.T) {
	for name, rows := range map[string][]string{
		"ages": {"18", "23", "35", "41", "67"}, "names": {"Ann", "Bob"}, "nothing": {"", ""}, "years": {"2024", "2025"}, "small shares": {"0.5", "0.7"},
	} {
		for i := range rows {
			rows[i] += ",x"
		}
		r := counted(t, repeated("column,end", 60, rows...), Options{})
		if f := Find(r)[0]; len(f.Readings) > 0 {
			t.Errorf("%s: %v", name, f.Readings)
		}
	}
	var own strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&own, "what I think no. %d,4\n", i)
	}
	r := counted(t, grid.Bytes("x.csv", []byte("words,Food\n"+own.String())), Options{})
	if f := Find(r)[0]; len(f.Readings) > 0 {
		t.Errorf("own words: %v", f.Readings)
	}
}

func TestCodesAreNotAveraged(t *testing.T) {
	r := counted(t, repeated("Food,end", 100, "1,x", "3,x", "5,x", "4,x", "99,x", ",x", "n/a,x", "abc,x"), Options{})
	q := r.Questions[0]
	got := q.Apply(found(t, r, "Food").Readings[0])
	if got.N != 400 || got.Mean != 3.25 || got.Blank != 100 || got.NotApplicable["99"] != 100 || got.NotApplicable["n/a"] != 100 || got.Junk["abc"] != 100 {
		t.Errorf("%+v", got)
	}
	off := q.Apply(Reading{Scale: evidence.Scale{Min: 1, Max: 4}})
	if off.N != 300 || off.Junk["5"] != 100 || off.Junk["99"] != 100 {
		t.Errorf("answers off the scale: %+v", off)
	}
}

func TestFilter(t *testing.T) {
	src := repeated("Class,Food", 100, "Eco,1", "Eco,2", "Business,5", " Business ,4")
	r := counted(t, src, Options{Filter: []Condition{{"class", "Business"}}})
	got := r.Questions[1].Apply(Reading{Scale: evidence.Scale{Min: 1, Max: 5}})
	if r.Rows != 400 || r.Kept != 200 || got.N != 200 || got.Mean != 4.5 {
		t.Errorf("%d of %d, %+v", r.Kept, r.Rows, got)
	}
	if v := r.Values("Class"); len(v) != 2 || v[1] != (Answer{"Eco", 200, 0}) {
		t.Errorf("values %v", v)
	}
	if _, err := Count(context.Background(), src, r.Layout, Options{Filter: []Condition{{"Klasse", "x"}}}); err == nil || !strings.Contains(err.Error(), "Class, Food") {
		t.Errorf("a column that is not there: %v", err)
	}
}

func TestLong(t *testing.T) {
	src := repeated("respondent_id;question;answer", 50, "1;Food;4", "1;Staff;5", "2; Food;2", "2;Staff;3", "3;Food;")
	p, err := grid.Sniff(context.Background(), src, grid.Wish{})
	if err != nil {
		t.Fatal(err)
	}
	long := ProposeLong(p)
	if long == nil || *long != (Long{"question", "answer"}) {
		t.Fatalf("proposed %v", long)
	}
	r := counted(t, src, Options{Long: long})
	if len(r.Questions) != 2 || r.Questions[0].Name != "Food" || r.Questions[0].Blank() != 50 {
		t.Fatalf("%+v", r.Questions)
	}
	if got := r.Questions[0].Apply(Reading{Scale: evidence.Scale{Min: 1, Max: 5}}); got.N != 100 || got.Mean != 3 {
		t.Errorf("%+v", got)
	}
	if v := r.Values("respondent_id"); len(v) != 3 || v[0] != (Answer{"1", 100, 100}) || r.Values("none") != nil {
		t.Errorf("values %v", v)
	}
	wide, err := grid.Sniff(context.Background(), repeated("id,Food,Staff", 9, "1,2,3"), grid.Wish{})
	if err != nil || ProposeLong(wide) != nil {
		t.Errorf("a wide table is long: %v", err)
	}
}

// TestBounded counts answers that are all different, for which no room may be
// taken.
func TestBounded(t *testing.T) {
	in := newTally(20)
	for i := range 300_000 {
		in.add(fmt.Appendf(nil, "what I want to say, number %d", i), true)
	}
	if len(in.texts) > mostWords || in.beyond.all != 300_000-len(in.texts) {
		t.Errorf("%d texts, %d beyond", len(in.texts), in.beyond.all)
	}
	numbers := newTally(500)
	for i := range 300_000 {
		numbers.add(fmt.Appendf(nil, "%d", i), true)
	}
	if len(numbers.texts) > mostTotal/500 {
		t.Errorf("%d numbers", len(numbers.texts))
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	src := repeated("a,b", 3_000_000, "1,2")
	_, err := Count(ctx, src, grid.Layout{Encoding: grid.UTF8, Delimiter: ",", Header: 1}, Options{Progress: func(done, _ int64) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestManyResponses streams a million responses to twenty questions that lie
// nowhere as a whole.
func TestManyResponses(t *testing.T) {
	const rows = 1_000_000
	r, err := Count(context.Background(), endless{rows}, grid.Layout{Encoding: grid.UTF8, Delimiter: ",", Header: 1}, Options{})
	if err != nil || r.Rows != rows || len(r.Questions) != 20 {
		t.Fatalf("%v, %+v", err, r)
	}
	for i, q := range r.Questions {
		if got := q.Apply(Reading{Scale: evidence.Scale{Min: 1, Max: 5}}); got.N != rows || got.Mean != float64(1+i%5) {
			t.Errorf("%s: %+v", q.Name, got)
		}
	}
}

// endless is a table of the same row many times.
type endless struct{ rows int }

func (endless) Name() string { return "many.csv" }

func (e endless) Open() (io.ReadCloser, error) {
	header := strings.Repeat("q,", 19) + "q\n"
	return io.NopCloser(io.MultiReader(strings.NewReader(header), &again{row: []byte("1,2,3,4,5,1,2,3,4,5,1,2,3,4,5,1,2,3,4,5\n"), left: e.rows})), nil
}

type again struct {
	row      []byte
	at, left int
}

func (a *again) Read(p []byte) (n int, err error) {
	for n < len(p) && a.left > 0 {
		k := copy(p[n:], a.row[a.at:])
		n, a.at = n+k, a.at+k
		if a.at == len(a.row) {
			a.at = 0
			a.left--
		}
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}
