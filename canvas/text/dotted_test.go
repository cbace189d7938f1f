package text

import "testing"

func TestDottedKeepsDatesAsTheyAre(t *testing.T) {
	f := Embedded()
	for _, tt := range []struct {
		parts      []string
		text, seen string
	}{
		{[]string{"Version 6", "", "2026-02-03 "}, "Version 6 · 2026-02-03", "Version 6 · 2026-02-03"},
		{[]string{"Version בגד 6", "2026-02-03"}, "Version בגד 6 · \u200E2026-02-03", "Version 6 דגב · \u200E2026-02-03"},
		{[]string{"بعد", "2026-02-03", "effort 3"}, "بعد · \u200E2026-02-03 · effort 3", "\u200E2026-02-03 · effort 3 · دعب"},
		{[]string{"בגד", "12 יום", "abc"}, "בגד · \u200E12 יום · abc", ""},
		{nil, "", ""},
	} {
		got := Dotted(tt.parts...)
		if got != tt.text {
			t.Errorf("%q gives %q, want %q", tt.parts, got, tt.text)
		}
		if s := seen(f.Line(got, Regular)); tt.seen != "" && s != tt.seen {
			t.Errorf("%q is seen as %q, want %q", got, s, tt.seen)
		}
	}
	if got := Figure("בגד", "(−1.3)"); got != "\u200E(−1.3)" {
		t.Errorf("%q", got)
	}
}

func TestAheadKeepsTheSignBeforeItsDigits(t *testing.T) {
	f := Embedded()
	for word, want := range map[string]string{
		"pleased": "−1.5 pleased",
		"בגד":     "דגב \u200E−1.5\u200F",
	} {
		if got := seen(f.Line(Ahead("−1.5", word), Regular)); got != want {
			t.Errorf("%q is seen as %q, want %q", word, got, want)
		}
	}
}
