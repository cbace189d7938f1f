package grid

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// style is what a cell shows its number as.
type style int

const (
	asNumber style = iota
	asDate
	asTime // of a day that is not said
	asShare
)

// shown returns a number as its cell shows it where it is a date, a time or a
// share; else nil.
func (b *book) shown(value []byte, index int) []byte {
	s, ok := b.styles[index]
	if !ok {
		s = b.styleOf(index)
		b.styles[index] = s
	}
	if s == asNumber {
		return nil
	}
	v, err := strconv.ParseFloat(string(value), 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > 3e6 {
		return nil
	}
	if s == asShare {
		return append(strconv.AppendFloat(nil, math.Round(v*1e12)/1e10, 'f', -1, 64), '%')
	}
	at, err := excelize.ExcelDateToTime(v, b.date04)
	if err != nil {
		return nil
	}
	at = at.Round(time.Second)
	switch {
	case s == asTime && v < 1:
		return at.AppendFormat(nil, time.TimeOnly)
	case v == math.Trunc(v):
		return at.AppendFormat(nil, time.DateOnly)
	default:
		return at.AppendFormat(nil, time.DateTime)
	}
}

func (b *book) styleOf(index int) (out style) {
	defer func() {
		if recover() != nil {
			out = asNumber // a damaged table of styles
		}
	}()
	s, err := b.lib.GetStyle(index)
	if err != nil || s == nil {
		return asNumber
	}
	if s.CustomNumFmt != nil {
		return coded(*s.CustomNumFmt)
	}
	return numbered[s.NumFmt]
}

// numbered are the formats that have numbers and are no plain ones.
var numbered = map[int]style{
	9: asShare, 10: asShare,
	14: asDate, 15: asDate, 16: asDate, 17: asDate, 22: asDate, 27: asDate, 28: asDate, 29: asDate, 30: asDate, 31: asDate, 36: asDate,
	50: asDate, 51: asDate, 52: asDate, 53: asDate, 54: asDate, 57: asDate, 58: asDate,
	18: asTime, 19: asTime, 20: asTime, 21: asTime, 32: asTime, 33: asTime, 34: asTime, 35: asTime, 45: asTime, 46: asTime, 47: asTime, 55: asTime, 56: asTime,
}

// coded reads the code of a format of one's own.
func coded(code string) style {
	code, _, _ = strings.Cut(strings.ToLower(code), ";")
	var plain strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted || c == '\\' || c == '_' || c == '*':
			if !quoted {
				i++
			}
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !bracket:
			plain.WriteByte(c)
		}
	}
	text := strings.ReplaceAll(plain.String(), "general", "")
	switch {
	case strings.ContainsAny(text, "yd"):
		return asDate
	case strings.ContainsAny(text, "hs"):
		return asTime
	case strings.Contains(text, "%"):
		return asShare
	}
	return asNumber
}
