package grid

import "slices"

// Each of these returns how likely the bytes above ASCII are text of an
// encoding, from 0 (they cannot be) to 1.

// western counts bytes that are letters of western Europe and stand among plain
// ones, as they do there.
func western(data []byte) float64 {
	high, good := 0, 0.0
	for i, b := range data {
		if b < 0x80 {
			continue
		}
		high++
		alone := (i == 0 || data[i-1] < 0x80) && (i+1 == len(data) || data[i+1] < 0x80)
		switch {
		case slices.Contains(unusedWestern, b):
			good -= 3
		case alone && b >= 0xc0:
			good++
		case alone:
			good += 0.9 // quotes, degrees, the euro
		case b >= 0xe0:
			good += 0.6
		default:
			good += 0.2
		}
	}
	return share(good, float64(high))
}

// unusedWestern are no letters at all.
var unusedWestern = []byte{0x81, 0x8d, 0x8f, 0x90, 0x9d}

// cyrillic counts letters that stand beside others, small ones most of all.
func cyrillic(data []byte) float64 {
	high, good := 0, 0.0
	for i, b := range data {
		if b < 0x80 {
			continue
		}
		high++
		beside := i > 0 && data[i-1] >= 0xc0 || i+1 < len(data) && data[i+1] >= 0xc0
		mixed := i > 0 && latin(data[i-1]) || i+1 < len(data) && latin(data[i+1])
		switch {
		case mixed: // "Grüße": no word has letters of both
		case beside && b >= 0xe0:
			good += 0.95
		case beside && b >= 0xc0:
			good += 0.6
		}
	}
	if high < 8 {
		return 0
	}
	return share(good, float64(high))
}

// latin reports whether a byte is a letter of ASCII.
func latin(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// shiftJIS counts pairs of bytes; Japanese has many kana among them.
func shiftJIS(data []byte) float64 {
	return pairs(data, func(a, b byte) (width int, worth float64) {
		switch {
		case a >= 0xa1 && a <= 0xdf:
			return 1, 0.3 // half-width kana
		case a < 0x81 || a == 0xa0 || a >= 0xf0 || b < 0x40 || b == 0x7f || b > 0xfc:
			return 0, 0
		case kana(a, b):
			return 2, 1
		case a <= 0x83 || a >= 0x88 && a <= 0x97:
			return 2, 0.85 // everyday characters, signs
		}
		return 2, 0.4
	})
}

func kana(a, b byte) bool { return a == 0x82 && b >= 0x9f && b <= 0xf1 || a == 0x83 && b <= 0x96 }

// big5 counts pairs of bytes; nearly all of a text are everyday characters.
func big5(data []byte) float64 {
	return pairs(data, func(a, b byte) (width int, worth float64) {
		switch {
		case a < 0xa1 || a > 0xf9 || b < 0x40 || b > 0xfe || b > 0x7e && b < 0xa1:
			return 0, 0
		case a >= 0xa4 && a <= 0xc6, a == 0xa1:
			return 2, 0.9
		}
		return 2, 0.3
	})
}

// eucJP, gb and eucKR count pairs of high bytes: kana in Japanese, characters of
// the first table in simplified Chinese, syllables in Korean.
func eucJP(data []byte) float64 {
	return pairs(data, func(a, b byte) (width int, worth float64) {
		switch {
		case a < 0xa1 && a != 0x8e || b < 0xa1:
			return 0, 0
		case a == 0xa4 || a == 0xa5 && b <= 0xf6:
			return 2, 1
		case a >= 0xb0 && a <= 0xcf, a == 0xa1:
			return 2, 0.85
		}
		return 2, 0.3
	})
}

func gb(data []byte) float64 {
	return pairs(data, func(a, b byte) (width int, worth float64) {
		switch {
		case a < 0x81 || a == 0xff || b < 0x30 || b == 0x7f || b == 0xff:
			return 0, 0
		case b >= 0xa1 && (a >= 0xb0 && a <= 0xd7 || a == 0xa1 || a == 0xa3):
			return 2, 0.92
		}
		return 2, 0.1
	})
}

func eucKR(data []byte) float64 {
	return pairs(data, func(a, b byte) (width int, worth float64) {
		switch {
		case a < 0xa1 || a == 0xff || b < 0xa1 || b == 0xff:
			return 0, 0
		case a >= 0xb0 && a <= 0xc8:
			return 2, 0.96
		}
		return 2, 0.2
	})
}

// pairs runs over the letters of an encoding whose wide ones begin with a byte
// above ASCII. A width of 0 says that there is no such letter.
func pairs(data []byte, letter func(a, b byte) (width int, worth float64)) float64 {
	good, high := 0.0, 0.0
	for i := 0; i < len(data); {
		if data[i] < 0x80 {
			i++
			continue
		}
		var next byte
		if i+1 < len(data) {
			next = data[i+1]
		}
		width, worth := letter(data[i], next)
		if width == 0 {
			if i+1 == len(data) {
				break // the sample ends within a letter
			}
			good -= 3
			width = 1
		}
		good += worth
		high++
		i += width
	}
	return share(good, high)
}

func share(part, all float64) float64 {
	if all == 0 || part <= 0 {
		return 0
	}
	return part / all
}
