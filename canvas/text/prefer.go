package text

import (
	"slices"
	"strings"

	"github.com/go-text/typesetting/language"
)

// preferred are the families, in fontscan's spelling, that suit a script or a
// language of Han characters, the best first.
var preferred = map[string][]string{
	"ja":      {"notosanscjkjp", "notosansjp", "sourcehansansjp", "sourcehansans", "hiraginosans", "hiraginokakugothicpron", "yugothicui", "yugothic", "meiryo", "ipaexgothic", "ipagothic", "takaogothic", "vlgothic", "msgothic"},
	"ko":      {"notosanscjkkr", "notosanskr", "sourcehansanskr", "sourcehansansk", "applesdgothicneo", "malgungothic", "nanumgothic", "baekmukdotum", "undotum"},
	"zh-Hans": {"notosanscjksc", "notosanssc", "sourcehansanssc", "sourcehansanscn", "pingfangsc", "microsoftyahei", "heitisc", "wenquanyimicrohei", "wenquanyizenhei", "droidsansfallback", "simhei", "simsun"},
	"zh-Hant": {"notosanscjktc", "notosanstc", "sourcehansanstc", "sourcehansanstw", "pingfangtc", "microsoftjhenghei", "heititc", "wenquanyimicrohei", "wenquanyizenhei", "droidsansfallback", "pmingliu"},
	"symbols": {"notosanssymbols2", "notosanssymbols", "notosansmath", "segoeuisymbol", "applesymbols", "stixtwomath", "dejavusans", "symbola"},
}

// common are families for many scripts, made for screens.
var common = []string{"notosans", "segoeui", "segoeuihistoric", "nirmalaui", "leelawadeeui", "ebrima", "gadugi", "sylfaen", "mongolianbaiti", "arialunicodems", "freesans", "dejavusans", "unifont"}

// familyRank says how well a family suits, the best being 0, and whether it may
// be used at all. Faces without outlines or without meaning are left out, and
// DejaVu for Arabic, which it joins badly.
func familyRank(family string, k rankKey) (int, bool) {
	for _, bad := range []string{"emoji", "lastresort", "blank", "barcode", "webdings", "wingdings"} {
		if strings.Contains(family, bad) {
			return 0, false
		}
	}
	if k.script == language.Arabic && strings.HasPrefix(family, "dejavu") {
		return 0, false
	}
	if i := slices.Index(preferred[preference(k)], family); i >= 0 {
		return i, true
	}
	cjk := strings.Contains(family, "cjk") || strings.Contains(family, "sourcehan")
	i := slices.Index(common, family)
	switch {
	case strings.Contains(family, "mono"):
		return 90, true
	case strings.HasPrefix(family, "notosans") && !cjk:
		return 20, true
	case i >= 0:
		return 30 + i, true
	case strings.Contains(family, "serif"):
		return 70, true
	case cjk:
		return 50, true
	case strings.Contains(family, "sans"), strings.Contains(family, "gothic"):
		return 60, true
	}
	return 80, true
}

// preference returns the key of preferred for a script and language.
func preference(k rankKey) string {
	switch {
	case k.script == language.Hiragana, k.script == language.Katakana:
		return "ja"
	case k.script == language.Hangul:
		return "ko"
	case k.script == language.Bopomofo:
		return "zh-Hant"
	case k.lang != "":
		return k.lang
	case !k.script.Strong():
		return "symbols"
	}
	return ""
}
