package svg_test

import (
	"bytes"
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
			for _, a := range tok.Attr {
				if !strings.Contains(a.Name.Local, "label") && (strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf")) {
					t.Errorf("attribute %s is %q", a.Name.Local, a.Value)
				}
			}
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

// small is a map with something of everything an SVG has a way of its own for.
func small() *journey.Map {
	m := journey.New("m", "Booking & “more”")
	m.Put(journey.Stage{ID: "s", Order: "V", Name: "Book <now>", Phase: journey.During})
	m.Put(journey.Lane{ID: "l", Order: "V", Type: journey.LaneTouchpoints, Name: "Touchpoints"})
	m.Put(journey.Lane{ID: "e", Order: "W", Type: journey.LaneEmotion, Name: "Emotion"})
	m.Put(journey.Lane{ID: "n", Order: "X", Type: journey.LaneText})
	t := journey.Touchpoint{ID: "t", Order: "V", Stage: "s", Lane: "l", Title: "Pays 12:30 שלום 👍🏽", Matters: true, Reason: "she pays"}
	t.Expected, t.Actual = journey.Feel(1), journey.Feel(-0.6)
	m.Put(t)
	m.Put(journey.Note{ID: "x", Order: "V", Stage: "s", Lane: "n", Text: "See https://example.com/a?b=c&d=<e> and javascript:alert(1)."})
	return m
}

var base64 = regexp.MustCompile(`base64,[A-Za-z0-9+/=]+`)

// TestStructureIsAsBefore compares a small file with the one accepted last; of
// fonts only that they are there.
func TestStructureIsAsBefore(t *testing.T) {
	s := exporttest.Scene(small())
	got := base64.ReplaceAllString(write(t, s, svg.Options{Title: "Booking & “more”", Desc: "A map of one stage", Lang: "en"}), "base64,…")
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
			for _, o := range s.Nodes[i].Ops {
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
	line := exporttest.Scene(small()).Nodes[1].Ops[0]
	line.At.X = nan
	ink := scene.Color{A: 255}
	p := scene.NewPen(nil)
	p.Rect(scene.Rect{X: nan, W: 4, H: 4}, 1, ink)
	p.Rect(scene.Rect{W: 4, H: inf}, nan, ink)
	p.Fill(scene.Path(nil).Move(1, 2).Line(nan, 3).Close(), ink)
	p.Stroke(scene.Path(nil).Move(1, 2).Line(2, 3), scene.Stroke{Color: ink, Width: inf})
	p.Stroke(scene.Path(nil).Move(1, 2).Line(2, 3), scene.Stroke{Color: ink, Width: 1, Dash: []float64{nan, -1}})
	n := p.Node(scene.RoleCell, scene.Ref{})
	n.Ops = append(n.Ops, line, scene.Op{Kind: scene.OpImage, Rect: scene.Rect{W: 4, H: 4}}, scene.Op{Kind: scene.OpText, Size: 4})
	s := &scene.Scene{Size: scene.Point{X: 10, Y: 10}, Nodes: []scene.Node{n}}
	file := write(t, s, svg.Options{})
	parse(t, file)
	if strings.Count(file, "<path") != 1 || strings.Contains(file, "<rect") || strings.Contains(file, "<text") {
		t.Errorf("a mark that lies nowhere was drawn:\n%s", file)
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
