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
	v *= powers[decimals]
	if v <= -0.5 {
		b = append(b, '-')
	}
	n := uint64(math.Abs(v) + 0.5)
	unit := uint64(powers[decimals])
	b = strconv.AppendUint(b, n/unit, 10)
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
