package clip

import (
	"encoding/json"
	"fmt"
	"strings"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// mark begins the text form of a clip.
const mark = `{"touchline-rows":`

// ErrOther says that a text is no clip.
var ErrOther = phrase.New("the clipboard holds no rows of a map")

// limit is the number of rows a clip may have: more did not come from a hand.
const limit = 50_000

type document struct {
	Clip body `json:"touchline-rows"`
}

type body struct {
	Rows []coded `json:"rows"`
	With []coded `json:"with,omitempty"`
}

type coded struct {
	Kind journey.Kind    `json:"kind"`
	Row  json.RawMessage `json:"row"`
}

// Encode returns the clip as text. The error says which row cannot be written.
func (c Clip) Encode() (string, error) {
	var d document
	var err error
	if d.Clip.Rows, err = encode(c.rows); err != nil {
		return "", err
	}
	if d.Clip.With, err = encode(c.with); err != nil {
		return "", err
	}
	b, err := json.Marshal(d)
	if err != nil {
		return "", fmt.Errorf("copy rows: %w", err)
	}
	return string(b), nil
}

func encode(rows []journey.Row) ([]coded, error) {
	var out []coded
	for _, r := range rows {
		b, err := json.Marshal(r)
		if err != nil {
			return nil, fmt.Errorf("copy %s %q: %w", r.Kind(), r.Label(), err)
		}
		out = append(out, coded{r.Kind(), b})
	}
	return out, nil
}

// Decode reads the text form of a clip. The error is ErrOther where the text is
// something else, and otherwise says what is wrong with it.
func Decode(text string) (Clip, error) {
	text = strings.TrimSpace(text)
	if !strings.HasPrefix(text, mark) {
		return Clip{}, ErrOther
	}
	var d document
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		return Clip{}, fmt.Errorf("read the copied rows: %w", err)
	}
	if n := len(d.Clip.Rows) + len(d.Clip.With); n > limit {
		return Clip{}, phrase.Errorf("%d rows were copied, more than the %d that can be pasted at once", n, limit)
	}
	var c Clip
	var err error
	if c.rows, err = decode(d.Clip.Rows); err != nil {
		return Clip{}, err
	}
	c.with, err = decode(d.Clip.With)
	return c, err
}

func decode(list []coded) ([]journey.Row, error) {
	var out []journey.Row
	for _, one := range list {
		read, ok := readers[one.Kind]
		if !ok {
			return nil, fmt.Errorf("a copied row is a %.40q, which no map has", one.Kind)
		}
		r, err := read(one.Row)
		if err != nil {
			return nil, fmt.Errorf("read a copied %s: %w", one.Kind, err)
		}
		if r.RowID() == "" {
			return nil, fmt.Errorf("a copied %s has no id", one.Kind)
		}
		out = append(out, r)
	}
	return out, nil
}

var readers = map[journey.Kind]func(json.RawMessage) (journey.Row, error){
	journey.KindPersona: reader[journey.Persona], journey.KindStage: reader[journey.Stage],
	journey.KindLane: reader[journey.Lane], journey.KindChannel: reader[journey.Channel],
	journey.KindTouchpoint: reader[journey.Touchpoint], journey.KindNote: reader[journey.Note],
	journey.KindPainPoint: reader[journey.PainPoint], journey.KindOpportunity: reader[journey.Opportunity],
	journey.KindMetric: reader[journey.Metric], journey.KindReading: reader[journey.Reading],
}

func reader[T journey.Row](b json.RawMessage) (journey.Row, error) {
	var r T
	err := json.Unmarshal(b, &r)
	return r, err
}
