package pdf_test

import (
	"bytes"
	"errors"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/export/page"
	"touchline.app/export/pdf"
	"touchline.app/journey"
	"touchline.app/resources"
)

var ink = scene.Color{R: 0x11, G: 0x18, B: 0x27, A: 255}

// fonts are the same on every machine.
var fonts = text.New(resources.Font)

// lines is a scene of one line of text below the other.
func lines(texts ...string) *scene.Scene {
	var nodes []scene.Node
	for i, t := range texts {
		style := text.Style(i % 4)
		nodes = append(nodes, node(scene.Op{
			Kind: scene.OpText, Line: fonts.Line(t, style),
			At: scene.Point{X: 20, Y: 30 + 30*float64(i)}, Size: 12, Color: ink,
		}))
	}
	return scene.New(scene.Point{X: 600, Y: 30 + 30*float64(len(texts))}, scene.Light(), nodes)
}

// node is as large as any scene of the tests.
func node(ops ...scene.Op) scene.Node {
	return scene.Node{Role: scene.RoleCell, Bounds: scene.Rect{W: 600, H: 3000}}.With(ops)
}

// onePage shows a scene on a page of its size, or as large as a page can be.
func onePage(t testing.TB, s *scene.Scene) *page.Document {
	t.Helper()
	k := min(1, page.MostSide/max(s.Size.X, s.Size.Y))
	part := page.Part{Scene: s, Window: scene.Rect{W: s.Size.X, H: s.Size.Y}, Scale: k}
	return &page.Document{
		Map: journey.New("m", "A map"), Title: "A map", Lang: "en",
		Sheets: []page.Sheet{{Size: scene.Point{X: max(s.Size.X*k, 3), Y: max(s.Size.Y*k, 3)}, Paper: s.Page, Parts: []page.Part{part}}},
	}
}

func write(t *testing.T, d *page.Document, o pdf.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool runs a program on a file and returns what it prints.
func tool(t *testing.T, file []byte, name string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		if args[i] == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s (of poppler-utils and qpdf, which make test installs): %v\n%s", name, err, out)
	}
	return string(out)
}

