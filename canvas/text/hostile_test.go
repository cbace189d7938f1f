package text_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"touchline.app/canvas/text"
	"touchline.app/resources"
)

// clusters counts what a line cannot be broken within.
func clusters(l *text.Line) int {
	n := 0
	for _, r := range l.Runs {
		last := -1
		for _, g := range r.Glyphs {
			if g.Cluster != last {
				n, last = n+1, g.Cluster
			}
		}
	}
	return n
}

// shown leaves out of a text what has no place in a line.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r&0xFFFE == 0xFFFE || (r >= 0xFFF9 && r <= 0xFFFB) {
			return -1
		}
		return r
	}, s)
}

// Whatever the text, a line is no wider than it may be, unless it is a single
// letter, and the lines together are the text.
func TestHostileTextsStayWithinWidth(t *testing.T) {
	files, err := filepath.Glob(sharedHostile + "udhr/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{
		"\u202e𥗏❤👋\U000e007f", "\u2066ש👧\U000e0067", "ا☎\u2066\ufe0e", "\u202e→\u00a0☎\u200b", "👧\u202e\u200b\u202c👧",
		"a \u0301b \u0302\u0303c \u0304d", strings.Repeat("e\u0301 \u0323", 50), "\u0600\u0601\u0602\u0603", strings.Repeat("\u06dd", 30),
		strings.Repeat("👨‍👩‍👧‍👦", 40), strings.Repeat("🇩🇪", 40) + "🇩", strings.Repeat("مرحبا😀", 40), "\u202e" + strings.Repeat("abc 123 ", 30),
	}
	for _, f := range append(files, sharedHostile+"blns.txt") {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Log("no texts beside the checkout")
			break
		}
		texts = append(texts, strings.Split(string(b), "\n")...)
	}
	f := text.New(resources.Font)
	for i, in := range texts {
		for _, width := range []float64{0.5, 3, 17, 60} {
			whole := ""
			for _, l := range f.Wrap(in, text.Style(i%4), width) {
				if whole += l.Text; l.W > width+0.01 && clusters(l) > 1 {
					t.Errorf("a line of %q is %.2f em wide, over %g", in, l.W, width)
				}
			}
			if want := shown(in); shown(whole) != want {
				t.Errorf("the lines of %q hold %q", want, whole)
			}
		}
	}
}

// Marks no font has do not stand as boxes beside their letter.
func TestMissingMarksAreNoBoxes(t *testing.T) {
	f := text.New(resources.Font)
	if with, without := f.Line("a\u0364b", text.Regular).W, f.Line("ab", text.Regular).W; with != without {
		t.Errorf("a letter with a mark is %.2f em wide, without %.2f", with, without)
	}
}

// broken is a source of a font that cannot be used.
type broken struct{}

func (broken) Find(text.Want) *text.Font { return new(text.Font) }

// A font that makes the shaper panic costs the letters, not the program.
func TestABrokenFontIsPassedOver(t *testing.T) {
	f := text.WithSource(resources.Font, broken{})
	for range 2 {
		if l := f.Line("a 漢 b", text.Regular); l.Text != "a \ufffd b" || l.W == 0 {
			t.Errorf("set as %q", l.Text)
		}
		if l := f.Line("Compares", text.Bold); l.Text != "Compares" {
			t.Errorf("after that: %q", l.Text)
		}
	}
}
