package journey

// Homes returns the stage, lane and touchpoint a row belongs to, as far as it has
// them.
func Homes(r Row) (stage, lane, touchpoint ID) {
	switch r := r.(type) {
	case Touchpoint:
		return r.Stage, r.Lane, ""
	case Note:
		return r.Stage, r.Lane, ""
	case PainPoint:
		return r.Stage, r.Lane, r.Touchpoint
	case Opportunity:
		return r.Stage, r.Lane, r.Touchpoint
	case Metric:
		return r.Stage, r.Lane, r.Touchpoint
	}
	return "", "", ""
}
