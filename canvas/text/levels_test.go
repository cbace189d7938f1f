package text

import (
	"strings"
	"testing"
)

// seen returns a line as it is seen from the left, right-to-left runs turned.
func seen(l *Line) string {
	var b strings.Builder
	for _, r := range l.Runs {
		if !r.RTL {
			b.WriteString(string(r.Text))
			continue
		}
		for i := len(r.Text) - 1; i >= 0; i-- {
			b.WriteRune(r.Text[i])
		}
	}
	return b.String()
}

// What is seen is what FriBidi 1.0 gives for a paragraph from the left.
func TestNumbersStandWhereTheTextFromTheRightHasThem(t *testing.T) {
	f := Embedded()
	for s, want := range map[string]string{
		"Severity 1 · דוד 65":    "Severity 1 · 65 דוד",
		"Meet דוד 25 כהן at 5":   "Meet ןהכ 25 דוד at 5",
		"ask דוד 25 at 5":        "ask 25 דוד at 5",
		"pay דוד 1,250.50 $ now": "pay 1,250.50 דוד $ now",
		"pay דוד $20% now":       "pay $20% דוד now",
		"only 12 and 13":         "only 12 and 13",
		"see بعد 12 يوم":         "see موي 12 دعب",
		"a %بד 2% ה1-2":          "a %1-2ה 2% דب",
		"see بعد 12":             "see 12 دعب",
	} {
		l := f.Line(s, Regular)
		if got := seen(l); got != want {
			t.Errorf("%q is seen as %q, want %q", s, got, want)
		}
	}
}
