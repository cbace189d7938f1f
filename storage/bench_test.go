//go:build unix

package storage

import (
	"context"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func benchmarkOpen(b *testing.B, n int) {
	f := created(b, large(n))
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	began := spent(b)
	defer func() { costs(b, began) }()
	for b.Loop() {
		g, m, err := Open(f.Path())
		if err != nil {
			b.Fatal(err)
		}
		if m.Touchpoints.Len() != n {
			b.Fatalf("%d touchpoints", m.Touchpoints.Len())
		}
		b.StopTimer()
		g.Close()
		b.StartTimer()
	}
}

func BenchmarkOpen300(b *testing.B)   { benchmarkOpen(b, 300) }
func BenchmarkOpen30000(b *testing.B) { benchmarkOpen(b, 30000) }

func BenchmarkCreate300(b *testing.B) {
	m := large(300)
	for b.Loop() {
		created(b, m)
	}
}

func BenchmarkCommit(b *testing.B)      { benchmarkCommit(b, 300) }
func BenchmarkCommit30000(b *testing.B) { benchmarkCommit(b, 30000) }

// benchmarkCommit edits one touchpoint of n, on disk when Commit returns.
func benchmarkCommit(b *testing.B, n int) {
	m := large(n)
	f := created(b, m)
	titles, i := []string{"Ask", "Wait"}, 0
	began := spent(b)
	defer func() { costs(b, began) }()
	for b.Loop() {
		before, _ := m.Touchpoints.Get("t000007")
		after := before
		after.Title = titles[i%2]
		i++
		p := edit.Patch{Changes: []edit.Change{{Before: before, After: after}}}
		p.Apply(m)
		if err := f.Commit(context.Background(), p); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReload30000(b *testing.B) {
	f := created(b, large(30000))
	for b.Loop() {
		if _, err := f.Reload(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkChanged(b *testing.B) {
	f := created(b, journey.New("m", ""))
	for b.Loop() {
		if changed, err := f.Changed(context.Background()); changed || err != nil {
			b.Fatal(changed, err)
		}
	}
}

// Every row that refers to the stage or could has to be looked at.
func BenchmarkDeleteStageOf30000(b *testing.B) {
	f := created(b, large(30000))
	stage := edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "empty"}}}}
	for b.Loop() {
		for _, p := range []edit.Patch{stage, stage.Invert()} {
			if err := f.Commit(context.Background(), p); err != nil {
				b.Fatal(err)
			}
		}
	}
}
