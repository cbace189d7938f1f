package journey

import "time"

// Kind says which table of the map a row belongs to.
type Kind string

// The tables of a map.
const (
	KindHead        Kind = "map"
	KindPersona     Kind = "persona"
	KindStage       Kind = "stage"
	KindLane        Kind = "lane"
	KindChannel     Kind = "channel"
	KindTouchpoint  Kind = "touchpoint"
	KindNote        Kind = "note"
	KindPainPoint   Kind = "pain point"
	KindOpportunity Kind = "opportunity"
	KindMetric      Kind = "metric"
	KindReading     Kind = "reading"
	KindPromise     Kind = "promise"
	KindWaiver      Kind = "waiver"
)

// Row is a value of one of the map's tables: Head, Persona, Stage, Lane,
// Channel, Touchpoint, Note, PainPoint, Opportunity, Metric, Reading, Promise
// or Waiver.
type Row interface {
	RowID() ID
	Kind() Kind
	// Label is the text a person knows the row by; it may be empty.
	Label() string
}

// State says whether a map shows what is or what shall be.
type State string

// The states of a map.
const (
	CurrentState State = "current"
	FutureState  State = "future"
)

// Direction is where a map begins.
type Direction string

// The directions of a map.
const (
	LeftToRight Direction = "ltr"
	RightToLeft Direction = "rtl"
)

// Directions lists the directions.
var Directions = []Direction{LeftToRight, RightToLeft}

// Head is what a map says as a whole.
type Head struct {
	ID          ID
	Title       string
	Scenario    string    // one line: who does what, from where to where
	State       State     // empty counts as current
	Direction   Direction // in which the stages run; empty goes by the texts, see Map.RightToLeft
	Mission     string    // CX mission
	Success     string    // CX success statement
	Expectation string    // what the customer expects overall, in words
	Version     string    // shown in the footer; optional
	Date        time.Time // day of this version, shown in the footer; zero shows none
	Events      Events    // which events the passages were counted from
}

// Persona is who travels.
type Persona struct {
	ID       ID
	Order    string
	Name     string
	Initials string // at most three letters; derived from the name when empty
	Line     string // a line about her
	Quote    string
	Goals    string
	Color    string // #RRGGBB, optional
	Employee bool   // takes part for the brand, not as the customer
}

// Phase says where a stage stands in regard to the purchase.
type Phase string

// The phases of a stage.
const (
	Before Phase = "before"
	During Phase = "during"
	After  Phase = "after"
)

// Phases lists the phases in time order.
var Phases = []Phase{Before, During, After}

// CustomerStatus is who the customer is to the brand.
type CustomerStatus string

// The statuses, from a stranger to an advocate, and lost.
const (
	StatusUnknown        CustomerStatus = "unknown"
	StatusSuspect        CustomerStatus = "suspect"
	StatusProspect       CustomerStatus = "prospect"
	StatusLead           CustomerStatus = "lead"
	StatusCustomer       CustomerStatus = "customer"
	StatusRepeatCustomer CustomerStatus = "repeat customer"
	StatusAdvocate       CustomerStatus = "advocate"
	StatusLost           CustomerStatus = "lost"
)

// CustomerStatuses lists the statuses in their order.
var CustomerStatuses = []CustomerStatus{
	StatusUnknown, StatusSuspect, StatusProspect, StatusLead,
	StatusCustomer, StatusRepeatCustomer, StatusAdvocate, StatusLost,
}

// Stage is a column group of the journey, in time order.
type Stage struct {
	ID          ID
	Order       string         // order key, see Between
	Name        string         // may be empty: a stage without a name
	Phase       Phase          // may be empty
	PhaseNote   string         // shown instead of the phase ("day of travel"); optional
	Goal        string         // the customer's goal in this stage
	Expectation string         // what she expects of the stage as a whole, in words
	Status      CustomerStatus // who she is to the brand in this stage; may be empty
	Color       string         // #RRGGBB; empty takes the next hue of the theme
	Width       float64        // least width of its columns together, in points; 0 is as they ask
	Hidden      bool           // not shown, with all it holds
	Customers   int            // how many got into this stage, for the drop-off; 0 when unknown
}

