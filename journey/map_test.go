package journey

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
)

func TestTableKeepsRowsUnderChange(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	m, want := New("m", ""), map[ID]Stage{}
	for range 5000 {
		id := ID(fmt.Sprint(rng.IntN(60)))
		if rng.IntN(3) == 0 {
			m.Delete(KindStage, id)
			delete(want, id)
		} else {
			s := Stage{ID: id, Name: fmt.Sprint(rng.Int())}
			m.Put(s)
			want[id] = s
		}
	}
	if m.Stages.Len() != len(want) {
		t.Fatalf("%d rows, want %d", m.Stages.Len(), len(want))
	}
	for s := range m.Stages.All() {
		if got, ok := m.Stages.Get(s.ID); !ok || got != want[s.ID] || got != s {
			t.Errorf("row %s: %+v", s.ID, got)
		}
	}
	if m.Stages.Has("none") {
		t.Error("a row that was never put is there")
	}
}

func TestEveryKindIsPutFoundAndDeleted(t *testing.T) {
	full, m := fullMap(1), New("m", "")
	for _, k := range Kinds {
		r := firstOf(full, k)
		m.Put(r)
		got, ok := m.Row(k, r.RowID())
		if !ok || !reflect.DeepEqual(got, r) {
			t.Errorf("%s: got %v", k, got)
		}
		if found, ok := m.Find(r.RowID()); !ok || found.Kind() != k || found.Label() != r.Label() {
			t.Errorf("%s: found %v", k, found)
		}
		m.Delete(k, r.RowID())
		if _, ok := m.Row(k, r.RowID()); ok != (k == KindHead) {
			t.Errorf("%s: there after delete: %v", k, ok)
		}
	}
	if _, ok := m.Row("no kind", "m"); ok {
		t.Error("a row of no kind")
	}
	if _, ok := m.Find("no id"); ok {
		t.Error("a row of no id")
	}
}

type strangeRow struct{ Head }

func TestPutPanicsOnForeignRow(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	New("m", "").Put(strangeRow{})
}

func TestCloneSharesNothing(t *testing.T) {
	a := fullMap(1)
	b := a.Clone()
	before := Digest(a)
	for r := range a.Rows() {
		if r.Kind() != KindHead {
			b.Delete(r.Kind(), r.RowID())
		}
	}
	b.Head.Title = "other"
	if Digest(a) != before {
		t.Error("a change of the clone shows in the original")
	}
}

func TestRowsStopsWhenAsked(t *testing.T) {
	n := 0
	for range fullMap(1).Rows() {
		n++
		if n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d rows", n)
	}
}

func TestJourneyOrder(t *testing.T) {
	m := New("m", "")
	for _, s := range []Stage{{ID: "s2", Order: "b"}, {ID: "s1", Order: "a"}} {
		m.Put(s)
	}
	for _, l := range []Lane{{ID: "l2", Order: "b", Type: LaneTouchpoints}, {ID: "l1", Order: "a", Type: LaneTouchpoints}, {ID: "e", Order: "c", Type: LaneEmotion}} {
		m.Put(l)
	}
	for _, tp := range []Touchpoint{
		{ID: "5", Stage: "s2", Lane: "l1", Order: "V"},
		{ID: "4", Stage: "s1", Lane: "l2", Order: "b"},
		{ID: "1", Stage: "s1", Lane: "l2", Order: "a"},
		{ID: "3", Stage: "s1", Lane: "l1", Order: "b"},
		{ID: "2", Stage: "s1", Lane: "l2", Order: "a"},
	} {
		m.Put(tp)
	}
	var got, in string
	for _, tp := range m.Journey() {
		got += string(tp.ID)
	}
	for _, tp := range m.InStage("s1") {
		in += string(tp.ID)
	}
	if got != "12345" || in != "1234" {
		t.Errorf("journey %s, in stage %s", got, in)
	}
	if l, ok := m.FirstLane(LaneTouchpoints); !ok || l.ID != "l1" {
		t.Errorf("first lane %v", l)
	}
	if _, ok := m.FirstLane(LaneText); ok {
		t.Error("a lane of a type that is not there")
	}
}

func TestOwnershipOf(t *testing.T) {
	m := fullMap(1)
	all := m.Journey()
	if got := m.OwnershipOf(all[0]); got != Shared {
		t.Errorf("own: %q", got)
	}
	all[0].Ownership = ""
	if got := m.OwnershipOf(all[0]); got != Owned {
		t.Errorf("of the channel: %q", got)
	}
	if got := m.OwnershipOf(all[1]); got != "" {
		t.Errorf("of none: %q", got)
	}
}

func TestIDs(t *testing.T) {
	ids := NewIDs(bytes.NewReader(make([]byte, 20)))
	if id := ids.Next(); id != "0000000000000000" {
		t.Errorf("got %q", id)
	}
	ids.Next()
	defer func() {
		if recover() == nil {
			t.Error("no panic where randomness ends")
		}
	}()
	ids.Next()
}

func TestFeel(t *testing.T) {
	tests := map[string]struct {
		in, want float64
		feeling  Feeling
	}{
		"step": {0.34, 0.3, Neutral}, "above": {7, 2, Delighted}, "below": {math.Inf(-1), -2, Angry},
		"no number": {math.NaN(), 0, Neutral}, "minus zero": {-0.01, 0, Neutral},
		"between": {-1.4, -1.4, Frustrated}, "half": {0.5, 0.5, Pleased},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e := Feel(tt.in)
			if e.Valence != tt.want || math.Signbit(e.Valence) != (tt.want < 0) || e.Feeling() != tt.feeling || !e.Known {
				t.Errorf("got %+v, %v", e, e.Feeling())
			}
		})
	}
}

// TestTheOrderFollowsEveryChange: the journey is what sorting the rows anew gives,
// whatever was put or deleted after it was last asked for.
func TestTheOrderFollowsEveryChange(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	m := New("m", "")
	some := func(prefix string, n int) ID { return ID(prefix + fmt.Sprint(r.IntN(n))) }
	key := func() string { return string(rune('a' + r.IntN(26))) }
	for step := range 3000 {
		switch r.IntN(8) {
		case 0:
			m.Put(Stage{ID: some("s", 5), Order: key()})
		case 1:
			m.Put(Lane{ID: some("l", 4), Order: key()})
		case 2:
			m.Delete([]Kind{KindStage, KindLane, KindTouchpoint}[r.IntN(3)], some([]string{"s", "l", "t"}[r.IntN(3)], 40))
		case 3:
			m = m.Clone()
		case 4:
			if row, ok := m.Touchpoints.Get(some("t", 40)); ok {
				row.Title = key()
				m.Put(row)
			}
		default:
			m.Put(Touchpoint{ID: some("t", 40), Stage: some("s", 5), Lane: some("l", 4), Order: key()})
		}
		if got, want := m.Journey(), byPlace(m.Touchpoints.rows, m.met()); !reflect.DeepEqual(got, want) {
			t.Fatalf("step %d: the journey is not in order", step)
		}
	}
}
