package grid

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbook returns the bytes of a workbook with one sheet for each entry.
func workbook(t *testing.T, sheets ...[][]any) []byte {
	t.Helper()
	book := excelize.NewFile()
	for i, rows := range sheets {
		name := []string{"Sheet1", "Answers", "More"}[i]
		if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for j, row := range rows {
			at, err := excelize.CoordinatesToCellName(1, j+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := book.SetSheetRow(name, at, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWorkbook(t *testing.T) {
	data := workbook(t, nil, [][]any{{"Survey of May"}, {}, {"id", "Food", "Überall"}, {1, 4, 3.5}, {}, {2, "n/a", 5}})
	p, names, got, _ := everything(t, Bytes("x.xlsx", data), Wish{})
	if p.Layout.Sheet != "Answers" || strings.Join(p.Layout.Sheets, "|") != "Sheet1|Answers" || p.Layout.Skip != 2 {
		t.Errorf("layout %+v", p.Layout)
	}
	if strings.Join(names, "|") != "id|Food|Überall" || len(got) != 2 || strings.Join(got[1], "|") != "2|n/a|5" || got[0][2] != "3.5" {
		t.Errorf("columns %v, rows %v", names, got)
	}
	if _, err := Sniff(context.Background(), Bytes("x.xlsx", data), Wish{Sheet: "None"}); err == nil || !strings.Contains(err.Error(), "Answers") {
		t.Errorf("a sheet that is not there: %v", err)
	}
}

func TestDamagedWorkbook(t *testing.T) {
	data := workbook(t, [][]any{{"a", "b"}, {1, 2}, {3, 4}})
	random := uint32(1)
	for range 40 {
		broken := bytes.Clone(data)
		for range 1 + random%9 {
			random = random*1664525 + 1013904223
			broken[4+random%uint32(len(broken)-4)] ^= byte(random >> 16)
		}
		p, err := Sniff(context.Background(), Bytes("x.xlsx", broken), Wish{})
		if err == nil {
			_, err = Read(context.Background(), Bytes("x.xlsx", broken), p.Layout, ignore)
		}
		var refused *Refusal
		if err != nil && !errors.As(err, &refused) {
			t.Errorf("not a refusal: %v", err)
		}
	}
}

func TestSwollenWorkbook(t *testing.T) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create("xl/styles.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range maxHeld>>20 + 1 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Sniff(context.Background(), Bytes("x.xlsx", out.Bytes()), Wish{}); err == nil || !strings.Contains(err.Error(), "unpacks to more") {
		t.Errorf("%d bytes that unpack to 65 MB: %v", out.Len(), err)
	}
}
