// Package sample holds the maps a new file can begin with: a blank one, the five stages of a
// purchase, and a flight, whose actual emotions come from a real survey.
//
// The maps are made by code, so that they are valid and complete after every change of the model.
// The package knows no file and no screen.
package sample

import (
	"fmt"
	"strings"

	"touchline.app/journey"
)

// Names lists the sample maps, the one to offer first before the others.
var Names = []string{"five-stages", "blank", "flight"}

// Named returns a new map made from the sample of the given name, one of Names. The same ids give
// the same map.
func Named(name string, ids *journey.IDs) (*journey.Map, error) {
	switch name {
	case "five-stages":
		return FiveStages(ids)
	case "blank":
		return Blank(ids)
	case "flight":
		return Flight(ids)
	}
	return nil, fmt.Errorf("there is no sample map %q; there are %s", name, strings.Join(Names, ", "))
}

// Blank returns a map of three unnamed stages before, during and after the purchase, with the
// lanes nearly every map has.
func Blank(ids *journey.IDs) (*journey.Map, error) {
	b := newBuilder(ids, "")
	for _, phase := range journey.Phases {
		b.stage(journey.Stage{Phase: phase})
	}
	b.lane(journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneGap, journey.LanePainPoints, journey.LaneOpportunities)
	return b.done()
}

// FiveStages returns a map of the stages awareness, consideration, purchase, utilisation and
// loyalty, with the usual lanes and channels and no touchpoints yet: the palette suggests them
// stage by stage.
func FiveStages(ids *journey.IDs) (*journey.Map, error) {
	b := newBuilder(ids, "")
	for _, s := range fiveStages {
		b.stage(s)
	}
	b.lane(journey.LaneGoals, journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneGap, journey.LaneEvidence,
		journey.LaneThoughts, journey.LanePainPoints, journey.LaneOpportunities, journey.LaneMetrics, journey.LaneStatus)
	for _, c := range usualChannels {
		b.channel(c)
	}
	return b.done()
}

var fiveStages = []journey.Stage{
	{
		Name: "Awareness", Phase: journey.Before, Status: journey.StatusUnknown,
		Goal: "Find out that there is something for my need",
	},
	{
		Name: "Consideration", Phase: journey.Before, Status: journey.StatusProspect,
		Goal: "Compare, and be sure which one suits me",
	},
	{
		Name: "Purchase", Phase: journey.During, Status: journey.StatusCustomer,
		Goal: "Buy without effort or doubt",
	},
	{
		Name: "Utilisation", Phase: journey.After, Status: journey.StatusCustomer,
		Goal: "Get out of it what I was promised",
	},
	{
		Name: "Loyalty", Phase: journey.After, Status: journey.StatusRepeatCustomer,
		Goal: "Come back, and be glad to have told others",
	},
}

var usualChannels = []journey.Channel{
	{Name: "Website", Icon: "website", Medium: journey.Digital, Ownership: journey.Owned, Purpose: "Explains and sells, to prospects and customers"},
	{Name: "App", Icon: "app", Medium: journey.Digital, Ownership: journey.Owned, Purpose: "Serves customers from day to day"},
	{Name: "Phone", Icon: "phone", Medium: journey.Analog, Ownership: journey.Owned, Purpose: "Helps when nothing else does"},
	{Name: "E-mail", Icon: "email", Medium: journey.Digital, Ownership: journey.Owned, Purpose: "Keeps leads and customers informed"},
	{Name: "Social media", Icon: "social", Medium: journey.Digital, Ownership: journey.Shared, Purpose: "Makes the brand known to strangers"},
	{Name: "Shop", Icon: "shop", Medium: journey.Physical, Ownership: journey.Owned, Purpose: "Lets prospects see and try"},
	{Name: "Service", Icon: "staff", Medium: journey.Physical, Ownership: journey.Owned, Purpose: "Puts things right for customers"},
	{Name: "Advertisement", Icon: "ad", Medium: journey.Digital, Ownership: journey.ThirdParty, Purpose: "Reaches people who do not know the brand"},
	{Name: "Word of mouth", Icon: "friends", Medium: journey.Physical, Ownership: journey.Earned, Purpose: "What customers say to one another"},
}
