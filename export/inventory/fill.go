package inventory

import (
	"slices"
	"strings"

	"touchline.app/export/grid"
	"touchline.app/export/survey"
	"touchline.app/journey"
)

// filling puts the rows of one form into the map.
type filling struct {
	*builder
	form    *form
	several bool   // tables of one kind: the heading is the stage, the row a touchpoint of the name in its stage column
	heading string // that tells the table from the others
	stageAt int    // columns, -1 where there is none
	titleAt int
	otherAt int // the touchpoint or action that is not the title
	scales  map[int]scored
	before  string // the stage of the row before
	line    int
}

// most is the part of the rows that must name a touchpoint for the column of
// touchpoints to give the titles; else that of the actions does.
const most = 0.75

func (f *filling) prepare() {
	f.stageAt = f.form.column(stageRole)
	touch, action := f.form.column(touchpointRole), f.form.column(actionRole)
	f.titleAt, f.otherAt = touch, action
	if action >= 0 && f.form.filled(touch) < most {
		f.titleAt, f.otherAt = action, touch
	}
	f.scales = map[int]scored{}
	for i, r := range f.form.roles {
		if r != emotionRole && r != expectedRole {
			continue
		}
		var said []string
		for _, row := range f.form.rows {
			said = append(said, cell(row, i))
		}
		f.scales[i] = scale(said)
	}
	expected, actual := f.form.column(expectedRole), f.form.column(emotionRole)
	if expected >= 0 && actual >= 0 { // they were told on one scale, or their gap says nothing
		f.scales[expected], f.scales[actual] = together(f.scales[expected], f.scales[actual])
	}
}

// row puts the touchpoints of a row, with everything it says about them.
func (f *filling) row(row []string) {
	titles := f.titles(row)
	stage := f.stage(f.stageName(row))
	t := journey.Touchpoint{Stage: stage, Lane: f.lane(journey.LaneTouchpoints, "Touchpoints"), Details: f.details(row)}
	for i := range f.form.names {
		if text := cell(row, i); !empty(text) {
			f.field(&t, i, text)
		}
	}
	var only journey.ID // of the row; what it says of several is said of their stage
	for n, title := range titles {
		t.ID, t.Order, t.Title = f.ids.Next(), f.next(journey.KindTouchpoint), title
		if len(titles) == 1 {
			only = t.ID
		}
		if n > 0 {
			t.Details, t.Expectation = "", ""
			t.Actual.Word, t.Expected.Word = "", "" // said once
		}
		f.m.Put(t)
	}
	if len(titles) == 0 {
		f.warn(f.line, "a row names no touchpoint: what it says lies in the lanes of its stage")
	}
	for i := range f.form.names {
		if text := cell(row, i); !empty(text) {
			f.around(stage, only, i, text)
		}
	}
}

func (f *filling) stageName(row []string) string {
	switch {
	case f.several:
		return f.heading
	case f.stageAt < 0:
		return ""
	}
	if name := cell(row, f.stageAt); !empty(name) {
		f.before = unnumbered(name)
	}
	return f.before
}

// titles are those of the touchpoints of a row.
func (f *filling) titles(row []string) []string {
	if f.several && f.stageAt >= 0 {
		if name := cell(row, f.stageAt); !empty(name) {
			return []string{unnumbered(name)}
		}
	}
	title := cell(row, f.titleAt)
	if f.titleAt == f.form.column(touchpointRole) && !empty(title) {
		return separate(title)
	}
	if empty(title) {
		title = cell(row, f.otherAt)
	}
	if empty(title) {
		return nil
	}
	return []string{unnumbered(title)}
}

// details are what a row says about its touchpoint in cells that have no place
// of their own.
func (f *filling) details(row []string) string {
	var out []string
	put := func(i int) {
		if text := lines(cell(row, i)); !empty(text) {
			out = append(out, text)
		}
	}
	byName := f.several && f.stageAt >= 0
	if byName && f.form.column(actionRole) >= 0 {
		put(f.form.column(actionRole))
	}
	if touch := cell(row, f.form.column(touchpointRole)); byName && len(separate(touch)) > 1 {
		out = append(out, grid.Clean(f.form.names[f.form.column(touchpointRole)], maxTitle)+": "+lines(touch))
	}
	if !byName && f.otherAt >= 0 && f.otherAt == f.form.column(actionRole) && !empty(cell(row, f.titleAt)) {
		put(f.otherAt)
	}
	for i, r := range f.form.roles {
		if r == detailsRole {
			put(i)
		}
	}
	return strings.Join(out, "\n")
}

