package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/storage"
)

// copies watches for copies of the map that parted from it: what a program that
// keeps folders alike puts beside a file when two people changed it apart.
type copies struct {
	m     *memory
	watch closer
	seen  string   // the other maps in the folder when they were looked into
	over  []string // those that were offered or dealt with, as they were then
}

func newCopies(m *memory) *copies { return &copies{m: m} }

// begin looks beside the map, now and whenever something is new there.
func (c *copies) begin() {
	e := c.m.e
	doc := e.doc
	look := func() {
		seen := neighbours(doc.Path())
		e.onUI(func() {
			if e.doc == doc && seen != c.seen {
				c.seen = seen
				c.look(doc)
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

// copyist is a store that knows of its copies.
type copyist interface {
	Copies(ctx context.Context) ([]storage.Copy, error)
}

// look asks the file for copies beside it that hold something it does not.
func (c *copies) look(doc *document.Document) {
	doc.Peek(func(ctx context.Context, s document.Store) func() {
		f, ok := s.(copyist)
		if !ok {
			return func() {}
		}
		all, err := f.Copies(ctx)
		return func() {
			if err == nil && c.m.e.doc == doc { // otherwise they are found another time
				c.found(all)
			}
		}
	})
}

// neighbours tells one state of the other maps in a folder from another.
func neighbours(path string) string {
	entries, _ := os.ReadDir(filepath.Dir(path)) // a folder that is gone holds none
	out := ""
	for _, f := range entries {
		if filepath.Ext(f.Name()) == extension && f.Name() != filepath.Base(path) {
			out += mint(filepath.Join(filepath.Dir(path), f.Name())) + "\x00"
		}
	}
	return out
}

// found offers to take over what is in the first copy nobody has dealt with.
func (c *copies) found(all []storage.Copy) {
	e := c.m.e
	for _, one := range all {
		path := one.Path
		if slices.Contains(c.over, mint(path)) {
			continue
		}
		c.done(path) // it is offered once, whatever becomes of that
		e.banner.Say("copy", say.Text("copy.found", "Name", filepath.Base(path)), false,
			kit.Remedy{Text: say.Text("copy.merge"), Run: func() { e.merge(path) }},
			kit.Remedy{Text: say.Text("copy.compare"), Run: func() { c.compare(path) }},
			kit.Remedy{Text: say.Text("copy.later"), Run: func() { e.banner.Clear("copy") }})
		return
	}
	if len(all) == 0 {
		e.banner.Clear("copy")
	}
}

// compare shows what differs in a copy.
func (c *copies) compare(path string) {
	e := c.m.e
	e.banner.Clear("copy")
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
