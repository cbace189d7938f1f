package text_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"touchline.app/canvas/text"
	"touchline.app/resources"
)

// glyphs returns the glyphs of a line and the names of its fonts.
func glyphs(l *text.Line) (n int, fonts string) {
	var names []string
	for _, r := range l.Runs {
		n += len(r.Glyphs)
		names = append(names, r.Font.Name)
	}
	return n, strings.Join(names, " ")
}

func TestAnEmojiIsOneColouredGlyph(t *testing.T) {
	f := text.New(resources.Font)
	for _, tc := range []struct{ name, in string }{
		{"face", "😀"},
		{"skin tone", "👋🏽"},
		{"family", "👨‍👩‍👧‍👦"},
		{"skin tones in a sequence", "👩🏿‍🤝‍👩🏻"},
		{"flag of a country", "🇳🇵"},
		{"flag of a region", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"},
		{"flag with a sequence", "🏳️‍🌈"},
		{"key", "4️⃣"},
		{"heart by a variation", "❤️"},
		{"heart in a sequence", "👩‍❤️‍💋‍👨"},
		{"copyright by a variation", "©️"},
		{"telephone by a variation", "☎️"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for _, in := range []string{tc.in, "שלום " + tc.in, "ไทย" + tc.in + "a"} {
				l := f.Line(in, text.Semibold)
				coloured := 0
				for _, r := range l.Runs {
					for _, g := range r.Glyphs {
						if r.Font.Layers(g.ID) != nil {
							if coloured++; g.Advance < 0.9 {
								t.Errorf("the glyph takes %.2f em", g.Advance)
							}
							if got := string(r.Text[g.Cluster : g.Cluster+g.Runes]); got != tc.in {
								t.Errorf("the glyph stands for %q", got)
							}
						}
					}
				}
				if coloured != 1 {
					_, fonts := glyphs(l)
					t.Errorf("%q has %d coloured glyphs in %s", in, coloured, fonts)
				}
			}
		})
	}
}

func TestSignsOfTextStayInTheFontOfTheText(t *testing.T) {
	f := text.New(resources.Font)
	for _, in := range []string{"©", "®", "→", "™", "1", "#", "*", "42", "✓", "☺︎"} {
		l := f.Line(in, text.Regular)
		for _, r := range l.Runs {
			for _, g := range r.Glyphs {
				if r.Font.Layers(g.ID) != nil {
					t.Errorf("%q is an emoji", in)
				}
			}
		}
	}
}

func TestLayersAreOutlinesOfTheirFont(t *testing.T) {
	l := text.New(resources.Font).Line("😀", text.Regular)
	ft := l.Runs[0].Font
	face := ft.NewFace()
	layers := ft.Layers(l.Runs[0].Glyphs[0].ID)
	if len(layers) < 2 {
		t.Fatalf("%d layers", len(layers))
	}
	for i, layer := range layers {
		if o, ok := face.GlyphDataOutline(layer.Glyph); !ok || len(o.Segments) == 0 || layer.Color.A == 0 {
			t.Errorf("layer %d shows nothing: %+v", i, layer)
		}
	}
	if text.New(resources.Font).Line("A", text.Regular).Runs[0].Font.Layers(5) != nil {
		t.Error("a letter has layers")
	}
}

const sharedHostile = "../../../shared/data/hostile/"

// Every sequence of Unicode's list is one glyph.
func TestSequencesOfEmoji(t *testing.T) {
	list, err := os.ReadFile(sharedHostile + "unicode15_emoji-zwj-sequences.txt")
	if err != nil {
		t.Log("no list of sequences beside the checkout")
		return
	}
	f := text.New(resources.Font)
	for line := range strings.Lines(string(list)) {
		line, _, _ = strings.Cut(line, "#")
		codes, _, ok := strings.Cut(line, ";")
		if !ok {
			continue
		}
		var rs []rune
		for _, c := range strings.Fields(codes) {
			v, err := strconv.ParseUint(c, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			rs = append(rs, rune(v))
		}
		l := f.Line(string(rs), text.Regular)
		n, fonts := glyphs(l)
		visible := 0
		for _, r := range l.Runs {
			for _, g := range r.Glyphs {
				if r.Font.Layers(g.ID) != nil {
					visible++
				}
			}
		}
		if visible != 1 || l.W > 1.5 || l.W < 0.9 || fonts != resources.EmojiFont {
			t.Errorf("%s: %d glyphs, %d in colour, %.2f em, in %s", codes, n, visible, l.W, fonts)
		}
	}
}
