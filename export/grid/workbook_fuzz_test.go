package grid

import (
	"bytes"
	"context"
	"testing"
)

// FuzzSheet reads any text as the rows of a sheet.
func FuzzSheet(f *testing.F) {
	for _, s := range []string{
		`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="3"><c r="B3"><v>4</v></c></row></sheetData>`,
		`<sheetData><row><c t="s"><v>0</v></c><c/><c t='b'><v>1</v></c></row></sheetData>`, `<sheetData/>`, `<x:row r="99999999"><x:c r="ZZZZ1"><x:v>&#x110000;&amp`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b := &book{ctx: context.Background(), styles: map[int]style{1: asDate}, texts: &texts{all: []byte("text"), ends: []int{4}}}
		s := &sheet{in: newMarkup(bytes.NewReader(data)), book: b, total: int64(len(data))}
		for rows := 0; rows < 5000; rows++ {
			cells, err := s.next()
			if err != nil {
				return
			}
			if len(cells) > maxColumns {
				t.Fatalf("%d cells", len(cells))
			}
		}
	})
}
