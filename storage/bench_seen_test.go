//go:build unix

package storage

import (
	"slices"
	"syscall"
	"testing"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// spent returns the time the processors worked for this program.
func spent(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// costs reports the milliseconds of processor time of each round of the benchmark.
func costs(b *testing.B, before time.Duration) {
	b.ReportMetric(float64(spent(b)-before)/float64(b.N)/1e6, "cpu-ms/op")
}

// BenchmarkSeen measures how long after a commit another program that watches the
// file has its rows: the watch's rest, the look and the reading.
func BenchmarkSeen(b *testing.B) {
	m := large(300)
	f := created(b, m)
	other, _, err := Open(f.Path())
	if err != nil {
		b.Fatal(err)
	}
	defer other.Close()
	told := make(chan struct{}, 100)
	w, err := WatchFile(f.Path(), func() { told <- struct{}{} })
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	var took []time.Duration
	titles := []string{"Ask", "Wait"}
	before, _ := m.Touchpoints.Get("t000007")
	for b.Loop() {
		after := before
		after.Title = titles[len(took)%2]
		if err := other.Commit(ctx, edit.Patch{Changes: []edit.Change{{Before: before, After: after}}}); err != nil {
			b.Fatal(err)
		}
		began := time.Now()
		before = after
		took = append(took, seenAfter(b, f, told, after, began))
		time.Sleep(120 * time.Millisecond) // people pause; the watch does too
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2])/1e6, "p50-ms")
	b.ReportMetric(float64(took[len(took)*95/100])/1e6, "p95-ms")
	b.ReportMetric(0, "ns/op") // says nothing, for it pauses
}

// seenAfter waits until f has read the touchpoint and returns how long that took.
func seenAfter(b *testing.B, f *File, told <-chan struct{}, want journey.Touchpoint, began time.Time) time.Duration {
	b.Helper()
	for {
		select {
		case <-told:
		case <-time.After(patience):
			b.Fatal("nothing was heard")
		}
		changed, err := f.Changed(ctx)
		if err != nil {
			b.Fatal(err)
		}
		if !changed {
			continue
		}
		m, err := f.Reload(ctx)
		if err != nil {
			b.Fatal(err)
		}
		if got, _ := m.Touchpoints.Get(want.ID); got.Title == want.Title {
			return time.Since(began)
		}
	}
}
