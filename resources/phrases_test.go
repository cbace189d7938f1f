package resources

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"touchline.app/journey"
)

// said are the patterns of phrases in the code of the program, each with the file
// it stands in.
func said(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && path != "..":
			return fs.SkipDir
		case !d.IsDir() || path == ".." || path == filepath.Join("..", "journey", "phrase"):
			return nil
		}
		files := parsed(t, path)
		if slices.ContainsFunc(slices.Collect(maps.Values(files)), usesPhrases) {
			for name, f := range files {
				for pattern, free := range patterns(f) {
					if !free {
						out[pattern] = name
					} else if out[pattern] == "" {
						out[pattern] = technical
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// parsed returns the code of a folder by file, without tests.
func parsed(t *testing.T, folder string) map[string]*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*ast.File{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		if out[name], err = parser.ParseFile(token.NewFileSet(), name, nil, 0); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func usesPhrases(f *ast.File) bool {
	return slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"touchline.app/journey/phrase"` })
}

// takers are the functions that make a phrase of their first text, or of all of
// them, and what they make of it.
var takers = map[string]struct {
	all  bool
	free bool   // technical words, which need not be said in other languages
	made string // with the text for *
}{
	"phrase.Of": {}, "phrase.New": {}, "phrase.Errorf": {},
	"Warn": {}, "warn": {}, "warning": {}, "refusal": {}, "notMap": {},
	"damage": {free: true}, "lost": {all: true}, "explain": {made: "* %s: %w"},
}

// technical stands for the file of patterns that need not be said in other languages.
const technical = "technical"

// patterns returns the patterns of phrases in a file, and whether they are technical.
func patterns(f *ast.File) map[string]bool {
	out := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr: // storage keeps the pattern of an error in a field
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "text" {
				if s, ok := literal(n.Value); ok {
					out[s] = false
				}
			}
		case *ast.CallExpr:
			taker, ok := takers[callee(n)]
			if !ok {
				return true
			}
			for _, a := range n.Args {
				s, ok := literal(a)
				if !ok {
					continue
				}
				if taker.made != "" {
					s = strings.Replace(taker.made, "*", s, 1)
				}
				if out[s] = taker.free; !taker.all {
					break
				}
			}
		}
		return true
	})
	return out
}

// callee is the name of what is called, with its package where that is phrase.
func callee(n *ast.CallExpr) string {
	switch f := n.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok && x.Name == "phrase" {
			return "phrase." + f.Sel.Name
		}
		return f.Sel.Name
	}
	return ""
}

// literal is a text that is written in the code, in one piece or several.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, ok := literal(e.X)
		b, also := literal(e.Y)
		return a + b, ok && also && e.Op == token.ADD
	}
	return "", false
}

// wordless are patterns that have no words of their own, and keys of the words of
// a map.
func wordless(pattern string) bool {
	return !strings.Contains(pattern, " ") && strings.Contains(pattern, ".") || !regexp.MustCompile(`\pL{2}`).MatchString(verbs.ReplaceAllString(pattern, ""))
}

var verbs = regexp.MustCompile(`%(\[\d+\])?[-+ #0]*[\d.]*(\[\d+\])?[a-zA-Z%]`)

func readPatterns(t *testing.T, lang string) map[string]string {
	t.Helper()
	data, err := Patterns.ReadFile("phrases/" + lang + ".json")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatalf("%s: %v", lang, err)
	}
	return out
}

func TestEveryPhraseIsSaidInEveryLanguage(t *testing.T) {
	all := said(t)
	if len(all) < 150 {
		t.Fatalf("found only %d phrases: the search is wrong", len(all))
	}
	for _, lang := range Languages() {
		if lang == FallbackLanguage {
			continue
		}
		own := readPatterns(t, lang)
		for pattern, file := range all {
			if own[pattern] == "" && file != technical && !wordless(pattern) {
				t.Errorf("%s lacks %q of %s", lang, pattern, file)
			}
		}
	}
}

func TestNoPhraseIsTranslatedThatNobodySays(t *testing.T) {
	all := said(t)
	for _, lang := range Languages() {
		if lang == FallbackLanguage {
			continue
		}
		words := modelWords()
		for pattern := range readPatterns(t, lang) {
			if _, ok := all[pattern]; !ok && !slices.Contains(words, pattern) {
				t.Errorf("%s has %q, which nobody says", lang, pattern)
			}
		}
	}
}

// modelWords are the words of the model, which phrases name rows and values by.
func modelWords() []string {
	return slices.Concat(texts(journey.Kinds), texts(journey.Phases), texts(journey.CustomerStatuses), texts(journey.LaneTypes),
		texts(journey.Media), texts(journey.Ownerships), texts(journey.Interactions), texts(journey.Deliveries), texts(journey.Sources),
		texts(journey.Felts), texts(journey.Directions), texts(journey.OpportunityStates), texts([]journey.State{journey.CurrentState, journey.FutureState}))
}

func texts[S ~string](words []S) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

func TestEveryWordOfTheModelIsSaidInEveryLanguage(t *testing.T) {
	for _, lang := range Languages() {
		if lang == FallbackLanguage {
			continue
		}
		own := readPatterns(t, lang)
		for _, word := range modelWords() {
			if own[word] == "" {
				t.Errorf("%s lacks %q", lang, word)
			}
		}
	}
}

func TestTranslatedPhrasesTakeTheSameFacts(t *testing.T) {
	for _, lang := range Languages() {
		if lang == FallbackLanguage {
			continue
		}
		for pattern, text := range readPatterns(t, lang) {
			if want, got := facts(t, pattern), facts(t, text); !slices.Equal(got, want) {
				t.Errorf("%s: %q takes %v, %q takes %v", lang, text, got, pattern, want)
			}
		}
	}
}

// facts lists the places of a pattern by which fact they show and how, in order.
func facts(t *testing.T, pattern string) []string {
	t.Helper()
	place := regexp.MustCompile(`\[(\d+)\]`)
	var out []string
	next := 1
	for _, v := range verbs.FindAllString(pattern, -1) {
		if strings.HasSuffix(v, "%") {
			continue
		}
		if at := place.FindStringSubmatch(v); at != nil {
			n, err := strconv.Atoi(at[1])
			if err != nil {
				t.Fatal(err)
			}
			next = n
		}
		out = append(out, strconv.Itoa(next)+place.ReplaceAllString(v, ""))
		next++
	}
	slices.Sort(out)
	return out
}

func TestPhrasesFallBackToEnglish(t *testing.T) {
	if got := Phrases("xx")("the disk is full; free some space and try again"); got != "the disk is full; free some space and try again" {
		t.Errorf("got %q", got)
	}
	if got := Phrases("de_AT")("line %d: %s"); got != "Zeile %d: %s" {
		t.Errorf("got %q", got)
	}
	if got := Phrases("de")("no such phrase"); got != "no such phrase" {
		t.Errorf("got %q", got)
	}
}
