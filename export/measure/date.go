package measure

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"touchline.app/journey/phrase"
)

// Days says in which order day and month stand in dates like 03/04/2026.
type Days string

// The orders of a date.
const (
	DayFirst   Days = "dmy"
	MonthFirst Days = "mdy"
)

// ErrDays says that a table leaves the order of day and month open.
var ErrDays = phrase.New("its dates could have the day or the month first (as 03/04/2026); say which one")

// layouts are the ways in which times are written where the year comes first.
var layouts = []string{
	time.RFC3339Nano, "2006-01-02 15:04:05.999999999Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02T15:04:05.999999999",
	"2006-01-02 15:04:05.999999999", "2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02",
	"2006/01/02 15:04:05", "2006/01/02 15:04", "2006/01/02", "20060102", "20060102T150405Z",
	"Jan 2, 2006, 3:04:05 PM", "Jan 2, 2006, 3:04 PM", "Jan 2, 2006 3:04 PM", "Jan 2, 2006 3:04:05 PM", "January 2, 2006 3:04 PM", "Jan 2, 2006", "January 2, 2006",
	"2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 Jan 2006", "2 January 2006", "02-Jan-2006 15:04", "02-Jan-2006", time.RFC1123, time.RFC1123Z, time.ANSIC,
	"2006-01-02 15:04:05 MST", "2006-01-02 3:04:05 PM", "2006-01-02 3:04 PM", "2006.01.02 15:04:05", "2006.01.02", "2006年1月2日 15:04", "2006年1月2日",
}

// numeric is a date in figures with the year last, and what follows.
var numeric = regexp.MustCompile(`^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:,?[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)? ?([AaPp][Mm])?)?$`)

// dateLook finds out how dates are meant by looking at all of them.
type dateLook struct {
	days      Days
	day, open bool // one has the day first for sure; one leaves it open
	month     bool
}

func (d *dateLook) see(s string) {
	g := numeric.FindStringSubmatch(s)
	if g == nil {
		return
	}
	a, b := number(g[1]), number(g[2])
	switch {
	case a > 12 || strings.Contains(s[:min(len(s), 6)], "."): // a point is never between month and day
		d.day = true
	case b > 12:
		d.month = true
	case a != b:
		d.open = true
	}
}

// settled returns the order of day and month; empty where no date needs it.
func (d *dateLook) settled() (Days, error) {
	switch {
	case d.days != "":
		return d.days, nil
	case d.day == d.month && d.open:
		return "", ErrDays
	case d.month && !d.day:
		return MonthFirst, nil
	default:
		return DayFirst, nil
	}
}

// since1970 reads seconds, or the thousandth, millionth or billionth part of them.
func since1970(n float64) time.Time {
	switch {
	case n >= 1e17:
		return time.Unix(0, int64(n)).UTC()
	case n >= 1e14:
		return time.UnixMicro(int64(n)).UTC()
	case n >= 1e11:
		return time.UnixMilli(int64(n)).UTC()
	}
	return time.Unix(int64(n), 0).UTC()
}

// instant reads a time: of a calendar, or as seconds or parts of them since 1970.
// Without a zone it counts as UTC.
func instant(s string, days Days) (time.Time, bool) {
	if n, err := strconv.ParseFloat(s, 64); err == nil && n >= 1e8 && n < 1e19/5 && len(s) != len("20060102") {
		return since1970(n), true
	}
	if g := numeric.FindStringSubmatch(s); g != nil {
		return fromFigures(g, days)
	}
	for _, l := range layouts {
		if at, err := time.Parse(l, s); err == nil {
			return at.UTC(), true
		}
	}
	return time.Time{}, false
}

func fromFigures(g []string, days Days) (time.Time, bool) {
	day, month, hour := number(g[1]), number(g[2]), number(g[4])
	if days == MonthFirst && day <= 12 || month > 12 {
		day, month = month, day
	}
	if half := strings.ToLower(g[7]); half != "" {
		hour %= 12
		if half == "pm" {
			hour += 12
		}
	}
	at := time.Date(number(g[3]), time.Month(month), day, hour, number(g[5]), number(g[6]), 0, time.UTC)
	return at, month >= 1 && month <= 12 && at.Day() == day && hour < 24
}

// number reads figures; nothing is 0.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
