package mermaid

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// verdict is what Mermaid's own parser says of a text (npm mermaid 11.17.2).
type verdict struct {
	File     string
	Valid    bool
	Title    string
	Sections []string
	Tasks    []struct {
		Section, Task string
		Score         any
		People        []string
	}
}

func (v verdict) score(i int) float64 {
	switch s := v.Tasks[i].Score.(type) {
	case float64:
		return s
	case string:
		return number(s)
	}
	return math.NaN()
}

// sample is a text with its verdict.
type sample struct {
	name, text string
	verdict
}

// samples returns what testdata holds, and all of the collection of real
// diagrams where it lies beside the checkout.
func samples(t testing.TB) []sample {
	t.Helper()
	var out []sample
	beside := filepath.Join("..", "..", "..", "shared", "data")
	for _, dir := range []string{"testdata", beside} {
		if _, err := os.Stat(dir); err != nil && dir == beside {
			continue
		}
		var oracle struct{ Results []verdict }
		readJSON(t, filepath.Join(dir, "mermaid", "oracle.json"), &oracle)
		for _, v := range oracle.Results {
			text, err := os.ReadFile(filepath.Join(dir, "mermaid", v.File))
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, sample{v.File, string(text), v})
		}
	}
	var edge struct {
		Cases []struct {
			ID, Text string
			Official verdict
		}
	}
	readJSON(t, filepath.Join("testdata", "edge_cases.json"), &edge)
	for _, c := range edge.Cases {
		out = append(out, sample{c.ID, c.Text, c.Official})
	}
	return out
}

func readJSON(t testing.TB, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func TestStrictReadsWhatMermaidReads(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			d, err := parseStrict(newSource(s.text))
			if (err == nil) != s.Valid {
				t.Fatalf("valid for Mermaid: %v, here: %v", s.Valid, err)
			}
			if s.Valid {
				compare(t, d, s.verdict)
			}
		})
	}
}

func compare(t *testing.T, d Diagram, v verdict) {
	t.Helper()
	if d.Title != v.Title {
		t.Errorf("title %q, want %q", d.Title, v.Title)
	}
	if !slices.Equal(d.Sections, v.Sections) {
		t.Errorf("sections %q, want %q", d.Sections, v.Sections)
	}
	if len(d.Tasks) != len(v.Tasks) {
		t.Fatalf("%d tasks, want %d", len(d.Tasks), len(v.Tasks))
	}
	for i, got := range d.Tasks {
		want := v.Tasks[i]
		if d.section(got) != want.Section || got.Name != want.Task || !slices.Equal(got.People, want.People) {
			t.Errorf("task %q in %q of %q, want %+v", got.Name, d.section(got), got.People, want)
		}
		if score := v.score(i); got.Score != score && !(math.IsNaN(got.Score) && math.IsNaN(score)) {
			t.Errorf("task %q: score %v, want %v", got.Name, got.Score, score)
		}
	}
}

func TestLinesSurvivePreparation(t *testing.T) {
	text := "---\ntitle: T\n---\n%%{init:\n {'theme':'dark'}\n}%%\n%% one\n\n%% two\njourney\n%% three\nsection S %%{wrap}%%\n\nA: 5: Me\n%% four\n B: 4\n"
	d, err := parseStrict(newSource(text))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(text, "\n")
	for _, task := range d.Tasks {
		if !strings.Contains(lines[task.Line-1], task.Name) {
			t.Errorf("task %q said to be in line %d", task.Name, task.Line)
		}
	}
	if d.Title != "T" || len(d.Tasks) != 2 {
		t.Errorf("got %+v", d)
	}
}

// section returns the name of the task's section, "" before the first.
func (d *Diagram) section(t Task) string {
	if t.Section < 0 {
		return ""
	}
	return d.Sections[t.Section]
}
