package svg_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/export/embed"
	"touchline.app/export/exporttest"
	"touchline.app/export/svg"
	"touchline.app/journey"
)

var update = flag.Bool("update", false, "accept the structure as it is now; look at the difference before you commit it")

func write(t *testing.T, s *scene.Scene, o svg.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := svg.Write(&b, s, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// parse reads the whole file as a strict reader does and returns its texts.
func parse(t *testing.T, file string) string {
	t.Helper()
	var words strings.Builder
	d := xml.NewDecoder(strings.NewReader(file))
	depth := 0 // inside of text elements
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return words.String()
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if tok.Name.Local == "text" || depth > 0 {
				depth++
			}
			attributes(t, tok)
		case xml.EndElement:
			depth = max(0, depth-1)
			if depth == 0 {
				words.WriteByte('\n')
			}
		case xml.CharData:
			if depth > 0 {
				words.Write(tok)
			}
		}
	}
}

func attributes(t *testing.T, e xml.StartElement) {
	t.Helper()
	seen := map[xml.Name]bool{}
	for _, a := range e.Attr {
		if seen[a.Name] {
			t.Errorf("%s has two attributes %s", e.Name.Local, a.Name.Local)
		}
		seen[a.Name] = true
		if !strings.Contains(a.Name.Local, "label") && (strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf")) {
			t.Errorf("attribute %s is %q", a.Name.Local, a.Value)
		}
	}
}

// small is a scene with something of everything an SVG has a way of its own for,
// laid out by hand so that it stays when maps are laid out in another way.
func small() *scene.Scene {
	ink, red := scene.Color{R: 26, G: 31, B: 43, A: 255}, scene.Color{R: 209, G: 73, B: 91, A: 128}
	plain, bold := scene.Font{Style: text.Regular, Size: 12, Lead: 16}, scene.Font{Style: text.Bold, Size: 24, Lead: 30}
	var nodes []scene.Node
	node := func(role scene.Role, kind journey.Kind, lane journey.ID, alt string, draw func(p *scene.Pen)) {
		p := scene.NewPen(text.Embedded())
		draw(p)
		n := p.Node(role, scene.Ref{Kind: kind, ID: "x"})
		n.Lane, n.Alt = lane, alt
		nodes = append(nodes, n)
	}
	node(scene.RoleHeader, journey.KindHead, "", "", func(p *scene.Pen) { p.One("Booking & “more”", bold, 20, 10, ink) })
	for i, lane := range []journey.ID{"a", "b"} {
		node(scene.RoleLane, journey.KindLane, lane, "", func(p *scene.Pen) {
			p.Rect(scene.Rect{X: 10, Y: 50 + 100*float64(i), W: 380, H: 100}, 0, ink.Alpha(0.1))
		})
	}
	node(scene.RoleTouchpoint, journey.KindTouchpoint, "a", "Moment that matters", func(p *scene.Pen) {
		p.Framed(scene.Rect{X: 20, Y: 60, W: 160, H: 80}, 8, scene.Color{R: 255, G: 255, B: 255, A: 255}, ink)
		p.Block("Pays 12:30 שלום (2) 👍🏽 now\nالدفع", plain, 30, 70, 140, ink)
	})
	node(scene.RoleCell, journey.KindNote, "b", "", func(p *scene.Pen) {
		p.Block("See https://example.com/a?b=c&d=<e> or javascript:alert(1) and mailto:a@b.c.", plain, 20, 160, 360, ink)
	})
	node(scene.RoleActual, journey.KindTouchpoint, "a", "Pay: expected +1.0, actual -0.6, gap -1.6", func(p *scene.Pen) {
		p.Fill(scene.Circle(200, 100, 6), red)
		p.Stroke(scene.Path(nil).Move(206, 100).Line(240.125, 90).Line(260, 90).Cubic(270, 90, 280, 95, 300, 120), scene.Stroke{Color: ink, Width: 1.5, Dash: []float64{3, 2}})
	})
	node(scene.RoleCurve, journey.KindHead, "b", "", func(p *scene.Pen) { // lies over what comes next in the first lane
		p.Fill(scene.Path(nil).Move(330, 60).Line(380, 60).Line(380, 240).Close(), red)
	})
	node(scene.RoleGap, journey.KindTouchpoint, "a", "", func(p *scene.Pen) {
		p.Image(scene.Rect{X: 350, Y: 60, W: 20, H: 20}, &scene.Picture{Data: []byte("picture"), Format: "png"})
	})
	node(scene.RoleFooter, journey.KindHead, "", "", func(p *scene.Pen) {
		p.One("Touchline", plain, 20, 260, ink)
		p.One("🌍", plain, 300, 260, ink.Alpha(0.5))
		p.One("🌍 map", plain, 340, 260, ink.Alpha(0.5))
	})
	s := scene.New(scene.Point{X: 400, Y: 283.4567}, scene.Light(), nodes)
	s.Bands = []scene.Band{{Lane: "a", Name: "Touchpoints <1>", Type: journey.LaneTouchpoints}, {Lane: "b", Name: " ", Type: journey.LaneText}}
	return s
}

