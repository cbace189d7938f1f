//go:build unix

package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// BenchmarkLongLog measures what a file of 300 touchpoints and 50,000 edits costs: its
// size, opening it, looking for conflicts, looking at how it began, folding a month of it.
func BenchmarkLongLog(b *testing.B) {
	const edits = 50_000
	for b.Loop() {
		now := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)
		s := system
		s.Now = func() time.Time { now = now.Add(7 * time.Second); return now }
		m, path := large(300), filepath.Join(b.TempDir(), "long.journey")
		f, err := CreateFrom(s, path, m)
		must(b, err)
		typed(b, f, m, edits)
		must(b, f.Close())
		info, err := os.Stat(path)
		must(b, err)
		b.ReportMetric(float64(info.Size())/(1<<20), "MB")
		measured(b, "open-ms", func() error { f, _, err = OpenFrom(s, path); return err })
		measured(b, "undo-ms", func() error { _, _, err := f.History(ctx, 1000); return err })
		measured(b, "conflicts-ms", func() error { _, err := f.Conflicts(ctx); return err })
		measured(b, "began-ms", func() error { _, err := f.At(ctx, 0); return err })
		now = now.Add(2 * keptPast)
		measured(b, "fold-ms", f.Close)
		f, got, err := OpenFrom(s, path)
		must(b, err)
		sameMap(b, got, m)
		copied := filepath.Join(b.TempDir(), "copied.journey")
		must(b, f.SaveAs(copied))
		must(b, f.Close())
		info, err = os.Stat(copied)
		must(b, err)
		b.ReportMetric(float64(info.Size())/(1<<20), "MB-folded")
	}
	b.ReportMetric(0, "ns/op") // says nothing, for it is made of these
}

func measured(b *testing.B, unit string, do func() error) {
	b.Helper()
	began := time.Now()
	must(b, do())
	b.ReportMetric(float64(time.Since(began))/1e6, unit)
}

// typed commits edits as somebody makes them who types: twenty pauses in each touchpoint.
func typed(b *testing.B, f *File, m *journey.Map, edits int) {
	b.Helper()
	all := m.Journey()
	for n := range edits {
		before, _ := m.Touchpoints.Get(all[n/20%len(all)].ID)
		after := before
		switch {
		case n%20 == 0:
			after.Actual.Valence = float64(n%40)/10 - 2
		case n%3 == 0:
			after.Details = fmt.Sprintf("what she says while we type, version %d of a longer sentence about it", n)
		default:
			after.Title = fmt.Sprintf("Touchpoint says %d", n)
		}
		p := edit.Patch{Verb: "edit", Subject: after.Title, Gesture: fmt.Sprint("typing ", n/20), Changes: []edit.Change{{Before: before, After: after}}}
		must(b, f.Commit(ctx, p))
		p.Apply(m)
	}
}
