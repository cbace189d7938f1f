package canvas_test

import (
	"math/rand"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"touchline.app/canvas/tool"
	"touchline.app/journey"
)

// hand does whatever comes to it.
type hand struct {
	*desk
	r    *rand.Rand
	clip fyne.Clipboard
}

func (h *hand) somewhere() fyne.Position {
	return fyne.NewPos(h.r.Float32()*1500-50, h.r.Float32()*1100-50)
}

func (h *hand) mouse(button desktop.MouseButton, p fyne.Position) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p, AbsolutePosition: p}, Button: button}
}

// acts are the things a hand can do.
var acts = []func(*hand){
	func(h *hand) {
		names := []fyne.KeyName{
			fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEscape, fyne.KeyHome, fyne.KeyEnd,
			fyne.KeyTab, fyne.KeyDelete, fyne.KeyBackspace, "1", "4", "7",
		}
		if n := names[h.r.Intn(len(names))]; h.focused() != nil {
			h.focused().TypedKey(&fyne.KeyEvent{Name: n})
		}
	},
	func(h *hand) {
		if h.focused() != nil {
			h.focused().TypedRune([]rune("aZ 1+-\u0000\u202eß水😀")[h.r.Intn(11)])
		}
	},
	func(h *hand) {
		p := h.somewhere()
		h.board.MouseDown(h.mouse(desktop.MouseButtonPrimary, p))
		for range h.r.Intn(4) {
			p = h.somewhere()
			h.drag(p)
		}
		switch h.r.Intn(3) {
		case 0:
			h.board.DragEnd()
			h.board.MouseUp(h.mouse(desktop.MouseButtonPrimary, p))
		case 1:
			h.board.MouseUp(h.mouse(desktop.MouseButtonPrimary, p))
		default: // let go outside
		}
	},
	func(h *hand) { h.double(h.somewhere()) },
	func(h *hand) { h.board.TappedSecondary(&fyne.PointEvent{Position: h.somewhere()}) },
	func(h *hand) { h.tap(fyne.KeySpace) },
	func(h *hand) { h.board.MouseMoved(h.mouse(0, h.somewhere())) },
	func(h *hand) { h.focus(h.board) },
	func(h *hand) { h.board.FocusLost() },
	func(h *hand) { h.board.SelectAll() },
	func(h *hand) { h.board.DragOver(h.somewhere(), journey.KindMetric) },
	func(h *hand) { h.board.DragLeave() },
	func(h *hand) { h.board.ZoomTo(h.r.Float64() * 3) },
	func(h *hand) {
		h.mods = []fyne.KeyModifier{0, 0, fyne.KeyModifierShift, fyne.KeyModifierAlt}[h.r.Intn(4)]
	},
	func(h *hand) {
		if h.m.Touchpoints.Len() < 60 {
			_ = h.board.Duplicate()
		}
	},
	func(h *hand) {
		all := []fyne.Shortcut{
			&fyne.ShortcutCopy{Clipboard: h.clip}, &fyne.ShortcutCut{Clipboard: h.clip},
			&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierControl},
			&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt},
		}
		if h.m.Touchpoints.Len() < 60 {
			all = append(all, &fyne.ShortcutPaste{Clipboard: h.clip})
		}
		h.board.TypedShortcut(all[h.r.Intn(len(all))])
	},
	func(h *hand) {
		if _, ok := h.history.NextUndo(); ok {
			h.undo()
		}
	},
}

// TestWhateverTheHandDoes keeps the map valid (the desk looks after each command),
// panics nowhere, and ends where it began when all is undone.
func TestWhateverTheHandDoes(t *testing.T) {
	d := setUpDesk(t, nil)
	first := content(d.m)
	h := &hand{desk: d, r: rand.New(rand.NewSource(11)), clip: test.NewClipboard()}
	d.board.OnMenu = func(tool.Spot, fyne.Position) {}
	for range 900 {
		acts[h.r.Intn(len(acts))](h)
		for _, f := range d.take() {
			if h.r.Intn(3) == 0 {
				f()
			}
		}
		for len(d.calls) > 0 {
			(<-d.calls)()
		}
	}
	d.mods = 0
	d.board.Commit()
	d.board.Cancel()
	for _, more := d.history.NextUndo(); more; _, more = d.history.NextUndo() {
		d.undo()
	}
	if a, b := len(first), len(content(d.m)); a != b {
		t.Errorf("all undone there are %d rows, at the beginning %d", b, a)
	}
}
