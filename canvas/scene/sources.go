package scene

import (
	"fmt"
	"slices"
	"strings"

	"touchline.app/journey"
)

// mostSources is how many other sources of an emotion are named.
const mostSources = 3

// otherSources returns what other sources say about the actual emotions, the
// newest first.
func (b *builder) otherSources() map[journey.ID][]journey.Reading {
	if b.m.Readings.Len() == 0 {
		return nil
	}
	by := map[journey.ID][]journey.Reading{}
	for _, r := range b.m.ReadingsInOrder() {
		if r.Felt != journey.FeltExpected {
			by[r.Touchpoint] = append(by[r.Touchpoint], r)
		}
	}
	for _, rs := range by {
		slices.SortStableFunc(rs, func(x, y journey.Reading) int { return y.Evidence.Date.Compare(x.Evidence.Date) })
	}
	return by
}

// told says what other sources say about a touchpoint, and how its emotion has
// changed since the oldest of them; both may be empty.
func (b *builder) told(t *journey.Touchpoint, others []journey.Reading) (lines, trend string) {
	if len(others) == 0 {
		return "", ""
	}
	named := map[string]int{b.sourceName(t.Actual.Evidence): 1}
	for _, r := range others {
		named[b.sourceName(r.Evidence)]++
	}
	var said []string
	for _, r := range others[:min(len(others), mostSources)] {
		name := b.sourceName(r.Evidence)
		if day := r.Evidence.Date; named[name] > 1 && !day.IsZero() {
			name = day.Format("2006-01")
		}
		said = append(said, name+" "+b.said(r.Valence))
	}
	if n := len(others) - mostSources; n > 0 {
		said = append(said, fmt.Sprintf(b.Words("scene.more"), n))
	}
	return strings.Join(said, "\n"), b.trend(t, others)
}

// trend says how the emotion has changed since the oldest source that has a date.
func (b *builder) trend(t *journey.Touchpoint, others []journey.Reading) string {
	for i := len(others) - 1; i >= 0; i-- {
		then := others[i].Evidence.Date
		if then.IsZero() || !then.Before(t.Actual.Evidence.Date) {
			continue
		}
		sign, change := "▲ ", t.Actual.Valence-others[i].Valence
		if change < 0 {
			sign = "▼ "
		}
		return sign + fmt.Sprintf(b.Words("scene.trend"), b.said(change), then.Format("2006"))
	}
	return ""
}

// sourceName is a source in few letters: of what kind and from which year it is.
func (b *builder) sourceName(e journey.Evidence) string {
	kind := e.Source
	if kind == "" {
		kind = journey.Assumed
	}
	name := b.Words("source." + string(kind))
	if !e.Date.IsZero() {
		name += " " + e.Date.Format("2006")
	}
	return name
}
