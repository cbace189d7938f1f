package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"touchline.app/export/report"
)

func TestPick(t *testing.T) {
	all := []named{{"a", []string{"Plan"}}, {"b", []string{"Book"}}, {"c", []string{"Check-in"}}, {"d", []string{"Book"}}, {"e", []string{"", "emotion"}}}
	for list, want := range map[string]string{
		"":               "",
		"plan":           "a",
		"Book":           "bd",
		"check-in":       "c",
		"2-4":            "bcd",
		"Plan..Check-in": "abc",
		"plan - 2":       "ab",
		"5,1":            "ea",
		"emotion, 5":     "e",
	} {
		got, err := pick("stage", list, all)
		var b strings.Builder
		for _, id := range got {
			b.WriteString(string(id))
		}
		if err != nil || b.String() != want {
			t.Errorf("%q gives %q, %v; want %q", list, b.String(), err, want)
		}
	}
	for _, list := range []string{"none", "0", "6", "Book..none", "4-2", ",", "1,,2"} {
		if got, err := pick("stage", list, all); err == nil {
			t.Errorf("%q gives %v", list, slices.Collect(slices.Values(got)))
		} else if !strings.Contains(err.Error(), "it has Plan, Book, Check-in, Book, emotion") {
			t.Errorf("%q: %v", list, err)
		}
	}
	if _, err := pick("lane", "1", nil); err == nil || !strings.Contains(err.Error(), "it has none") {
		t.Error(err)
	}
}

func TestExportOfSeveralFilesAndOfAPart(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "flight.journey")
	done(t, "new", in, "--template", "flight")
	pdf, png, back := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "a.png"), filepath.Join(dir, "b.journey")
	done(t, "export", in, pdf, png, "--stages", "Book..Airport", "--lanes", "touchpoints,emotion,gap")
	done(t, "import", pdf, back)
	out := done(t, "info", back)
	if !strings.Contains(out, "Airport") || strings.Contains(out, "In flight") {
		t.Errorf("%s", out)
	}
	if r := run(t, "export", in, pdf, "--stages", "Boarding"); r.status != statusCould || !strings.Contains(r.err, `no stage "Boarding"`) {
		t.Errorf("%+v", r)
	}
}

func TestExportOptionsThatDoNotDo(t *testing.T) {
	dir := t.TempDir()
	mmd := put(t, dir, "day.mmd", diagram)
	pdf := filepath.Join(dir, "a.pdf")
	bad := put(t, dir, "logo.png", "no picture")
	for name, tt := range map[string]struct {
		args   []string
		status int
	}{
		"split and tile":  {[]string{"--split", "--tile", "a4"}, statusUsage},
		"no such tile":    {[]string{"--tile", "a1"}, statusUsage},
		"no such report":  {[]string{"--report=poems"}, statusUsage},
		"no colour":       {[]string{"--accent", "blue"}, statusUsage},
		"margin":          {[]string{"--margin", "-1"}, statusUsage},
		"overlap":         {[]string{"--overlap", "NaN"}, statusUsage},
		"orientation":     {[]string{"--orientation", "upside-down"}, statusUsage},
		"language":        {[]string{"--lang", "tlh"}, statusUsage},
		"logo is missing": {[]string{"--logo", filepath.Join(dir, "none.png")}, statusCould},
		"logo is none":    {[]string{"--logo", bad}, statusCould},
		"no such stage":   {[]string{"--stages", "9"}, statusCould},
		"no such lane":    {[]string{"--lanes", "none"}, statusCould},
	} {
		t.Run(name, func(t *testing.T) {
			r := run(t, append([]string{"export", mmd, pdf}, tt.args...)...)
			if r.status != tt.status || r.out != "" || strings.Count(r.err, "\n") != 1 {
				t.Errorf("%+v", r)
			}
		})
	}
	only(t, dir, "day.mmd", "logo.png")
}

