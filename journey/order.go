package journey

import (
	"fmt"
	"strings"
)

// orderDigits are the digits of an order key, in the order of their bytes.
const orderDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// MaxOrderLength is the length in bytes above which the keys of a sequence
// should be given anew with Spread.
const MaxOrderLength = 32

// Between returns an order key that sorts, byte by byte, after a and before b.
// An empty a means the beginning, an empty b the end. Appending grows a key by
// one byte in about 3,600 keys, inserting at the same place by one in about five.
//
// A key is an integer of fixed head length followed by a fraction, as in
// David Greenspan's "Implementing fractional indexing". Between returns an error
// when a is not less than b or a key has a character that is no digit.
func Between(a, b string) (string, error) {
	if err := validOrder(a); err != nil {
		return "", err
	}
	if err := validOrder(b); err != nil {
		return "", err
	}
	if a != "" && b != "" && a >= b {
		return "", fmt.Errorf("order key %q is not before %q", a, b)
	}
	if b == "" {
		return after(a), nil
	}
	return midpoint(a, b), nil
}

func validOrder(k string) error {
	for i := range len(k) {
		if strings.IndexByte(orderDigits, k[i]) < 0 {
			return fmt.Errorf("order key %q has a character that is no digit or letter", k)
		}
	}
	if strings.HasSuffix(k, "0") && strings.Trim(k, "0") == "" {
		return fmt.Errorf("order key %q leaves no room before it", k)
	}
	return nil
}

// after counts the first four digits up by one, so that appending keeps keys short.
func after(a string) string {
	const head = 4
	if a == "" {
		return "V000"
	}
	d := []byte((a + "0000")[:head])
	for i := head - 1; i >= 0; i-- {
		v := strings.IndexByte(orderDigits, d[i])
		if v < len(orderDigits)-1 {
			d[i] = orderDigits[v+1]
			return string(d)
		}
		d[i] = '0'
	}
	return a + "V"
}

// midpoint returns a key between a and b, where b is not empty.
func midpoint(a, b string) string {
	var out strings.Builder
	for i := 0; ; i++ {
		lo, hi := 0, len(orderDigits)
		if i < len(a) {
			lo = strings.IndexByte(orderDigits, a[i])
		}
		if i < len(b) {
			hi = strings.IndexByte(orderDigits, b[i])
		}
		if lo == hi {
			out.WriteByte(orderDigits[lo])
			continue
		}
		if hi-lo > 1 {
			out.WriteByte(orderDigits[(lo+hi)/2])
			return out.String()
		}
		// neighbours: keep a's digit, then anything above the rest of a
		out.WriteByte(orderDigits[lo])
		b = ""
		if i+1 >= len(a) {
			out.WriteByte(orderDigits[len(orderDigits)/2])
			return out.String()
		}
	}
}

// Spread returns n ascending order keys of equal length, for a new sequence or
// one whose keys have grown too long.
func Spread(n int) []string {
	out := make([]string, n)
	last := ""
	for i := range out {
		last = after(last)
		out[i] = last
	}
	return out
}
