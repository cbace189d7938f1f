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
	}
}

func laneCells(r *journey.Lane) []cell {
	return []cell{
		text("id", &r.ID), text("order_key", &r.Order), word("type", &r.Type, journey.LaneTypes...),
		text("name", &r.Name), text("subtitle", &r.Subtitle), flag("hidden", &r.Hidden),
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
	return append(cells, flag("matters", &r.Matters), text("reason", &r.Reason), text("owner", &r.Owner),
		text("color", &r.Color), flag("leave_as_is", &r.LeaveAsIs))
}

func emotionCells(prefix string, e *journey.Emotion) []cell {
	ev := &e.Evidence
	number := func(column string, p *float64) cell {
		return decimal(prefix+column, p, -math.MaxFloat64, math.MaxFloat64)
	}
	return []cell{
		maybe(prefix+"valence", &e.Known, &e.Valence, journey.MinValence, journey.MaxValence),
		text(prefix+"word", &e.Word), text(prefix+"quote", &e.Quote),
		word(prefix+"source", &ev.Source, journey.Sources...), text(prefix+"source_name", &ev.Name),
		whole(prefix+"n", &ev.N, 0, math.MaxInt32), number("mean", &ev.Mean), number("sd", &ev.SD),
		number("scale_min", &ev.ScaleMin), number("scale_max", &ev.ScaleMax),
		list(prefix+"distribution", &ev.Distribution), day(prefix+"date", &ev.Date),
	}
}

func noteCells(r *journey.Note) []cell {
	return []cell{
		text("id", &r.ID), ref("stage", &r.Stage), ref("lane", &r.Lane), text("order_key", &r.Order),
		text("text", &r.Text),
	}
}

func painPointCells(r *journey.PainPoint) []cell {
	return []cell{
		text("id", &r.ID), ref("stage", &r.Stage), ref("touchpoint", &r.Touchpoint), ref("lane", &r.Lane),
		text("order_key", &r.Order), text("text", &r.Text), whole("severity", &r.Severity, 0, 5),
		text("owner", &r.Owner),
	}
}

func opportunityCells(r *journey.Opportunity) []cell {
	return []cell{
		text("id", &r.ID), ref("stage", &r.Stage), ref("touchpoint", &r.Touchpoint), ref("lane", &r.Lane),
		text("order_key", &r.Order), text("text", &r.Text), whole("impact", &r.Impact, 0, 5),
		whole("effort", &r.Effort, 0, 5), text("owner", &r.Owner), text("due", &r.Due),
		word("state", &r.State, journey.OpportunityStates...),
	}
}

func metricCells(r *journey.Metric) []cell {
	quantity := func(column string, q *journey.Quantity) cell {
		return maybe(column, &q.Known, &q.Value, -math.MaxFloat64, math.MaxFloat64)
	}
	return []cell{
		text("id", &r.ID), ref("stage", &r.Stage), ref("touchpoint", &r.Touchpoint), ref("lane", &r.Lane),
		text("order_key", &r.Order), text("name", &r.Name), text("unit", &r.Unit),
		quantity("target", &r.Target), quantity("actual", &r.Actual),
	}
}
