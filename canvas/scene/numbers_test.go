package scene

import (
	"testing"

	"touchline.app/resources"
)

func TestFiguresAreWrittenAsTheLanguageDoes(t *testing.T) {
	for lang, want := range map[string][2]string{
		"en": {"−1.3", "−1.3"}, "de": {"−1,3", "−1,3"}, "es": {"−1,3", "−1,3"}, "fr": {"−1,3", "−1,3"}, "ja": {"−1.3", "−1.3"}, "ar": {"−1.3", "\u200e−1.3"},
	} {
		words := resources.Words(lang)
		if got := [2]string{Pointed(Signed(-1.3), words), Within(Signed(-1.3), words)}; got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	if got := Within("0.5", func(key string) string { return key }); got != "0.5" {
		t.Errorf("without words: %q", got)
	}
}
