package grid

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// everything sniffs and reads a table.
func everything(t *testing.T, src Source, wish Wish) (Preview, []string, [][]string, Summary) {
	t.Helper()
	p, err := Sniff(context.Background(), src, wish)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	var got [][]string
	s, err := Read(context.Background(), src, p.Layout, Visitor{
		Columns: func(cs []Column) error {
			for _, c := range cs {
				names = append(names, c.Name)
			}
			return nil
		},
		Row: func(_ int, cells [][]byte) error { got = append(got, copied(cells)); return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	if s.Rows != len(got) {
		t.Errorf("summary says %d rows of %d", s.Rows, len(got))
	}
	return p, names, got, s
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, data, layout, columns, last string }{
		{"plain", "a,b\n1,2\n3,4\n", "UTF-8, commas between cells, one header row", "a|b", "3|4"},
		{"mark", "\xef\xbb\xbfa,b\r\n1,2", "UTF-8, commas between cells, one header row", "a|b", "1|2"},
		{"semicolons and decimal commas", "a;b\n1,5;2,5\n3,5;4,5\n", "UTF-8, semicolons between cells, one header row", "a|b", "3,5|4,5"},
		{"tabs", "a\tb, c\n1\t2\n", "UTF-8, tabs between cells, one header row", "a|b, c", "1|2"},
		{"bars", "a|b\n1|2\n", "UTF-8, bars between cells, one header row", "a|b", "1|2"},
		{"what Excel writes first", "sep=;\na;b\n1;2\n", "UTF-8, semicolons between cells, one header row below 1 other rows", "a|b", "1|2"},
		{"CR alone", "a,b\r1,2\r\"x\ry\",4", "UTF-8, commas between cells, one header row", "a|b", "x\ry|4"},
		{"titles", "Survey of May\n\nall answers,,\nid,Food,Staff\n1,4,5\n2,3,4\n", "UTF-8, commas between cells, one header row below 3 other rows", "id|Food|Staff", "2|3|4"},
		{"no header", "1,4,5\n2,3,4\n3,4,4\n", "UTF-8, commas between cells, no header", "column 1|column 2|column 3", "3|4|4"},
		{"groups of columns", "Id,Shop,,Web,\n,Staff,Price,Speed,Ease\n1,4,5,3,2\n2,3,4,4,4\n", "UTF-8, commas between cells, 2 header rows", "Id|Shop · Staff|Shop · Price|Web · Speed|Web · Ease", "2|3|4|4|4"},
		{"groups of columns over words", "Id,Rate,,,Comments\n,Staff,Price,Ease,Open\n1,good,poor,fair,x\n2,poor,good,good,y\n3,fair,fair,good,z\n", "UTF-8, commas between cells, 2 header rows", "Id|Rate · Staff|Rate · Price|Rate · Ease|Comments · Open", "3|fair|fair|good|z"},
		{"columns without names", "Id,Rate,,\n1,good,poor,fair\n2,poor,good,good\n3,fair,fair,good\n", "UTF-8, commas between cells, one header row", "Id|Rate|column 3|column 4", "3|fair|fair|good"},
		{"question texts", "Id,Q1,Q2\n,How was the food?,How was the staff?\n1,4,5\n2,3,4\n", "UTF-8, commas between cells, 2 header rows", "Id|Q1|Q2", "2|3|4"},
		{"empty and double names", "id,,id\n1,2,3\n", "UTF-8, commas between cells, one header row", "id|column 2|id (2)", "1|2|3"},
		{"ragged", "a,b,c\n1\n1,2,3,4\n", "UTF-8, commas between cells, one header row", "a|b|c", "1|2|3"},
		{"quotes that do not end", "a,b\n\"x \"y\" z\",1\n\"6'3\"\"\",2\n", "UTF-8, commas between cells, one header row", "a|b", "6'3\"|2"},
		{"UTF-16 without a mark", "a\x00,\x00b\x00\n\x001\x00,\x002\x00", "UTF-16LE, commas between cells, one header row", "a|b", "1|2"},
		{"UTF-16 big", "\xfe\xff\x00a\x00,\x00b\x00\n\x001\x00,\x002", "UTF-16BE, commas between cells, one header row", "a|b", "1|2"},
		{"Latin-1 with two such letters in a row", "Wort,Zahl\n" + strings.Repeat("Gr\xfc\xdfe,1\n", 12), "Windows-1252, commas between cells, one header row", "Wort|Zahl", "Grüße|1"},
		{"Latin-1", "Stra\xdfe,Gr\xf6\xdfe\nCaf\xe9,2\n", "Windows-1252, commas between cells, one header row", "Straße|Größe", "Café|2"},
		{
			"Shift-JIS", "\x8e\xbf\x96\xe2,\x89\xf1\x93\x9a\n\x82\xc6\x82\xc4\x82\xe0\x96\x9e\x91\xab,5\n",
			"Shift-JIS, commas between cells, one header row", "質問|回答", "とても満足|5",
		},
		{
			"Big5", "\xb0\xdd\xc3D,\xb5\xaa\xae\xd7\n\xabD\xb1`\xba\xa1\xb7N,5\n",
			"Big5, commas between cells, one header row", "問題|答案", "非常滿意|5",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, names, got, _ := everything(t, Bytes("x.csv", []byte(c.data)), Wish{})
			if l := p.Layout.String(); l != c.layout {
				t.Errorf("layout is %s, want %s", l, c.layout)
			}
			if n := strings.Join(names, "|"); n != c.columns {
				t.Errorf("columns are %s, want %s", n, c.columns)
			}
			if last := strings.Join(got[len(got)-1], "|"); last != c.last {
				t.Errorf("last row is %q, want %q", last, c.last)
			}
		})
	}
}

func TestQuestionTextsAreLabels(t *testing.T) {
	const data = "Q1,Q2\nHow was it?,And the staff?\n\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n4,5\n"
	p, _, got, _ := everything(t, Bytes("x.csv", []byte(data)), Wish{})
	if p.Layout.Header != 3 || len(got) != 1 || p.Columns[1] != (Column{Name: "Q2", Label: "And the staff?"}) {
		t.Errorf("got %+v and %v", p.Columns, got)
	}
}

func TestWish(t *testing.T) {
	two := 2
	src := Bytes("x.csv", []byte("a;b,c\nx;y,z\n1;2,3\n"))
	p, names, got, _ := everything(t, src, Wish{Delimiter: ",", Header: &two})
	if strings.Join(names, "|") != "a;b|c" || len(got) != 1 || p.Layout.Header != 2 {
		t.Errorf("got columns %v, rows %v, layout %v", names, got, p.Layout)
	}
	if again, _, _, _ := everything(t, src, p.Layout.Keep()); again.Layout.String() != p.Layout.String() {
		t.Errorf("kept layout became %v", again.Layout)
	}
	if _, err := Sniff(context.Background(), src, Wish{Encoding: "EBCDIC"}); err == nil {
		t.Error("an unknown encoding was taken")
	}
	if _, err := Sniff(context.Background(), src, Wish{Delimiter: "\""}); err == nil {
		t.Error("a quote between cells was taken")
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"nothing", "", "empty"},
		{"an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xlsx"},
		{"a damaged workbook", "PK\x03\x04garbage", "workbook"},
		{"a quote left open", "a,b\n1,2\n\"3,4\n5,6\n", "line 3"},
		{"bytes", "\x00\x01\x02\x00\x00\x00\x00\x00\x00\x05\x00\x00\x00", "not text"},
		{"a cell without end", "a\n\"" + strings.Repeat("x", maxCell+2), "line 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := Bytes("x.csv", []byte(c.data))
			p, err := Sniff(context.Background(), src, Wish{})
			if err == nil {
				_, err = Read(context.Background(), src, p.Layout, Visitor{
					Columns: func([]Column) error { return nil }, Row: func(int, [][]byte) error { return nil },
				})
			}
			var refused *Refusal
			if !errors.As(err, &refused) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want a refusal with %q", err, c.want)
			}
		})
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	src := Bytes("x.csv", []byte("a,b\n"+strings.Repeat("1,2\n", 100_000)))
	n := 0
	_, err := Read(ctx, src, Layout{Encoding: UTF8, Delimiter: ",", Header: 1}, Visitor{
		Columns: func([]Column) error { return nil },
		Row: func(int, [][]byte) error {
			if n++; n == 5000 {
				cancel()
			}
			return nil
		},
	})
	if !errors.Is(err, context.Canceled) || n > 10_000 {
		t.Errorf("after %d rows: %v", n, err)
	}
}

