package pdf_test

import (
	"bytes"
	"cmp"
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/export/pdf"
	"touchline.app/resources"
)

// one is a scene of a single line in large type.
func one(l *text.Line) *scene.Scene {
	return scene.New(scene.Point{X: 400, Y: 60}, scene.Light(), []scene.Node{node(scene.Op{Kind: scene.OpText, Line: l, At: scene.Point{X: 20, Y: 40}, Size: 24, Color: ink})})
}

func TestEmojiAreDrawnInColourAndFound(t *testing.T) {
	in := "Pay 👩🏽‍💻 now 🇳🇵 4️⃣ ❤️"
	s := one(fonts.Line(in, text.Regular))
	b := write(t, onePage(t, s), pdf.Options{})
	check(t, b)
	if got := strings.TrimSpace(tool(t, b, "pdftotext", "FILE", "-")); got != in {
		t.Errorf("the text is %q", got)
	}
	path := filepath.Join(t.TempDir(), "emoji")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	png, err := exec.Command("pdftoppm", "-r", "144", "-png", path).Output()
	if err != nil {
		t.Fatalf("pdftoppm (of poppler-utils, which make test installs): %v", err)
	}
	page, _, err := image.Decode(bytes.NewReader(png))
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewRGBA(image.Rect(0, 0, 800, 120))
	raster.Tile(raster.New(), s, img, 0, 0, 2)
	red, far := 0, 0
	for y := range 120 {
		for x := range 800 {
			r, g, b, _ := page.At(x, y).RGBA()
			want := img.RGBAAt(x, y)
			if r > 0xb000 && g < 0x6000 {
				red++
			}
			if diff(r, want.R) > 90 || diff(g, want.G) > 90 || diff(b, want.B) > 90 {
				far++
			}
		}
	}
	if red < 300 || far > 400 {
		t.Errorf("%d red pixels; %d pixels differ from the raster", red, far)
	}
}

func diff(a uint32, b uint8) int {
	d := int(a>>8) - int(b)
	return max(d, -d)
}

func TestAnEmojiIsKeptOnce(t *testing.T) {
	few := write(t, onePage(t, lines("🧳 a", "b 🧳")), pdf.Options{})
	many := write(t, onePage(t, lines(slices.Repeat([]string{strings.Repeat("🧳 ", 20)}, 40)...)), pdf.Options{})
	if n := len(many) - len(few); n > 20_000 {
		t.Errorf("800 emoji take %d bytes more than 2", n)
	}
	if again := write(t, onePage(t, lines("🧳 a", "b 🧳")), pdf.Options{}); !bytes.Equal(few, again) {
		t.Error("the same scene gives other bytes")
	}
}

// shelf is a source of one font with cubic outlines, a member of a collection.
type shelf struct{ font *text.Font }

func (s shelf) Find(text.Want) *text.Font { return s.font }

func TestFontsOfTheSystem(t *testing.T) {
	file, err := os.ReadFile("../../canvas/text/testdata/cjk.ttc")
	if err != nil {
		t.Fatal(err)
	}
	ft, err := text.ParseFont("日本/語 (1)", bytes.NewReader(file), 1, false)
	if err != nil {
		t.Fatal(err)
	}
	in := "A 漢字かな交じり文、東京。B"
	b := write(t, onePage(t, one(text.WithSource(resources.Font, shelf{ft}).Line(in, text.Regular))), pdf.Options{})
	check(t, b)
	if got := strings.TrimSpace(tool(t, b, "pdftotext", "FILE", "-")); got != in {
		t.Errorf("the text is %q", got)
	}
	if out := tool(t, b, "pdffonts", "FILE"); strings.Count(out, "yes yes yes") != 2 {
		t.Errorf("fonts are\n%s", out)
	}
}

const sharedHostile = "../../../shared/data/hostile/"

// hostileTexts are real texts by name; there are none without the folder beside
// the checkout.
func hostileTexts(t *testing.T) map[string][]string {
	t.Helper()
	files, err := filepath.Glob(sharedHostile + "udhr/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, f := range append(files, sharedHostile+"blns.txt", sharedHostile+"unicode15_emoji-zwj-sequences.txt") {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Log("no texts beside the checkout")
			return nil
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		for line := range strings.Lines(string(b)) {
			if codes, _, ok := strings.Cut(line, ";"); ok && strings.HasPrefix(name, "unicode") && !strings.HasPrefix(line, "#") {
				line = sequence(t, codes)
			}
			if line = strings.TrimRight(line, "\r\n"); !strings.HasPrefix(line, "#") && strings.TrimSpace(line) != "" {
				out[name] = append(out[name], line)
			}
		}
		if strings.HasPrefix(name, "unicode") { // many on a line
			var rows []string
			for row := range slices.Chunk(out[name], 25) {
				rows = append(rows, strings.Join(row, " "))
			}
			out[name] = rows
		}
	}
	return out
}

