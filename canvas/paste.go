package canvas

import (
	"errors"
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/clip"
	"touchline.app/journey/edit"
)

// Paste adds what a text of the clipboard holds where the cursor or the selection
// is, and selects it: copied rows, or for each line a touchpoint, or what is typed in
// the cell of the cursor. The error says why it does not fit the map.
func (b *Board) Paste(text string) error {
	if b.ReadOnly || b.Map == nil || b.NewID == nil {
		return nil
	}
	if b.cursor.on && b.cursor.at.Empty() && b.pasteInto(b.cursor.at, text) {
		return nil
	}
	m, at := b.Map(), b.pasteAt()
	c, err := clip.Decode(text)
	switch {
	case err == nil:
		cmd, added, err := c.Paste(m, at, b.NewID)
		if err != nil {
			return err
		}
		b.doAndPick(cmd, added)
		return nil
	case text != "" && errors.Is(err, clip.ErrOther):
		cmd, added, err := clip.PasteLines(m, text, at, b.NewID)
		if err != nil || cmd == nil {
			return err
		}
		left := clip.Left(m, text, at.Kind)
		b.doAndPick(cmd, added)
		if !left.Blank() && b.OnLeft != nil {
			b.OnLeft(left)
		}
		return nil
	}
	return err
}

// pasteInto puts a text into a cell that holds one text of its stage, and reports
// whether it is such a cell.
func (b *Board) pasteInto(at tool.Stop, text string) bool {
	begun, ok := tool.Begin(b.scene, at, "", "")
	if _, err := clip.Decode(text); err == nil || !ok || begun.Field != "Goal" || strings.TrimSpace(text) == "" {
		return false
	}
	if !b.TypeInto(at, edit.Clean(strings.TrimSpace(text))) {
		return false
	}
	b.Commit()
	return true
}

// pasteSeries pastes several rows in the place of a touchpoint or stage that has no text
// yet, and reports whether that was done.
func (b *Board) pasteSeries(text string) bool {
	e := b.editing
	if e == nil || e.fresh == nil || strings.TrimSpace(e.entry.Text) != "" || e.ref.Kind != journey.KindTouchpoint && e.ref.Kind != journey.KindStage {
		return false
	}
	if _, err := clip.Decode(text); err != nil && len(clip.Lines(b.Map(), text)) < 2 {
		return false
	}
	at := *e.fresh
	b.Revert()
	b.moveTo(at, true)
	if err := b.Paste(text); err != nil && b.OnFailed != nil {
		b.OnFailed(err)
	}
	return true
}

// pasteAt is where pasted rows go: to the cell of the cursor, behind what is
// selected, or into the stage in the middle of the view.
func (b *Board) pasteAt() clip.Target {
	if b.cursor.on && b.cursor.at.Empty() {
		at := clip.Target{Stage: b.cursor.at.Stage, Lane: b.cursor.at.Lane, Touchpoint: b.cursor.at.Touchpoint, Place: b.cursor.at.Index + 1}
		if begun, ok := tool.Begin(b.scene, b.cursor.at, "", ""); ok && begun.Field != "Goal" { // what typing there makes
			at.Kind = begun.Ref.Kind
		}
		return at
	}
	m, beside := b.Map(), b.selection
	if len(beside) == 0 && b.cursor.on {
		beside = []scene.Ref{b.cursor.at.Ref}
	}
	for i := len(beside) - 1; i >= 0; i-- {
		row, _ := m.Row(beside[i].Kind, beside[i].ID)
		switch row := row.(type) {
		case journey.Stage:
			return clip.Target{Stage: row.ID}
		case journey.Lane:
			return clip.Target{Lane: row.ID}
		case journey.Touchpoint:
			return clip.Target{Stage: row.Stage, Lane: row.Lane, Touchpoint: row.ID}
		case journey.Note, journey.PainPoint, journey.Opportunity, journey.Metric:
			stage, lane, touchpoint := journey.Homes(row)
			return clip.Target{Kind: row.Kind(), Stage: stage, Lane: lane, Touchpoint: touchpoint}
		}
	}
	if b.scene != nil && len(b.scene.Stages) > 0 {
		return clip.Target{Stage: b.scene.StageAt(b.Middle().X).Stage}
	}
	return clip.Target{}
}
