package grid

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// parts is a workbook of the given rows of XML, with two texts and three styles.
func parts(t *testing.T, sheet string) []byte {
	t.Helper()
	const main, rel = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels":     `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + rel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<workbook xmlns="` + main + `" xmlns:r="` + rel + `"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + rel + `/worksheet" Target="/xl/worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + rel + `/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="` + rel + `/styles" Target="styles.xml"/></Relationships>`,
		"xl/sharedStrings.xml": `<sst xmlns="` + main + `"><si><t>Food &lt;all&gt;</t></si><si><r><t xml:space="preserve">very </t></r><r><t>good</t></r><rPh><t>xx</t></rPh></si><si/></sst>`,
		"xl/styles.xml": `<styleSheet xmlns="` + main + `"><numFmts count="1"><numFmt numFmtId="170" formatCode="&quot;day &quot;dd/mm/yyyy"/></numFmts><cellXfs count="4"><xf/><xf numFmtId="170"/><xf numFmtId="9"/>` +
			`<xf numFmtId="21"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet xmlns="` + main + `">` + sheet + `</worksheet>`,
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSheet(t *testing.T) {
	data := parts(t, `<cols><col min="1"/></cols><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>When</t></is></c><c r="D1" t="str"><f>"a>b"</f><v>Part &#38; &#x42;</v></c></row>
<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>46000</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" s="2"><v>0.85</v></c></row>
<row/><x:row xmlns:x="y" r="6"><x:c><x:v>4.0999999999999996</x:v></x:c><x:c r="B6" s="1"><x:v>46000.5</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c s='3'><x:v>0.25</x:v></x:c></x:row>
</sheetData><mergeCells/>`)
	p, names, got, _ := everything(t, Bytes("x.xlsx", data), Wish{})
	if p.Layout.Sheet != "A & B" || strings.Join(names, "|") != "Food <all>|When|column 3|Part & B" {
		t.Errorf("%v, columns %q", p.Layout, names)
	}
	want := []string{"very good|2025-12-09|TRUE|85%", "4.0999999999999996|2025-12-09 12:00:00|#N/A|06:00:00"}
	if len(got) != 2 || strings.Join(got[0], "|") != want[0] || strings.Join(got[1], "|") != want[1] || p.Lines[1] != 3 {
		t.Errorf("got %q at %v, want %q", got, p.Lines, want)
	}
	for _, broken := range []string{"<sheetData><row><c><v>1</v></c>", "<sheetData><row><c t=\"s\"><v>9</v></c></row></sheetData>", "<sheetData><row><c", "<sheetData><row><c><v>1"} {
		_, err := Sniff(context.Background(), Bytes("x.xlsx", parts(t, broken)), Wish{})
		var refused *Refusal
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v", broken, err)
		}
	}
}

// TestSheetAsTheLibrary reads what the library that opens workbooks reads, row by
// row.
func TestSheetAsTheLibrary(t *testing.T) {
	rows := [][]any{{"id", "text", "n", "yes"}}
	for i := range 300 {
		rows = append(rows, []any{i, fmt.Sprintf("<%d & \"é\"> 好", i%7), float64(i) / 7, i%3 == 0})
		if i%50 == 0 {
			rows = append(rows, nil)
		}
	}
	data := workbook(t, rows)
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	want, err := book.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	in, err := open(context.Background(), Bytes("x.xlsx", data), Layout{Sheet: "Sheet1"}, func(r io.Reader) io.Reader { return r })
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	for i, w := range want {
		cells, err := in.next()
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(copied(cells), "|")
		if expect := strings.NewReplacer("|1", "|TRUE", "|0", "|FALSE"); i > 0 && len(w) == 4 {
			w[3] = strings.TrimPrefix(expect.Replace("|"+w[3]), "|")
		}
		if got != strings.Join(w, "|") {
			t.Errorf("row %d: %q, want %q", i, got, w)
		}
	}
}

