package main

import (
	"path/filepath"
	"strings"
	"testing"

	"touchline.app/storage"
)

func TestMeasure(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "map.journey")
	done(t, "new", path, "--template", "flight")
	events := put(t, dir, "events.csv", "customer,event,time\n1,Books online,03/04/2026 10:00\n1,Lounge,03/04/2026 11:00\n1,Checks in,05/04/2026 09:00\n2,Books online,04/04/2026 10:00\n")
	if r := run(t, "measure", path, events); r.status == 0 || !strings.Contains(r.err, "--dates dmy") {
		t.Errorf("dates that say nothing of themselves: %+v", r)
	}
	said := done(t, "measure", path, events, "--dates", "dmy", "--map", "Lounge=none")
	for _, words := range []string{"2 customers, 1 finished, 1 met something", "Books online              2          0"} {
		if !strings.Contains(said, words) {
			t.Errorf("%q is not in:\n%s", words, said)
		}
	}
	metrics := put(t, dir, "kpi.csv", "touchpoint;kpi;target;actual\nBooks online;Conversion;4 %;3,1 %\n")
	done(t, "measure", path, metrics)
	counts := put(t, dir, "funnel.csv", "stage,users\nPlan,1000\nBook,400\n")
	done(t, "measure", path, counts)
	if said := done(t, "measure", path, counts, "--dry-run"); !strings.Contains(said, "Nothing was changed") {
		t.Errorf("a dry run says %q", said)
	}
	m, err := storage.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if m.Head.Events.Customers != 2 || m.StagesInOrder()[1].Customers != 400 || m.Metrics.Len() != 7 {
		t.Errorf("events %+v, %d metrics", m.Head.Events, m.Metrics.Len())
	}
	for _, args := range [][]string{{"--column", "hat=x"}, {"--map", "Lounge=Nowhere"}, {"--end", "Nowhere"}, {"--dates", "ymd"}, {"--kind", "poems"}} {
		if r := run(t, append([]string{"measure", path, counts}, args...)...); r.status == 0 || r.err == "" {
			t.Errorf("%v: %+v", args, r)
		}
	}
}
