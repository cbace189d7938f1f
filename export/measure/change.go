package measure

import (
	"context"
	"math"
	"strings"
	"time"

	"touchline.app/export/grid"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/passage"
	"touchline.app/journey/phrase"
	"touchline.app/journey/search"
)

// mostFaults is how many reasons are named for which rows could not be used.
const mostFaults = 20

// Change reads the table again and returns the command that writes what it says
// into the map. Rows that say nothing usable are left out and named in Faults; it
// is an error when all of them are.
func (t *Table) Change(ctx context.Context, m *journey.Map, newID func() journey.ID, progress func(done, total int64)) (edit.Command, error) {
	w := &writer{Table: t, m: m, newID: newID, counter: passage.New(m), rows: map[journey.ID]journey.Row{}, problems: map[string]int{}}
	row := map[Kind]func(int, [][]byte) phrase.Phrase{Events: w.event, Customers: w.count, Metrics: w.metric}[t.Kind]
	_, err := grid.Read(ctx, t.src, t.Layout, grid.Visitor{
		Columns: func([]grid.Column) error { return nil },
		Row: func(line int, cells [][]byte) error {
			if problem := row(line, cells); !problem.Blank() {
				w.leave(line, problem)
				return nil
			}
			w.good++
			return nil
		},
		Progress: progress,
	})
	if err != nil {
		return nil, err
	}
	if w.good == 0 {
		return nil, phrase.Errorf("read %s: no row says anything about a touchpoint or stage of the map", t.src.Name())
	}
	if t.Kind == Events {
		source := journey.Events{File: grid.Clean(t.src.Name(), 300), FileDigest: t.Digest}
		return w.counter.Count(t.end).Change(m, source), nil
	}
	put := edit.Put{Verb: "import " + string(t.Kind)}
	for _, id := range w.order {
		put.Rows = append(put.Rows, w.rows[id])
	}
	return put, nil
}

// writer turns rows of a table into rows of the map.
type writer struct {
	*Table
	m        *journey.Map
	newID    func() journey.ID
	counter  *passage.Counter
	rows     map[journey.ID]journey.Row
	order    []journey.ID
	last     string // order key of the last metric that was added
	good     int
	problems map[string]int // reason -> index in Faults
}

// leave notes why a row was left out; rows of the same reason together.
func (w *writer) leave(line int, reason phrase.Phrase) {
	i, known := w.problems[reason.String()]
	if !known && len(w.problems) >= mostFaults {
		reason = phrase.Of("it could not be used either")
		i, known = w.problems[reason.String()]
	}
	if !known {
		i = len(w.Faults)
		w.problems[reason.String()] = i
		w.Faults = append(w.Faults, grid.Fault{Line: line, Reason: reason})
	}
	w.Faults[i].Count++
}

func (w *writer) put(r journey.Row) {
	if w.rows[r.RowID()] == nil {
		w.order = append(w.order, r.RowID())
	}
	w.rows[r.RowID()] = r
}

// event takes a row of events. It returns why the row says nothing.
func (w *writer) event(line int, cells [][]byte) phrase.Phrase {
	customer, name := w.cell(cells, CustomerRole), w.name(cells)
	at := time.Unix(int64(line), 0).UTC() // without times the rows are in order
	switch {
	case customer == "":
		return phrase.Of("no customer is named")
	case name == "":
		return phrase.Of("no touchpoint is named")
	case w.has(TimeRole):
		var ok bool
		if at, ok = instant(w.cell(cells, TimeRole), w.days); !ok {
			return phrase.Of("%.40q is no time", w.cell(cells, TimeRole))
		}
	}
	w.counter.Add(customer, w.place[name], at)
	return phrase.Phrase{}
}

// count takes a row of counts.
func (w *writer) count(_ int, cells [][]byte) phrase.Phrase {
	id := w.place[w.name(cells)]
	text := w.cell(cells, CountRole)
	n, ok := grid.Number(text)
	switch {
	case id == "":
		return phrase.Of("%.60q is not on the map", w.name(cells))
	case !ok || n < 0 || n > math.MaxInt32 || n != math.Trunc(n):
		return phrase.Of("%.40q is no number of customers", text)
	}
	if s, ok := w.m.Stages.Get(id); ok {
		s.Customers = int(n)
		w.put(s)
		return phrase.Phrase{}
	}
	tp, _ := w.m.Touchpoints.Get(id)
	tp.Passage.Customers = int(n)
	w.put(tp)
	return phrase.Phrase{}
}

