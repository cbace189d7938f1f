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
			if _, ok := want[key]; !ok && !pluralOf(key, want) {
				t.Errorf("%s has %q, which %s lacks", file, key, english)
			}
		}
	}
}

func TestTheWordsOfTheMapAreCompleteInEveryLanguage(t *testing.T) {
	english := slices.Sorted(maps.Keys(readTable(t, "translations/en.json")))
	if got := Languages(); !slices.Equal(got, []string{"ar", "de", "en", "es", "fr", "ja"}) {
		t.Errorf("languages are %v", got)
	}
	for _, lang := range Languages() {
		if got := slices.Sorted(maps.Keys(readTable(t, "translations/"+lang+".json"))); !slices.Equal(got, english) {
			t.Errorf("%s has other keys than English", lang)
		}
	}
}

// pluralOf reports whether a key is a form of a number that English does not
// tell apart: zero, two, few or many of what English has one and other of.
func pluralOf(key string, english map[string]string) bool {
	for _, form := range []string{".zero", ".two", ".few", ".many"} {
		if base, ok := strings.CutSuffix(key, form); ok {
			_, has := english[base+".other"]
			return has
		}
	}
	return false
}

// alike are texts that a language may leave to English: names, dates, dashes.
var alike = []string{
	"app.name", "choice.none", "rating.none", "field.day.hint", "page.a0", "page.a1", "page.a2", "page.a3", "page.a4",
}

func TestTheWordsOfTheInterfaceAreCompleteInEveryLanguage(t *testing.T) {
	english := readTable(t, "translations/app.en.json")
	for _, lang := range Languages() {
		own := readTable(t, "translations/app."+lang+".json")
		for key := range english {
			if own[key] == "" && !slices.Contains(alike, key) {
				t.Errorf("%s lacks %q", lang, key)
			}
		}
	}
}

func TestArabicHasEveryFormOfANumber(t *testing.T) {
	own := readTable(t, "translations/app.ar.json")
	for key := range readTable(t, "translations/app.en.json") {
		base, ok := strings.CutSuffix(key, ".other")
		if !ok {
			continue
		}
		for _, form := range []string{".zero", ".one", ".two", ".few", ".many", ".other"} {
			if own[base+form] == "" {
				t.Errorf("there is no %q", base+form)
			}
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
