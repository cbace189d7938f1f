package inspector

import (
	"slices"
	"strings"
	"testing"
	"time"

	"touchline.app/app/document/documenttest"
	"touchline.app/app/say"
	"touchline.app/journey"
)

func TestProvenanceSaysHowTheValenceCameAbout(t *testing.T) {
	e := journey.Emotion{Known: true, Valence: 0.5, Evidence: journey.Evidence{
		Source: journey.Survey, N: 40, Mean: 3.5, SD: 1, ScaleMin: 1, ScaleMax: 5, Median: 4, File: "q.csv", Question: "Gate", Filter: "Class = Eco",
		Blank: 3, NotApplicable: 2, Junk: 1, Inverted: true,
	}}
	text := strings.Join(provenance(e), "\n")
	for _, want := range []string{"(3.50 − 1) / (5 − 1) = +0.50", "3 blank", "2 not applicable", "1 not on the scale", "q.csv", "Gate", "Class = Eco", say.Text("evidence.inverted")} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said in\n%s", want, text)
		}
	}
	if strings.Contains(text, "figures say") {
		t.Error("line and figures are said to be apart")
	}
	e.Valence = -1
	if text := strings.Join(provenance(e), "\n"); !strings.Contains(text, "−1.00") {
		t.Errorf("line and figures are apart, and it says\n%s", text)
	}
	if got := intervalText(e); !strings.Contains(got, "+0.18") || !strings.Contains(got, "+0.82") || !strings.Contains(got, "4") {
		t.Errorf("the interval is %q", got)
	}
}

func TestTrendInWords(t *testing.T) {
	day := func(year int) time.Time { return time.Date(year, 5, 1, 0, 0, 0, 0, time.UTC) }
	source := func(v float64, year, n int) journey.Emotion {
		return journey.Emotion{Known: true, Valence: v, Evidence: journey.Evidence{
			Source: journey.Survey, N: n, Mean: v + 3, SD: 1, ScaleMin: 1, ScaleMax: 5, Date: day(year),
		}}
	}
	reading := func(e journey.Emotion) journey.Reading {
		return journey.Reading{Valence: e.Valence, Evidence: e.Evidence}
	}
	old := reading(source(-0.4, 2024, 400))
	for name, c := range map[string]struct {
		now  journey.Emotion
		want string
	}{
		"up":      {source(0.5, 2026, 400), "Up by 0.90 since survey 2024. " + say.Text("evidence.trend.apart")},
		"down":    {source(-0.5, 2026, 10), "Down by 0.10 since survey 2024. " + say.Text("evidence.trend.within")},
		"same":    {source(-0.4, 2026, 0), "As in survey 2024."},
		"earlier": {source(0.5, 2023, 400), ""},
	} {
		got := trendText(c.now, []journey.Reading{reading(source(1, 2025, 40)), old})
		if name == "earlier" && got != "" || !strings.Contains(strings.ToLower(got), strings.ToLower(c.want)) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestOutcomeOfAPromiseInWords(t *testing.T) {
	m := journey.New("m", "M")
	m.Put(journey.Stage{ID: "s"})
	felt := func(v float64) journey.Emotion { return journey.Emotion{Known: true, Valence: v} }
	m.Put(journey.Touchpoint{ID: "a", Stage: "s"})
	m.Put(journey.Touchpoint{ID: "b", Stage: "s", Expected: felt(1), Actual: felt(0.5)})
	m.Put(journey.Touchpoint{ID: "c", Stage: "s", Expected: felt(1), Actual: felt(1.5)})
	for to, want := range map[journey.ID]string{"a": say.Text("promise.open"), "b": "Broken: the gap where it is tested is −0.5.", "c": "Kept: the gap where it is tested is +0.5."} {
		if got, _ := outcomeText(m, journey.Promise{From: "x", To: to}); got != want {
			t.Errorf("tested at %s: %q", to, got)
		}
	}
}

func TestListsOfAnswersAreRead(t *testing.T) {
	for text, want := range map[string]string{"": "", "1,2, 3": "1, 2, 3", "4;5 6": "4, 5, 6"} {
		if got, ok := parseCounts(text); !ok || formatCounts(got) != want {
			t.Errorf("%q is read as %v", text, got)
		}
	}
	for _, text := range []string{"a", "-1", "1.5", "99999999999999999999"} {
		if _, ok := parseCounts(text); ok {
			t.Errorf("%q is taken for counts", text)
		}
	}
}

func TestVerbsAreProposedInTheLanguageOfTheMap(t *testing.T) {
	cases := []struct{ lang, text, want, not string }{
		{"en", "br", "Browses ", "Buys "},
		{"de", "", "Stöbert ", "Browses "},
		{"de", "emp", "Empfiehlt ", "Kauft "},
		{"ar", "تش", "تشاهد ", "تبحث "},
		{"ja", "価格", "価格を検索する", "を検索する"},
		{"ja", "価格を検", "価格を検索する", "価格を選ぶ"},
	}
	for _, c := range cases {
		got := verbs(c.lang, c.text)
		if !slices.Contains(got, c.want) || slices.Contains(got, c.not) {
			t.Errorf("%s: %q proposes %q", c.lang, c.text, got)
		}
	}
	for _, c := range cases[:4] {
		if got := verbs(c.lang, "Books online"); got != nil {
			t.Errorf("%s: a second word proposes %q", c.lang, got)
		}
	}
	if got := verbs("ja", "\xff"); len(got) != mostProposals {
		t.Errorf("a broken text proposes %q", got)
	}
}

func TestCountsInWords(t *testing.T) {
	p := journey.Passage{Customers: 500, Finished: 300, Repeated: 4}
	for _, want := range []string{"300", "4 came more than once"} {
		if !strings.Contains(passageText(p), want) {
			t.Errorf("%q is not in %q", want, passageText(p))
		}
	}
	events := journey.Events{Customers: 1000, Finished: 300, AdHoc: 7, File: "e.csv"}
	if got := eventsText(events); !strings.Contains(got, "e.csv") || !strings.Contains(got, "7 came") {
		t.Errorf("events: %q", got)
	}
}

func TestWhoIsKnownIsProposed(t *testing.T) {
	m, _ := documenttest.Flight(t)
	known := owners(m)
	if len(known) < 2 {
		t.Fatal("the map has no owners")
	}
	if got := proposed(known, strings.ToUpper(known[1][:3])); len(got) == 0 || got[0] != known[1] {
		t.Errorf("%q proposes %q", known[1][:3], got)
	}
	if got := proposed(known, known[0]); len(got) > 0 && got[0] == known[0] {
		t.Error("what is written is proposed")
	}
}
