package open_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"touchline.app/export"
	"touchline.app/export/csv"
	"touchline.app/export/embed"
	"touchline.app/export/json"
	"touchline.app/export/markdown"
	"touchline.app/export/mermaid"
	"touchline.app/export/ojf"
	"touchline.app/export/open"
	"touchline.app/journey"
	"touchline.app/journey/sample"
)

func flight(t *testing.T) *journey.Map {
	t.Helper()
	m, err := sample.Flight(journey.NewIDs(rand.NewChaCha8([32]byte{})))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// The content says what a file is: every format is read whatever its name ends in.
func TestEveryFormatByItsContent(t *testing.T) {
	m := flight(t)
	writers := map[string]func(io.Writer) ([]export.Warning, error){
		"json":     func(w io.Writer) ([]export.Warning, error) { return nil, json.Write(w, m) },
		"csv":      func(w io.Writer) ([]export.Warning, error) { return csv.Write(w, m, csv.Options{BOM: true}) },
		"markdown": func(w io.Writer) ([]export.Warning, error) { return markdown.Write(w, m) },
		"mermaid":  func(w io.Writer) ([]export.Warning, error) { return mermaid.Write(w, m) },
		"ojf":      func(w io.Writer) ([]export.Warning, error) { return ojf.Write(w, m) },
		"svg": func(w io.Writer) ([]export.Warning, error) {
			data, err := embed.Encode(m)
			if err == nil {
				_, err = fmt.Fprintf(w, "<svg><metadata>%s</metadata></svg>", embed.SVGElement(data))
			}
			return nil, err
		},
	}
	for name, write := range writers {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			if _, err := write(&out); err != nil {
				t.Fatal(err)
			}
			for _, file := range []string{"a", "a.txt", "a.pdf", "a.csv", "a.md"} {
				got, _, err := open.Map(file, out.Bytes())
				if err != nil || got.Touchpoints.Len() != m.Touchpoints.Len() || got.Head.Title == "" {
					t.Errorf("%s: %v", file, err)
				}
				if whole := name == "json" || name == "svg"; err == nil && whole != (journey.Digest(got) == journey.Digest(m)) {
					t.Errorf("%s: digest", file)
				}
			}
		})
	}
}

func TestWhatIsNoMap(t *testing.T) {
	tests := map[string]struct{ name, data, words string }{
		"a map itself":    {"a.journey", "SQLite format 3\x00...", "a map of Touchline itself"},
		"nothing":         {"a", "", "has nothing in it"},
		"prose":           {"a.txt", "Dear all,\n", "nothing a map can be read from"},
		"prose as CSV":    {"a.csv", "Dear all,\n", "no column"},
		"prose as text":   {"a.md", "Dear all,\n", "nor is there a table of touchpoints"},
		"prose as PDF":    {"a.PDF", "Dear all,\n", "it is no PDF, PNG or SVG"},
		"other JSON":      {"a.json", "{\"a\": 1}", "no map of Touchline"},
		"other PDF":       {"a.pdf", "%PDF-1.4\n", "there is no map in it"},
		"a damaged map":   {"a.json", "{\"format\": \"touchline-map\", ", "is no JSON"},
		"binary":          {"a.bin", "\x00\x01\x02\x03", "nothing a map can be read from"},
		"a picture's end": {"a.jpg", "\xff\xd8\xff\xe0", "nothing a map can be read from"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m, _, err := open.Map(tt.name, []byte(tt.data))
			if m != nil || err == nil || !strings.Contains(err.Error(), tt.words) || !strings.Contains(err.Error(), tt.name) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v", err)
			}
		})
	}
	if _, _, err := open.Map("a.pdf", []byte("%PDF-1.4\n")); !errors.Is(err, embed.ErrNoMap) {
		t.Error(err)
	}
}

func TestSeveralMapsAreSaid(t *testing.T) {
	var file bytes.Buffer
	file.WriteString("<svg>")
	file.Write(embed.SVGElement([]byte(`{"format":"touchline-map","version":1,"digest":"0"}`)))
	for _, title := range []string{"One", "Two"} {
		m := flight(t)
		m.Head.Title = title
		data, err := embed.Encode(m)
		if err != nil {
			t.Fatal(err)
		}
		file.Write(embed.SVGElement(data))
	}
	m, warnings, err := open.Map("a.svg", file.Bytes())
	if err != nil || m.Head.Title != "One" || len(warnings) != 2 ||
		warnings[0].String() != `there are 2 maps in it: the first, "One", is taken` ||
		warnings[1].String() != `there was another map in it, which is damaged: "One" is taken` {
		t.Errorf("%v %v", warnings, err)
	}
}

func TestATitleFromTheName(t *testing.T) {
	m, _, err := open.Map("/tmp/My day.mmd", []byte("journey\n  A: 5: Me\n"))
	if err != nil || m.Head.Title != "My day" {
		t.Error(m, err)
	}
}
