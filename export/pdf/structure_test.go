package pdf_test

import (
	"context"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/export/exporttest"
	"touchline.app/export/page"
	"touchline.app/export/pdf"
	"touchline.app/export/report"
	"touchline.app/journey"
	"touchline.app/journey/sample"
	"touchline.app/resources"
)

func flight(t *testing.T) *journey.Map {
	t.Helper()
	m, err := sample.Flight(journey.NewIDs(rand.New(rand.NewSource(1))))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// set sets a map as the program does.
func set(t testing.TB, m *journey.Map, o page.Options) *page.Document {
	t.Helper()
	o.Scene = scene.Options{Theme: scene.Light(), Fonts: fonts, Words: resources.Words("en")}
	o.Lang = "en"
	d, err := page.Set(context.Background(), m, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestStructure holds on many documents that everything drawn is either read,
// once, or decoration, and that the structure is whole.
func TestStructure(t *testing.T) {
	right := flight(t)
	right.Head.Direction = journey.RightToLeft
	docs := map[string]*page.Document{
		"flight":      set(t, flight(t), page.Options{Reports: report.Kinds}),
		"from right":  set(t, right, page.Options{Reports: report.Kinds, Paper: page.A3}),
		"tiles":       set(t, flight(t), page.Options{Mode: page.Poster, Paper: page.A1}),
		"split":       set(t, flight(t), page.Options{Mode: page.Split, Paper: page.A4}),
		"large":       set(t, exporttest.LargeMap(60), page.Options{}),
		"empty":       set(t, journey.New("m", ""), page.Options{Reports: report.Kinds}),
		"lines alone": onePage(t, lines("a", "b")),
		"no map":      {Title: "x", Lang: "en", Sheets: set(t, flight(t), page.Options{}).Sheets},
	}
	for seed := range uint64(24) {
		mode := page.Modes[seed%3]
		docs[fmt.Sprint("seed ", seed)] = set(t, exporttest.Random(seed), page.Options{Mode: mode, Paper: page.A3, Reports: report.Kinds[:seed%5]})
	}
	for name, d := range docs {
		t.Run(name, func(t *testing.T) {
			b := write(t, d, pdf.Options{})
			check(t, b)
			c := &checker{parsed: read(t, b), owners: map[string]int{}}
			c.pages()
			c.tree()
			c.bookmarks()
			if c.text(c.root["/Lang"]) != "en" || c.dict(c.root["/MarkInfo"])["/Marked"] != true {
				t.Error("language or mark of the structure is missing")
			}
		})
	}
}

// checker looks through a file.
type checker struct {
	*parsed
	parents []any          // the parent tree
	owners  map[string]int // "page content" and annotations -> times the structure names it
	heading bool           // one was read
}

// pages holds that each mark on a page is read or decoration.
func (c *checker) pages() {
	c.parents = c.list(c.dict(c.dict(c.root["/StructTreeRoot"])["/ParentTree"])["/Nums"])
	for i, ref := range c.parsed.pages {
		p := c.dict(ref)
		if c.number(p["/StructParents"]) != i || p["/Tabs"] != "/S" {
			c.t.Errorf("page %d: %v", i, p)
		}
		properties := c.dict(c.dict(p["/Resources"])["/Properties"])
		numbers := c.content(c.data(p["/Contents"]), properties)
		owners := c.list(c.parents[2*i+1])
		if len(owners) != numbers {
			c.t.Errorf("page %d has %d pieces of content, its list %d", i, numbers, len(owners))
		}
		for k, o := range owners {
			c.owners[fmt.Sprint(ref, " ", k, " ", o)] = 0
		}
		for _, a := range c.list(p["/Annots"]) {
			d := c.dict(a)
			to := c.parents[2*c.number(d["/StructParent"])+1]
			c.owners[fmt.Sprint(a, " ", to)] = 0
			if c.dict(to)["/S"] != "/Link" || strings.TrimSpace(c.text(d["/Contents"])) == "" || (d["/Dest"] == nil) == (d["/A"] == nil) {
				c.t.Errorf("link %v", d)
			}
		}
	}
}

// content holds that marked content is balanced and all marks are in one; it
// returns how many pieces are read.
func (c *checker) content(b []byte, properties object) int {
	var open []string
	depth, next := 0, 0
	operators(b, func(op string, args []string) {
		switch op {
		case "BDC", "BMC":
			open = append(open, args[0])
			if i := slices.Index(args, "/MCID"); i >= 0 {
				if args[i+1] != fmt.Sprint(next) {
					c.t.Errorf("content %s, want %d", args[i+1], next)
				}
				next++
			} else if args[0] == "/OC" && properties[args[1]] == nil {
				c.t.Errorf("there is no layer %s", args[1])
			}
		case "EMC":
			open = open[:len(open)-1]
		case "q":
			depth++
		case "Q":
			depth--
		case "f", "S", "TJ", "Do":
			if !proper(open) {
				c.t.Fatalf("marks within %v", open)
			}
		}
	})
	if depth != 0 || len(open) != 0 {
		c.t.Errorf("the page ends %d states deep within %v", depth, open)
	}
	return next
}

// proper reports whether what is drawn within marked content is read or is
// decoration: in a layer, or in none.
func proper(open []string) bool {
	if len(open) > 0 && open[0] == "/OC" {
		open = open[1:]
	}
	return len(open) == 1 && open[0] != "/OC"
}

// tree holds that the structure names every piece of content and every link once.
func (c *checker) tree() {
	root := c.dict(c.root["/StructTreeRoot"])
	kids := c.list(root["/K"])
	if len(kids) != 1 || c.dict(kids[0])["/S"] != "/Document" {
		c.t.Fatalf("root %v", root)
	}
	c.element(kids[0].(string), c.root["/StructTreeRoot"].(string))
	for what, n := range c.owners {
		if n != 1 {
			c.t.Errorf("%s is named %d times", what, n)
		}
	}
}

func (c *checker) element(ref, parent string) {
	e := c.dict(ref)
	if e["/P"] != parent {
		c.t.Errorf("parent of %v, want %s", e, parent)
	}
	switch e["/S"] {
	case "/Figure":
		if c.text(e["/Alt"]) == "" || len(c.list(c.dict(e["/A"])["/BBox"])) != 4 {
			c.t.Errorf("figure %v", e)
		}
	case "/H1", "/H2":
		if (e["/S"] == "/H1") == c.heading {
			c.t.Errorf("heading %v", e)
		}
		c.heading = true
	case "/TH":
		if c.dict(e["/A"])["/Scope"] == nil {
			c.t.Errorf("head %v", e)
		}
	case "/Table":
		c.table(e)
	}
	for _, k := range c.list(e["/K"]) {
		switch k := k.(type) {
		case float64:
			c.name(fmt.Sprint(e["/Pg"], " ", k, " ", ref))
		case string:
			c.element(k, ref)
		case object:
			if k["/Type"] == "/OBJR" {
				c.name(fmt.Sprint(k["/Obj"], " ", ref))
			} else {
				c.name(fmt.Sprint(k["/Pg"], " ", k["/MCID"], " ", ref))
			}
		}
	}
}

func (c *checker) name(what string) {
	if _, ok := c.owners[what]; !ok {
		c.t.Errorf("%q is not there", what)
	}
	c.owners[what]++
}

// table holds that all rows are equally long and that each column has a head.
func (c *checker) table(e object) {
	width := -1
	for _, row := range c.list(e["/K"]) {
		r := c.dict(row)
		n := len(c.list(r["/K"]))
		if r["/S"] != "/TR" || width >= 0 && n != width {
			c.t.Errorf("row of %d cells in a table of %d: %v", n, width, r)
		}
		for _, cell := range c.list(r["/K"]) {
			if width < 0 && c.dict(cell)["/S"] != "/TH" {
				c.t.Errorf("%v is above a column", c.dict(cell))
			}
		}
		width = n
	}
}

// bookmarks holds that the outline is whole and leads to pages.
func (c *checker) bookmarks() {
	if c.root["/Outlines"] != nil {
		c.level(c.root["/Outlines"].(string))
	}
}

func (c *checker) level(parent string) {
	d := c.dict(parent)
	n, before := 0, any(nil)
	for at := d["/First"]; at != nil; at = c.dict(at)["/Next"] {
		b := c.dict(at)
		dest := c.list(b["/Dest"])
		if strings.TrimSpace(c.text(b["/Title"])) == "" || b["/Parent"] != parent || b["/Prev"] != before ||
			len(dest) != 5 || !slices.Contains(c.parsed.pages, dest[0].(string)) {
			c.t.Errorf("bookmark %v", b)
		}
		if b["/First"] != nil {
			c.level(at.(string))
		}
		before = at
		n++
	}
	if count := c.number(d["/Count"]); d["/Last"] != before || count != n && count != -n {
		c.t.Errorf("%d bookmarks below %v", n, d)
	}
}
