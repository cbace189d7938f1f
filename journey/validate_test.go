package journey

import (
	"math"
	"strings"
	"testing"
)

func TestValidateAcceptsFullMap(t *testing.T) {
	for _, e := range fullMap(1).Validate() {
		t.Error(e)
	}
}

// with returns the full map with its first row of type T changed.
func with[T Row](k Kind, change func(*T)) *Map {
	m := fullMap(1)
	r := firstOf(m, k).(T)
	change(&r)
	m.Put(r)
	return m
}

func TestValidateNamesTheField(t *testing.T) {
	touchpoint := func(f func(*Touchpoint)) *Map { return with(KindTouchpoint, f) }
	tests := map[string]struct {
		m     *Map
		field string
	}{
		"head without id":       {New("", "x"), "ID"},
		"state of the map":      {with(KindHead, func(r *Head) { r.State = "past" }), "State"},
		"persona's colour":      {with(KindPersona, func(r *Persona) { r.Color = "red" }), "Color"},
		"colour of bad digits":  {with(KindPersona, func(r *Persona) { r.Color = "#12345g" }), "Color"},
		"four initials":         {with(KindPersona, func(r *Persona) { r.Initials = "ABCD" }), "Initials"},
		"text too long":         {with(KindPersona, func(r *Persona) { r.Quote = strings.Repeat("x", MaxTextLength+1) }), "Quote"},
		"text of bad encoding":  {with(KindStage, func(r *Stage) { r.Name = "a\xff" }), "Name"},
		"text with a null":      {with(KindStage, func(r *Stage) { r.Goal = "a\x00b" }), "Goal"},
		"stage's phase":         {with(KindStage, func(r *Stage) { r.Phase = "later" }), "Phase"},
		"stage's status":        {with(KindStage, func(r *Stage) { r.Status = "friend" }), "Status"},
		"stage without order":   {with(KindStage, func(r *Stage) { r.Order = "" }), "Order"},
		"order key of zeros":    {with(KindStage, func(r *Stage) { r.Order = "00" }), "Order"},
		"order key's letters":   {with(KindStage, func(r *Stage) { r.Order = "é" }), "Order"},
		"lane without type":     {with(KindLane, func(r *Lane) { r.Type = "" }), "Type"},
		"lane's type":           {with(KindLane, func(r *Lane) { r.Type = "sounds" }), "Type"},
		"channel's medium":      {with(KindChannel, func(r *Channel) { r.Medium = "air" }), "Medium"},
		"channel's ownership":   {with(KindChannel, func(r *Channel) { r.Ownership = "mine" }), "Ownership"},
		"no stage":              {touchpoint(func(r *Touchpoint) { r.Stage = "" }), "Stage"},
		"lost stage":            {touchpoint(func(r *Touchpoint) { r.Stage = "gone" }), "Stage"},
		"lane of another type":  {touchpoint(func(r *Touchpoint) { r.Lane = laneOf(LaneGap) }), "Lane"},
		"lost channel":          {touchpoint(func(r *Touchpoint) { r.Channel = "gone" }), "Channel"},
		"lost actor":            {touchpoint(func(r *Touchpoint) { r.Actors = []ID{"gone"} }), "Actors"},
		"actor twice":           {touchpoint(func(r *Touchpoint) { r.Actors = []ID{r.Actors[0], r.Actors[0]} }), "Actors"},
		"kind":                  {touchpoint(func(r *Touchpoint) { r.Type = "talk" }), "Type"},
		"delivery":              {touchpoint(func(r *Touchpoint) { r.Delivery = "robot" }), "Delivery"},
		"expected too high":     {touchpoint(func(r *Touchpoint) { r.Expected.Valence = 2.1 }), "Expected.Valence"},
		"actual no number":      {touchpoint(func(r *Touchpoint) { r.Actual.Valence = math.NaN() }), "Actual.Valence"},
		"infinite mean":         {touchpoint(func(r *Touchpoint) { r.Actual.Evidence.Mean = math.Inf(-1) }), "Actual.Evidence.Mean"},
		"negative spread":       {touchpoint(func(r *Touchpoint) { r.Actual.Evidence.SD = -1 }), "Actual.Evidence.SD"},
		"scale upside down":     {touchpoint(func(r *Touchpoint) { r.Actual.Evidence.ScaleMin = 9 }), "Actual.Evidence.ScaleMin"},
		"negative answers":      {touchpoint(func(r *Touchpoint) { r.Actual.Evidence.N = -1 }), "Actual.Evidence.N"},
		"negative distribution": {touchpoint(func(r *Touchpoint) { r.Actual.Evidence.Distribution = []int{-1} }), "Actual.Evidence.Distribution"},
		"source":                {touchpoint(func(r *Touchpoint) { r.Actual.Evidence.Source = "dream" }), "Actual.Evidence.Source"},
		"bad text in evidence":  {touchpoint(func(r *Touchpoint) { r.Actual.Evidence.Name = "\xff" }), "Actual.Evidence.Name"},
		"note in a gap lane":    {with(KindNote, func(r *Note) { r.Lane = laneOf(LaneGap) }), "Lane"},
		"severity":              {with(KindPainPoint, func(r *PainPoint) { r.Severity = 6 }), "Severity"},
		"lost touchpoint":       {with(KindPainPoint, func(r *PainPoint) { r.Touchpoint = "gone" }), "Touchpoint"},
		"impact":                {with(KindOpportunity, func(r *Opportunity) { r.Impact = -1 }), "Impact"},
		"effort":                {with(KindOpportunity, func(r *Opportunity) { r.Effort = 6 }), "Effort"},
		"opportunity done":      {with(KindOpportunity, func(r *Opportunity) { r.State = "finished" }), "State"},
		"metric's target":       {with(KindMetric, func(r *Metric) { r.Target.Value = math.NaN() }), "Target"},
		"id of two rows": {with(KindMetric, func(r *Metric) {
			r.ID = firstOf(fullMap(1), KindStage).RowID()
		}), "ID"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			found := tt.m.Validate()
			if len(found) == 0 || found[0].Field != tt.field {
				t.Fatalf("got %v, want the first error of field %s", found, tt.field)
			}
			if msg := found[0].Error(); !strings.Contains(msg, tt.field) || strings.Contains(msg, "%!") {
				t.Errorf("message %q", msg)
			}
		})
	}
}

func laneOf(t LaneType) ID {
	l, _ := fullMap(1).FirstLane(t)
	return l.ID
}
