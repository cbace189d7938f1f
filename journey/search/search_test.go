package search_test

import (
	"bytes"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/sample"
	"touchline.app/journey/search"
)

func flight(t testing.TB) *journey.Map {
	t.Helper()
	seed := make([]byte, 1<<16)
	rand.New(rand.NewSource(4)).Read(seed)
	m, err := sample.Named("flight", journey.NewIDs(bytes.NewReader(seed)))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestFoldTakesSpellingsTogether(t *testing.T) {
	for name, c := range map[string][2]string{
		"case":               {"Books ONLINE", "books online"},
		"blanks":             {"  a \t b\n c ", "a b c"},
		"accents":            {"Crème Brûlée Ñandú", "creme brulee nandu"},
		"combining":          {"cre\u0300me", "creme"},
		"sharp s":            {"STRASSE", "straße"},
		"strokes":            {"Łódź Ærø", "lodz aero"},
		"turkish":            {"İstanbul ı", "istanbul i"},
		"greek":              {"ΟΔΌΣ", "οδος"},
		"cyrillic":           {"ЁЛКА", "елка"},
		"vietnamese":         {"Đặt vé", "dat ve"},
		"wide":               {"Ａｐｐ　１", "app 1"},
		"arabic points":      {"مَدْرَسَة", "مدرسه"},
		"arabic alef":        {"أحمد", "احمد"},
		"hebrew points":      {"שָׁלוֹם", "שלום"},
		"typographic quotes": {"“don’t”", "\"don't\""},
		"soft hyphen":        {"re\u00adfund", "refund"},
		"only an accent":     {"\u0301", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if a, b := search.Fold(c[0]), search.Fold(c[1]); a != b {
				t.Errorf("%q is folded to %q, %q to %q", c[0], a, c[1], b)
			}
		})
	}
	if search.Fold("की") == search.Fold("कु") {
		t.Error("the vowel signs of Devanagari are lost")
	}
}

func TestFoldTwiceIsFoldOnce(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 2000 {
		var b strings.Builder
		for range r.Intn(12) {
			some := []rune("aÀß İıæ\u0301\u00a0\u2003ـأةがｶ각ﬁ½\t😀\ufffd" + string(rune(r.Intn(0x3000))))
			b.WriteRune(some[r.Intn(len(some))])
		}
		once := search.Fold(b.String())
		if twice := search.Fold(once); twice != once {
			t.Fatalf("%q is folded to %q and then to %q", b.String(), once, twice)
		}
	}
}

