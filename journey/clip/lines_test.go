package clip_test

import (
	"reflect"
	"strings"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/clip"
)

func TestLines(t *testing.T) {
	m := journey.New("m", "M")
	m.Put(journey.Stage{ID: "s", Order: "V000", Name: "Book"})
	m.Put(journey.Channel{ID: "c", Order: "V000", Name: "Website"})
	for _, tc := range []struct {
		name, text string
		want       []clip.Line
	}{
		{"lines", "Books\r\n\n  Pays \n", []clip.Line{{"", "Books", ""}, {"", "Pays", ""}}},
		{"a list", "- Books\n2. Pays\n• 24 hours later", []clip.Line{{"", "Books", ""}, {"", "Pays", ""}, {"", "24 hours later", ""}}},
		{"three columns", "Book\tPays\tApp\n\tGets mail\tE-mail", []clip.Line{{"Book", "Pays", "App"}, {"Book", "Gets mail", "E-mail"}}},
		{"headed", "Channel\tTouchpoint\tStage\nApp\tPays\tBook", []clip.Line{{"Book", "Pays", "App"}}},
		{"title and channel", "Pays\tApp\nReads\tPhone", []clip.Line{{"", "Pays", "App"}, {"", "Reads", "Phone"}}},
		{"known channel first", "Website\tPays\nwebsite\tReads", []clip.Line{{"", "Pays", "Website"}, {"", "Reads", "website"}}},
		{"a quoted cell", "Book\t\"Pays,\nand \"\"waits\"\"\"\tApp\nBook\tReads\tApp", []clip.Line{{"Book", "Pays,\nand \"waits\"", "App"}, {"Book", "Reads", "App"}}},
		{"words in quotes", "\"Is it booked?\"\n\"No\" she says\n\"open", []clip.Line{{"", "\"Is it booked?\"", ""}, {"", "\"No\" she says", ""}, {"", "\"open", ""}}},
		{"a quoted line of its own", "\"one\ntwo\"\nthree", []clip.Line{{"", "one\ntwo", ""}, {"", "three", ""}}},
		{"named as a stage", "Book", []clip.Line{{"", "Book", ""}}},
		{"named as a channel", "Website\nReads", []clip.Line{{"", "Website", ""}, {"", "Reads", ""}}},
		{"one row of cells", "Reads\tAsks\tPays", []clip.Line{{"", "Reads", ""}, {"", "Asks", ""}, {"", "Pays", ""}}},
		{"a block of cells", "a\tb\tc\td\ne\t\tf\tg", []clip.Line{{"", "a", ""}, {"", "b", ""}, {"", "c", ""}, {"", "d", ""}, {"", "e", ""}, {"", "f", ""}, {"", "g", ""}}},
		{"known stage last", "Pays\tBook", []clip.Line{{"Book", "Pays", ""}}},
		{"stage repeated", "Plan\tReads\nPlan\tAsks", []clip.Line{{"Plan", "Reads", ""}, {"Plan", "Asks", ""}}},
		{"nothing", " \n\t\n", nil},
		{"hostile", "a\x00b\xff\tc\td\te\n\t\t\t\t\t\tf", []clip.Line{{"", "ab", ""}, {"", "c", ""}, {"", "d", ""}, {"", "e", ""}, {"", "f", ""}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := clip.Lines(m, tc.text); !reflect.DeepEqual(got, tc.want) {
				t.Errorf("%+v, want %+v", got, tc.want)
			}
		})
	}
}

func TestPasteLines(t *testing.T) {
	m := journey.New("m", "M")
	cmd, added, err := clip.PasteLines(m, "one\ntwo\nthree", clip.Target{}, counter("n"))
	if err != nil {
		t.Fatal(err)
	}
	apply(t, m, cmd)
	if m.Stages.Len() != 1 || m.Lanes.Len() != 1 || len(added) != 3 {
		t.Errorf("%d stages, %d lanes, %d touchpoints of three lines", m.Stages.Len(), m.Lanes.Len(), len(added))
	}
	if got := titles(m.Journey()); !reflect.DeepEqual(got, []string{"one", "two", "three"}) {
		t.Errorf("order %q", got)
	}
	cmd, _, err = clip.PasteLines(m, "Plan\tReads\tWebsite\nBook\tPays\twebsite\nBook\tWaits\t", clip.Target{Stage: m.StagesInOrder()[0].ID}, counter("x"))
	if err != nil {
		t.Fatal(err)
	}
	apply(t, m, cmd)
	if m.Stages.Len() != 3 || m.Channels.Len() != 1 {
		t.Errorf("%d stages, %d channels", m.Stages.Len(), m.Channels.Len())
	}
	if got := titles(m.Journey())[3:]; !reflect.DeepEqual(got, []string{"Reads", "Pays", "Waits"}) {
		t.Errorf("order %q", got)
	}
}

