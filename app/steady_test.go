//go:build ci

package app

import (
	"testing"

	"touchline.app/app/document"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func TestSavingMovesNothingInTheStatusBar(t *testing.T) {
	e, _, _ := opening(t)
	e.status.saving(document.Saved)
	at := e.status.counts.Position()
	e.status.saving(document.SavingNow)
	if now := e.status.counts.Position(); now != at {
		t.Errorf("while it is saved the counts stand at %v, before at %v", now, at)
	}
}

// A stage whose name tells nothing has the suggestions of its phase: what stands under
// them does not jump while a name is typed.
func TestEveryStageHasSuggestions(t *testing.T) {
	e, _, _ := opening(t)
	stage := refTo(e, 2)[0]
	tp, _ := e.doc.Map().Touchpoints.Get(stage.ID)
	st, _ := e.doc.Map().Stages.Get(tp.Stage)
	e.selected(refTo(e, 2))
	for _, phase := range append([]journey.Phase{""}, journey.Phases...) {
		for _, name := range []string{"", "P", "Pl", "Plan", "Plan 9", "Xyz", "計画を立てる"} {
			st.Name, st.Phase = name, phase
			e.do(edit.Put{Rows: []journey.Row{st}})
			if g := e.palette.suggested(); len(g.tiles) != 6 {
				t.Errorf("%d suggestions for %q, %q", len(g.tiles), name, phase)
			}
		}
	}
}
