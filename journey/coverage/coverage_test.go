package coverage

import (
	"slices"
	"strings"
	"testing"

	"touchline.app/journey"
)

// covered returns a map in which nothing is left unsaid.
func covered() *journey.Map {
	m := journey.New("m", "Renting")
	lane := journey.Lane{ID: "l", Order: "V", Type: journey.LaneTouchpoints}
	m.Put(lane)
	m.Put(journey.Channel{ID: "web", Order: "V", Name: "website", Medium: journey.Digital})
	m.Put(journey.Channel{ID: "shop", Order: "W", Name: "shop", Medium: journey.Physical})
	m.Put(journey.Stage{ID: "s1", Order: "V", Name: "Choose", Phase: journey.Before})
	m.Put(journey.Stage{ID: "s2", Order: "W", Name: "Ride", Phase: journey.After})
	felt := journey.Feel(-1)
	felt.Evidence = journey.Evidence{Source: journey.Survey, N: 12}
	for i, s := range []journey.ID{"s1", "s2"} {
		m.Put(journey.Touchpoint{
			ID: s + "t", Stage: s, Lane: "l", Order: "V", Title: "Touch " + string(s), Channel: []journey.ID{"web", "shop"}[i], Owner: "shop team",
			Expected: journey.Feel(1), Actual: felt, Matters: true, Reason: "first",
		})
	}
	return m
}

func touch(m *journey.Map, change func(*journey.Touchpoint)) {
	t, _ := m.Touchpoints.Get("s1t")
	change(&t)
	m.Put(t)
}

func stage(m *journey.Map, id journey.ID, change func(*journey.Stage)) {
	s, _ := m.Stages.Get(id)
	change(&s)
	m.Put(s)
}

func TestFind(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(m *journey.Map)
		want  []about
	}{
		"nothing is missing": {func(*journey.Map) {}, nil},
		"empty stage":        {func(m *journey.Map) { m.Put(journey.Stage{ID: "s3", Order: "X", Name: "Return"}) }, []about{{EmptyStage, "s3"}}},
		"nothing after":      {func(m *journey.Map) { stage(m, "s2", func(s *journey.Stage) { s.Phase = journey.During }) }, []about{{NothingAfter, ""}}},
		"an empty stage after is nothing after": {func(m *journey.Map) {
			stage(m, "s2", func(s *journey.Stage) { s.Phase = journey.During })
			m.Put(journey.Stage{ID: "s3", Order: "X", Name: "Return", Phase: journey.After})
		}, []about{{NothingAfter, ""}, {EmptyStage, "s3"}}},
		"no phases": {func(m *journey.Map) {
			for _, id := range []journey.ID{"s1", "s2"} {
				stage(m, id, func(s *journey.Stage) { s.Phase = "" })
			}
		}, []about{{NoPhases, ""}}},
		"digital only": {func(m *journey.Map) {
			c, _ := m.Channels.Get("shop")
			c.Medium = journey.Digital
			m.Put(c)
		}, []about{{DigitalOnly, ""}}},
		"a touchpoint without channel may be anything": {func(m *journey.Map) {
			c, _ := m.Channels.Get("shop")
			c.Medium = journey.Digital
			m.Put(c)
			touch(m, func(t *journey.Touchpoint) { t.Channel = "" })
		}, []about{{UnusedChannel, "web"}}},
		"no owner":       {func(m *journey.Map) { touch(m, func(t *journey.Touchpoint) { t.Owner = "" }) }, []about{{NoOwner, "s1t"}}},
		"no expectation": {func(m *journey.Map) { touch(m, func(t *journey.Touchpoint) { t.Expected = journey.Emotion{} }) }, []about{{NoExpectation, "s1t"}}},
		"an expectation in words": {func(m *journey.Map) {
			touch(m, func(t *journey.Touchpoint) { t.Expected, t.Expectation = journey.Emotion{}, "quick" })
		}, nil},
		"an opinion":                 {func(m *journey.Map) { touch(m, func(t *journey.Touchpoint) { t.Actual = journey.Feel(1) }) }, []about{{NoEvidence, "s1t"}}},
		"no actual emotion to prove": {func(m *journey.Map) { touch(m, func(t *journey.Touchpoint) { t.Actual = journey.Emotion{} }) }, nil},
		"unused channel": {func(m *journey.Map) {
			m.Put(journey.Channel{ID: "fax", Order: "X", Name: "fax", Medium: journey.Analog})
		}, []about{{UnusedChannel, "fax"}}},
		"matters without reason":        {func(m *journey.Map) { touch(m, func(t *journey.Touchpoint) { t.Reason = "" }) }, []about{{NoReason, "s1t"}}},
		"a stage named by department":   {func(m *journey.Map) { stage(m, "s1", func(s *journey.Stage) { s.Name = "SALES Department" }) }, []about{{Department, "s1"}}},
		"in German":                     {func(m *journey.Map) { stage(m, "s1", func(s *journey.Stage) { s.Name = "Abteilung Vertrieb" }) }, []about{{Department, "s1"}}},
		"in Japanese":                   {func(m *journey.Map) { stage(m, "s1", func(s *journey.Stage) { s.Name = "営業部" }) }, []about{{Department, "s1"}}},
		"a stage named as an owner":     {func(m *journey.Map) { stage(m, "s1", func(s *journey.Stage) { s.Name = "Shop Team" }) }, []about{{Department, "s1"}}},
		"a verb that holds such a word": {func(m *journey.Map) { stage(m, "s1", func(s *journey.Stage) { s.Name = "Marketing reaches her" }) }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			m := covered()
			c.spoil(m)
			var got []about
			for _, f := range Find(m) {
				got = append(got, about{f.Check, f.Row})
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("found %v, want %v", got, c.want)
			}
		})
	}
}

func TestAnEmptyMapIsAskedForStagesAlone(t *testing.T) {
	if got := Find(journey.New("m", "")); len(got) != 0 {
		t.Errorf("found %v", got)
	}
}

func TestAWaiverLetsAFindingStand(t *testing.T) {
	m := covered()
	touch(m, func(t *journey.Touchpoint) { t.Owner = "" })
	m.Put(journey.Waiver{ID: "w", Order: "V", Check: string(NoOwner), Row: "s1t", Reason: "the agency has it"})
	m.Put(journey.Waiver{ID: "w2", Order: "W", Check: string(NoReason), Row: "s1t", Reason: "said elsewhere"})
	found := Find(m)
	if len(found) != 1 || !found[0].Waived() || found[0].Reason != "the agency has it" || found[0].Waiver != "w" {
		t.Errorf("found %+v", found)
	}
	if open := Open(found); len(open) != 0 {
		t.Errorf("open are %v", open)
	}
}

func TestEveryCheckHasWords(t *testing.T) {
	if len(english) != len(Checks) {
		t.Errorf("%d checks, words for %d", len(Checks), len(english))
	}
	for _, c := range Checks {
		for _, label := range []string{"", "Books\nthe seat"} {
			f := Finding{Check: c, Label: label}
			if s := f.Text(); s == "" || strings.Contains(s, "%!") || strings.Contains(s, "\n") || f.Mend() == "" {
				t.Errorf("%s says %q, %q", c, s, f.Mend())
			}
		}
	}
}
