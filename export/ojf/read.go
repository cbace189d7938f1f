package ojf

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"touchline.app/export"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// The limits of a file.
const (
	MaxSize  = 64 << 20 // bytes
	MaxNodes = 100_000
)

// Is reports whether data looks like a file of the format, whole or not.
func Is(data []byte) bool {
	start := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	return bytes.HasPrefix(start, []byte("{")) && bytes.Contains(data, []byte(`"swimlanes"`)) && bytes.Contains(data, []byte(`"nodes"`))
}

// Read returns the map of a file. The name is that of the file, for messages. The
// warnings say what has no place in a map; the error is a sentence for a person.
// The same bytes give the same map, ids included.
func Read(name string, data []byte) (*journey.Map, []export.Warning, error) {
	d, err := parse(data)
	if err != nil {
		return nil, nil, phrase.Errorf("%s %w", name, err)
	}
	b := builder{
		d: d, ids: journey.NewIDs(rand.NewChaCha8(sha256.Sum256(data))),
		stages: map[string]journey.ID{}, lanes: map[string]journey.Lane{}, last: map[journey.Kind]string{},
	}
	b.build()
	return b.m, b.warnings, nil
}

func parse(data []byte) (*document, error) {
	var d document
	switch {
	case len(data) > MaxSize:
		return nil, phrase.Errorf("is larger than %d MB", MaxSize>>20)
	case !utf8.Valid(data):
		return nil, phrase.New("is not text in UTF-8: save it as UTF-8 and import it again")
	}
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), &d); err != nil {
		return nil, phrase.Errorf("is no OpenJourney file: %w", err)
	}
	switch {
	case d.Stages == nil || d.Swimlanes == nil:
		return nil, phrase.New("is no OpenJourney file: it has no stages or no swimlanes")
	case len(d.Nodes) > MaxNodes || len(d.Stages) > MaxNodes || len(d.Swimlanes) > MaxNodes:
		return nil, phrase.Errorf("has more than %d stages, swimlanes or nodes", MaxNodes)
	}
	return &d, nil
}

// builder makes a map of a document.
type builder struct {
	d        *document
	m        *journey.Map
	ids      *journey.IDs
	stages   map[string]journey.ID
	lanes    map[string]journey.Lane
	last     map[journey.Kind]string
	persona  journey.ID
	behind   journey.ID // the lane of what happens behind the nodes
	warnings []export.Warning
}

func (b *builder) build() {
	meta := b.d.Metadata
	if meta == nil {
		meta = &metadata{}
	}
	b.m = journey.New(b.ids.Next(), whole(meta.Title))
	b.m.Head.Scenario = whole(either(b.d.PointOfView, meta.POV))
	if name := whole(either(b.d.Persona, meta.Persona)); name != "" {
		b.persona = b.ids.Next()
		b.m.Put(journey.Persona{ID: b.persona, Order: b.next(journey.KindPersona), Name: name})
	}
	for _, s := range b.d.Stages {
		if _, twice := b.stages[s.ID]; twice {
			b.warn("several stages have the id %q: their nodes go to the first", s.ID)
			continue
		}
		b.stages[s.ID] = b.ids.Next()
		b.m.Put(journey.Stage{ID: b.stages[s.ID], Order: b.next(journey.KindStage), Name: whole(s.Name)})
	}
	purposes := b.purposes()
	for _, s := range b.d.Swimlanes {
		if _, twice := b.lanes[s.ID]; twice {
			b.warn("several swimlanes have the id %q: their nodes go to the first", s.ID)
			continue
		}
		b.lanes[s.ID] = b.lane(laneType(s.Name, purposes[s.ID]), s.Name)
	}
	b.lane(journey.LaneEmotion, "Emotion")
	b.nodes()
}

func (b *builder) nodes() {
	var homeless, details, tags, icons int
	for _, n := range b.d.Nodes {
		stage, ok := b.stages[n.Stage]
		lane, is := b.lanes[n.Swimlane]
		if !ok || !is {
			homeless++
			continue
		}
		b.node(n, stage, lane)
		if lane.Type != journey.LaneTouchpoints && (n.Score != nil && *n.Score != 0 || n.Sentiment != "" || n.Moment) {
			details++
		}
		tags += len(n.Tags)
		if n.Icon != "" {
			icons++
		}
	}
	b.lost(homeless, "nodes in a stage or swimlane that is not there")
	b.lost(details, "scores and moments of nodes that become notes, pain points or opportunities")
	b.lost(tags, "tags")
	b.lost(icons, "icons")
}

func (b *builder) lost(n int, what string) {
	if n > 0 {
		b.warn("left out, for a map has no place for them: %d %s", n, phrase.Of(what))
	}
}

func (b *builder) warn(text string, args ...any) {
	const most = 100
	if len(b.warnings) < most {
		b.warnings = append(b.warnings, export.Warn(text, args...))
	}
}

