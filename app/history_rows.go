package app

import (
	"time"

	"touchline.app/app/say"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// momentKind says what a line of the history is.
type momentKind uint8

// The kinds of lines.
const (
	momentNow     momentKind = iota
	momentSession            // a heading: who worked when
	momentVersion            // a state somebody gave a name
	momentStep               // a change
	momentBegin              // the map as its file began
)

// moment is a line of the history.
type moment struct {
	kind     momentKind
	position int64 // of the log; of a heading that of its newest step
	text     string
	note     string
	when     time.Time
	gone     bool // it cannot be looked at any more
}

// chronicle is what the file says of its past.
type chronicle struct {
	storage.Timeline
	versions []storage.NamedVersion
	whole    bool // the oldest step is among those
}

// moments makes lines of a past: the newest first, under a heading for each session,
// with the named versions where they belong.
func (c *chronicle) moments(now time.Time) []moment {
	out := []moment{{kind: momentNow, position: -1, text: say.Text("history.now"), when: now}}
	v := len(c.versions) - 1
	versionsFrom := func(position int64) {
		for ; v >= 0 && c.versions[v].Position >= position; v-- {
			n := c.versions[v]
			out = append(out, moment{kind: momentVersion, position: n.Position, text: n.Name, when: n.Made, note: moment24(n.Made, now)})
		}
	}
	for i := 0; i < len(c.Steps); i++ {
		s := c.Steps[i]
		if i == 0 || c.Steps[i-1].Actor != s.Actor {
			out = append(out, c.session(i, now))
		}
		versionsFrom(s.Position)
		for i+1 < len(c.Steps) && s.Gesture != "" && c.Steps[i+1].Gesture == s.Gesture && c.Steps[i+1].Actor == s.Actor {
			i++ // typing that was written in pieces
		}
		out = append(out, moment{
			kind: momentStep, position: s.Position, text: say.Capital(stepText(edit.Patch{Verb: s.Verb, Subject: s.Subject})),
			when: s.When, note: s.When.Local().Format("15:04"), gone: s.Position < c.Floor,
		})
	}
	if !c.whole {
		return out
	}
	versionsFrom(0)
	return append(out, moment{kind: momentBegin, text: say.Text("history.begin"), gone: c.Floor > 0})
}

// session is the heading of the steps from the one with index i on.
func (c *chronicle) session(i int, now time.Time) moment {
	first, last := c.Steps[i], c.Steps[i]
	for _, s := range c.Steps[i:] {
		if s.Actor != last.Actor {
			break
		}
		first = s
	}
	who := say.Text("history.earlier")
	switch {
	case last.Actor == c.Actor:
		who = say.Text("history.here")
	case last.Merged:
		who = say.Text("history.merged")
	case c.concurrent(last):
		who = say.Text("history.elsewhere")
	}
	note := moment24(first.When, now)
	if until := last.When.Local().Format("15:04"); until != first.When.Local().Format("15:04") {
		note += "–" + until
	}
	return moment{kind: momentSession, position: last.Position, text: who, note: note, when: last.When}
}

// concurrent reports whether a step was done while this window had the file.
func (c *chronicle) concurrent(s storage.Step) bool {
	for _, own := range c.Steps {
		if own.Actor == c.Actor && own.Position < s.Position {
			return true
		}
	}
	return false
}

// moment24 writes a time of day, with the day where it is another one.
func moment24(t, now time.Time) string {
	t, now = t.Local(), now.Local()
	clock := t.Format("15:04")
	switch t.Format(time.DateOnly) {
	case now.Format(time.DateOnly):
		return say.Text("history.today", "Time", clock)
	case now.AddDate(0, 0, -1).Format(time.DateOnly):
		return say.Text("history.yesterday", "Time", clock)
	}
	return t.Format(time.DateOnly) + " " + clock
}
