package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"touchline.app/storage"
)

// copies watches for copies of the map that parted from it: what a program that
// keeps folders alike puts beside a file when two people changed it apart.
type copies struct {
	m     *memory
	watch closer
	over  []string // those that were offered or dealt with, as they were then
}

func newCopies(m *memory) *copies { return &copies{m: m} }

// begin looks beside the map, now and whenever something is new there.
func (c *copies) begin() {
	e := c.m.e
	doc := e.doc
	look := func() {
		found := copiesOf(doc.Path())
		e.onUI(func() {
			if e.doc == doc {
				c.found(found)
			}
		})
	}
	go look()
	if w, err := storage.WatchFolder(filepath.Dir(doc.Path()), look); err == nil { // without a watch they are found next time
		c.watch = w
	}
}

func (c *copies) end() {
	if c.watch != nil {
		_ = c.watch.Close() // nothing is heard of it any more
		c.watch = nil
	}
}

// found offers to take over what is in the first copy nobody has dealt with.
func (c *copies) found(paths []string) {
	e := c.m.e
	for _, path := range paths {
		if slices.Contains(c.over, mint(path)) {
			continue
		}
		c.done(path) // it is offered once, whatever becomes of that
		e.banner.say("copy", say("copy.found", "Name", filepath.Base(path)), false,
			remedy{say("copy.merge"), func() { e.merge(path) }},
			remedy{say("copy.compare"), func() { c.compare(path) }},
			remedy{say("copy.later"), func() { e.banner.clear("copy") }})
		return
	}
	if len(paths) == 0 {
		e.banner.clear("copy")
	}
}

// compare shows what differs in a copy.
func (c *copies) compare(path string) {
	e := c.m.e
	e.banner.clear("copy")
	e.readAsideMap(path, side{name: filepath.Base(path), file: true, position: -1})
}

// done notes that a copy, as it is now, was dealt with.
func (c *copies) done(path string) { c.over = append(c.over, mint(path)) }

// mint tells one state of a file from another.
func mint(path string) string {
	st, err := os.Stat(path)
	if err != nil {
		return path
	}
	return path + "\x00" + st.ModTime().String()
}

// copiesOf returns the copies beside a map that programs which keep folders alike
// made of it: "flight (Ann's conflicted copy 2026-11-22).journey",
// "flight.sync-conflict-20261122-120000-ABCDEFG.journey".
func copiesOf(path string) []string {
	base := strings.ToLower(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	entries, _ := os.ReadDir(filepath.Dir(path)) // a folder that is gone holds none
	var out []string
	for _, f := range entries {
		name := strings.ToLower(f.Name())
		rest, ok := strings.CutPrefix(name, base)
		if ok && strings.Contains(rest, "conflict") && strings.HasSuffix(rest, extension) && f.Type().IsRegular() {
			out = append(out, filepath.Join(filepath.Dir(path), f.Name()))
		}
	}
	return out
}
