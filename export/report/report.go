// Package report lays out what is known of a map as pages of text and tables:
// the touchpoints with all their fields, the gaps by size, the plan of action,
// the sources of evidence. Pages are scenes, painted like a map.
//
//	for _, s := range report.Pages(m, report.Gaps, report.Options{Scene: options, Size: size}) { ... }
//
// The package knows no papers beyond the size it is given, and no file format.
package report

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// Kind names a report.
type Kind string

// The reports.
const (
	Touchpoints Kind = "touchpoints" // the touchpoint table with all fields
	Gaps        Kind = "gaps"        // broken promises and delights by size, moments that matter, where no change is needed
	Actions     Kind = "actions"     // opportunities by owner and due date
	Evidence    Kind = "evidence"    // where the actual emotions come from, and how customers went
	Inventory   Kind = "inventory"   // channels by stages, counted and coloured by gap
	Coverage    Kind = "coverage"    // what the map leaves unsaid
)

// Kinds lists the reports.
var Kinds = []Kind{Touchpoints, Gaps, Actions, Evidence, Inventory, Coverage}

// Options say how a report is laid out.
type Options struct {
	Scene  scene.Options // theme, fonts and words
	Size   scene.Point   // of each page, points
	Accent scene.Color   // of headings; without alpha: none
	Most   int           // pages after which it is given up; 0 is no limit
	Short  bool          // the last page ends where its content does
}

// Width returns how wide a report of the map is where nothing else says so, in
// points: as its columns ask.
func Width(m *journey.Map, k Kind) float64 {
	switch k {
	case Inventory:
		return stageColumn * float64(min(max(m.Stages.Len()+2, 6), mostAbreast))
	case Touchpoints:
		return 1060
	default:
		return 780
	}
}

// Pages lays a report out on as many pages as it needs, at least one: a report
// without content says so in a line. Its direction is that of the map. Pages
// are more than Most, and not all there are, where that limit was passed or
// Scene.Stop says so.
func Pages(m *journey.Map, k Kind, o Options) []*scene.Scene {
	f := newFlow(m, o)
	switch k {
	case Touchpoints:
		f.touchpoints()
	case Gaps:
		f.gaps()
	case Actions:
		f.actions()
	case Evidence:
		f.evidence()
	case Inventory:
		f.inventory()
	case Coverage:
		f.coverage()
	}
	return f.done()
}
