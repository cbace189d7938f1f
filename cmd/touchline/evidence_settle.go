package main

import (
	"slices"
	"strconv"
	"strings"

	"touchline.app/export/survey"
	"touchline.app/journey"
	"touchline.app/journey/evidence"
)

// settling brings flags, a saved mapping and proposals together.
type settling struct {
	m      *journey.Map
	flags  *evidenceFlags
	saved  survey.Mapping
	about  map[string]journey.ID // by question; empty: nothing
	scales map[string]evidence.Scale
	codes  map[string][]string
}

// every is the key of what was asked for of all questions.
const every = ""

// nothing is the word for no touchpoint and for no code.
const nothing = "none"

// parse reads the flags against the questions there are.
func (s *settling) parse(r *survey.Responses) error {
	s.about, s.scales, s.codes = map[string]journey.ID{}, map[string]evidence.Scale{}, map[string][]string{}
	for _, text := range s.flags.maps {
		question, title, ok := cutLast(text)
		if !ok {
			return usagef("--map is %.60q, not of the form question=touchpoint", text)
		}
		t, there := survey.Titled(s.m, title)
		if !there && title != nothing {
			return usagef("--map: the map has no touchpoint %.60q", title)
		}
		if err := questioned(r, "--map", question); err != nil {
			return err
		}
		s.about[question] = t.ID
	}
	for _, text := range s.flags.scales {
		question, value := cutQuestion(text)
		scale, ok := parseScale(value)
		if !ok {
			return usagef("--scale is %.60q, not of the form question=1..5", text)
		}
		if err := questioned(r, "--scale", question); err != nil {
			return err
		}
		s.scales[question] = scale
	}
	return s.parseCodes(r)
}

func (s *settling) parseCodes(r *survey.Responses) error {
	for _, text := range s.flags.codes {
		question, value := cutQuestion(text)
		if err := questioned(r, "--na", question); err != nil {
			return err
		}
		s.codes[question] = nil
		for c := range strings.SplitSeq(value, ",") {
			if c = strings.TrimSpace(c); c != "" && value != nothing {
				s.codes[question] = append(s.codes[question], c)
			}
		}
	}
	return nil
}

func questioned(r *survey.Responses, flag, question string) error {
	if _, ok := r.Question(question); !ok && question != every {
		return usagef("%s: the responses have no question %.60q", flag, question)
	}
	return nil
}

// item returns what a question is mapped to. It is not mapped without a
// touchpoint, or where its scale is in doubt.
func (s *settling) item(p *survey.Proposal) (survey.Item, bool, error) {
	out := survey.Item{Question: p.Question, Touchpoint: p.Touchpoint}
	settled := p.Finding.Sure()
	if settled {
		out.Reading = p.Finding.Readings[0]
	}
	if len(s.saved.Items) > 0 && s.flags.mapping != "" { // it says all there is to map
		i := slices.IndexFunc(s.saved.Items, func(i survey.Item) bool { return i.Question == p.Question })
		out.Touchpoint = ""
		if i >= 0 {
			out, settled = s.saved.Items[i], true
		}
	}
	if id, ok := s.about[p.Question]; ok {
		out.Touchpoint, out.Title = id, ""
	}
	if s.asked(p, &out.Reading) {
		settled = true
	}
	if t, ok := s.m.Touchpoints.Get(out.Touchpoint); ok {
		out.Title = t.Title
	}
	if _, said := s.about[p.Question]; said || out.Touchpoint != p.Touchpoint {
		p.Likeness = 0
	}
	p.Touchpoint = out.Touchpoint
	if settled {
		p.Finding.Doubts, p.Finding.Readings = nil, []survey.Reading{out.Reading}
	}
	return out, settled && (out.Touchpoint != "" || out.Title != ""), nil
}

// asked changes the reading as the flags say, and reports whether they say
// anything. With a scale alone the codes are those that were found with it.
func (s *settling) asked(p *survey.Proposal, r *survey.Reading) bool {
	scale, scaled := askedFor(s.scales, p.Question)
	codes, coded := askedFor(s.codes, p.Question)
	if len(p.Finding.Readings) == 0 && !scaled {
		return false
	}
	switch {
	case scaled:
		r.Scale = scale
		for _, found := range p.Finding.Readings {
			if found.Scale == scale || found.Scale == (evidence.Scale{Min: scale.Min, Max: scale.Max}) {
				r.NotApplicable, r.Words = found.NotApplicable, found.Words
				break
			}
		}
	case coded:
		*r = p.Finding.Readings[0]
		for _, found := range p.Finding.Readings {
			if slices.Equal(found.NotApplicable, codes) {
				*r = found
				break
			}
		}
	}
	if coded {
		r.NotApplicable = codes
	}
	return scaled || coded
}

// askedFor returns what was asked for of a question, else of all.
func askedFor[T any](asked map[string]T, question string) (T, bool) {
	v, ok := asked[question]
	if !ok {
		v, ok = asked[every]
	}
	return v, ok
}

// cutLast cuts at the last sign of equality, for a question may hold some.
func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, '=')
	if i < 0 {
		return "", "", false
	}
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+1:]), i > 0
}

// cutQuestion cuts "question=value"; without a question the value is for all.
func cutQuestion(s string) (question, value string) {
	if q, v, ok := cutLast(s); ok {
		return q, v
	}
	return every, strings.TrimSpace(s)
}

// parseScale reads 1..5, and 5..1 for a scale whose lowest answer is the best.
func parseScale(s string) (evidence.Scale, bool) {
	first, last, ok := strings.Cut(s, "..")
	if !ok {
		return evidence.Scale{}, false
	}
	a, err := strconv.ParseFloat(strings.TrimSpace(first), 64)
	b, err2 := strconv.ParseFloat(strings.TrimSpace(last), 64)
	scale := evidence.Scale{Min: min(a, b), Max: max(a, b), Turned: b < a}
	return scale, err == nil && err2 == nil && scale.Valid()
}
