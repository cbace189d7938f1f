package text

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"

	"touchline.app/resources"
)

// footprint describes a font of a file in testdata.
func footprint(family, file string, index uint16, weight font.Weight, runes string) fontscan.Footprint {
	p := fontscan.Footprint{Family: family, Aspect: font.Aspect{Weight: weight, Style: font.StyleNormal, Stretch: font.StretchNormal}}
	p.Location.File, p.Location.Index = filepath.Join("testdata", file), index
	for _, r := range runes {
		p.Runes.Add(r)
	}
	return p
}

// machine is a system with the given fonts.
func machine(prints ...fontscan.Footprint) *System {
	return &System{scanned: true, prints: prints, ranked: map[rankKey][]*candidate{}, open: map[faceKey]*Font{}}
}

func TestSystemPrefersTheFamilyOfTheScript(t *testing.T) {
	print := func(family string, weight font.Weight) fontscan.Footprint {
		return footprint(family, "x.ttf", 0, weight, "漢")
	}
	s := machine(
		print("dejavusans", 400), print("notosanscjksc", 700), print("notosanscjksc", 400), print("notosansmonocjkjp", 400),
		print("notosanscjkjp", 400), print("notocoloremoji", 400), print("notosansbengali", 400), print("notoserifbengali", 400), print("anything", 400),
	)
	for _, tc := range []struct {
		name  string
		key   rankKey
		first string
		bold  bool
	}{
		{"japanese", rankKey{language.Han, "ja", false}, "notosanscjkjp", false},
		{"chinese", rankKey{language.Han, "zh-Hans", false}, "notosanscjksc", false},
		{"chinese in bold", rankKey{language.Han, "zh-Hans", true}, "notosanscjksc", true},
		{"kana", rankKey{language.Katakana, "", false}, "notosanscjkjp", false},
		{"bengali", rankKey{language.Bengali, "", false}, "notosansbengali", false},
		{"a sign", rankKey{language.Common, "", false}, "dejavusans", false},
	} {
		got := s.order(tc.key)
		if got[0].print.Family != tc.first || (got[0].print.Aspect.Weight == 700) != tc.bold {
			t.Errorf("%s: %s in weight %v comes first", tc.name, got[0].print.Family, got[0].print.Aspect.Weight)
		}
		for _, c := range got {
			if strings.Contains(c.print.Family, "emoji") {
				t.Errorf("%s: %s may be used", tc.name, c.print.Family)
			}
		}
	}
	for _, c := range s.order(rankKey{language.Arabic, "", false}) {
		if strings.Contains(c.print.Family, "dejavu") {
			t.Error("DejaVu may be used for Arabic")
		}
	}
}

func TestSystemReadsAFontOfACollection(t *testing.T) {
	s := machine(
		footprint("notosanscjkjp", "missing.otf", 0, 400, "漢国"),
		footprint("notosansjp", "OFL.txt", 0, 400, "漢国"),       // no font at all
		footprint("sourcehansans", "cjk.ttc", 9, 400, "漢国"),    // no such member
		footprint("ipagothic", "cjk.ttc", 1, 400, "漢国"),        // says it has a shape that it has not
		footprint("anythingelse", "cjk.ttc", 0, 400, "한국어abc"), // Korean
	)
	ja := s.Find(Want{Rune: '漢', Script: language.Han, Lang: "ja"})
	if ja == nil || !strings.HasPrefix(ja.Name, "ipagothic-") || ja.Upem != 1000 {
		t.Fatalf("found %+v", ja)
	}
	if s.Find(Want{Rune: '漢', Script: language.Han, Lang: "ja"}) != ja {
		t.Error("the same question got another font")
	}
	if ft := s.Find(Want{Rune: '国', Script: language.Han, Lang: "ja"}); ft != nil {
		t.Errorf("found %s for what it has no shape for", ft.Name)
	}
	if ft := s.Find(Want{Rune: '한', Script: language.Hangul}); ft == nil || ft == ja || ft.Name == ja.Name {
		t.Errorf("found %v for Korean", ft)
	}
	if ft := s.Find(Want{Rune: 'ᚠ', Script: language.Runic}); ft != nil {
		t.Errorf("found %s for runes", ft.Name)
	}
}

// What stands on the machine decides nothing where every character is known.
func TestSystemIsNotAskedWithoutNeed(t *testing.T) {
	s := &System{}
	f := WithSource(resources.Font, s)
	for _, in := range []string{"Compares times", "Ελληνικά, Кириллица", "مرحبا، (abc) ١٢٣", "שָׁלוֹם", "यात्री।", "สวัสดี", "😀 4️⃣ ☎ é ễ", "→ © ™ „“ …", "a\u200bb\u00adc\ufeff"} {
		f.Line(in, Bold)
	}
	if s.scanned {
		t.Error("the fonts of the machine were listed")
	}
}

// Whatever the machine has, asking it neither fails nor panics.
func TestSystemOfThisMachine(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	f := WithSource(resources.Font, &System{})
	for _, in := range []string{"漢字かな", "বাংলা", "ქართული", "𓀀𓁐", "\U000F0000"} {
		if l := f.Line(in, Regular); l.W <= 0 {
			t.Errorf("%q takes no room", in)
		}
	}
}

// The shaper has no list of glyphs that it would forget the end of.
func TestCoverageIsMended(t *testing.T) {
	for _, name := range resources.FontNames {
		ft := New(resources.Font).font(name)
		for i, l := range ft.font.GSUB.Lookups {
			checkCoverage(t, name, i, l.Subtables)
		}
		for i, l := range ft.font.GPOS.Lookups {
			checkCoverage(t, name, i, l.Subtables)
		}
	}
}

func checkCoverage[T interface{ Cov() tables.Coverage }](t *testing.T, name string, lookup int, subtables []T) {
	t.Helper()
	glyphs, ranges := 0, false
	for _, s := range subtables {
		_, ok := s.Cov().(tables.Coverage2)
		glyphs, ranges = glyphs+s.Cov().Len(), ranges || ok
	}
	if ranges && glyphs >= floodable {
		t.Errorf("%s: lookup %d has ranges of %d glyphs", name, lookup, glyphs)
	}
}
