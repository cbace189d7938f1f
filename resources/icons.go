package resources

import (
	"bytes"
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed icons/channels.tsv icons/toolbar
var icons embed.FS

// GenericIcon is the name of the icon of a channel nothing is known about.
const GenericIcon = "generic"

// iconTable is icons/channels.tsv, read.
type iconTable struct {
	names  []string
	paths  map[string]string // name -> SVG path data
	words  map[string]string // word or words of a channel's name, lower case -> name
	starts map[string]string // beginning of such words -> name
}

// loadIcons reads the table of channel icons once. Columns are name, path data and words, and a
// line beginning with # is a remark. Of two icons with one word the first has it.
var loadIcons = sync.OnceValue(func() iconTable {
	file, err := icons.ReadFile("icons/channels.tsv")
	if err != nil {
		panic("resources: " + err.Error()) // embedded: missing only when the build is wrong
	}
	t := iconTable{paths: map[string]string{}, words: map[string]string{}, starts: map[string]string{}}
	for line := range strings.Lines(string(file)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		t.names = append(t.names, cells[0])
		t.paths[cells[0]] = cells[1]
		if len(cells) > 2 {
			t.learn(cells[0], strings.Split(cells[2], ", "))
		}
	}
	return t
})

// learn makes the words lead to the icon. One that ends in * is the beginning of longer words too.
func (t *iconTable) learn(name string, words []string) {
	for _, w := range words {
		into := t.words
		if begin, ok := strings.CutSuffix(w, "*"); ok {
			into, w = t.starts, begin
		}
		if _, taken := into[w]; !taken {
			into[w] = name
		}
	}
}

// Icon returns the icon called name as SVG path data on a grid of 24 by 24 units, and whether
// there is one. The icon is a line drawing: stroke it with a width of 1.9 units and round caps and
// joins, and do not fill it. The data use the commands M, L, H, V, C, S and Z and their relative
// forms, no arcs.
func Icon(name string) (string, bool) {
	path, ok := loadIcons().paths[name]
	return path, ok
}

// IconNames lists the channel icons.
func IconNames() []string { return slices.Clone(loadIcons().names) }

// longestPhrase is the number of words in the longest phrase of icons/channels.tsv.
const longestPhrase = 3

// IconFor returns the name of the icon that suits a channel of the given name, in English,
// Spanish, German or French. The longest word or phrase that is known decides, so that a "mobile
// app" is an app and a "tienda online" a website. Where nothing suits it is GenericIcon. The name
// of an icon suits that icon.
func IconFor(channelName string) string {
	t := loadIcons()
	name := strings.ToLower(strings.TrimSpace(channelName))
	if _, ok := t.paths[name]; ok {
		return name
	}
	tokens := words(name)
	best, length := GenericIcon, 0
	for from := range tokens {
		for to := from + 1; to <= min(len(tokens), from+longestPhrase); to++ {
			icon, n := t.match(strings.Join(tokens[from:to], " "))
			if n > length {
				best, length = icon, n
			}
		}
	}
	return best
}

// match returns the icon of a phrase and how many bytes of it are known; 0 when none are.
func (t *iconTable) match(phrase string) (string, int) {
	if icon, ok := t.words[phrase]; ok {
		return icon, len(phrase)
	}
	for n := len(phrase); n > 0; n-- {
		if icon, ok := t.starts[phrase[:n]]; ok {
			return icon, n
		}
	}
	return "", 0
}

// joining takes the signs out that join or cut words.
var joining = strings.NewReplacer("-", "", "‑", "", "'", " ", "’", " ")

// words splits a name at everything that is no letter or digit. Hyphens are dropped, so that
// "e-mail" and "email" are one word.
func words(name string) []string {
	name = joining.Replace(name)
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
