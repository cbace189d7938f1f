package journey

// note looks at the rows that lie in a cell.
func (v *validator) note(r Row) {
	switch r := r.(type) {
	case Note:
		v.order(r.Order)
		v.refers("Stage", KindStage, r.Stage, true)
		v.refers("Touchpoint", KindTouchpoint, r.Touchpoint, false)
		v.lane(r.Lane, LaneGoals, LaneThoughts, LaneBackstage, LaneText)
		v.reach(r.Reach)
	case PainPoint:
		v.order(r.Order)
		v.cell(r.Stage, r.Touchpoint, r.Lane, LanePainPoints)
		v.level("Severity", r.Severity)
		v.reach(r.Reach)
	case Opportunity:
		v.order(r.Order)
		v.cell(r.Stage, r.Touchpoint, r.Lane, LaneOpportunities)
		v.level("Impact", r.Impact)
		v.level("Effort", r.Effort)
		word(v, "State", r.State, OpportunityStates)
		v.reach(r.Reach)
	case Metric:
		v.order(r.Order)
		v.cell(r.Stage, r.Touchpoint, r.Lane, LaneMetrics)
		v.quantity("Target", r.Target)
		v.quantity("Actual", r.Actual)
	default:
		v.tie(r)
	}
}

// tie looks at the rows that say something about others.
func (v *validator) tie(r Row) {
	switch r := r.(type) {
	case Reading:
		v.order(r.Order)
		v.refers("Touchpoint", KindTouchpoint, r.Touchpoint, true)
		word(v, "Felt", r.Felt, Felts)
		v.valence("Valence", r.Valence)
		v.evidence("Evidence", r.Evidence)
	case Promise:
		v.order(r.Order)
		v.refers("From", KindTouchpoint, r.From, true)
		v.refers("To", KindTouchpoint, r.To, true)
		if r.From == r.To {
			v.fail("To", "is the touchpoint that sets the expectation as well")
		}
	case Waiver:
		v.order(r.Order)
		if r.Check == "" {
			v.fail("Check", "is empty")
		}
	}
}

func (v *validator) reach(r Reach) {
	v.refers("Reach.EndStage", KindStage, r.EndStage, false)
	v.refers("Reach.EndTouchpoint", KindTouchpoint, r.EndTouchpoint, false)
}

func (v *validator) passage(p Passage) {
	for _, c := range []struct {
		field string
		n     int
	}{
		{"Customers", p.Customers},
		{"Finished", p.Finished},
		{"Skipped", p.Skipped},
		{"Repeated", p.Repeated},
		{"OutOfOrder", p.OutOfOrder},
	} {
		v.count("Passage."+c.field, c.n)
	}
}

func (v *validator) count(field string, n int) {
	if n < 0 {
		v.fail(field, "is %d, less than 0", n)
	}
}

// size looks at a length in points.
func (v *validator) size(field string, x float64) {
	if v.number(field, x) && (x < 0 || x > MaxSize) {
		v.fail(field, "is %g, outside 0..%d", x, MaxSize)
	}
}
