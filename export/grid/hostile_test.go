package grid

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sharedHostile is where files of the wild lie when they are beside the checkout.
const sharedHostile = "../../../shared/data/hostile"

// spectrum are the files of csv-spectrum (Max Ogden, BSD-2-Clause) as they are
// written here, for machines without the others.
var spectrum = map[string]string{
	"comma_in_quotes":   "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123\n",
	"empty":             "a,b,c\n1,\"\",\"\"\n2,3,4\n",
	"json":              "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
	"quotes_newlines":   "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
	"newlines_crlf":     "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n",
	"unicode and blank": "a,b,c\n1,2,3\n4,5,ʤ\n",
}

func TestSpectrumWithin(t *testing.T) {
	want := map[string]string{
		"comma_in_quotes": "John|Doe|120 any st.|Anytown, WW|08123", "empty": "2|3|4",
		"json": `1|{"type": "Point", "coordinates": [102.0, 0.5]}`, "quotes_newlines": "3|4",
		"newlines_crlf": "7|8|9", "unicode and blank": "4|5|ʤ",
	}
	for name, data := range spectrum {
		_, _, got, _ := everything(t, Bytes(name, []byte(data)), Wish{})
		if last := strings.Join(got[len(got)-1], "|"); last != want[name] {
			t.Errorf("%s: last row is %q, want %q", name, last, want[name])
		}
	}
}

// TestSpectrum reads the acid test of CSV readers as its authors say.
func TestSpectrum(t *testing.T) {
	paths, err := filepath.Glob(sharedHostile + "/csv-spectrum/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".csv")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(strings.TrimSuffix(path, ".csv") + ".json")
			if err != nil {
				t.Fatal(err)
			}
			var want []map[string]string
			if data[0] == '{' {
				data = append(append([]byte("["), data...), ']')
			}
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			_, names, got, s := everything(t, File(path), Wish{})
			if len(got) != len(want) || len(s.Faults) > 0 {
				t.Fatalf("%d rows, want %d; faults %v", len(got), len(want), s.Faults)
			}
			for i, row := range want {
				for j, n := range names {
					cell, expected := strings.ReplaceAll(got[i][j], "\r\n", "\n"), strings.ReplaceAll(row[n], "\r\n", "\n")
					if cell != expected && (name != "location_coordinates" || j > 0) { // whose JSON has another telephone number
						t.Errorf("row %d, %s is %q, want %q", i+1, n, cell, expected)
					}
				}
			}
		})
	}
}

