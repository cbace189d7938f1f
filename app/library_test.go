//go:build ci

package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchline.app/app/document"
	"touchline.app/app/document/documenttest"
)

func TestFilesOfPiecesAreRead(t *testing.T) {
	groups, err := parsePalette("bank", []byte("\ufeffLogs in | App\r\n# Loans\r\nstages: Buy, Choose\r\n// said\r\n- Asks | Phone\r\npain point: Waits\r\nopportunity: Call back\r\nnote: Why?\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(groups) != 2 || groups[0].title != "bank" || groups[1].title != "Loans" {
		t.Fatalf("the groups are %v", groups)
	}
	if p := groups[0].pieces[0]; p.title != "Logs in" || p.through != "App" {
		t.Errorf("the first piece is %v", p)
	}
	var kinds []string
	for _, p := range groups[1].pieces {
		kinds = append(kinds, string(p.kind)+" "+p.title)
	}
	if got := strings.Join(kinds, ", "); got != "touchpoint Asks, pain point Waits, opportunity Call back, note Why?" {
		t.Errorf("the pieces are %s", got)
	}
	for stage, want := range map[string]bool{"Buy": true, "She chooses": false, "Choose a loan": true, "Buying": false, "Use": false} {
		if got := groups[1].fits(stage); got != want {
			t.Errorf("fits %q: %v", stage, got)
		}
	}
	if _, err := parsePalette("example", []byte(exampleText)); err != nil {
		t.Errorf("the example: %v", err)
	}
}

func TestFilesOfPiecesThatAreBrokenSayWhere(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "nothing in it",
		"# only a heading":                  "nothing in it",
		"ok\na | b | c":                     "line 2",
		"| Phone":                           "line 1",
		"pain point:":                       "no title",
		"stages: ,":                         "names of stages",
		"\xff\xfe":                          "UTF-8",
		"a\x00b":                            "UTF-8",
		strings.Repeat("é", 201):            "longer",
		strings.Repeat("a\n", 501):          "more than 500",
		"ok | " + strings.Repeat("x", 1000): "longer",
	} {
		if _, err := parsePalette("x", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %v, want %q", text, err, want)
		}
	}
}

func FuzzFilesOfPieces(f *testing.F) {
	f.Add([]byte(exampleText))
	f.Fuzz(func(t *testing.T, data []byte) {
		groups, err := parsePalette("x", data)
		if err == nil && len(groups) == 0 {
			t.Error("no groups and no error")
		}
	})
}

// stocked returns a folder with a palette, a template and three broken files.
func stocked(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	m, _ := documenttest.Flight(t)
	f, err := document.CreateFile(filepath.Join(dir, "Our way.journey"), m)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"bank.palette": "# Bank\nLogs in | Bank app\npain point: Waits at the counter\n", "bad.palette": "a|b|c", "bad.journey": "no map",
		"bad.json": "{", "readme.txt": "hello", ".hidden.palette": "",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTheLibraryNamesWhatIsBroken(t *testing.T) {
	l := readLibrary(stocked(t))
	if len(l.groups) != 1 || len(l.templates) != 1 || l.templates[0].name != "Our way" || len(l.broken) != 3 {
		t.Errorf("groups %v, templates %v, broken %v", l.groups, l.templates, l.broken)
	}
	if got := readLibrary(filepath.Join(t.TempDir(), "none")); len(got.broken) != 0 {
		t.Errorf("a folder that is not there: %v", got.broken)
	}
}

func TestOwnPiecesComeWithTheirChannel(t *testing.T) {
	e, _, _ := opening(t)
	before := e.doc.Map().Channels.Len()
	e.desk.stock(readLibrary(stocked(t)))
	if !strings.Contains(e.palette.shape, "Bank|Logs in") || !strings.Contains(e.palette.shape, "bad.palette") {
		t.Fatalf("the palette shows %s", e.palette.shape)
	}
	for range 2 {
		e.insert(e.desk.own.groups[0].pieces[0])
	}
	if got := e.doc.Map().Channels.Len(); got != before+1 {
		t.Errorf("%d channels instead of %d", got, before+1)
	}
	row, _ := e.doc.Map().Touchpoints.Get(e.selection()[0].ID)
	if c, _ := e.doc.Map().Channels.Get(row.Channel); c.Name != "Bank app" {
		t.Errorf("it goes through %q", c.Name)
	}
	e.insert(e.desk.own.groups[0].pieces[1])
	if p, _ := e.doc.Map().PainPoints.Get(e.selection()[0].ID); p.Text != "Waits at the counter" {
		t.Errorf("the pain point says %q", p.Text)
	}
	for range 3 {
		e.undo()
	}
	if got := e.doc.Map().Channels.Len(); got != before {
		t.Errorf("undone, %d channels instead of %d", got, before)
	}
}

func TestANewMapBeginsWithATemplateOfOnesOwn(t *testing.T) {
	e, _, _ := opening(t)
	dir := stocked(t)
	e.desk.stock(readLibrary(dir))
	choices := templateChoices(e)
	choices[len(choices)-1].run(e)
	if got := filepath.Dir(e.doc.Path()); got == dir {
		t.Error("the template itself is open")
	}
	if e.doc.Map().Touchpoints.Len() != 15 {
		t.Error("the map is not that of the template")
	}
}
