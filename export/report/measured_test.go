package report_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"touchline.app/export/exporttest"
	"touchline.app/export/report"
	"touchline.app/journey"
)

// measured is a map with everything that is known of a journey besides its
// touchpoints: sources, promises, customers, waivers.
func measured() *journey.Map {
	m := journey.New("m", "Renting")
	m.Put(journey.Lane{ID: "l", Order: "V", Type: journey.LaneTouchpoints})
	m.Put(journey.Channel{ID: "shop", Order: "V", Name: "shop", Medium: journey.Physical})
	m.Put(journey.Channel{ID: "web", Order: "W", Name: "website", Medium: journey.Digital})
	m.Put(journey.Stage{ID: "s", Order: "V", Name: "Ride", Phase: journey.After})
	day := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	survey := journey.Evidence{
		Source: journey.Survey, Name: "May", N: 1200, Mean: 4, SD: 1.5, ScaleMin: 1, ScaleMax: 5, Distribution: []int{100, 100, 200, 300, 500}, Median: 4,
		Question: "The ride", Filter: "Class = Economy", Blank: 12, NotApplicable: 7, Junk: 3, File: "may.csv", Date: day, Inverted: true,
	}
	for i, gap := range []float64{-1, 0.2, 0} {
		felt := journey.Feel(1)
		if felt.Evidence = survey; i == 2 {
			felt.Evidence = journey.Evidence{}
		}
		m.Put(journey.Touchpoint{
			ID: journey.ID(fmt.Sprint("t", i)), Stage: "s", Lane: "l", Order: string(rune('a' + i)), Title: fmt.Sprint("Touch", i), Channel: "shop",
			Expected: journey.Feel(1 - gap), Actual: felt, Owner: "desk", Matters: i == 0, Reason: "the first", LeaveAsIs: false,
			Passage: journey.Passage{Customers: 1000 - 400*i, Finished: 150, Skipped: 50, Repeated: 21, OutOfOrder: 22, Optimal: i == 1},
		})
	}
	m.Head.Events = journey.Events{Customers: 1100, Finished: 200, AdHoc: 33, File: "events.csv", Date: day}
	old := survey
	old.Name, old.Date, old.N, old.File = "Workshop of 2024", day.AddDate(-2, 0, 0), 9, ""
	m.Put(journey.Reading{ID: "r", Order: "V", Touchpoint: "t0", Valence: 0.4, Evidence: old})
	m.Put(journey.Promise{ID: "p1", Order: "V", From: "t1", To: "t1", Text: "soon"})
	m.Put(journey.Promise{ID: "p2", Order: "W", From: "t1", To: "t0", Text: "cheap"})
	m.Put(journey.Waiver{ID: "w", Order: "V", Check: "unused-channel", Row: "web", Reason: "it opens in June"})
	return m
}

// rowWith returns the cells of the first row in which a text stands.
func rowWith(t *testing.T, rows map[int]string, text string) (int, string) {
	t.Helper()
	for n := range 1000 {
		if strings.Contains(rows[n], text) {
			return n, rows[n]
		}
	}
	t.Errorf("%q stands nowhere", text)
	return -1, ""
}

func holds(t *testing.T, row string, wants ...string) {
	t.Helper()
	for _, w := range wants {
		if !strings.Contains(row, w) {
			t.Errorf("%q lacks %q", row, w)
		}
	}
}

func TestEvidenceSaysWhatWasCounted(t *testing.T) {
	rows := said(report.Pages(measured(), report.Evidence, options(sizes["a3 lying"])))
	_, group := rowWith(t, rows, "May·survey·2026-05-01")
	holds(t, group, "may.csv")
	at, row := rowWith(t, rows, "Touch0")
	holds(t, row, "“Theride”·Class=Economy", "1\u202f200", "leftout:12blank,7notapplicable,3notonthescale", "4.00median4", "1.50", "1–5turned",
		"95%interval+0.92to+1.08", "▲+0.6since2024-05")
	other, row := rowWith(t, rows, "anothersource")
	holds(t, row, "Workshopof2024·survey·2024-05-01", "+0.4")
	if other != at+1 {
		t.Errorf("the other source stands in row %d, its touchpoint in %d", other, at)
	}
}

func TestEvidenceSaysHowCustomersWent(t *testing.T) {
	rows := said(report.Pages(measured(), report.Evidence, options(sizes["a3 lying"])))
	var path []string
	for n := range 1000 {
		if strings.Contains(rows[n], "|150|") || strings.Contains(rows[n], "|50|") {
			path = append(path, rows[n])
		}
	}
	if len(path) != 3 {
		t.Fatalf("%d touchpoints were counted: %q", len(path), path)
	}
	holds(t, path[0], "Touch0", "1\u202f000", "21", "22")
	holds(t, path[1], "600", "−40%", "●")
	holds(t, path[2], "200", "−67%")
	if strings.Contains(path[0], "●") || strings.Contains(path[0], "%") {
		t.Errorf("the first says %q", path[0])
	}
}

func TestGapsSayPromisesMomentsAndWhatMayStay(t *testing.T) {
	rows := said(report.Pages(measured(), report.Gaps, options(sizes["a3 lying"])))
	broken, row := rowWith(t, rows, "Promisebroken")
	holds(t, row, "Touch1", "“cheap”", "Touch0", "−1.0")
	kept, row := rowWith(t, rows, "Promisekept")
	holds(t, row, "“soon”", "+0.2")
	if broken > kept {
		t.Error("the promise that was kept comes first")
	}
	_, row = rowWith(t, rows, "thefirst")
	holds(t, row, "Touch0", "−1.0")
	_, row = rowWith(t, rows, "✓answersmeetwhatwasexpected")
	holds(t, row, "Touch1")
	for _, r := range rows {
		if strings.Contains(r, "✓") && (strings.Contains(r, "Touch0") || strings.Contains(r, "Touch2")) {
			t.Errorf("nothing is to be changed at %q", r)
		}
	}
}

func TestCoverageListsFindingsAndWhatMayStand(t *testing.T) {
	rows := said(report.Pages(measured(), report.Coverage, options(sizes["a3 lying"])))
	head, _ := rowWith(t, rows, "Assumedemotion·1")
	at, row := rowWith(t, rows, "Theactualemotionofthetouchpoint“Touch2”isassumed.")
	holds(t, row, "Ride", "shop", "Importanswersofcustomers")
	waived, row := rowWith(t, rows, "Notouchpointrunsthroughthechannel“website”.")
	holds(t, row, "itopensinJune")
	if at != head+1 || waived < at {
		t.Errorf("rows %d, %d, %d", head, at, waived)
	}
	for _, r := range rows {
		if strings.Contains(r, "{Label}") || strings.Contains(r, "coverage.") {
			t.Errorf("no words in %q", r)
		}
	}
}

func TestAnyMapGivesReports(t *testing.T) {
	for seed := range uint64(12) {
		m := exporttest.Random(seed)
		for _, k := range []report.Kind{report.Gaps, report.Evidence, report.Coverage} {
			for i, s := range report.Pages(m, k, options(sizes["a4 lying"])) {
				check(t, fmt.Sprintf("seed %d, %s, page %d", seed, k, i+1), s)
			}
		}
	}
}
