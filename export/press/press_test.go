package press_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"touchline.app/export/embed"
	"touchline.app/export/exporttest"
	"touchline.app/export/page"
	"touchline.app/export/press"
	"touchline.app/journey"
	"touchline.app/journey/sample"
)

func flight(t *testing.T) *journey.Map {
	t.Helper()
	seed := make([]byte, 1<<16)
	for i := range seed {
		seed[i] = byte(i*7 + i>>8)
	}
	m, err := sample.Named("flight", journey.NewIDs(bytes.NewReader(seed)))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// put writes the map and returns what is in the file.
func put(t *testing.T, m *journey.Map, name string, o press.Options) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if _, err := press.Write(context.Background(), path, m, o); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEveryFormatIsWritten(t *testing.T) {
	m := flight(t)
	for _, f := range press.Formats {
		t.Run(string(f), func(t *testing.T) {
			a, b := put(t, m, "a."+string(f), press.Options{}), put(t, m, "other", press.Options{Format: f})
			if len(a) == 0 || !bytes.Equal(a, b) {
				t.Errorf("%d and %d bytes, which are not the same", len(a), len(b))
			}
		})
	}
}

func TestDrawingsCarryTheMap(t *testing.T) {
	m := flight(t)
	stage := m.StagesInOrder()[1]
	for _, f := range press.Formats {
		if !f.Drawn() {
			continue
		}
		t.Run(string(f), func(t *testing.T) {
			back, err := embed.Find(put(t, m, "a."+string(f), press.Options{}))
			if err != nil || journey.Digest(back) != journey.Digest(m) {
				t.Errorf("the map does not come back: %v", err)
			}
			back, err = embed.Find(put(t, m, "a."+string(f), press.Options{Stages: []journey.ID{stage.ID}}))
			if err != nil || back.Stages.Len() != 1 || back.Touchpoints.Len() != 2 {
				t.Errorf("of one stage more or less travels than that: %v", err)
			}
			b := put(t, m, "a."+string(f), press.Options{NoMap: true})
			if _, err := embed.Find(b); err == nil || bytes.Contains(b, []byte("in Touchline to edit")) {
				t.Errorf("a map travels that was to be left out (%v)", err)
			}
		})
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	m := flight(t)
	ended, end := context.WithCancel(context.Background())
	end()
	for name, tt := range map[string]struct {
		ctx  context.Context
		file string
		o    press.Options
		want string
	}{
		"no format":        {context.Background(), "a.doc", press.Options{}, ".pdf, .png, .svg"},
		"unknown format":   {context.Background(), "a", press.Options{Format: "doc"}, "no format"},
		"poster as a PNG":  {context.Background(), "a.png", press.Options{Page: page.Options{Paper: page.A0, Mode: page.Poster}}, "one sheet"},
		"ended, as a PDF":  {ended, "a.pdf", press.Options{}, "canceled"},
		"ended, as a PNG":  {ended, "a.png", press.Options{}, "canceled"},
		"ended, as a JSON": {ended, "a.json", press.Options{}, "canceled"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			_, err := press.Write(tt.ctx, filepath.Join(dir, tt.file), m, tt.o)
			if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(tt.want, "canceled") != errors.Is(err, context.Canceled) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if left, _ := os.ReadDir(dir); len(left) > 0 {
				t.Errorf("%d files are left", len(left))
			}
		})
	}
}

func TestTwelveAtOnceAreTheSame(t *testing.T) {
	m := flight(t)
	for _, f := range []press.Format{press.PDF, press.PNG, press.SVG} {
		want := put(t, m, "a."+string(f), press.Options{})
		dir := t.TempDir()
		var wait sync.WaitGroup
		for i := range 12 {
			wait.Go(func() {
				path := filepath.Join(dir, strconv.Itoa(i)+"."+string(f))
				if _, err := press.Write(context.Background(), path, m, press.Options{}); err != nil {
					t.Error(err)
					return
				}
				if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
					t.Errorf("%s %d: other bytes, %v", f, i, err)
				}
			})
		}
		wait.Wait()
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{300, 3000} {
		m := exporttest.LargeMap(n)
		for _, f := range []press.Format{press.PDF, press.PNG, press.SVG} {
			b.Run(fmt.Sprintf("%d-touchpoints/%s", n, f), func(b *testing.B) {
				path := filepath.Join(b.TempDir(), "a."+string(f))
				for b.Loop() {
					if _, err := press.Write(context.Background(), path, m, press.Options{}); err != nil {
						b.Fatal(err)
					}
				}
				info, err := os.Stat(path)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(info.Size())/1e3, "kB/file")
			})
		}
	}
}
