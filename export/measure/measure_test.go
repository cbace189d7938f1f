package measure

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"touchline.app/export/grid"
	"touchline.app/journey"
)

// trip is a map of two stages of two touchpoints.
func trip() *journey.Map {
	m := journey.New("m", "Trip")
	m.Put(journey.Lane{ID: "l", Order: "V", Type: journey.LaneTouchpoints})
	m.Put(journey.Stage{ID: "book", Order: "V", Name: "Book"})
	m.Put(journey.Stage{ID: "fly", Order: "W", Name: "Fly"})
	for i, title := range []string{"Searches flights", "Pays online", "Checks in at the counter", "Boards the plane"} {
		m.Put(journey.Touchpoint{ID: journey.ID(fmt.Sprint("t", i)), Stage: []journey.ID{"book", "fly"}[i/2], Lane: "l", Order: journey.Spread(4)[i], Title: title})
	}
	return m
}

func ids() func() journey.ID {
	n := 0
	return func() journey.ID { n++; return journey.ID(fmt.Sprint("new", n)) }
}

// taken reads a table into a map and applies it.
func taken(t *testing.T, m *journey.Map, table string, said Said) *Table {
	t.Helper()
	ctx, src := context.Background(), grid.Bytes("table.csv", []byte(table))
	p, err := grid.Sniff(ctx, src, grid.Wish{})
	if err != nil {
		t.Fatal(err)
	}
	look, err := Look(ctx, src, p.Layout, m, said)
	if err != nil {
		t.Fatal(err)
	}
	command, err := look.Change(ctx, m, ids(), nil)
	if err != nil {
		t.Fatal(err)
	}
	patch, err := command.Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	patch.Apply(m)
	if problems := m.Validate(); len(problems) > 0 {
		t.Error(problems)
	}
	return look
}

func passageOf(m *journey.Map, id journey.ID) journey.Passage {
	tp, _ := m.Touchpoints.Get(id)
	return tp.Passage
}

func TestEvents(t *testing.T) {
	m := trip()
	table := taken(t, m, `Zeitpunkt;Kunden-Nr.;Ereignis
2026-03-01 10:00;7;searches flights
2026-03-01 10:05;7;Pay online
2026-03-02 09:00;7;Boards the plane
2026-03-01 11:00;8;searches flights
2026-03-01 11:05;8;Reads a blog
2026-03-01 11:09;;Pay online
soon;9;Pay online
`, Said{})
	if table.Kind != Events || len(table.Names) != 4 {
		t.Errorf("table is %+v", table)
	}
	if e := m.Head.Events; e.Customers != 2 || e.Finished != 1 || e.AdHoc != 1 || e.File != "table.csv" || len(e.FileDigest) != 64 || e.Date.Day() != 2 {
		t.Errorf("events are %+v", e)
	}
	if p := passageOf(m, "t1"); p != (journey.Passage{Customers: 1, Finished: 1, Optimal: true}) {
		t.Errorf("who paid: %+v", p)
	}
	if p := passageOf(m, "t2"); p != (journey.Passage{Skipped: 1}) {
		t.Errorf("who checked in: %+v", p)
	}
	if s := fmt.Sprint(table.Faults); s != "[line 7: no customer is named line 8: \"soon\" is no time]" {
		t.Errorf("faults are %s", s)
	}
}

func TestEventsWithoutTimesAreInOrder(t *testing.T) {
	m := trip()
	taken(t, m, "user,page\na,Boards the plane\na,Searches flights\nb,Searches flights\nb,Boards the plane\n", Said{})
	if p := passageOf(m, "t3"); p.OutOfOrder != 1 {
		t.Errorf("who boarded: %+v", p)
	}
}

func TestAPersonSaysWhatANameMeansAndWhereTheJourneyEnds(t *testing.T) {
	m := trip()
	taken(t, m, "user,page\na,/s\na,/pay\nb,/s\n", Said{Places: map[string]journey.ID{"/s": "t0", "/pay": "t1"}, End: "t0"})
	if e := m.Head.Events; e.Finished != 2 || passageOf(m, "t1").Customers != 1 {
		t.Errorf("events are %+v", e)
	}
}

func TestCustomers(t *testing.T) {
	m := trip()
	table := taken(t, m, "Funnel step,Users\nBook,\"1,200\"\nPays online,800\nFly,750\nLounge,3\nSearches flights,-4\n", Said{})
	s, _ := m.Stages.Get("fly")
	if table.Kind != Customers || s.Customers != 750 || passageOf(m, "t1").Customers != 800 {
		t.Errorf("%+v, %+v", s, passageOf(m, "t1"))
	}
	if s := fmt.Sprint(table.Faults); s != `[line 5: "Lounge" is not on the map line 6: "-4" is no number of customers]` {
		t.Errorf("faults are %s", s)
	}
}

