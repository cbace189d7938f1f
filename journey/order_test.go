package journey

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestBetweenKeepsOrderAtRandomPlaces(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	keys := []string{}
	for range 3000 {
		i := rng.IntN(len(keys) + 1)
		before, after := "", ""
		if i > 0 {
			before = keys[i-1]
		}
		if i < len(keys) {
			after = keys[i]
		}
		k, err := Between(before, after)
		if err != nil {
			t.Fatal(err)
		}
		if k <= before || after != "" && k >= after {
			t.Fatalf("%q is not between %q and %q", k, before, after)
		}
		if err := validOrder(k); err != nil {
			t.Fatal(err)
		}
		keys = slices.Insert(keys, i, k)
	}
}

func TestBetweenGrowsSlowly(t *testing.T) {
	tests := map[string]struct {
		next func(last string) (string, error)
		n    int
		max  int
	}{
		"append":             {func(last string) (string, error) { return Between(last, "") }, 10000, 5},
		"insert at the same": {func(last string) (string, error) { return Between("V000", last) }, 100, MaxOrderLength},
		"insert at front":    {func(last string) (string, error) { return Between("", last) }, 100, MaxOrderLength},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			last := "V001"
			for range tt.n {
				k, err := tt.next(last)
				if err != nil {
					t.Fatal(err)
				}
				last = k
			}
			if len(last) > tt.max {
				t.Errorf("key of %d bytes after %d inserts: %s", len(last), tt.n, last)
			}
		})
	}
}

func TestBetweenRefuses(t *testing.T) {
	tests := map[string][2]string{
		"wrong order":      {"b", "a"},
		"equal":            {"a", "a"},
		"character before": {"a-", "b"},
		"character after":  {"a", "é"},
		"no room before":   {"", "000"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if k, err := Between(tt[0], tt[1]); err == nil {
				t.Errorf("got %q", k)
			}
		})
	}
}

func TestSpreadAscends(t *testing.T) {
	keys := Spread(5000)
	if !slices.IsSorted(keys) || len(slices.Compact(slices.Clone(keys))) != 5000 {
		t.Error("keys do not ascend")
	}
	for _, k := range keys {
		if len(k) != 4 {
			t.Fatalf("key %q", k)
		}
	}
	if len(Spread(0)) != 0 {
		t.Error("keys for nothing")
	}
}
