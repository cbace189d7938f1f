package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
)

// filled returns a cell of the paragraphs that are not blank.
func filled(paras ...para) cell {
	var c cell
	for _, p := range paras {
		if p.text = strings.TrimSpace(p.text); p.text != "" {
			c.paras = append(c.paras, p)
		}
	}
	return c
}

func (f *flow) strong(s string) para { return para{s, strongFont, f.theme.Ink} }
func (f *flow) plain(s string) para  { return para{s, bodyFont, f.theme.Ink} }
func (f *flow) muted(s string) para  { return para{s, smallFont, f.theme.Muted} }
func (f *flow) quote(s string) para  { return para{quoted(s), quoteFont, f.theme.Muted} }

func quoted(s string) string {
	if s = strings.TrimSpace(s); s == "" || strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") {
		return s
	}
	return "“" + s + "”"
}

// dotted joins what is not blank.
func dotted(parts ...string) string { return text.Dotted(parts...) }

// named is the word for a value, or nothing for none.
func (f *flow) named(group, value string) string {
	if value == "" {
		return ""
	}
	return f.words(group + "." + value)
}

// felt is an emotion in words: "+1.0 pleased".
func (f *flow) felt(e journey.Emotion) string {
	if !known(e) {
		return ""
	}
	word := strings.TrimSpace(e.Word)
	if word == "" {
		word = strings.ToLower(f.words("feeling." + strconv.Itoa(int(e.Feeling()))))
	}
	return text.Ahead(f.signed(e.Valence), word)
}

func known(e journey.Emotion) bool {
	return e.Known && !math.IsNaN(e.Valence) && !math.IsInf(e.Valence, 0)
}

// sign is the colour of a gap for text.
func (f *flow) sign(gap float64) scene.Color {
	switch {
	case gap <= -0.05:
		return f.theme.NegText
	case gap >= 0.05:
		return f.theme.PosText
	}
	return f.theme.Ink
}

// rests says what an actual emotion rests on, in full.
func (f *flow) rests(e journey.Emotion) []para {
	return append(f.figures(e), f.muted(dotted(e.Evidence.Name, day(e.Evidence.Date))))
}

// figures says what an actual emotion rests on, in short.
func (f *flow) figures(e journey.Emotion) []para {
	if !known(e) {
		return nil
	}
	v := e.Evidence
	source := v.Source
	if source == "" {
		source = journey.Assumed
	}
	out := []para{f.plain(f.named("source", string(source)))}
	if v.N > 0 {
		out = append(out, f.plain(fmt.Sprintf(f.words("report.figures"), thousands(v.N), f.decimal(v.Mean), f.decimal(v.SD))))
	}
	return out
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02")
}

// signed writes a valence or gap.
func (f *flow) signed(v float64) string { return scene.Pointed(scene.Signed(v), f.words) }

// said is signed within a sentence.
func (f *flow) said(v float64) string { return scene.Within(scene.Signed(v), f.words) }

// decimal writes a number to two places, and a dash for none.
func (f *flow) decimal(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	s := strings.Replace(strconv.FormatFloat(math.Round(v*100)/100+0, 'f', 2, 64), "-", "−", 1)
	return scene.Pointed(s, f.words)
}

// thousands writes n with thin spaces between groups of three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// title is the title of a touchpoint, or a dash.
func title(t journey.Touchpoint) string {
	if s := strings.TrimSpace(t.Title); s != "" {
		return s
	}
	return "–"
}

// people names the actors of a touchpoint.
func (f *flow) people(t journey.Touchpoint) string {
	var names []string
	for _, id := range t.Actors {
		if p, ok := f.m.Personas.Get(id); ok {
			names = append(names, p.Name)
		}
	}
	return strings.Join(names, ", ")
}

// channel names the channel of a touchpoint.
func (f *flow) channel(t journey.Touchpoint) journey.Channel {
	c, _ := f.m.Channels.Get(t.Channel)
	return c
}

// stage names the stage with the given id.
func (f *flow) stage(id journey.ID) string {
	s, _ := f.m.Stages.Get(id)
	return strings.TrimSpace(s.Name)
}

func touchpoint(t journey.Touchpoint) scene.Ref {
	return scene.Ref{Kind: journey.KindTouchpoint, ID: t.ID}
}
