package ojf

import (
	"encoding/json"
	"io"
	"math"
	"strings"

	"touchline.app/export"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// Write writes the map as a file of the format. The warnings say what the format
// has no place for. The error is that of w.
func Write(w io.Writer, m *journey.Map) ([]export.Warning, error) {
	d := document{Version: version, PointOfView: m.Head.Scenario, Stages: []stage{}, Swimlanes: []swimlane{}, Nodes: []node{}}
	if m.Head.Title != "" {
		d.Metadata = &metadata{Title: m.Head.Title}
	}
	var names []string
	for _, p := range m.PersonasInOrder() {
		if !p.Employee && p.Name != "" {
			names = append(names, p.Name)
		}
	}
	d.Persona = strings.Join(names, ", ")
	for _, s := range m.StagesInOrder() {
		d.Stages = append(d.Stages, stage{ID: string(s.ID), Name: s.Name})
	}
	for _, l := range m.LanesInOrder() {
		if holds(l.Type) {
			d.Swimlanes = append(d.Swimlanes, swimlane{ID: string(l.ID), Name: l.Name})
		}
	}
	d.nodes(m)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(d); err != nil {
		return nil, phrase.Errorf("write OpenJourney: %w", err)
	}
	return losses(m), nil
}

// holds reports whether nodes lie in lanes of the type; what the others show
// follows from them, or has no place in the format.
func holds(t journey.LaneType) bool {
	switch t {
	case journey.LaneTouchpoints, journey.LaneGoals, journey.LaneThoughts, journey.LaneBackstage, journey.LaneText,
		journey.LanePainPoints, journey.LaneOpportunities:
		return true
	default:
		return false
	}
}

func (d *document) nodes(m *journey.Map) {
	for _, t := range m.Journey() {
		n := node{
			ID: string(t.ID), Stage: string(t.Stage), Swimlane: string(t.Lane), Title: t.Title, Description: t.Details,
			Severity: "low", Purpose: "touchpoint", Moment: t.Matters, Color: t.Color,
		}
		if c, ok := m.Channels.Get(t.Channel); ok && c.Name != "" {
			n.Tags = []string{c.Name}
		}
		if t.Actual.Known && !math.IsNaN(t.Actual.Valence) {
			score := math.Round(t.Actual.Valence*maxScore/journey.MaxValence*100)/100 + 0
			n.Score, n.Sentiment = &score, t.Actual.Word
			if n.Sentiment == "" {
				n.Sentiment = sentiments[t.Actual.Feeling()]
			}
		}
		d.Nodes = append(d.Nodes, n)
	}
	for _, x := range m.NotesInOrder() {
		d.text(x.ID, x.Stage, x.Lane, "note", x.Text, 0)
	}
	for _, x := range m.PainPointsInOrder() {
		d.text(x.ID, x.Stage, x.Lane, "pain-point", x.Text, x.Severity)
	}
	for _, x := range m.OpportunitiesInOrder() {
		d.text(x.ID, x.Stage, x.Lane, "opportunity", x.Text, x.Impact)
	}
}

var sentiments = map[journey.Feeling]string{
	journey.Angry: "angry", journey.Frustrated: "frustrated", journey.Neutral: "neutral", journey.Pleased: "positive", journey.Delighted: "delighted",
}

// text adds a node that is a text; its level goes from 1 to 5, 0 counts as 1.
func (d *document) text(id, stage, lane journey.ID, purpose, text string, level int) {
	d.Nodes = append(d.Nodes, node{
		ID: string(id), Stage: string(stage), Swimlane: string(lane), Title: text, Purpose: purpose,
		Severity: []string{"low", "low", "low", "medium", "high", "high"}[min(max(level, 0), 5)],
	})
}

// losses says, kind by kind, what is left out.
func losses(m *journey.Map) []export.Warning {
	var out []export.Warning
	lost := func(n int, what string) {
		if n > 0 {
			out = append(out, export.Warn("left out, for OpenJourney has no place for them: %d %s", n, phrase.Of(what)))
		}
	}
	var expected, evidence, quotes, details, passages int
	for t := range m.Touchpoints.All() {
		for _, c := range []struct {
			n  *int
			is bool
		}{
			{&expected, t.Expected.Known},
			{&evidence, t.Actual.Evidence.Measured()},
			{&quotes, t.Actual.Quote != ""},
			{&details, detailed(t)},
			{&passages, t.Passage != journey.Passage{}},
		} {
			if c.is {
				*c.n++
			}
		}
	}
	lost(expected, "expected emotions")
	lost(evidence, "evidences of emotions")
	lost(quotes, "quotes")
	lost(details, "touchpoints' expectations, owners, kinds, deliveries, statuses, reasons or decisions")
	stages := 0
	for s := range m.Stages.All() {
		if s.Phase != "" || s.Goal != "" || s.Expectation != "" || s.Status != "" {
			stages++
		}
	}
	lost(stages, "stages' phases, goals, expectations or statuses")
	lost(m.Metrics.Len(), "metrics")
	lost(m.Readings.Len(), "readings of other sources")
	lost(m.Promises.Len(), "promises")
	lost(passages, "counts of customers at touchpoints")
	lost(m.Waivers.Len(), "waivers of findings")
	return out
}

// detailed reports whether a touchpoint says what the format cannot, besides emotions.
func detailed(t journey.Touchpoint) bool {
	return t.Expectation != "" || t.Owner != "" || t.Type != "" || t.Delivery != "" || t.Status != "" || t.Reason != "" || t.LeaveAsIs
}