// plain returns a file with nothing compressed.
func plain(t *testing.T, file []byte) string {
	t.Helper()
	return tool(t, file, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
}

func check(t *testing.T, file []byte) {
	t.Helper()
	if out := tool(t, file, "qpdf", "--check", "FILE"); strings.Contains(out, "WARNING") {
		t.Errorf("qpdf --check: %s", out)
	}
}

func TestTextIsFound(t *testing.T) {
	texts := []string{
		"Compares times and fares", "office, affluent, fjord: AVATAR To We", "Überraschung, façade, Łódź, ñandú, Čeština",
		"Ελληνικά, γράμματα", "Русский язык", "Tiếng Việt, đường", "→ one-way, −0.8, 25k · “quote” … ½",
		"e\u0301a\u0308o\u0302", "(brackets) \\ <angle> %", "漢字", "a😀b",
	}
	b := write(t, onePage(t, lines(texts...)), pdf.Options{})
	check(t, b)
	out := tool(t, b, "pdftotext", "-raw", "FILE", "-")
	for _, want := range texts {
		if !strings.Contains(out, want) && !strings.Contains(out, strings.NewReplacer("e\u0301", "é", "a\u0308", "ä", "o\u0302", "ô").Replace(want)) {
			t.Errorf("%q is not found in\n%s", want, out)
		}
	}
}

// Scripts that join, reorder or run from right to left: every word is found.
func TestTextOfOtherScriptsIsFound(t *testing.T) {
	texts := []string{"مرحبا بالعالم", "שלום עולם", "हिन्दी में लिखा", "สวัสดีชาวโลก"}
	b := write(t, onePage(t, lines(texts...)), pdf.Options{})
	check(t, b)
	out := tool(t, b, "pdftotext", "-raw", "FILE", "-")
	for _, want := range texts {
		for word := range strings.FieldsSeq(want) {
			if !strings.Contains(out, word) {
				t.Errorf("%q is not found in\n%q", word, out)
			}
		}
	}
}

// More different clusters than one font has codes for.
func TestManyClusters(t *testing.T) {
	var texts []string
	for base := 'a'; base <= 'z'; base++ {
		var b strings.Builder
		for m := rune(0x300); m < 0x315; m++ {
			for n := rune(0x316); n < 0x323; n++ {
				b.WriteRune(base)
				b.WriteRune(m)
				b.WriteRune(n)
			}
		}
		texts = append(texts, b.String(), b.String(), b.String(), b.String()) // in four styles
	}
	b := write(t, onePage(t, lines(texts...)), pdf.Options{})
	check(t, b)
	if out := tool(t, b, "pdffonts", "FILE"); !regexp.MustCompile(`tl-\S+-1 `).MatchString(out) {
		t.Errorf("no typeface has a second font in\n%s", out)
	}
}

func TestInformation(t *testing.T) {
	title := "Trip (a\x00b) \\ \n😀 مرحبا ) >> endobj"
	d := onePage(t, lines("x"))
	d.Title, d.Subject, d.Lang = title, "\xff\xfe", "pt-BR"
	d.Date = time.Date(2026, 11, 21, 9, 30, 0, 0, time.FixedZone("CET", 3600))
	b := write(t, d, pdf.Options{Version: "1.2 (b"})
	check(t, b)
	out := tool(t, b, "pdfinfo", "-isodates", "FILE")
	for _, want := range []string{"Title:           Trip (a b) \\  😀 مرحبا ) >> endobj\n", "CreationDate:    2026-11-21T08:30:00Z\n", "Producer:        Touchline 1.2 (b\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not found in\n%s", want, out)
		}
	}
	if open := plain(t, b); !strings.Contains(open, "/Lang (pt-BR)") || !strings.Contains(open, "/DisplayDocTitle true") {
		t.Error("language or display of the title is missing")
	}
	d = onePage(t, lines("x"))
	d.Title, d.Subject = strings.Repeat("(\\", 50_000), strings.Repeat("\x00漢", 50_000)
	check(t, write(t, d, pdf.Options{}))
	d = onePage(t, lines("x"))
	d.Lang = "en) /Evil (x"
	b = write(t, d, pdf.Options{})
	check(t, b)
	if open := plain(t, b); strings.Contains(open, "Evil") || strings.Contains(open, "CreationDate") {
		t.Error("a language that is none, or a date that was not given, is in the file")
	}
}

func TestSizesOfPages(t *testing.T) {
	d := onePage(t, lines("x"))
	for _, size := range []scene.Point{{X: 3, Y: 3}, {X: 595.28, Y: 841.89}, {X: 14400, Y: 450.5}} {
		d.Sheets = append(d.Sheets, page.Sheet{Size: size, Parts: d.Sheets[0].Parts})
	}
	b := write(t, d, pdf.Options{})
	check(t, b)
	out := tool(t, b, "pdfinfo", "-l", "4", "FILE")
	for _, want := range []string{"1 size:  600 x 60 pts", "2 size:  3 x 3 pts", "3 size:  595.28 x 841.89 pts (A4)", "4 size:  14400 x 450.5 pts"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not found in\n%s", want, out)
		}
	}
}

func TestScenesThatCannotBeDrawn(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	with := func(op scene.Op) *scene.Scene {
		op.Color, op.Stroke.Color = ink, ink
		return scene.New(scene.Point{X: 100, Y: 100}, scene.Light(), []scene.Node{node(op)})
	}
	l := text.Embedded().Line("x", text.Regular)
	for _, tc := range []struct {
		name string
		s    *scene.Scene
	}{
		{"rectangle", with(scene.Op{Kind: scene.OpRect, Rect: scene.Rect{X: nan, W: 1, H: 1}})},
		{"radius", with(scene.Op{Kind: scene.OpRect, Rect: scene.Rect{W: 1, H: 1}, Radius: nan})},
		{"path", with(scene.Op{Kind: scene.OpFill, Path: scene.Path(nil).Move(0, 0).Line(inf, 2).Line(3, 3).Close()})},
		{"stroke", with(scene.Op{Kind: scene.OpStroke, Path: scene.Path(nil).Move(0, nan).Line(1, 2), Stroke: scene.Stroke{Width: 1}})},
		{"width of a stroke", with(scene.Op{Kind: scene.OpStroke, Path: scene.Path(nil).Move(0, 0).Line(1, 2), Stroke: scene.Stroke{Width: nan}})},
		{"dashes", with(scene.Op{Kind: scene.OpStroke, Path: scene.Path(nil).Move(0, 0).Line(1, 2), Stroke: scene.Stroke{Width: 1, Dash: []float64{nan}}})},
		{"text", with(scene.Op{Kind: scene.OpText, Line: l, At: scene.Point{X: 1e30}, Size: 9})},
		{"size of a text", with(scene.Op{Kind: scene.OpText, Line: l, Size: inf})},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := pdf.Write(&b, onePage(t, tc.s), pdf.Options{}); !errors.Is(err, pdf.ErrScene) || b.Len() > 0 {
				t.Errorf("error %v after %d bytes, want ErrScene before any", err, b.Len())
			}
		})
	}
}