// field sets what a cell says about the touchpoints themselves.
func (f *filling) field(t *journey.Touchpoint, i int, text string) {
	switch f.form.roles[i] {
	case emotionRole:
		if e, ok := emotion(text, f.scales[i]); ok && !t.Actual.Known {
			t.Actual = e
		}
	case expectedRole:
		if e, ok := emotion(text, f.scales[i]); ok {
			t.Expected = e
		}
	case expectationRole:
		t.Expectation = lines(text)
	case ownerRole:
		t.Owner = grid.Clean(grid.Unmarked(text), maxTitle)
	case channelRole:
		t.Channel = f.channel(separate(text)[0])
	case touchpointRole:
		if names := separate(text); f.through(i) && len(names) == 1 && t.Channel == "" {
			t.Channel = f.channel(names[0])
		}
	case momentRole:
		f.moment(t, text)
	case personaRole:
		f.actors(t, text)
	default: // beside the touchpoints
	}
}

// through reports whether a column of touchpoints says what the touchpoints run
// through, for another names them.
func (f *filling) through(i int) bool { return i != f.titleAt || f.several && f.stageAt >= 0 }

// moment marks a touchpoint that matters; what is no yes is the reason.
func (f *filling) moment(t *journey.Touchpoint, text string) {
	yes, said := survey.Yes(text)
	t.Matters = yes || !said
	if !said {
		t.Reason = lines(text)
	}
}

func (f *filling) actors(t *journey.Touchpoint, text string) {
	for _, name := range separate(text) {
		if id := f.person(name); !slices.Contains(t.Actors, id) {
			t.Actors = append(t.Actors, id)
		}
	}
}

// around puts what a cell says about the stage, or beside a touchpoint. Goals are
// those of the stage.
func (f *filling) around(stage, touchpoint journey.ID, i int, text string) {
	name := grid.Clean(grid.Unmarked(f.form.names[i]), maxTitle)
	switch f.form.roles[i] {
	case thoughtsRole:
		f.note(stage, touchpoint, journey.LaneThoughts, "Thoughts", text)
	case goalsRole:
		f.note(stage, "", journey.LaneGoals, "Goals", text)
	case backstageRole:
		f.note(stage, touchpoint, journey.LaneBackstage, name, text)
	case painRole:
		f.m.Put(journey.PainPoint{
			ID: f.ids.Next(), Order: f.next(journey.KindPainPoint), Stage: stage, Touchpoint: touchpoint,
			Lane: f.lane(journey.LanePainPoints, "Pain points"), Text: lines(text),
		})
	case opportunityRole:
		f.m.Put(journey.Opportunity{
			ID: f.ids.Next(), Order: f.next(journey.KindOpportunity), Stage: stage, Touchpoint: touchpoint,
			Lane: f.lane(journey.LaneOpportunities, "Opportunities"), Text: lines(text), State: journey.Open,
		})
	case emotionRole, expectedRole:
		if _, ok := emotion(text, f.scales[i]); !ok {
			f.warn(f.line, "%.60q says no emotion that is known; it is kept as a note", grid.Clean(text, 60))
			f.note(stage, touchpoint, journey.LaneText, name, text)
		}
	default:
		if f.homeless(i, text) {
			f.note(stage, touchpoint, journey.LaneText, name, text)
		}
	}
}

// homeless reports whether a cell has no place at the touchpoint: its column is
// not known, or it lists several things they run through.
func (f *filling) homeless(i int, text string) bool {
	switch f.form.roles[i] {
	case "":
		return true
	case channelRole:
		return len(separate(text)) > 1
	case touchpointRole:
		return i != f.titleAt && len(separate(text)) > 1 && !(f.several && f.stageAt >= 0)
	default:
		return false
	}
}

func (f *filling) note(stage, touchpoint journey.ID, t journey.LaneType, name, text string) {
	f.m.Put(journey.Note{ID: f.ids.Next(), Order: f.next(journey.KindNote), Stage: stage, Touchpoint: touchpoint, Lane: f.lane(t, name), Text: lines(text)})
}
