package canvas

import (
	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// keyPan is how far an arrow moves the view when nothing is selected, logical pixels.
const keyPan = 80.0

// TypedRune implements fyne.Focusable: + and - zoom, 0 fits, 1 to 5 set the
// actual emotion of the selected touchpoints from angry to delighted; the rest
// goes to OnRune.
func (b *Board) TypedRune(r rune) {
	switch {
	case r == '+' || r == '=':
		b.ZoomIn()
	case r == '-':
		b.ZoomOut()
	case r == '0':
		b.Fit()
	case r >= '1' && r <= '5' && !b.ReadOnly:
		b.feel(edit.Actual, float64(r-'3'))
	case b.OnRune != nil:
		b.OnRune(r)
	}
}

func (b *Board) feel(which edit.Which, valence float64) {
	var all []edit.Command
	for _, ref := range b.selection {
		if ref.Kind == journey.KindTouchpoint {
			all = append(all, edit.SetEmotion{ID: ref.ID, Which: which, Valence: valence})
		}
	}
	if len(all) > 0 {
		host{b}.Do(edit.All{Commands: all})
	}
}

// TypedKey implements fyne.Focusable: Escape ends a gesture or the selection,
// arrows walk over the touchpoints, with Control they move the selected one.
func (b *Board) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if b.Cancel() || b.ReadOnly {
			break
		}
		b.choose(scene.Ref{})
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if len(b.selection) > 0 && b.OnActivate != nil {
			b.OnActivate(b.selection[0])
			return
		}
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		if !b.ReadOnly {
			b.arrow(e.Name)
			return
		}
	}
	if b.OnKey != nil {
		b.OnKey(e)
	}
}

func (b *Board) arrow(k fyne.KeyName) {
	step := map[fyne.KeyName]scene.Point{fyne.KeyLeft: {X: -1}, fyne.KeyRight: {X: 1}, fyne.KeyUp: {Y: -1}, fyne.KeyDown: {Y: 1}}[k]
	at, ok := b.current()
	if b.scene == nil || !ok || step.Y != 0 {
		b.arrowElsewhere(step, ok)
		return
	}
	forward := int(step.X)
	if b.scene.RTL { // columns are in time order
		forward = -forward
	}
	if b.Modifiers()&fyne.KeyModifierControl != 0 {
		b.carry(at, forward)
		return
	}
	for i := at + forward; i >= 0 && i < len(b.scene.Columns); i += forward {
		if c := b.scene.Columns[i]; c.Touchpoint != "" {
			b.goTo(scene.Ref{Kind: journey.KindTouchpoint, ID: c.Touchpoint})
			return
		}
	}
}

// arrowElsewhere enters the map at its first touchpoint, or pans.
func (b *Board) arrowElsewhere(step scene.Point, selected bool) {
	if b.scene != nil && !selected && (step.X > 0) != b.scene.RTL && step.X != 0 {
		for _, c := range b.scene.Columns {
			if c.Touchpoint != "" {
				b.goTo(scene.Ref{Kind: journey.KindTouchpoint, ID: c.Touchpoint})
				return
			}
		}
	}
	b.pan(scene.Point{X: step.X * keyPan / b.view.zoom, Y: step.Y * keyPan / b.view.zoom})
}

// current is the column of the first selected touchpoint.
func (b *Board) current() (int, bool) {
	if b.scene == nil || len(b.selection) == 0 || b.selection[0].Kind != journey.KindTouchpoint {
		return 0, false
	}
	for i, c := range b.scene.Columns {
		if c.Touchpoint == b.selection[0].ID {
			return i, true
		}
	}
	return 0, false
}

func (b *Board) goTo(ref scene.Ref) {
	b.choose(ref)
	if n := b.nodeOf(ref); n != nil {
		b.Reveal(n.Bounds)
	}
}

// carry moves the touchpoint of a column by one place, at the end of its stage
// into the next.
func (b *Board) carry(column, by int) {
	c := b.scene.Columns[column]
	card := b.nodeOf(scene.Ref{Kind: journey.KindTouchpoint, ID: c.Touchpoint})
	next := column + by
	if card == nil || next < 0 || next >= len(b.scene.Columns) {
		return
	}
	band, ok := b.scene.BandAt(card.Bounds.Center().Y)
	if !ok {
		return
	}
	to := b.scene.Columns[next]
	index := 0
	for i, o := range b.scene.Columns {
		if o.Stage == to.Stage && o.Touchpoint != "" && (i < next || i == next && by > 0 && to.Stage == c.Stage) {
			index++
		}
	}
	if to.Stage != c.Stage && by < 0 && to.Touchpoint != "" {
		index++ // behind the last one of the stage before
	}
	host{b}.Do(edit.MoveTouchpoint{ID: c.Touchpoint, Stage: to.Stage, Lane: band.Lane, Index: index})
}
