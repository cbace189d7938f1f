package csv_test

import (
	"bytes"
	"encoding/binary"
	stdcsv "encoding/csv"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"touchline.app/export/csv"
	"touchline.app/export/exporttest"
	"touchline.app/export/table"
	"touchline.app/journey"
	"touchline.app/journey/sample"
)

func written(t testing.TB, m *journey.Map, o csv.Options) ([]byte, []string) {
	t.Helper()
	var out bytes.Buffer
	warnings, err := csv.Write(&out, m, o)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, w := range warnings {
		said = append(said, w.String())
	}
	return out.Bytes(), said
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
		data, _ := written(t, m, csv.Options{BOM: seed%2 == 0})
		got, warnings, err := csv.Read("x.csv", data)
		if err != nil || len(warnings) > 0 {
			t.Fatalf("seed %d: %v %v", seed, err, warnings)
		}
		if problems := got.Validate(); len(problems) > 0 {
			t.Fatalf("seed %d: %v", seed, problems)
		}
		want, rows := table.Rows(m), table.Rows(got)
		for i := range want {
			for c, name := range table.Header() {
				if want[i][c] != rows[i][c] {
					t.Fatalf("seed %d, row %d, %s: %q became %q", seed, i, name, want[i][c], rows[i][c])
				}
			}
		}
		if m.Touchpoints.Len() > 0 && !csv.Is(data) {
			t.Fatalf("seed %d: not taken for CSV", seed)
		}
	}
}

// Another reader of the format finds the same cells, but for the apostrophes and
// the line ends it makes its own.
func TestAsAnotherReaderTakesIt(t *testing.T) {
	m := apart(exporttest.Random(4))
	data, _ := written(t, m, csv.Options{})
	all, err := stdcsv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(all) != m.Touchpoints.Len()+1 || !reflect.DeepEqual(all[0], table.Header()) {
		t.Fatalf("%d records, %v", len(all), err)
	}
	for i, row := range table.Rows(m) {
		for c, s := range row {
			if got := strings.TrimPrefix(all[i+1][c], "'"); got != strings.ReplaceAll(strings.TrimPrefix(s, "'"), "\r\n", "\n") {
				t.Errorf("%q became %q", s, got)
			}
		}
	}
}

func TestNoCellIsRunAsAFormula(t *testing.T) {
	m := journey.New("m", "")
	m.Put(journey.Stage{ID: "s", Order: "V"})
	m.Put(journey.Lane{ID: "l", Order: "V", Type: journey.LaneTouchpoints})
	texts := []string{"=1+1", "@SUM(A1)", "+49 30", "-cmd", "'=1", "''=1", "\t=1", "\r=1", "＝1", "-1", "+", "'plain", "'"}
	for i, k := range journey.Spread(len(texts)) {
		m.Put(journey.Touchpoint{ID: journey.ID(k), Order: k, Stage: "s", Lane: "l", Title: texts[i], Actual: journey.Feel(-0.6)})
	}
	data, _ := written(t, m, csv.Options{})
	all, err := stdcsv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(all[0], "touchpoint")
	actual := slices.Index(all[0], "actual")
	for i, r := range all[1:] {
		if s := r[at]; strings.ContainsRune("=+-@\t\r＝", []rune(s)[0]) && s != "-1" {
			t.Errorf("%q is written as %q", texts[i], s)
		}
		if r[actual] != "-0.6" {
			t.Errorf("a number is written as %q", r[actual])
		}
	}
	got, _, err := csv.Read("x.csv", data)
	if err != nil {
		t.Fatal(err)
	}
	for i, tp := range got.Journey() {
		if tp.Title != texts[i] {
			t.Errorf("%q comes back as %q", texts[i], tp.Title)
		}
	}
}

const plain = "Stage,Touchpoint,Emotion,Channel\nBefore,Book,-1.5,Website\nAfter,Fly,1,\n"

