package storage

import (
	"math"

	"touchline.app/journey"
)

// The columns of each kind of row. The first is the key.

func headCells(r *journey.Head) []cell {
	one := 1
	return []cell{
		whole("one", &one, 1, 1),
		text("id", &r.ID), text("title", &r.Title), text("scenario", &r.Scenario),
		word("state", &r.State, journey.CurrentState, journey.FutureState),
		text("mission", &r.Mission), text("success", &r.Success), text("expectation", &r.Expectation),
		text("version", &r.Version), day("date", &r.Date),
		word("direction", &r.Direction, journey.Directions...),
		amount("events_customers", &r.Events.Customers), amount("events_finished", &r.Events.Finished),
		amount("events_ad_hoc", &r.Events.AdHoc),
		text("events_file", &r.Events.File), text("events_file_digest", &r.Events.FileDigest), day("events_date", &r.Events.Date),
	}
}

func personaCells(r *journey.Persona) []cell {
	return []cell{
		text("id", &r.ID), text("order_key", &r.Order), text("name", &r.Name), text("initials", &r.Initials),
		text("line", &r.Line), text("quote", &r.Quote), text("goals", &r.Goals), text("color", &r.Color),
		flag("employee", &r.Employee),
	}
}

func stageCells(r *journey.Stage) []cell {
	return []cell{
		text("id", &r.ID), text("order_key", &r.Order), text("name", &r.Name),
		word("phase", &r.Phase, journey.Phases...), text("phase_note", &r.PhaseNote),
		text("goal", &r.Goal), text("expectation", &r.Expectation),
		word("status", &r.Status, journey.CustomerStatuses...), text("color", &r.Color),
		decimal("width", &r.Width, 0, journey.MaxSize), flag("hidden", &r.Hidden), amount("customers", &r.Customers),
	}
}

func laneCells(r *journey.Lane) []cell {
	return []cell{
		text("id", &r.ID), text("order_key", &r.Order), word("type", &r.Type, journey.LaneTypes...),
		text("name", &r.Name), text("subtitle", &r.Subtitle), flag("hidden", &r.Hidden),
		text("color", &r.Color), decimal("height", &r.Height, 0, journey.MaxSize),
	}
}

func channelCells(r *journey.Channel) []cell {
	return []cell{
		text("id", &r.ID), text("order_key", &r.Order), text("name", &r.Name), text("icon", &r.Icon),
		word("medium", &r.Medium, journey.Media...), word("ownership", &r.Ownership, journey.Ownerships...),
		text("purpose", &r.Purpose),
	}
}

func touchpointCells(r *journey.Touchpoint) []cell {
	cells := []cell{
		text("id", &r.ID), ref("stage", &r.Stage), ref("lane", &r.Lane), text("order_key", &r.Order),
		text("title", &r.Title), text("details", &r.Details), ref("channel", &r.Channel), list("actors", &r.Actors),
		word("ownership", &r.Ownership, journey.Ownerships...), word("type", &r.Type, journey.Interactions...),
		word("delivery", &r.Delivery, journey.Deliveries...), word("status", &r.Status, journey.CustomerStatuses...),
		text("expectation", &r.Expectation),
	}
	cells = append(cells, emotionCells("expected_", &r.Expected)...)
	cells = append(cells, emotionCells("actual_", &r.Actual)...)
	cells = append(cells, flag("matters", &r.Matters), text("reason", &r.Reason), text("owner", &r.Owner),
		text("color", &r.Color), flag("leave_as_is", &r.LeaveAsIs))
	return append(cells, passageCells(&r.Passage)...)
}

// passageCells are the counts of customers who came by.
func passageCells(p *journey.Passage) []cell {
	return []cell{
		amount("passage_customers", &p.Customers), amount("passage_finished", &p.Finished),
		amount("passage_skipped", &p.Skipped), amount("passage_repeated", &p.Repeated),
		amount("passage_out_of_order", &p.OutOfOrder), flag("passage_optimal", &p.Optimal),
	}
}

func emotionCells(prefix string, e *journey.Emotion) []cell {
	return append([]cell{
		maybe(prefix+"valence", &e.Known, &e.Valence, journey.MinValence, journey.MaxValence),
		text(prefix+"word", &e.Word), text(prefix+"quote", &e.Quote),
	}, evidenceCells(prefix, &e.Evidence)...)
}

