package sample

import (
	"fmt"

	"touchline.app/journey"
)

// builder puts rows into a map, giving each its id and its place behind those before it. After the
// first error it does nothing more.
type builder struct {
	m        *journey.Map
	ids      *journey.IDs
	last     map[string]string // the last order key of each sequence
	lanes    map[journey.LaneType]journey.ID
	channels map[string]journey.ID
	err      error
}

func newBuilder(ids *journey.IDs, title string) *builder {
	return &builder{
		m: journey.New(ids.Next(), title), ids: ids, last: map[string]string{},
		lanes: map[journey.LaneType]journey.ID{}, channels: map[string]journey.ID{},
	}
}

// next returns the order key behind the last one of a sequence.
func (b *builder) next(sequence string) string {
	key, err := journey.Between(b.last[sequence], "")
	if err != nil && b.err == nil {
		b.err = fmt.Errorf("order the %s: %w", sequence, err)
	}
	b.last[sequence] = key
	return key
}

func (b *builder) persona(p journey.Persona) journey.ID {
	p.ID, p.Order = b.ids.Next(), b.next("personas")
	b.m.Put(p)
	return p.ID
}

func (b *builder) channel(c journey.Channel) {
	c.ID, c.Order = b.ids.Next(), b.next("channels")
	b.channels[c.Name] = c.ID
	b.m.Put(c)
}

func (b *builder) stage(s journey.Stage) journey.ID {
	s.ID, s.Order = b.ids.Next(), b.next("stages")
	b.m.Put(s)
	return s.ID
}

// subtitles says under the name of a lane what to look for in it.
var subtitles = map[journey.LaneType]string{
	journey.LaneGoals:         "what she wants here",
	journey.LaneTouchpoints:   "channel, ownership, one- or two-way",
	journey.LaneEvidence:      "responses · spread",
	journey.LaneThoughts:      "what she says to herself",
	journey.LanePainPoints:    "what breaks, and for how many",
	journey.LaneOpportunities: "what we could do, who owns it",
	journey.LaneMetrics:       "actual against target",
	journey.LaneBackstage:     "what happens unseen",
}

// lane adds a lane of each type without a name, which then reads in the language of whoever looks
// at it, and with the usual subtitle.
func (b *builder) lane(types ...journey.LaneType) {
	for _, t := range types {
		l := journey.Lane{ID: b.ids.Next(), Order: b.next("lanes"), Type: t, Subtitle: subtitles[t]}
		b.lanes[t] = l.ID
		b.m.Put(l)
	}
}

// touchpoint adds a touchpoint to a stage. channel is the name of a channel added before, or empty.
func (b *builder) touchpoint(stage journey.ID, channel string, t journey.Touchpoint) journey.ID {
	id, ok := b.channels[channel]
	if channel != "" && !ok && b.err == nil {
		b.err = fmt.Errorf("touchpoint %q names channel %q, which is not there", t.Title, channel)
	}
	t.ID, t.Stage, t.Lane, t.Channel = b.ids.Next(), stage, b.lanes[journey.LaneTouchpoints], id
	t.Order = b.next("touchpoints of " + string(stage))
	b.m.Put(t)
	return t.ID
}

func (b *builder) note(stage journey.ID, lane journey.LaneType, text string) {
	b.m.Put(journey.Note{
		ID: b.ids.Next(), Stage: stage, Lane: b.lanes[lane],
		Order: b.next("notes"), Text: text,
	})
}

func (b *builder) done() (*journey.Map, error) {
	if b.err != nil {
		return nil, fmt.Errorf("build map %q: %w", b.m.Head.Title, b.err)
	}
	return b.m, nil
}
