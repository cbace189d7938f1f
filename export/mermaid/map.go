package mermaid

import (
	"crypto/sha256"
	"math"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// The scores Mermaid documents, and what lies between a score and an emotion.
const (
	minScore = 1
	maxScore = 5
	neutral  = 3
)

// builder turns a diagram into a map.
type builder struct {
	m        *journey.Map
	ids      *journey.IDs
	lane     journey.ID
	personas map[string]journey.ID
	warnings []Warning
}

// newMap returns the map of a diagram. Ids come from the bytes it was read
// from: the same file gives the same map.
func newMap(d Diagram, data []byte) (*journey.Map, []Warning) {
	b := builder{ids: journey.NewIDs(rand.NewChaCha8(sha256.Sum256(data))), personas: map[string]journey.ID{}}
	b.m = journey.New(b.ids.Next(), b.clean("the title", d.Title, 0))
	b.m.Head.Scenario = b.clean("the description", d.Description, 0)
	b.lanes()
	b.people(d)
	b.stages(d)
	return b.m, b.warnings
}

func (b *builder) lanes() {
	keys := journey.Spread(3)
	for i, l := range []journey.Lane{
		{Type: journey.LaneTouchpoints, Name: "Touchpoints"},
		{Type: journey.LaneEmotion, Name: "Emotion"},
		{Type: journey.LaneGap, Name: "Gap"},
	} {
		l.ID, l.Order = b.ids.Next(), keys[i]
		b.m.Put(l)
		if l.Type == journey.LaneTouchpoints {
			b.lane = l.ID
		}
	}
}

// people makes a persona of each name, in the order they first take part.
func (b *builder) people(d Diagram) {
	var names []string
	for _, t := range d.Tasks {
		for _, p := range t.People {
			name := b.clean("a name", p, t.Line)
			if _, ok := b.personas[name]; name != "" && !ok {
				b.personas[name] = b.ids.Next()
				names = append(names, name)
			}
		}
	}
	keys := journey.Spread(len(names))
	for i, name := range names {
		b.m.Put(journey.Persona{ID: b.personas[name], Order: keys[i], Name: name})
	}
}

// column is a stage with its tasks: a section, or several of one name that
// follow each other, which Mermaid draws as one.
type column struct {
	name  string
	tasks []Task
}

func (b *builder) stages(d Diagram) {
	var columns []column
	task := 0
	for i := -1; i < len(d.Sections); i++ {
		name := ""
		if i >= 0 {
			name = b.clean("a section", d.Sections[i], 0)
		}
		from := task
		for task < len(d.Tasks) && d.Tasks[task].Section == i {
			task++
		}
		if i < 0 && task == from {
			continue
		}
		if last := len(columns) - 1; last < 0 || columns[last].name != name {
			columns = append(columns, column{name: name})
		}
		c := &columns[len(columns)-1]
		c.tasks = append(c.tasks, d.Tasks[from:task]...)
	}
	keys := journey.Spread(len(columns))
	for i, c := range columns {
		stage := journey.Stage{ID: b.ids.Next(), Order: keys[i], Name: c.name}
		b.m.Put(stage)
		b.touchpoints(stage.ID, c.tasks)
	}
}

func (b *builder) touchpoints(stage journey.ID, tasks []Task) {
	keys := journey.Spread(len(tasks))
	for i, t := range tasks {
		tp := journey.Touchpoint{
			ID: b.ids.Next(), Stage: stage, Lane: b.lane, Order: keys[i],
			Title: b.clean("a task", t.Name, t.Line), Actual: b.emotion(t),
		}
		seen := map[journey.ID]bool{}
		for _, p := range t.People {
			if id, ok := b.personas[cutText(clean(p))]; ok && !seen[id] {
				seen[id] = true
				tp.Actors = append(tp.Actors, id)
			}
		}
		b.m.Put(tp)
	}
}

// emotion returns the actual emotion of a task: score - 3, or none where the
// score is no number.
func (b *builder) emotion(t Task) journey.Emotion {
	if math.IsNaN(t.Score) {
		return journey.Emotion{}
	}
	score := min(max(t.Score, minScore), maxScore)
	if score != t.Score {
		b.warn(t.Line, "score %v of %q is outside 1 to 5: taken as %v", t.Score, clean(t.Name), score)
	}
	return journey.Emotion{
		Known: true, Valence: math.Round((score-neutral)*1e6)/1e6 + 0,
		Evidence: journey.Evidence{Source: journey.Assumed},
	}
}

func (b *builder) warn(line int, text string, args ...any) {
	b.warnings = append(b.warnings, Warning{Line: line, Text: phrase.Of(text, args...)})
}

// clean returns the text as a map may hold it, with a warning where its end is
// cut off.
func (b *builder) clean(what, s string, line int) string {
	s = clean(s)
	if len(s) <= journey.MaxTextLength {
		return s
	}
	b.warn(line, "%s is longer than %d bytes: the rest is left out", what, journey.MaxTextLength)
	return cutText(s)
}

func cutText(s string) string {
	if len(s) <= journey.MaxTextLength {
		return s
	}
	n := journey.MaxTextLength
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// clean returns the text on one line, without control characters and without
// white space at its ends.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == 0x2028 || r == 0x2029:
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return trim(s)
}
