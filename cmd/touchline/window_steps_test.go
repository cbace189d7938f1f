//go:build window

package main

import "math"

// The steps of the recorded session, in the order they are taken.

func (r *recording) writing() []step {
	return []step{
		{name: "select a card", do: func() { r.click(r.spot("touchpoint", "Checks in")) }, seen: selected("Checks in")},
		{name: "edit its title", do: func() { r.key("Return") }, seen: typing, loose: true},
		{name: "type", do: func() { r.key("ctrl+a"); r.write("Hands in the bags") }, seen: all(typing, func(v sight) bool { return v.has("touchpoint", "Hands in the bags") }), loose: true},
		{name: "break the line", do: func() { r.key("shift+Return"); r.write("at last") }, seen: func(v sight) bool { return v.has("touchpoint", "Hands in the bags\nat last") }, loose: true},
		{name: "take it back by Escape", do: func() { r.key("Escape") }, seen: stands("touchpoint", "Checks in")},
		{name: "edit the title of the map", do: func() { r.rename(r.spot("header", "Taking a flight"), "Flying") }, seen: stands("header", "Flying")},
		{name: "edit a stage", do: func() { r.rename(r.spot("stage", "Plan"), "Dream and plan") }, seen: stands("stage", "Dream and plan")},
		{name: "edit a pain point", do: func() {
			r.rename(r.spot("pain point", "Gate changes reach the app late"), "Nobody says that the gate has changed")
		}, seen: stands("pain point", "Nobody says that the gate has changed")},
		{name: "undo it", do: func() { r.key("ctrl+z") }, seen: stands("pain point", "Gate changes reach the app late")},
		{name: "redo it", do: func() { r.key("ctrl+y") }, seen: stands("pain point", "Nobody says that the gate has changed")},
	}
}

// rename edits the first line of something where it stands.
func (r *recording) rename(p spot, text string) {
	r.t.Helper()
	p.W, p.H = min(p.W, 56), min(p.H, 20)
	r.opened(p)
	r.key("ctrl+a")
	r.write(text)
	r.key("Return")
}

func (r *recording) moving() []step {
	onto := func(from, to spot) {
		x, y := from.X+min(from.W/2, 24), from.Y+min(from.H/2, 10)
		r.drag(x, y, to.X+to.W*0.8, y)
	}
	return []step{
		{name: "drag a card to another stage", do: func() { onto(r.spot("touchpoint", "Checks in"), r.spot("touchpoint", "Finds the gate")) }, seen: undone("Checks in")},
		{name: "undo the drag", do: func() { r.key("ctrl+z") }, seen: undone("Nobody")},
		{name: "marquee", do: func() {
			a, b := r.spot("stage", "Dream and plan"), r.spot("touchpoint", "Books online")
			r.drag(a.X-18, a.Y-8, b.X+b.W/2, b.Y+b.H/2)
		}, seen: selected("Sees an ad in the feed", "Compares times and fares", "Books online")},
		{name: "duplicate", do: func() { r.key("ctrl+d") }, seen: func(v sight) bool { return v.Saved && len(v.Selected) >= 3 && v.Map != r.before.Map }},
		{name: "delete", do: func() { r.key("Delete") }, seen: func(v sight) bool { return v.Saved && len(v.Selected) == 0 }},
		{name: "undo both", do: func() { r.key("ctrl+z", "ctrl+z") }, seen: undone("Nobody")},
		{name: "pick up by Space", do: func() {
			r.click(r.spot("touchpoint", "Goes online"))
			r.selects("Goes online")
			r.key("space", "Right", "Right")
		}, seen: all(selected("Goes online"), undone("Nobody")), loose: true},
		{name: "put down", do: func() { r.key("space") }, seen: undone("Goes online")},
		{name: "drag a stage", do: func() { onto(r.spot("stage", "Prepare"), r.spot("stage", "Airport")) }, seen: undone("Prepare")},
		{name: "context menu", do: func() { r.click(r.spot("stage", "Prepare"), "3") }, seen: over(1)},
		{name: "close it", do: func() { r.key("Escape") }, seen: over(0)},
	}
}

func (r *recording) feeling() []step {
	card := func(name string) func() { return func() { r.click(r.spot("touchpoint", name)) } }
	return []step{
		{name: "select another card", do: card("Boards by phone"), seen: selected("Boards by phone")},
		{name: "actual by a key", do: func() { r.key("5") }, seen: undone("Boards by phone")},
		{name: "expected by a key", do: func() { r.key("shift+2") }, seen: func(v sight) bool { return v.Saved && v.Map != r.before.Map }},
		{name: "drag a point", do: func() { x, y := r.spot("actual", "Gets the receipt").centre(); r.drag(x, y, x, y+24) }, seen: undone("Gets the receipt")},
		{name: "hold a point", do: func() { x, y := r.spot("actual", "Tells a friend").centre(); r.hold(x, y, x, y-30) }, seen: selected("Tells a friend"), loose: true},
		{name: "Escape while it is held", do: func() { r.key("Escape"); r.release() }, seen: undone("Gets the receipt")},
		{name: "fifteen cards by Ctrl A", do: func() { r.key("ctrl+a") }, seen: func(v sight) bool { return len(v.Selected) > 15 }},
		{name: "select nothing", do: func() { r.key("Escape") }, seen: func(v sight) bool { return len(v.Selected) == 0 }},
	}
}