// TestHostile says what each file of the wild must be read as.
func TestHostile(t *testing.T) {
	for _, c := range []struct {
		file, layout  string
		columns, rows int
		first         string // a name of a column
	}{
		{"csvparser_bad-data.csv", "UTF-8, commas between cells, one header row", 3, 3, "somejunk"},
		{"csvparser_bench_latin.csv", "Windows-1252, commas between cells, one header row", 3, 2, "a"},
		{"csvparser_bench_mac-newlines.csv", "UTF-8, commas between cells, one header row", 3, 2, "c"},
		{"csvparser_bench_utf16.csv", "UTF-16LE, commas between cells, one header row", 3, 2, "c"},
		{"csvparser_escape-quotes.csv", "UTF-8, commas between cells, one header row", 2, 3, "b"},
		{"csvparser_geojson.csv", "UTF-8, commas between cells, one header row", 4, 3, "geojson"},
		{"csvparser_quotes_newlines.csv", "UTF-8, commas between cells, one header row", 2, 3, "b"},
		{"csvparser_strict-false-more-columns.csv", "UTF-8, commas between cells, one header row", 3, 3, "c"},
		{"frictionless_ascii-notvalid.csv", "UTF-8, commas between cells, one header row", 3, 1, "C"},
		{"frictionless_blank-headers.csv", "UTF-8, commas between cells, one header row", 3, 2, "column 2"},
		{"frictionless_delimiter.csv", "UTF-8, semicolons between cells, one header row", 2, 2, "name"},
		{"frictionless_duplicate-headers.csv", "UTF-8, commas between cells, one header row", 5, 2, "id (3)"},
		{"frictionless_issue-1066-largecellsize.csv", "UTF-8, commas between cells, one header row", 2, 19, "status"},
		{"frictionless_issue-811.csv", "Windows-1252, semicolons between cells, one header row", 26, 7904, "Codice Provincia (Storico)(1)"},
		{"frictionless_leading-zeros.csv", "UTF-8, commas between cells, one header row", 1, 3, "value"},
		{"messytables_excel_pasting.csv", "UTF-8, commas between cells, one header row below 3 other rows", 9, 17, "2007"},
		{"messytables_long.csv", "UTF-8, commas between cells, one header row", 1, 3999, "foo"},
		{"messytables_mixedGLB.csv", "UTF-8, commas between cells, one header row below 3 other rows", 19, 133, "SON"},
		{"messytables_null.csv", "UTF-8, commas between cells, no header", 4, 10, "column 4"},
		{"messytables_skip_initials.csv", "UTF-8, commas between cells, one header row", 2, 2, "field2"},
		{"messytables_small.csv", "UTF-8, commas between cells, one header row", 1, 0, "a"},
		{"messytables_spanish_chars.csv", "Windows-1252, commas between cells, one header row", 8, 116, "Descripción"},
		{"messytables_utf8bom.csv", "UTF-8, commas between cells, one header row", 2, 0, "kitten"},
		{"messytables_weird_head_padding.csv", "UTF-8, semicolons between cells, one header row below 11 other rows", 11, 76, "2010"},
		{"tabulator_accent.csv", "UTF-8, semicolons between cells, one header row", 17, 2, "accessibilité"},
		{"tabulator_bom.csv", "UTF-8, commas between cells, one header row", 2, 2, "id"},
		{"tabulator_escaping.csv", "UTF-8, commas between cells, one header row", 2, 3, "Test"},
		{"tabulator_skip-rows.csv", "UTF-8, commas between cells, one header row below 1 other rows", 2, 3, "name"},
		{"tabulator_table_unicode_headers.csv", "UTF-8, commas between cells, one header row", 2, 2, "国人"},
		{"encoding_latin1.txt", "Windows-1252, commas between cells, one header row", 1, 3, "première is first"},
		{"encoding_utf16.txt", "UTF-16LE, commas between cells, one header row", 1, 3, "première is first"},
		{"encoding_utf8.txt", "UTF-8, commas between cells, one header row", 1, 3, "première is first"},
	} {
		path := filepath.Join(sharedHostile, c.file)
		if _, err := os.Stat(path); err != nil {
			continue
		}
		t.Run(c.file, func(t *testing.T) {
			p, names, got, _ := everything(t, File(path), Wish{})
			if l := p.Layout.String(); l != c.layout {
				t.Errorf("layout is %s, want %s", l, c.layout)
			}
			if len(names) != c.columns || len(got) != c.rows {
				t.Errorf("%d columns and %d rows, want %d and %d", len(names), len(got), c.columns, c.rows)
			}
			if !strings.Contains("|"+strings.Join(names, "|")+"|", "|"+c.first+"|") {
				t.Errorf("columns are %q, without %q", names, c.first)
			}
		})
	}
}

// TestProse reads what is no table at all without harm: it may be refused, with
// a reason, or have one column.
func TestProse(t *testing.T) {
	var paths []string
	for _, pattern := range []string{"/*.txt", "/*.json", "/udhr/*.txt"} {
		found, err := filepath.Glob(sharedHostile + pattern)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, found...)
	}
	for _, path := range paths {
		p, err := Sniff(context.Background(), File(path), Wish{})
		if err == nil {
			_, err = Read(context.Background(), File(path), p.Layout, ignore)
		}
		var refused *Refusal
		if err != nil && !errors.As(err, &refused) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// ignore looks at no row.
var ignore = Visitor{Columns: func([]Column) error { return nil }, Row: func(int, [][]byte) error { return nil }}

func FuzzRead(f *testing.F) {
	for _, data := range spectrum {
		f.Add([]byte(data))
	}
	f.Add([]byte("\xff\xfea\x00,\x00"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Sniff(context.Background(), Bytes("x", data), Wish{})
		if err != nil {
			return
		}
		v := ignore
		v.Row = func(_ int, cells [][]byte) error {
			for _, c := range cells {
				Number(string(c))
			}
			return nil
		}
		s, err := Read(context.Background(), Bytes("x", data), p.Layout, v)
		if err == nil && s.Bytes != int64(len(data)) {
			t.Errorf("read %d bytes of %d", s.Bytes, len(data))
		}
	})
}
