//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/journey"
	"touchline.app/journey/coverage"
	"touchline.app/journey/edit"
)

// covered returns an editor whose coverage check is open.
func covered(t *testing.T) (*editor, *covering) {
	t.Helper()
	e, _, _ := opening(t)
	e.win.Resize(fyne.NewSize(1400, 900))
	for _, tp := range e.doc.Map().Journey()[:4] {
		tp.Owner = ""
		e.do(edit.Put{Rows: []journey.Row{tp}})
	}
	e.perform("action.coverage")
	c, ok := e.memory.pane.(*covering)
	if !ok {
		t.Fatal("no coverage check opens")
	}
	return e, c
}

// rowOf returns the first finding of a check in the list.
func rowOf(t *testing.T, c *covering, check coverage.Check, waived bool) int {
	t.Helper()
	for i, r := range c.rows {
		if r.heading == "" && r.Check == check && r.Waived() == waived {
			return i
		}
	}
	t.Fatalf("nothing was found by %s", check)
	return -1
}

func openFindings(e *editor) int { return len(coverage.Open(coverage.Find(e.doc.Map()))) }

func linesOf(c *covering) (open, waived, under int) {
	for _, r := range c.rows {
		switch {
		case r.heading != "":
			under += r.n
		case r.Waived():
			waived++
		default:
			open++
		}
	}
	return open, waived, under
}

func TestTheCoverageCheckListsWhatWasFoundUnderHeadings(t *testing.T) {
	e, c := covered(t)
	open, waived, under := linesOf(c)
	if open != openFindings(e) || open == 0 || waived != 0 || under != open {
		t.Errorf("%d findings, %d waived, %d counted in headings, want %d", open, waived, under, openFindings(e))
	}
	e.perform("action.coverage")
	if e.memory.pane != nil {
		t.Error("asked for again it does not close")
	}
}

func TestAFindingLeadsToTheFieldThatMendsIt(t *testing.T) {
	for check, spoil := range map[coverage.Check]func(tp *journey.Touchpoint){
		coverage.NoOwner:       func(tp *journey.Touchpoint) { tp.Owner = "" },
		coverage.NoReason:      func(tp *journey.Touchpoint) { tp.Matters, tp.Reason = true, "" },
		coverage.NoExpectation: func(tp *journey.Touchpoint) { tp.Expected, tp.Expectation = journey.Emotion{}, "" },
		coverage.NoEvidence:    func(tp *journey.Touchpoint) { tp.Actual = journey.Feel(1) },
	} {
		t.Run(string(check), func(t *testing.T) {
			e, c := covered(t)
			tp := e.doc.Map().Journey()[0]
			spoil(&tp)
			e.do(edit.Put{Rows: []journey.Row{tp}})
			i := rowOf(t, c, check, false)
			e.win.Canvas().Focus(c.list)
			c.list.Choose(i)
			if e.win.Canvas().Focused() != fyne.Focusable(c.list) || len(e.picked) != 1 || e.picked[0].ID != c.rows[i].Row {
				t.Fatalf("the arrow keys lead to %v, %T has the keys", e.picked, e.win.Canvas().Focused())
			}
			c.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if got, want := e.win.Canvas().Focused(), e.inspector.Form.Named[remedyOf[check]]; got != want || want == nil {
				t.Errorf("return leads to %T %v", got, got)
			}
		})
	}
}

func TestWhatIsMendedLeavesTheListAtOnce(t *testing.T) {
	e, c := covered(t)
	c.list.Choose(rowOf(t, c, coverage.NoOwner, false))
	c.mendIt()
	before, row := openFindings(e), c.rows[c.list.At].Row
	e.win.Canvas().Focused().(*kit.Field).SetText("the shop")
	if open, _, _ := linesOf(c); open != before-1 {
		t.Errorf("%d findings are listed, want %d", open, before-1)
	}
	if next, at := c.chosen(); at < 0 || next.Row == row || next.heading != "" {
		t.Errorf("the list is at %+v", next)
	}
	if _, ok := e.win.Canvas().Focused().(*kit.Field); !ok {
		t.Error("the field lost the keys")
	}
}

func TestAFindingMayStandWithAReason(t *testing.T) {
	e, c := covered(t)
	now := journey.Digest(e.doc.Map())
	i := rowOf(t, c, coverage.NoOwner, false)
	row := c.rows[i].Row
	c.list.Choose(i)
	c.ask()
	c.reason.SetText("  ")
	c.waive()
	if e.doc.Map().Waivers.Len() != 0 || e.win.Canvas().Focused() != fyne.Focusable(c.reason) {
		t.Fatal("it stands without a reason")
	}
	c.reason.SetText("the agency has it")
	c.reason.OnSubmitted(c.reason.Text)
	w := e.doc.Map().WaiversInOrder()
	if len(w) != 1 || w[0].Row != row || w[0].Reason != "the agency has it" || c.asks.Visible() {
		t.Fatalf("waivers %+v", w)
	}
	if _, waived, _ := linesOf(c); waived != 1 || c.list.At != i || e.win.Canvas().Focused() != fyne.Focusable(c.list) {
		t.Errorf("%d are listed as waived, the list is at %d, was at %d", waived, c.list.At, i)
	}
	checksAgain(t, e, c, now)
}

// checksAgain takes back that a finding may stand, and undoes both steps.
func checksAgain(t *testing.T, e *editor, c *covering, now string) {
	t.Helper()
	c.list.Choose(rowOf(t, c, coverage.NoOwner, true))
	if c.let.Visible() || !c.again.Visible() {
		t.Error("it can be let stand once more")
	}
	c.check()
	if e.doc.Map().Waivers.Len() != 0 {
		t.Error("it is not checked again")
	}
	for range 2 {
		if err := e.doc.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if journey.Digest(e.doc.Map()) != now {
		t.Error("undo gives another map")
	}
}

func TestEveryCheckHasWordsInTheWindow(t *testing.T) {
	for _, c := range coverage.Checks {
		for _, text := range []string{checkName(c), findingText(coverage.Finding{Check: c, Label: "X"}), mendText(coverage.Finding{Check: c})} {
			if text == "" || text[0] == 'c' && len(text) > 9 && text[:9] == "coverage." {
				t.Errorf("%s says %q", c, text)
			}
		}
	}
}

func TestTheInspectorStaysUnderTheCoverageCheck(t *testing.T) {
	e, c := covered(t)
	d := fyne.CurrentApp().Driver()
	pane, fields := c.canvas, e.inspector.Object
	if bottom := d.AbsolutePositionForObject(pane).Y + pane.Size().Height; d.AbsolutePositionForObject(fields).Y < bottom-1 || fields.Size().Height < 200 {
		t.Errorf("the fields begin at %v under a pane that ends at %v", d.AbsolutePositionForObject(fields).Y, bottom)
	}
	seen := map[fyne.Focusable]bool{}
	for range 6 {
		e.perform("action.next_panel")
		seen[e.win.Canvas().Focused()] = true
	}
	if !seen[c.list] || !seen[e.inspector.Form.First] {
		t.Error("the keys do not come to the list and the fields")
	}
	c.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if e.memory.pane != nil {
		t.Error("Escape does not close it")
	}
}
