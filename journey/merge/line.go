package merge

import (
	"cmp"
	"time"
)

// MaxClock is the latest clock a line may have; it is in the year 4199.
const MaxClock = 1 << 62

// Tick returns the clock of a change made now, where newest is the latest clock
// known: a hybrid logical clock, milliseconds since 1970 times 65,536, counted up
// by one where the time of day stands still or runs behind.
func Tick(now time.Time, newest int64) int64 {
	return max(now.UnixMilli()<<16, newest+1)
}

// Time returns the time of day of a clock, to the millisecond.
func Time(clock int64) time.Time { return time.UnixMilli(clock >> 16).UTC() }

// Stamp names a change: its clock and the session that made it. The zero stamp
// stands for what the copies began with.
type Stamp struct {
	Clock int64
	Actor string
}

// Compare orders stamps by clock, then by actor. The later one wins.
func (s Stamp) Compare(t Stamp) int {
	return cmp.Or(cmp.Compare(s.Clock, t.Clock), cmp.Compare(s.Actor, t.Actor))
}

// Field is a field of a row. An empty name asks whether the row is there: int64
// 1, or nil where it is not.
type Field struct{ Table, Row, Name string }

// There is the value of a row's empty field while the row is there.
const There = int64(1)

// Line is one change of one field.
type Line struct {
	Stamp
	Field
	Prior    Stamp // of the line it replaced knowingly
	Old, New any
}

// Newest returns the line that says the value of the field, and whether there is
// one. All lines are of one field.
func Newest(lines []Line) (Line, bool) {
	var out Line
	for i, l := range lines {
		if i == 0 || l.Compare(out.Stamp) > 0 {
			out = l
		}
	}
	return out, len(lines) > 0
}

// Row returns the row as all lines about it have it. Now is the row as it is
// without those that are new, nil where it is not there; fields no line is about
// stay as they are. The result is nil where the row is not there.
func Row(now map[string]any, lines []Line) map[string]any {
	fields := byName(lines)
	there := now != nil
	if l, ok := Newest(fields[""]); ok {
		there = l.New != nil
	}
	if !there {
		return nil
	}
	out := map[string]any{}
	for name, v := range now {
		out[name] = v
	}
	for name, of := range fields {
		if l, _ := Newest(of); name == "" {
			continue
		} else if l.New != nil {
			out[name] = l.New
		} else {
			delete(out, name)
		}
	}
	return out
}

func byName(lines []Line) map[string][]Line {
	out := map[string][]Line{}
	for _, l := range lines {
		out[l.Name] = append(out[l.Name], l)
	}
	return out
}