func (r *recording) palettes() []step {
	return []step{
		{name: "drag from the palette", do: func() {
			x, y := paletteTile(r.session).centre()
			tx, ty := r.spot("touchpoint", "Eats and drinks").centre()
			r.drag(x, y, tx, ty)
		}, seen: func(v sight) bool { return v.Saved && len(v.Selected) == 1 && v.Map != r.before.Map }},
		{name: "paste lines", do: func() { r.clipboard("Looks for the exit\nTakes the train\n"); r.key("ctrl+v") }, seen: selected("Looks for the exit", "Takes the train")},
		{name: "copy", do: func() { r.key("ctrl+c") }, seen: selected("Looks for the exit", "Takes the train")},
		{name: "paste them again", do: func() { r.key("ctrl+v") }, seen: func(v sight) bool { return v.Saved && v.Map != r.before.Map }},
		{name: "undo once", do: func() { r.key("ctrl+z") }, seen: func(v sight) bool { return v.Saved && v.Map != r.before.Map }},
		{name: "a pain point by its key", do: func() { r.pick("touchpoint", "Settles into the seat"); r.key("p") }, seen: typing, loose: true},
		{name: "say what hurts", do: func() { r.write("Nobody asks"); r.key("Return") }, seen: stands("pain point", "Nobody asks")},
	}
}

func (r *recording) looking() []step {
	bars := []string{"find", "filter", "middle"}
	return []step{
		{name: "find", do: func() { r.key("ctrl+f"); r.write("gate") }, seen: all(shows("find"), func(v sight) bool { return len(v.Selected) == 1 }), moves: bars},
		{name: "next hit", do: func() { r.key("Return") }, seen: func(v sight) bool { return !equalNames(v, r.before) }},
		{name: "end of finding", do: func() { r.key("Escape") }, seen: not(shows("find")), moves: bars},
		{name: "filter", do: func() { r.key("ctrl+shift+f") }, seen: shows("filter"), moves: bars},
		{name: "below expectation", do: func() { r.click(r.spot("button", "Below expectation")) }, seen: func(v sight) bool { return len(v.of("label")) > 0 && v.has("panel", "filter") }},
		{name: "end of filtering", do: func() { r.key("ctrl+shift+f") }, seen: not(shows("filter")), moves: bars},
		{name: "focus on a stage", do: func() { r.pick("touchpoint", "Settles into the seat"); r.key("f") }, seen: shows("filter"), moves: bars},
		{name: "end of focus", do: func() { r.key("f") }, seen: not(shows("filter")), moves: bars},
		{name: "all actions", do: func() { r.key("ctrl+k"); r.write("tab") }, seen: over(1)},
		{name: "none of them", do: func() { r.key("Escape") }, seen: over(0)},
	}
}

func equalNames(a, b sight) bool {
	return len(a.Selected) == 1 && len(b.Selected) == 1 && a.Selected[0] == b.Selected[0]
}

func (r *recording) viewing() []step {
	side := []string{"palette", "middle"}
	return []step{
		{name: "inventory", do: func() { r.key("ctrl+2") }, seen: inView("inventory"), moves: side},
		{name: "table", do: func() { r.key("ctrl+3") }, seen: inView("table")},
		{name: "actions", do: func() { r.key("ctrl+4") }, seen: inView("actions")},
		{name: "map again", do: func() { r.key("ctrl+1") }, seen: inView("map"), moves: side},
	}
}

func (r *recording) dressing() []step {
	dark := func(name string) func() {
		return func() { r.key("ctrl+k"); r.see("the list", over(1)); r.write(name); r.key("Return") }
	}
	near := func(zoom float64) func(sight) bool {
		return func(v sight) bool { return math.Abs(v.Zoom-zoom) < 0.005 }
	}
	return []step{
		{name: "dark", do: dark("Dark"), seen: over(0)},
		{name: "light", do: dark("Light"), seen: over(0)},
		{name: "no palette", do: func() { r.key("ctrl+shift+l") }, seen: not(shows("palette")), moves: []string{"palette", "middle"}},
		{name: "no inspector", do: func() { r.key("ctrl+shift+i") }, seen: not(shows("inspector")), moves: []string{"inspector", "middle"}},
		{name: "both again", do: func() { r.key("ctrl+shift+l", "ctrl+shift+i") }, seen: all(shows("palette"), shows("inspector")), moves: []string{"palette", "inspector", "middle"}},
		{name: "full size", do: func() { r.key("ctrl+shift+0") }, seen: near(1)},
		{name: "fit", do: func() { r.key("ctrl+0") }, seen: func(v sight) bool { return v.Zoom < 0.6 }},
	}
}

func (r *recording) closing() []step {
	return []step{
		{name: "present", do: func() { r.key("F5"); r.another() }, seen: func(v sight) bool { return v.Presents }},
		{name: "end of presenting", do: func() { r.key("Escape"); r.windows = r.windows[:1] }, seen: func(v sight) bool { return !v.Presents }},
		{name: "export", do: func() { r.to(0); r.key("ctrl+e") }, seen: over(1)},
	}
}
