package pdf_test

import (
	"bytes"
	"context"
	"crypto/md5"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"touchline.app/canvas/scene"
	"touchline.app/export/exporttest"
	"touchline.app/export/page"
	"touchline.app/export/pdf"
	"touchline.app/export/report"
	"touchline.app/journey"
)

// What a reader aloud says, in the order of the map and not of the drawing.
func TestReadInTheOrderOfTheMap(t *testing.T) {
	right := flight(t)
	right.Head.Direction = journey.RightToLeft
	for name, d := range map[string]*page.Document{
		"one sheet":  set(t, flight(t), page.Options{}),
		"tiles":      set(t, flight(t), page.Options{Mode: page.Poster, Paper: page.A1}),
		"from right": set(t, right, page.Options{}),
	} {
		t.Run(name, func(t *testing.T) {
			b := write(t, d, pdf.Options{})
			if out := tool(t, b, "pdfinfo", "FILE"); !strings.Contains(out, "Tagged:          yes") {
				t.Errorf("not tagged: %s", out)
			}
			out := tool(t, b, "pdfinfo", "-struct-text", "FILE")
			for _, want := range []string{
				"Taking a flight", "Leisure traveller", "plans for the family", "CX MISSION", "Plan before purchase", "Book purchase", "Arrive & return",
				"Customer goal", "Find a trip", "Pay once", "Touchpoints", "Social Sees an ad in the feed", "Website Compares times and fares", "Website Books online",
				"Friends Tells a friend", "Emotion", "Did it book?", "Pain points", "No sign whether", "Wi-Fi sold on", "Opportunities", "Web team",
				"Expected", "Largest gap",
			} {
				_, after, ok := strings.Cut(out, want)
				if !ok {
					t.Fatalf("%q is not read, or too early", want)
				}
				out = after
			}
		})
	}
}

// Figures say in words what the curves show.
func TestFigures(t *testing.T) {
	p := read(t, write(t, set(t, flight(t), page.Options{}), pdf.Options{}))
	var said []string
	for _, o := range p.objects {
		if d := p.dict(o["value"]); d["/S"] == "/Figure" {
			said = append(said, p.text(d["/Alt"]))
		}
	}
	for _, want := range []string{
		"Books online: expected +1.2 pleased, actual -0.1 unsure, gap -1.3",
		"Finds the gate: expected +0.5 pleased, actual 0.0 neutral, gap -0.5",
	} {
		if !slices.Contains(said, want) {
			t.Errorf("nothing says %q in %q", want, said)
		}
	}
}

func TestLayers(t *testing.T) {
	m := journey.New("m", "M")
	m.Put(journey.Stage{ID: "s", Order: "1", Name: "Stage"})
	m.Put(journey.Lane{ID: "a", Order: "1", Type: journey.LaneTouchpoints, Name: "Lane (1) \\ \x00"})
	m.Put(journey.Lane{ID: "b", Order: "2", Type: journey.LaneText, Name: "Notizen über 漢字"})
	m.Put(journey.Lane{ID: "c", Order: "3", Type: journey.LaneText, Name: "Hidden", Hidden: true})
	p := read(t, write(t, set(t, m, page.Options{}), pdf.Options{}))
	properties := p.dict(p.root["/OCProperties"])
	var names []string
	for _, g := range p.list(p.dict(properties["/D"])["/Order"]) {
		names = append(names, p.text(p.dict(g)["/Name"]))
	}
	if want := []string{"Lane (1) \\  ", "Notizen über 漢字"}; !slices.Equal(names, want) {
		t.Errorf("layers %q, want %q", names, want)
	}
	if p.dict(properties["/D"])["/BaseState"] != "/ON" || len(p.list(properties["/OCGs"])) != 2 {
		t.Errorf("layers %v", properties)
	}
}

