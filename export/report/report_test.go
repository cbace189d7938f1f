package report_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/export/exporttest"
	"touchline.app/export/report"
	"touchline.app/journey"
	"touchline.app/journey/sample"
	"touchline.app/resources"
)

func options(size scene.Point) report.Options {
	return report.Options{Scene: scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: resources.Words("en")}, Size: size}
}

// The sizes reports are laid out in: sheets within their margins.
var sizes = map[string]scene.Point{"a4": {X: 539, Y: 760}, "a4 lying": {X: 785, Y: 515}, "a3 lying": {X: 1134, Y: 760}, "least": {X: 240, Y: 240}}

func flight(t *testing.T) *journey.Map {
	t.Helper()
	m, err := sample.Flight(journey.NewIDs(rand.New(rand.NewSource(1))))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// long is a map of few touchpoints with very long texts in every field.
func long() *journey.Map {
	m := journey.New("m", strings.Repeat("A long title ", 30))
	m.Put(journey.Stage{ID: "s", Name: strings.Repeat("stage ", 60), Goal: strings.Repeat("goal ", 300), Phase: journey.Before})
	for i, t := range journey.LaneTypes {
		m.Put(journey.Lane{ID: journey.ID(fmt.Sprint("l", i)), Type: t, Order: string(rune('a' + i)), Name: strings.Repeat("lane ", 10)})
	}
	m.Put(journey.Channel{ID: "c", Name: strings.Repeat("channel", 20)})
	for i := range 4 {
		id := journey.ID(fmt.Sprint("t", i))
		tp := journey.Touchpoint{
			ID: id, Stage: "s", Lane: "l0", Order: string(rune('a' + i)), Title: strings.Repeat(fmt.Sprint("title", i, " "), 200), Channel: "c",
			Details: strings.Repeat("details https://example.com/x ", 150), Matters: true, Reason: strings.Repeat("reason ", 200),
			Owner: strings.Repeat("owner", 40), Expectation: strings.Repeat("hope ", 400), Status: journey.StatusLead, LeaveAsIs: true,
			Expected: journey.Feel(1), Actual: journey.Feel(-1 + float64(i)),
		}
		tp.Actual.Quote, tp.Actual.Word = strings.Repeat("quote ", 100), "cheated"
		tp.Actual.Evidence = journey.Evidence{Source: journey.Workshop, Name: strings.Repeat("room ", 80), N: 12, Mean: 2.5, SD: 1, ScaleMin: 1, ScaleMax: 5, Distribution: []int{1, 2, 3}, Date: time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)}
		m.Put(tp)
		m.Put(journey.PainPoint{ID: "p" + id, Stage: "s", Touchpoint: id, Lane: "l6", Text: strings.Repeat("hurts ", 200), Severity: 4, Owner: "x"})
		m.Put(journey.Opportunity{ID: "o" + id, Stage: "s", Touchpoint: id, Lane: "l7", Text: strings.Repeat("chance ", 300), Impact: 3, Effort: 5, Due: "2027-01-01", Owner: strings.Repeat("team ", 90)})
	}
	return m
}

func arabic(t *testing.T) *journey.Map {
	m := flight(t)
	m.Head.Title = "رحلة بالطائرة"
	for _, p := range m.Journey() {
		p.Title = "مقارنة الأوقات والأسعار https://example.com"
		m.Put(p)
	}
	return m
}

func maps(t *testing.T) map[string]*journey.Map {
	return map[string]*journey.Map{
		"flight": flight(t), "long": long(), "arabic": arabic(t), "empty": journey.New("m", ""), "large": exporttest.LargeMap(300), "measured": measured(),
	}
}

type placed struct {
	r    scene.Rect
	text string
}

// TestTextsLieOnThePageAndApart holds for all reports of all maps on all sizes.
func TestTextsLieOnThePageAndApart(t *testing.T) {
	for name, m := range maps(t) {
		for sheet, size := range sizes {
			for _, k := range report.Kinds {
				pages := report.Pages(m, k, options(size))
				if len(pages) == 0 {
					t.Fatalf("%s, %s, %s: no page", name, k, sheet)
				}
				for i, s := range pages {
					check(t, fmt.Sprintf("%s, %s, %s, page %d", name, k, sheet, i+1), s)
				}
			}
		}
	}
}

func check(t *testing.T, where string, s *scene.Scene) {
	t.Helper()
	var all []placed
	for i := range s.Nodes {
		for k := range s.Nodes[i].Ops() {
			o := &s.Nodes[i].Ops()[k]
			if o.Kind != scene.OpText || strings.TrimSpace(o.Line.Text) == "" {
				continue
			}
			r := o.TextRect()
			const e = 2.0 // the last space of a line reaches a little further
			if r.X < -e || r.Y < -e || r.Right() > s.Size.X+e || r.Bottom() > s.Size.Y+e {
				t.Fatalf("%s: %q at %+v leaves %v", where, o.Line.Text, r, s.Size)
			}
			r.W -= 3
			all = append(all, placed{r.Inset(1), o.Line.Text})
		}
	}
	for i, a := range all {
		for _, b := range all[:i] {
			if a.r.Overlaps(b.r) {
				t.Fatalf("%s: %q %+v overlaps %q %+v", where, a.text, a.r, b.text, b.r)
			}
		}
	}
}

