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

// Highlight marks a text of a row where it stands and brings it into view; the name of
// its field is taken in any spelling of Title or phase_note. It reports whether the
// map shows that text. The zero reference takes the mark away.
func (b *Board) Highlight(ref scene.Ref, field string) bool {
	b.lit = highlight{}
	defer b.decorate()
	if b.scene == nil || ref == (scene.Ref{}) {
		return false
	}
	field = strings.ReplaceAll(field, "_", "")
	for _, t := range tool.TextsOf(b.scene, ref) {
		if strings.EqualFold(t.Field.Name, field) {
			b.lit = highlight{ref, t.Field.Name, t.Field.Rect}
			b.Reveal(t.Field.Rect)
			return true
		}
	}
	return false
}

// relight brings the mark to where its text stands on another scene.
func (b *Board) relight() {
	if b.lit.ref == (scene.Ref{}) {
		return
	}
	t, ok := tool.TextOf(b.scene, b.lit.ref, b.lit.field)
	if !ok {
		b.lit = highlight{}
		return
	}
	b.lit.room = t.Field.Rect
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