func TestProgressAndDigest(t *testing.T) {
	data := []byte("a,b\n" + strings.Repeat("1,2\n", 3_000_000))
	var told []int64
	s, err := Read(context.Background(), Bytes("x.csv", data), Layout{Encoding: UTF8, Delimiter: ",", Header: 1}, Visitor{
		Columns:  func([]Column) error { return nil },
		Row:      func(int, [][]byte) error { return nil },
		Progress: func(done, total int64) { told = append(told, done*100/total) },
	})
	if err != nil || s.Rows != 3_000_000 || s.Bytes != int64(len(data)) || len(s.Digest) != 64 {
		t.Errorf("%+v, %v", s, err)
	}
	if len(told) < 3 || !slices.IsSorted(told) || told[len(told)-1] != 100 {
		t.Errorf("told %v", told)
	}
}

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "täble.csv")
	if err := os.WriteFile(path, []byte("a,b\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if p, _, got, _ := everything(t, File(path), Wish{}); len(got) != 1 || len(p.Rows) != 1 || p.Lines[0] != 2 {
		t.Errorf("got %v, preview %v", got, p)
	}
	if _, err := Sniff(context.Background(), File(filepath.Dir(path)), Wish{}); err == nil {
		t.Error("a folder was read")
	}
}

func TestNumber(t *testing.T) {
	for s, want := range map[string]float64{
		"4": 4, " 4.5 ": 4.5, "4,5": 4.5, "−1": -1, "74%": 74, "1,234": 1234, "229,932.50": 229932.5, "1e2": 100, "-0": 0, "1,234,567": 1234567,
	} {
		if got, ok := Number(s); !ok || got != want {
			t.Errorf("%q is %g, %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "-", "NaN", "inf", "0x10", "1_0", "4/5", "-o", "e", "1,2,3", strings.Repeat("9", 400)} {
		if got, ok := Number(s); ok {
			t.Errorf("%q is a number, %g", s, got)
		}
	}
}
