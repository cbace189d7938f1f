package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const answers = `,id,Flight Distance,Wi-Fi,Food,Departure Delay in Minutes
0,7,160,5,0,50
1,8,2863,1,3,0
2,9,300,5,3,12
`

func TestCountTellsWhatIsNotApplicableApart(t *testing.T) {
	got, err := count(strings.NewReader(answers))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Wi-Fi\t0\t1\t0\t0\t0\t2\nFood\t1\t0\t0\t2\t0\t0\n"; got != want {
		t.Errorf("got %q", got)
	}
}

func TestCountRefusesWhatIsNoSurvey(t *testing.T) {
	cases := map[string]string{
		"nothing":            "",
		"other columns":      "a,b\n1,2\n",
		"rating out of 0..5": strings.Replace(answers, "160,5", "160,6", 1),
		"rating in words":    strings.Replace(answers, "160,5", "160,good", 1),
	}
	for name, in := range cases {
		if table, err := count(strings.NewReader(in)); err == nil || table != "" {
			t.Errorf("%s: error %v, output %q", name, err, table)
		}
	}
}

func TestRunSaysWhatItWants(t *testing.T) {
	if err := run(nil, nil); err == nil || !strings.HasPrefix(err.Error(), "usage:") {
		t.Errorf("got %v", err)
	}
	path := filepath.Join(t.TempDir(), "answers.csv")
	if err := os.WriteFile(path, []byte(answers), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := run([]string{path}, &out); err != nil || !strings.Contains(out.String(), "answers.csv, SHA-256 ") || !strings.Contains(out.String(), "\nWi-Fi\t") {
		t.Errorf("got %v and %q", err, out.String())
	}
}
