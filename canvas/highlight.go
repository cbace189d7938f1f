package canvas

import (
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
)

// highlight is a text of the map that somebody looked for.
type highlight struct {
	ref   scene.Ref // zero: there is none
	field string    // as the map names it
	room  scene.Rect
}

// Highlight marks a text of a row where it stands and brings it into view, or all of
// the row where the map does not show that text; the name of its field is taken in any
// spelling of Title or phase_note. It reports whether the map shows the row at all. The
// zero reference takes the mark away.
func (b *Board) Highlight(ref scene.Ref, field string) bool {
	b.lit = highlight{}
	defer b.decorate()
	if b.scene == nil || ref == (scene.Ref{}) {
		return false
	}
	b.lit = highlight{ref: ref, field: strings.ReplaceAll(field, "_", "")}
	if !b.relight() {
		return false
	}
	b.Reveal(b.lit.room)
	return true
}

// relight brings the mark to where its text stands on the scene, and reports whether
// there is anything to mark.
func (b *Board) relight() bool {
	if b.lit.ref == (scene.Ref{}) {
		return false
	}
	for _, t := range tool.TextsOf(b.scene, b.lit.ref) {
		if strings.EqualFold(t.Field.Name, b.lit.field) {
			b.lit.room = t.Field.Rect
			return true
		}
	}
	if n := b.nodeOf(b.lit.ref); n != nil {
		b.lit.room = n.Bounds
		return true
	}
	b.lit = highlight{}
	return false
}

// showHighlight draws the mark.
func (b *Board) showHighlight() {
	o := b.layers.lit
	if b.lit.ref == (scene.Ref{}) || b.editing != nil {
		o.Hide()
		return
	}
	const air = 2
	pos, size := b.view.toBoard(b.lit.room)
	o.Move(pos.SubtractXY(2*air, air))
	o.Resize(size.AddWidthHeight(4*air, 2*air))
	o.Show()
}
