package app

import "touchline.app/journey"

// errand works out what a view shows of the map: at once where the map is small,
// else beside the interface on a copy nobody changes. What comes late is dropped
// and worked out anew.
type errand struct {
	e    *editor
	gen  int  // of the latest wish
	busy bool // one is being worked on
	last func(*journey.Map) func()
}

// work does a task; what it returns is called on the goroutine of the interface.
// Only the last of several tasks that come meanwhile is done.
func (b *errand) work(task func(*journey.Map) func()) {
	b.gen++
	b.last = task
	m := b.e.doc.Map()
	if m.Touchpoints.Len() <= syncLimit {
		task(m)()
		return
	}
	if b.busy {
		return // it is done anew when the one under way is over
	}
	b.busy = true
	gen, doc, work := b.gen, b.e.doc, m.Clone()
	go func() {
		show := task(work)
		b.e.onUI(func() {
			b.busy = false
			switch {
			case b.e.doc != doc: // another map is open
			case gen != b.gen:
				b.work(b.last)
			default:
				show()
			}
		})
	}()
}
