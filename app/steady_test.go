//go:build ci

package app

import (
	"testing"

	"touchline.app/app/document"
	"touchline.app/app/kit"
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
			if g := e.palette.suggested(""); len(g.tiles) != 6 {
				t.Errorf("%d suggestions for %q, %q", len(g.tiles), name, phase)
			}
		}
	}
}

// What is searched is found although it is not among the first suggestions, and where it
// is usual in another stage.
func TestSuggestionsAreSearched(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 2)) // in the stage Book
	for want, title := range map[string]string{"voucher": "Redeems a voucher", "LOUNGE": "Waits in the lounge", "podcast": "Listens to a podcast"} {
		e.palette.search.SetText("")
		if _, ok := find(e.palette.object, func(t *kit.Tile) bool { return t.Text == title }); ok {
			t.Errorf("%q is shown before it is searched", title)
		}
		e.palette.search.SetText(want)
		if _, ok := find(e.palette.object, func(t *kit.Tile) bool { return t.Text == title }); !ok {
			t.Errorf("%q does not find %q in %s", want, title, e.palette.shape)
		}
	}
}

func TestAPaletteThatBecomesShorterIsScrolledBack(t *testing.T) {
	e, _, _ := opening(t)
	e.palette.scroll.ScrollToBottom()
	if e.palette.scroll.Offset.Y == 0 {
		t.Fatal("all is in sight, this shows nothing")
	}
	e.palette.search.SetText("pain")
	if y := e.palette.scroll.Offset.Y; y > 0 {
		t.Errorf("few tiles are scrolled by %v", y)
	}
}
