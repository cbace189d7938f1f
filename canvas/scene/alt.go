package scene

import (
	"strconv"
	"strings"

	"touchline.app/journey"
)

// stageOf returns the stage a row belongs to, or none.
func (b *builder) stageOf(r Ref) journey.ID {
	if r.Kind == journey.KindStage {
		return r.ID
	}
	row, _ := b.m.Row(r.Kind, r.ID)
	stage, _, _ := journey.Homes(row)
	return stage
}

// felt is what feelings says.
type felt struct {
	title, expectedWord, actualWord string
	expected, actual                float64
	expectedKnown, actualKnown      bool
}

// feelings says in words what was expected and what was felt: "Pay: expected +1.0
// pleased, actual -0.6 frustrated, gap -1.6".
func (b *builder) feelings(t *journey.Touchpoint) string {
	f := felt{
		t.Title, t.Expected.Word, t.Actual.Word, t.Expected.Valence, t.Actual.Valence, t.Expected.Known, t.Actual.Known,
	}
	return b.known.feelings.of(f, func() string {
		var parts []string
		say := func(key string, e journey.Emotion) {
			if e.Known {
				word := strings.TrimSpace(e.Word)
				if word == "" {
					word = strings.ToLower(b.feeling(e.Feeling()))
				}
				parts = append(parts, strings.ToLower(b.Words(key))+" "+b.plainSigned(e.Valence)+" "+word)
			}
		}
		say("scene.expected", t.Expected)
		say("scene.actual", t.Actual)
		if gap, ok := journey.GapBetween(&t.Expected, &t.Actual); ok {
			parts = append(parts, strings.ToLower(b.Words("lane.gap"))+" "+b.plainSigned(gap))
		}
		return t.Title + ": " + strings.Join(parts, ", ")
	})
}

// counted says the numbers behind the bars of evidence.
func (b *builder) counted(t *journey.Touchpoint) string {
	e := &t.Actual.Evidence
	return t.Title + ": " + b.Words("source."+string(e.Source)) + ", n " + strconv.Itoa(e.N) + ", " + b.plainSigned(t.Actual.Valence)
}

// plainSigned is Signed with the sign of the keyboard, which every reader of
// texts aloud knows.
func (b *builder) plainSigned(v float64) string {
	return strings.Replace(b.signed(v), "−", "-", 1)
}
