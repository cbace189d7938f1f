package coverage

import (
	"cmp"
	"slices"

	"touchline.app/journey"
)

// Check is something the coverage check looks for. Its text is kept in maps, as
// the Check of a waiver.
type Check string

// The checks.
const (
	EmptyStage    Check = "empty-stage"   // a stage without touchpoints
	NothingAfter  Check = "nothing-after" // no touchpoint after the purchase
	NoPhases      Check = "no-phases"     // no stage says whether it is before, during or after the purchase
	DigitalOnly   Check = "digital-only"  // every channel that is used is digital
	NoOwner       Check = "no-owner"      // a touchpoint nobody is answerable for
	NoExpectation Check = "no-expectation"
	NoEvidence    Check = "no-evidence"    // an actual emotion that rests on an opinion
	UnusedChannel Check = "unused-channel" // a channel no touchpoint runs through
	NoReason      Check = "no-reason"      // a moment that matters, and nobody says why
	Department    Check = "department"     // a stage named as a department, not as what the customer does
)

// Checks lists the checks in the order in which findings are told: what concerns
// the map first, then stages, channels and touchpoints.
var Checks = []Check{
	NoPhases, NothingAfter, DigitalOnly, EmptyStage, Department, UnusedChannel, NoReason, NoExpectation, NoOwner, NoEvidence,
}

// Finding is one thing a map leaves unsaid.
type Finding struct {
	Check  Check
	Kind   journey.Kind
	Row    journey.ID // what it is about; empty: the map
	Label  string     // of that row
	Waiver journey.ID // the waiver that lets it stand; empty: none
	Reason string     // why it may stand
}

// Waived reports whether somebody said that the finding may stand.
func (f Finding) Waived() bool { return f.Waiver != "" }

// Find returns what the map leaves unsaid, waived findings too, in the order of
// Checks and then of the map. What is hidden is looked at as well.
func Find(m *journey.Map) []Finding {
	l := look{m: m, waivers: map[about]journey.Waiver{}}
	for _, w := range m.WaiversInOrder() {
		l.waivers[about{Check(w.Check), w.Row}] = w
	}
	l.stages()
	l.channels()
	l.touchpoints()
	slices.SortStableFunc(l.found, func(a, b Finding) int {
		return cmp.Compare(slices.Index(Checks, a.Check), slices.Index(Checks, b.Check))
	})
	return l.found
}

// Open returns the findings nobody has waived.
func Open(found []Finding) []Finding {
	var out []Finding
	for _, f := range found {
		if !f.Waived() {
			out = append(out, f)
		}
	}
	return out
}

// about names what a finding says: two of one check about one row are the same.
type about struct {
	check Check
	row   journey.ID
}

// look goes over one map.
type look struct {
	m       *journey.Map
	waivers map[about]journey.Waiver
	found   []Finding
}

func (l *look) find(c Check, k journey.Kind, id journey.ID, label string) {
	f := Finding{Check: c, Kind: k, Row: id, Label: label}
	if w, ok := l.waivers[about{c, id}]; ok {
		f.Waiver, f.Reason = w.ID, w.Reason
	}
	l.found = append(l.found, f)
}

// stages looks at what is met when.
func (l *look) stages() {
	met := map[journey.ID]bool{}
	for t := range l.m.Touchpoints.All() {
		met[t.Stage] = true
	}
	stages := l.m.StagesInOrder()
	phases, after := false, false
	for _, s := range stages {
		phases = phases || s.Phase != ""
		after = after || s.Phase == journey.After && met[s.ID]
		if !met[s.ID] {
			l.find(EmptyStage, journey.KindStage, s.ID, s.Name)
		}
		if isDepartment(s.Name) || l.isOwner(s.Name) {
			l.find(Department, journey.KindStage, s.ID, s.Name)
		}
	}
	switch {
	case len(met) == 0:
	case !phases:
		l.find(NoPhases, journey.KindHead, "", "")
	case !after:
		l.find(NothingAfter, journey.KindHead, "", "")
	}
}

// isOwner reports whether a stage is called as who owns touchpoints on the map.
func (l *look) isOwner(stage string) bool {
	if stage == "" {
		return false
	}
	for t := range l.m.Touchpoints.All() {
		if fold(t.Owner) == fold(stage) {
			return true
		}
	}
	return false
}

// channels looks at what the touchpoints run through.
func (l *look) channels() {
	used := map[journey.ID]int{}
	for t := range l.m.Touchpoints.All() {
		used[t.Channel]++
	}
	digital, other := 0, used[""]
	for _, c := range l.m.ChannelsInOrder() {
		switch {
		case used[c.ID] == 0:
			l.find(UnusedChannel, journey.KindChannel, c.ID, c.Name)
		case c.Medium == journey.Digital:
			digital++
		default:
			other++
		}
	}
	if digital > 0 && other == 0 {
		l.find(DigitalOnly, journey.KindHead, "", "")
	}
}

func (l *look) touchpoints() {
	for _, t := range l.m.Journey() {
		for _, c := range []struct {
			check Check
			holds bool
		}{
			{NoOwner, t.Owner == ""},
			{NoExpectation, !t.Expected.Known && t.Expectation == ""},
			{NoEvidence, t.Actual.Known && !t.Actual.Evidence.Measured()},
			{NoReason, t.Matters && t.Reason == ""},
		} {
			if c.holds {
				l.find(c.check, journey.KindTouchpoint, t.ID, t.Title)
			}
		}
	}
}
