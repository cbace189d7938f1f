package summary

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"touchline.app/journey"
)

// small is a map of two stages whose numbers leave dust in binary fractions.
func small() *journey.Map {
	m := journey.New("m", `Fish & <chips>`)
	m.Put(journey.Lane{ID: "l", Order: "V", Type: journey.LaneTouchpoints})
	m.Put(journey.Stage{ID: "s1", Order: "a", Name: "Order", Phase: journey.Before})
	m.Put(journey.Stage{ID: "s2", Order: "b"})
	m.Put(journey.Channel{ID: "c", Order: "V", Name: "shop"})
	m.Put(journey.Persona{ID: "p", Order: "V", Name: "Ana"})
	survey := journey.Feel(0.1)
	survey.Evidence = journey.Evidence{Source: journey.Survey, N: 12, Mean: 3.1, SD: 1.0 / 3}
	one := journey.Feel(-0.3)
	one.Evidence = journey.Evidence{Source: journey.Workshop, N: 1, Mean: 2.7}
	m.Put(journey.Touchpoint{ID: "1", Stage: "s1", Lane: "l", Order: "a", Title: "Queue", Channel: "c", Actors: []journey.ID{"p"}, Expected: journey.Feel(0.7), Actual: survey})
	m.Put(journey.Touchpoint{ID: "2", Stage: "s1", Lane: "l", Order: "b", Title: "Pay", Actual: one, Matters: true})
	m.Put(journey.Touchpoint{ID: "3", Stage: "s1", Lane: "l", Order: "c", Title: "Wait"})
	m.Put(journey.Touchpoint{ID: "4", Stage: "s1", Lane: "l", Order: "d", Title: "Eat", Expected: journey.Feel(0.2), Actual: journey.Feel(0.2), LeaveAsIs: true})
	m.Put(journey.Promise{ID: "p1", Order: "a", From: "1", To: "4", Text: "hot"})
	m.Put(journey.Promise{ID: "p2", Order: "b", From: "4", To: "3"})
	m.Put(journey.Waiver{ID: "w", Order: "a", Check: "empty-stage", Row: "s2", Reason: "soon"})
	m.Head.Events = journey.Events{Customers: 90, Finished: 30, AdHoc: 2}
	return m
}

const smallJSON = `{
  "title": "Fish & <chips>",
  "stages": [
    {
      "name": "Order",
      "phase": "before",
      "touchpoints": [
        {"name": "Queue", "channel": "shop", "actors": ["Ana"], "expected": 0.7, "actual": 0.1, "gap": -0.6,
          "evidence": {"source": "survey", "n": 12, "mean": 3.1, "sd": 0.333333, "median": null}},
        {"name": "Pay", "channel": "", "actors": [], "expected": null, "actual": -0.3, "gap": null,
          "evidence": {"source": "workshop", "n": 1, "mean": 2.7, "sd": null, "median": null}},
        {"name": "Wait", "channel": "", "actors": [], "expected": null, "actual": null, "gap": null,
          "evidence": {"source": "", "n": 0, "mean": null, "sd": null, "median": null}},
        {"name": "Eat", "channel": "", "actors": [], "expected": 0.2, "actual": 0.2, "gap": 0,
          "evidence": {"source": "assumed", "n": 0, "mean": null, "sd": null, "median": null}}
      ]
    },
    {"name": "", "phase": "", "touchpoints": []}
  ],
  "counts": {"stages": 2, "lanes": 1, "touchpoints": 4},
  "meanActual": 0,
  "meanGap": -0.3,
  "peakEnd": -0.05,
  "largestGap": {"touchpoint": "Queue", "gap": -0.6},
  "weightedActual": -0.075, "mayStay": 1,
  "promises": [{"from": "Queue", "to": "Eat", "text": "hot", "gap": 0, "outcome": "kept"}, {"from": "Eat", "to": "Wait", "text": "", "gap": null, "outcome": "open"}],
  "events": {"customers": 90, "finished": 30, "adHoc": 2},
  "unsaid": {"findings": 9, "waived": 1},
  "digest": "DIGEST"
}`

func TestJSON(t *testing.T) {
	m := small()
	var got, want, flat bytes.Buffer
	if err := Of(m).WriteJSON(&got); err != nil {
		t.Fatal(err)
	}
	if err := json.Compact(&want, []byte(strings.Replace(smallJSON, "DIGEST", journey.Digest(m), 1))); err != nil {
		t.Fatal(err)
	}
	if err := json.Compact(&flat, got.Bytes()); err != nil {
		t.Fatal(err)
	}
	if flat.String() != want.String() {
		t.Errorf("got\n%s\nwant\n%s", &flat, &want)
	}
}

func TestJSONOfAnEmptyMap(t *testing.T) {
	m := journey.New("m", "")
	var got bytes.Buffer
	if err := Of(m).WriteJSON(&got); err != nil {
		t.Fatal(err)
	}
	want := `{
  "title": "",
  "stages": [],
  "counts": {
    "stages": 0,
    "lanes": 0,
    "touchpoints": 0
  },
  "meanActual": null,
  "meanGap": null,
  "peakEnd": null,
  "largestGap": {
    "touchpoint": null,
    "gap": null
  },
  "weightedActual": null,
  "mayStay": 0,
  "promises": [],
  "events": null,
  "unsaid": {
    "findings": 0,
    "waived": 0
  },
  "digest": "` + journey.Digest(m) + `"
}
`
	if got.String() != want {
		t.Errorf("got\n%s", &got)
	}
}

func TestText(t *testing.T) {
	var got bytes.Buffer
	if err := Of(small()).WriteText(&got); err != nil {
		t.Fatal(err)
	}
	want := `Fish & <chips>
2 stages, 1 lane, 4 touchpoints
mean emotion 0.0, peak-end -0.1, mean gap -0.3
largest gap -0.6: Queue
with moments that matter counted twice the mean is -0.1; no change needed at 1 of 4 touchpoints
2 promises: 1 kept, 0 broken, 1 not tested
90 customers, 30 finished, 2 met something off the map
9 findings of the coverage check

Order (before)
  expected +0.7  actual +0.1  gap -0.6  Queue
  expected    -  actual -0.3  gap    -  Pay
  expected    -  actual    -  gap    -  Wait
  expected +0.2  actual +0.2  gap  0.0  Eat

(no name)
`
	if got.String() != want {
		t.Errorf("got\n%s", &got)
	}
}