func utf16Of(order binary.AppendByteOrder, s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

func TestTablesOfOtherPrograms(t *testing.T) {
	tests := map[string][]byte{
		"plain":             []byte(plain),
		"semicolons":        []byte(strings.NewReplacer(",", ";", "-1.5", "-1,5").Replace(plain)),
		"tabs":              []byte(strings.ReplaceAll(plain, ",", "\t")),
		"lines of old Macs": []byte(strings.ReplaceAll(plain, "\n", "\r")),
		"lines of Windows":  []byte(strings.ReplaceAll(plain, "\n", "\r\n")),
		"no last line end":  []byte(strings.TrimSpace(plain)),
		"BOM":               []byte("\ufeff" + plain),
		"UTF-16":            utf16Of(binary.LittleEndian, plain),
		"UTF-16 turned":     utf16Of(binary.BigEndian, plain),
		"quoted":            []byte(strings.ReplaceAll(plain, "Book", `"Book"`)),
		"columns turned":    []byte("channel,ACTUAL emotion,Title,phase\nWebsite,−1.5,Book,Before\n,1,Fly,After\n"),
		"empty lines":       []byte("\n" + strings.ReplaceAll(plain, "\n", "\n\n")),
	}
	want, _, err := csv.Read("x.csv", []byte(plain))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			got, warnings, err := csv.Read("x.csv", data)
			if err != nil || len(warnings) > 0 || journey.Digest(got) != journey.Digest(want) {
				t.Errorf("%v %v", err, warnings)
			}
			if !csv.Is(data) {
				t.Error("not taken for CSV")
			}
		})
	}
	tp := want.Journey()
	if len(tp) != 2 || tp[0].Title != "Book" || tp[0].Actual.Valence != -1.5 || want.Head.Title != "x" || want.Channels.Len() != 1 {
		t.Errorf("%+v", tp)
	}
}

func TestWarningsNameTheirLines(t *testing.T) {
	data := "stage;touchpoint;actual;kind;leave as it is;color;weather;actual n\n" +
		"A;Book;7;chat;perhaps;red;fine;1,5\n" +
		"\n" +
		"A;\"two\nlines\";sad;;;;;\n" +
		"A;Pay;0;;;;;;more\n" +
		"A;\"open"
	m, warnings, err := csv.Read("/tmp/My day.csv", []byte(data))
	if err != nil || m.Head.Title != "My day" || m.Touchpoints.Len() != 4 {
		t.Fatal(m, err)
	}
	var said []string
	for _, w := range warnings {
		said = append(said, w.String())
	}
	want := []string{
		"line 7: a quote that begins here is not closed: the rest of the file counts as one cell",
		`the column "weather" has no place in a map: left out`,
		"line 2: actual is 7, outside -2 to 2: left out",
		`line 2: kind is "chat": it may be interaction, engagement, indirect: left out`,
		`line 2: leave as it is is "perhaps", neither yes nor no: left out`,
		`line 2: actual n is "1,5", not a whole number: left out`,
		`line 2: color is "red", not of the form #RRGGBB: left out`,
		`line 4: actual is "sad", not a number: left out`,
		`line 6: "more" stands in no column: left out`,
	}
	if !reflect.DeepEqual(said, want) {
		t.Errorf("%s", strings.Join(said, "\n"))
	}
	if m, warnings, err := csv.Read("x.csv", []byte("stage,title\nCaf\xe9,Pay 5 \x80\n")); err != nil || len(warnings) != 1 || m.Journey()[0].Title != "Pay 5 €" {
		t.Errorf("Latin-1: %v %v", warnings, err)
	}
}

func TestWhatIsNoTable(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":   "",
		"blank":     "\n \n",
		"prose":     "Dear all,\nthe map is ready.\n",
		"no titles": "stage,actual\nA,1\n",
		"binary":    "\x00\x01\x02",
	} {
		t.Run(name, func(t *testing.T) {
			if m, _, err := csv.Read("x.csv", []byte(data)); m != nil || err == nil || !strings.HasPrefix(err.Error(), "x.csv ") {
				t.Error(err)
			}
			if csv.Is([]byte(data)) {
				t.Error("taken for CSV")
			}
		})
	}
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	m, err := sample.Flight(journey.NewIDs(rand.NewChaCha8([32]byte{})))
	if err != nil {
		t.Fatal(err)
	}
	_, said := written(t, m, csv.Options{})
	for _, word := range []string{"title and scenario", "mission", "persona", "stages' phases", "lanes of other types", "notes"} {
		if !strings.Contains(strings.Join(said, "\n"), word) {
			t.Errorf("no word about %s in %q", word, said)
		}
	}
	if m, _, err := csv.Read("x.csv", []byte(plain)); err != nil {
		t.Fatal(err)
	} else if _, said := written(t, m, csv.Options{}); len(said) != 2 { // the title, and the lanes Read adds
		t.Errorf("%q", said)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(plain))
	f.Add([]byte("title\tmetrics\tactors\n\"a\"b\"\t;;\\;\\\t'=1;none\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, _, err := csv.Read("x", data)
		if err != nil {
			return
		}
		if problems := m.Validate(); len(problems) > 0 {
			t.Fatal(problems)
		}
		var out bytes.Buffer
		if _, err := csv.Write(&out, m, csv.Options{}); err != nil {
			t.Fatal(err)
		}
		again, _, err := csv.Read("x", out.Bytes())
		if err != nil || !reflect.DeepEqual(table.Rows(again), table.Rows(m)) {
			t.Fatalf("not the same again: %v\n%q\n%q", err, table.Rows(m), out.String())
		}
	})
}
