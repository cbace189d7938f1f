package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// result is what a command line did.
type result struct {
	status   int
	out, err string
}

// run carries out a command line with ids that are the same each time.
func run(t *testing.T, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	p := program{out: &out, err: &errs, random: rand.NewChaCha8([32]byte{7}), window: func(options) error { return errors.New("no window here") }}
	status := p.run(args)
	return result{status, out.String(), errs.String()}
}

// done carries out a command line that has to succeed without a word.
func done(t *testing.T, args ...string) string {
	t.Helper()
	r := run(t, args...)
	if r.status != statusDone || r.err != "" {
		t.Fatalf("touchline %q: status %d, %s", args, r.status, r.err)
	}
	return r.out
}

func put(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func content(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// only fails unless the folder holds the named files and nothing else.
func only(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("folder holds %q, want %q", got, names)
	}
}

const diagram = `journey
    title A day
    section Morning
      Make tea: 5: Me, Cat
      Commute: 1: Me
    section Evening
      Sit down: 3.5: Me
`

func TestNewInfoExport(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "flight.journey")
	done(t, "new", path, "--template", "flight")
	var info struct {
		Title  string
		Counts struct{ Stages, Lanes, Touchpoints int }
		Digest string
	}
	if err := json.Unmarshal([]byte(done(t, "info", path, "--json")), &info); err != nil {
		t.Fatal(err)
	}
	if info.Title == "" || info.Counts.Stages != 6 || info.Counts.Touchpoints < 15 || len(info.Digest) != 64 {
		t.Errorf("info %+v", info)
	}
	if out := done(t, "info", path); !strings.HasPrefix(out, info.Title+"\n6 stages, ") {
		t.Errorf("info in text %q", out)
	}
	for name, magic := range map[string]string{"a.pdf": "%PDF-1.", "a.PNG": "\x89PNG\r\n", "dark.png": "\x89PNG\r\n"} {
		out := filepath.Join(dir, name)
		args := []string{"export", path, out}
		if strings.HasPrefix(name, "dark") {
			args = append(args, "--theme", "dark", "--dpi", "36")
		}
		done(t, args...)
		first := content(t, out)
		if !bytes.HasPrefix(first, []byte(magic)) {
			t.Errorf("%s begins with %q", name, first[:8])
		}
		done(t, args...)
		if !bytes.Equal(first, content(t, out)) {
			t.Errorf("%s differs the second time", name)
		}
	}
	if r := run(t, "export", path, filepath.Join(dir, "a.mmd")); r.status != statusDone || !strings.Contains(r.err, "expected emotion") {
		t.Errorf("export to Mermaid: %+v", r)
	}
	if got := content(t, filepath.Join(dir, "a.mmd")); !bytes.HasPrefix(got, []byte("journey\n    title "+info.Title)) {
		t.Errorf("diagram begins %.60q", got)
	}
	only(t, dir, "a.PNG", "a.mmd", "a.pdf", "dark.png", "flight.journey")
}

func TestNewMakesEachTemplate(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"five-stages", "blank", "flight"} {
		path := filepath.Join(dir, name+".journey")
		done(t, "new", path, "--template", name)
		done(t, "info", path)
	}
	done(t, "new", filepath.Join(dir, "default.journey"))
	if a, b := done(t, "info", filepath.Join(dir, "default.journey"), "--json"), done(t, "info", filepath.Join(dir, "five-stages.journey"), "--json"); a != b {
		t.Error("the template without a flag is not the five stages")
	}
}

func TestImport(t *testing.T) {
	dir := t.TempDir()
	mmd := put(t, dir, "day.mmd", diagram)
	md := put(t, dir, "day.md", "# Day\n\n```mermaid\n"+diagram+"```\n")
	out := filepath.Join(dir, "day.journey")
	done(t, "import", mmd, out)
	want := done(t, "info", mmd, "--json")
	if got := done(t, "info", out, "--json"); got != want || !strings.Contains(got, `"Cat"`) || !strings.Contains(got, `"actual": 0.5`) {
		t.Errorf("imported\n%swant\n%s", got, want)
	}
	if got := done(t, "info", md, "--json"); got != want {
		t.Errorf("of Markdown\n%swant\n%s", got, want)
	}
	done(t, "import", out, filepath.Join(dir, "copy.journey"))
	done(t, "export", out, filepath.Join(dir, "back.mmd"))
	if got := string(content(t, filepath.Join(dir, "back.mmd"))); got != diagram {
		t.Errorf("written back\n%swant\n%s", got, diagram)
	}
}

func TestImportKeepsWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	mmd := put(t, dir, "day.mmd", diagram)
	out := filepath.Join(dir, "day.journey")
	done(t, "new", out)
	before := content(t, out)
	r := run(t, "import", mmd, out)
	if r.status != statusCould || !strings.Contains(r.err, "--force") || !bytes.Equal(before, content(t, out)) {
		t.Errorf("%+v", r)
	}
	if r := run(t, "new", out); r.status != statusCould {
		t.Errorf("%+v", r)
	}
	done(t, "import", mmd, out, "--force")
	if got := done(t, "info", out); !strings.HasPrefix(got, "A day\n") {
		t.Errorf("replaced by %q", got)
	}
	only(t, dir, "day.journey", "day.mmd")
}

func TestWarningsNameTheLine(t *testing.T) {
	dir := t.TempDir()
	mmd := put(t, dir, "day.mmd", "journey\nsection Phase 1: Start\nA: 9: Me\n")
	r := run(t, "import", mmd, filepath.Join(dir, "day.journey"))
	lines := strings.Split(strings.TrimSpace(r.err), "\n")
	if r.status != statusDone || len(lines) != 2 || !strings.HasPrefix(lines[0], mmd+": line 2: ") || !strings.HasPrefix(lines[1], mmd+": line 3: ") {
		t.Errorf("%+v", r)
	}
}

func TestFlagsOfOtherFormatsSaySo(t *testing.T) {
	dir := t.TempDir()
	mmd := put(t, dir, "day.mmd", diagram)
	r := run(t, "export", mmd, filepath.Join(dir, "a.pdf"), "--dpi", "300", "--page", "A4")
	if r.status != statusDone || r.err != "--dpi is for PNG alone and changes nothing here\n" {
		t.Errorf("%+v", r)
	}
}

func TestVersionAndHelp(t *testing.T) {
	toml := content(t, filepath.Join("..", "..", "FyneApp.toml"))
	if !bytes.Contains(toml, []byte(`Version = "`+version+`"`)) {
		t.Error("FyneApp.toml has another version")
	}
	for _, args := range [][]string{{"version"}, {"--version"}} {
		if out := done(t, args...); out != "touchline "+version+"\n" {
			t.Errorf("%q: %q", args, out)
		}
	}
	help := done(t, "help")
	for _, command := range []string{"new", "import", "export", "info", "version"} {
		if !strings.Contains(help, "\n  "+command+" ") {
			t.Errorf("help has no %s:\n%s", command, help)
		}
	}
}

func TestOpenGoesToTheWindow(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.journey")
	done(t, "new", path)
	var got []options
	p := program{out: &bytes.Buffer{}, err: &bytes.Buffer{}, trace: "t", window: func(o options) error { got = append(got, o); return nil }}
	if p.run([]string{path}) != statusDone || p.run(nil) != statusDone {
		t.Error("the window did not open")
	}
	if len(got) != 2 || got[0] != (options{path, "t"}) || got[1] != (options{"", "t"}) {
		t.Errorf("opened %v", got)
	}
}
