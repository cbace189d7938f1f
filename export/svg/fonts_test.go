package svg

import (
	"bytes"
	"testing"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/export/exporttest"
	"touchline.app/resources"
)

// texts is a scene of all texts in all styles, in the bundled fonts alone, so that
// it is the same on every machine.
func texts() *scene.Scene {
	p := scene.NewPen(text.New(resources.Font))
	for i, s := range exporttest.Texts {
		for _, style := range []text.Style{text.Regular, text.Italic, text.Semibold, text.Bold} {
			p.Block(s, scene.Font{Style: style, Size: 12, Lead: 16}, 10, float64(16*i), 300, scene.Color{A: 255})
		}
	}
	return scene.New(scene.Point{X: 400, Y: 2000}, scene.Light(), []scene.Node{p.Node(scene.RoleCell, scene.Ref{})})
}

// A viewer that shapes a text with the font in the file sets the same glyphs at
// the same places as the layout did.
func TestFontsShapeAsTheLayoutDid(t *testing.T) {
	for name, s := range map[string]*scene.Scene{"all texts": texts(), "plain": exporttest.Large(20)} {
		fs := collect(s)
		travels := map[*text.Font]*font.Face{}
		for _, f := range fs.list {
			if f.outlined() {
				continue
			}
			file, err := resources.Font(f.font.Name)
			if err != nil {
				t.Fatal(err)
			}
			tables, err := subset(file, f)
			if err != nil {
				t.Fatal(err)
			}
			data := woff(tables)
			ft, err := text.ParseFont(f.font.Name, bytes.NewReader(data), 0, false)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			travels[f.font] = ft.NewFace()
			t.Logf("%s: %s takes %d bytes of %d", name, f.font.Name, len(data), len(file))
		}
		for i := range s.Nodes {
			for k := range s.Nodes[i].Ops() {
				o := &s.Nodes[i].Ops()[k]
				if o.Line == nil {
					continue
				}
				for j := range o.Line.Runs {
					if r := &o.Line.Runs[j]; travels[r.Font] != nil {
						sameShapes(t, travels[r.Font], r)
					}
				}
			}
		}
	}
}

func sameShapes(t *testing.T, face *font.Face, r *text.Run) {
	t.Helper()
	in := shaping.Input{Text: r.Text, RunEnd: len(r.Text), Direction: di.DirectionLTR, Face: face, Size: fixed.I(2048), Language: "en"}
	if r.RTL {
		in.Direction = di.DirectionRTL
	}
	for _, c := range r.Text {
		if s := language.LookupScript(c); s != language.Common && s != language.Inherited {
			in.Script = s
			break
		}
	}
	var shaper shaping.HarfbuzzShaper
	out, want := shaper.Shape(in), r.Glyphs
	if len(out.Glyphs) != len(want) {
		t.Errorf("%q in %s: %d glyphs, want %d", string(r.Text), r.Font.Name, len(out.Glyphs), len(want))
		return
	}
	for i, g := range out.Glyphs {
		if g.GlyphID == 0 && want[i].Advance == 0 {
			continue // a mark the font lacks, which the layout hides
		}
		off := float64(g.Advance)/64/2048 - want[i].Advance
		if i == 0 || i == len(want)-1 {
			off = 0 // where the line was broken it may still stand off from what followed
		}
		if g.GlyphID != want[i].ID || off > 0.002 || off < -0.002 {
			t.Errorf("%q in %s: glyph %d is %d, %.4f em off; want %d", string(r.Text), r.Font.Name, i, g.GlyphID, off, want[i].ID)
			return
		}
		a, b := original(r.Font, want[i].ID), glyphPath(face, g.GlyphID)
		if a != b {
			t.Errorf("%q in %s: glyph %d has another outline", string(r.Text), r.Font.Name, g.GlyphID)
			return
		}
	}
}

func original(f *text.Font, id font.GID) string { return glyphPath(f.NewFace(), id) }