func TestBookmarks(t *testing.T) {
	m := flight(t)
	p := read(t, write(t, set(t, m, page.Options{Mode: page.Poster, Paper: page.A1, Reports: []report.Kind{report.Actions}}), pdf.Options{}))
	var titles []string
	top := p.dict(p.root["/Outlines"])
	for at := top["/First"]; at != nil; at = p.dict(at)["/Next"] {
		titles = append(titles, p.text(p.dict(at)["/Title"]))
		for kid := p.dict(at)["/First"]; kid != nil; kid = p.dict(kid)["/Next"] {
			titles = append(titles, "- "+p.text(p.dict(kid)["/Title"]))
		}
	}
	want := []string{"Taking a flight"}
	for _, s := range m.StagesInOrder() {
		want = append(want, s.Name)
		for _, touch := range m.Journey() {
			if touch.Stage == s.ID {
				want = append(want, "- "+touch.Title)
			}
		}
	}
	want = append(want, "Plan of action")
	if !slices.Equal(titles, want) {
		t.Errorf("bookmarks %q\nwant %q", titles, want)
	}
}

// Only addresses of the web and of mailboxes become links, in plain characters.
func TestAddresses(t *testing.T) {
	op := scene.Op{Kind: scene.OpText, Line: fonts.Line("one text with many links", 0), At: scene.Point{X: 20, Y: 30}, Size: 12, Color: ink}
	for _, u := range []string{
		"https://example.com/a(b)?q=ü", "HTTP://example.com", "mailto:a@example.com",
		"javascript:alert(1)", "file:///etc/passwd", "https://", "http:\x00//x", "data:text/html,x", "https://example.com/" + strings.Repeat("x", 3000),
	} {
		op.Links = append(op.Links, scene.Link{X0: 0, X1: 50, URL: u})
	}
	b := write(t, onePage(t, scene.New(scene.Point{X: 200, Y: 60}, scene.Light(), []scene.Node{node(op)})), pdf.Options{})
	check(t, b)
	p := read(t, b)
	var got []string
	for _, a := range p.list(p.dict(p.pages[0])["/Annots"]) {
		got = append(got, p.text(p.dict(p.dict(a)["/A"])["/URI"]))
	}
	if want := []string{"https://example.com/a(b)?q=%C3%BC", "http://example.com", "mailto:a@example.com"}; !slices.Equal(got, want) {
		t.Errorf("links to %q, want %q", got, want)
	}
}

// Readers refuse a page with too many links.
func TestManyAddresses(t *testing.T) {
	op := scene.Op{Kind: scene.OpText, Line: fonts.Line("one text with many links", 0), At: scene.Point{X: 20, Y: 30}, Size: 12, Color: ink}
	for i := range 12_000 {
		op.Links = append(op.Links, scene.Link{X0: 0, X1: 50, URL: fmt.Sprint("https://example.com/", i)})
	}
	b := write(t, onePage(t, scene.New(scene.Point{X: 200, Y: 60}, scene.Light(), []scene.Node{node(op)})), pdf.Options{})
	if out := tool(t, b, "pdftotext", "FILE", "-"); strings.TrimSpace(out) != "one text with many links" {
		t.Errorf("the text is %q", out)
	}
}

// A touchpoint leads to what hurts there and to what could be done, and they
// lead back.
func TestCrossLinks(t *testing.T) {
	p := read(t, write(t, set(t, flight(t), page.Options{}), pdf.Options{}))
	words := map[string]int{}
	for _, a := range p.list(p.dict(p.pages[0])["/Annots"]) {
		words[p.text(p.dict(a)["/Contents"])]++
	}
	for _, w := range []struct {
		text  string
		times int
	}{{"No sign whether the payment went through", 1}, {"Show “booked” within 2 s, mail within 60 s", 1}, {"Books online", 2}} {
		if words[w.text] != w.times {
			t.Errorf("%d links to %q, want %d", words[w.text], w.text, w.times)
		}
	}
}