var base64 = regexp.MustCompile(`base64,[A-Za-z0-9+/=]+`)

// TestStructureIsAsBefore compares a small file with the one accepted last; of
// fonts only that they are there.
func TestStructureIsAsBefore(t *testing.T) {
	parse(t, write(t, small(), svg.Options{}))
	got := base64.ReplaceAllString(write(t, small(), svg.Options{Title: "Booking & “more”", Desc: "A map of one stage", Lang: "en"}), "base64,…")
	got = regexp.MustCompile(`(<path id="g\d+" d=")[^"]*`).ReplaceAllString(got, "$1…")
	file := filepath.Join("testdata", "small.svg")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("%s:%d was\n\t%s\nand is\n\t%s\nrun the test with -update to accept all of it", file, i+1, a[i], b[i])
		}
	}
	if len(a) != len(b) {
		t.Fatalf("%s had %d lines and has %d", file, len(a), len(b))
	}
}

func TestHostileTextsAreWellFormedAndThere(t *testing.T) {
	for seed := range uint64(16) {
		m := exporttest.Random(seed)
		s := exporttest.Scene(m)
		file := write(t, s, svg.Options{Title: m.Head.Title, Desc: m.Head.Scenario, Lang: "e\"n<"})
		words := parse(t, file)
		for i := range s.Nodes {
			for _, o := range s.Nodes[i].Ops() {
				if o.Kind != scene.OpText {
					continue
				}
				for _, r := range o.Line.Runs {
					if want := strings.TrimSpace(plain(string(r.Text))); !strings.Contains(words, want) {
						t.Fatalf("seed %d: %q is not in the file", seed, want)
					}
				}
			}
		}
		if file != write(t, exporttest.Scene(exporttest.Random(seed)), svg.Options{Title: m.Head.Title, Desc: m.Head.Scenario, Lang: "e\"n<"}) {
			t.Errorf("seed %d gives two files", seed)
		}
	}
}

// plain is a text without what XML and an order that is settled have no place for.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r == 0xFFFE || r == 0xFFFF || r == 0x200E || r == 0x200F || r == 0x61C || (r >= 0x202A && r <= 0x202E) || (r >= 0x2066 && r <= 0x2069) {
			return -1
		}
		return r
	}, s)
}

func TestMapsComeBack(t *testing.T) {
	for seed := range uint64(12) {
		m := exporttest.Random(seed)
		data, err := embed.Encode(m)
		if err != nil {
			t.Fatal(err)
		}
		file := write(t, exporttest.Scene(m), svg.Options{Title: m.Head.Title, Map: data})
		parse(t, file)
		back, err := embed.Find([]byte(file))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if journey.Digest(back) != journey.Digest(m) {
			t.Errorf("seed %d: another map came back", seed)
		}
	}
}

