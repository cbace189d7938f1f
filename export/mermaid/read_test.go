package mermaid

import (
	"bytes"
	"encoding/binary"
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"touchline.app/journey"
)

// TestReadGivesTheMapOfTheOracle compares the maps of all valid diagrams with
// what Mermaid's parser says.
func TestReadGivesTheMapOfTheOracle(t *testing.T) {
	for _, s := range samples(t) {
		if !s.Valid {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			m, _, err := Read(s.name, []byte(s.text))
			if err != nil {
				t.Fatal(err)
			}
			if found := m.Validate(); len(found) > 0 {
				t.Fatal(found)
			}
			all := m.Journey()
			if m.Head.Title != clean(s.Title) || len(all) != len(s.Tasks) {
				t.Fatalf("title %q, %d touchpoints", m.Head.Title, len(all))
			}
			for i, tp := range all {
				stage, _ := m.Stages.Get(tp.Stage)
				want := s.Tasks[i]
				if tp.Title != cutText(clean(want.Task)) || stage.Name != clean(want.Section) {
					t.Errorf("touchpoint %q in %q, want %+v", tp.Title, stage.Name, want)
				}
				feels(t, tp.Actual, s.score(i))
				actors(t, m, tp, want.People)
			}
		})
	}
}

func feels(t *testing.T, e journey.Emotion, score float64) {
	t.Helper()
	want := min(max(score-3, -2), 2)
	if e.Known == math.IsNaN(score) || e.Known && math.Abs(e.Valence-want) > 1e-6 {
		t.Errorf("score %v: emotion %+v", score, e)
	}
	if e.Known && e.Evidence.Source != journey.Assumed {
		t.Errorf("source %q", e.Evidence.Source)
	}
}

func actors(t *testing.T, m *journey.Map, tp journey.Touchpoint, people []string) {
	t.Helper()
	want := map[string]bool{}
	for _, p := range people {
		if p = clean(p); p != "" {
			want[p] = true
		}
	}
	if len(tp.Actors) != len(want) {
		t.Errorf("%d actors, want %q", len(tp.Actors), people)
	}
	for _, a := range tp.Actors {
		if p, _ := m.Personas.Get(a); !want[p.Name] {
			t.Errorf("actor %q, want %q", p.Name, people)
		}
	}
}

func TestReadIsDeterministic(t *testing.T) {
	data := []byte("journey\nsection S\nA: 5: Me, You\nB: 3.14: Me")
	a, _, _ := Read("a", data)
	b, _, _ := Read("b", data)
	other, _, _ := Read("a", append(data, '\n'))
	if a.Head.ID != b.Head.ID || a.Journey()[1].ID != b.Journey()[1].ID || journey.Digest(a) != journey.Digest(b) {
		t.Error("the same bytes gave two maps")
	}
	if a.Head.ID == other.Head.ID || journey.Digest(a) != journey.Digest(other) {
		t.Error("other bytes of the same content: ids must differ, the digest must not")
	}
	if v := a.Journey()[1].Actual.Valence; v != 0.14 {
		t.Errorf("3.14 became %v", v)
	}
}

