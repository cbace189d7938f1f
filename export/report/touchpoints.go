package report

import (
	"fmt"
	"math"
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// wide is the width in points from which the touchpoint table has all its
// columns; on narrower pages some share one.
const wide = 680.0

// field is a column of the touchpoint table.
type field struct {
	key   string // of its head
	share float64
	cell  func(journey.Touchpoint) cell
}

// touchpoints is the table of the touchpoints with all fields, stage by stage.
func (f *flow) touchpoints() {
	f.title("report.touchpoints")
	list := f.m.Journey()
	if len(list) == 0 {
		f.paragraph(f.words("report.none.touchpoints"))
		return
	}
	fields := f.used(f.fields(), list)
	cols := f.shares(fields, list)
	var rows []row
	group := journey.ID("")
	for i, t := range list {
		if i == 0 || t.Stage != group {
			group = t.Stage
			rows = append(rows, f.stageRow(t.Stage))
		}
		r := row{ref: touchpoint(t)}
		for _, x := range fields {
			r.cells = append(r.cells, x.cell(t))
		}
		rows = append(rows, r)
	}
	f.table(cols...).rows(rows)
}

// shares gives each column the room its longest word asks for, and the rest by
// how much stands in it: half of it as a table of common texts would have it.
func (f *flow) shares(fields []field, list []journey.Touchpoint) []column {
	const sample = 200 // touchpoints looked at
	cols := make([]column, len(fields))
	amounts := make([]float64, len(fields))
	rest, total, common := f.Size.X, 0.0, 0.0
	for i, x := range fields {
		least := f.Scene.Fonts.Widest(f.words(x.key), headFont.Style) * headFont.Size
		for _, t := range list[:min(len(list), sample)] {
			for _, p := range x.cell(t).paras {
				least = max(least, f.Scene.Fonts.Widest(p.text, p.font.Style)*p.font.Size)
				amounts[i] += float64(len([]rune(p.text))) * p.font.Size * p.font.Lead
			}
		}
		amounts[i] = math.Pow(amounts[i], 0.7)
		cols[i] = column{f.words(x.key), min(least+0.5, f.Size.X/12) + 2*cellPad}
		rest, total, common = rest-cols[i].share, total+amounts[i], common+x.share
	}
	for i, x := range fields {
		cols[i].share += max(rest, 0) * (0.5*amounts[i]/max(total, 1) + 0.5*x.share/common)
	}
	return cols
}

// stageRow heads the touchpoints of a stage.
func (f *flow) stageRow(id journey.ID) row {
	lane, _ := onlyLane(f.m)
	r := row{ref: scene.Ref{Kind: journey.KindStage, ID: id}, group: true}
	for i, s := range f.stages {
		if s.ID != id {
			continue
		}
		r.stage = hue(i, s.Color, f.theme)
		phase := s.PhaseNote
		if phase == "" {
			phase = f.named("phase", string(s.Phase))
		}
		name := strings.TrimSpace(s.Name)
		if name == "" {
			name = "–"
		}
		r.cells = []cell{filled(f.strong(dotted(name, phase)), f.muted(dotted(f.lane(lane), s.Goal, s.Expectation)))}
	}
	if len(r.cells) == 0 {
		r.cells = []cell{filled(f.strong("–"), f.muted(f.lane(lane)))}
	}
	return r
}

// used leaves out the columns in which nothing stands.
func (f *flow) used(fields []field, list []journey.Touchpoint) []field {
	var out []field
	for _, x := range fields {
		for _, t := range list {
			if c := x.cell(t); len(c.paras) > 0 {
				out = append(out, x)
				break
			}
		}
	}
	return out
}

func (f *flow) fields() []field {
	name := field{"report.touchpoint", 21, f.nameCell}
	channel := field{"report.channel", 11, f.channelCell}
	kind := field{"report.kind", 10, f.kindCell}
	hopes := field{"scene.expectation", 13, func(t journey.Touchpoint) cell { return filled(f.plain(t.Expectation)) }}
	expected := field{"scene.expected", 10, func(t journey.Touchpoint) cell { return f.emotionCell(t.Expected) }}
	actual := field{"scene.actual", 12, func(t journey.Touchpoint) cell { return f.emotionCell(t.Actual) }}
	gap := field{"lane.gap", 6, f.gapCell}
	evidence := field{"lane.evidence", 12, func(t journey.Touchpoint) cell { return filled(f.rests(t.Actual)...) }}
	status := field{"lane.status", 9, func(t journey.Touchpoint) cell {
		return filled(f.plain(f.named("status", string(t.Status))))
	}}
	from := journey.HandOffs(f.m)
	owner := field{"report.owner", 9, func(t journey.Touchpoint) cell {
		if before := from[t.ID]; before != "" {
			return filled(f.plain(t.Owner), para{fmt.Sprintf(f.words("report.handOff"), before), smallFont, f.theme.Foreign})
		}
		return filled(f.plain(t.Owner))
	}}
	if f.Size.X >= wide {
		return []field{name, channel, kind, hopes, expected, actual, gap, evidence, status, owner}
	}
	name.share = 26
	channel.key, channel.share = "report.channel", 17
	channel.cell = join(f.channelCell, f.kindCell)
	hopes.share, hopes.cell = 17, join(hopes.cell, status.cell, owner.cell)
	gap.share = 8
	return []field{name, channel, hopes, expected, actual, gap, evidence}
}

// join puts several cells into one.
func join(cells ...func(journey.Touchpoint) cell) func(journey.Touchpoint) cell {
	return func(t journey.Touchpoint) cell {
		var out cell
		for _, c := range cells {
			out.paras = append(out.paras, c(t).paras...)
		}
		return out
	}
}

func (f *flow) nameCell(t journey.Touchpoint) cell {
	paras := []para{f.strong(title(t))}
	if t.Matters {
		s := f.words("scene.matters")
		if r := strings.TrimSpace(t.Reason); r != "" {
			s += ": " + r
		}
		paras = append(paras, para{"★ " + s, bodyFont, f.theme.Foreign})
	}
	if t.LeaveAsIs {
		paras = append(paras, para{"✓ " + f.words("scene.leave"), bodyFont, f.theme.PosText})
	} else if journey.MayStay(t) {
		paras = append(paras, para{"✓ " + f.words("report.stay.shown"), bodyFont, f.theme.PosText})
	}
	paras = append(paras, f.plain(t.Details))
	if !f.oneLane {
		paras = append(paras, f.muted(f.lane(t.Lane)))
	}
	return filled(paras...)
}

// lane names a lane: "Lane: Touchpoints".
func (f *flow) lane(id journey.ID) string {
	l, ok := f.m.Lanes.Get(id)
	if !ok {
		return ""
	}
	name := strings.TrimSpace(l.Name)
	if name == "" {
		name = f.words("lane." + string(l.Type))
	}
	return f.words("report.lane") + ": " + name
}

// onlyLane returns the lane in which all touchpoints are, if there is one: it is
// said once for each stage then, not for each touchpoint.
func onlyLane(m *journey.Map) (journey.ID, bool) {
	var lane journey.ID
	for t := range m.Touchpoints.All() {
		if lane != "" && t.Lane != lane {
			return "", false
		}
		lane = t.Lane
	}
	return lane, true
}

func (f *flow) channelCell(t journey.Touchpoint) cell {
	c := f.channel(t)
	own := para{f.named("ownership", string(f.m.OwnershipOf(t))), bodyFont, f.theme.Ink}
	if o := f.m.OwnershipOf(t); o != journey.Owned {
		own.color = f.theme.Foreign
	}
	return filled(f.plain(c.Name), f.plain(f.named("medium", string(c.Medium))), own)
}

func (f *flow) kindCell(t journey.Touchpoint) cell {
	return filled(f.plain(f.named("kind", string(t.Type))), f.plain(f.named("delivery", string(t.Delivery))), f.muted(f.people(t)))
}

func (f *flow) emotionCell(e journey.Emotion) cell {
	return filled(f.plain(f.felt(e)), f.quote(e.Quote))
}

func (f *flow) gapCell(t journey.Touchpoint) cell {
	gap, ok := journey.Gap(t)
	if !ok {
		return cell{}
	}
	return filled(para{f.signed(gap), strongFont, f.sign(gap)})
}
