package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"touchline.app/export/csv"
	"touchline.app/export/embed"
	exchange "touchline.app/export/json"
	"touchline.app/export/markdown"
	"touchline.app/journey"
	"touchline.app/storage"
)

// digest returns that of a file, as info says it.
func digest(t *testing.T, path string) string {
	t.Helper()
	var info struct{ Digest string }
	r := run(t, "info", path, "--json")
	if err := json.Unmarshal([]byte(r.out), &info); err != nil || r.status != statusDone {
		t.Fatalf("%v %+v", err, r)
	}
	return info.Digest
}

// files writes the flight in every format that is read, under the wrong name too.
func files(t *testing.T, dir string) (*journey.Map, map[string]string) {
	t.Helper()
	path := filepath.Join(dir, "flight.journey")
	done(t, "new", path, "--template", "flight")
	m, err := storage.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	data, err := embed.Encode(m)
	if err != nil {
		t.Fatal(err)
	}
	var whole, table, text bytes.Buffer
	if err := exchange.Write(&whole, m); err != nil {
		t.Fatal(err)
	}
	if _, err := csv.Write(&table, m, csv.Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := markdown.Write(&text, m); err != nil {
		t.Fatal(err)
	}
	svg := fmt.Sprintf("<svg><metadata>%s</metadata></svg>", embed.SVGElement(data))
	return m, map[string]string{
		"whole.json": whole.String(), "whole.svg": svg, "whole.txt": svg, "table.csv": table.String(), "text.md": text.String(),
	}
}

func TestImportOfEveryFormat(t *testing.T) {
	dir := t.TempDir()
	m, formats := files(t, dir)
	for name, content := range formats {
		in := put(t, dir, name, content)
		out := filepath.Join(dir, name+".journey")
		if r := run(t, "import", in, out); r.status != statusDone || r.out != "" || r.err != "" {
			t.Errorf("%s: %+v", name, r)
			continue
		}
		if same := digest(t, out) == journey.Digest(m); same != strings.HasPrefix(name, "whole") {
			t.Errorf("%s: the same map %v", name, same)
		}
		if digest(t, in) != digest(t, out) {
			t.Errorf("%s: info says another digest than after import", name)
		}
	}
}

func TestImportOfWhatHasNoMapLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	_, formats := files(t, dir)
	for name, content := range map[string]string{
		"none.pdf":      "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n",
		"locked.pdf":    "%PDF-1.4\ntrailer <</Encrypt 3 0 R>>\n",
		"none.png":      "\x89PNG\r\n\x1a\n",
		"other.json":    `{"name": "x"}`,
		"prose.csv":     "Dear all,\n",
		"binary.dat":    "\x00\x01\x02",
		"changed.json":  strings.Replace(formats["whole.json"], "Marta", "Berta", 1),
		"cut.svg":       formats["whole.svg"][:len(formats["whole.svg"])/2] + "</metadata></svg>",
		"database.docx": "SQLite format 3\x00 of another program",
	} {
		t.Run(name, func(t *testing.T) {
			put(t, dir, name, content)
			r := run(t, "import", filepath.Join(dir, name), filepath.Join(dir, "out.journey"))
			if r.status != statusCould || r.out != "" || strings.Count(r.err, "\n") != 1 || !strings.Contains(r.err, name) {
				t.Errorf("%+v", r)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, "*out*")); len(left) > 0 {
				t.Errorf("left behind: %q", left)
			}
		})
	}
}
