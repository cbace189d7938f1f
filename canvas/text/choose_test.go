package text_test

import (
	"bytes"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/go-text/typesetting/language"

	"touchline.app/canvas/text"
	"touchline.app/resources"
)

// shelf is a source of one font, which has a few Japanese characters.
type shelf struct {
	font  *text.Font
	wants []text.Want
}

func (s *shelf) Find(w text.Want) *text.Font {
	s.wants = append(s.wants, w)
	if strings.ContainsRune("漢字かな交じり文東京。、", w.Rune) {
		return s.font
	}
	return nil
}

func japanese(t *testing.T) *shelf {
	t.Helper()
	file, err := os.ReadFile("testdata/cjk.ttc")
	if err != nil {
		t.Fatal(err)
	}
	ft, err := text.ParseFont("Japanese", bytes.NewReader(file), 1, false)
	if err != nil {
		t.Fatal(err)
	}
	return &shelf{font: ft}
}

func TestSourceHasWhatOthersLack(t *testing.T) {
	s := japanese(t)
	f := text.WithSource(resources.Font, s)
	l := f.Line("A 漢字。かな, 国", text.Bold)
	var parts []string
	for _, r := range l.Runs {
		parts = append(parts, r.Font.Name+":"+string(r.Text))
		if strings.ContainsAny(string(r.Text), "漢か。") && r.Glyphs[0].ID == 0 {
			t.Errorf("%q has no shape", string(r.Text))
		}
	}
	got := strings.Join(parts, "|")
	if strings.Contains(got, "Japanese:A") || !strings.Contains(got, "Japanese:漢字。") || !strings.Contains(got, "Inter-Bold:国") && !strings.Contains(got, "Inter-Bold:, 国") {
		t.Errorf("set as %s", got)
	}
	if !slices.Contains(s.wants, text.Want{Rune: '漢', Script: language.Han, Lang: "ja", Bold: true}) {
		t.Errorf("asked for %+v", s.wants)
	}
	asked := len(s.wants)
	f.Line("漢字 once more", text.Bold)
	f.Line("漢字 中 once more", text.Bold)
	if len(s.wants) > asked+5 {
		t.Error("asked again and again")
	}
}

func TestHanCharactersAreOfTheLanguageAround(t *testing.T) {
	for _, tc := range []struct{ in, lang string }{
		{"国", "zh-Hans"}, {"国かな", "ja"}, {"カナ国", "ja"}, {"국國", "ko"}, {"國ㄍㄨㄛˊ", "zh-Hant"}, {"ᚠ", ""},
	} {
		s := japanese(t)
		text.WithSource(resources.Font, s).Line(tc.in, text.Regular)
		for _, w := range s.wants {
			if w.Script == language.Han && w.Lang != tc.lang || w.Script == language.Runic && w.Lang != "" {
				t.Errorf("%q: asked for %+v", tc.in, w)
			}
		}
		if len(s.wants) == 0 {
			t.Errorf("%q: nothing was asked for", tc.in)
		}
	}
}

func TestClustersStayInOneFont(t *testing.T) {
	f := text.New(resources.Font)
	for _, tc := range []struct{ in, font string }{
		{"e\u0301\u0323", "Inter-Regular"},
		{"שָׁלוֹם", "NotoSansHebrew-Regular"},
		{"مُحَمَّد", "NotoSansArabic-Regular"},
		{"، ؟ مرحبا", "NotoSansArabic-Regular"},
		{"हैं।", "NotoSansDevanagari-Regular"},
		{"ที่นี่ ๑๒", "NotoSansThai-Regular"},
		{"ا\u200dب", "NotoSansArabic-Regular"},
		{"😀\u200b", resources.EmojiFont + " Inter-Regular"},
		{"漢\u0301", "Inter-Regular"},
	} {
		if _, fonts := glyphs(f.Line(tc.in, text.Regular)); strings.ReplaceAll(fonts, tc.font, "") != "" && strings.Trim(strings.ReplaceAll(fonts, tc.font, ""), " ") != "" {
			t.Errorf("%q is set in %s", tc.in, fonts)
		}
	}
}

// The widths are those of HarfBuzz (hb-shape) for the same files.
func TestLettersJoinAndPairsAreKerned(t *testing.T) {
	f := text.New(resources.Font)
	for _, tc := range []struct {
		in    string
		width float64
	}{{"بطاقة", 2.203}, {"العربية", 2.513}} {
		if w := f.Line(tc.in, text.Regular).W; math.Abs(w-tc.width) > 0.002 {
			t.Errorf("%q is %.3f em wide, want %.3f", tc.in, w, tc.width)
		}
	}
}

func TestWhatHasNoShapeShowsNothing(t *testing.T) {
	f := text.New(resources.Font)
	want := f.Line("ab", text.Regular).W
	for _, between := range []string{
		"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u061c", "\u200e", "\u2068\u2069", "\x00", "\x7f", "\u0085\b", "\x1b",
		"\ufffe", "\U0001ffff", "\ufdd0", "\ufff9", "\ufe0f", "\ufe0e", "\U000e0001", "\U000e0061\U000e007f", "\u180e", "\u034f",
	} {
		if w := f.Line("a"+strings.Trim(between, "\u0085")+"b", text.Regular).W; math.Abs(w-want) > 0.01 {
			t.Errorf("%q between takes %.3f em", between, w-want)
		}
	}
	for _, bad := range []string{"a\xffb", "a\xc3b", "a\xed\xa0\x80b"} {
		if l := f.Line(bad, text.Regular); !strings.Contains(l.Text, "\ufffd") || l.W <= want {
			t.Errorf("%q is set as %q", bad, l.Text)
		}
	}
}