func TestAttachment(t *testing.T) {
	data := bytes.Repeat([]byte("a map \x00\xff"), 500)
	d := onePage(t, lines("x"))
	d.Date = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)
	b := write(t, d, pdf.Options{Attachment: &pdf.Attachment{Name: "../Karte (1) ü.json", MIME: "application/json", Description: "The map\x00", Data: data}})
	check(t, b)
	out := filepath.Join(t.TempDir(), "out")
	tool(t, b, "pdfdetach", "-save", "1", "-o", out, "FILE")
	if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, data) {
		t.Errorf("%d bytes come back, %v", len(got), err)
	}
	p := read(t, b)
	spec := p.dict(p.list(p.root["/AF"])[0])
	file := p.dict(p.dict(spec["/EF"])["/F"])
	params := p.dict(file["/Params"])
	sum := md5.Sum(data)
	if spec["/AFRelationship"] != "/Source" || p.text(spec["/UF"]) != ".._Karte (1) ü.json" || file["/Subtype"] != "/application/json" ||
		p.number(params["/Size"]) != len(data) || params["/CheckSum"] != "b:"+hex.EncodeToString(sum[:]) {
		t.Errorf("file %v, %v", spec, file)
	}
}

func TestMetadata(t *testing.T) {
	d := onePage(t, lines("x"))
	d.Title, d.Subject, d.Date = "A <b> & \x00 \"c\" 漢", "]]>\ufffe", time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)
	p := read(t, write(t, d, pdf.Options{Version: "1.2"}))
	xmp := string(p.data(p.root["/Metadata"]))
	for _, want := range []string{
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A &lt;b&gt; &amp;   &#34;c&#34; 漢</rdf:li>`, "]]&gt;", "<xmp:CreateDate>2026-11-21T09:30:00Z<",
		"<pdf:Producer>Touchline 1.2<", "<pdfuaid:part>1<", "<rdf:li>en</rdf:li>",
	} {
		if !strings.Contains(xmp, want) {
			t.Errorf("%q is not in\n%s", want, xmp)
		}
	}
	d.Title = " \x00"
	p = read(t, write(t, d, pdf.Options{}))
	if xmp := string(p.data(p.root["/Metadata"])); strings.Contains(xmp, "pdfuaid:part>") || strings.Contains(xmp, "dc:title>") {
		t.Errorf("a file without a title says that it has one:\n%s", xmp)
	}
}

func TestProgressAndCancel(t *testing.T) {
	d := set(t, exporttest.LargeMap(300), page.Options{Mode: page.Poster, Tile: page.A3})
	var steps []int
	write(t, d, pdf.Options{Progress: func(done, total int) {
		if steps = append(steps, done); done > total {
			t.Errorf("%d of %d", done, total)
		}
	}})
	if !slices.IsSorted(steps) || len(steps) < len(d.Sheets) {
		t.Errorf("steps %v of %d sheets", steps, len(d.Sheets))
	}
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	err := pdf.Write(&bytes.Buffer{}, d, pdf.Options{Context: ctx, Progress: func(done, total int) {
		if n++; n == 2 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || n != 2 {
		t.Errorf("after %d steps: %v", n, err)
	}
}

// Sheets of a poster are printed as large as they are, and one sheet as it suits.
func TestScalingInPrint(t *testing.T) {
	for want, o := range map[any]page.Options{nil: {Paper: page.A3}, "/None": {Paper: page.A1, Mode: page.Poster}} {
		p := read(t, write(t, set(t, flight(t), o), pdf.Options{}))
		if got := p.dict(p.root["/ViewerPreferences"])["/PrintScaling"]; got != want {
			t.Errorf("scaling %v, want %v", got, want)
		}
	}
}

// A tile writes what it shows, not the whole map.
func TestTilesAreCulled(t *testing.T) {
	m := exporttest.LargeMap(100)
	whole := len(write(t, set(t, m, page.Options{}), pdf.Options{}))
	d := set(t, m, page.Options{Mode: page.Poster, Tile: page.A3})
	b := write(t, d, pdf.Options{})
	check(t, b)
	if most := 2*whole + 1000*len(d.Sheets); len(b) > most {
		t.Errorf("%d sheets take %d bytes, one %d", len(d.Sheets), len(b), whole)
	}
	for i := range d.Sheets {
		if out := tool(t, b, "pdftotext", "-f", fmt.Sprint(i+1), "-l", fmt.Sprint(i+1), "FILE", "-"); strings.Count(out, "Compares") > 40 {
			t.Errorf("sheet %d says %d texts", i+1, strings.Count(out, "Compares"))
		}
	}
}