// said returns what stands in the cells of a report, row by row, without spaces.
func said(pages []*scene.Scene) map[int]string {
	cells := map[int]map[float64]string{}
	for _, s := range pages {
		for i := range s.Nodes {
			n := &s.Nodes[i]
			if n.Role != scene.RoleTableCell {
				continue
			}
			for _, o := range n.Ops() {
				if o.Kind == scene.OpText {
					if cells[n.Row] == nil {
						cells[n.Row] = map[float64]string{}
					}
					x := n.Bounds.X
					if s.RTL {
						x = n.Bounds.Right()
					}
					cells[n.Row][x] += strings.ReplaceAll(o.Line.Text, " ", "")
				}
			}
		}
	}
	out := map[int]string{}
	for row, cols := range cells {
		for _, text := range cols {
			out[row] += text + "|"
		}
	}
	return out
}

func TestTouchpointTableHasAllFields(t *testing.T) {
	for name, m := range map[string]*journey.Map{"flight": flight(t), "long": long()} {
		for sheet, size := range sizes {
			rows := said(report.Pages(m, report.Touchpoints, options(size)))
			for _, tp := range m.Journey() {
				c, _ := m.Channels.Get(tp.Channel)
				for _, want := range []string{tp.Title, tp.Details, tp.Expectation, tp.Owner, tp.Reason, tp.Actual.Quote, tp.Actual.Evidence.Name, c.Name} {
					if want = strings.ReplaceAll(want, " ", ""); !some(rows, want) {
						t.Errorf("%s, %s: %.60q is missing", name, sheet, want)
					}
				}
			}
		}
	}
}

func some(rows map[int]string, want string) bool {
	for _, r := range rows {
		if strings.Contains(r, want) {
			return true
		}
	}
	return false
}

func TestEmptyReportsSaySo(t *testing.T) {
	for _, k := range report.Kinds {
		pages := report.Pages(journey.New("m", ""), k, options(sizes["a4"]))
		if len(pages) != 1 {
			t.Fatalf("%s has %d pages", k, len(pages))
		}
		last := pages[0].Nodes[len(pages[0].Nodes)-1]
		if text := last.Ops()[0].Line.Text; last.Role != scene.RoleParagraph || !strings.HasSuffix(strings.TrimSpace(text), ".") {
			t.Errorf("%s ends with %q", k, text)
		}
	}
}

func TestGapsAreRankedBySize(t *testing.T) {
	var order []string
	for _, s := range report.Pages(flight(t), report.Gaps, options(sizes["a4 lying"])) {
		for i := range s.Nodes {
			n := &s.Nodes[i]
			for _, o := range n.Ops() {
				if o.Kind == scene.OpText && n.Role == scene.RoleTableCell && (strings.HasPrefix(o.Line.Text, "+") || strings.HasPrefix(o.Line.Text, "−")) && !strings.Contains(o.Line.Text, " ") {
					order = append(order, o.Line.Text)
				}
			}
		}
	}
	if got := strings.Join(order, " "); !strings.HasPrefix(got, "−1.3 −1.3 −1.2 −0.8 −0.6 ") || !strings.Contains(got, "+0.6 +0.2") {
		t.Errorf("the order is %s", got)
	}
}

func TestActionsGoByOwnerAndDate(t *testing.T) {
	m := flight(t)
	l, _ := m.FirstLane(journey.LaneOpportunities)
	st := m.StagesInOrder()[0].ID
	for i, o := range []journey.Opportunity{{Owner: "Zoe", Due: "Q2"}, {Owner: "", Due: "Q1"}, {Owner: "zoe", Due: "Q1"}, {Owner: "Zoe"}} {
		o.ID, o.Lane, o.Stage, o.Text = journey.ID(fmt.Sprint("x", i)), l.ID, st, fmt.Sprint("chance", i)
		m.Put(o)
	}
	var order []string
	for _, s := range report.Pages(m, report.Actions, options(sizes["a4 lying"])) {
		for i := range s.Nodes {
			for _, o := range s.Nodes[i].Ops() {
				if o.Kind == scene.OpText && strings.HasPrefix(o.Line.Text, "chance") {
					order = append(order, o.Line.Text)
				}
			}
		}
	}
	if got := strings.Join(order, " "); got != "chance2 chance0 chance3 chance1" {
		t.Errorf("the order is %s", got)
	}
}

func TestReportStopsAtItsLimit(t *testing.T) {
	o := options(sizes["a4"])
	o.Most = 3
	if n := len(report.Pages(exporttest.LargeMap(300), report.Touchpoints, o)); n < 4 || n > 5 {
		t.Errorf("%d pages", n)
	}
}

func TestHeadingsStayLegible(t *testing.T) {
	o := options(sizes["a4"])
	o.Accent = scene.Color{R: 255, G: 255, A: 255}
	s := report.Pages(flight(t), report.Gaps, o)[0]
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Role == scene.RoleHeading {
			if c := n.Ops()[0].Color; c.R > 160 && c.G > 160 {
				t.Errorf("yellow on white: %v", c)
			}
		}
	}
}

// TestAHeadingStandsOverItsTable holds on pages of any height: the last thing on one
// is never a heading, or the head of a table.
func TestAHeadingStandsOverItsTable(t *testing.T) {
	m := flight(t)
	for height := 260.0; height < 900; height += 7 {
		for i, p := range report.Pages(m, report.Gaps, options(scene.Point{X: 540, Y: height})) {
			lowest := scene.Node{}
			for _, n := range p.Nodes {
				if n.Role != scene.RolePage && len(n.Ops()) > 0 && n.Ops()[0].Kind == scene.OpText && n.Bounds.Bottom() > lowest.Bounds.Bottom() {
					lowest = n
				}
			}
			if lowest.Role == scene.RoleHeading || lowest.Role == scene.RoleTableHead {
				t.Errorf("%v high, page %d ends with %q", height, i+1, lowest.Ops()[0].Line.Text)
			}
		}
	}
}