// TestCoverSheet takes the sheet of the answers, not the one that stands before.
func TestCoverSheet(t *testing.T) {
	answers := [][]any{{"Food", "Staff"}}
	for i := range 40 {
		answers = append(answers, []any{i % 5, i % 4})
	}
	for name, cover := range map[string][][]any{"a text": {{"This file holds the answers of May"}, {"Ask Ann"}}, "a summary": {{"Question", "Mean"}, {"Food", 3.2}, {"Staff", 2.9}}} {
		p, err := Sniff(context.Background(), Bytes("x.xlsx", workbook(t, cover, answers)), Wish{})
		if err != nil || p.Layout.Sheet != "Answers" {
			t.Errorf("%s: sheet %q, %v", name, p.Layout.Sheet, err)
		}
	}
}

func TestForeign(t *testing.T) {
	for name, data := range map[string]string{
		"a picture": "\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\x01\x02\x03\x04abc,\n", 50), "a web page": "<!DOCTYPE html><html><table>", "JSON": `[{"a":1},{"a":2}]`,
		"blanks": "\n\n   \n", "an object": `{"a":[1,2]}`,
	} {
		var refused *Refusal
		if _, err := Sniff(context.Background(), Bytes("x.csv", []byte(data)), Wish{}); !errors.As(err, &refused) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWideWithoutMark(t *testing.T) {
	const table = "值机,登机\n满意,不满意\n非常满意,一般\n不满意,满意\n"
	for _, big := range []bool{false, true} {
		var data []byte
		for _, r := range table {
			pair := []byte{byte(r), byte(r >> 8)}
			if big {
				pair[0], pair[1] = pair[1], pair[0]
			}
			data = append(data, pair...)
		}
		_, names, got, _ := everything(t, Bytes("x.csv", data), Wish{})
		if strings.Join(names, "|") != "值机|登机" || len(got) != 3 || got[1][0] != "非常满意" {
			t.Errorf("columns %q, rows %q", names, got)
		}
	}
}

func TestHeaderRows(t *testing.T) {
	answers := strings.Repeat("1001,good,3,App\n1002,bad,4,\n", 20)
	for name, c := range map[string]struct{ head, want string }{
		"choices below a question":    {"Id,How was it?,,Used\n,Check-in,Gate,App\n", "Id|How was it? · Check-in|How was it? · Gate|Used · App"},
		"answers below a header":      {"Id,A,B,C\n1000,k.A.,no answer,\n1001,bad,no answer,\n", "Id|A|B|C"},
		"one name above two, one not": {"Where,Ratings,,Used\n,Check-in,Gate,\n", "Where|Ratings · Check-in|Ratings · Gate|Used"},
	} {
		_, names, _, _ := everything(t, Bytes("x.csv", []byte(c.head+answers)), Wish{})
		if got := strings.Join(names, "|"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestLongSheet reads a sheet that is unpacked ahead, is told how far it has come,
// and stops when asked to.
func TestLongSheet(t *testing.T) {
	const rows = 40_000
	var sheet strings.Builder
	sheet.WriteString(`<sheetData><row><c t="inlineStr"><is><t>n</t></is></c><c t="inlineStr"><is><t>m</t></is></c></row>`)
	for i := range rows {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="A%d"><v>%d</v></c><c r="B%d" t="inlineStr"><is><t>%060d</t></is></c></row>`, i+2, i+2, i, i+2, i)
	}
	sheet.WriteString(`</sheetData>`)
	src := Bytes("x.xlsx", parts(t, sheet.String()))
	l := Layout{Sheet: "A & B", Header: 1}
	sum, told := 0, int64(0)
	s, err := Read(context.Background(), src, l, Visitor{
		Columns: func([]Column) error { return nil },
		Row: func(_ int, cells [][]byte) error {
			sum += len(cells[1])
			return nil
		},
		Progress: func(done, total int64) {
			if done < told || done > total {
				t.Errorf("%d of %d after %d", done, total, told)
			}
			told = done
		},
	})
	if err != nil || s.Rows != rows || sum != 60*rows || told == 0 || len(s.Digest) != 64 || s.Bytes != Size(src) {
		t.Errorf("%+v, %d letters, %d told, %v", s, sum, told, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err = Read(ctx, src, l, Visitor{Columns: func([]Column) error { return nil }, Row: func(line int, _ [][]byte) error {
		if line == 10 {
			cancel()
		}
		return nil
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
