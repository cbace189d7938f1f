package markdown_test

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"touchline.app/export/exporttest"
	"touchline.app/export/markdown"
	"touchline.app/export/table"
	"touchline.app/journey"
	"touchline.app/journey/sample"
)

var update = flag.Bool("update", false, "accept what is written")

func written(t testing.TB, m *journey.Map) ([]byte, string) {
	t.Helper()
	var out bytes.Buffer
	warnings, err := markdown.Write(&out, m)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, w := range warnings {
		said = append(said, w.String())
	}
	return out.Bytes(), strings.Join(said, "\n")
}

// apart gives everything a name of its own, for names are all a table has.
func apart(m *journey.Map) *journey.Map {
	n := 0
	for _, r := range slices.Collect(m.Rows()) {
		n++
		switch r := r.(type) {
		case journey.Persona:
			r.Name += fmt.Sprint(" ", n)
			m.Put(r)
		case journey.Stage:
			r.Name += fmt.Sprint(" ", n)
			m.Put(r)
		case journey.Lane:
			r.Name += fmt.Sprint(" ", n)
			m.Put(r)
		case journey.Channel:
			r.Name += fmt.Sprint(" ", n)
			m.Put(r)
		}
	}
	return m
}

func TestEveryFieldComesBack(t *testing.T) {
	for seed := range uint64(1000) {
		m := apart(exporttest.Random(seed))
		data, _ := written(t, m)
		got, warnings, err := markdown.Read("x.md", data)
		if err != nil || len(warnings) > 0 {
			t.Fatalf("seed %d: %v %v", seed, err, warnings)
		}
		if problems := got.Validate(); len(problems) > 0 {
			t.Fatalf("seed %d: %v", seed, problems)
		}
		if got.Head.Title != m.Head.Title || got.Head.Scenario != m.Head.Scenario {
			t.Fatalf("seed %d: %q became %q, %q became %q", seed, m.Head.Title, got.Head.Title, m.Head.Scenario, got.Head.Scenario)
		}
		want, rows := table.Rows(m), table.Rows(got)
		for i := range want {
			for c, name := range table.Header() {
				if want[i][c] != rows[i][c] {
					t.Fatalf("seed %d, row %d, %s: %q became %q", seed, i, name, want[i][c], rows[i][c])
				}
			}
		}
		if !markdown.Is(data) {
			t.Fatal("not taken for Markdown")
		}
	}
}

func flight(t *testing.T) *journey.Map {
	t.Helper()
	m, err := sample.Flight(journey.NewIDs(rand.NewChaCha8([32]byte{})))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestADocumentAsItWasAccepted(t *testing.T) {
	got, said := written(t, flight(t))
	path := filepath.Join("testdata", "flight.md")
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v: look at the difference, then accept it with -update\n%s", err, got)
	}
	for _, word := range []string{"mission", "persona", "stages' phases", "lanes of other types", "notes"} {
		if !strings.Contains(said, word) {
			t.Errorf("no word about %s in %q", word, said)
		}
	}
}

const notes = `Minutes
=======

# My trip

We talked about:

| what | when |
|------|------|
| lunch | 12 |

## Before
| Touchpoint | Emotion | **Channel** | mood |
|:--|--:|:-:|---|
| Book ` + "`online`" + ` | −1.5 | Web\|site | bad |
| Pay<br/>later | 9 |

` + "```" + `
| Touchpoint | Emotion |
|--|--|
| code | 1 |
` + "```" + `

## After
Emotion | Touchpoint
--- | ---
1 | Fly &amp; land | more
`

func TestTablesPeopleWrote(t *testing.T) {
	m, warnings, err := markdown.Read("x.md", []byte(strings.ReplaceAll(notes, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	var got, said []string
	for _, r := range table.Rows(m) {
		got = append(got, fmt.Sprint(r[0], "/", r[2], "/", r[4], "/", r[slices.Index(table.Header(), "actual")]))
	}
	if want := []string{"Before/Book online/Web|site/-1.5", "Before/Pay\nlater//", "After/Fly & land//1"}; !reflect.DeepEqual(got, want) || m.Head.Title != "My trip" {
		t.Errorf("%q %q", got, m.Head.Title)
	}
	for _, w := range warnings {
		said = append(said, w.String())
	}
	want := []string{
		`the column "mood" has no place in a map: left out`, "line 16: actual is 9, outside -2 to 2: left out",
		`line 27: "more" stands in no column: left out`,
	}
	if !reflect.DeepEqual(said, want) {
		t.Errorf("%q", said)
	}
}

func TestWhatIsNoTable(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "prose": "# Title\n\nDear all,\n", "another table": "| a | b |\n|---|---|\n| 1 | 2 |\n", "Latin-1": "| title |\n|--|\n| Caf\xe9 |\n",
	} {
		if m, _, err := markdown.Read("x.md", []byte(text)); m != nil || err == nil || !strings.HasPrefix(err.Error(), "x.md ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(notes))
	f.Add([]byte("<!-- Touchline: touchpoints by stage -->\n# a\n\nb\n## c\n| title | x |\n|-|-|\n|\\|&#13;|`|"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, _, err := markdown.Read("x", data)
		if err != nil {
			return
		}
		if problems := m.Validate(); len(problems) > 0 {
			t.Fatal(problems)
		}
		var out bytes.Buffer
		if _, err := markdown.Write(&out, m); err != nil {
			t.Fatal(err)
		}
		again, _, err := markdown.Read("x", out.Bytes())
		if err != nil || !reflect.DeepEqual(table.Rows(again), table.Rows(m)) {
			t.Fatalf("not the same again: %v\n%q\n%q", err, table.Rows(m), out.String())
		}
	})
}
