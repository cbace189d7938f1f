package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// surveyed makes the flight map and a table of 300 responses.
func surveyed(t *testing.T) (dir, path, table string) {
	t.Helper()
	dir = t.TempDir()
	path = filepath.Join(dir, "trip.journey")
	done(t, "new", path, "--template", "flight")
	rows := strings.Repeat("Eco;2;5;6;x\nEco;1;4;4;x\nBusiness;5;3;3;x\nEco;3;2;2;x\nEco;4;1;1;x\n", 60)
	return dir, path, put(t, dir, "may.csv", "Class;Gate location;Food and drink;How did you board?;end\n"+rows)
}

func actual(t *testing.T, path, title string) journey.Emotion {
	t.Helper()
	m, err := storage.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	for tp := range m.Touchpoints.All() {
		if tp.Title == title {
			return tp.Actual
		}
	}
	t.Fatalf("no touchpoint %q", title)
	return journey.Emotion{}
}

func TestEvidenceCommand(t *testing.T) {
	dir, path, table := surveyed(t)
	before := actual(t, path, "Finds the gate")
	if out := done(t, "evidence", path, table, "--map", "How did you board?=none", "--dry-run"); !strings.Contains(out, "semicolons") || !strings.Contains(out, "Finds the gate") || !strings.Contains(out, "Nothing was changed") {
		t.Errorf("dry run: %s", out)
	}
	if got := actual(t, path, "Finds the gate"); got.Evidence.N != before.Evidence.N {
		t.Error("a dry run changed the map")
	}
	mapping := filepath.Join(dir, "m.json")
	out := done(t, "evidence", path, table, "--map", "How did you board?=none", "--filter", "Class=Eco", "--date", "2026-05-31", "--source", "Survey of May", "--save-mapping", mapping)
	if !strings.Contains(out, "300 responses, 5 columns; 240 where Class = Eco") {
		t.Errorf("report: %s", out)
	}
	got := actual(t, path, "Finds the gate")
	if e := got.Evidence; e.N != 240 || e.Mean != 2.5 || e.Name != "Survey of May, question “Gate location” (Class = Eco)" || math.Abs(got.Valence+0.5) > 1e-12 {
		t.Errorf("%+v", got)
	}
	again := put(t, dir, "june.csv", "Class;Gate location;Food and drink;end\n"+strings.Repeat("Eco;5;1;x\nBusiness;1;1;x\n", 9))
	done(t, "evidence", path, again, "--mapping", mapping)
	if e := actual(t, path, "Finds the gate").Evidence; e.N != 9 || e.Mean != 5 {
		t.Errorf("the mapping used again: %+v", e)
	}
}

func TestEvidenceInDoubt(t *testing.T) {
	_, path, table := surveyed(t)
	args := []string{"evidence", path, table, "--map", "How did you board?=Boards by phone"}
	before := actual(t, path, "Boards by phone")
	r := run(t, args...)
	if r.status != statusDone || !strings.Contains(r.err, `"How did you board?" (Boards by phone) is in doubt`) || !strings.Contains(r.err, "--scale") {
		t.Errorf("status %d: %s", r.status, r.err)
	}
	if actual(t, path, "Boards by phone").Evidence.N != before.Evidence.N {
		t.Error("a question in doubt changed the map")
	}
	done(t, append(args, "--scale", "How did you board?=1..6")...)
	if e := actual(t, path, "Boards by phone").Evidence; e.N != 300 || e.Mean != 3.2 || e.ScaleMax != 6 {
		t.Errorf("settled as 1 to 6: %+v", e)
	}
	done(t, append(args, "--scale", "How did you board?=5..1", "--na", "How did you board?=6")...)
	if e := actual(t, path, "Boards by phone"); e.Evidence.N != 240 || e.Evidence.Mean != 3.5 || math.Abs(e.Valence-0.5) > 1e-12 {
		t.Errorf("turned: %+v", e)
	}
}

