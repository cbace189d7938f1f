package survey

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"touchline.app/export/grid"
	"touchline.app/journey/evidence"
)

// sharedSurveys is where surveys lie, for who has them beside the checkout.
const sharedSurveys = "../../../shared/data/surveys"

// reference is what a program in another language made of a survey.
type reference struct {
	Rows      int
	Questions map[string]figures `json:"columns_stats"`
}

type figures struct {
	Rows, Blank, N             int
	NA, Junk, Dist             map[string]int
	Mean, SD, Median, Min, Max float64 // rounded to six places
	Wrong                      float64 `json:"mean_with_na_codes"`
}

// settledByHand are the readings a person gives where the survey leaves a doubt:
// the comments of the health service are rated -5 to 5, but have slips below.
var settledByHand = map[string]Reading{
	"nhs_text_phase1.csv": {Scale: evidence.Scale{Min: -9, Max: 9}},
}

func counted(t *testing.T, src grid.Source, o Options) *Responses {
	t.Helper()
	p, err := grid.Sniff(context.Background(), src, grid.Wish{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := Count(context.Background(), src, p.Layout, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestReference compares every figure of every survey, and counts how many scales
// were found without asking.
func TestReference(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(sharedSurveys, "oracle_stats.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return // TestScales and TestCodesAreNotAveraged need no files
	}
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]reference
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	config, err := os.ReadFile(filepath.Join(sharedSurveys, "oracle_config.json"))
	if err != nil {
		t.Fatal(err)
	}
	var files []struct {
		File string
		Long []string
	}
	if err := json.Unmarshal(config, &files); err != nil {
		t.Fatal(err)
	}
	found, asked := 0, 0
	for _, f := range files {
		o := Options{}
		if len(f.Long) == 2 {
			o.Long = &Long{f.Long[0], f.Long[1]}
		}
		r := counted(t, grid.File(filepath.Join(sharedSurveys, f.File)), o)
		if r.Rows != all[f.File].Rows {
			t.Errorf("%s: %d rows, want %d", f.File, r.Rows, all[f.File].Rows)
		}
		a, b := compare(t, f.File, r, all[f.File])
		found, asked = found+a, asked+b
	}
	t.Logf("%d scales found, %d asked for", found, asked)
	if asked*9 > found {
		t.Errorf("%d scales were found, %d had to be asked for", found, asked)
	}
}

func compare(t *testing.T, file string, r *Responses, want reference) (found, asked int) {
	t.Helper()
	compared := 0
	for i, f := range Find(r) {
		q := r.Questions[i]
		w, ok := want.Questions[q.Name]
		if !ok {
			continue
		}
		compared++
		if len(f.Readings) == 0 {
			t.Errorf("%s, %s: no scale: %s", file, q.Name, f.Why)
			continue
		}
		reading := f.Readings[0]
		if f.Sure() {
			found++
		} else {
			asked++
			reading = settledByHand[file]
		}
		got := q.Apply(reading)
		equal(t, file+", "+q.Name, got, w)
	}
	if compared != len(want.Questions) {
		t.Errorf("%s: %d questions of %d", file, compared, len(want.Questions))
	}
	return found, asked
}

func equal(t *testing.T, name string, got Result, w figures) {
	t.Helper()
	for what, pair := range map[string][2]float64{
		"mean": {got.Mean, w.Mean}, "sd": {got.SD, w.SD}, "median": {got.Median, w.Median}, "least": {got.Least, w.Min}, "most": {got.Most, w.Max},
	} {
		if math.Abs(pair[0]-pair[1]) > 5e-7+1e-9 {
			t.Errorf("%s: %s is %v, want %v", name, what, pair[0], pair[1])
		}
	}
	if w.Wrong != w.Mean && math.Abs(got.Mean-w.Wrong) < math.Abs(w.Wrong-w.Mean)/2 {
		t.Errorf("%s: codes were averaged in", name)
	}
	dist := map[string]int{}
	for _, s := range got.Steps {
		dist[strconv.FormatFloat(s.Value, 'g', 6, 64)] = s.Count
	}
	if got.N != w.N || got.Blank != w.Blank || !same(dist, w.Dist) || !same(got.NotApplicable, w.NA) || !same(got.Junk, w.Junk) {
		t.Errorf("%s: got n %d, blank %d, %v, not applicable %v, junk %v; want %+v", name, got.N, got.Blank, dist, got.NotApplicable, got.Junk, w)
	}
}

func same(a, b map[string]int) bool {
	if len(a) != len(b) {
		return false
	}
	for k, n := range a {
		if b[strings.TrimSuffix(k, ".0")] != n {
			return false
		}
	}
	return true
}
