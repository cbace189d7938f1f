package resources

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func readTable(t *testing.T, file string) map[string]string {
	t.Helper()
	data, err := Translations.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var table map[string]string
	if err := json.Unmarshal(data, &table); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return table
}

func TestTranslationsHaveNoKeyThatEnglishLacks(t *testing.T) {
	files, err := fs.Glob(Translations, "translations/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no translations: %v", err)
	}
	for _, file := range files {
		english := strings.TrimSuffix(path.Base(file), ".json")
		english = "translations/" + english[:len(english)-2] + "en.json"
		want := readTable(t, english)
		for key := range readTable(t, file) {
			if _, ok := want[key]; !ok {
				t.Errorf("%s has %q, which %s lacks", file, key, english)
			}
		}
	}
}

func TestTheWordsOfTheMapAreCompleteInEveryLanguage(t *testing.T) {
	english := slices.Sorted(maps.Keys(readTable(t, "translations/en.json")))
	if got := Languages(); !slices.Equal(got, []string{"de", "en", "es", "fr"}) {
		t.Errorf("languages are %v", got)
	}
	for _, lang := range Languages() {
		if got := slices.Sorted(maps.Keys(readTable(t, "translations/"+lang+".json"))); !slices.Equal(got, english) {
			t.Errorf("%s has other keys than English", lang)
		}
	}
}

func TestTranslationsTakeTheSameNumbers(t *testing.T) {
	verbs := regexp.MustCompile(`%[a-z]|\{[A-Za-z]+\}`)
	english := readTable(t, "translations/en.json")
	for _, lang := range Languages() {
		for key, text := range readTable(t, "translations/"+lang+".json") {
			if got, want := verbs.FindAllString(text, -1), verbs.FindAllString(english[key], -1); !slices.Equal(got, want) {
				t.Errorf("%s: %s takes %v, in English %v", lang, key, got, want)
			}
		}
	}
}

func TestWordsFallBack(t *testing.T) {
	cases := []struct{ lang, key, want string }{
		{"en", "feeling.2", "Delighted"},
		{"de", "feeling.2", "Begeistert"},
		{"de-AT", "feeling.-2", "Verärgert"},
		{"es_MX.UTF-8", "scene.gone", "scene.gone"},
		{"xx", "ownership.third party", "third party"},
		{"", "kind.interaction", "two-way"},
	}
	for _, c := range cases {
		if got := Words(c.lang)(c.key); got != c.want {
			t.Errorf("Words(%q)(%q) = %q, want %q", c.lang, c.key, got, c.want)
		}
	}
}
