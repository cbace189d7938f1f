package evidence

import (
	"math"
	"testing"
	"time"

	"touchline.app/journey"
)

func TestFigures(t *testing.T) {
	f := Of(map[float64]int{1: 2, 2: 1, 5: 3, math.NaN(): 4, 3: 0, math.Inf(1): 2})
	if f.N != 6 || f.Median != 3.5 || f.Least != 1 || f.Most != 5 || len(f.Steps) != 3 {
		t.Errorf("%+v", f)
	}
	if math.Abs(f.Mean-19.0/6) > 1e-12 || math.Abs(f.SD-math.Sqrt(2*math.Pow(1-19.0/6, 2)/5+math.Pow(2-19.0/6, 2)/5+3*math.Pow(5-19.0/6, 2)/5)) > 1e-12 {
		t.Errorf("mean %v, sd %v", f.Mean, f.SD)
	}
	if one := Of(map[float64]int{4: 1}); one.SD != 0 || one.Median != 4 {
		t.Errorf("%+v", one)
	}
	if none := Of(nil); none.N != 0 || none.Mean != 0 {
		t.Errorf("%+v", none)
	}
	if _, _, ok := Of(map[float64]int{4: 1}).Interval(); ok {
		t.Error("one answer has an interval")
	}
}

// TestSumKeepsSmallNumbers has figures whose naive sum loses what matters.
func TestSumKeepsSmallNumbers(t *testing.T) {
	f := Of(map[float64]int{1e16: 1, 1: 10, -1e16: 1})
	if math.Abs(f.Mean-10.0/12) > 1e-12 {
		t.Errorf("mean is %v", f.Mean)
	}
}

// TestStudent compares with the tables.
func TestStudent(t *testing.T) {
	for freedom, want := range map[int]float64{
		1: 12.7062047, 2: 4.30265273, 3: 3.18244631, 4: 2.77644511, 5: 2.57058184, 10: 2.22813885, 30: 2.04227246, 100: 1.98397152, 1000: 1.96233908, 1_000_000: 1.95996636,
	} {
		if got := student975(freedom); math.Abs(got-want) > 2e-5*want {
			t.Errorf("t(0.975, %d) is %.8f, want %.8f", freedom, got, want)
		}
	}
}

func TestValence(t *testing.T) {
	for _, c := range []struct {
		scale        Scale
		answer, want float64
	}{
		{Scale{Min: 1, Max: 5}, 3, 0},
		{Scale{Min: 1, Max: 5}, 5, 2},
		{Scale{Min: 1, Max: 5, Turned: true}, 5, -2},
		{Scale{Min: 1, Max: 6, Turned: true}, 1, 2},
		{Scale{Min: 0, Max: 10}, 7.5, 1},
		{Scale{Min: -2, Max: 2}, 1.5, 1.5},
		{Scale{Min: 0, Max: 1}, 0.25, -1},
		{Scale{Min: 1, Max: 5}, 9, 2},
		{Scale{Min: 1, Max: 5}, -9, -2},
		{Scale{Min: 3, Max: 3}, 3, 0},
		{Scale{Min: 1, Max: 5}, math.NaN(), 0},
	} {
		if got := c.scale.Valence(c.answer); math.Abs(got-c.want) > 1e-12 || math.Signbit(got) && got == 0 {
			t.Errorf("%v on %v is %v, want %v", c.answer, c.scale, got, c.want)
		}
	}
}

func TestEmotion(t *testing.T) {
	day := time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)
	f := Of(map[float64]int{1: 1, 2: 2, 4: 1})
	e := f.Emotion(Scale{Min: 1, Max: 5}, "May", day)
	if !e.Known || e.Valence != -0.75 || e.Evidence.Source != journey.Survey || e.Evidence.N != 4 || !e.Evidence.Date.Equal(day) {
		t.Errorf("%+v", e)
	}
	if d := e.Evidence.Distribution; len(d) != 5 || d[0] != 1 || d[1] != 2 || d[3] != 1 {
		t.Errorf("distribution %v", d)
	}
	turned := f.Emotion(Scale{Min: 1, Max: 5, Turned: true}, "May", day)
	if turned.Valence != 0.75 || turned.Evidence.Mean != 3.75 || turned.Evidence.Distribution[4] != 1 {
		t.Errorf("turned: %+v", turned)
	}
	if e := f.Emotion(Scale{Min: 0, Max: 100}, "", day); e.Evidence.Distribution != nil {
		t.Errorf("a hundred steps: %v", e.Evidence.Distribution)
	}
	if e := Of(nil).Emotion(Scale{Min: 1, Max: 5}, "", day); e.Known {
		t.Error("no answers give an emotion")
	}
}

func TestLikeness(t *testing.T) {
	titles := []string{
		"Books online", "Checks in", "Finds the gate", "Boards by phone", "Settles into the seat", "Goes online by Wi-Fi",
		"Nach dem Preis fragen", "Kundendienst anrufen", "商品を探す", "Paiement à la caisse", "Retirada na loja",
	}
	n := NewNames(titles)
	for name, want := range map[string]string{
		"Ease of Online booking":                    "Books online",
		"How satisfied were you with the check-in?": "Checks in",
		"CHECKIN":               "Checks in",
		"Booking":               "Books online",
		"Gate location":         "Finds the gate",
		"Online boarding":       "Boards by phone",
		"seat_comfort":          "Settles into the seat",
		"Inflight wifi service": "Goes online by Wi-Fi",
		"Wie zufrieden waren Sie mit unserem Kundendienst": "Kundendienst anrufen",
		"Preis":                              "Nach dem Preis fragen",
		"商品の探しやすさ":                           "商品を探す",
		"Êtes-vous satisfait de la caisse ?": "Paiement à la caisse",
		"Como avalia a retirada em loja?":    "Retirada na loja",
	} {
		best, most := "", 0.0
		for i, like := range n.Likeness(name) {
			if like < 0 || like > 1 {
				t.Errorf("%q is %v like %q", name, like, titles[i])
			}
			if like > most {
				best, most = titles[i], like
			}
		}
		if best != want || most < 0.4 {
			t.Errorf("%q is likest %q (%.2f), want %q", name, best, most, want)
		}
	}
	for _, name := range []string{"", "???", "How satisfied were you overall?", "Postcode", "Age"} {
		for i, like := range n.Likeness(name) {
			if like >= 0.45 {
				t.Errorf("%q is %.2f like %q", name, like, titles[i])
			}
		}
	}
}

func FuzzLikeness(f *testing.F) {
	f.Add("Books online", "booking")
	f.Add("ーーー商品", "\xff\x00")
	f.Fuzz(func(t *testing.T, title, name string) {
		for _, like := range NewNames([]string{title, "x"}).Likeness(name) {
			if like < 0 || like > 1 || math.IsNaN(like) {
				t.Errorf("%q is %v like %q", name, like, title)
			}
		}
	})
}