// node adds what a node becomes in its lane.
func (b *builder) node(n node, stage journey.ID, lane journey.Lane) {
	text := whole(n.Title)
	if n.Description != "" {
		text = strings.TrimPrefix(whole(n.Title+": "+n.Description), ": ")
	}
	switch lane.Type {
	case journey.LanePainPoints:
		b.m.Put(journey.PainPoint{ID: b.ids.Next(), Order: b.next(journey.KindPainPoint), Stage: stage, Lane: lane.ID, Text: text, Severity: level(n.Severity)})
	case journey.LaneOpportunities:
		b.m.Put(journey.Opportunity{ID: b.ids.Next(), Order: b.next(journey.KindOpportunity), Stage: stage, Lane: lane.ID, Text: text, Impact: level(n.Severity)})
	case journey.LaneTouchpoints:
		b.touchpoint(n, stage, lane)
	default:
		b.m.Put(journey.Note{ID: b.ids.Next(), Order: b.next(journey.KindNote), Stage: stage, Lane: lane.ID, Text: text})
	}
	if text := n.Blueprint.text(); text != "" {
		if b.behind == "" {
			b.behind = b.lane(journey.LaneBackstage, "Backstage").ID
		}
		b.m.Put(journey.Note{ID: b.ids.Next(), Order: b.next(journey.KindNote), Stage: stage, Lane: b.behind, Text: whole(n.Title + "\n" + text)})
	}
}

func (b *builder) touchpoint(n node, stage journey.ID, lane journey.Lane) {
	t := journey.Touchpoint{
		ID: b.ids.Next(), Order: b.next(journey.KindTouchpoint), Stage: stage, Lane: lane.ID,
		Title: whole(n.Title), Details: whole(n.Description), Matters: n.Moment,
	}
	if b.persona != "" {
		t.Actors = []journey.ID{b.persona}
	}
	if n.Score != nil {
		score := min(max(*n.Score, -maxScore), maxScore)
		if score != *n.Score {
			b.warn("the score %g of %q is outside -5..5: taken as %g", *n.Score, n.Title, score)
		}
		t.Actual = journey.Feel(score * journey.MaxValence / maxScore)
		t.Actual.Word = whole(n.Sentiment)
	}
	if len(n.Color) == 7 && n.Color[0] == '#' && strings.Trim(strings.ToLower(n.Color[1:]), "0123456789abcdef") == "" && !strings.EqualFold(n.Color, "#ffffff") {
		t.Color = n.Color
	}
	b.m.Put(t)
}

// text is a blueprint in lines.
func (p *blueprint) text() string {
	if p == nil {
		return ""
	}
	var out []string
	for _, group := range []struct {
		name string
		all  []behind
	}{{"Evidence", p.Evidence}, {"Onstage", p.Onstage}, {"Backstage", p.Backstage}, {"Support", p.Support}} {
		for _, x := range group.all {
			said := []string{group.name}
			for _, s := range []string{x.Item, x.Type, x.Actor, x.Action, x.System, x.Description} {
				if s != "" {
					said = append(said, s)
				}
			}
			out = append(out, strings.Join(said, ": "))
		}
	}
	return strings.Join(out, "\n")
}

func (b *builder) lane(t journey.LaneType, name string) journey.Lane {
	l := journey.Lane{ID: b.ids.Next(), Order: b.next(journey.KindLane), Type: t, Name: whole(name)}
	b.m.Put(l)
	return l
}

// next returns an order key after those of a kind given so far.
func (b *builder) next(k journey.Kind) string {
	key, _ := journey.Between(b.last[k], "") // behind a key of its own there is always room
	b.last[k] = key
	return key
}

// purposes returns for each swimlane the purpose all its nodes have, if there is one.
func (b *builder) purposes() map[string]string {
	out := map[string]string{}
	for _, n := range b.d.Nodes {
		if p, ok := out[n.Swimlane]; ok && p != n.Purpose {
			out[n.Swimlane] = ""
		} else {
			out[n.Swimlane] = n.Purpose
		}
	}
	return out
}

// laneType finds what a swimlane is for, by its name and then by the purpose of
// its nodes, for the format has no types.
func laneType(name, purpose string) journey.LaneType {
	name = strings.ToLower(name)
	for _, t := range []struct {
		lane  journey.LaneType
		words []string
	}{
		{journey.LanePainPoints, []string{"pain", "friction", "frustration"}},
		{journey.LaneOpportunities, []string{"opportunit"}},
		{journey.LaneThoughts, []string{"thought", "thinking", "feeling", "emotion"}},
		{journey.LaneGoals, []string{"goal"}},
		{journey.LaneBackstage, []string{"backstage", "back stage", "support process", "behind the scenes"}},
	} {
		for _, w := range t.words {
			if strings.Contains(name, w) {
				return t.lane
			}
		}
	}
	switch purpose {
	case "pain-point", "pain":
		return journey.LanePainPoints
	case "opportunity":
		return journey.LaneOpportunities
	case "note":
		return journey.LaneText
	}
	return journey.LaneTouchpoints
}

// level is a severity on the scale 1 to 5, 0 where there is none.
func level(severity string) int {
	return map[string]int{"low": 1, "medium": 3, "high": 5}[strings.ToLower(severity)]
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// whole returns a text as a map may hold it.
func whole(s string) string {
	s = strings.ReplaceAll(s, "\x00", "")
	if len(s) <= journey.MaxTextLength {
		return s
	}
	n := journey.MaxTextLength
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