// What is exported carries what it shows, so it must not take the place of what
// it was made of; nor may a link bring it over a map.
func TestExportKeepsWhatItReads(t *testing.T) {
	dir := t.TempDir()
	in, link := filepath.Join(dir, "flight.journey"), filepath.Join(dir, "link.pdf")
	done(t, "new", in, "--template", "flight")
	pdf := filepath.Join(dir, "a.pdf")
	done(t, "export", in, pdf)
	if err := os.Symlink("flight.journey", link); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{pdf, pdf}, {pdf, pdf, "--no-map"}, {pdf, pdf, "--stages", "1"}, {in, link}, {pdf, link}, {in, pdf, pdf}} {
		if r := run(t, append([]string{"export"}, args...)...); r.status == 0 || strings.Count(r.err, "\n") != 1 {
			t.Errorf("%q: %+v", args, r)
		}
	}
	for _, path := range []string{in, pdf} {
		if out := done(t, "info", path); !strings.Contains(out, "Arrive & return") {
			t.Errorf("%s holds %s", path, out)
		}
	}
}

// Every way to set a map gives a file, with a logo and all reports.
func TestExportOnPages(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "flight.journey")
	done(t, "new", in, "--template", "flight")
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	logo := put(t, dir, "logo.png", b.String())
	for name, flags := range map[string][]string{
		"one sheet": {"--page", "a3"},
		"lying":     {"--page", "tabloid", "--orientation", "landscape", "--margin", "0", "--no-footer"},
		"poster":    {"--page", "a1", "--tile", "a4", "--overlap", "12"},
		"split":     {"--page", "a4", "--split", "--logo", logo, "--accent", "#1A73E8"},
		"reports":   {"--page", "a3", "--report", "--lang", "de", "--theme", "dark"},
		"closed":    {"--no-map"},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(dir, name+".pdf")
			if r := run(t, append([]string{"export", in, out}, flags...)...); r.status != statusDone {
				t.Fatalf("%+v", r)
			}
			if info, err := os.Stat(out); err != nil || info.Size() < 10_000 {
				t.Errorf("%v, %v", info, err)
			}
			r := run(t, "info", out)
			if (r.status == statusDone) == (name == "closed") {
				t.Errorf("the map in it: %+v", r)
			}
		})
	}
}

func TestAllReportsMayBeNamedAmongOthers(t *testing.T) {
	for _, list := range []string{"all", "gaps, ALL", "all,gaps"} {
		if got, err := reports(list); err != nil || !slices.Equal(got, report.Kinds) {
			t.Errorf("%q gives %q, %v", list, got, err)
		}
	}
	if got, err := reports("gaps,actions"); err != nil || len(got) != 2 {
		t.Errorf("%q, %v", got, err)
	}
}

func TestExportOfAViewAlone(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "flight.journey")
	done(t, "new", in, "--template", "flight")
	for _, view := range []string{"inventory", "table", "actions"} {
		for _, ext := range []string{"pdf", "png", "svg", "csv", "md"} {
			out := filepath.Join(dir, view+"."+ext)
			if r := run(t, "export", in, out, "--view", view); r.status != 0 { // a table says what it leaves out
				t.Fatalf("%s: %+v", out, r)
			}
			if ext == "pdf" {
				back := filepath.Join(dir, view+".journey")
				done(t, "import", out, back)
				if all := done(t, "info", back); !strings.Contains(all, "In flight") {
					t.Errorf("the map in %s is not whole: %s", out, all)
				}
			}
		}
	}
	b, err := os.ReadFile(filepath.Join(dir, "inventory.csv"))
	if err != nil || !strings.Contains(string(b), `"Phone","analog","owned",0,,`) || !strings.HasPrefix(string(b), `"channel",`) {
		t.Errorf("%v\n%s", err, b)
	}
	md, err := os.ReadFile(filepath.Join(dir, "actions.md"))
	if err != nil || strings.Count(string(md), "\n| ") != 6 {
		t.Errorf("%v\n%s", err, md)
	}
	for _, args := range [][]string{
		{filepath.Join(dir, "x.pdf"), "--view", "weather"},
		{filepath.Join(dir, "x.pdf"), "--view", "table", "--split"},
		{filepath.Join(dir, "x.pdf"), "--view", "table", "--report"},
		{filepath.Join(dir, "x.json"), "--view", "table"},
		{filepath.Join(dir, "x.md"), "--view", "gaps"},
	} {
		if r := run(t, append([]string{"export", in}, args...)...); r.status == 0 {
			t.Errorf("%v is done", args)
		}
		if _, err := os.Stat(args[0]); err == nil {
			t.Errorf("%v leaves a file", args)
		}
	}
}
