package text

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// System is the Source of the fonts installed on the machine. It looks for them
// when the first is wanted, and keeps what it learnt in the user's cache folder.
type System struct {
	scanned bool
	prints  []fontscan.Footprint
	ranked  map[rankKey][]*candidate
	open    map[faceKey]*Font // nil for one that cannot be read
}

// rankKey names an order of preference.
type rankKey struct {
	script language.Script
	lang   string
	bold   bool
}

// faceKey names a font of the system as it is used.
type faceKey struct {
	at   fontscan.Location
	bold bool
}

// candidate is a font of the system with its place in an order, the first lowest.
type candidate struct {
	print *fontscan.Footprint
	rank  int
}

// Find implements Source.
func (s *System) Find(w Want) *Font {
	s.scan()
	for _, c := range s.order(rankKey{w.Script, w.Lang, w.Bold}) {
		if c.print.Runes.Contains(w.Rune) {
			if ft := s.read(c.print, w.Bold); ft != nil && ft.has(w.Rune) && ft.draws(w.Rune) {
				return ft
			}
		}
	}
	return nil
}

// draws reports whether the font has an outline for a character: some have only
// pictures made of pixels.
func (f *Font) draws(r rune) bool {
	id, _ := f.face.NominalGlyph(r)
	_, ok := f.face.GlyphDataOutline(id)
	return ok
}

// scan lists the fonts of the machine. Without any the list is empty: what has no
// font is then shown as a box.
func (s *System) scan() {
	if s.scanned {
		return
	}
	s.scanned, s.ranked, s.open = true, map[rankKey][]*candidate{}, map[faceKey]*Font{}
	dir, temporary := indexFolder()
	if temporary {
		defer os.RemoveAll(dir)
	}
	prints, err := fontscan.SystemFonts(silent{}, dir)
	if err == nil {
		s.prints = prints
	}
}

// silent is a log that nobody reads.
type silent struct{}

// Printf implements fontscan.Logger.
func (silent) Printf(string, ...any) {}

// indexFolder returns a folder that can be written to: the scan is worth nothing
// to fontscan when its index cannot be kept.
func indexFolder() (dir string, temporary bool) {
	if cache, err := os.UserCacheDir(); err == nil {
		dir = filepath.Join(cache, "touchline")
		if os.MkdirAll(dir, 0o700) == nil {
			if f, err := os.CreateTemp(dir, "font-*"); err == nil {
				f.Close()
				os.Remove(f.Name())
				return dir, false
			}
		}
	}
	dir, err := os.MkdirTemp("", "touchline-fonts-")
	if err != nil {
		return os.TempDir(), false
	}
	return dir, true
}

// order returns the fonts that may serve, the best first. It depends on nothing
// but what is installed.
func (s *System) order(k rankKey) []*candidate {
	if list, ok := s.ranked[k]; ok {
		return list
	}
	var list []*candidate
	for i := range s.prints {
		p := &s.prints[i]
		if r, ok := familyRank(p.Family, k); ok {
			list = append(list, &candidate{p, r*1000 + aspectRank(p.Aspect, k.bold)})
		}
	}
	slices.SortFunc(list, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.print.Family, b.print.Family),
			cmp.Compare(a.print.Location.File, b.print.Location.File), cmp.Compare(a.print.Location.Index, b.print.Location.Index))
	})
	s.ranked[k] = list
	return list
}

// aspectRank says how far a font is from upright and the weight, below 1000.
func aspectRank(a font.Aspect, bold bool) int {
	want := 400
	if bold {
		want = 700
	}
	r := abs(int(a.Weight) - want)
	if a.Style == font.StyleItalic {
		r += 200
	}
	if a.Stretch != 0 && a.Stretch != font.StretchNormal {
		r += 100
	}
	return min(r, 999)
}

func abs(v int) int { return max(v, -v) }

// read returns a font of the system, nil when its file cannot be read.
func (s *System) read(p *fontscan.Footprint, bold bool) *Font {
	k := faceKey{p.Location, bold}
	ft, ok := s.open[k]
	if !ok {
		ft = readSystemFont(p, bold)
		s.open[k] = ft
	}
	return ft
}

// readSystemFont reads a font file. Nothing says that it is sound, so a panic of
// the parser counts as unreadable.
func readSystemFont(p *fontscan.Footprint, bold bool) (ft *Font) {
	defer func() {
		if recover() != nil {
			ft = nil
		}
	}()
	file, err := os.Open(p.Location.File)
	if err != nil {
		return nil
	}
	defer file.Close()
	ft, err = ParseFont(systemName(p, bold), file, int(p.Location.Index), bold)
	if err != nil {
		return nil
	}
	return ft
}

// systemName returns a name that no other font of the machine has.
func systemName(p *fontscan.Footprint, bold bool) string {
	h := fnv.New32a()
	fmt.Fprint(h, p.Location.File, p.Location.Index, p.Location.Instance, bold)
	name := strings.Map(func(r rune) rune {
		if (r >= 'a' && r <= 'z') || (r >= '0' && r <= '9') {
			return r
		}
		return -1
	}, strings.ToLower(p.Family))
	return fmt.Sprintf("%.40s-%08x", name, h.Sum32())
}
