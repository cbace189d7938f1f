package survey

import (
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"unicode"

	"touchline.app/export/grid"
	"touchline.app/journey"
	"touchline.app/journey/evidence"
	"touchline.app/journey/phrase"
)

// Mapping says which question is about which touchpoint and how its answers are
// understood. It can be kept and used on the next file of the same survey.
type Mapping struct {
	Format int         `json:"format"`
	Source string      `json:"source,omitempty"` // the survey in words; empty: the name of the file
	Table  grid.Wish   `json:"table"`            // what a person corrected of how the table is written
	Long   *Long       `json:"long,omitempty"`
	Filter []Condition `json:"filter,omitempty"`
	Items  []Item      `json:"questions"`
}

// Item maps one question.
type Item struct {
	Question   string     `json:"question"`
	Touchpoint journey.ID `json:"touchpoint,omitempty"`
	Title      string     `json:"title,omitempty"` // of the touchpoint, should the id be of another map
	Reading    Reading    `json:"reading"`
}

// format is that of the mappings written here.
const format = 1

// maxMapping is the size in bytes above which a file is no mapping.
const maxMapping = 4 << 20

// Save writes the mapping as JSON.
func (k Mapping) Save(w io.Writer) error {
	k.Format = format
	data, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		return phrase.Errorf("write the mapping: %w", err)
	}
	if _, err := w.Write(append(data, '\n')); err != nil {
		return phrase.Errorf("write the mapping: %w", err)
	}
	return nil
}

// Load reads a mapping that Save wrote.
func Load(r io.Reader) (Mapping, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxMapping+1))
	if err != nil {
		return Mapping{}, phrase.Errorf("read the mapping: %w", err)
	}
	var k Mapping
	switch err := json.Unmarshal(data, &k); {
	case len(data) > maxMapping || err != nil:
		return Mapping{}, phrase.New("read the mapping: it is none that was saved here; import without it and save it anew")
	case k.Format != format:
		return Mapping{}, phrase.Errorf("read the mapping: it is of format %d, this program knows %d; import without it and save it anew", k.Format, format)
	}
	for i, item := range k.Items {
		k.Items[i].Reading.Words = refolded(item.Reading.Words)
		if !item.Reading.Scale.Valid() {
			return Mapping{}, phrase.Errorf("read the mapping: question %.60q has the scale %s, which has no two ends", item.Question, item.Reading.Scale)
		}
	}
	return k, nil
}

// refolded returns words as they are compared with answers today.
func refolded(words map[string]float64) map[string]float64 {
	if words == nil {
		return nil
	}
	out := map[string]float64{}
	for w, v := range words {
		out[folded(w)] = v
	}
	return out
}

// Proposal is what was found out about a question, for a person to agree to.
type Proposal struct {
	Question   string
	Label      string
	Finding    Finding
	Touchpoint journey.ID // the likeliest; empty: none is like enough
	Likeness   float64    // 0..1
}

// alike is the likeness from which a touchpoint is proposed.
const alike = 0.47

// Propose finds a reading for every question, and a touchpoint of the map for
// those that have one. No touchpoint is proposed twice: the likest question gets
// it.
func Propose(m *journey.Map, r *Responses) []Proposal {
	out := make([]Proposal, len(r.Questions))
	for i, f := range Find(r) {
		q := r.Questions[i]
		out[i] = Proposal{Question: q.Name, Label: q.Label, Finding: f}
	}
	pair(m, out)
	return out
}

// pairing is a question with a touchpoint.
type pairing struct {
	question, touchpoint int
	likeness             float64
}

func pair(m *journey.Map, ps []Proposal) {
	touchpoints := m.Journey()
	titles, channels := make([]string, len(touchpoints)), make([]string, len(touchpoints))
	for i, t := range touchpoints {
		titles[i] = t.Title
		if c, ok := m.Channels.Get(t.Channel); ok {
			channels[i] = c.Name
		}
	}
	byTitle, byChannel := evidence.NewNames(titles), evidence.NewNames(channels)
	var all []pairing
	for i, p := range ps {
		if len(p.Finding.Readings) == 0 {
			continue
		}
		for _, name := range ways(p) {
			through := byChannel.Likeness(name)
			for j, like := range byTitle.Likeness(name) {
				if like = max(like, 0.7*through[j]); like >= alike {
					all = append(all, pairing{i, j, like})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pairing) int { return cmp.Compare(b.likeness, a.likeness) })
	taken := map[int]bool{}
	for _, x := range all {
		if p := &ps[x.question]; p.Touchpoint == "" && !taken[x.touchpoint] {
			taken[x.touchpoint] = true
			p.Touchpoint, p.Likeness = touchpoints[x.touchpoint].ID, x.likeness
		}
	}
}

// ways are the texts of a question that may name a touchpoint: all it says, without
// what explains the answers, and what it is about among others that are asked alike.
func ways(p Proposal) []string {
	var out []string
	for _, name := range []string{p.Question, p.Label} {
		out = append(out, name)
		plain, _, _ := strings.Cut(name, " (")
		for _, w := range []string{plain, Aspect(name)} {
			if w != "" && w != name {
				out = append(out, w)
			}
		}
	}
	return out
}

// Aspect returns what a question is about among several that begin alike: "Food" of
// "How satisfied were you with · Food", "Satisfied with: [Food]" or "Satisfied - Food".
// It is empty where the question has no such part.
func Aspect(question string) string {
	tail := ""
	if open := strings.LastIndexByte(question, '['); open > 0 && strings.HasSuffix(question, "]") {
		tail = question[open+1 : len(question)-1]
	} else {
		for _, sign := range []string{" · ", " - ", " – ", " | "} {
			if i := strings.LastIndex(question, sign); i > 0 {
				tail = question[i+len(sign):]
				break
			}
		}
	}
	if tail = strings.TrimSpace(tail); !strings.ContainsFunc(tail, unicode.IsLetter) || len([]rune(tail)) > 80 {
		return ""
	}
	return tail
}

// Settled returns the mapping of the proposals that need no asking: those with a
// touchpoint and without a doubt.
func Settled(r *Responses, ps []Proposal) Mapping {
	k := Mapping{Format: format, Long: r.Long, Filter: r.Filter}
	for _, p := range ps {
		if p.Touchpoint != "" && p.Finding.Sure() {
			k.Items = append(k.Items, Item{Question: p.Question, Touchpoint: p.Touchpoint, Reading: p.Finding.Readings[0]})
		}
	}
	return k
}
