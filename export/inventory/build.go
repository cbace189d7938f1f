package inventory

import (
	"regexp"
	"slices"
	"strings"

	"touchline.app/export"
	"touchline.app/export/grid"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// The lengths of texts in a map, in letters.
const (
	maxTitle = 200
	maxText  = 4000
)

// maxWarnings is how many warnings a table gives.
const maxWarnings = 50

// builder makes a map of the forms of a group.
type builder struct {
	m        *journey.Map
	ids      *journey.IDs
	last     map[journey.Kind]string // the last order key of each kind
	stages   map[string]journey.ID
	channels map[string]journey.ID
	people   map[string]journey.ID
	lanes    []*journey.Lane
	warnings []export.Warning
}

// future finds the headings of maps that show what shall be.
var future = regexp.MustCompile(`(?i)\bto[ -]?be|\bfuture|\bsoll\b|zukunft|futuro|futur\b|将来|未来`)

// mapOf makes the map of a group. One that is alone in its text has its title.
func mapOf(group []form, title string, alone bool, ids *journey.IDs) Found {
	headings := headed(group)
	switch h := group[0].headings; {
	case len(group) == 1 && headings[0] != "" && !alone:
		title = headings[0]
	case len(h) > 0:
		title = unnumbered(h[0])
	}
	b := &builder{
		m: journey.New(ids.Next(), grid.Clean(title, maxTitle)), ids: ids, last: map[journey.Kind]string{},
		stages: map[string]journey.ID{}, channels: map[string]journey.ID{}, people: map[string]journey.ID{},
	}
	if future.MatchString(title) {
		b.m.Head.State = journey.FutureState
	}
	for i := range group {
		f := &filling{builder: b, form: &group[i], several: len(group) > 1, heading: headings[i]}
		f.prepare()
		for n, row := range group[i].rows {
			f.line = group[i].lines[n]
			f.row(row)
		}
	}
	b.finish()
	return Found{Map: b.m, Table: grid.Clean(title, maxTitle), Warnings: b.warnings}
}

func (b *builder) next(k journey.Kind) string {
	key, err := journey.Between(b.last[k], "")
	if err != nil {
		panic("inventory: " + err.Error()) // keys that Between made
	}
	b.last[k] = key
	return key
}

func (b *builder) warn(line int, text string, args ...any) {
	if len(b.warnings) < maxWarnings {
		b.warnings = append(b.warnings, export.Warning{Line: line, Text: phrase.Of(text, args...)})
	}
}

// stage returns the stage of a name, made when it is new.
func (b *builder) stage(name string) journey.ID {
	if id, ok := b.stages[name]; ok {
		return id
	}
	s := journey.Stage{ID: b.ids.Next(), Order: b.next(journey.KindStage), Name: name}
	b.stages[name] = s.ID
	b.m.Put(s)
	return s.ID
}

func (b *builder) channel(name string) journey.ID {
	key := strings.ToLower(name)
	if id, ok := b.channels[key]; ok {
		return id
	}
	c := journey.Channel{ID: b.ids.Next(), Order: b.next(journey.KindChannel), Name: name}
	b.channels[key] = c.ID
	b.m.Put(c)
	return c.ID
}

func (b *builder) person(name string) journey.ID {
	key := strings.ToLower(name)
	if id, ok := b.people[key]; ok {
		return id
	}
	p := journey.Persona{ID: b.ids.Next(), Order: b.next(journey.KindPersona), Name: name}
	b.people[key] = p.ID
	b.m.Put(p)
	return p.ID
}

// lane returns the lane of a type and name, made when it is new. Lanes get their
// order at the end.
func (b *builder) lane(t journey.LaneType, name string) journey.ID {
	for _, l := range b.lanes {
		if l.Type == t && l.Name == name {
			return l.ID
		}
	}
	l := &journey.Lane{ID: b.ids.Next(), Type: t, Name: name}
	b.lanes = append(b.lanes, l)
	return l.ID
}

// laneOrder is the order of lanes from the top.
var laneOrder = []journey.LaneType{
	journey.LaneGoals, journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneGap, journey.LaneThoughts,
	journey.LanePainPoints, journey.LaneOpportunities, journey.LaneBackstage, journey.LaneText,
}

// finish puts the lanes, and those that draw what the touchpoints feel.
func (b *builder) finish() {
	b.lane(journey.LaneTouchpoints, "Touchpoints")
	in := map[journey.ID]int{}
	for t := range b.m.Touchpoints.All() {
		in[t.Stage]++
		if t.Actual.Known || t.Expected.Known {
			b.lane(journey.LaneEmotion, "Emotion")
		}
		if t.Actual.Known && t.Expected.Known {
			b.lane(journey.LaneGap, "Gap")
		}
	}
	for _, n := range b.m.NotesInOrder() {
		if n.Touchpoint != "" && in[n.Stage] > 1 { // as wide as that: those of a lane stand side by side
			n.Reach.EndTouchpoint = n.Touchpoint
			b.m.Put(n)
		}
	}
	slices.SortStableFunc(b.lanes, func(x, y *journey.Lane) int {
		return slices.Index(laneOrder, x.Type) - slices.Index(laneOrder, y.Type)
	})
	for i, key := range journey.Spread(len(b.lanes)) {
		b.lanes[i].Order = key
		b.m.Put(*b.lanes[i])
	}
}
