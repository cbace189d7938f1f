package app

import (
	"slices"
	"testing"

	"touchline.app/app/say"
	"touchline.app/journey"
)

func TestVerbsAreProposedInTheLanguageOfTheMap(t *testing.T) {
	cases := []struct{ lang, text, want, not string }{
		{"en", "br", "Browses ", "Buys "},
		{"de", "", "Stöbert ", "Browses "},
		{"de", "emp", "Empfiehlt ", "Kauft "},
		{"ar", "تش", "تشاهد ", "تبحث "},
		{"ja", "価格", "価格を検索する", "を検索する"},
		{"ja", "価格を検", "価格を検索する", "価格を選ぶ"},
	}
	for _, c := range cases {
		got := verbs(c.lang, c.text)
		if !slices.Contains(got, c.want) || slices.Contains(got, c.not) {
			t.Errorf("%s: %q proposes %q", c.lang, c.text, got)
		}
	}
	for _, c := range cases[:4] {
		if got := verbs(c.lang, "Books online"); got != nil {
			t.Errorf("%s: a second word proposes %q", c.lang, got)
		}
	}
	if got := verbs("ja", "\xff"); len(got) != mostProposals {
		t.Errorf("a broken text proposes %q", got)
	}
}

func TestLanguageOfAMapIsThatOfItsTexts(t *testing.T) {
	m := journey.New("h", "Ein Kauf im Laden")
	if got := languageOf(m); got != "de" {
		t.Errorf("the map is in %q", got)
	}
	m.Head.Title = "X"
	if got := languageOf(m); got != say.Language() {
		t.Errorf("a map that does not tell is in %q", got)
	}
}
