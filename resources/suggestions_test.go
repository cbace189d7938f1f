package resources

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func TestSuggestionsFollowTheNameOfTheStage(t *testing.T) {
	cases := []struct{ stage, lang, want string }{
		{"Awareness", "en", "Sees an online ad"},
		{"CONSIDERATION", "en", "Reads reviews"},
		{"Purchase", "en", "Pays online"},
		{"After purchase", "en", "Reads the manual"},
		{"Utilisation", "en", "Unpacks the product"},
		{"Loyalty", "en", "Tells a friend"},
		{"3. Booking the trip", "en", "Gets the receipt"},
		{"In flight", "en", "Seat screen"},
		{"Arrive & return", "en", "Gives feedback"},
		{"Nutzung", "de", "Liest die Anleitung"},
		{"Nutzung", "en", "Reads the manual"},
		{"Compra", "es-MX", "Paga en línea"},
		{"Prise de conscience", "fr", "Voit une publicité en ligne"},
		{"2. 商品の購入", "ja", "オンラインで支払う"},
		{"مرحلة الشراء", "ar", "تدفع عبر الإنترنت"},
		{"Loyalty", "ja", "友人に話す"},
		{"Loyalty", "xx", "Tells a friend"},
	}
	for _, c := range cases {
		if got := Suggestions(c.stage, c.lang); !slices.Contains(got, c.want) {
			t.Errorf("stage %q suggests %v in %s, without %q", c.stage, got, c.lang, c.want)
		}
	}
	for _, stage := range []string{"", "Section 1", "Userland", "\xff"} {
		if got := Suggestions(stage, "en"); got != nil {
			t.Errorf("stage %q suggests %v", stage, got)
		}
	}
}

func TestSuggestionsAreTheSameInEveryLanguage(t *testing.T) {
	english := loadSuggestions()["en"]
	for _, lang := range Languages() {
		s, ok := loadSuggestions()[lang]
		if !ok || len(s.Stages) != len(english.Stages) || len(s.Verbs) != len(english.Verbs) {
			t.Fatalf("%s has %d stages and %d verbs", lang, len(s.Stages), len(s.Verbs))
		}
		for i, stage := range s.Stages {
			if stage.About != english.Stages[i].About || len(stage.Touchpoints) != len(english.Stages[i].Touchpoints) || len(stage.Names) == 0 {
				t.Errorf("%s: stage %d is %s with %d touchpoints and %d names", lang, i, stage.About, len(stage.Touchpoints), len(stage.Names))
			}
			for _, name := range stage.Names {
				if strings.ToLower(name) != name || Suggestions(name, lang) == nil {
					t.Errorf("%s: nothing is suggested for %q", lang, name)
				}
			}
			texts := slices.Clone(stage.Touchpoints)
			slices.Sort(texts)
			if len(slices.Compact(texts)) != len(stage.Touchpoints) || texts[0] == "" {
				t.Errorf("%s: %s suggests something twice, or nothing", lang, stage.About)
			}
		}
	}
}

func TestSuggestionsAreCopies(t *testing.T) {
	Suggestions("Loyalty", "en")[0] = "spoilt"
	first, _ := Verbs("en")
	first[0] = "spoilt"
	again, _ := Verbs("en")
	if Suggestions("Loyalty", "en")[0] == "spoilt" || again[0] == "spoilt" {
		t.Error("a caller changed the suggestions of the next")
	}
}

func TestVerbsHaveTheActionsOfACustomer(t *testing.T) {
	data, err := os.ReadFile("testdata/verbs.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		lang, want, _ := strings.Cut(line, ":")
		verbs, last := Verbs(lang)
		if last != (lang == "ja") {
			t.Errorf("%s: verbs come last: %v", lang, last)
		}
		for verb := range strings.FieldsSeq(want) {
			if !slices.Contains(verbs, verb) {
				t.Errorf("%s: no verb %q", lang, verb)
			}
		}
	}
}

func TestLanguageOfATextIsTold(t *testing.T) {
	for text, want := range map[string]string{
		"Taking a flight. Books online, compares times and fares": "en",
		"Der Weg zum Abschluss: vergleicht Angebote":              "de",
		"Kundenreise Bäckerei":                                    "de",
		"Kauf":                                                    "de",
		"El viaje de la clienta: compra en línea":                 "es",
		"Le parcours de la cliente, achète en magasin":            "fr",
		"顧客の旅：商品を比較する":                                            "ja",
		"رحلة العميلة مع Touchline":                               "ar",
		"Taking a flight. Books online, compares the times and fares, asks a friend, 席を予約する": "en",
		"": "", "X 12 – Q3": "", "\xff\xfe": "", "🙂": "",
	} {
		if got := LanguageOf(text); got != want {
			t.Errorf("%q is in %q, want %q", text, got, want)
		}
	}
	for lang, s := range loadSuggestions() {
		for _, stage := range s.Stages {
			if got := LanguageOf(strings.Join(stage.Touchpoints, " ")); got != lang {
				t.Errorf("the touchpoints of %s in %s seem to be in %q", stage.About, lang, got)
			}
		}
	}
}
