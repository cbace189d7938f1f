package app

import (
	"context"

	"touchline.app/app/kit"
)

// beside does work beside the interface; then hears of its end unless it was
// cancelled.
func (t *intake) beside(work func(ctx context.Context, progress func(done, total int64)) error, then func(error)) {
	t.halt()
	t.turn++
	turn := t.turn
	ctx, stop := context.WithCancel(context.Background())
	t.stop = stop
	t.advance(0)
	t.next.Enable(false)
	progress := func(done, total int64) {
		part := 0.0
		if total > 0 {
			part = float64(done) / float64(total)
		}
		t.e.onUI(func() {
			if turn == t.turn && t.stop != nil {
				t.advance(part)
			}
		})
	}
	go func() {
		err := work(ctx, progress)
		t.e.onUI(func() {
			if turn != t.turn || ctx.Err() != nil {
				return
			}
			t.halt()
			then(err)
		})
	}()
}

// advance shows how far the work is, from 0 to 1; below 0 there is none.
func (t *intake) advance(part float64) {
	t.bar.SetValue(max(part, 0))
	if t.work.Visible() != (part >= 0) {
		kit.Show(t.work, part >= 0)
		t.object.Refresh()
	}
}

// halt ends what is done beside the interface.
func (t *intake) halt() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	t.turn++
	t.advance(-1)
	t.next.Enable(true)
}

// abandon ends what is done beside the interface because a person wants it to.
func (t *intake) abandon() {
	t.halt()
	switch s := t.second.(type) {
	case nil:
		t.tellLayout()
	case *surveyStep:
		s.tell()
	case *placesStep:
		s.tell()
	}
}
