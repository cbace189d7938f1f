package inspector

import (
	"strings"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// How many customers came by, counted from events or typed.

// customers is a number of customers as it was typed.
func customers(q journey.Quantity) int { return int(min(max(q.Value, 0), mostAnswers)) }

// passageFields adds how many customers came to a touchpoint, and what those who
// finished did there.
func passageFields(f *Form, s touchpoint) {
	f.heading("inspector.passage")
	note := kit.NewRemark("", look.Grey)
	f.onLoad(func() {
		t, _ := s.now()
		text := passageText(t.Passage)
		kit.Show(note.Prose, text != "")
		note.Set(text)
	})
	f.add(s.number("passage.customers", func(t *journey.Touchpoint) journey.Quantity { return positive(float64(t.Passage.Customers)) },
		func(t *journey.Touchpoint, q journey.Quantity) { t.Passage.Customers = customers(q) }),
		s.check("passage.optimal", func(t *journey.Touchpoint) *bool { return &t.Passage.Optimal }), note.Prose)
}

// passageText says what was counted beside the customers who came.
func passageText(p journey.Passage) string {
	var lines []string
	for _, l := range []struct {
		key string
		n   int
	}{
		{"passage.finished", p.Finished},
		{"passage.skipped", p.Skipped},
		{"passage.repeated", p.Repeated},
		{"passage.out_of_order", p.OutOfOrder},
	} {
		if l.n > 0 {
			lines = append(lines, say.Text(l.key, "N", say.Thousands(l.n)))
		}
	}
	return strings.Join(lines, "\n")
}

// eventsFields adds what the passages of the map were counted from, where they were.
func eventsFields(f *Form, s subject[journey.Head]) {
	note := kit.NewRemark("", look.Grey)
	box := kit.Stack(8, kit.Gap(6), kit.Heading(say.Text("events.heading")), note.Prose,
		kit.Strip(4, kit.NewPress(say.Text("action.forget_counts"), "", func() { f.do(Forgetting(f.doc.Map())) })))
	f.onLoad(func() {
		h, _ := s.now()
		kit.Show(box, Counted(f.doc.Map()))
		note.Set(eventsText(h.Events))
		kit.Show(note.Prose, note.Said != "")
	})
	f.add(fyne.CanvasObject(box))
}

func eventsText(e journey.Events) string {
	if e.Customers == 0 {
		return ""
	}
	parts := []string{say.Text("events.from", "Customers", say.Thousands(e.Customers), "Finished", say.Thousands(e.Finished))}
	if e.AdHoc > 0 {
		parts = append(parts, say.Text("events.ad_hoc", "N", say.Thousands(e.AdHoc)))
	}
	if e.File != "" {
		parts = append(parts, say.Text("evidence.from_file_alone", "File", e.File))
	}
	if !e.Date.IsZero() {
		parts = append(parts, say.Text("events.last", "Date", say.Day(e.Date)))
	}
	return strings.Join(parts, " ")
}

// Counted reports whether a map says of anything how many customers came there.
func Counted(m *journey.Map) bool {
	if m.Head.Events != (journey.Events{}) {
		return true
	}
	for s := range m.Stages.All() {
		if s.Customers != 0 {
			return true
		}
	}
	for t := range m.Touchpoints.All() {
		if t.Passage != (journey.Passage{}) {
			return true
		}
	}
	return false
}

// Forgetting takes every number of customers off the map.
func Forgetting(m *journey.Map) edit.Command {
	var put edit.Put
	if h := m.Head; h.Events != (journey.Events{}) {
		h.Events = journey.Events{}
		put.Rows = append(put.Rows, h)
	}
	for s := range m.Stages.All() {
		if s.Customers != 0 {
			s.Customers = 0
			put.Rows = append(put.Rows, s)
		}
	}
	for t := range m.Touchpoints.All() {
		if t.Passage != (journey.Passage{}) {
			t.Passage = journey.Passage{}
			put.Rows = append(put.Rows, t)
		}
	}
	return edit.All{Verb: "forget the counts of", Subject: m.Head.Title, Commands: []edit.Command{put}}
}
