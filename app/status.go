package app

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey"
)

// status is the bar at the foot of the window.
type status struct {
	saved, counts, gaps, busy *kit.Ink
	zoom                      *kit.Press
	bar                       *widget.ProgressBar
	cancel                    *kit.Press
	advance                   *fyne.Container // bar and cancel
	left                      *fyne.Container
	object                    fyne.CanvasObject
	news                      *kit.Ink
	extra                     *fyne.Container // what others put there
}

func newStatus(e *editor) *status {
	s := &status{
		saved: kit.NewInk("", 12, fyne.TextStyle{}, "foreground").Room(allSaved(), say.Text("status.saving")), counts: kit.NewInk("", 12, fyne.TextStyle{}, look.Grey),
		gaps: kit.NewInk("", 12, fyne.TextStyle{}, look.Grey).Narrow(320), busy: kit.NewInk("", 12, fyne.TextStyle{}, "primary"),
	}
	s.zoom = kit.NewPress("", "", func() { e.perform("action.full_size") })
	s.bar = widget.NewProgressBar()
	s.cancel = kit.NewPress(say.Text("dialog.cancel"), "", nil)
	s.advance = kit.Strip(6, container.New(kit.Fixed{Width: 130}, container.New(kit.Centred{}, s.bar)), s.cancel)
	s.advance.Hide()
	s.news, s.extra = kit.NewInk("", 12, fyne.TextStyle{}, "primary"), kit.Strip(0)
	s.left = kit.NewCrowd(20, []fyne.CanvasObject{s.counts, s.gaps}, s.saved, s.extra, s.news, s.busy, s.advance, s.counts, s.gaps)
	right := kit.Strip(0, kit.NewPress(say.Text("status.fit"), "", func() { e.perform("action.fit") }),
		kit.NewPress("−", "", func() { e.perform("action.zoom_out") }), s.zoom,
		kit.NewPress("+", "", func() { e.perform("action.zoom_in") }))
	s.object = kit.NewPlate("inputBackground", "", 0,
		kit.Framed(kit.Hairline(), nil, nil, kit.Inset(0, 8, 0, 0, right), container.New(kit.Centred{}, kit.Inset(0, 0, 0, 14, s.left))))
	return s
}

func allSaved() string { return "✓ " + say.Text("status.saved") }

// saving says how far the file is behind.
func (s *status) saving(state document.Saving) {
	switch state {
	case document.Saved:
		s.saved.Set(allSaved(), "foreground")
	case document.SavingNow:
		s.saved.Set(say.Text("status.saving"), look.Grey)
	case document.SaveFailing:
		s.saved.Set("! "+say.Text("status.failing"), look.Negative)
	}
	kit.Arrange(s.left)
}

// show says what the map holds.
func (s *status) show(m *journey.Map) {
	s.counts.Set(say.Count("status.touchpoints", m.Touchpoints.Len())+" · "+say.Count("status.stages", m.Stages.Len()), look.Grey)
	s.gaps.Set(gapSummary(m), look.Grey)
	kit.Arrange(s.left)
}

// gapSummary says the mean gap, and the largest with its touchpoint.
func gapSummary(m *journey.Map) string {
	mean, ok := journey.MeanGap(m)
	t, largest, some := journey.LargestGap(m)
	if !ok || !some {
		return ""
	}
	return say.Text("status.gap", "Mean", say.Signed(mean), "Largest", say.Signed(largest), "Touchpoint", t.Title)
}

// busy says in the status bar, where there is one, what is being done.
func (e *editor) busy(text string) {
	if e.doc != nil {
		e.status.working(text)
	}
}

// working says what is being done beside the interface; nothing when it is done.
func (s *status) working(text string) {
	s.busy.Set(text, "primary")
	kit.Arrange(s.left)
}

// tell says for a while what came from elsewhere.
func (s *status) tell(text string) {
	s.news.Set(text, "primary")
	kit.Arrange(s.left)
}

// progress shows how much of the work is done, from 0 to 1, and what cancels it;
// below 0 it shows nothing.
func (s *status) progress(part float64, cancel func()) {
	s.cancel.Run = cancel
	s.bar.SetValue(max(part, 0))
	if s.advance.Visible() != (part >= 0) {
		kit.Show(s.advance, part >= 0)
		kit.Arrange(s.left)
	}
}

// scale says how large the map is shown; 1 is a point for a unit.
func (s *status) scale(zoom float64) { s.zoom.SetText(fmt.Sprintf("%.0f %%", zoom*100)) }
