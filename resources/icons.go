package resources

import (
	"bytes"
	"embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed icons/channels.tsv icons/toolbar
var icons embed.FS

// GenericIcon is the name of the icon of a channel nothing is known about.
const GenericIcon = "generic"

// channelIcon is one row of icons/channels.tsv.
type channelIcon struct {
	name  string
	path  string   // SVG path data
	words []string // lower-case words or beginnings of words ("mail*") of channel names
}

// loadIcons reads the table of channel icons once. Columns are name, path data and words, and a
// line beginning with # is a remark.
var loadIcons = sync.OnceValue(func() []channelIcon {
	table, err := icons.ReadFile("icons/channels.tsv")
	if err != nil {
		panic("resources: " + err.Error()) // embedded: missing only when the build is wrong
	}
	var out []channelIcon
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		icon := channelIcon{name: cells[0], path: cells[1]}
		if len(cells) > 2 {
			icon.words = strings.Split(cells[2], ", ")
		}
		out = append(out, icon)
	}
	return out
})

// Icon returns the icon called name as SVG path data on a grid of 24 by 24 units, and whether
// there is one. The icon is a line drawing: stroke it with a width of 1.9 units and round caps and
// joins, and do not fill it. The data use the commands M, L, H, V, C, S and Z and their relative
// forms, no arcs.
func Icon(name string) (string, bool) {
	for _, icon := range loadIcons() {
		if icon.name == name {
			return icon.path, true
		}
	}
	return "", false
}

// IconNames lists the channel icons.
func IconNames() []string {
	var names []string
	for _, icon := range loadIcons() {
		names = append(names, icon.name)
	}
	return names
}

// IconFor returns the name of the icon that suits a channel of the given name, in English,
// Spanish, German or French. Where nothing suits it is GenericIcon. The name of an icon suits that
// icon.
func IconFor(channelName string) string {
	name := strings.ToLower(strings.TrimSpace(channelName))
	for _, icon := range loadIcons() {
		if icon.name == name {
			return icon.name
		}
	}
	padded := " " + strings.Join(words(name), " ") + " "
	best, length := GenericIcon, 0
	for _, icon := range loadIcons() {
		for _, w := range icon.words {
			if n := matchLength(padded, w); n > length {
				best, length = icon.name, n
			}
		}
	}
	return best
}

// matchLength returns the length of the pattern where it stands in text, else 0, so that the most
// telling word decides: "mobile app" rather than "mobile".
func matchLength(text, pattern string) int {
	word, open := strings.CutSuffix(pattern, "*")
	end := " "
	if open {
		end = ""
	}
	if word != "" && strings.Contains(text, " "+word+end) {
		return len(word)
	}
	return 0
}

// words splits a name at everything that is no letter or digit. Hyphens are dropped, so that
// "e-mail" and "email" are one word.
func words(name string) []string {
	name = strings.NewReplacer("-", "", "‑", "", "'", " ", "’", " ").Replace(name)
	return strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// toolbarInk is the colour in which the files of icons/toolbar are drawn.
const toolbarInk = "#1A1F2B"

// ToolbarIcon returns the interface icon called name as an SVG file of 24 by 24 units, stroked in
// the given colour (#RRGGBB; empty means the ink of the light theme), and whether there is one.
// Fyne recolours fills only, so the colour has to be asked for here.
func ToolbarIcon(name, color string) ([]byte, bool) {
	data, err := icons.ReadFile("icons/toolbar/" + name + ".svg")
	if err == nil && color != "" {
		data = bytes.ReplaceAll(data, []byte(toolbarInk), []byte(color))
	}
	return data, err == nil
}
