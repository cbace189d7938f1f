package say

import (
	"strings"
	"testing"

	"touchline.app/resources"
)

func TestNumbersAreSignedAndNeverMinusZero(t *testing.T) {
	for v, want := range map[float64]string{-0.04: "0.0", 0: "0.0", -0.05001: "−0.1", 1.25: "+1.3", -1.3: "−1.3", 2: "+2.0"} {
		if got := Signed(v); got != want {
			t.Errorf("%v is written %q, want %q", v, got, want)
		}
	}
}

func TestCountChoosesTheForm(t *testing.T) {
	if a, b := Count("status.touchpoints", 1), Count("status.touchpoints", 15); a == b || !strings.Contains(b, "15") {
		t.Errorf("one is %q, many %q", a, b)
	}
}

func TestEachLanguageChoosesItsFormOfANumber(t *testing.T) {
	for lang, want := range map[string]map[int]string{
		"en": {0: "other", 1: "one", 2: "other"}, "fr": {0: "one", 1: "one", 2: "other"}, "ja": {0: "other", 1: "other", 7: "other"},
		"ar-EG": {0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other", 102: "other", 103: "few", 111: "many", 1000: "other"},
	} {
		words := resources.Words(lang)
		for n, form := range want {
			if got := plural(words, lang, "status.touchpoints", n); got != "status.touchpoints."+form {
				t.Errorf("%s: %d takes %s, want %s", lang, n, got, form)
			}
		}
	}
}