func evidenceCells(prefix string, ev *journey.Evidence) []cell {
	number := func(column string, p *float64) cell {
		return decimal(prefix+column, p, -math.MaxFloat64, math.MaxFloat64)
	}
	return []cell{
		word(prefix+"source", &ev.Source, journey.Sources...), text(prefix+"source_name", &ev.Name),
		amount(prefix+"n", &ev.N), number("mean", &ev.Mean), number("sd", &ev.SD),
		number("scale_min", &ev.ScaleMin), number("scale_max", &ev.ScaleMax),
		list(prefix+"distribution", &ev.Distribution), day(prefix+"date", &ev.Date),
		number("median", &ev.Median), text(prefix+"question", &ev.Question), text(prefix+"filter", &ev.Filter),
		flag(prefix+"inverted", &ev.Inverted), amount(prefix+"blank", &ev.Blank),
		amount(prefix+"not_applicable", &ev.NotApplicable), amount(prefix+"junk", &ev.Junk),
		text(prefix+"file", &ev.File), text(prefix+"file_digest", &ev.FileDigest),
	}
}

// amount is a number of answers or customers.
func amount(column string, p *int) cell { return whole(column, p, 0, math.MaxInt32) }

func noteCells(r *journey.Note) []cell {
	return append([]cell{
		text("id", &r.ID), ref("stage", &r.Stage), ref("touchpoint", &r.Touchpoint), ref("lane", &r.Lane),
		text("order_key", &r.Order), text("text", &r.Text),
	}, reachCells(&r.Reach)...)
}

// reachCells say how far something in a cell goes.
func reachCells(r *journey.Reach) []cell {
	return []cell{ref("end_stage", &r.EndStage), ref("end_touchpoint", &r.EndTouchpoint)}
}

func painPointCells(r *journey.PainPoint) []cell {
	return append([]cell{
		text("id", &r.ID), ref("stage", &r.Stage), ref("touchpoint", &r.Touchpoint), ref("lane", &r.Lane),
		text("order_key", &r.Order), text("text", &r.Text), whole("severity", &r.Severity, 0, 5),
		text("owner", &r.Owner),
	}, reachCells(&r.Reach)...)
}

func opportunityCells(r *journey.Opportunity) []cell {
	return append([]cell{
		text("id", &r.ID), ref("stage", &r.Stage), ref("touchpoint", &r.Touchpoint), ref("lane", &r.Lane),
		text("order_key", &r.Order), text("text", &r.Text), whole("impact", &r.Impact, 0, 5),
		whole("effort", &r.Effort, 0, 5), text("owner", &r.Owner), text("due", &r.Due),
		word("state", &r.State, journey.OpportunityStates...),
	}, reachCells(&r.Reach)...)
}

func metricCells(r *journey.Metric) []cell {
	quantity := func(column string, q *journey.Quantity) cell {
		return maybe(column, &q.Known, &q.Value, -math.MaxFloat64, math.MaxFloat64)
	}
	return []cell{
		text("id", &r.ID), ref("stage", &r.Stage), ref("touchpoint", &r.Touchpoint), ref("lane", &r.Lane),
		text("order_key", &r.Order), text("name", &r.Name), text("unit", &r.Unit),
		quantity("target", &r.Target), quantity("actual", &r.Actual), flag("lower_is_better", &r.LowerIsBetter),
	}
}

func readingCells(r *journey.Reading) []cell {
	return append([]cell{
		text("id", &r.ID), ref("touchpoint", &r.Touchpoint), text("order_key", &r.Order),
		word("felt", &r.Felt, journey.Felts...), decimal("valence", &r.Valence, journey.MinValence, journey.MaxValence),
	}, evidenceCells("", &r.Evidence)...)
}

func promiseCells(r *journey.Promise) []cell {
	return []cell{
		text("id", &r.ID), text("order_key", &r.Order), ref("from_touchpoint", &r.From), ref("to_touchpoint", &r.To),
		text("text", &r.Text),
	}
}

// waiverCells name the row by its id alone: it may be of any kind.
func waiverCells(r *journey.Waiver) []cell {
	return []cell{
		text("id", &r.ID), text("order_key", &r.Order), text("check_name", &r.Check), text("about", &r.Row),
		text("reason", &r.Reason),
	}
}
