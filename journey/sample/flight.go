package sample

import (
	"time"

	"touchline.app/journey"
)

// Flight returns the map of a leisure trip by plane: six stages, fifteen touchpoints and a lane of
// every type. The actual emotions of ten touchpoints are the means of a survey of 25,976
// passengers; everything else is the designer's, and says so in its evidence or in the notes.
func Flight(ids *journey.IDs) (*journey.Map, error) {
	b := newBuilder(ids, "Taking a flight")
	b.m.Head = flightHead(b.m.Head)
	people := map[string]journey.ID{}
	for _, p := range flightPersonas {
		people[p.Initials] = b.persona(p)
	}
	for _, c := range flightChannels {
		b.channel(c)
	}
	b.lane(journey.LaneGoals, journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneGap, journey.LaneEvidence,
		journey.LaneThoughts, journey.LanePainPoints, journey.LaneOpportunities, journey.LaneMetrics,
		journey.LaneBackstage, journey.LaneStatus, journey.LaneText)
	for _, s := range flightStages {
		stage := b.stage(s.row)
		touchpoints := map[string]journey.ID{}
		for _, c := range s.contacts {
			touchpoints[c.row.Title] = b.contact(stage, people, c)
		}
		b.findings(stage, touchpoints, s)
	}
	return b.done()
}

func flightHead(h journey.Head) journey.Head {
	h.Scenario = "Leisure traveller, economy, books for two · from the first search to the next booking"
	h.State = journey.CurrentState
	h.Mission = "Every traveller knows what happens next."
	h.Success = "Gap of booking online above −0.3 by Q3; 9 of 10 find the gate unaided."
	h.Expectation = "Arrive rested, with everything, for the price that was shown"
	h.Version = "1"
	h.Date = time.Date(2026, time.November, 21, 0, 0, 0, 0, time.UTC)
	return h
}

// flightStage is a stage with everything that lies under it.
type flightStage struct {
	row       journey.Stage
	contacts  []contact
	pains     []pain
	chances   []chance
	metrics   []metric
	thoughts  []string
	backstage []string
	texts     []string
}

// contact is a touchpoint of the flight map, before it has an id.
type contact struct {
	channel  string
	actors   []string // initials of personas
	question string   // the question of the survey that gives the actual emotion; empty: assumed
	expected float64
	assumed  float64 // the actual emotion where no question fits
	word     string
	quote    string
	row      journey.Touchpoint
}

// pain, chance and metric belong to the touchpoint called at, or to the stage when it is empty.
type pain struct {
	at  string
	row journey.PainPoint
}

type chance struct {
	at  string
	row journey.Opportunity
}

type metric struct {
	at  string
	row journey.Metric
}

// contact puts a touchpoint with its emotions.
func (b *builder) contact(stage journey.ID, people map[string]journey.ID, c contact) journey.ID {
	t := c.row
	t.Expected = journey.Feel(c.expected)
	t.Expected.Evidence = journey.Evidence{Source: journey.Assumed, Name: "designer's judgement"}
	t.Actual = journey.Feel(c.assumed)
	t.Actual.Evidence = journey.Evidence{Source: journey.Assumed, Name: "designer's judgement"}
	if c.question != "" {
		actual, err := measured(c.question)
		if err != nil && b.err == nil {
			b.err = err
		}
		t.Actual = actual
	}
	t.Actual.Word, t.Actual.Quote = c.word, c.quote
	for _, initials := range c.actors {
		t.Actors = append(t.Actors, people[initials])
	}
	return b.touchpoint(stage, c.channel, t)
}

// findings puts what lies in the other lanes of a stage.
func (b *builder) findings(stage journey.ID, touchpoints map[string]journey.ID, s flightStage) {
	for _, p := range s.pains {
		p.row.ID, p.row.Stage, p.row.Touchpoint = b.ids.Next(), stage, touchpoints[p.at]
		p.row.Lane, p.row.Order = b.lanes[journey.LanePainPoints], b.next("pain points")
		b.m.Put(p.row)
	}
	for _, c := range s.chances {
		c.row.ID, c.row.Stage, c.row.Touchpoint = b.ids.Next(), stage, touchpoints[c.at]
		c.row.Lane, c.row.Order = b.lanes[journey.LaneOpportunities], b.next("opportunities")
		b.m.Put(c.row)
	}
	for _, m := range s.metrics {
		m.row.ID, m.row.Stage, m.row.Touchpoint = b.ids.Next(), stage, touchpoints[m.at]
		m.row.Lane, m.row.Order = b.lanes[journey.LaneMetrics], b.next("metrics")
		b.m.Put(m.row)
	}
	for _, text := range s.thoughts {
		b.note(stage, journey.LaneThoughts, text)
	}
	for _, text := range s.backstage {
		b.note(stage, journey.LaneBackstage, text)
	}
	for _, text := range s.texts {
		b.note(stage, journey.LaneText, text)
	}
}

var flightPersonas = []journey.Persona{
	{
		Name: "Marta, 34", Initials: "MK", Line: "plans for the family",
		Quote: "I want to know it will work before I pay.",
		Goals: "Two seats together, one price, no surprises",
	},
	{Name: "Cabin crew", Initials: "CC", Line: "looks after the cabin", Employee: true},
}

var flightChannels = []journey.Channel{
	{Name: "Social", Icon: "social", Medium: journey.Digital, Ownership: journey.Shared, Purpose: "Makes the airline known to strangers"},
	{Name: "Website", Icon: "website", Medium: journey.Digital, Ownership: journey.Owned, Purpose: "Turns prospects into customers"},
	{Name: "E-mail", Icon: "email", Medium: journey.Digital, Ownership: journey.Owned, Purpose: "Keeps customers informed"},
	{Name: "Counter", Icon: "counter", Medium: journey.Physical, Ownership: journey.Owned, Purpose: "Serves customers who need a person"},
	{Name: "Chat", Icon: "chat", Medium: journey.Digital, Ownership: journey.Owned, Purpose: "Answers customers at any hour"},
	{Name: "Signage", Icon: "signage", Medium: journey.Physical, Ownership: journey.ThirdParty, Purpose: "Leads travellers through the airport"},
	{Name: "App", Icon: "app", Medium: journey.Digital, Ownership: journey.Owned, Purpose: "Goes with customers on the day of travel"},
	{Name: "Staff", Icon: "staff", Medium: journey.Physical, Ownership: journey.Owned, Purpose: "Gives the airline a face"},
	{Name: "Cabin", Icon: "seat", Medium: journey.Physical, Ownership: journey.Owned, Purpose: "Is what customers paid for"},
	{Name: "Wi-Fi", Icon: "wifi", Medium: journey.Digital, Ownership: journey.ThirdParty, Purpose: "Lets customers work and talk aboard"},
	{Name: "Belt", Icon: "belt", Medium: journey.Physical, Ownership: journey.ThirdParty, Purpose: "Gives the bags back"},
	{Name: "Friends", Icon: "friends", Medium: journey.Physical, Ownership: journey.Earned, Purpose: "What customers say to one another"},
	{Name: "Phone", Icon: "phone", Medium: journey.Analog, Ownership: journey.Owned, Purpose: "Helps customers when plans change"},
}
