package canvas

import (
	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// sizeStep is how much wider or higher one step of the keyboard makes a stage or
// lane, points.
const sizeStep = 20.0

// Widen makes what is selected reach over a column more, or over one less where by
// is -1; stages become wider, lanes higher. It reports whether anything could.
func (b *Board) Widen(by int) bool {
	if b.ReadOnly || b.scene == nil || len(b.selection) == 0 {
		return false
	}
	if c, ok := tool.Resized(b.scene, b.ofSort(b.selection[0].Kind), float64(by)*sizeStep); ok {
		host{b}.Do(c)
		return true
	}
	all := edit.All{}
	for _, r := range b.selection {
		if c, ok := tool.Stretched(b.scene, r, by); ok {
			all.Commands = append(all.Commands, c)
		}
	}
	if len(all.Commands) == 0 {
		return false
	}
	host{b}.Do(all)
	return true
}

// ofSort returns what is selected of a kind.
func (b *Board) ofSort(k journey.Kind) []scene.Ref {
	var out []scene.Ref
	for _, r := range b.selection {
		if r.Kind == k {
			out = append(out, r)
		}
	}
	return out
}

// NaturalSize gives stages, lanes and what reaches over columns the size they have
// by themselves.
func (b *Board) NaturalSize(refs ...scene.Ref) {
	all := edit.All{}
	for _, r := range refs {
		switch r.Kind {
		case journey.KindStage, journey.KindLane:
			all.Commands = append(all.Commands, edit.Resize{Rows: []edit.Ref{edit.Ref(r)}})
		case journey.KindNote, journey.KindPainPoint, journey.KindOpportunity:
			all.Commands = append(all.Commands, edit.Span{Row: edit.Ref(r)})
		default:
		}
	}
	if len(all.Commands) > 0 && !b.ReadOnly {
		host{b}.Do(all)
	}
}
