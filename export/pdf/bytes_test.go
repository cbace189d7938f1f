package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"testing"

	"touchline.app/export/exporttest"
	"touchline.app/export/page"
	"touchline.app/export/pdf"
)

// Twelve at once, of one document, give the same bytes.
func TestAtOnce(t *testing.T) {
	d := set(t, flight(t), page.Options{Mode: page.Poster, Paper: page.A2})
	o := pdf.Options{Attachment: &pdf.Attachment{Name: "m", Data: []byte("x")}}
	want := write(t, d, o)
	var wait sync.WaitGroup
	for range 12 {
		wait.Go(func() {
			var b bytes.Buffer
			if err := pdf.Write(&b, d, o); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("bytes differ, error %v", err)
			}
		})
	}
	wait.Wait()
}

func TestSameBytes(t *testing.T) {
	large := func() *page.Document { return set(t, exporttest.LargeMap(25), page.Options{Paper: page.A3}) }
	want := write(t, large(), pdf.Options{})
	write(t, onePage(t, lines("something else", "in between")), pdf.Options{})
	write(t, set(t, exporttest.LargeMap(200), page.Options{}), pdf.Options{})
	if !bytes.Equal(write(t, large(), pdf.Options{}), want) {
		t.Error("bytes depend on what was written before")
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			var b bytes.Buffer
			if err := pdf.Write(&b, large(), pdf.Options{}); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("bytes differ, error %v", err)
			}
		})
	}
	wait.Wait()
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfTheWriterComeBack(t *testing.T) {
	if err := pdf.Write(full{}, onePage(t, lines("x")), pdf.Options{}); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{300, 3000, 30000} {
		d := set(b, exporttest.LargeMap(n), page.Options{})
		b.Run(fmt.Sprintf("%d-touchpoints", n), func(b *testing.B) {
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				if err := pdf.Write(&out, d, pdf.Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(out.Len())/1e6, "MB/file")
		})
	}
}
