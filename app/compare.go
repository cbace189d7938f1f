package app

import (
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/compare"
)

// comparing is two states of the map, or two maps, held against each other, and
// what is seen of that.
type comparing struct {
	m             *memory
	before, after side
	of            compare.Comparison
	view          compareView
	hidden        map[compare.Sort]bool
	ready         bool // both sides were read and held against each other
	wanted        int  // counts comparisons: one that is late is dropped
}

// side is one of the two.
type side struct {
	name     string
	now      bool // the map of this window, as it is
	file     bool // of another file
	position int64
	m        *journey.Map // nil until it is read
}

// compareView says which side the board shows.
type compareView uint8

// The views of a comparison.
const (
	viewAfter compareView = iota
	viewBefore
	viewBoth
)

// markOf gives each way of differing its mark and the sign of it in a list.
var markOf = map[compare.Sort]struct {
	mark scene.Mark
	sign string
}{
	compare.Added:   {scene.MarkAdded, "+"},
	compare.Removed: {scene.MarkRemoved, "−"},
	compare.Moved:   {scene.MarkMoved, "→"},
	compare.Retold:  {scene.MarkRetold, "≡"},
	compare.Refelt:  {scene.MarkRefelt, "~"},
	compare.Changed: {scene.MarkChanged, "•"},
}

// maps returns the two maps; the one of this window as a copy, for the work is
// done beside the interface.
func (c *comparing) maps() (before, after *journey.Map) {
	of := func(s side) *journey.Map {
		if s.now {
			return c.m.e.doc.Map().Clone()
		}
		return s.m
	}
	return of(c.before), of(c.after)
}

// hold holds the two against each other, and shows the outcome.
func (c *comparing) hold() {
	c.wanted++
	turn, e := c.wanted, c.m.e
	before, after := c.maps()
	if before == nil || after == nil {
		return
	}
	done := func(of compare.Comparison) {
		if c.m.compare != c || turn != c.wanted {
			return
		}
		c.of, c.ready = of, true
		c.show()
	}
	if before.Touchpoints.Len()+after.Touchpoints.Len() <= 2*syncLimit {
		done(compare.Of(before, after))
		return
	}
	go func() {
		of := compare.Of(before, after)
		e.onUI(func() { done(of) })
	}()
}

// show shows the side that is wanted, with its marks, and the list.
func (c *comparing) show() {
	m, e := c.m, c.m.e
	switch s := c.seen(); {
	case c.view == viewBoth:
		m.back()
		m.both(c)
	case s.now:
		m.alone()
		m.back()
		e.pictured(e.scenery.now)
	default:
		m.alone()
		key := "compare.seen_after"
		if c.view == viewBefore {
			key = "compare.seen_before"
		}
		m.look(&looking{m: c.pictured(), text: say.Text(key, "Name", s.name), at: -1, whole: !s.file})
	}
	if p, ok := m.pane.(*comparePane); ok {
		p.refresh()
	}
}

// seen is the side the board shows.
func (c *comparing) seen() side {
	if c.view == viewBefore {
		return c.before
	}
	return c.after
}

// pictured is the map of the side the board shows.
func (c *comparing) pictured() *journey.Map {
	if c.view == viewBefore {
		return c.of.Before
	}
	return c.of.After
}

// listed returns the differences that are not hidden.
func (c *comparing) listed() []compare.Difference {
	var out []compare.Difference
	for _, d := range c.of.Differences {
		if !c.hidden[d.Sort] {
			out = append(out, d)
		}
	}
	return out
}

// marks returns what is marked on the map before or after.
func (c *comparing) marks(after bool) map[scene.Ref][]scene.Mark {
	out := map[scene.Ref][]scene.Mark{}
	for _, d := range c.listed() {
		if after && d.Sort == compare.Removed || !after && d.Sort == compare.Added {
			continue
		}
		r := scene.Ref{Kind: d.Kind, ID: d.ID}
		out[r] = append(out[r], markOf[d.Sort].mark)
	}
	return out
}

// marked returns a scene with what differs marked on it, while two maps are
// compared and this is one of them; m is nil for the map of this window.
func (m *memory) marked(s *scene.Scene, of *journey.Map) *scene.Scene {
	c := m.compare
	if c == nil || !c.ready || s == nil {
		return s
	}
	if of == nil && !c.seen().now || of != nil && of != c.pictured() {
		return s
	}
	return s.Marked(c.marks(c.view != viewBefore))
}

// takes reports whether a difference can be taken over into this window's map.
func (c *comparing) takes() bool { return c.ready && (c.before.now || c.after.now) }

// take takes one difference over: the other side's row is in the map then.
func (c *comparing) take(d compare.Difference) {
	e := c.m.e
	if c.m.looking != nil { // the map of this window is changed: show it
		c.view = viewAfter
		if c.before.now {
			c.view = viewBefore
		}
		c.show()
	}
	if c.before.now {
		e.do(c.of.Take(d))
		return
	}
	e.do(c.of.TakeBack(d))
}

// compareLooked compares what is looked at with the map as it is now.
func (m *memory) compareLooked() {
	l := m.looking
	if l == nil {
		return
	}
	m.e.compareSides(side{name: l.text, position: l.at, m: l.m}, side{name: say.Text("history.now"), now: true})
}
