package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// stepCase is a step with what it is called.
type stepCase struct {
	p    edit.Patch
	want string
}

func TestAStepIsNamedWithItsSubject(t *testing.T) {
	cases := []stepCase{
		{edit.Patch{Verb: "move", Subject: "Books the seat"}, "move Books the seat"},
		{edit.Patch{Verb: "unheard of", Subject: "A\n b"}, "edit A b"},
		{edit.Patch{Verb: "delete", Changes: []edit.Change{{Before: journey.Stage{}}}}, "delete Stage"},
		{edit.Patch{Verb: "hide", Changes: []edit.Change{{Before: journey.Lane{Type: journey.LaneThoughts}}}}, "hide Thoughts"},
		{edit.Patch{Verb: "add", Changes: []edit.Change{{After: journey.Head{}}}}, "add Map"},
		{edit.Patch{Subject: strings.Repeat("é", 40)}, "edit " + strings.Repeat("é", 27) + "…"},
	}
	card, other := journey.Touchpoint{ID: "a", Title: "Books"}, journey.Touchpoint{ID: "b", Title: "Pays"}
	owned, paid, renamed := card, other, card
	owned.Owner, paid.Owner, renamed.Title = "Web team", "Web team", "Buys"
	moved := other
	moved.Owner, moved.Channel = "Web team", "c"
	open, done := journey.Opportunity{ID: "o", Text: "Say it"}, journey.Opportunity{ID: "o", Text: "Say it", State: journey.OpportunityStates[3]}
	one, two := edit.Change{Before: card, After: owned}, edit.Change{Before: other, After: paid}
	cases = append(cases, []stepCase{
		{edit.Patch{Verb: "edit", Subject: "Books", Changes: []edit.Change{one}}, "edit Books: Owner"},
		{edit.Patch{Verb: "edit", Subject: "Books", Changes: []edit.Change{one, two}}, "edit 2 things: Owner"},
		{edit.Patch{Verb: "edit", Subject: "Books", Changes: []edit.Change{one, {Before: other, After: moved}}}, "edit 2 things"},
		{edit.Patch{Verb: "edit", Subject: "Buys", Changes: []edit.Change{{Before: card, After: renamed}}}, "edit Buys"},
		{edit.Patch{Verb: "edit", Subject: "Say it", Changes: []edit.Change{{Before: open, After: done}}}, "edit Say it: State"},
		{edit.Patch{Verb: "feel", Subject: "Books", Changes: []edit.Change{one, two}}, "emotion of 2 things"},
		{edit.Patch{Verb: "move", Subject: "Books", Changes: []edit.Change{one, two}}, "move Books"},
		{edit.Patch{Verb: "edit", Subject: "Books", Changes: []edit.Change{{After: card}, one}}, "edit Books"},
	}...)
	for _, c := range cases {
		if got := stepText(c.p); got != c.want {
			t.Errorf("%v is called %q, want %q", c.p, got, c.want)
		}
	}
}

func TestDeletingSeveralIsNamedByTheirNumber(t *testing.T) {
	e, _, _ := opening(t)
	all := e.doc.Map().Journey()
	for _, c := range []struct {
		rows []journey.Touchpoint
		want string
	}{{all[:1], "Undo delete " + all[0].Title}, {all[1:4], "Undo delete 3 things"}} {
		var refs []edit.Ref
		for _, t := range c.rows {
			refs = append(refs, edit.Ref{Kind: journey.KindTouchpoint, ID: t.ID})
		}
		e.do(edit.RemoveRows{Rows: refs})
		if got := undoLabel(e); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestEveryVerbOfACommandHasAText looks for verbs in the code of all packages
// that make patches.
func TestEveryVerbOfACommandHasAText(t *testing.T) {
	found := 0
	for _, dir := range []string{"../journey/edit", "../journey/clip", "../canvas/tool", "../canvas", "../storage", "."} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				kv, ok := n.(*ast.KeyValueExpr)
				if !ok {
					return true
				}
				key, ok := kv.Key.(*ast.Ident)
				l, text := kv.Value.(*ast.BasicLit)
				if !ok || !text || key.Name != "Verb" && key.Name != "verb" {
					return true
				}
				found++
				if verb, _ := strconv.Unquote(l.Value); !slices.Contains(stepVerbs, verb) {
					t.Errorf("%s: a step is called %q, which has no text", name, verb)
				}
				return true
			})
		}
	}
	if found < 10 {
		t.Errorf("only %d verbs are found: the search is wrong", found)
	}
}

func TestEveryShortcutIsWrittenOut(t *testing.T) {
	for _, a := range actions() {
		if text := keyText(a.shortcut); (a.shortcut == nil) != (text == "") {
			t.Errorf("the keys of %s are written %q", a.key, text)
		}
	}
}