func TestMetrics(t *testing.T) {
	m := trip()
	table := taken(t, m, "Touchpoint,KPI,Target,Actual,Unit,Better\nPays online,Conversion,4%,3.1%,,\nPays online,Wait,\"2,5\",-,min,lower\nFly,On time,90,88,%,higher\n", Said{})
	taken(t, m, "Touchpoint,KPI,Actual\nPays online,conversion,3.5\n", Said{}) // next quarter
	if table.Kind != Metrics {
		t.Errorf("kind is %s", table.Kind)
	}
	var got []string
	for _, k := range m.MetricsInOrder() {
		got = append(got, fmt.Sprint(k.Touchpoint, k.Stage, " ", k.Name, " ", k.Target, k.Actual, k.Unit, k.LowerIsBetter))
	}
	want := "t1book Conversion {true 4} {true 3.5}%false|t1book Wait {true 2.5} {false 0}mintrue|fly On time {true 90} {true 88}%false"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got %s", s)
	}
	if l, ok := m.FirstLane(journey.LaneMetrics); !ok || l.Type != journey.LaneMetrics || m.Lanes.Len() != 2 {
		t.Errorf("lanes are %+v", m.LanesInOrder())
	}
}

func TestLookSaysWhatIsMissing(t *testing.T) {
	for name, c := range map[string]struct {
		table string
		said  Said
		want  string
	}{
		"no touchpoints":    {"customer,colour\n1,red\n2,blue\n", Said{}, "touchpoints or stages"},
		"no customers":      {"touchpoint,colour\nPays online,red\nBook,blue\n", Said{}, "no column holds the customers"},
		"no such column":    {"a,b\n1,red\n2,blue\n", Said{Columns: map[Role]string{TouchpointRole: "c"}}, `no column "c"; it has "a", "b"`},
		"no such kind":      {"touchpoint,b\n1,red\n2,blue\n", Said{Kind: "poems"}, "can be events"},
		"day or month":      {"customer,touchpoint,time\n1,Pays online,03/04/2026\n2,Pays online,05/06/2026\n", Said{}, "day or the month first"},
		"no count":          {"touchpoint,b\nPays online,red\nBook,blue\n", Said{Kind: Customers}, "counts of customers"},
		"no metric's value": {"touchpoint,kpi\nPays online,red\nBook,blue\n", Said{Kind: Metrics}, "targets or actual values"},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, src := context.Background(), grid.Bytes("t.csv", []byte(c.table))
			p, err := grid.Sniff(ctx, src, grid.Wish{})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := Look(ctx, src, p.Layout, trip(), c.said); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v", err)
			}
		})
	}
}

func TestInstant(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-04T05:06:07Z": "2026-03-04 05:06:07", "2026-03-04T05:06:07+02:00": "2026-03-04 03:06:07", "2026-03-04 05:06": "2026-03-04 05:06:00",
		"04.03.2026 05:06": "2026-03-04 05:06:00", "04/03/2026": "2026-03-04 00:00:00", "3/14/2026 1:05 PM": "2026-03-14 13:05:00",
		"1772600767": "2026-03-04 05:06:07", "1772600767000": "2026-03-04 05:06:07", "1772600767000000": "2026-03-04 05:06:07", "1772600767000000000": "2026-03-04 05:06:07",
		"Mar 4, 2026, 5:06:07 AM": "2026-03-04 05:06:07", "4 Mar 2026 05:06": "2026-03-04 05:06:00", "2026年3月4日": "2026-03-04 00:00:00", "20260304": "2026-03-04 00:00:00",
		"soon": "", "": "", "31/02/2026": "", "99/99/2026": "", "04.03.2026 25:00": "",
	} {
		at, ok := instant(text, DayFirst)
		if got := at.Format(time.DateTime); ok != (want != "") || ok && got != want {
			t.Errorf("%q is %s, %v", text, got, ok)
		}
	}
}

func TestDaysAreFoundOut(t *testing.T) {
	for text, want := range map[string]Days{"13/01/2026 02/03/2026": DayFirst, "01/13/2026 02/03/2026": MonthFirst, "01.02.2026": DayFirst, "2026-01-02": DayFirst, "05/05/2026": DayFirst} {
		var d dateLook
		for s := range strings.FieldsSeq(text) {
			d.see(s)
		}
		if got, err := d.settled(); err != nil || got != want {
			t.Errorf("%s: %s, %v", text, got, err)
		}
	}
}

func FuzzTable(f *testing.F) {
	f.Add([]byte("customer,touchpoint,time\n1,Pays online,03/04/2026\n"))
	f.Add([]byte("touchpoint,count\nBook,5\n"))
	f.Add([]byte("touchpoint,kpi,actual\nBook,a,5\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, src, m := context.Background(), grid.Bytes("t.csv", data), trip()
		p, err := grid.Sniff(ctx, src, grid.Wish{})
		if err != nil {
			return
		}
		table, err := Look(ctx, src, p.Layout, m, Said{Days: DayFirst})
		if err != nil {
			return
		}
		command, err := table.Change(ctx, m, ids(), nil)
		if err != nil {
			return
		}
		patch, err := command.Plan(m)
		if err != nil {
			t.Fatal(err)
		}
		patch.Apply(m)
		if problems := m.Validate(); len(problems) > 0 {
			t.Error(problems)
		}
	})
}
