package page

import (
	"context"
	"math"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/export/report"
	"touchline.app/journey"
)

// hold checks what is true of every document: parts lie on their sheet and keep
// off the footer, scales are numbers, and nothing is cut through that is not cut
// by intent.
func hold(t *testing.T, d *Document, cutting bool) {
	t.Helper()
	for i, s := range d.Sheets {
		if !(s.Size.X > 0 && s.Size.Y > 0 && s.Size.X <= MostSide && s.Size.Y <= MostSide) {
			t.Fatalf("sheet %d is %v", i+1, s.Size)
		}
		for _, p := range s.Parts {
			onSheet(t, i, s, p)
			if cutting {
				whole(t, i, p)
			}
		}
		apart(t, i, s)
	}
}

// onSheet checks that a part has a size and lies on its sheet.
func onSheet(t *testing.T, i int, s Sheet, p Part) {
	t.Helper()
	r := p.Rect()
	if !(p.Scale > 0) || math.IsInf(p.Scale, 0) || !(r.W > 0 && r.H > 0) {
		t.Fatalf("sheet %d: a part (kind %d) has scale %v and is %v", i+1, p.Kind, p.Scale, r)
	}
	if r.X < -0.01 || r.Y < -0.01 || r.Right() > s.Size.X+0.01 || r.Bottom() > s.Size.Y+0.01 {
		t.Fatalf("sheet %d of %v: a part (kind %d) lies at %v", i+1, s.Size, p.Kind, r)
	}
}

// whole checks that no text of a part is cut off.
func whole(t *testing.T, sheet int, p Part) {
	t.Helper()
	w := p.Window.Inset(-0.2)
	for _, i := range p.Scene.Visible(p.Window) {
		for k := range p.Scene.Nodes[i].Ops() {
			o := &p.Scene.Nodes[i].Ops()[k]
			if !isText(o) || o.Line.W == 0 || !o.TextRect().Overlaps(p.Window.Inset(0.2)) {
				continue
			}
			if r := o.TextRect(); r.X < w.X || r.Y < w.Y || r.Right() > w.Right() || r.Bottom() > w.Bottom() {
				t.Fatalf("sheet %d (kind %d): %q at %+v is cut by %+v", sheet+1, p.Kind, o.Line.Text, r, p.Window)
			}
		}
	}
}

// apart checks that furniture lies beside everything else but the tints it puts
// under the map.
func apart(t *testing.T, sheet int, s Sheet) {
	t.Helper()
	for i, a := range s.Parts {
		if a.Kind != Furniture || a.Scene.Size != s.Size {
			continue
		}
		for k, b := range s.Parts {
			if k != i && a.Rect().Inset(0.05).Overlaps(b.Rect()) {
				t.Fatalf("sheet %d: furniture %v overlaps part %d (kind %d) %v", sheet+1, a.Rect(), k, b.Kind, b.Rect())
			}
		}
	}
}

func TestEveryMapFitsEveryPaper(t *testing.T) {
	for name, m := range maps(t) {
		for _, mode := range Modes {
			for _, paper := range Papers {
				if mode == Poster && paper != A2 && paper != Fit || name != "flight" && (paper == A1 || paper == Legal) {
					continue
				}
				o := options()
				o.Mode, o.Paper, o.Logo, o.Accent = mode, paper, logo(), scene.Color{R: 255, G: 200, A: 255}
				d, err := Set(context.Background(), m, o)
				if err != nil {
					t.Fatalf("%s, %s, %s: %v", name, mode, paper, err)
				}
				if len(d.Sheets) == 0 || len(d.Sheets) > MostSheets {
					t.Fatalf("%s, %s, %s: %d sheets", name, mode, paper, len(d.Sheets))
				}
				hold(t, d, mode == Split)
			}
		}
	}
}

func TestOrientationIsTheLargerUnlessSaid(t *testing.T) {
	m := flight(t)
	for _, tc := range []struct {
		o        Orientation
		standing bool
	}{{Portrait, true}, {Landscape, false}} {
		o := options()
		o.Paper, o.Orientation = A3, tc.o
		d, err := Set(context.Background(), m, o)
		if err != nil {
			t.Fatal(err)
		}
		if s := d.Sheets[0]; (s.Size.Y > s.Size.X) != tc.standing {
			t.Errorf("%s is %v", tc.o, s.Size)
		}
	}
	best := 0.0
	for _, way := range []Orientation{Portrait, Landscape, Auto} {
		o := options()
		o.Paper, o.Orientation = A3, way
		d, _ := Set(context.Background(), m, o)
		k := d.Sheets[0].scale()
		if way == Auto && k < best {
			t.Errorf("auto has scale %v, one of the others %v", k, best)
		}
		best = max(best, k)
	}
}