// metric takes a row of metrics: it changes the metric of that name at that
// place, or adds one.
func (w *writer) metric(_ int, cells [][]byte) phrase.Phrase {
	id, name := w.place[w.name(cells)], grid.Clean(w.cell(cells, MetricRole), 300)
	target, okTarget := quantity(w.cell(cells, TargetRole))
	actual, okActual := quantity(w.cell(cells, ActualRole))
	switch {
	case id == "":
		return phrase.Of("%.60q is not on the map", w.name(cells))
	case name == "":
		return phrase.Of("no metric is named")
	case !okTarget:
		return phrase.Of("the target %.40q is no number", w.cell(cells, TargetRole))
	case !okActual:
		return phrase.Of("the actual value %.40q is no number", w.cell(cells, ActualRole))
	}
	k := w.metricAt(id, name)
	if unit := w.unit(cells); unit != "" {
		k.Unit = unit
	}
	if target.Known {
		k.Target = target
	}
	if actual.Known {
		k.Actual = actual
	}
	if better := w.cell(cells, BetterRole); better != "" {
		k.LowerIsBetter = lower(better)
	}
	w.put(k)
	return phrase.Phrase{}
}

// unit is what the table says, or the sign of per cent behind a value.
func (w *writer) unit(cells [][]byte) string {
	if u := w.cell(cells, UnitRole); u != "" {
		return grid.Clean(u, 60)
	}
	for _, r := range []Role{TargetRole, ActualRole} {
		if strings.HasSuffix(w.cell(cells, r), "%") {
			return "%"
		}
	}
	return ""
}

// quantity reads a number that may be missing.
func quantity(s string) (journey.Quantity, bool) {
	if s == "" || s == "-" || s == "–" {
		return journey.Quantity{}, true
	}
	v, ok := grid.Number(s)
	return journey.Quantity{Known: ok, Value: v}, ok
}

// lower reports whether a word says that less is better.
func lower(word string) bool {
	switch search.Fold(word) {
	case "lower", "low", "less", "down", "min", "minimize", "minimise", "-", "niedriger", "weniger", "menor", "menos", "moins", "plus bas", "低い", "下", "اقل":
		return true
	}
	return false
}

// metricAt returns the metric of a name at a touchpoint or stage, a new one where
// there is none.
func (w *writer) metricAt(id journey.ID, name string) journey.Metric {
	stage, touchpoint := id, journey.ID("")
	if tp, ok := w.m.Touchpoints.Get(id); ok {
		stage, touchpoint = tp.Stage, tp.ID
	}
	fits := func(k journey.Metric) bool {
		return k.Stage == stage && k.Touchpoint == touchpoint && search.Fold(k.Name) == search.Fold(name)
	}
	for _, id := range w.order {
		if k, ok := w.rows[id].(journey.Metric); ok && fits(k) {
			return k
		}
	}
	for _, k := range w.m.MetricsInOrder() {
		if fits(k) {
			return k
		}
	}
	return journey.Metric{ID: w.newID(), Stage: stage, Touchpoint: touchpoint, Lane: w.lane(), Order: w.behind(), Name: name}
}

// behind returns an order key after every metric there is.
func (w *writer) behind() string {
	if w.last == "" {
		for _, k := range w.m.MetricsInOrder() {
			w.last = k.Order
		}
	}
	next, err := journey.Between(w.last, "")
	if err != nil { // the key of another program; this one sorts after whatever it is
		next = journey.Spread(1)[0]
	}
	w.last = next
	return next
}

// lane returns the lane of metrics, a new one at the end where there is none.
func (w *writer) lane() journey.ID {
	if l, ok := w.m.FirstLane(journey.LaneMetrics); ok {
		return l.ID
	}
	for _, id := range w.order {
		if l, ok := w.rows[id].(journey.Lane); ok {
			return l.ID
		}
	}
	last := ""
	for _, l := range w.m.LanesInOrder() {
		last = l.Order
	}
	key, err := journey.Between(last, "")
	if err != nil {
		key = journey.Spread(1)[0]
	}
	l := journey.Lane{ID: w.newID(), Order: key, Type: journey.LaneMetrics}
	w.put(l)
	return l.ID
}
