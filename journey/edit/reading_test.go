package edit_test

import (
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func TestDrawReadingExchangesSources(t *testing.T) {
	m := journey.New("m", "")
	felt := journey.Feel(-1)
	felt.Word, felt.Quote = "cold", "Brr"
	felt.Evidence = journey.Evidence{Source: journey.Survey, Name: "2025", N: 40}
	m.Put(journey.Touchpoint{ID: "t", Title: "Waits", Actual: felt})
	m.Put(journey.Reading{ID: "r", Touchpoint: "t", Valence: 0.5, Evidence: journey.Evidence{Source: journey.Survey, Name: "2026", N: 60}})
	m.Put(journey.Reading{ID: "x", Touchpoint: "t", Felt: journey.FeltExpected, Valence: 1})
	do := func(id journey.ID) edit.Patch {
		p, err := edit.DrawReading{ID: id}.Plan(m)
		if err != nil {
			t.Fatal(err)
		}
		p.Apply(m)
		return p
	}
	before := journey.Digest(m)
	p := do("r")
	tp, _ := m.Touchpoints.Get("t")
	r, _ := m.Readings.Get("r")
	if tp.Actual.Valence != 0.5 || tp.Actual.Evidence.Name != "2026" || tp.Actual.Word != "cold" || r.Valence != -1 || r.Evidence.Name != "2025" {
		t.Errorf("drawn %+v, kept %+v", tp.Actual, r)
	}
	p.Invert().Apply(m)
	if journey.Digest(m) != before {
		t.Error("undone it is another map")
	}
	do("x")
	if tp, _ := m.Touchpoints.Get("t"); tp.Expected.Valence != 1 || m.Readings.Has("x") {
		t.Errorf("an emotion nobody spoke of: %+v, %d readings", tp.Expected, m.Readings.Len())
	}
	for _, id := range []journey.ID{"x", "none"} {
		if _, err := (edit.DrawReading{ID: id}).Plan(m); err == nil {
			t.Errorf("reading %q can be drawn", id)
		}
	}
}

func TestAPromiseWithoutWordsIsCalledByWhatItTies(t *testing.T) {
	m := journey.New("m", "")
	m.Put(journey.Touchpoint{ID: "a", Title: "Sees the price"})
	m.Put(journey.Touchpoint{ID: "b", Title: "Pays"})
	m.Put(journey.Promise{ID: "p", From: "a", To: "b"})
	for _, c := range []edit.Command{edit.Remove{Kind: journey.KindPromise, ID: "p"}, edit.RemoveRows{Rows: []edit.Ref{{Kind: journey.KindPromise, ID: "p"}}}} {
		if p, err := c.Plan(m); err != nil || p.Subject != "Sees the price → Pays" {
			t.Errorf("the step is called %q, %v", p.Subject, err)
		}
	}
}
