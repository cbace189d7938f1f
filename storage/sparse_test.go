package storage

import (
	"path/filepath"
	"testing"

	"touchline.app/journey"
)

// A large map is the same after writing and reading, whichever of its seldom used
// columns hold something, and a single such value is enough to be read.
func TestSeldomColumnsOfALargeMapComeBack(t *testing.T) {
	for name, change := range map[string]func(*journey.Touchpoint){
		"as made":                     func(*journey.Touchpoint) {},
		"one expectation is measured": func(tp *journey.Touchpoint) { tp.Expected.Evidence.Source = journey.Workshop },
		"one answer was left out":     func(tp *journey.Touchpoint) { tp.Actual.Evidence.Junk = 1 },
		"one median":                  func(tp *journey.Touchpoint) { tp.Expected.Evidence.Median = -0.5 },
		"one list":                    func(tp *journey.Touchpoint) { tp.Expected.Evidence.Distribution = []int{0} },
		"one customer":                func(tp *journey.Touchpoint) { tp.Passage.Skipped = 1 },
		"one on the optimal path":     func(tp *journey.Touchpoint) { tp.Passage.Optimal = true },
	} {
		t.Run(name, func(t *testing.T) {
			m := large(manyRows + 20)
			tp, _ := m.Touchpoints.Get("t000777")
			change(&tp)
			m.Put(tp)
			path := filepath.Join(t.TempDir(), "large.journey")
			f, err := Create(path, m)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			got, err := Read(path)
			if err != nil {
				t.Fatal(err)
			}
			sameMap(t, got, m)
		})
	}
}