func TestFindsEveryTextField(t *testing.T) {
	m := flight(t)
	tp := m.Journey()[3]
	tp.Details, tp.Expectation, tp.Reason, tp.Owner = "Détails one", "expects two", "reason three", "owner four"
	tp.Actual.Quote, tp.Expected.Word, tp.Actual.Evidence.Name = "quote five", "word six", "survey seven"
	tp.Expected.Evidence.Question, tp.Actual.Evidence.File = "question thirteen", "answers fourteen.csv"
	m.Put(tp)
	m.Put(journey.Channel{ID: "loose", Order: "zz", Name: "Fax eight"})
	m.Put(journey.Metric{ID: "metric", Stage: tp.Stage, Name: "Share nine"})
	m.Put(journey.Note{ID: "note", Stage: tp.Stage, Text: "Note ten"})
	m.Put(journey.PainPoint{ID: "pain", Stage: tp.Stage, Touchpoint: tp.ID, Text: "Pain eleven"})
	m.Put(journey.Opportunity{ID: "chance", Stage: "gone", Touchpoint: tp.ID, Text: "Chance twelve"})
	m.Put(journey.Reading{ID: "reading", Touchpoint: tp.ID, Evidence: journey.Evidence{Name: "Workshop fifteen"}})
	m.Put(journey.Waiver{ID: "waiver", Row: tp.ID, Reason: "Known since sixteen"})
	m.Put(journey.Waiver{ID: "whole", Reason: "Agreed on seventeen"})
	ix := search.NewIndex(m)
	for query, want := range map[string]search.Hit{
		"DETAILS ONE":  {journey.KindTouchpoint, tp.ID, "details", "Détails one"},
		"expects two":  {journey.KindTouchpoint, tp.ID, "expectation", "expects two"},
		"reason three": {journey.KindTouchpoint, tp.ID, "reason", "reason three"},
		"owner f":      {journey.KindTouchpoint, tp.ID, "owner", "owner four"},
		"quote five":   {journey.KindTouchpoint, tp.ID, "actual.quote", "quote five"},
		"word six":     {journey.KindTouchpoint, tp.ID, "expected.word", "word six"},
		"survey sev":   {journey.KindTouchpoint, tp.ID, "evidence", "survey seven"},
		"fax":          {journey.KindChannel, "loose", "name", "Fax eight"},
		"nine":         {journey.KindMetric, "metric", "name", "Share nine"},
		"note ten":     {journey.KindNote, "note", "text", "Note ten"},
		"eleven":       {journey.KindPainPoint, "pain", "text", "Pain eleven"},
		"twelve":       {journey.KindOpportunity, "chance", "text", "Chance twelve"},
		"thirteen":     {journey.KindTouchpoint, tp.ID, "evidence", "question thirteen"},
		"fourteen.csv": {journey.KindTouchpoint, tp.ID, "evidence", "answers fourteen.csv"},
		"fifteen":      {journey.KindTouchpoint, tp.ID, "evidence", "Workshop fifteen"},
		"sixteen":      {journey.KindTouchpoint, tp.ID, "waiver", "Known since sixteen"},
		"seventeen":    {journey.KindHead, m.Head.ID, "waiver", "Agreed on seventeen"},
		"taking a fl":  {journey.KindHead, m.Head.ID, "title", "Taking a flight"},
	} {
		hits := ix.Find(query)
		if len(hits) != 1 || hits[0] != want {
			t.Errorf("%q finds %v, want %v", query, hits, want)
		}
	}
	for _, query := range []string{"", " \n", "\u0301", "no such words"} {
		if hits := ix.Find(query); hits != nil {
			t.Errorf("%q finds %v", query, hits)
		}
	}
}

func TestHitsComeInTheOrderOfTheJourney(t *testing.T) {
	m := flight(t)
	var want, got []journey.ID
	for i, tp := range m.Journey() {
		if i%3 == 0 {
			tp.Details = "Übrigens"
			m.Put(tp)
			want = append(want, tp.ID)
		}
	}
	for _, h := range search.NewIndex(m).Find("ubrigens") {
		got = append(got, h.ID)
	}
	if !slices.Equal(want, got) {
		t.Errorf("found %v, want %v", got, want)
	}
}

func TestEveryFieldIsNamed(t *testing.T) {
	ix := search.NewIndex(flight(t))
	for c := 'a'; c <= 'z'; c++ {
		for _, h := range ix.Find(string(c)) {
			if !slices.Contains(search.Fields, h.Field) {
				t.Errorf("%s is not among the fields", h.Field)
			}
		}
	}
}

func TestAHitShowsTheTextAroundIt(t *testing.T) {
	m := journey.New("m", strings.Repeat("vorher ", 40)+"ÄRGERLICH "+strings.Repeat("nachher ", 40))
	hits := search.NewIndex(m).Find("argerlich")
	if len(hits) != 1 || !strings.Contains(hits[0].Text, "ÄRGERLICH") || len([]rune(hits[0].Text)) > 72 {
		t.Errorf("found %v", hits)
	}
}

func TestFilter(t *testing.T) {
	m := flight(t)
	all := m.Journey()
	count := func(f search.Filter) int { return len(f.Apply(m).Touchpoints) }
	if n := count(search.Filter{}); n != len(all) {
		t.Errorf("no filter leaves %d of %d", n, len(all))
	}
	for name, f := range map[string]search.Filter{
		"matters": {Matters: true}, "below": {Below: true}, "foreign": {NotOwned: true}, "opinions": {NoEvidence: true},
		"channel": {Channel: all[2].Channel}, "handed over": {HandOff: true}, "kind": {Type: journey.OneWay},
	} {
		n := count(f)
		if n == 0 || n == len(all) {
			t.Errorf("%s leaves %d of %d", name, n, len(all))
		}
		both := f
		both.Matters, both.Below = true, true
		if k := count(both); k > n || k > count(search.Filter{Matters: true}) {
			t.Errorf("%s with two more leaves %d, alone %d", name, k, n)
		}
	}
	gap := all[0]
	gap.Expected, gap.Actual = journey.Feel(0), journey.Emotion{Known: true, Valence: -0.04}
	one := journey.New("one", "")
	one.Put(gap)
	if len((search.Filter{Below: true}).Apply(one).Touchpoints) > 0 {
		t.Error("a gap that is shown as 0.0 is below expectation")
	}
}

