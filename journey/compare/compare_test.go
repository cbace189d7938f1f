package compare

import (
	"math/rand/v2"
	"strings"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/sample"
)

func flight(t testing.TB) *journey.Map {
	t.Helper()
	m, err := sample.Named("flight", journey.NewIDs(rand.NewChaCha8([32]byte{1})))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func texts(ds []Difference) string {
	var out []string
	for _, d := range ds {
		out = append(out, d.Text)
	}
	return strings.Join(out, "\n")
}

func TestDifferencesInWords(t *testing.T) {
	tests := map[string]struct {
		change func(m *journey.Map)
		want   string // empty: none; a line ends with the text
		sort   Sort
	}{
		"nothing": {func(*journey.Map) {}, "", ""},
		"order keys spelled anew": {func(m *journey.Map) {
			keys := journey.Spread(m.Stages.Len())
			for i, s := range m.StagesInOrder() {
				s.Order = "z" + keys[i]
				m.Put(s)
			}
		}, "", ""},
		"added": {func(m *journey.Map) {
			m.Put(journey.Touchpoint{ID: "new", Stage: m.StagesInOrder()[0].ID, Order: "zz", Title: "Ask a friend"})
		}, `added: touchpoint "Ask a friend" in "` + "Inspiration", Added},
		"removed": {func(m *journey.Map) { m.Delete(journey.KindTouchpoint, m.Journey()[2].ID) }, "removed: touchpoint ", Removed},
		"retold": {func(m *journey.Map) {
			p := m.Journey()[0]
			p.Title = "Told anew\nin two lines"
			m.Put(p)
		}, `-> "Told anew in two lines"`, Retold},
		"re-felt": {func(m *journey.Map) {
			p := m.Journey()[0]
			p.Actual = journey.Feel(-1.5)
			m.Put(p)
		}, "-> -1.5", Refelt},
		"moved to another stage": {func(m *journey.Map) {
			p := m.Journey()[0]
			p.Stage = m.StagesInOrder()[2].ID
			m.Put(p)
		}, "moved: touchpoint ", Moved},
		"the last one is now the first": {func(m *journey.Map) {
			s := m.StagesInOrder()
			last := s[len(s)-1]
			last.Order, _ = journey.Between("", s[0].Order)
			m.Put(last)
		}, "-> first", Moved},
		"changed": {func(m *journey.Map) {
			p := m.Journey()[0]
			p.Matters = !p.Matters
			m.Put(p)
		}, "moment that matters", Changed},
		"title of the map": {func(m *journey.Map) {
			m.Head.Title = "Another"
		}, `retold: the map: title `, Retold},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			a, b := flight(t), flight(t)
			tt.change(b)
			got := Maps(a, b)
			if tt.want == "" {
				if len(got) != 0 {
					t.Errorf("differences:\n%s", texts(got))
				}
				return
			}
			if len(got) == 0 || got[0].Sort != tt.sort && !strings.Contains(texts(got), string(tt.sort)+": ") || !strings.Contains(texts(got), strings.SplitN(tt.want, "Inspiration", 2)[0]) {
				t.Errorf("differences:\n%s", texts(got))
			}
			if tt.sort != Removed && len(got) != 1 {
				t.Errorf("one change makes %d differences:\n%s", len(got), texts(got))
			}
			if strings.Contains(texts(got[:1]), "\n") {
				t.Errorf("more than a line: %q", got[0].Text)
			}
		})
	}
}

func TestADifferenceFarIntoALongTextIsShown(t *testing.T) {
	long := strings.Repeat("the same words again and again ", 9)
	a, b := flight(t), flight(t)
	for m, end := range map[*journey.Map]string{a: "before", b: "after"} {
		p := m.Journey()[0]
		p.Details = long + end
		m.Put(p)
	}
	if got := texts(Maps(a, b)); !strings.Contains(got, `before" -> "`) || !strings.Contains(got, `after"`) {
		t.Errorf("differences: %s", got)
	}
}

// The same map through a format without ids.
func TestRowsWithoutCommonIDsArePaired(t *testing.T) {
	a := flight(t)
	b, err := sample.Named("flight", journey.NewIDs(rand.NewChaCha8([32]byte{2})))
	if err != nil {
		t.Fatal(err)
	}
	p := b.Journey()[0]
	p.Actual = journey.Feel(2)
	b.Put(p)
	got := Maps(a, b)
	for _, d := range got {
		if d.Kind == journey.KindTouchpoint && d.Sort != Refelt {
			t.Errorf("difference: %s", d.Text)
		}
	}
	if len(got) == 0 {
		t.Error("no difference")
	}
}

func TestHostileTextsStayOnOneLine(t *testing.T) {
	a := journey.New("m", "")
	b := journey.New("m", "")
	b.Put(journey.Note{ID: "n", Stage: "nowhere", Text: "a\x00\x1b[31m\r\n\u202e\u2028" + strings.Repeat("x", 1<<16)})
	a.Put(journey.Touchpoint{ID: "t", Actors: []journey.ID{"none"}})
	for _, d := range append(Maps(a, b), Maps(b, a)...) {
		if strings.ContainsAny(d.Text, "\x00\x1b\r\n\u202e\u2028") || len(d.Text) > 500 {
			t.Errorf("text is %.100q", d.Text)
		}
	}
}
