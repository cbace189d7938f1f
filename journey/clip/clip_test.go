package clip_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/clip"
	"touchline.app/journey/edit"
	"touchline.app/journey/sample"
)

func counter(prefix string) func() journey.ID {
	n := 0
	return func() journey.ID { n++; return journey.ID(fmt.Sprint(prefix, n)) }
}

func named(t *testing.T, name string) *journey.Map {
	t.Helper()
	seed := make([]byte, 1<<16)
	for i := range seed {
		seed[i] = byte(i*17 + i>>8)
	}
	m, err := sample.Named(name, journey.NewIDs(bytes.NewReader(seed)))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func apply(t *testing.T, m *journey.Map, c edit.Command) {
	t.Helper()
	p, err := c.Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	p.Apply(m)
	if wrong := m.Validate(); len(wrong) > 0 {
		t.Fatalf("the map is no longer valid: %v", wrong)
	}
}

func titles(ts []journey.Touchpoint) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.Title)
	}
	return out
}

// passed is a clip that went over the clipboard.
func passed(t *testing.T, c clip.Clip) clip.Clip {
	t.Helper()
	text, err := c.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := clip.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(c, back) {
		t.Fatal("the clip is another after the clipboard")
	}
	return back
}

func TestPasteIntoAStage(t *testing.T) {
	m := named(t, "flight")
	all, stages := m.Journey(), m.StagesInOrder()
	c := passed(t, clip.Of(m, []edit.Ref{{Kind: journey.KindTouchpoint, ID: all[2].ID}, {Kind: journey.KindTouchpoint, ID: all[0].ID}}))
	pains := m.PainPoints.Len()
	target := m.InStage(stages[3].ID)[0]
	cmd, added, err := c.Paste(m, clip.Target{Stage: stages[3].ID, Touchpoint: target.ID}, counter("new"))
	if err != nil {
		t.Fatal(err)
	}
	hung := c.Len() - 2
	before := m.Clone()
	apply(t, m, cmd)
	got := titles(m.InStage(stages[3].ID))
	if got[0] != target.Title || got[1] != all[0].Title || got[2] != all[2].Title {
		t.Errorf("the stage is %q", got)
	}
	if len(added) != c.Len() || m.PainPoints.Len() < pains || m.Channels.Len() != before.Channels.Len() {
		t.Errorf("%d rows added of %d (%d hang on them)", len(added), c.Len(), hung)
	}
	for _, r := range added {
		if _, ok := before.Row(r.Kind, r.ID); ok {
			t.Errorf("%s %s is no new id", r.Kind, r.ID)
		}
	}
}

func TestPasteIntoAnotherMap(t *testing.T) {
	from, to := named(t, "flight"), journey.New("other", "Another map")
	var refs []edit.Ref
	for _, tp := range from.Journey() {
		refs = append(refs, edit.Ref{Kind: journey.KindTouchpoint, ID: tp.ID})
	}
	cmd, _, err := passed(t, clip.Of(from, refs)).Paste(to, clip.Target{}, counter("new"))
	if err != nil {
		t.Fatal(err)
	}
	apply(t, to, cmd)
	if got, want := titles(to.Journey()), titles(from.Journey()); !reflect.DeepEqual(got, want) {
		t.Errorf("pasted %q, want %q", got, want)
	}
	if to.Stages.Len() != from.Stages.Len() || to.PainPoints.Len() == 0 {
		t.Errorf("%d stages of %d, %d pain points", to.Stages.Len(), from.Stages.Len(), to.PainPoints.Len())
	}
	if to.Channels.Len() == 0 {
		t.Error("no channel came along")
	}
}

func TestDuplicateStandsBesideTheOriginal(t *testing.T) {
	m := named(t, "flight")
	all := m.Journey()
	st := m.StagesInOrder()
	refs := []edit.Ref{
		{Kind: journey.KindTouchpoint, ID: all[0].ID},
		{Kind: journey.KindTouchpoint, ID: all[1].ID},
		{Kind: journey.KindStage, ID: st[2].ID},
		{Kind: journey.KindStage, ID: st[3].ID},
	}
	cmd, added, err := clip.Duplicate(m, refs, counter("copy"))
	if err != nil {
		t.Fatal(err)
	}
	inside := len(m.InStage(st[2].ID))
	apply(t, m, cmd)
	got := titles(m.InStage(st[0].ID))[:4]
	if want := []string{all[0].Title, all[0].Title, all[1].Title, all[1].Title}; !reflect.DeepEqual(got, want) {
		t.Errorf("touchpoints %q, want %q", got, want)
	}
	now := m.StagesInOrder()
	if now[3].Name != st[2].Name || now[5].Name != st[3].Name || now[4].ID != st[3].ID {
		t.Errorf("the stages are %+v", now)
	}
	if len(m.InStage(now[3].ID)) != inside || len(added) < 4 {
		t.Errorf("the copied stage holds %d touchpoints of %d", len(m.InStage(now[3].ID)), inside)
	}
}

func TestDecodeRefuses(t *testing.T) {
	if _, err := clip.Decode("Books a seat"); !errors.Is(err, clip.ErrOther) {
		t.Errorf("plain text: %v", err)
	}
	for _, text := range []string{
		`{"touchline-rows":`, `{"touchline-rows":{"rows":[{"kind":"planet","row":{}}]}}`, `{"touchline-rows":{"rows":[{"kind":"stage","row":{"ID":""}}]}}`,
		`{"touchline-rows":{"rows":[{"kind":"stage","row":7}]}}`, `{"touchline-rows":{"rows":[{"kind":"map","row":{"ID":"x"}}]}}`,
	} {
		if _, err := clip.Decode(text); err == nil || errors.Is(err, clip.ErrOther) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestHostileClips are pasted into a map, which stays valid or unchanged.
func TestHostileClips(t *testing.T) {
	m := named(t, "flight")
	for _, row := range []string{
		`{"kind":"touchpoint","row":{"ID":"a","Stage":"nowhere","Lane":"nowhere","Channel":"none","Actors":["x","x"]}}`,
		`{"kind":"touchpoint","row":{"ID":"a","Type":"dance"}}`,
		`{"kind":"pain point","row":{"ID":"a","Severity":99}}`,
		`{"kind":"pain point","row":{"ID":"a","Touchpoint":"a","Stage":"a","Lane":"a"}}`,
		`{"kind":"metric","row":{"ID":"a","Name":"` + strings.Repeat("n", journey.MaxTextLength+1) + `"}}`,
		`{"kind":"lane","row":{"ID":"a","Type":"moat"}}`,
		`{"kind":"stage","row":{"ID":"a","Color":"red"}},{"kind":"note","row":{"ID":"b","Stage":"a","Lane":"c"}},{"kind":"lane","row":{"ID":"c","Type":"text"}}`,
	} {
		c, err := clip.Decode(`{"touchline-rows":{"rows":[` + row + `]}}`)
		if err != nil {
			continue
		}
		cmd, _, err := c.Paste(m, clip.Target{}, counter("n"))
		if err != nil {
			continue
		}
		apply(t, m.Clone(), cmd)
	}
}
