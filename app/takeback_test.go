//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// middleOf is where a part of the map is seen in the window.
func middleOf(e *editor, r scene.Rect) fyne.Position {
	pos, size := e.onScreen(r)
	return pos.AddXY(size.Width/2, size.Height/2)
}

func dragTile(t *kit.Tile, to fyne.Position) {
	for i := range 3 {
		t.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: to.AddXY(float32(i-2)*4, 0)}})
	}
}

func TestEscapeTakesADragFromThePaletteBack(t *testing.T) {
	e, _, _ := opening(t)
	card := refTo(e, 2)[0]
	n, _ := e.board.Scene().NodeOf(card, scene.RoleTouchpoint)
	tile := e.palette.tile(entry{piece: piece{kind: journey.KindPainPoint}, text: "Pain point"})
	before := e.doc.Map().PainPoints.Len()
	dragTile(tile, middleOf(e, n.Bounds))
	if e.ghost == nil {
		t.Fatal("nothing is under the hand")
	}
	e.win.Canvas().Unfocus() // as a press beside the map does
	e.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if e.ghost != nil {
		t.Error("it is still under the hand")
	}
	dragTile(tile, middleOf(e, n.Bounds)) // the hand goes on
	tile.DragEnd()
	if e.ghost != nil || e.doc.Map().PainPoints.Len() != before {
		t.Errorf("%d pain points, there were %d", e.doc.Map().PainPoints.Len(), before)
	}
	dragTile(tile, middleOf(e, n.Bounds))
	tile.DragEnd()
	if e.doc.Map().PainPoints.Len() != before+1 {
		t.Error("the next drag does nothing")
	}
}

func TestWhatIsDroppedGoesIntoTheLaneUnderTheHand(t *testing.T) {
	for kind, lane := range map[journey.Kind]journey.LaneType{
		journey.KindPainPoint: journey.LanePainPoints, journey.KindOpportunity: journey.LaneOpportunities, journey.KindNote: journey.LaneThoughts,
	} {
		t.Run(string(kind), func(t *testing.T) {
			e, _, _ := opening(t)
			second := journey.Lane{ID: e.doc.NewID(), Type: lane, Name: "another"}
			e.do(edit.AddLane{Lane: second, Index: 2})
			s := e.board.Scene()
			for _, b := range s.Bands {
				if b.Lane == second.ID {
					tile := e.palette.tile(entry{piece: piece{kind: kind, title: "x"}})
					dragTile(tile, middleOf(e, scene.Rect{X: s.Stages[1].X, W: s.Stages[1].W, Y: b.Rect.Y, H: b.Rect.H}))
					tile.DragEnd()
				}
			}
			row, ok := e.doc.Map().Row(kind, e.selection()[0].ID)
			if _, at, _ := journey.Homes(row); !ok || at != second.ID {
				t.Errorf("%v went to lane %s, not to %s", row, at, second.ID)
			}
		})
	}
}

func TestAPainPointDroppedOnACardShowsItsLane(t *testing.T) {
	for name, hide := range map[string]bool{"hidden": true, "gone": false} {
		t.Run(name, func(t *testing.T) {
			e, _, _ := opening(t)
			lane, _ := e.doc.Map().FirstLane(journey.LanePainPoints)
			ref := edit.Ref{Kind: journey.KindLane, ID: lane.ID}
			if hide {
				e.do(edit.Hide{Rows: []edit.Ref{ref}, Hidden: true})
			} else {
				e.do(edit.RemoveRows{Rows: []edit.Ref{ref}})
			}
			card := refTo(e, 2)[0]
			n, _ := e.board.Scene().NodeOf(card, scene.RoleTouchpoint)
			tile := e.palette.tile(entry{piece: piece{kind: journey.KindPainPoint, title: "x"}})
			dragTile(tile, middleOf(e, n.Bounds))
			tile.DragEnd()
			var on journey.ID
			for _, p := range e.doc.Map().PainPointsInOrder() {
				if p.Text == "x" {
					on = p.Touchpoint
				}
			}
			now, _ := e.doc.Map().FirstLane(journey.LanePainPoints)
			if on != card.ID || now.Hidden || now.ID == "" {
				t.Errorf("the pain point lies on %q, its lane is %+v", on, now)
			}
		})
	}
}

func TestEscapeTakesTheTextOfAFieldBack(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 2))
	title := func() string {
		tp, _ := e.doc.Map().Touchpoints.Get(refTo(e, 2)[0].ID)
		return tp.Title
	}
	was := title()
	steps := func() string { p, _ := e.doc.NextUndo(); return p.Verb + p.Subject }
	before := steps()
	f := e.inspector.Form.First
	e.win.Canvas().Focus(f)
	for _, r := range "Boards" {
		f.TypedRune(r)
	}
	if title() == was {
		t.Fatal("nothing was typed")
	}
	e.doc.Flush() // a rest
	f.TypedRune('!')
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if title() != was || f.Text != was || steps() != before {
		t.Errorf("the title is %q and the field %q, it was %q; the last step is %q, it was %q", title(), f.Text, was, steps(), before)
	}
	if e.win.Canvas().Focused() == fyne.Focusable(f) {
		t.Error("the map has not got the keys")
	}
}
