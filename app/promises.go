package app

import (
	"slices"

	"touchline.app/app/additions"
	"touchline.app/app/inspector"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// chosenTouchpoints are the touchpoints that are selected, if nothing else is.
func (e *editor) chosenTouchpoints() []journey.ID {
	var ids []journey.ID
	for _, r := range e.selection() {
		if r.Kind != journey.KindTouchpoint || slices.Contains(ids, r.ID) {
			return nil
		}
		ids = append(ids, r.ID)
	}
	return ids
}

func hasTwoTouchpoints(e *editor) bool { return e.doc != nil && len(e.chosenTouchpoints()) == 2 }

// insertPromise ties two touchpoints: the one selected first sets the expectation
// that the other one tests.
func (e *editor) insertPromise() {
	ids := e.chosenTouchpoints()
	p := additions.Promise(e.doc, ids[0], ids[1])
	e.do(additions.Tie(e.doc, p))
	if e.doc.Map().Promises.Has(p.ID) {
		e.pick(scene.Ref{Kind: journey.KindPromise, ID: p.ID})
		e.reveal(p.ID)
	}
}

func (e *editor) forgetCounts() {
	if !inspector.Counted(e.doc.Map()) {
		e.notice(say.Text("notice.no_counts"))
		return
	}
	e.do(inspector.Forgetting(e.doc.Map()))
}
