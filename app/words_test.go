package app

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"touchline.app/export/page"
	out "touchline.app/export/press"
	"touchline.app/export/report"
	"touchline.app/journey"
	"touchline.app/journey/sample"
	"touchline.app/journey/search"
	"touchline.app/resources"
)

// literals returns every text of the package's code that looks like a key of a
// group that has words.
func literals(t *testing.T, groups []string) []string {
	t.Helper()
	looks := regexp.MustCompile(`^(` + strings.Join(groups, "|") + `)\.[a-z_0-9.\-]*$`)
	var out []string
	for _, name := range sources(t) {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
				if s, err := strconv.Unquote(l.Value); err == nil && looks.MatchString(s) {
					out = append(out, s)
				}
			}
			return true
		})
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// english returns the texts of the interface.
func english(t *testing.T) map[string]string {
	t.Helper()
	b, err := resources.Translations.ReadFile("translations/app.en.json")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryKeyOfTheCodeHasAText(t *testing.T) {
	own := english(t)
	var groups []string
	for key := range own {
		group, _, _ := strings.Cut(key, ".")
		groups = append(groups, group)
	}
	slices.Sort(groups)
	words := resources.Words("en")
	keys := literals(t, slices.Compact(groups))
	if len(keys) < 150 {
		t.Fatalf("found only %d keys: the search is wrong", len(keys))
	}
	for _, k := range keys {
		has := func(k string) bool { return words(k) != k }
		prefix := strings.HasSuffix(k, ".") || has(k+".word") || has(k+".key")
		if !has(k) && !prefix && (!has(k+".one") || !has(k+".other")) {
			t.Errorf("%q has no text", k)
		}
	}
}

func TestEveryKeyMadeAtRunTimeHasAText(t *testing.T) {
	words := resources.Words("en")
	var keys []string
	add := func(prefix string, values ...string) {
		for _, v := range values {
			keys = append(keys, prefix+v)
		}
	}
	add("template.", sample.Names...)
	for _, f := range out.Formats {
		add("format.", string(f))
	}
	for _, p := range page.Papers {
		add("page.", string(p))
	}
	for _, m := range page.Modes {
		add("mode.", string(m))
	}
	for _, o := range page.Orientations {
		add("orientation.", string(o))
	}
	for _, k := range report.Kinds {
		add("further.", string(k))
	}
	add("scale.", sizesOf...)
	add("lang.", resources.Languages()...)
	add("hit.", search.Fields...)
	for _, v := range viewKinds {
		add("action.view.", string(v))
		if v != viewMap {
			add("view.", string(v))
		}
	}
	add("theme.", out.Themes...)
	add("step.", stepVerbs...)
	for _, h := range hues {
		add("hue.", h.name)
	}
	add("feeling.", "-2", "-1", "0", "1", "2")
	for _, k := range mapKeys {
		add("keys."+k, "", ".key")
	}
	keys = append(keys, wordsOf("phase", journey.Phases)...)
	keys = append(keys, wordsOf("status", journey.CustomerStatuses)...)
	keys = append(keys, wordsOf("lane", journey.LaneTypes)...)
	keys = append(keys, wordsOf("medium", journey.Media)...)
	keys = append(keys, wordsOf("ownership", journey.Ownerships)...)
	keys = append(keys, wordsOf("kind", journey.Interactions)...)
	keys = append(keys, wordsOf("delivery", journey.Deliveries)...)
	keys = append(keys, wordsOf("source", journey.Sources)...)
	keys = append(keys, wordsOf("state", journey.OpportunityStates)...)
	keys = append(keys, wordsOf("state", []journey.State{journey.CurrentState, journey.FutureState})...)
	for _, k := range keys {
		if words(k) == k {
			t.Errorf("%q has no text", k)
		}
	}
}

func wordsOf[S ~string](group string, values []S) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = group + "." + string(v)
	}
	return out
}

func TestTextsOfTheInterfaceDoNotHideThoseOfTheMap(t *testing.T) {
	b, err := resources.Translations.ReadFile("translations/en.json")
	if err != nil {
		t.Fatal(err)
	}
	ofMap := map[string]string{}
	if err := json.Unmarshal(b, &ofMap); err != nil {
		t.Fatal(err)
	}
	for key := range english(t) {
		if _, ok := ofMap[key]; ok {
			t.Errorf("%q is a key of the map's words too", key)
		}
	}
}

func TestOtherLanguagesHaveThePlacesOfTheEnglishTexts(t *testing.T) {
	places := regexp.MustCompile(`\{\w+\}`)
	own := english(t)
	for _, lang := range resources.Languages() {
		b, err := resources.Translations.ReadFile("translations/app." + lang + ".json")
		if err != nil {
			continue // the interface is not in every language of the map
		}
		texts := map[string]string{}
		if err := json.Unmarshal(b, &texts); err != nil {
			t.Fatal(err)
		}
		for key, text := range texts {
			from, exact := own[key], true
			for _, form := range []string{".zero", ".two", ".few", ".many"} { // that English does not tell apart
				if base, ok := strings.CutSuffix(key, form); ok && from == "" {
					from, exact = own[base+".other"], form == ".few" || form == ".many"
				}
			}
			a, b := places.FindAllString(from, -1), places.FindAllString(text, -1)
			if !exact {
				a = slices.DeleteFunc(a, func(p string) bool { return p == "{N}" || p == "{Many}" })
			}
			slices.Sort(a)
			slices.Sort(b)
			if from == "" || !slices.Equal(a, b) {
				t.Errorf("%s: %q has the places %v, English has %v", lang, key, b, a)
			}
		}
	}
}
