package text

import (
	"sync"
	"unicode"

	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/norm"

	"touchline.app/resources"
)

// chooser gives each character of a paragraph its font. A cluster, which is a
// letter with its marks or an emoji of several characters, is never divided
// between fonts.
type chooser struct {
	fonts *Fonts
	style Style
	base  *Font
	lang  func() string // of Han characters, for they look different in each language
	last  *Font         // the last font that was chosen for want of a glyph in base
}

// choose returns the font of each character, or nil when base has them all.
func (f *Fonts) choose(rs []rune, style Style, base *Font) []*Font {
	if everyday(rs, base) {
		return nil
	}
	c := &chooser{fonts: f, style: style, base: base, lang: sync.OnceValue(func() string { return hanLanguage(rs) })}
	out := make([]*Font, len(rs))
	for i := 0; i < len(rs); {
		n, ft := c.emoji(rs[i:])
		if n == 0 {
			n = clusterAt(rs[i:])
			ft = c.text(rs[i : i+n])
		}
		for k := range n {
			out[i+k] = ft
		}
		i += n
	}
	c.fillGaps(out, rs)
	return out
}

// everyday reports whether base has all characters, and none of them can be part
// of a cluster.
func everyday(rs []rune, base *Font) bool {
	for _, r := range rs {
		plain := (r < 0x300 && r != 0xAD) || (r >= 0x370 && r < 0x483) || (r >= 0x1E00 && r < 0x2000) || (r >= 0x2010 && r < 0x2028)
		if !plain || !base.has(r) {
			return false
		}
	}
	return true
}

// fillGaps gives characters without a shape of their own, such as spaces, the
// font of the text before them, at the beginning that of the text behind.
func (c *chooser) fillGaps(fonts []*Font, rs []rune) {
	last := c.base
	for _, ft := range fonts {
		if ft != nil && ft.layers == nil {
			last = ft
			break
		}
	}
	for i, ft := range fonts {
		switch {
		case ft == nil && (ignorable(rs[i]) || last.has(rs[i])):
			fonts[i] = last
		case ft == nil:
			fonts[i] = c.base
		case ft.layers == nil:
			last = ft
		}
	}
}

// emoji returns the length of the emoji rs begins with, 0 for none.
func (c *chooser) emoji(rs []rune) (int, *Font) {
	n := emojiAt(rs)
	if n == 0 {
		return 0, nil
	}
	ft := c.fonts.font(resources.EmojiFont)
	if !ft.has(rs[0]) {
		return 0, nil
	}
	return n, ft
}

// clusterAt returns how many runes belong to the letter rs begins with.
func clusterAt(rs []rune) int {
	n := 1
	for n < len(rs) && (unicode.Is(unicode.M, rs[n]) || ignorable(rs[n])) {
		n++
	}
	return n
}

// ignorable reports whether a character has no shape anywhere
// (Default_Ignorable_Code_Point of Unicode, those that matter).
func ignorable(r rune) bool {
	switch {
	case r == 0xAD, r == 0x34F, r == 0x61C, r >= 0x115F && r <= 0x1160, r >= 0x17B4 && r <= 0x17B5, r >= 0x180B && r <= 0x180F,
		r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r == 0x3164, r >= 0xFE00 && r <= 0xFE0F,
		r == 0xFEFF, r == 0xFFA0, r >= 0x1D173 && r <= 0x1D17A, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}

// shapeless reports whether a cluster takes no font of its own: a space, or a
// character that is never seen.
func shapeless(cluster []rune) bool {
	const ogham = '\u1680' // a space with a line in it
	return len(cluster) == 1 && cluster[0] != ogham && (unicode.IsSpace(cluster[0]) || ignorable(cluster[0]))
}

// text returns the font of a cluster that is no emoji, nil when it has no shape.
func (c *chooser) text(cluster []rune) *Font {
	if shapeless(cluster) {
		return nil
	}
	f := c.fonts
	script := scriptOf(cluster)
	if c.base.covers(cluster) {
		return c.base
	}
	if ft := f.noto(script, c.style); ft != nil && ft.covers(cluster) {
		c.last = ft
		return ft
	}
	if !script.Strong() && c.last != nil && c.last.covers(cluster) {
		return c.last
	}
	if isPicture(cluster[0]) && (len(cluster) == 1 || cluster[1] != textStyle) {
		if ft := f.font(resources.EmojiFont); ft.covers(cluster) {
			return ft
		}
	}
	if ft := c.foreign(cluster, script); ft != nil {
		c.last = ft
		return ft
	}
	return c.partly(cluster[0], script)
}

// foreign returns a font of the source for a cluster, or nil. Where it lacks a
// mark the letter decides, unless an embedded font has the letter.
func (c *chooser) foreign(cluster []rune, script language.Script) *Font {
	lang := ""
	if script == language.Han || !script.Strong() || (cluster[0] >= 0xFF00 && cluster[0] < 0xFFF0) {
		lang = c.lang()
	}
	for _, r := range cluster {
		if ignorable(r) || c.base.has(r) {
			continue
		}
		ft := c.fonts.find(Want{Rune: r, Script: script, Lang: lang, Bold: c.style.bold()})
		if ft != nil && ft.covers(cluster) {
			return ft
		}
	}
	if c.base.has(cluster[0]) {
		return nil
	}
	return c.fonts.find(Want{Rune: cluster[0], Script: script, Lang: lang, Bold: c.style.bold()})
}

// partly returns the embedded font that has a letter, whatever becomes of its
// marks; base where none has it.
func (c *chooser) partly(r rune, script language.Script) *Font {
	if ft := c.fonts.noto(script, c.style); ft != nil && !c.base.has(r) && ft.has(r) {
		return ft
	}
	return c.base
}

// scriptOf returns the script of a cluster: that of the first character that
// belongs to one, or of those beside which a sign common to several was coded.
func scriptOf(cluster []rune) language.Script {
	for _, r := range cluster {
		if s := language.LookupScript(r); s.Strong() {
			return s
		}
	}
	switch r := cluster[0]; {
	case r >= 0x600 && r <= 0x6FF:
		return language.Arabic
	case r >= 0x900 && r <= 0x97F:
		return language.Devanagari
	case r >= 0xE00 && r <= 0xE7F:
		return language.Thai
	}
	return language.LookupScript(cluster[0])
}

// covers reports whether the font has a shape for each character of a cluster,
// or for what the characters are composed to.
func (f *Font) covers(cluster []rune) bool {
	if f.hasAll(cluster) {
		return true
	}
	if len(cluster) == 1 {
		return false
	}
	s := string(cluster)
	return f.hasAll([]rune(norm.NFC.String(s))) || f.hasAll([]rune(norm.NFD.String(s)))
}

func (f *Font) hasAll(rs []rune) bool {
	for _, r := range rs {
		if !ignorable(r) && !f.has(r) {
			return false
		}
	}
	return true
}

// hanLanguage returns the language of the Han characters of a paragraph, by the
// company they keep, and nothing where there are none.
func hanLanguage(rs []rune) string {
	lang := ""
	for _, r := range rs {
		switch language.LookupScript(r) {
		case language.Han:
			if lang == "" {
				lang = "zh-Hans"
			}
		case language.Hiragana, language.Katakana:
			return "ja"
		case language.Hangul:
			lang = "ko"
		case language.Bopomofo:
			lang = "zh-Hant"
		default:
		}
	}
	return lang
}