func TestSectionsBecomeStages(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"before the first":   {"journey\nA: 1\nsection S\nB: 2", `"" "" "A" "S" "B"`},
		"repeated apart":     {"journey\nsection S\nA: 1\nsection T\nsection S\nB: 1", `"" "S" "A" "T" "S" "B"`},
		"repeated at once":   {"journey\nsection S\nA: 1\nsection  S \nB: 1", `"" "S" "A" "B"`},
		"empty ones":         {"journey\nsection S\nsection T", `"" "S" "T"`},
		"nothing but a word": {"journey", `""`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m, _, err := Read("x", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			got := []string{`"` + m.Head.Title + `"`}
			for _, s := range m.StagesInOrder() {
				got = append(got, `"`+s.Name+`"`)
				for _, tp := range m.InStage(s.ID) {
					got = append(got, `"`+tp.Title+`"`)
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestScoresOutOfRangeWarn(t *testing.T) {
	m, warnings, err := Read("x", []byte("journey\nA: 6\nB: -1\nC: Infinity\nD: good\nE: 3.5\nF: 0"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []int
	for _, w := range warnings {
		lines = append(lines, w.Line)
	}
	if len(lines) != 4 || lines[0] != 2 || lines[1] != 3 || lines[2] != 4 || lines[3] != 7 {
		t.Errorf("warnings %v", warnings)
	}
	want := []float64{2, -2, 2, 0, 0.5, -2}
	for i, tp := range m.Journey() {
		if tp.Actual.Valence != want[i] || tp.Actual.Known == (i == 3) {
			t.Errorf("%s: %+v", tp.Title, tp.Actual)
		}
	}
	if got := warnings[0].String(); got != `line 2: score 6 of "A" is outside 1 to 5: taken as 5` {
		t.Error(got)
	}
}

func TestMarkdown(t *testing.T) {
	const fence = "# Doc\n\ntext; with: marks\n\n```mermaid\n%% c\njourney\n title T\n A: 9: Me\n```\nmore\n"
	tests := map[string]struct {
		text, title string
		lines       []int
	}{
		"one fence":         {fence, "T", []int{9}},
		"two fences":        {fence + "```mermaid\njourney\ntitle U\n```\n", "T", []int{0, 9}},
		"another kind":      {"```mermaid\ngraph TD\n```\n" + fence, "T", []int{12}},
		"indented":          {"- x\n\n   ~~~ {.mermaid}\n   journey\n   title T\n   ~~~\n", "T", nil},
		"never closed":      {"```mermaid\njourney\ntitle T", "T", nil},
		"colons":            {"::: mermaid\njourney\ntitle T\n:::\n", "T", nil},
		"refused by itself": {"x\n```mermaid\njourney\ntitle T; U\n```\n", "T; U", []int{4}},
		"windows":           {"x\r\n```mermaid\r\njourney\r\ntitle T\r\n```\r\n", "T", nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m, warnings, err := Read("x.md", []byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if m.Head.Title != tt.title || len(warnings) != len(tt.lines) {
				t.Fatalf("title %q, warnings %v", m.Head.Title, warnings)
			}
			for i, w := range warnings {
				if w.Line != tt.lines[i] {
					t.Errorf("warnings %v, want lines %v", warnings, tt.lines)
				}
			}
		})
	}
}

func utf16Of(s string, order binary.AppendByteOrder, mark bool) []byte {
	var out []byte
	if mark {
		s = "\ufeff" + s
	}
	for _, u := range utf16.Encode([]rune(s)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

func TestReadRefusesInASentence(t *testing.T) {
	const text = "journey\nA: 5: Me\n"
	tests := map[string]struct {
		data []byte
		want string
	}{
		"empty":            {nil, "has nothing in it"},
		"blank":            {[]byte(" \n\ufeff\n"), "has nothing in it"},
		"utf-16 LE":        {utf16Of(text, binary.LittleEndian, true), "save it as UTF-8"},
		"utf-16 BE":        {utf16Of(text, binary.BigEndian, true), "save it as UTF-8"},
		"utf-16, no mark":  {utf16Of(text, binary.LittleEndian, false), "save it as UTF-8"},
		"latin-1":          {[]byte("journey\nCaf\xe9: 5"), "save it as UTF-8"},
		"picture":          {[]byte("\x89PNG\r\n\x1a\n\x00\x00"), "save it as UTF-8"},
		"prose":            {[]byte("Dear all,\nthe journey was long.\n"), "no Mermaid journey diagram"},
		"another diagram":  {[]byte("graph TD\nA-->B\n"), "no Mermaid journey diagram"},
		"fence of another": {[]byte("# x\n```mermaid\ngraph TD\n```\n"), "no Mermaid journey diagram"},
		"prose of journey": {[]byte("Journey notes\nfrom last week\n"), "no Mermaid journey diagram"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m, _, err := Read("day.mmd", tt.data)
			if m != nil || err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "day.mmd ") || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func TestLongNamesAreCut(t *testing.T) {
	long := strings.Repeat("ä", journey.MaxTextLength)
	m, warnings, err := Read("x", []byte("journey\ntitle "+long+"\nsection "+long+"\n"+long+": 5: "+long))
	if err != nil {
		t.Fatal(err)
	}
	if found := m.Validate(); len(found) > 0 || len(warnings) != 4 {
		t.Errorf("%v, %v", found, warnings)
	}
	if tp := m.Journey()[0]; len(tp.Actors) != 1 {
		t.Errorf("actors %v", tp.Actors)
	}
}

// large are inputs of about half a megabyte that make a careless reader take quadratic time.
var large = map[string]string{
	"tasks":               "journey\n" + strings.Repeat("A: 5: Me\n", 1<<16),
	"refused tasks":       "journey\n" + strings.Repeat("A; 5\n", 1<<16),
	"blank lines":         "journey\n" + strings.Repeat("\n \n", 1<<17) + "x",
	"blank then comment":  strings.Repeat("\n\n", 1<<18) + "%% c\njourney",
	"open directives":     "journey\n" + strings.Repeat("%%{a\n", 1<<16),
	"open descriptions":   "journey\n" + strings.Repeat("accDescr {\n", 1<<16) + ";",
	"open front matter":   "---\n" + strings.Repeat("---\n", 1<<17),
	"front matter blanks": "---" + strings.Repeat("\n", 1<<20),
	"open tags":           "journey\ntitle " + strings.Repeat("<a ", 1<<17),
	"semicolons":          "journey\n" + strings.Repeat("a;", 1<<18),
	"colons":              "journey\na;" + strings.Repeat(":", 1<<20),
	"hashes":              "journey\nstyle:" + strings.Repeat("#a", 1<<18),
	"fences":              strings.Repeat("```mermaid\n```\n", 1<<16),
	"percent":             strings.Repeat("%", 1<<20),
	"one word":            strings.Repeat("journey", 1<<16),
	"sections":            "journey\n" + strings.Repeat("section S\nsection T\n", 1<<15),
	"people":              "journey\nA: 5: " + strings.Repeat("a,b,", 1<<17),
	"sections with tasks": "journey\n" + strings.Repeat("section S\nA: 5\nsection T\nB: 4\n", 1<<14),
	"closed scripts":      "journey\ntitle " + strings.Repeat("<script></script>", 1<<16),
	"nested tags":         "journey\ntitle " + strings.Repeat("<b>", 1<<16) + strings.Repeat("</i>", 1<<16),
	"scripts":             "journey\ntitle " + strings.Repeat("<script>", 1<<16),
}

func TestLargeInputTakesLittleTime(t *testing.T) {
	for name, text := range large {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			if m, _, err := Read("x", []byte(text)); err == nil {
				_, _ = write(t, m)
			}
			if took := time.Since(start); took > time.Minute {
				t.Errorf("%v for %d bytes", took, len(text))
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range samples(f) {
		f.Add([]byte(s.text))
	}
	for _, s := range texts {
		f.Add([]byte("journey\nsection " + s + "\n" + s + ": 5: " + s))
		f.Add([]byte("---\ntitle: " + s + "\n---\njourney\n"))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, _, err := Read("x", data)
		if err != nil {
			return
		}
		if found := m.Validate(); len(found) > 0 {
			t.Fatal(found)
		}
		var out bytes.Buffer
		if _, err := Write(&out, m); err != nil {
			t.Fatal(err)
		}
		back, warnings, err := Read("x", out.Bytes())
		if err != nil || len(warnings) > 0 || said(back) != said(m) {
			t.Fatalf("%v, %v: got\n%swant\n%sfrom\n%s", err, warnings, said(back), said(m), &out)
		}
	})
}
