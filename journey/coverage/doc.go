// Package coverage looks for what a map leaves unsaid: stages nobody meets the
// brand in, touchpoints nobody owns, emotions that rest on an opinion.
//
//	for _, f := range coverage.Find(m) {
//		fmt.Println(f.Text(), f.Mend())
//	}
//
// A finding is advice. One that may stand is waived, with a reason, by a
// journey.Waiver on the map. The package knows no file and no screen.
package coverage
