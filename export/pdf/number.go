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
	rest := uint64(0) // thousandths
	switch decimals { // by constants, which is faster
	case 1:
		n, rest = n/10, n%10*100
	case 2:
		n, rest = n/100, n%100*10
	case 3:
		n, rest = n/1000, n%1000
	}
	b = strconv.AppendUint(b, n, 10)
	if rest == 0 {
		return b
	}
	b = append(b, '.', byte('0'+rest/100))
	if rest %= 100; rest == 0 {
		return b
	}
	b = append(b, byte('0'+rest/10))
	if rest %= 10; rest == 0 {
		return b
	}
	return append(b, byte('0'+rest))
}
