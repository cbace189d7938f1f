// Package summary says what a map holds in numbers, as JSON for programs and as
// text for people.
//
// It knows no file and no scene.
package summary

import (
	"encoding/json"
	"fmt"
	"io"
	"math"

	"touchline.app/journey"
	"touchline.app/journey/coverage"
)

// Map is a map in short. Its JSON is a contract with other programs: a number
// that cannot be known is null, and none has more than six places.
type Map struct {
	Title      string   `json:"title"`
	Stages     []Stage  `json:"stages"`
	Counts     Counts   `json:"counts"`
	MeanActual *float64 `json:"meanActual"`
	MeanGap    *float64 `json:"meanGap"`
	PeakEnd    *float64 `json:"peakEnd"`
	LargestGap Gap      `json:"largestGap"`

	WeightedActual *float64  `json:"weightedActual"` // moments that matter counted twice
	MayStay        int       `json:"mayStay"`        // touchpoints where no change is needed
	Promises       []Promise `json:"promises"`
	Events         *Events   `json:"events"` // null where nobody counted customers
	Unsaid         Unsaid    `json:"unsaid"`

	Digest string `json:"digest"`
}

// Promise is a touchpoint that sets the expectation another one tests, by their
// names. Gap is that of the one that tests it.
type Promise struct {
	From    string          `json:"from"`
	To      string          `json:"to"`
	Text    string          `json:"text"`
	Gap     *float64        `json:"gap"`
	Outcome journey.Outcome `json:"outcome"`
}

// Events counts the customers whose ways are in the map.
type Events struct {
	Customers int `json:"customers"`
	Finished  int `json:"finished"`
	AdHoc     int `json:"adHoc"` // who came to something the map does not show
}

// Unsaid counts what the coverage check found.
type Unsaid struct {
	Findings int `json:"findings"` // those nobody waived
	Waived   int `json:"waived"`
}

// Stage is one stage with its touchpoints in journey order.
type Stage struct {
	Name        string        `json:"name"`
	Phase       journey.Phase `json:"phase"`
	Touchpoints []Touchpoint  `json:"touchpoints"`
}

// Touchpoint is one touchpoint. Emotions are valences, -2..+2.
type Touchpoint struct {
	Name     string   `json:"name"`
	Channel  string   `json:"channel"`
	Actors   []string `json:"actors"`
	Expected *float64 `json:"expected"`
	Actual   *float64 `json:"actual"`
	Gap      *float64 `json:"gap"`
	Evidence Evidence `json:"evidence"`
}

// Evidence is what the actual emotion rests on. Mean and spread are on the
// scale of the source, and null where nobody was asked.
type Evidence struct {
	Source journey.Source `json:"source"` // empty where there is no actual emotion
	N      int            `json:"n"`
	Mean   *float64       `json:"mean"`
	SD     *float64       `json:"sd"`
	Median *float64       `json:"median"` // only with a distribution
}

// Counts counts the parts of the map, hidden lanes too.
type Counts struct {
	Stages      int `json:"stages"`
	Lanes       int `json:"lanes"`
	Touchpoints int `json:"touchpoints"`
}

// Gap is the largest gap and the name of its touchpoint; both are null where no
// touchpoint has one.
type Gap struct {
	Touchpoint *string  `json:"touchpoint"`
	Gap        *float64 `json:"gap"`
}

// Of returns the summary of a map.
func Of(m *journey.Map) Map {
	s := Map{
		Title: m.Head.Title, Stages: []Stage{}, Digest: journey.Digest(m),
		Counts:     Counts{Stages: m.Stages.Len(), Lanes: m.Lanes.Len(), Touchpoints: m.Touchpoints.Len()},
		MeanActual: number(journey.MeanActual(m)), MeanGap: number(journey.MeanGap(m)), PeakEnd: number(journey.PeakEnd(m)),
	}
	if t, gap, ok := journey.LargestGap(m); ok {
		s.LargestGap = Gap{Touchpoint: &t.Title, Gap: number(gap, true)}
	}
	s.WeightedActual = number(journey.WeightedActual(m))
	s.Promises = promises(m)
	if e := m.Head.Events; e.Customers > 0 {
		s.Events = &Events{e.Customers, e.Finished, e.AdHoc}
	}
	found := coverage.Find(m)
	s.Unsaid.Findings = len(coverage.Open(found))
	s.Unsaid.Waived = len(found) - s.Unsaid.Findings
	in := map[journey.ID][]journey.Touchpoint{}
	for _, t := range m.Journey() {
		in[t.Stage] = append(in[t.Stage], t)
		if journey.MayStay(t) {
			s.MayStay++
		}
	}
	for _, stage := range m.StagesInOrder() {
		out := Stage{Name: stage.Name, Phase: stage.Phase, Touchpoints: []Touchpoint{}}
		for _, t := range in[stage.ID] {
			out.Touchpoints = append(out.Touchpoints, touchpoint(m, t))
		}
		s.Stages = append(s.Stages, out)
	}
	return s
}

func promises(m *journey.Map) []Promise {
	out := []Promise{}
	for _, p := range m.PromisesInOrder() {
		from, _ := m.Touchpoints.Get(p.From)
		to, _ := m.Touchpoints.Get(p.To)
		out = append(out, Promise{From: from.Title, To: to.Title, Text: p.Text, Gap: number(journey.Gap(to)), Outcome: journey.OutcomeOf(m, p)})
	}
	return out
}

func touchpoint(m *journey.Map, t journey.Touchpoint) Touchpoint {
	channel, _ := m.Channels.Get(t.Channel)
	out := Touchpoint{
		Name: t.Title, Channel: channel.Name, Actors: []string{},
		Expected: number(t.Expected.Valence, t.Expected.Known), Actual: number(t.Actual.Valence, t.Actual.Known),
		Gap: number(journey.Gap(t)), Evidence: evidence(t.Actual),
	}
	for _, a := range t.Actors {
		p, _ := m.Personas.Get(a)
		out.Actors = append(out.Actors, p.Name)
	}
	return out
}

func evidence(e journey.Emotion) Evidence {
	source := e.Evidence.Source
	if source == "" && e.Known {
		source = journey.Assumed
	}
	return Evidence{
		Source: source, N: e.Evidence.N,
		Mean: number(e.Evidence.Mean, e.Evidence.N > 0), SD: number(e.Evidence.SD, e.Evidence.N > 1),
		Median: number(e.Evidence.Median, e.Evidence.N > 0 && len(e.Evidence.Distribution) > 0),
	}
}

// number returns x to six places, or nil where it is not known or no number.
func number(x float64, known bool) *float64 {
	if !known || math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	x = math.Round(x*1e6)/1e6 + 0 // + 0 turns -0 into 0
	return &x
}

// WriteJSON writes the summary as indented JSON.
func (s Map) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(s); err != nil {
		return fmt.Errorf("write summary: %w", err)
	}
	return nil
}