// A table as maps are kept in spreadsheets: stages at the top, what is done under each.
func TestLinesUnderStages(t *testing.T) {
	m := journey.New("m", "M")
	m.Put(journey.Stage{ID: "s", Order: "V000", Name: "Plan"})
	m.Put(journey.Stage{ID: "t", Order: "W000", Name: "Book"})
	for _, tc := range []struct {
		name, text string
		want       []clip.Line
	}{
		{"two stages", "plan\tBook\nReads\tPays\nAsks\t", []clip.Line{{"plan", "Reads", ""}, {"plan", "Asks", ""}, {"Book", "Pays", ""}}},
		{"joined cells, and a label before", "\tPlan\t\tBook\nwhat\tReads\tAsks\tPays", []clip.Line{{"Plan", "Reads", ""}, {"Plan", "Asks", ""}, {"Book", "Pays", ""}}},
		{"nothing under them", "Plan\tBook", []clip.Line{{"Plan", "Book", ""}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := clip.Lines(m, tc.text); !reflect.DeepEqual(got, tc.want) {
				t.Errorf("%+v, want %+v", got, tc.want)
			}
		})
	}
}

// Lines become what is typed in the cell they are pasted into.
func TestPasteLinesIntoACell(t *testing.T) {
	base := named(t, "flight")
	stage := base.StagesInOrder()[1]
	on := base.InStage(stage.ID)[0]
	for _, tc := range []struct {
		kind journey.Kind
		lane journey.LaneType
	}{
		{journey.KindTouchpoint, journey.LaneTouchpoints},
		{journey.KindNote, journey.LaneThoughts},
		{journey.KindPainPoint, journey.LanePainPoints},
		{journey.KindOpportunity, journey.LaneOpportunities},
		{journey.KindMetric, journey.LaneMetrics},
		{journey.KindStage, ""},
	} {
		t.Run(string(tc.kind), func(t *testing.T) {
			m := base.Clone()
			at := clip.Target{Kind: tc.kind, Stage: stage.ID, Touchpoint: on.ID, Place: 1}
			if l, ok := m.FirstLane(tc.lane); ok {
				at.Lane = l.ID
			}
			cmd, added, err := clip.PasteLines(m, "Too slow\nWebsite\nToo dear", at, counter("p"))
			if err != nil {
				t.Fatal(err)
			}
			apply(t, m, cmd)
			var labels []string
			for _, a := range added {
				row, ok := m.Row(tc.kind, a.ID)
				if !ok {
					t.Fatalf("%v is not of the kind", a)
				}
				labels = append(labels, row.Label())
				home, lane, _ := journey.Homes(row)
				if tc.kind != journey.KindStage && (home != stage.ID || lane != at.Lane) {
					t.Errorf("%q went to stage %s, lane %s", row.Label(), home, lane)
				}
			}
			if !reflect.DeepEqual(labels, []string{"Too slow", "Website", "Too dear"}) {
				t.Errorf("added %q", labels)
			}
			if first := m.InStage(stage.ID)[0]; tc.kind == journey.KindTouchpoint && first.Title != "Too slow" {
				t.Errorf("the first of the stage is %q", first.Title)
			}
		})
	}
}

func TestWhatIsLostOfATableIsSaid(t *testing.T) {
	m := journey.New("m", "M")
	m.Put(journey.Stage{ID: "s", Order: "V000", Name: "Book"})
	m.Put(journey.Stage{ID: "u", Order: "V001", Name: "Use"})
	over := strings.Repeat("Waits\n", 5002)
	for _, tc := range []struct {
		name, text string
		kind       journey.Kind
		want       string
	}{
		{"nothing is lost", "Stage\tTouchpoint\tChannel\nBook\tPays\tApp", "", ""},
		{"a headed column", "Touchpoint\tOwner\tChannel\nPays\tBilling\tApp", "", `the column "Owner" is left out`},
		{"an empty column", "Touchpoint\tOwner\tChannel\nPays\t\tApp", "", ""},
		{"two columns", "Stage\tTouchpoint\tA\t\nBook\tPays\tx\ty", "", `the column "A" is left out; column 4 is left out, for nothing says what it holds`},
		{"two columns of stages", "Phase\tStage\tTouchpoint\nBefore\tBook\tPays", "", `the column "Phase" is left out`},
		{"columns without a head", "Book\tPays\tApp\tBilling\nUse\tFlies\tPlane\tOps", "", "column 4 is left out, for nothing says what it holds"},
		{"beside stages", "\tBook\tUse\nActions\tPays\tFlies", "", "column 1 is left out, for nothing says what it holds"},
		{"no channel", "Touchpoint\tChannel\nWaits\tApp", journey.KindPainPoint, `the column "Channel" is left out`},
		{"too many", over, "", "only the first 5000 rows are pasted; 2 more are left out"},
		{"empty", "", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := clip.Left(m, tc.text, tc.kind).String(); got != tc.want {
				t.Errorf("%q, want %q", got, tc.want)
			}
		})
	}
	if got := clip.Lines(m, "Phase\tStage\tTouchpoint\nBefore\tBook\tPays"); !reflect.DeepEqual(got, []clip.Line{{"Book", "Pays", ""}}) {
		t.Errorf("of two columns of stages: %v", got)
	}
}
