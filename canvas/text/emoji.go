package text

import "slices"

// Characters that join others to one emoji (UTS 51).
const (
	zwj        = 0x200D
	textStyle  = 0xFE0E // the character before is a sign of text
	emojiStyle = 0xFE0F // the character before is an emoji
	keycap     = 0x20E3
	tagEnd     = 0xE007F
)

func isRegion(r rune) bool   { return r >= 0x1F1E6 && r <= 0x1F1FF } // two make a flag
func isSkinTone(r rune) bool { return r >= 0x1F3FB && r <= 0x1F3FF }
func isTag(r rune) bool      { return r >= 0xE0020 && r <= tagEnd }

// isPicture reports whether a character may be the base of an emoji: whether it
// is one is for the emoji font to say. Digits are part of keycaps only.
func isPicture(r rune) bool {
	return r == 0xA9 || r == 0xAE || (r >= 0x203C && r < 0x3300 && r != keycap) || (r >= 0x1F000 && r < 0x20000)
}

// emojiRanges are the characters that are emoji when nothing follows that says
// otherwise (Emoji_Presentation of Unicode 15), below 0x1F000 and from there on.
var emojiRanges = [][2]rune{
	{0x231A, 0x231B},
	{0x23E9, 0x23EC},
	{0x23F0, 0x23F0},
	{0x23F3, 0x23F3},
	{0x25FD, 0x25FE},
	{0x2614, 0x2615},
	{0x2648, 0x2653},
	{0x267F, 0x267F},
	{0x2693, 0x2693},
	{0x26A1, 0x26A1},
	{0x26AA, 0x26AB},
	{0x26BD, 0x26BE},
	{0x26C4, 0x26C5},
	{0x26CE, 0x26CE},
	{0x26D4, 0x26D4},
	{0x26EA, 0x26EA},
	{0x26F2, 0x26F3},
	{0x26F5, 0x26F5},
	{0x26FA, 0x26FA},
	{0x26FD, 0x26FD},
	{0x2705, 0x2705},
	{0x270A, 0x270B},
	{0x2728, 0x2728},
	{0x274C, 0x274C},
	{0x274E, 0x274E},
	{0x2753, 0x2755},
	{0x2757, 0x2757},
	{0x2795, 0x2797},
	{0x27B0, 0x27B0},
	{0x27BF, 0x27BF},
	{0x2B1B, 0x2B1C},
	{0x2B50, 0x2B50},
	{0x2B55, 0x2B55},
	{0x1F004, 0x1F004},
	{0x1F0CF, 0x1F0CF},
	{0x1F18E, 0x1F18E},
	{0x1F191, 0x1F19A},
	{0x1F1E6, 0x1F1FF},
	{0x1F201, 0x1F201},
	{0x1F21A, 0x1F21A},
	{0x1F22F, 0x1F22F},
	{0x1F232, 0x1F236},
	{0x1F238, 0x1F23A},
	{0x1F250, 0x1F251},
	{0x1F300, 0x1F320},
	{0x1F32D, 0x1F335},
	{0x1F337, 0x1F37C},
	{0x1F37E, 0x1F393},
	{0x1F3A0, 0x1F3CA},
	{0x1F3CF, 0x1F3D3},
	{0x1F3E0, 0x1F3F0},
	{0x1F3F4, 0x1F3F4},
	{0x1F3F8, 0x1F43E},
	{0x1F440, 0x1F440},
	{0x1F442, 0x1F4FC},
	{0x1F4FF, 0x1F53D},
	{0x1F54B, 0x1F54E},
	{0x1F550, 0x1F567},
	{0x1F57A, 0x1F57A},
	{0x1F595, 0x1F596},
	{0x1F5A4, 0x1F5A4},
	{0x1F5FB, 0x1F64F},
	{0x1F680, 0x1F6C5},
	{0x1F6CC, 0x1F6CC},
	{0x1F6D0, 0x1F6D2},
	{0x1F6D5, 0x1F6D7},
	{0x1F6DC, 0x1F6DF},
	{0x1F6EB, 0x1F6EC},
	{0x1F6F4, 0x1F6FC},
	{0x1F7E0, 0x1F7EB},
	{0x1F7F0, 0x1F7F0},
	{0x1F90C, 0x1F93A},
	{0x1F93C, 0x1F945},
	{0x1F947, 0x1F9FF},
	{0x1FA70, 0x1FAFF},
}

// isEmoji reports whether a character alone is an emoji.
func isEmoji(r rune) bool {
	_, ok := slices.BinarySearchFunc(emojiRanges, r, func(e [2]rune, r rune) int {
		switch {
		case e[1] < r:
			return -1
		case e[0] > r:
			return 1
		}
		return 0
	})
	return ok
}

// emojiAt returns how many runes the emoji has that rs begins with, 0 when it
// begins with none.
func emojiAt(rs []rune) int {
	if isRegion(rs[0]) {
		if len(rs) > 1 && isRegion(rs[1]) {
			return 2
		}
		return 1
	}
	if n := keycapAt(rs); n > 0 {
		return n
	}
	n, coloured := elementAt(rs)
	for n > 0 && n+1 < len(rs) && rs[n] == zwj {
		next, c := elementAt(rs[n+1:])
		if next == 0 {
			break
		}
		n, coloured = n+1+next, coloured || c
	}
	if !coloured {
		return 0
	}
	return n
}

// keycapAt returns the length of a digit on a key.
func keycapAt(rs []rune) int {
	if r := rs[0]; r != '#' && r != '*' && (r < '0' || r > '9') {
		return 0
	}
	n := 1
	if len(rs) > 1 && rs[1] == emojiStyle {
		n = 2
	}
	if len(rs) > n && rs[n] == keycap {
		return n + 1
	}
	return 0
}

// elementAt returns the length of a picture with what changes it, 0 when rs
// begins with none, and whether it is shown in colour.
func elementAt(rs []rune) (n int, coloured bool) {
	if !isPicture(rs[0]) {
		return 0, false
	}
	n, coloured = 1, isEmoji(rs[0])
	if n < len(rs) {
		switch {
		case rs[n] == textStyle:
			return 2, false
		case rs[n] == emojiStyle, isSkinTone(rs[n]):
			n, coloured = n+1, true
		}
	}
	for n < len(rs) && isTag(rs[n]) {
		n++
	}
	return n, coloured
}