// LaneType says what a lane shows.
type LaneType string

// The types of lane.
const (
	LaneTouchpoints   LaneType = "touchpoints"
	LaneEmotion       LaneType = "emotion"
	LaneGap           LaneType = "gap"
	LaneEvidence      LaneType = "evidence"
	LaneGoals         LaneType = "goals"
	LaneThoughts      LaneType = "thoughts"
	LanePainPoints    LaneType = "pain points"
	LaneOpportunities LaneType = "opportunities"
	LaneMetrics       LaneType = "metrics"
	LaneStatus        LaneType = "status"
	LaneBackstage     LaneType = "backstage"
	LaneText          LaneType = "text"
)

// LaneTypes lists the types of lane.
var LaneTypes = []LaneType{
	LaneTouchpoints, LaneEmotion, LaneGap, LaneEvidence, LaneGoals, LaneThoughts,
	LanePainPoints, LaneOpportunities, LaneMetrics, LaneStatus, LaneBackstage, LaneText,
}

// Lane is a horizontal band of the map.
type Lane struct {
	ID       ID
	Order    string
	Type     LaneType
	Name     string
	Subtitle string // a line under the name; optional
	Hidden   bool
	Color    string  // #RRGGBB of its ground; empty takes the theme's
	Height   float64 // least height in points; 0 is as its content asks
}

// Medium is the nature of a channel.
type Medium string

// The media: a phone call is analog (virtual, not digital).
const (
	Digital  Medium = "digital"
	Analog   Medium = "analog"
	Physical Medium = "physical"
)

// Media lists the media.
var Media = []Medium{Digital, Analog, Physical}

// Ownership says who controls a channel or touchpoint.
type Ownership string

// The kinds of ownership.
const (
	Owned      Ownership = "owned"
	Shared     Ownership = "shared"
	Earned     Ownership = "earned"
	ThirdParty Ownership = "third party"
)

// Ownerships lists the kinds of ownership.
var Ownerships = []Ownership{Owned, Shared, Earned, ThirdParty}

// Channel is the medium a touchpoint runs through.
type Channel struct {
	ID        ID
	Order     string
	Name      string
	Icon      string // name of an icon in resources; empty takes one by the name
	Medium    Medium
	Ownership Ownership
	Purpose   string // what the channel is for, for which customer status
}

// Interaction is the kind of a touchpoint: two-way, one-way or without the brand.
type Interaction string

// The kinds of touchpoint.
const (
	TwoWay   Interaction = "interaction" // two-way
	OneWay   Interaction = "engagement"  // one-way: a click, an ad seen
	Indirect Interaction = "indirect"    // no contact with the brand itself
)

// Interactions lists the kinds of touchpoint.
var Interactions = []Interaction{TwoWay, OneWay, Indirect}

// Delivery says who acts for the brand.
type Delivery string

// The ways of delivery.
const (
	Human     Delivery = "human"
	Automated Delivery = "automated"
	AI        Delivery = "AI"
)

// Deliveries lists the ways of delivery.
var Deliveries = []Delivery{Human, Automated, AI}

// Touchpoint is one contact of the customer with the brand.
type Touchpoint struct {
	ID          ID
	Stage       ID
	Lane        ID
	Order       string // order key within the stage, across its lanes
	Title       string
	Details     string
	Channel     ID             // may be empty
	Actors      []ID           // personas who take part; may be empty
	Ownership   Ownership      // empty takes the channel's
	Type        Interaction    // kind; may be empty
	Delivery    Delivery       // may be empty
	Status      CustomerStatus // status she has from here on; empty: no change
	Expectation string         // what she expects here, in words
	Expected    Emotion
	Actual      Emotion
	Matters     bool   // a moment that matters
	Reason      string // why it matters
	Owner       string // department or person answerable for it
	Color       string // #RRGGBB; empty takes the stage's
	LeaveAsIs   bool   // decision: leave as it is
	Passage     Passage
}
