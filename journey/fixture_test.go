package journey

import (
	"math/rand/v2"
	"time"
)

// fullMap returns a valid map with a row of every kind and every field set.
func fullMap(seed byte) *Map {
	ids := NewIDs(rand.NewChaCha8([32]byte{seed}))
	m := New(ids.Next(), "Taking a flight")
	m.Head.Scenario, m.Head.Mission, m.Head.Success = "Lisbon to Oslo", "We carry people", "She would fly again"
	m.Head.Expectation, m.Head.Version, m.Head.Date = "on time", "1", time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	m.Head.Events = Events{Customers: 90, Finished: 40, AdHoc: 7, File: "events.csv", FileDigest: "ab", Date: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)}
	keys := Spread(8)
	persona := Persona{ID: ids.Next(), Order: keys[0], Name: "Ana", Initials: "A", Line: "consultant", Quote: "Hm", Goals: "arrive", Color: "#112233", Employee: true}
	other := Persona{ID: ids.Next(), Order: keys[1], Name: "Ben"}
	stage := Stage{ID: ids.Next(), Order: keys[0], Name: "Book", Phase: Before, PhaseNote: "a week before", Goal: "a seat", Expectation: "quick", Status: StatusLead, Color: "#abcdef", Width: 300, Hidden: true, Customers: 80}
	next := Stage{ID: ids.Next(), Order: keys[1], Name: "Fly"}
	channel := Channel{ID: ids.Next(), Order: keys[0], Name: "app", Icon: "phone", Medium: Digital, Ownership: Owned, Purpose: "convert leads"}
	for _, r := range []Row{persona, other, stage, next, channel} {
		m.Put(r)
	}
	lane := map[LaneType]ID{}
	for i, t := range []LaneType{LaneTouchpoints, LaneEmotion, LaneGap, LaneThoughts, LanePainPoints, LaneOpportunities, LaneMetrics} {
		lane[t] = ids.Next()
		m.Put(Lane{ID: lane[t], Order: keys[i], Type: t, Name: string(t), Subtitle: "sub", Hidden: true, Color: "#eeeeee", Height: 120})
	}
	first := Touchpoint{
		ID: ids.Next(), Stage: stage.ID, Lane: lane[LaneTouchpoints], Order: keys[0], Title: "Search", Details: "d",
		Channel: channel.ID, Actors: []ID{persona.ID, other.ID}, Ownership: Shared, Type: TwoWay, Delivery: Human,
		Status: StatusProspect, Expectation: "few clicks", Expected: fullEmotion(1), Actual: fullEmotion(-0.6),
		Matters: true, Reason: "first", Owner: "web", Color: "#00ff00", LeaveAsIs: true,
		Passage: Passage{Customers: 70, Finished: 39, Skipped: 1, Repeated: 5, OutOfOrder: 3, Optimal: true},
	}
	m.Put(first)
	reach := Reach{EndStage: next.ID, EndTouchpoint: first.ID}
	board := ids.Next()
	m.Put(Touchpoint{ID: board, Stage: next.ID, Lane: lane[LaneTouchpoints], Order: keys[0], Title: "Board", Actual: Feel(0.5)})
	m.Put(Note{ID: ids.Next(), Stage: stage.ID, Touchpoint: first.ID, Lane: lane[LaneThoughts], Order: keys[0], Text: "cheap?", Reach: reach})
	m.Put(PainPoint{ID: ids.Next(), Stage: stage.ID, Touchpoint: first.ID, Lane: lane[LanePainPoints], Order: keys[0], Text: "slow", Severity: 4, Owner: "web", Reach: reach})
	m.Put(Opportunity{
		ID: ids.Next(), Stage: stage.ID, Touchpoint: first.ID, Lane: lane[LaneOpportunities], Order: keys[0],
		Text: "cache", Impact: 5, Effort: 2, Owner: "web", Due: "Q1", State: Planned, Reach: reach,
	})
	m.Put(Metric{
		ID: ids.Next(), Stage: stage.ID, Touchpoint: first.ID, Lane: lane[LaneMetrics], Order: keys[0],
		Name: "conversion", Unit: "%", Target: Known(4), Actual: Known(2.5), LowerIsBetter: true,
	})
	m.Put(Reading{ID: ids.Next(), Touchpoint: first.ID, Order: keys[0], Felt: FeltExpected, Valence: 0.3, Evidence: fullEmotion(1).Evidence})
	m.Put(Promise{ID: ids.Next(), Order: keys[0], From: first.ID, To: board, Text: "a seat for everybody"})
	m.Put(Waiver{ID: ids.Next(), Order: keys[0], Check: "no-owner", Row: first.ID, Reason: "the agency has it"})
	return m
}

func fullEmotion(v float64) Emotion {
	e := Feel(v)
	e.Word, e.Quote = "annoyed", "Why again?"
	e.Evidence = Evidence{
		Source: Survey, Name: "Airline", N: 25, Mean: 2.4, SD: 1.1, ScaleMin: 1, ScaleMax: 5,
		Distribution: []int{5, 5, 5, 5, 5}, Date: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC),
		Median: 2, Question: "Booking", Filter: "Class = Economy", Inverted: true, Blank: 3, NotApplicable: 2, Junk: 1,
		File: "airline.csv", FileDigest: "cd",
	}
	return e
}

// firstOf returns the first row of a kind.
func firstOf(m *Map, k Kind) Row {
	for r := range m.Rows() {
		if r.Kind() == k {
			return r
		}
	}
	return nil
}
