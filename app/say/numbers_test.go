package say

import (
	"testing"

	"touchline.app/journey"
)

func TestNumbersAndDaysThatAreNoneChangeNothing(t *testing.T) {
	for text, want := range map[string]journey.Quantity{"": {}, "2,5": journey.Known(2.5), "−3": journey.Known(-3), "1 000": journey.Known(1000)} {
		if got, ok := ParseNumber(text); !ok || got != want {
			t.Errorf("%q is read as %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"abc", "NaN", "1e999", "--1"} {
		if _, ok := ParseNumber(text); ok {
			t.Errorf("%q is taken for a number", text)
		}
	}
	for _, text := range []string{"2027-02-30", "tomorrow", "27-1-1"} {
		if _, ok := ParseDay(text); ok {
			t.Errorf("%q is taken for a day", text)
		}
	}
}

func TestNumbersAreShownWithFourDecimals(t *testing.T) {
	for v, want := range map[float64]string{2.88971389: "2.8897", -1.5: "−1.5", 0: "0", 0.00001: "0.00001", 24781: "24781"} {
		if got := Number(journey.Known(v)); got != want {
			t.Errorf("%v is shown as %s, want %s", v, got, want)
		}
	}
}

func TestLanguageOfAMapIsThatOfItsTexts(t *testing.T) {
	m := journey.New("h", "Ein Kauf im Laden")
	if got := LanguageOf(m); got != "de" {
		t.Errorf("the map is in %q", got)
	}
	m.Head.Title = "X"
	if got := LanguageOf(m); got != Language() {
		t.Errorf("a map that does not tell is in %q", got)
	}
}
