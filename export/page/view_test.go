package page

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"touchline.app/export/exporttest"
	"touchline.app/export/report"
	"touchline.app/journey"
)

func TestAViewAloneHasNothingOfTheMap(t *testing.T) {
	for _, k := range report.Kinds {
		for _, paper := range Papers {
			o := options()
			o.View, o.Paper, o.Logo = k, paper, logo()
			d, err := Set(context.Background(), flight(t), o)
			if err != nil || len(d.Sheets) == 0 {
				t.Fatalf("%s on %s: %v", k, paper, err)
			}
			for i, s := range d.Sheets {
				if paper == Fit && len(d.Sheets) > 1 {
					t.Errorf("%s as large as it is takes %d sheets", k, len(d.Sheets))
				}
				kinds := map[PartKind]int{}
				for _, p := range s.Parts {
					kinds[p.Kind]++
					if r := p.Rect(); r.X < 0 || r.Y < 0 || r.Right() > s.Size.X+0.01 || r.Bottom() > s.Size.Y+0.01 {
						t.Errorf("%s on %s: a part of sheet %d lies at %v beyond %v", k, paper, i, r, s.Size)
					}
				}
				if kinds[Report] != 1 || kinds[Body]+kinds[Repeat] > 0 {
					t.Errorf("%s on %s: sheet %d has %v", k, paper, i, kinds)
				}
			}
		}
	}
}

func TestALongViewGoesOverManySheets(t *testing.T) {
	o := options()
	o.View, o.Paper = report.Touchpoints, A4
	d, err := Set(context.Background(), exporttest.LargeMap(300), o)
	if err != nil || len(d.Sheets) < 3 {
		t.Fatalf("%v, %d sheets", err, len(d.Sheets))
	}
	o.View = "weather"
	if _, err := Set(context.Background(), flight(t), o); err == nil {
		t.Error("a view there is not is set")
	}
}

// stopping is a context that ends when it is asked for the nth time.
type stopping struct {
	context.Context
	left int
}

func (s *stopping) Err() error {
	if s.left--; s.left < 0 {
		return context.Canceled
	}
	return nil
}

func (s *stopping) Deadline() (time.Time, bool) { return time.Time{}, false }

func TestSettingEndsWithItsContextWhereverItIs(t *testing.T) {
	m := exporttest.LargeMap(60)
	for _, mode := range Modes {
		for _, view := range append(slices.Clone(report.Kinds), "") {
			for n := range 40 {
				o := options()
				o.Mode, o.Paper, o.View = mode, A3, view
				o.Reports = []report.Kind{report.Touchpoints}
				d, err := Set(&stopping{context.Background(), n}, m, o)
				if err == nil {
					if n == 0 {
						t.Errorf("%s %s: what was cancelled before it began gives %d sheets", mode, view, len(d.Sheets))
					}
					break
				}
				if !errors.Is(err, context.Canceled) {
					t.Fatalf("%s %s: cancelled at %d it says %v", mode, view, n, err)
				}
			}
		}
	}
}

func TestAHiddenStageIsInNoReport(t *testing.T) {
	m := flight(t)
	s := m.StagesInOrder()[0]
	s.Hidden = true
	m.Put(s)
	gone := m.InStage(s.ID)[0]
	for _, k := range []report.Kind{report.Touchpoints, report.Inventory, report.Gaps, report.Evidence, report.Actions} {
		o := options()
		o.View = k
		d, err := Set(context.Background(), m, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range d.Sheets {
			for _, p := range sheet.Parts {
				for _, n := range p.Scene.Nodes {
					if n.Ref.ID == gone.ID || n.Ref.Kind == journey.KindStage && n.Ref.ID == s.ID {
						t.Fatalf("%s shows what is hidden", k)
					}
				}
			}
		}
	}
}
