package pdf

import (
	"math"
	"strconv"
)

// number appends v with at most the given decimals (up to 3), as short as it
// goes. What is no number becomes 0.
func number(b []byte, v float64, decimals int) []byte {
	powers := [...]float64{1, 10, 100, 1000}
	if !(math.Abs(v) <= 1e12) {
		return append(b, '0')
	}
	n := int64(math.Round(v * powers[decimals]))
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	unit := int64(powers[decimals])
	b = strconv.AppendInt(b, n/unit, 10)
	rest := n % unit
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for rest > 0 {
		unit /= 10
		b = append(b, byte('0'+rest/unit))
		rest %= unit
	}
	return b
}