func TestMarksThatLieNowhereAreLeftOut(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	line := small().Nodes[1].Ops()[0]
	line.At.X = nan
	ink := scene.Color{A: 255}
	p := scene.NewPen(nil)
	p.Rect(scene.Rect{X: nan, W: 4, H: 4}, 1, ink)
	p.Rect(scene.Rect{W: 4, H: inf}, nan, ink)
	p.Fill(scene.Path(nil).Move(1, 2).Line(nan, 3).Close(), ink)
	p.Stroke(scene.Path(nil).Move(1, 2).Line(2, 3), scene.Stroke{Color: ink, Width: inf})
	p.Stroke(scene.Path(nil).Move(1, 2).Line(2, 3), scene.Stroke{Color: ink, Width: 1, Dash: []float64{nan, -1}})
	n := p.Node(scene.RoleCell, scene.Ref{})
	n = n.With(append(n.Ops(), line, scene.Op{Kind: scene.OpImage, Rect: scene.Rect{W: 4, H: 4}}, scene.Op{Kind: scene.OpText, Size: 4}))
	s := &scene.Scene{Size: scene.Point{X: 10, Y: 10}, Nodes: []scene.Node{n}}
	file := write(t, s, svg.Options{})
	parse(t, file)
	if strings.Count(file, "<path") != 1 || strings.Contains(file, "<rect") || strings.Contains(file, "<text") {
		t.Errorf("a mark that lies nowhere was drawn:\n%s", file)
	}
}

func TestTransparentLeavesThePaperOut(t *testing.T) {
	file := write(t, exporttest.Large(10), svg.Options{Transparent: true})
	parse(t, file)
	if strings.Contains(file, `class="page"`) || !strings.Contains(file, `class="touchpoint"`) {
		t.Error("the paper is there, or the touchpoints are not")
	}
	if lane := regexp.MustCompile(`class="lane">\n<title>[^<]*</title>\n<rect[^>]*fill="#ffffff"`).FindString(file); lane != "" {
		t.Errorf("a lane is painted as the paper: %s", lane)
	}
}

func TestCancelStopsTheWork(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var told []int
	total := 0
	o := svg.Options{Context: ctx, Progress: func(done, of int) { told, total = append(told, done), of; cancel() }}
	s := exporttest.Large(300)
	if err := svg.Write(io.Discard, s, o); !errors.Is(err, context.Canceled) || len(told) != 1 || total != len(s.Nodes) {
		t.Errorf("error %v after %v of %d", err, told, total)
	}
	o.Context = context.Background()
	if err := svg.Write(io.Discard, s, o); err != nil || told[len(told)-1] != total {
		t.Errorf("error %v after %v of %d", err, told, total)
	}
}

func TestScenesWithoutSize(t *testing.T) {
	for _, size := range []scene.Point{{}, {X: math.NaN(), Y: 1}, {X: 1, Y: math.Inf(1)}, {X: -1, Y: 4}} {
		var b bytes.Buffer
		if err := svg.Write(&b, &scene.Scene{Size: size}, svg.Options{}); !errors.Is(err, svg.ErrScene) || b.Len() > 0 {
			t.Errorf("%v: error %v after %d bytes", size, err, b.Len())
		}
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfTheWriterComeBack(t *testing.T) {
	if err := svg.Write(full{}, exporttest.Large(30), svg.Options{}); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

func BenchmarkWrite(b *testing.B) {
	s := exporttest.Large(300)
	n := 0
	for b.Loop() {
		var out bytes.Buffer
		if err := svg.Write(&out, s, svg.Options{}); err != nil {
			b.Fatal(err)
		}
		n = out.Len()
	}
	b.ReportMetric(float64(n)/1e3, "KB/file")
}
