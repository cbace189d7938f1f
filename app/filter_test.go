//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/search"
)

// dimmed lists the touchpoints whose cards are drawn faintly on the board.
func dimmed(e *editor) map[journey.ID]bool {
	out := map[journey.ID]bool{}
	for i, n := range e.board.Scene().Nodes {
		if n.Role == scene.RoleTouchpoint && n.Hash != e.scenery.now.Nodes[i].Hash {
			out[n.Ref.ID] = true
		}
	}
	return out
}

func TestFiltersDimTheRestAndHoldTogether(t *testing.T) {
	e, _, _ := opening(t)
	e.perform("action.filter")
	if !e.filtering.object.Visible() || len(dimmed(e)) > 0 {
		t.Fatalf("the bar is shown: %v; %d cards are dimmed by no filter", e.filtering.object.Visible(), len(dimmed(e)))
	}
	e.filtering.chips[0].button.Act() // moments that matter
	e.filtering.chips[1].button.Act() // below expectation
	m := e.doc.Map()
	left := 0
	for _, tp := range m.Journey() {
		gap, _ := journey.Gap(tp)
		want := tp.Matters && gap < 0
		if want {
			left++
		}
		if dimmed(e)[tp.ID] == want {
			t.Errorf("%s: matters %v, gap %.1f, and it is dimmed: %v", tp.Title, tp.Matters, gap, !want)
		}
	}
	if want := say.Text("filter.count", "N", left, "All", 15); e.filtering.count.Text != want {
		t.Errorf("the bar says %q, want %q", e.filtering.count.Text, want)
	}
	if !e.filtering.chips[0].button.Active || e.filtering.chips[2].button.Active {
		t.Error("the chips do not say which filters are on")
	}
	e.perform("action.filter")
	if len(dimmed(e)) > 0 || e.filtering.object.Visible() || e.filtering.filter != (search.Filter{}) {
		t.Error("the map is still dimmed after the filters were cleared")
	}
}

func TestOneClickShowsAllAgain(t *testing.T) {
	e, _, _ := opening(t)
	e.perform("action.filter")
	if e.filtering.all.Visible() {
		t.Error("there is nothing to be shown again")
	}
	for _, c := range filterChoices(e) {
		c.run(e)
	}
	if !e.filtering.all.Visible() || len(dimmed(e)) == 0 {
		t.Fatal("nothing is dimmed")
	}
	e.filtering.all.Act()
	if len(dimmed(e)) > 0 || e.filtering.narrow() || !e.filtering.object.Visible() {
		t.Errorf("%d are dimmed, the bar is shown: %v", len(dimmed(e)), e.filtering.object.Visible())
	}
}

func TestTheMapStaysWhenABarOpens(t *testing.T) {
	e, _, _ := opening(t)
	n, _ := e.scenery.now.NodeOf(refTo(e, 3)[0], scene.RoleTouchpoint)
	at := func() fyne.Position {
		pos, _ := e.onScreen(n.Bounds)
		return pos
	}
	for _, key := range []string{"action.find", "action.filter", "action.filter"} {
		was := at()
		e.perform(key)
		if now := at(); now.X != was.X || now.Y-was.Y > 1 || was.Y-now.Y > 1 {
			t.Errorf("%s moves the map from %v to %v", key, was, now)
		}
	}
}

func TestFiltersFollowTheMap(t *testing.T) {
	e, _, _ := opening(t)
	m := e.doc.Map()
	c := m.Journey()[0].Channel
	for _, v := range e.filtering.channels() {
		if v.text == e.filtering.channel() || v.text == say.Text("filter.any") {
			continue
		}
		v.run(e)
		if e.filtering.filter.Channel == c {
			break
		}
	}
	if e.filtering.filter.Channel != c || len(dimmed(e)) != 14 {
		t.Fatalf("filtered is %s, %d are dimmed", e.filtering.filter.Channel, len(dimmed(e)))
	}
	e.selected(refTo(e, 0))
	e.do(edit.Remove{Kind: journey.KindChannel, ID: c})
	if e.filtering.narrow() || len(dimmed(e)) > 0 {
		t.Error("the filter holds a channel that is gone")
	}
	for _, lists := range [][]choice{e.filtering.kinds(), e.filtering.owners(), e.filtering.stages()} {
		lists[len(lists)-1].run(e)
		lists[0].run(e)
		if e.filtering.narrow() {
			t.Error("any leaves a filter")
		}
	}
}

func TestFocusOnAStageEndsWithEscape(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 4))
	stage := e.doc.Map().Journey()[4].Stage
	e.perform("action.focus")
	for _, tp := range e.doc.Map().Journey() {
		if dimmed(e)[tp.ID] != (tp.Stage != stage) {
			t.Errorf("%s: dimmed is %v", tp.Title, dimmed(e)[tp.ID])
		}
	}
	e.board.Select()
	e.win.Canvas().Focus(e.board)
	e.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if e.focuses() || len(dimmed(e)) > 0 || e.filtering.object.Visible() {
		t.Error("Escape does not end the focus")
	}
}

func TestReturnShowsWhatWasSeen(t *testing.T) {
	e, _, _ := opening(t)
	e.board.ZoomTo(0.8)
	seen := e.board.Seen()
	e.board.ZoomTo(2)
	e.board.Return(seen, false)
	now := e.board.Seen()
	for _, d := range []float64{now.X - seen.X, now.Y - seen.Y, now.W - seen.W, now.H - seen.H} {
		if d > 1 || d < -1 {
			t.Fatalf("seen was %v and is %v", seen, now)
		}
	}
}

func TestAPreviewIsDimmedLikeTheMap(t *testing.T) {
	e, _, _ := opening(t)
	e.perform("action.filter")
	e.filtering.chips[0].button.Act()
	m := e.doc.Map().Clone()
	tried := e.boardOptions().LayOut(m)
	plain := layOut(m, e.scenery.theme)
	n := 0
	for i := range plain.Nodes {
		if plain.Nodes[i].Hash != tried.Nodes[i].Hash {
			n++
		}
	}
	if n == 0 {
		t.Error("what a gesture would do is shown undimmed")
	}
}