func TestSmallTextIsSaidWithThePaperThatWouldDo(t *testing.T) {
	m := flight(t)
	for _, tc := range []struct {
		name  string
		o     Options
		warns []string // parts of the first warning; none: no warning but of initials
	}{
		{"fit", Options{}, nil},
		{"a4", Options{Paper: A4}, []string{"The smallest text is", "on A4; on A3 it would be"}},
		{"letter", Options{Paper: Letter}, []string{"on Letter; on A2 it would be"}},
		{"a0", Options{Paper: A0}, nil},
		{"split", Options{Paper: A4, Mode: Split}, nil},
		{"tiny poster", Options{Mode: Poster, Scale: 0.2}, []string{"too small to read on paper"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tc.o.Scene = options().Scene
			d, err := Set(context.Background(), m, tc.o)
			if err != nil {
				t.Fatal(err)
			}
			words := strings.Join(slices.DeleteFunc(said(d), func(s string) bool { return strings.Contains(s, "initials") }), " ")
			if tc.warns == nil && words != "" {
				t.Errorf("warns %q", words)
			}
			for _, part := range tc.warns {
				if !strings.Contains(words, part) {
					t.Errorf("warns %q, not %q", words, part)
				}
			}
		})
	}
	o := options()
	o.Paper = A4
	d, err := Set(context.Background(), randomMap(rand.New(rand.NewSource(1)), 30, 900, 40), o)
	if err != nil || !strings.Contains(said(d)[0], "split the map") {
		t.Errorf("a map too wide for any paper: %v %v", d.Warnings, err)
	}
}

// said are the warnings in English.
func said(d *Document) []string {
	out := make([]string, len(d.Warnings))
	for i, w := range d.Warnings {
		out[i] = w.String()
	}
	return out
}

func TestLongMapIsMadeSmallerThanAPageCanBe(t *testing.T) {
	d, err := Set(context.Background(), randomMap(rand.New(rand.NewSource(1)), 10, 300, 40), options())
	if err != nil {
		t.Fatal(err)
	}
	hold(t, d, false)
	if len(d.Warnings) == 0 || !strings.Contains(said(d)[0], "larger than a page") {
		t.Errorf("warns %q", d.Warnings)
	}
}

func TestAbsurdOptionsAreRefusedInASentence(t *testing.T) {
	m := flight(t)
	for _, tc := range []struct {
		name string
		o    Options
		says string
	}{
		{"paper", Options{Paper: "b5"}, "no paper"},
		{"mode", Options{Mode: "book"}, "no way"},
		{"orientation", Options{Orientation: "askew"}, "no orientation"},
		{"tile", Options{Mode: Poster, Tile: A0}, "printed on"},
		{"margin", Options{Paper: A4, Margin: 150}, "leave no room"},
		{"endless margin", Options{Paper: A4, Margin: math.Inf(1)}, "lengths in millimetres"},
		{"no number", Options{Paper: A4, Margin: math.NaN()}, ""},
		{"overlap", Options{Mode: Poster, Overlap: 500}, "leave no room"},
		{"scale", Options{Mode: Poster, Scale: math.Inf(1)}, "not between"},
		{"sheets", Options{Mode: Poster, Scale: 100}, "more than 2000"},
		{"report", Options{Reports: []report.Kind{"weather"}}, "no report"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tc.o.Scene = options().Scene
			d, err := Set(context.Background(), m, tc.o)
			switch {
			case tc.says == "" && err != nil:
				t.Errorf("refused: %v", err)
			case tc.says == "":
				hold(t, d, false)
			case err == nil || !strings.Contains(err.Error(), tc.says):
				t.Errorf("says %v, not %q", err, tc.says)
			}
		})
	}
}

func TestSameMapSameDocument(t *testing.T) {
	for _, mode := range Modes {
		o := options()
		o.Mode, o.Paper, o.Reports = mode, A3, report.Kinds
		a, err := Set(context.Background(), flight(t), o)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := Set(context.Background(), flight(t), o)
		if !reflect.DeepEqual(marks(a), marks(b)) {
			t.Errorf("%s differs from one time to the next", mode)
		}
	}
}

// marks are the hashes of everything on the sheets, and where it lies.
func marks(d *Document) []any {
	var out []any
	for _, s := range d.Sheets {
		for _, p := range s.Parts {
			out = append(out, p.Window, p.At, p.Scale, p.Kind)
			for i := range p.Scene.Nodes {
				out = append(out, p.Scene.Nodes[i].Hash)
			}
		}
	}
	return out
}

func TestFooterSaysTitleVersionDateAndPage(t *testing.T) {
	o := options()
	o.Mode, o.Paper = Split, A4
	d, err := Set(context.Background(), flight(t), o)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range d.Sheets {
		var all []string
		for _, p := range s.Parts {
			if p.Kind == Furniture && p.At.Y > s.Size.Y*0.8 {
				for k := range p.Scene.Nodes {
					for _, op := range p.Scene.Nodes[k].Ops() {
						if isText(&op) {
							all = append(all, op.Line.Text)
						}
					}
				}
			}
		}
		foot := strings.Join(all, "|")
		for _, want := range []string{"Taking a flight", "Version 1", "2026-11-21", "Page " + string(rune('1'+i)) + " of 5"} {
			if !strings.Contains(foot, want) {
				t.Errorf("page %d: %q lacks %q", i+1, foot, want)
			}
		}
	}
}

func TestReportsFollowTheMap(t *testing.T) {
	for name, m := range map[string]*journey.Map{"flight": flight(t), "arabic": arabic(t), "empty": journey.New("m", "")} {
		o := options()
		o.Reports = report.Kinds
		d, err := Set(context.Background(), m, o)
		if err != nil {
			t.Fatal(name, err)
		}
		hold(t, d, false)
		n := 0
		for _, s := range d.Sheets[1:] {
			for _, p := range s.Parts {
				if p.Kind == Report {
					n++
				}
			}
		}
		if n < len(report.Kinds) || d.Sheets[0].Parts[0].Kind != Body {
			t.Errorf("%s: %d report pages", name, n)
		}
	}
}
