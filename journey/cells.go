package journey

// The rows that lie in a cell of a lane, under a stage or a touchpoint.

// Reach says how far along the journey something in a cell goes. It begins at its
// touchpoint, or else its stage; one that ends before it begins reaches over
// where it begins alone.
type Reach struct {
	EndStage      ID // the last stage it lies in; empty: its own
	EndTouchpoint ID // the last touchpoint it lies under; empty: the whole of the last stage
}

// Note is a text in a cell of a lane: goals, thoughts, backstage, text.
type Note struct {
	ID         ID
	Stage      ID
	Touchpoint ID // may be empty: it belongs to the stage
	Lane       ID
	Order      string
	Text       string
	Reach      Reach
}

// PainPoint is what hurts.
type PainPoint struct {
	ID         ID
	Stage      ID
	Touchpoint ID // may be empty: it belongs to the stage
	Lane       ID // a lane of type pain points
	Order      string
	Text       string
	Severity   int // 1..5, 0 when not rated
	Owner      string
	Reach      Reach
}

// OpportunityState is how far an opportunity has come.
type OpportunityState string

// The states of an opportunity.
const (
	Open      OpportunityState = "open"
	Planned   OpportunityState = "planned"
	Doing     OpportunityState = "doing"
	Done      OpportunityState = "done"
	Dismissed OpportunityState = "dismissed"
)

// OpportunityStates lists the states in their order.
var OpportunityStates = []OpportunityState{Open, Planned, Doing, Done, Dismissed}

// Opportunity is what could be done.
type Opportunity struct {
	ID         ID
	Stage      ID
	Touchpoint ID // may be empty: it belongs to the stage
	Lane       ID // a lane of type opportunities
	Order      string
	Text       string
	Impact     int // 1..5, 0 when not rated
	Effort     int // 1..5, 0 when not rated
	Owner      string
	Due        string // in words or as a date: "Q1", "2027-03-31"
	State      OpportunityState
	Reach      Reach
}

// Metric is a KPI at a touchpoint or a stage.
type Metric struct {
	ID         ID
	Stage      ID
	Touchpoint ID // may be empty: it belongs to the stage
	Lane       ID // a lane of type metrics
	Order      string
	Name       string
	Unit       string
	Target     Quantity
	Actual     Quantity

	LowerIsBetter bool // the target is met at or below it: waiting time, complaints
}

// Quantity is a number that may be unknown.
type Quantity struct {
	Known bool
	Value float64
}

// Known returns a quantity of the given value.
func Known(v float64) Quantity { return Quantity{Known: true, Value: v} }
