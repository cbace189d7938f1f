package storage

import (
	"path/filepath"
	"slices"
	"testing"

	"touchline.app/journey"
)

func TestNamesOfCopies(t *testing.T) {
	tests := map[string]struct{ copied, sure bool }{
		"flight (conflicted copy 2026-11-22 101112).journey":              {true, true},
		"flight (Anna's conflicted copy 2026-11-22).journey":              {true, true},
		"flight (In Konflikt stehende Kopie von Anna 2026-11-22).journey": {true, true},
		"flight (Copie en confli\u0074 de Anna 2026-11-22).journey":       {true, true},
		"flight (Copia en conflicto de Anna 2026-11-22).journey":          {true, true},
		"flight.sync-conflict-20261122-101112-ABCDEFG.journey":            {true, true},
		"flight_conflict-20261122-101112.journey":                         {true, true},
		"flight-LAPTOP7.journey":                                          {true, false},
		"flight (1).journey":                                              {true, false},
		"flight 2.journey":                                                {true, false},
		"flight copy.journey":                                             {true, false},
		"flight to Rome.journey":                                          {false, false},
		"flights.journey":                                                 {false, false},
		"flight (conflicted copy 2026-11-22 101112).pdf":                  {false, false},
		"another (conflicted copy 2026-11-22 101112).journey":             {false, false},
		"flight.journey":                                                  {false, false},
		"flight.sync-conflict-20261122-101112-ABCDEFG.journey-journal":    {false, false},
		".syncthing.flight.journey.tmp":                                   {false, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			must(t, copyFile("testdata/v1.journey", filepath.Join(dir, name)))
			got := copiesBeside(filepath.Join(dir, "flight.journey"))
			if (len(got) == 1) != tt.copied || tt.copied && got[0].sure != tt.sure {
				t.Errorf("found %+v", got)
			}
		})
	}
}

// A copy is offered while it holds something the map does not, whatever it is
// called; a file that only looks like one is not.
func TestCopiesBesideAMap(t *testing.T) {
	f := created(t, full(t))
	at := func(name string) string { return filepath.Join(filepath.Dir(f.Path()), name) }
	names := []string{"map 2.journey", "map (1).journey", "map.sync-conflict-20261122-101112-ABCDEFG.journey"}
	for _, name := range names {
		must(t, f.SaveAs(at(name)))
	}
	offered := func(want ...string) {
		t.Helper()
		copies, err := f.Copies(ctx)
		must(t, err)
		var got []string
		for _, c := range copies {
			got = append(got, filepath.Base(c.Path))
			if c.New != 1 {
				t.Errorf("%s has %d new steps", c.Path, c.New)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("offered are %q, not %q", got, want)
		}
	}
	offered()
	other, err := Create(at("map 3.journey"), journey.New("other", "another map"))
	must(t, err)
	must(t, noted(other, "no copy"))
	must(t, other.Close())
	offered()
	elsewhere(t, at(names[0]), "of two")
	elsewhere(t, at(names[2]), "of syncthing")
	offered(names[0], names[2])
	must(t, second(f.Merge(ctx, at(names[0]))))
	offered(names[2])
	must(t, second(f.Merge(ctx, at(names[2]))))
	offered()
	holds(t, f.Path(), "of two", "of syncthing")
}
