package canvas

import (
	"fmt"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/clip"
	"touchline.app/journey/edit"
)

// pick selects rows and says so.
func (b *Board) pick(refs []scene.Ref) {
	b.cursor.on = false
	host{b}.Select(refs, false)
}

// SelectAll selects every touchpoint, note, pain point, opportunity and metric.
func (b *Board) SelectAll() {
	if b.scene != nil && !b.ReadOnly {
		b.pick(tool.All(b.scene))
	}
}

// SelectStage selects those of a stage.
func (b *Board) SelectStage(id journey.ID) {
	if b.scene != nil {
		b.pick(tool.InStage(b.scene, id))
	}
}

// SelectLane selects those of a lane.
func (b *Board) SelectLane(id journey.ID) {
	if b.scene != nil {
		b.pick(tool.InLane(b.scene, id))
	}
}

// rows names the selected rows as package edit does.
func (b *Board) rows() []edit.Ref {
	var out []edit.Ref
	for _, r := range b.selection {
		out = append(out, edit.Ref(r))
	}
	return out
}

// Delete removes what is selected as one step.
func (b *Board) Delete() {
	if b.ReadOnly || len(b.selection) == 0 {
		return
	}
	at, on := b.cursor.at, b.cursor.on
	host{b}.Do(edit.RemoveRows{Rows: b.rows()})
	b.choose(scene.Ref{})
	if on && b.scene != nil { // the keys go on where they were
		if next, ok := b.places().Near(at.Rect.Center()); ok {
			b.land(next, false, true)
		}
	}
}

// Duplicate adds a copy of each selected row beside it and selects the copies.
// The error says why the rows cannot be copied.
func (b *Board) Duplicate() error {
	if b.ReadOnly || b.Map == nil || b.NewID == nil || len(b.selection) == 0 {
		return nil
	}
	c, added, err := clip.Duplicate(b.Map(), b.rows(), b.NewID)
	if err != nil {
		return fmt.Errorf("duplicate: %w", err)
	}
	b.doAndPick(c, added)
	return nil
}

// Copy returns what is selected as text for the clipboard, empty where nothing is.
func (b *Board) Copy() (string, error) {
	if b.Map == nil || len(b.selection) == 0 {
		return "", nil
	}
	c := clip.Of(b.Map(), b.rows())
	if c.Empty() {
		return "", nil
	}
	return c.Encode()
}

func (b *Board) doAndPick(c edit.Command, added []edit.Ref) {
	host{b}.Do(c)
	var refs []scene.Ref
	for _, r := range added {
		if _, ok := b.Map().Row(r.Kind, r.ID); ok {
			refs = append(refs, scene.Ref(r))
		}
	}
	b.pick(refs)
	if len(refs) > 0 {
		if n := b.nodeOf(refs[0]); n != nil {
			b.Reveal(n.Bounds)
		}
	}
}

// AlignToStage moves the selected touchpoints to the end of a stage, each in its
// lane, and the selected notes, pain points, opportunities and metrics into it.
func (b *Board) AlignToStage(stage journey.ID) {
	if b.ReadOnly {
		return
	}
	all := edit.All{}
	if ids := b.touchpoints(); len(ids) > 0 {
		all.Commands = append(all.Commands, edit.MoveTouchpoints{IDs: ids, Stage: stage, Index: 1 << 30})
	}
	var items []edit.Ref
	for _, r := range b.rows() {
		switch r.Kind {
		case journey.KindNote, journey.KindPainPoint, journey.KindOpportunity, journey.KindMetric:
			items = append(items, r)
		default:
		}
	}
	if len(items) > 0 {
		all.Commands = append(all.Commands, edit.MoveToCell{Rows: items, Stage: stage})
	}
	if len(all.Commands) > 0 {
		host{b}.Do(all)
	}
}
