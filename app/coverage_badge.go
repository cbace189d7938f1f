package app

import (
	"time"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/coverage"
)

// coverageBadge says in the status bar how much the map leaves unsaid. It is a button
// to the list.
type coverageBadge struct {
	e      *editor
	button *kit.Press
	errand errand
	timer  interface{ Stop() bool } // until nobody has changed the map for a while
}

// countAfter is how long nobody changes the map before the figure is worked out.
const countAfter = 400 * time.Millisecond

func newCoverageBadge(e *editor) *coverageBadge {
	b := &coverageBadge{e: e, errand: errand{e: e}}
	b.button = kit.NewPress("", "", func() { e.perform("action.coverage") })
	b.button.Hide()
	return b
}

// changed counts anew when the map rests: nobody waits for the figure.
func (b *coverageBadge) changed() {
	if b.timer != nil {
		b.timer.Stop()
	}
	doc := b.e.doc
	b.timer = doc.After(countAfter, func() {
		if b.e.doc == doc {
			b.count()
		}
	})
}

func (b *coverageBadge) count() {
	b.errand.work(func(m *journey.Map) func() {
		n := len(coverage.Open(coverage.Find(m)))
		return func() { b.show(n) }
	})
}

// show says how many findings there are; none are nothing to say.
func (b *coverageBadge) show(n int) {
	text := "! " + say.Count("coverage.count", n)
	if b.button.Visible() == (n > 0) && b.button.Text == text {
		return
	}
	b.button.SetText(text)
	kit.Show(b.button, n > 0)
	b.e.status.left.Refresh()
}