func TestDocumentsThatCannotBeWritten(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	s := lines("x")
	with := func(change func(s *page.Sheet, p *page.Part)) *page.Document {
		d := onePage(t, s)
		change(&d.Sheets[0], &d.Sheets[0].Parts[0])
		return d
	}
	for _, tc := range []struct {
		name string
		d    *page.Document
		want error
	}{
		{"no sheets", &page.Document{}, pdf.ErrPage},
		{"no size", with(func(s *page.Sheet, _ *page.Part) { s.Size = scene.Point{} }), pdf.ErrPage},
		{"negative", with(func(s *page.Sheet, _ *page.Part) { s.Size.Y = -1 }), pdf.ErrPage},
		{"no number", with(func(s *page.Sheet, _ *page.Part) { s.Size.X = nan }), pdf.ErrPage},
		{"endless", with(func(s *page.Sheet, _ *page.Part) { s.Size.X = inf }), pdf.ErrPage},
		{"longer than a page may be", with(func(s *page.Sheet, _ *page.Part) { s.Size.X = 14401 }), pdf.ErrPage},
		{"window", with(func(_ *page.Sheet, p *page.Part) { p.Window.X = nan }), pdf.ErrScene},
		{"place", with(func(_ *page.Sheet, p *page.Part) { p.At.Y = inf }), pdf.ErrScene},
		{"scale", with(func(_ *page.Sheet, p *page.Part) { p.Scale = 0 }), pdf.ErrScene},
		{"no scene", with(func(_ *page.Sheet, p *page.Part) { p.Scene = nil }), pdf.ErrScene},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := pdf.Write(&b, tc.d, pdf.Options{}); !errors.Is(err, tc.want) || b.Len() > 0 {
				t.Errorf("error %v after %d bytes, want %v before any", err, b.Len(), tc.want)
			}
		})
	}
}

// Marks that show nothing are left out and break nothing.
func TestMarksThatShowNothing(t *testing.T) {
	line := scene.Path(nil).Move(1, 1).Line(9, 9)
	s := lines("", " ", "x")
	s = scene.New(s.Size, scene.Light(), append(s.Nodes, node(
		scene.Op{Kind: scene.OpRect, Rect: scene.Rect{X: 5, Y: 5}, Color: ink},
		scene.Op{Kind: scene.OpRect, Rect: scene.Rect{W: 5, H: 5}},
		scene.Op{Kind: scene.OpFill, Color: ink},
		scene.Op{Kind: scene.OpFill, Path: scene.Path(nil).Line(3, 3).Close(), Color: ink},
		scene.Op{Kind: scene.OpStroke, Path: line, Stroke: scene.Stroke{Color: ink}},
		scene.Op{Kind: scene.OpStroke, Path: line, Stroke: scene.Stroke{Color: ink, Width: 1, Dash: []float64{0, 0}}},
		scene.Op{Kind: scene.OpStroke, Path: line, Stroke: scene.Stroke{Color: ink, Width: 1, Dash: []float64{-1, 2}}},
		scene.Op{Kind: scene.OpText, Color: ink, Size: 9},
		scene.Op{Kind: scene.OpText, Color: ink, Line: &text.Line{}, Size: 9},
	)))
	check(t, write(t, onePage(t, s), pdf.Options{}))
	check(t, write(t, onePage(t, scene.New(scene.Point{X: 50, Y: 50}, scene.Light(), nil)), pdf.Options{}))
}
