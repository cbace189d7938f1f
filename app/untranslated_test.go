package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// speaks reports whether a text of the code looks like words for a person: two
// words, or one with a capital.
func speaks(s string) bool {
	letters := func(w string) bool {
		return len(w) > 1 && strings.IndexFunc(strings.Trim(w, ".,:;!?…"), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) < 0
	}
	words := slices.DeleteFunc(strings.Fields(s), func(w string) bool { return !letters(w) })
	switch len(words) {
	case 0:
		return false
	case 1:
		rs := []rune(words[0])
		return strings.TrimSpace(s) == words[0] && unicode.IsUpper(rs[0]) && unicode.IsLower(rs[1])
	}
	return true
}

// untold are calls whose texts nobody sees in the window, or in another way:
// errors are written by the package that found them.
var untold = []string{
	"Errorf", "New", "panic", "Wrap", "Fprint", "Fprintf", "Sprintf", "line", "Resource", "NewStaticResource", "Font",
	"Preferences", "String", "Bool", "SetString", "SetBool", "Getenv", "Command", "MustCompile", "Cut", "HasPrefix", "ReplaceAll", "NewReplacer",
}

// notWords are texts that look like words and are none.
var notWords = map[string]bool{
	exampleName: true, exampleText: true, // an example of a file, in the language of the file
	"SQLite format 3\x00": true,
	"Documents":           true,                                                                    // a folder, where the system names none
	"Title":               true, "Owner": true, "Text": true, "Details": true, "Expectation": true, // fields of rows
	"pain point": true, // a role of the trace
}

// called is the name of the function that is called.
func called(n *ast.CallExpr) string {
	switch f := n.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// notPlain returns the arguments that are more than a literal.
func notPlain(args []ast.Expr) []ast.Expr {
	return slices.DeleteFunc(slices.Clone(args), func(a ast.Expr) bool { _, plain := a.(*ast.BasicLit); return plain })
}

// spoken returns the texts of a file that seem to be words for a person.
func spoken(f *ast.File) []string {
	var out []string
	var walk func(n ast.Node) bool
	walk = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			ast.Inspect(n.Type, walk)
			return false // tags
		case *ast.KeyValueExpr: // a key names something
			ast.Inspect(n.Value, walk)
			return false
		case *ast.CaseClause:
			for _, st := range n.Body {
				ast.Inspect(st, walk)
			}
			return false
		case *ast.CallExpr:
			if name := called(n); name != "Text" && name != "Count" { // of package say
				return !slices.Contains(untold, name)
			}
			for _, a := range notPlain(n.Args) { // the places of a text are named
				ast.Inspect(a, walk)
			}
			return false
		case *ast.BasicLit:
			if s, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING && speaks(s) && !notWords[s] {
				out = append(out, s)
			}
		}
		return true
	}
	ast.Inspect(f, walk)
	return out
}

// sources returns the paths of the code of this package and of those under it.
func sources(t *testing.T) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		// chooser talks to the desktop, in the desktop's words; the others are for tests
		if err == nil && d.IsDir() && (d.Name() == "chooser" || strings.HasSuffix(d.Name(), "test")) {
			return fs.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 100 {
		t.Fatalf("found only %d files: the search is wrong", len(out))
	}
	return out
}

func TestNoTextOfTheWindowIsWrittenInTheCode(t *testing.T) {
	for _, name := range sources(t) {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range spoken(f) {
			if slices.Contains(stepVerbs, s) {
				continue // the file's word for a step, which has a text
			}
			t.Errorf("%s says %q in one language", name, s)
		}
	}
}

func TestTextsInTheCodeAreFound(t *testing.T) {
	const code = `package p
import "not this one"
type r struct { A int ` + "`json:\"not this\"`" + ` }
var a = newInk("Add a thing", 12)
var b = say.Text("key.of", "Stage name", "x")
func f() error { t.Text = "Save"; e.hint = "type here"; return errors.New("no such file") }
var c = []string{"#FFFFFF", "left", "a.b.c", "2026-01-01", "…"}`
	f, err := parser.ParseFile(token.NewFileSet(), "p.go", code, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := spoken(f); !slices.Equal(got, []string{"Add a thing", "Save", "type here"}) {
		t.Errorf("found %q", got)
	}
}