func sequence(t *testing.T, codes string) string {
	t.Helper()
	s := ""
	for _, c := range strings.Fields(codes) {
		v, err := strconv.ParseUint(c, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		s += string(rune(v))
	}
	return s
}

// comparable leaves out of a text what says only how it is shown: spaces and
// marks of direction, but not what joins emoji.
func comparable(s string) string {
	return strings.Map(func(r rune) rune {
		joins := r == 0x200D || (r >= 0xE0020 && r <= 0xE007F)
		if unicode.IsSpace(r) || (unicode.Is(unicode.Cf, r) && !joins) {
			return -1
		}
		return r
	}, norm.NFC.String(s))
}

// sorted are the characters of a text in no order of theirs.
func sorted(s string) string {
	r := []rune(s)
	slices.SortFunc(r, cmp.Compare[rune])
	return string(r)
}

// Lines of right-to-left text on a page of such text, and of left-to-right text on
// a page of that, come back in their order, whatever is mixed in.
func TestMixedDirectionsComeBackInOrder(t *testing.T) {
	for page, texts := range map[string][]string{
		"مرحبا بالعالم مرحبا بالعالم שלום עולם שלום עולם": {
			"السوق، ثم المطار. وبعدها الفندق",
			"العربية: المسافر يستلم بطاقة الصعود ١٢٣ (abc) في المطار.",
			"החופש, הצדק והשלום בעולם.",
			"עברית: הנוסע מקבל כרטיס עלייה למטוס (abc) 123 סוף.",
			"שלום world, עולם 10:30 - 11:45",
			"בְּרֵאשִׁית, בָּרָא אֱלֹהִים",
			"المؤتمر 2026: السعر 12.50 دولار (خصم 5%)",
			"العائلة 👨‍👩‍👧 سعيدة 😀 جدا",
			"اتصل على 0123-456-789 أو info@example.com الآن",
			"موقع https://example.com/a/b?c=d هنا",
		},
		"This page runs from the left, for most of it is English, and so": {
			"Hello שלום, world (עולם) 42!",
			"The word مرحبا! means hello; שלום: peace.",
			"Price: 5 ₪ (חמש) or 10% off",
			"From תל אביב to القاهرة in 2 hours",
			"A 👨‍👩‍👧 שלום 😀 مرحبا 👍🏽 B",
			"ends with שלום.",
		},
	} {
		for _, in := range texts {
			out := tool(t, write(t, onePage(t, lines(in, page)), pdf.Options{}), "pdftotext", "FILE", "-")
			found := false
			for line := range strings.Lines(out) {
				found = found || strings.TrimSpace(bidiMarks.Replace(line)) == in
			}
			if !found {
				t.Errorf("%q comes back as %q", in, out)
			}
		}
	}
}

// bidiMarks takes the marks of direction from a text.
var bidiMarks = strings.NewReplacer("\u200e", "", "\u200f", "", "\u202a", "", "\u202b", "", "\u202c", "")

// exceptions of poppler, by a part of the text: it reads a mark on a space beside
// Arabic as a line of its own, and characters without any shape in no order.
var exceptions = []string{"Power\u0644", "\u00ad\u0600\u0601"}

// Every text comes back from the page, line by line where it runs from the left,
// and else with all its characters: on a page that runs the other way poppler
// puts words and brackets in an order of its own.
func TestHostileTextsComeBack(t *testing.T) {
	for name, texts := range hostileTexts(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, width := range []float64{4, 46} {
				s, want := column(texts, width)
				b := write(t, onePage(t, s), pdf.Options{})
				check(t, b)
				if width < 40 {
					continue
				}
				got := map[string]bool{}
				for line := range strings.Lines(tool(t, b, "pdftotext", "-layout", "FILE", "-")) {
					got[comparable(line)], got[sorted(comparable(line))] = true, true
				}
				missing := 0
				for _, w := range want {
					known := slices.ContainsFunc(exceptions, func(e string) bool { return strings.Contains(w, e) })
					if c := comparable(w); !got[c] && !got[sorted(c)] && !known {
						missing++
						t.Logf("not found: %q", w)
					}
				}
				if missing > 0 {
					t.Errorf("%d of %d lines are not found", missing, len(want))
				}
			}
		})
	}
}

// column sets texts one below the other and returns their lines.
func column(texts []string, width float64) (*scene.Scene, []string) {
	const size = 12
	var nodes []scene.Node
	var lines []string
	y := 20.0
	for i, in := range texts {
		for _, l := range fonts.Wrap(in, text.Style(i%4), width) {
			o := scene.Op{Kind: scene.OpText, Line: l, At: scene.Point{X: 20, Y: y}, Size: size, Color: ink}
			if l.RTL {
				o.At.X += (width - l.W) * size
			}
			nodes = append(nodes, scene.Node{Bounds: scene.Rect{Y: y - 30, W: 40 + width*size, H: 60}}.With([]scene.Op{o}))
			if strings.TrimSpace(l.Text) != "" {
				lines = append(lines, l.Text)
			}
			y += 24
		}
	}
	return scene.New(scene.Point{X: 40 + width*size, Y: y}, scene.Light(), nodes), lines
}
