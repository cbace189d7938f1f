package json_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"touchline.app/export/exporttest"
	"touchline.app/export/json"
	"touchline.app/journey"
	"touchline.app/journey/sample"
)

func named(t *testing.T, name string) *journey.Map {
	t.Helper()
	m, err := sample.Named(name, journey.NewIDs(rand.NewChaCha8([32]byte{})))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func written(t *testing.T, m *journey.Map) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := json.Write(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// rows lists a map's content; two equal lists are equal maps.
func rows(m *journey.Map) []journey.Row {
	var out []journey.Row
	for r := range m.Rows() {
		out = append(out, r)
	}
	return out
}

func same(t *testing.T, name string, want *journey.Map, data []byte) {
	t.Helper()
	got, warnings, err := json.Read(name, data)
	if err != nil || len(warnings) > 0 {
		t.Fatalf("%s: %v, %v", name, err, warnings)
	}
	if w, g := rows(want), rows(got); !reflect.DeepEqual(w, g) {
		for i := range min(len(w), len(g)) {
			if !reflect.DeepEqual(w[i], g[i]) {
				t.Fatalf("%s: row %d is\n%+v, not\n%+v", name, i, g[i], w[i])
			}
		}
		t.Fatalf("%s: %d rows, not %d", name, len(g), len(w))
	}
	if journey.Digest(got) != journey.Digest(want) {
		t.Errorf("%s: another digest", name)
	}
}

func TestEveryRowAndFieldComesBack(t *testing.T) {
	for seed := range uint64(1000) {
		m := exporttest.Random(seed)
		same(t, "indented", m, written(t, m))
		data, err := json.Compact(m)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "compact", m, data)
		if bytes.ContainsAny(data, "\n\t") {
			t.Errorf("seed %d: white space in the compact form", seed)
		}
	}
	for _, name := range sample.Names {
		m := named(t, name)
		same(t, name, m, written(t, m))
	}
}

func TestSameMapSameBytes(t *testing.T) {
	m := named(t, "flight")
	shuffled := journey.New("", "")
	all := rows(m)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for _, r := range all {
		shuffled.Put(r)
	}
	if !bytes.Equal(written(t, m), written(t, shuffled)) {
		t.Error("the order in which rows were put shows")
	}
}

func TestEmptyListsComeBackAsTheyWere(t *testing.T) {
	m := named(t, "flight")
	tp := m.Journey()[0]
	tp.Actors, tp.Actual.Evidence.Distribution = []journey.ID{}, []int{}
	m.Put(tp)
	same(t, "empty lists", m, written(t, m))
}

const byHand = `{
  "format": "touchline-map",
  "map": {"title": "By hand"},
  "stages": [{"id": "a", "name": "Before"}, {"id": "b", "name": "After", "order": "V"}],
  "lanes": [{"id": "l", "type": "touchpoints"}],
  "touchpoints": [
    {"title": "Book", "stage": "a", "lane": "l", "kind": "interaction", "actual": {"valence": 0}, "color": "red"},
    {"title": "Fly", "stage": "b", "lane": "l", "order": "-", "mood": {"x": [1, "]"]}, "expected": null}
  ]
}`

func TestReadWhatAPersonWrote(t *testing.T) {
	m, warnings, err := json.Read("hand.json", []byte(byHand))
	if err != nil {
		t.Fatal(err)
	}
	if problems := m.Validate(); len(problems) > 0 {
		t.Error(problems)
	}
	var names []string
	for _, s := range m.StagesInOrder() {
		names = append(names, s.Name)
	}
	if tp := m.Journey(); len(tp) != 2 || !tp[1].Actual.Known || tp[1].Color != "" || tp[0].Expected.Known || !reflect.DeepEqual(names, []string{"After", "Before"}) {
		t.Errorf("%+v %q", tp, names)
	}
	var said []string
	for _, w := range warnings {
		said = append(said, w.String())
	}
	want := []string{
		"line 8: touchpoints[1].mood: there is no such field in a map: left out",
		`line 8: touchpoints[1].order: "-" is no order key: put last`,
		`line 7: touchpoints[0].color: is "red", not of the form #RRGGBB: left out`,
	}
	if !reflect.DeepEqual(said, want) {
		t.Errorf("%q", said)
	}
	again, _, err := json.Read("hand.json", []byte(byHand))
	if err != nil || !reflect.DeepEqual(rows(m), rows(again)) {
		t.Error("reading again gives another map")
	}
}

func TestWhatIsRefused(t *testing.T) {
	whole := string(written(t, named(t, "flight")))
	with := func(old, new string) string { return strings.Replace(byHand, old, new, 1) }
	tests := map[string]struct{ document, words string }{
		"nothing":              {" \n", "has nothing in it"},
		"no JSON":              {"{\n\"format\": oops", "is no JSON: line 2: "},
		"cut off":              {whole[:len(whole)/2], "is no JSON: line "},
		"a list":               {"[]", "no map of Touchline"},
		"other JSON":           {`{"name": "x"}`, "no map of Touchline"},
		"another format":       {with("touchline-map", "other"), `line 2: format: is "other"`},
		"newer":                {with(`"map"`, `"version": 2, "map"`), "a newer version"},
		"version of words":     {with(`"map"`, `"version": "1", "map"`), "version: is a text, not a number"},
		"Latin-1":              {with("Before", "Bef\xf6re"), "not text in UTF-8"},
		"no head":              {with(`"map": {"title": "By hand"},`, ""), `has no "map"`},
		"repeated field":       {with(`"title": "Book"`, `"title": "a", "title": "b"`), "touchpoints[0].title: stands twice"},
		"repeated table":       {with(`"lanes"`, `"stages": [], "lanes"`), "stages: stands twice"},
		"repeated id":          {with(`"id": "b"`, `"id": "a"`), `stages[1]: has the id "a", which stages[0] on line 4 has as well`},
		"id of two kinds":      {with(`"id": "l"`, `"id": "a"`), "is that of a stage as well"},
		"dangling reference":   {with(`"stage": "b"`, `"stage": "c"`), "line 8: touchpoints[1].stage: names stage \"c\", which is not there"},
		"valence out of range": {with(`"valence": 0`, `"valence": 7`), "line 7: touchpoints[0].actual.valence: is 7, outside -2..2"},
		"valence of words":     {with(`"valence": 0`, `"valence": "good"`), "touchpoints[0].actual.valence: is a text, not a number"},
		"huge number":          {with(`"valence": 0`, `"valence": 1e999`), "too large"},
		"unknown word":         {with(`"kind": "interaction"`, `"kind": "chat"`), `touchpoints[0].kind: is "chat": it may be interaction, `},
		"wrong lane":           {with(`"type": "touchpoints"`, `"type": "goals"`), "lane of type goals"},
		"null character":       {with(`"Book"`, `"Bo\u0000ok"`), "touchpoints[0].title: has a null character"},
		"long text":            {with(`"Book"`, `"`+strings.Repeat("b", journey.MaxTextLength+1)+`"`), "bytes long"},
		"long list":            {with(`"stage": "a"`, `"stage": "a", "actors": ["x"`+strings.Repeat(`,"x"`, 500)+`]`), "more than 500"},
		"an object as text":    {with(`"Book"`, `{}`), "title: is an object, not a text"},
		"flag of words":        {with(`"kind": "interaction"`, `"matters": "yes"`), "is a text, not true or false"},
		"part of a person":     {with(`"actual": {"valence": 0}`, `"actual": {"evidence": {"n": 1.5}}`), "actual.evidence.n: is 1.5, not a whole number"},
		"no date":              {with(`"actual": {"valence": 0}`, `"actual": {"evidence": {"date": "soon"}}`), `is "soon", not a date`},
		"deep":                 {with(`{"x": [1, "]"]}`, strings.Repeat("[", 40)+strings.Repeat("]", 40)), "nested"},
		"very deep":            {with(`{"x": [1, "]"]}`, strings.Repeat("[", 99_999)+strings.Repeat("]", 99_999)), "no JSON"},
		"changed":              {strings.Replace(whole, `"valence": -`, `"valence": `, 1), "does not fit its digest"},
		"changed digest":       {strings.Replace(whole, `"digest": "`, `"digest": "0`, 1), "does not fit its digest"},
		"id left out":          {strings.Replace(whole, `"id": `, `"it": `, 1), "map.id: is missing"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m, _, err := json.Read("x.json", []byte(tt.document))
			if err == nil || m != nil || !strings.Contains(err.Error(), tt.words) || !strings.HasPrefix(err.Error(), "x.json") || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %v", err)
			}
			if errors.Is(err, json.ErrDigest) != strings.HasPrefix(name, "changed") {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestManyWarningsAreNotKept(t *testing.T) {
	data := strings.Replace(byHand, `"mood": {`, strings.Repeat(`"mood": 1, `, 1)+`"x": {`, 1)
	var b strings.Builder
	for i := range 5000 {
		b.WriteString(`"f` + strings.Repeat("x", i%50) + `y": [{}], `)
		if i%40 == 39 {
			break
		}
	}
	data = strings.Replace(data, `"title": "By hand"`, b.String()+`"title": "By hand"`, 1)
	if _, warnings, err := json.Read("x", []byte(data)); err != nil || len(warnings) != 44 {
		t.Errorf("%d warnings, %v", len(warnings), err)
	}
	lanes := `"lanes": [` + strings.Repeat(`{"type": "text", "a": 1}, `, 300) + `{`
	if _, warnings, err := json.Read("x", []byte(strings.Replace(byHand, `"lanes": [{`, lanes, 1))); err != nil || len(warnings) != 101 {
		t.Errorf("%d warnings, %v", len(warnings), err)
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	for name, change := range map[string]func(m *journey.Map, tp journey.Touchpoint){
		"a valence that is no number": func(m *journey.Map, tp journey.Touchpoint) { tp.Actual.Valence /= 0 * tp.Actual.Valence; m.Put(tp) },
		"a reference to nothing":      func(m *journey.Map, tp journey.Touchpoint) { tp.Channel = "nowhere"; m.Put(tp) },
		"no UTF-8":                    func(m *journey.Map, tp journey.Touchpoint) { tp.Title = "\xff"; m.Put(tp) },
		"no UTF-8 in a key":           func(m *journey.Map, tp journey.Touchpoint) { tp.Order = "\xff"; m.Put(tp) },
		"many actors":                 func(m *journey.Map, tp journey.Touchpoint) { tp.Actors = make([]journey.ID, 501); m.Put(tp) },
		"a far year":                  func(m *journey.Map, _ journey.Touchpoint) { m.Head.Date = m.Head.Date.AddDate(20_000, 0, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			m := named(t, "flight")
			change(m, m.Journey()[0])
			if data, err := json.Compact(m); err == nil || !strings.HasPrefix(err.Error(), "write JSON: ") {
				t.Errorf("%.80s, %v", data, err)
			}
		})
	}
}

func TestSlightFaultsTravelWithTheirMap(t *testing.T) {
	m := named(t, "flight")
	tp := m.Journey()[0]
	tp.Order, tp.Color = "not a key!", "red"
	m.Put(tp)
	m.Put(journey.Persona{ID: "p", Initials: "MANY"})
	data := written(t, m)
	got, warnings, err := json.Read("x", data)
	if err != nil || len(warnings) != 4 || !reflect.DeepEqual(rows(got), rows(m)) {
		t.Errorf("%v %v", warnings, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(byHand))
	for seed := range uint64(8) {
		data, err := json.Compact(exporttest.Random(seed))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, _, err := json.Read("x", data)
		if err != nil {
			return
		}
		again, err := json.Compact(m)
		if err != nil {
			t.Fatalf("read, but cannot be written: %v", err)
		}
		if got, _, err := json.Read("x", again); err != nil || journey.Digest(got) != journey.Digest(m) {
			t.Fatalf("written, but not the same: %v", err)
		}
	})
}

func BenchmarkCompact(b *testing.B) {
	bench(b, func(m *journey.Map, _ []byte) { _, _ = json.Compact(m) })
}

func BenchmarkRead(b *testing.B) {
	bench(b, func(_ *journey.Map, d []byte) { _, _, _ = json.Read("x", d) })
}

func BenchmarkDigest(b *testing.B) { bench(b, func(m *journey.Map, _ []byte) { journey.Digest(m) }) }

func bench(b *testing.B, do func(*journey.Map, []byte)) {
	for name, n := range map[string]int{"300": 300, "30000": 30_000} {
		m := exporttest.LargeMap(n)
		data, err := json.Compact(m)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				do(m, data)
			}
		})
	}
}