func TestEvidenceRefuses(t *testing.T) {
	dir, path, table := surveyed(t)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{table, path}, "ends in .journey"},
		{[]string{path, filepath.Join(dir, "none.csv")}, "no such file"},
		{[]string{path, dir}, "folder"},
		{[]string{path, put(t, dir, "open.csv", "a,b\n1,2\n\"3,4\n")}, "line 3: a quote is opened and never closed"},
		{[]string{path, put(t, dir, "empty.csv", "")}, "empty"},
		{[]string{path, put(t, dir, "other.csv", "x,y\n1,2\n")}, "no question gives evidence"},
		{[]string{path, table, "--map", "Gate location=Nowhere"}, "no touchpoint"},
		{[]string{path, table, "--map", "Gate=Finds the gate"}, "no question"},
		{[]string{path, table, "--scale", "Gate location=5"}, "1..5"},
		{[]string{path, table, "--filter", "Class"}, "column=value"},
		{[]string{path, table, "--filter", "Klasse=Eco"}, "no column"},
		{[]string{path, table, "--date", "May"}, "2026-03-31"},
		{[]string{path, table, "--question", "Class"}, "go together"},
		{[]string{path, table, "--encoding", "EBCDIC"}, "encoding"},
		{[]string{path, table, "--delimiter", "ab"}, "between cells"},
		{[]string{path, table, "--skip", "-3"}, "rows"},
		{[]string{path, table, "--skip", "999999"}, "rows"},
		{[]string{path, table, "--mapping", table}, "mapping"},
	} {
		r := run(t, append([]string{"evidence"}, c.args...)...)
		if r.status == statusDone || !strings.Contains(r.err, c.want) || strings.Count(r.err, "\n") < 1 {
			t.Errorf("%q: status %d, %s", c.args, r.status, r.err)
		}
	}
}

func TestEvidenceStopped(t *testing.T) {
	_, path, table := surveyed(t)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	p := program{out: io.Discard, err: io.Discard}
	if err := p.evidence(ctx, path, table, &evidenceFlags{}); err == nil || !strings.Contains(err.Error(), "stopped before the end") {
		t.Errorf("got %v", err)
	}
}

func TestEvidenceLong(t *testing.T) {
	dir, path, _ := surveyed(t)
	var rows strings.Builder
	for i := range 300 {
		fmt.Fprintf(&rows, "%d\tGate\t%d\n%d\tCheck-in\t%d\n", i, 1+i%5, i, 5-i%3)
	}
	table := put(t, dir, "long.tsv", "respondent\tquestion\tanswer\n"+rows.String())
	if out := done(t, "evidence", path, table); !strings.Contains(out, `questions in "question", answers in "answer"`) {
		t.Errorf("report: %s", out)
	}
	if e := actual(t, path, "Checks in").Evidence; e.N != 300 || e.Mean != 4 {
		t.Errorf("%+v", e)
	}
}

// answered writes a table of responses that has the counts the sample map was made
// of: a column for each question, the answers of each in any order.
func answered(t *testing.T, dir string) string {
	t.Helper()
	var questions []string
	var columns [][]string
	for line := range strings.Lines(string(content(t, "../../journey/sample/survey/airline.tsv"))) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) != 7 || cells[0] == "question" {
			continue
		}
		var answers []string
		for rating, n := range cells[1:] {
			times, err := strconv.Atoi(n)
			if err != nil {
				t.Fatal(err)
			}
			answers = append(answers, slices.Repeat([]string{strconv.Itoa(rating)}, times)...)
		}
		questions, columns = append(questions, cells[0]), append(columns, answers)
	}
	var b strings.Builder
	b.WriteString("id," + strings.Join(questions, ",") + "\n")
	for i := range columns[0] {
		b.WriteString(strconv.Itoa(70000 + i))
		for _, c := range columns {
			b.WriteString("," + c[i])
		}
		b.WriteString("\n")
	}
	return put(t, dir, "airline_test.csv", b.String())
}

// The measured emotions of the sample map are those the command gives for the
// answers behind it, as the README says.
func TestTheSampleIsThisImport(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "flight.journey")
	done(t, "new", path, "--template", "flight")
	want, err := storage.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	bare(t, path)
	done(t, "evidence", path, answered(t, dir), "--source", "Airline passenger satisfaction (Kaggle, teejmahal20)",
		"--map", "Departure/Arrival time convenient=Compares times and fares", "--map", "On-board service=Is welcomed aboard",
		"--map", "Baggage handling=Collects the bags", "--map", "Checkin service=Checks in")
	for _, tp := range want.Journey() {
		got := actual(t, path, tp.Title)
		if tp.Actual.Evidence.Measured() {
			got.Evidence.FileDigest = tp.Actual.Evidence.FileDigest // the answers stood in another order
		}
		if !reflect.DeepEqual(got, tp.Actual) {
			t.Errorf("%s: got %+v\nwant %+v", tp.Title, got, tp.Actual)
		}
	}
}

// bare takes the evidence and the valences that rest on it out of a map.
func bare(t *testing.T, path string) {
	t.Helper()
	f, m, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	put := edit.Put{Verb: "edit"}
	for _, tp := range m.Journey() {
		if tp.Actual.Evidence.Measured() {
			tp.Actual.Valence, tp.Actual.Evidence = 0, journey.Evidence{}
			put.Rows = append(put.Rows, tp)
		}
	}
	if err := errors.Join(commit(context.Background(), f, m, put), f.Close()); err != nil {
		t.Fatal(err)
	}
	if len(put.Rows) != 10 {
		t.Errorf("%d emotions of the sample are measured", len(put.Rows))
	}
}
