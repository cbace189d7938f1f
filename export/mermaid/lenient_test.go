package mermaid

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
)

// dump is a diagram in a few words: "title | section: task score people, ...".
func dump(d Diagram) string {
	var out strings.Builder
	out.WriteString(d.Title)
	section := -2
	for i := -1; i < len(d.Sections); i++ {
		if i >= 0 {
			fmt.Fprintf(&out, " | %s:", d.Sections[i])
		}
		for _, t := range d.Tasks {
			if t.Section != i {
				continue
			}
			if i < 0 && section != i {
				out.WriteString(" |")
				section = i
			}
			fmt.Fprintf(&out, " [%s %v %s]", t.Name, t.Score, strings.Join(t.People, "+"))
		}
	}
	return out.String()
}

func TestLenientSeesWhatAPersonSees(t *testing.T) {
	tests := map[string]struct {
		text, want string
		lines      []int // of the warnings
	}{
		"upper-case header":        {"JOURNEY\n A: 5: Me", " | [A 5 Me]", []int{1}},
		"header with semicolon":    {"journey;\n A: 5: Me", " | [A 5 Me]", []int{1}},
		"header with suffix":       {"journey-beta\n A: 5: Me", " | [A 5 Me]", []int{1}},
		"header and title":         {"journey title One; two\nA: 5", "One; two | [A 5 ]", []int{1}},
		"header later":             {"Some prose.\n\njourney\n A: 5: Me", " | [A 5 Me]", []int{1}},
		"header twice":             {"journey\n journey\n A: 5: Me", " | [A 5 Me]", []int{2}},
		"colon in section":         {"journey\n section Phase 1: Discovery\n A: 5: Me", " | Phase 1: Discovery: [A 5 Me]", []int{2}},
		"section with a score":     {"journey\n section S\n Section review: 5: Me", " | S: [Section review 5 Me]", []int{3}},
		"section without text":     {"journey\n section\n A: 5: Me", " | : [A 5 Me]", []int{2}},
		"section and semicolon":    {"journey\n section A; B\n C: 1", " | A; B: [C 1 ]", []int{2}},
		"semicolon at line end":    {"journey\n A: 5: Me;\n B: 4: Me;", " | [A 5 Me] [B 4 Me]", []int{2, 3}},
		"tasks on one line":        {"journey\n A: 5: Me; B: 4: You", " | [A 5 Me] [B 4 You]", []int{2}},
		"semicolon in a task":      {"journey\n A; B: 5: Me", " | [A; B 5 Me]", []int{2}},
		"semicolon in the title":   {"journey\n title One; two\n A: 5", "One; two | [A 5 ]", []int{2}},
		"hash in a task":           {"journey\n Ticket #3: 5: Me", " | [Ticket #3 5 Me]", []int{2}},
		"task starts with Journey": {"journey\n Journey planning: 4: Me", " | [Journey planning 4 Me]", []int{2}},
		"no name":                  {"journey\n : 5: Me", " | [ 5 Me]", []int{2}},
		"no colon":                 {"journey\n section S\n Broken task\n A: 5", " | S: [Broken task NaN ] [A 5 ]", []int{3}},
		"no score":                 {"journey\n Task:", " | [Task NaN ]", []int{2}},
		"full-width colons":        {"journey\n 喝茶：5：我，你", " | [喝茶 5 我+你]", []int{2}},
		"full-width digit":         {"journey\n 喝茶：５：我", " | [喝茶 5 我]", []int{2}},
		"ellipsis and rule":        {"journey\n ...\n ---\n A: 5", " | [A 5 ]", []int{2, 3}},
		"slashes":                  {"journey\n // note\n A: 5", " | [A 5 ]", []int{2}},
		"statements of others":     {"journey\n note over A\n click A b\n style A fill\n A: 5", " | [A 5 ]", []int{2, 3, 4}},
		"entities stay":            {"journey\n section a: #35;1 #quot;x#quot;\n A: 5", " | a: #1 \"x\": [A 5 ]", []int{2}},
		"accTitle without colon":   {"journey\n accTitle The acc\n A: 5", " | [A 5 ]", []int{2}},
		"description unclosed":     {"journey\n accDescr {\n text\n section S\n A: 5", " | S: [A 5 ]", []int{2}},
		"fence in the middle":      {"journey\n A: 5\n```\n", " | [A 5 ]", []int{3}},
		"front matter indented":    {"---\n title: T\n ---\n journey\n A: 5", "T | [A 5 ]", []int{1}},
		"front matter empty":       {"---\n---\njourney\nA: 5", " | [A 5 ]", []int{1}},
		"front matter unclosed":    {"---\ntitle: 'T'\njourney\nA: 5", "T | [A 5 ]", []int{1}},
		"front matter right":       {"---\ntitle: T\n---\njourney\nA; 5: 5", "T | [A; 5 5 ]", []int{5}},
		"title without text":       {"journey\nsection S\nA: 5\ntitle", " | S: [A 5 ]", []int{4}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := parseStrict(newSource(tt.text)); err == nil {
				t.Fatal("Mermaid would read this")
			}
			d, warnings, err := ReadDiagram("x.mmd", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if got := dump(d); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			var lines []int
			for _, w := range warnings {
				lines = append(lines, w.Line)
			}
			if !reflect.DeepEqual(lines, tt.lines) {
				t.Errorf("warnings %v, want lines %v", warnings, tt.lines)
			}
		})
	}
}

// TestRefusedFilesGiveAMapAndAWarning reads every diagram Mermaid refuses.
func TestRefusedFilesGiveAMapAndAWarning(t *testing.T) {
	for _, s := range samples(t) {
		if s.Valid {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			m, warnings, err := Read(s.name, []byte(s.text))
			if err != nil {
				t.Fatal(err)
			}
			if found := m.Validate(); len(found) > 0 {
				t.Error(found)
			}
			if len(warnings) == 0 && s.name != "fence-inside" {
				t.Error("read without a warning")
			}
			for _, w := range warnings {
				if w.Line < 1 || w.Line > strings.Count(s.text, "\n")+1 {
					t.Errorf("no such line: %v", w)
				}
			}
		})
	}
}

func TestDescriptionIsKept(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"one line": {"journey\naccDescr: of a day; long #1\nA: 5", "of a day; long #1"},
		"braces":   {"journey\naccDescr {\n one\n two }\nA: 5", "one\ntwo"},
		"unclosed": {"journey\naccDescr {\n one\nA: 5", "one"},
		"no colon": {"journey\naccDescr one\nA: 5", "one"},
		"repaired": {"journey\naccDescr {\n one }\nA; 5: 5", "one"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d, _, err := ReadDiagram("x", []byte(tt.text))
			if err != nil || d.Description != tt.want || len(d.Tasks) != 1 || math.IsNaN(d.Tasks[0].Score) {
				t.Errorf("got %q, %v, %v", d.Description, d.Tasks, err)
			}
		})
	}
}
