package table

import (
	"crypto/sha256"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	"touchline.app/export"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// The limits of a table.
const (
	MaxRows     = 100_000
	maxWarnings = 100
)

// Read returns the map of a table. Title and scenario are those of the map; data is what
// the table was read from: the same data gives the same map, ids included.
// Columns may stand in any order and be missing, but for that of the
// touchpoints. The warnings name the lines where a cell could not be taken. The
// error completes a sentence that begins with the name of the file.
func Read(title, scenario string, data []byte, header []string, rows []Row) (*journey.Map, []export.Warning, error) {
	if !Known(header) {
		return nil, nil, errNoTitles
	}
	if len(rows) > MaxRows {
		return nil, nil, phrase.Errorf("has %d rows, more than %d: divide it into several files", len(rows), MaxRows)
	}
	b := builder{
		ids: journey.NewIDs(rand.NewChaCha8(sha256.Sum256(data))), match: match(header),
		names: map[name]journey.ID{}, last: map[journey.Kind]string{},
	}
	b.laned = slices.ContainsFunc(b.match, func(at int) bool { return at >= 0 && columns[at].name == laneColumn })
	b.m = journey.New(b.ids.Next(), b.whole("title", title))
	b.m.Head.Scenario = b.whole("scenario", scenario)
	for i, at := range b.match {
		if at < 0 && strings.TrimSpace(header[i]) != "" {
			b.warn("the column %q has no place in a map: left out", shorten(header[i]))
		}
	}
	for _, r := range rows {
		b.line = r.Line
		b.row(r)
	}
	b.line = 0
	b.complete()
	return b.m, b.warnings, nil
}

// builder makes a map of rows.
type builder struct {
	m        *journey.Map
	ids      *journey.IDs
	match    []int // the column of each cell
	laned    bool  // whether there is a column of lanes
	line     int
	warnings []export.Warning

	names                         map[name]journey.ID
	last                          map[journey.Kind]string // order keys given last
	pains, opportunities, metrics journey.ID              // lanes
	evidence, emotions            bool
}

// name is what a row of the map is known by in a table.
type name struct {
	kind journey.Kind
	text string
}

func (b *builder) warn(text string, args ...any) {
	switch n := len(b.warnings); {
	case n < maxWarnings:
		b.warnings = append(b.warnings, export.Warning{Line: b.line, Text: phrase.Of(text, args...)})
	case n == maxWarnings:
		b.warnings = append(b.warnings, export.Warn("there is more of this kind"))
	}
}

// whole returns a text as a map may hold it.
func (b *builder) whole(column, s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "")
	if len(s) <= journey.MaxTextLength {
		return s
	}
	b.warn("%s is longer than %d bytes: the rest is left out", column, journey.MaxTextLength)
	n := journey.MaxTextLength
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func (b *builder) row(in Row) {
	r := record{stage: in.Stage}
	for i, s := range in.Cells {
		if i >= len(b.match) {
			if strings.TrimSpace(s) != "" {
				b.warn("%q stands in no column: left out", shorten(s))
			}
			continue
		}
		if at := b.match[i]; at >= 0 {
			b.cell(&r, columns[at], b.whole(columns[at].name, s))
		}
	}
	b.put(r)
}

func (b *builder) cell(r *record, c column, s string) {
	if s == "" || c.set == nil || !c.blank && strings.TrimSpace(s) == "" {
		return
	}
	if err := c.set(r, s); err != nil {
		b.warn("%s %s: left out", c.name, err)
	}
}

// put adds the rows of a record, and those it names for the first time.
func (b *builder) put(r record) {
	t := r.Touchpoint
	t.ID, t.Order = b.ids.Next(), b.next(journey.KindTouchpoint)
	t.Stage = b.named(journey.KindStage, r.stage, func(id journey.ID, order string) journey.Row {
		return journey.Stage{ID: id, Order: order, Name: r.stage}
	})
	if !b.laned {
		r.lane = "Touchpoints"
	}
	t.Lane = b.named(journey.KindLane, r.lane, func(id journey.ID, order string) journey.Row {
		return journey.Lane{ID: id, Order: order, Name: r.lane, Type: journey.LaneTouchpoints}
	})
	if r.channel.Name != "" {
		t.Channel = b.named(journey.KindChannel, r.channel.Name, func(id journey.ID, order string) journey.Row {
			r.channel.ID, r.channel.Order = id, order
			return r.channel
		})
	}
	for _, actor := range r.actors {
		id := b.named(journey.KindPersona, actor, func(id journey.ID, order string) journey.Row {
			return journey.Persona{ID: id, Order: order, Name: actor}
		})
		if !slices.Contains(t.Actors, id) {
			t.Actors = append(t.Actors, id)
		}
	}
	b.sound(&t)
	b.emotions = b.emotions || t.Expected.Known || t.Actual.Known
	b.evidence = b.evidence || t.Actual.Evidence.Measured()
	b.m.Put(t)
	b.around(t, r)
}

// sound leaves out what a map would not take.
func (b *builder) sound(t *journey.Touchpoint) {
	if t.Color != "" && !color(t.Color) {
		b.warn("color is %q, not of the form #RRGGBB: left out", shorten(t.Color))
		t.Color = ""
	}
	for _, e := range []*journey.Emotion{&t.Expected, &t.Actual} {
		if ev := &e.Evidence; ev.ScaleMin > ev.ScaleMax || ev.SD < 0 {
			b.warn("the scale %g to %g with a spread of %g cannot be: left out", ev.ScaleMin, ev.ScaleMax, ev.SD)
			ev.ScaleMin, ev.ScaleMax, ev.SD = 0, 0, 0
		}
	}
}

func color(s string) bool {
	return len(s) == 7 && s[0] == '#' && strings.Trim(strings.ToLower(s[1:]), "0123456789abcdef") == ""
}

// around adds the rows at a touchpoint, and their lanes with the first of each.
func (b *builder) around(t journey.Touchpoint, r record) {
	for _, p := range r.pains {
		p.ID, p.Order, p.Stage, p.Touchpoint = b.ids.Next(), b.next(journey.KindPainPoint), t.Stage, t.ID
		p.Lane = b.lane(&b.pains)
		b.m.Put(p)
	}
	for _, o := range r.opportunities {
		o.ID, o.Order, o.Stage, o.Touchpoint = b.ids.Next(), b.next(journey.KindOpportunity), t.Stage, t.ID
		o.Lane = b.lane(&b.opportunities)
		b.m.Put(o)
	}
	for _, k := range r.metrics {
		k.ID, k.Order, k.Stage, k.Touchpoint = b.ids.Next(), b.next(journey.KindMetric), t.Stage, t.ID
		k.Lane = b.lane(&b.metrics)
		b.m.Put(k)
	}
}

// lane gives a lane an id; complete makes it.
func (b *builder) lane(id *journey.ID) journey.ID {
	if *id == "" {
		*id = b.ids.Next()
	}
	return *id
}

// named returns the id of the row of that name, made by row where there is none.
func (b *builder) named(k journey.Kind, text string, row func(id journey.ID, order string) journey.Row) journey.ID {
	id, ok := b.names[name{k, text}]
	if !ok {
		id = b.ids.Next()
		b.names[name{k, text}] = id
		b.m.Put(row(id, b.next(k)))
	}
	return id
}

// next returns an order key after those of a kind given so far.
func (b *builder) next(k journey.Kind) string {
	key, _ := journey.Between(b.last[k], "") // behind a key of its own there is always room
	b.last[k] = key
	return key
}

// complete adds the lanes that show what the touchpoints say.
func (b *builder) complete() {
	if b.m.Lanes.Len() == 0 {
		b.m.Put(journey.Lane{ID: b.ids.Next(), Order: b.next(journey.KindLane), Type: journey.LaneTouchpoints, Name: "Touchpoints"})
	}
	for _, l := range []struct {
		lane journey.LaneType
		name string
		id   journey.ID
		some bool
	}{
		{journey.LaneEmotion, "Emotion", "", b.emotions},
		{journey.LaneGap, "Gap", "", b.emotions},
		{journey.LaneEvidence, "Evidence", "", b.evidence},
		{journey.LanePainPoints, "Pain points", b.pains, b.pains != ""},
		{journey.LaneOpportunities, "Opportunities", b.opportunities, b.opportunities != ""},
		{journey.LaneMetrics, "Metrics", b.metrics, b.metrics != ""},
	} {
		if l.some {
			b.m.Put(journey.Lane{ID: b.lane(&l.id), Order: b.next(journey.KindLane), Type: l.lane, Name: l.name})
		}
	}
}
