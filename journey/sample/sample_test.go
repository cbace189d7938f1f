package sample

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"touchline.app/journey"
)

func named(t *testing.T, name string) *journey.Map {
	t.Helper()
	m, err := Named(name, journey.NewIDs(rand.New(rand.NewSource(1))))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestSamplesAreValidAndTheSameForTheSameIDs(t *testing.T) {
	for _, name := range Names {
		m := named(t, name)
		for _, problem := range m.Validate() {
			t.Errorf("%s: %v", name, problem)
		}
		if again := named(t, name); !reflect.DeepEqual(slices.Collect(m.Rows()), slices.Collect(again.Rows())) {
			t.Errorf("%s differs from one time to the next", name)
		}
	}
}

func TestUnknownSampleNamesTheOthers(t *testing.T) {
	_, err := Named("train", journey.NewIDs(rand.New(rand.NewSource(1))))
	if err == nil || !strings.Contains(err.Error(), "five-stages, blank, flight") {
		t.Errorf("error %v does not say what there is", err)
	}
}

func TestFlightHasALaneOfEveryTypeWithSomethingInIt(t *testing.T) {
	m := named(t, "flight")
	filled := map[journey.ID]bool{}
	for r := range m.Rows() {
		switch r := r.(type) {
		case journey.Touchpoint:
			filled[r.Lane] = true
		case journey.Note:
			filled[r.Lane] = true
		case journey.PainPoint:
			filled[r.Lane] = true
		case journey.Opportunity:
			filled[r.Lane] = true
		case journey.Metric:
			filled[r.Lane] = true
		}
	}
	derived := []journey.LaneType{journey.LaneEmotion, journey.LaneGap, journey.LaneEvidence, journey.LaneGoals, journey.LaneStatus}
	for _, typ := range journey.LaneTypes {
		lane, ok := m.FirstLane(typ)
		if !ok || !slices.Contains(derived, typ) && !filled[lane.ID] {
			t.Errorf("lane %s is missing or empty", typ)
		}
	}
	if stages, touchpoints := m.Stages.Len(), m.Touchpoints.Len(); stages != 6 || touchpoints != 15 {
		t.Errorf("%d stages and %d touchpoints", stages, touchpoints)
	}
}

func TestFlightSaysWhereItsEmotionsComeFrom(t *testing.T) {
	surveyed := 0
	for _, tp := range named(t, "flight").Journey() {
		if e := tp.Expected.Evidence; !tp.Expected.Known || e.Source != journey.Assumed || e.Name == "" {
			t.Errorf("%s: expected emotion has evidence %+v", tp.Title, e)
		}
		e := tp.Actual.Evidence
		if !tp.Actual.Known || e.Name == "" {
			t.Errorf("%s: actual emotion has evidence %+v", tp.Title, e)
		}
		if e.Measured() {
			surveyed++
			if tp.Actual.Valence != e.Mean-3 {
				t.Errorf("%s: valence %v beside a mean of %v", tp.Title, tp.Actual.Valence, e.Mean)
			}
		} else if e.Source != journey.Assumed {
			t.Errorf("%s: no answers, and yet %q", tp.Title, e.Source)
		}
		if tp.Matters != (tp.Reason != "") {
			t.Errorf("%s: reason %q", tp.Title, tp.Reason)
		}
	}
	if surveyed != 10 {
		t.Errorf("%d touchpoints have survey evidence, want 10", surveyed)
	}
}

func TestMeasuredAgreesWithAnswersCountedByHand(t *testing.T) {
	e, err := measured("Inflight wifi service")
	if err != nil {
		t.Fatal(err)
	}
	var answers []float64
	for i, n := range []int{4488, 6490, 6317, 4981, 2887} {
		for range n {
			answers = append(answers, float64(i+1))
		}
	}
	sum := 0.0
	for _, a := range answers {
		sum += a
	}
	mean, squares := sum/float64(len(answers)), 0.0
	for _, a := range answers {
		squares += (a - mean) * (a - mean)
	}
	sd := math.Sqrt(squares / float64(len(answers)-1))
	if math.Abs(e.Evidence.Mean-mean) > 1e-9 || math.Abs(e.Evidence.SD-sd) > 1e-9 || e.Evidence.N != len(answers) {
		t.Errorf("got %+v, want mean %v and sd %v of %d", e.Evidence, mean, sd, len(answers))
	}
	if _, err := measured("Leg waxing"); err == nil {
		t.Error("a question that was not asked has answers")
	}
}

// sharedSurveys is where the survey itself lies, for who has it beside the checkout.
const sharedSurveys = "../../../shared/data/surveys"

func TestSurveyAgreesWithTheReference(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(sharedSurveys, "oracle_stats.json"))
	if errors.Is(err, fs.ErrNotExist) {
		data = []byte(reference)
	} else if err != nil {
		t.Fatal(err)
	}
	var all map[string]struct {
		Questions map[string]struct {
			N        int            `json:"n"`
			Mean, SD float64        // rounded to six places
			Dist     map[string]int `json:"dist"`
		} `json:"columns_stats"`
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	questions := all["airline_test.csv"].Questions
	if len(questions) == 0 {
		t.Fatal("the reference has no questions")
	}
	for question, want := range questions {
		e, err := measured(question)
		if err != nil {
			t.Fatal(err)
		}
		got := e.Evidence
		if got.N != want.N || round6(got.Mean) != want.Mean || round6(got.SD) != want.SD {
			t.Errorf("%s: n %d, mean %v, sd %v, want %+v", question, got.N, got.Mean, got.SD, want)
		}
		if want.Dist != nil && !slices.Equal(got.Distribution, []int{want.Dist["1"], want.Dist["2"], want.Dist["3"], want.Dist["4"], want.Dist["5"]}) {
			t.Errorf("%s: distribution %v, want %v", question, got.Distribution, want.Dist)
		}
	}
}

func round6(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// reference is the part of the reference statistics that travels with the code.
const reference = `{"airline_test.csv": {"columns_stats": {
	"Inflight wifi service": {"n": 25163, "mean": 2.812781, "sd": 1.262235},
	"Departure/Arrival time convenient": {"n": 24595, "mean": 3.21789, "sd": 1.390223},
	"Ease of Online booking": {"n": 24781, "mean": 2.889714, "sd": 1.307111},
	"Gate location": {"n": 25976, "mean": 2.977094, "sd": 1.282133},
	"Baggage handling": {"n": 25976, "mean": 3.633238, "sd": 1.176525}
}}}`

func TestFlightTellsWhatThePictureTells(t *testing.T) {
	m := named(t, "flight")
	largest, gap, _ := journey.LargestGap(m)
	mean, _ := journey.MeanActual(m)
	peakEnd, _ := journey.PeakEnd(m)
	var out bytes.Buffer
	for _, x := range []float64{gap, mean, peakEnd} {
		out.WriteString(" " + strings.TrimSpace(jsonNumber(x)))
	}
	if got := largest.Title + out.String(); got != "Books online -1.3 0.2 0.5" {
		t.Errorf("got %q", got)
	}
}

func jsonNumber(x float64) string {
	data, _ := json.Marshal(math.Round(x*10) / 10)
	return string(data)
}
