package app

import (
	"context"
	"strings"

	"touchline.app/app/document"
	"touchline.app/storage"
)

// Names of versions, in the history.

// nameVersion opens the history where a name can be typed.
func (e *editor) nameVersion() {
	if !showsPane[*history](e) {
		e.showHistory()
	}
	if h, ok := e.memory.pane.(*history); ok {
		e.memory.back()
		h.ask("")
	}
}

// ask lets the person type a name: for the map as it is now, or another one for a
// version.
func (h *history) ask(version string) {
	h.rename = version
	h.edits.Show()
	h.entry.SetText(version)
	h.canvas.Refresh()
	c := h.m.e.win.Canvas()
	c.Focus(h.entry)
}

func (h *history) unask() {
	h.edits.Hide()
	h.canvas.Refresh()
	h.m.e.win.Canvas().Focus(h.list.List)
}

// keep gives the version the name that was typed.
func (h *history) keep() {
	name := strings.TrimSpace(h.entry.Text)
	was := h.rename
	h.unask()
	if name == "" || name == was {
		return
	}
	h.write(func(ctx context.Context, c versioned) error {
		if was == "" {
			_, err := c.NameVersion(ctx, name)
			return err
		}
		return c.RenameVersion(ctx, was, name)
	})
}

// remove takes the name of the chosen version away.
func (h *history) remove() {
	name := h.chosen().text
	h.write(func(ctx context.Context, c versioned) error { return c.RemoveVersion(ctx, name) })
}

// versioned is a store whose states can have names.
type versioned interface {
	NameVersion(ctx context.Context, name string) (storage.NamedVersion, error)
	RenameVersion(ctx context.Context, from, to string) error
	RemoveVersion(ctx context.Context, name string) error
}

func (h *history) write(do func(context.Context, versioned) error) {
	h.m.e.doc.Ask(func(ctx context.Context, s document.Store) func() {
		c, ok := s.(versioned)
		if !ok {
			return func() {}
		}
		err := do(ctx, c)
		return func() {
			if err != nil {
				h.m.e.failed(err)
			}
			h.read()
		}
	})
}
