package scene

import (
	"fmt"
	"strings"

	"touchline.app/journey"
)

// stageOf returns the stage a row belongs to, or none.
func (b *builder) stageOf(r Ref) journey.ID {
	if r.Kind == journey.KindStage {
		return r.ID
	}
	if i, ok := b.column[r.ID]; ok {
		return b.s.Columns[i].Stage
	}
	row, _ := b.m.Row(r.Kind, r.ID)
	stage, _, _ := journey.Homes(row)
	return stage
}

// alt says in words what a node shows without a text: the emotions of a
// touchpoint, at the point of the actual one where that is known; the numbers
// behind the bars; the star of a moment that matters.
func (b *builder) alt(n Node) string {
	if n.Ref.Kind != journey.KindTouchpoint {
		return ""
	}
	t, ok := b.m.Touchpoints.Get(n.Ref.ID)
	switch {
	case !ok:
	case n.Role == RoleActual, n.Role == RoleExpected && !t.Actual.Known:
		return b.feelings(t)
	case n.Role == RoleEvidence && t.Actual.Evidence.Measured():
		e := t.Actual.Evidence
		return fmt.Sprintf("%s: %s, n %d, %s", t.Title, b.Words("source."+string(e.Source)), e.N, plainSigned(t.Actual.Valence))
	case n.Role == RoleTouchpoint && t.Matters:
		return strings.TrimSuffix(b.Words("scene.matters")+": "+t.Reason, ": ")
	}
	return ""
}

// feelings says what was expected and what was felt: "Pay: expected +1.0
// pleased, actual -0.6 frustrated, gap -1.6".
func (b *builder) feelings(t journey.Touchpoint) string {
	var parts []string
	say := func(key string, e journey.Emotion) {
		if e.Known {
			word := strings.TrimSpace(e.Word)
			if word == "" {
				word = strings.ToLower(b.feeling(e.Feeling()))
			}
			parts = append(parts, strings.ToLower(b.Words(key))+" "+plainSigned(e.Valence)+" "+word)
		}
	}
	say("scene.expected", t.Expected)
	say("scene.actual", t.Actual)
	if gap, ok := journey.Gap(t); ok {
		parts = append(parts, strings.ToLower(b.Words("lane.gap"))+" "+plainSigned(gap))
	}
	return t.Title + ": " + strings.Join(parts, ", ")
}

// plainSigned is Signed with the sign of the keyboard, which every reader of
// texts aloud knows.
func plainSigned(v float64) string { return strings.Replace(Signed(v), "−", "-", 1) }
