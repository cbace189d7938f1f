package text_test

import (
	"strings"
	"testing"

	"touchline.app/canvas/text"
)

func TestWrapStaysWithinWidth(t *testing.T) {
	for _, tc := range []struct {
		name, in string
		width    float64
		lines    int // at least
	}{
		{"one line", "Checks in", 20, 1},
		{"words", "Compares times and fares for the whole family", 6, 4},
		{"no spaces", strings.Repeat("x", 300), 10, 10},
		{"newlines", "a\nb\r\n\nc", 10, 4},
		{"arabic", "مرحبا بالعالم مرحبا بالعالم", 6, 2},
		{"thai", "สวัสดีชาวโลกทั้งหลาย", 5, 2},
		{"devanagari", "नमस्ते दुनिया", 4, 2},
		{"no glyph", "漢字かな交じり文", 4, 2},
		{"controls", "a\x00b\tc", 10, 1},
		{"bad utf-8", "a\xffb", 10, 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			lines := text.Embedded().Wrap(tc.in, text.Regular, tc.width)
			if len(lines) < tc.lines {
				t.Errorf("%d lines, want at least %d", len(lines), tc.lines)
			}
			for _, l := range lines {
				if l.W > tc.width+0.01 {
					t.Errorf("line %q is %.2f em wide, over %.2f", l.Text, l.W, tc.width)
				}
			}
		})
	}
}

func TestLineMeasuresKerning(t *testing.T) {
	f := text.Embedded()
	apart := f.Line("A", text.Regular).W + f.Line("V", text.Regular).W
	if together := f.Line("AV", text.Regular).W; together >= apart {
		t.Errorf("AV is %.3f em, A and V apart are %.3f: no kerning", together, apart)
	}
}

func TestWidestWordNeedsNoBreak(t *testing.T) {
	f := text.Embedded()
	w := f.Widest("a bookkeeping b", text.Semibold)
	for _, l := range f.Wrap("a bookkeeping b", text.Semibold, w) {
		if strings.TrimSpace(l.Text) == "book" {
			t.Error("the widest word was broken at its own width")
		}
	}
}

func BenchmarkWrapCold(b *testing.B) {
	f := text.Embedded()
	for i := range b.N {
		f.Wrap("Compares times and fares for the whole family", text.Regular, 10+float64(i)*1e-9)
	}
}