func TestLinesEndWhereTheScriptAllows(t *testing.T) {
	f := text.WithSource(resources.Font, japanese(t))
	for _, tc := range []struct {
		name, in string
		width    float64
		never    []string // at the beginning of a line
		within   []string // never at its end
	}{
		{"japanese", "漢字かな交じり。文、東京。漢字かな。交じり文、東京。", 4, []string{"。", "、"}, nil},
		{"opening bracket", "漢字（かな）交じり（東京）文", 3, []string{"）"}, []string{"（"}},
		{"no-break space", "Terminal 2 costs 100\u00a0€ today and 20\u00a0€ more", 6, []string{"€"}, []string{"100", "20"}},
		{"emoji", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👍🏽👍🏽🇩🇪🇳🇵4️⃣🏴󠁧󠁢󠁷󠁬󠁳󠁿", 1.6, []string{"\u200d", "\ufe0f", "🏽", "👩", "👧", "\u20e3"}, []string{"\u200d"}},
		{"thai vowels", "ผู้โดยสารรับบัตรขึ้นเครื่องที่สนามบินแล้วเดินไปที่ประตูทางออก", 5, []string{"ุ", "ู", "่", "้", "ำ", "ิ", "ั"}, []string{"เ", "แ", "โ", "ใ", "ไ"}},
		{"marks", strings.Repeat("e\u0301\u0323", 40), 3, []string{"\u0301", "\u0323"}, nil},
		{"price", "It costs $1,299.99 or 50% (half)", 4.4, []string{"%", ")", ","}, []string{"$", "("}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			lines := f.Wrap(tc.in, text.Regular, tc.width)
			if len(lines) < 3 {
				t.Fatalf("%d lines", len(lines))
			}
			all := ""
			for _, l := range lines {
				all += l.Text
				for _, bad := range tc.never {
					if strings.HasPrefix(l.Text, bad) {
						t.Errorf("a line begins with %q: %q", bad, l.Text)
					}
				}
				for _, bad := range tc.within {
					if strings.HasSuffix(strings.TrimRight(l.Text, " "), bad) {
						t.Errorf("a line ends with %q: %q", bad, l.Text)
					}
				}
			}
			if all != tc.in {
				t.Errorf("the lines hold %q", all)
			}
		})
	}
}

// A title in a script without spaces does not ask for a line as long as itself.
func TestWidestOfAScriptWithoutSpaces(t *testing.T) {
	f := text.WithSource(resources.Font, japanese(t))
	for _, tc := range []struct {
		in   string
		most float64
	}{
		{"漢字かな交じり文東京漢字かな交じり文東京", 1.1},
		{"漢字。「東京」", 3.1},
		{"ผู้โดยสารรับบัตรขึ้นเครื่องที่สนามบินแล้วเดินไปที่ประตูทางออก", 7},
		{"អ្នកដំណើរនៅព្រលានយន្តហោះអ្នកដំណើរនៅព្រលានយន្តហោះ", 7},
		{"bookkeeping 漢字", f.Line("bookkeeping", text.Bold).W},
	} {
		if w := f.Widest(tc.in, text.Bold); w > tc.most || w < 0.9 {
			t.Errorf("the widest of %q is %.2f em, over %.2f", tc.in, w, tc.most)
		}
	}
}

// A line of a web address ends behind a slash or a hyphen before it ends within
// a word.
func TestAddressesBreakAtTheirParts(t *testing.T) {
	lines := text.New(resources.Font).Wrap("https://example.com/departures/today-and-tomorrow", text.Regular, 11)
	for i, l := range lines {
		if i < len(lines)-1 && !strings.HasSuffix(l.Text, "/") && !strings.HasSuffix(l.Text, "-") {
			t.Errorf("a line ends in %q", l.Text)
		}
	}
}

func TestFontsServeManyAtOnce(t *testing.T) {
	f := text.WithSource(resources.Font, japanese(t))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i, in := range []string{"漢字かな", "😀👍🏽", "مرحبا", "A 国 B", "हैं।", "Käse"} {
				for _, l := range f.Wrap(in, text.Style(i%4), 3) {
					for _, r := range l.Runs {
						face := r.Font.NewFace()
						for _, g := range r.Glyphs {
							face.GlyphDataOutline(g.ID)
							r.Font.Layers(g.ID)
						}
					}
				}
			}
		})
	}
	wg.Wait()
}

func TestParseFontSaysWhatIsWrong(t *testing.T) {
	file, err := os.ReadFile("testdata/cjk.ttc")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name  string
		file  []byte
		index int
	}{{"empty", nil, 0}, {"text", []byte("no font, but long enough to be looked at"), 0}, {"index", file, 2}, {"negative", file, -1}, {"cut", file[:300], 1}} {
		if _, err := text.ParseFont("Broken", bytes.NewReader(tc.file), tc.index, false); err == nil || !strings.Contains(err.Error(), "Broken") {
			t.Errorf("%s: error %v", tc.name, err)
		}
	}
}
