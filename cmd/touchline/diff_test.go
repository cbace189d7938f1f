package main

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// retold opens a map, gives its first touchpoint a title and closes it.
func retold(t *testing.T, path, title string) {
	t.Helper()
	f, m, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	before := m.Journey()[0]
	after := before
	after.Title = title
	if err := f.Commit(context.Background(), edit.Patch{Verb: "rename", Changes: []edit.Change{{Before: before, After: after}}}); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestDiffSaysByItsStatusWhetherMapsDiffer(t *testing.T) {
	dir := t.TempDir()
	a, b, pdf := filepath.Join(dir, "a.journey"), filepath.Join(dir, "b.journey"), filepath.Join(dir, "a.pdf")
	done(t, "new", a, "--template", "flight")
	done(t, "export", a, pdf)
	done(t, "import", pdf, b)
	if r := run(t, "diff", a, pdf); r.status != 0 || r.out != "The maps say the same.\n" || r.err != "" {
		t.Errorf("a map and its PDF: %+v", r)
	}
	retold(t, b, "Told anew")
	r := run(t, "diff", pdf, b)
	if r.status != 1 || !strings.Contains(r.out, `-> "Told anew"`) || !strings.HasSuffix(r.out, "1 retold.\n") || r.err != "" {
		t.Errorf("after an edit: %+v", r)
	}
	saysAsJSON(t, a, b)
	for _, args := range [][]string{{"diff", a, filepath.Join(dir, "none")}, {"diff", a}, {"diff", a, put(t, dir, "rubbish", "\x00\x01")}} {
		if r := run(t, args...); r.status != 2 || r.err == "" || strings.Count(r.err, "\n") != 1 {
			t.Errorf("touchline %q: %+v", args, r)
		}
	}
}

func saysAsJSON(t *testing.T, a, b string) {
	t.Helper()
	r := run(t, "diff", a, b, "--json")
	var got struct {
		Same        bool
		Differences []struct{ Sort, Kind, ID, Text string }
	}
	if err := json.Unmarshal([]byte(r.out), &got); err != nil || r.status != 1 || got.Same || len(got.Differences) != 1 || got.Differences[0].Sort != "retold" {
		t.Errorf("as JSON: %+v, %v", r, err)
	}
}

func TestMergeTakesOverWhatAReturnedFileChanged(t *testing.T) {
	dir := t.TempDir()
	into, copied := filepath.Join(dir, "map.journey"), filepath.Join(dir, "map (conflicted copy).journey")
	done(t, "new", into, "--template", "flight")
	retold(t, into, "Before they parted")
	put(t, dir, filepath.Base(copied), string(content(t, into)))
	retold(t, copied, "Theirs")
	if out := done(t, "merge", into, copied); !strings.Contains(out, "1 row changed") && !strings.Contains(out, "1 row") {
		t.Errorf("merge says %q", out)
	}
	if r := run(t, "diff", into, copied); r.status != 0 {
		t.Errorf("after the merge: %+v", r)
	}
	retold(t, into, "Ours once more")
	retold(t, copied, "Theirs once more")
	out := done(t, "merge", into, copied)
	if !strings.Contains(out, "1 to settle") || !strings.Contains(out, "Ours once more") || !strings.Contains(out, "Theirs once more") {
		t.Errorf("merge of both says %q", out)
	}
	if r := run(t, "merge", into, into); r.status != 1 || !strings.Contains(r.err, "the other copy") {
		t.Errorf("into itself: %+v", r)
	}
	only(t, dir, filepath.Base(copied), filepath.Base(into))
}

func TestMergeOfAReturnedPDF(t *testing.T) {
	dir := t.TempDir()
	into, pdf, there := filepath.Join(dir, "map.journey"), filepath.Join(dir, "map.pdf"), filepath.Join(dir, "there.journey")
	done(t, "new", into, "--template", "flight")
	retold(t, into, "As it went out")
	done(t, "export", into, pdf)
	done(t, "import", pdf, there)
	retold(t, there, "As it came back")
	done(t, "export", there, pdf)
	f, m, err := storage.Open(into)
	if err != nil {
		t.Fatal(err)
	}
	p := edit.Patch{Changes: []edit.Change{{After: journey.Note{ID: "n", Text: "written meanwhile"}}}}
	p.Apply(m)
	if err := f.Commit(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	out := done(t, "merge", into, pdf)
	got, err := storage.Read(into)
	if err != nil {
		t.Fatal(err)
	}
	title := got.Journey()[0].Title
	if !got.Notes.Has("n") || !strings.Contains(title+out, "As it came back") || !strings.Contains(title+out, "As it went out") {
		t.Errorf("title is %q, merge says %q", title, out)
	}
}