func TestFilterByOwnerKeepsWhatSheAnswersFor(t *testing.T) {
	m := flight(t)
	a := m.Journey()[0]
	a.Owner = " Web team"
	m.Put(a)
	m.Put(journey.PainPoint{ID: "hers", Stage: a.Stage, Owner: "web  TEAM"})
	m.Put(journey.PainPoint{ID: "tied", Stage: a.Stage, Touchpoint: a.ID})
	m.Put(journey.PainPoint{ID: "other", Stage: a.Stage, Owner: "Nobody"})
	found := search.Filter{Owner: "web team"}.Apply(m)
	if !found.Has(journey.KindPainPoint, "hers") || !found.Has(journey.KindPainPoint, "tied") || found.Has(journey.KindPainPoint, "other") {
		t.Errorf("left are %v", found.Others)
	}
	if !found.Has(journey.KindTouchpoint, a.ID) || !found.Has(journey.KindStage, a.Stage) {
		t.Error("the touchpoint or its stage is left out")
	}
	if owners := search.Owners(m); !slices.Contains(owners, "Web team") {
		t.Errorf("owners are %v", owners)
	}
}

func TestRank(t *testing.T) {
	for name, c := range map[string]struct{ typed, better, worse string }{
		"beginning of words": {"zi", "Zoom in", "Pizza inn"},
		"together":           {"exp", "Export…", "Edit example"},
		"beginning":          {"und", "Undo", "Around"},
	} {
		a, ok := search.Rank(c.typed, c.better)
		b, _ := search.Rank(c.typed, c.worse)
		if !ok || a <= b {
			t.Errorf("%s: %q is worth %d, %q %d", name, c.better, a, c.worse, b)
		}
	}
	for typed, name := range map[string]string{"ba": "ab", "xyz": "Export", "exportt": "Export", "ee": "Export"} {
		if v, ok := search.Rank(typed, name); ok {
			t.Errorf("%q is found in %q with %d", typed, name, v)
		}
	}
	if _, ok := search.Rank("ÉX po", "Export"); !ok {
		t.Error("accents, case and blanks matter")
	}
}

// thirty returns a map of n touchpoints with the texts of a rich one.
func thirty(n int) *journey.Map {
	m := journey.New("m", "Large")
	for i := range 40 {
		m.Put(journey.Stage{ID: journey.ID(fmt.Sprint("s", i)), Order: fmt.Sprintf("%03d", i), Name: fmt.Sprint("Stage ", i)})
	}
	for i := range n {
		m.Put(journey.Touchpoint{
			ID: journey.ID(fmt.Sprint("t", i)), Stage: journey.ID(fmt.Sprint("s", i%40)), Order: fmt.Sprintf("%06d", i),
			Title: fmt.Sprint("Pays by card at the counter ", i), Details: "Two forms and a code that comes by text message, then a receipt",
			Owner: "Payments", Expectation: "It is over in a minute", Actual: journey.Emotion{Known: true, Quote: "Où est le reçu ?", Word: "lost"},
		})
	}
	return m
}

// BenchmarkFind looks for a text that is in no row of 30,000, the slowest case.
func BenchmarkFind(b *testing.B) {
	ix := search.NewIndex(thirty(30000))
	b.ResetTimer()
	for range b.N {
		ix.Find("receipt of the")
	}
}

// BenchmarkIndex reads 30,000 touchpoints with seven texts each.
func BenchmarkIndex(b *testing.B) {
	m := thirty(30000)
	b.ResetTimer()
	for range b.N {
		search.NewIndex(m)
	}
}
