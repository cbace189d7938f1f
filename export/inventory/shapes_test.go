package inventory

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// TestShapes reads tables as programs export them and as people write them.
func TestShapes(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"Italian", "Fase,Punto di contatto,Canale,Emozione\nScoperta,Pubblicità,Social,curioso\nUso,App,App,deluso\n", "Scoperta/Pubblicità/Social/+0.5 Uso/App/App/-1.0"},
		{"Arabic, stages side by side", ",الوعي,الشراء\nنقاط الاتصال,إعلان,متجر\nالمشاعر,فضول,رضا\n", "الوعي/إعلان//+0.5 الشراء/متجر//+1.0"},
		{"a name with words beside it", "Stage,Touchpoint,Process and channels,Emotion score\nA,x,Shop,4\nB,y,Web,1\n", "A/x/Shop/+1.0 B/y/Web/-2.0"},
		{"cards in lists", "Card ID,Card Name,Card URL,List Name,Archived\n1,See the ad,https://x,Awareness,false\n2,Pay,https://x,Purchase,false\n", "Awareness/See the ad//? Purchase/Pay//?"},
		{"pages of a database", "Name,Stage,Channel,Emotion,Created time\nSee the ad,1. Awareness,Social,Curious,March 1\nPay,3. Purchase,Shop,Happy,March 1\n", "Awareness/See the ad/Social/+0.5 Purchase/Pay/Shop/+1.0"},
		{"a name that is no touchpoint", "Name,Stage,Touchpoint,Emotion\nAnn,A,x,4\nBob,B,y,2\n", "A/x//+1.0 B/y//-1.0"},
		{
			"steps below wide stages", "Map: a car\n\nStages,Awareness,,Purchase\nSubstages,See ad,Ask friends,Sign\nChannels,TV,Phone,Dealer\nExperience,3,4,1\n",
			"Awareness/See ad/TV/+0.0 Awareness/Ask friends/Phone/+1.0 Purchase/Sign/Dealer/-2.0",
		},
		{
			"stages and steps without a name", "Journey map;Hotel stay\n;Before;;During\n;Search;Book;Sleep\nEmotional journey;1;0;-1\nChannels;Website;Website;Room\n",
			"Before/Search/Website/+1.0 Before/Book/Website/+0.0 During/Sleep/Room/-1.0",
		},
		{"-5 to 5", "Stage,Touchpoint,Sentiment\nA,x,-5\nA,y,5\n", "A/x//-2.0 A/y//+2.0"},
		{"per cent", "Stage,Touchpoint,Emotion\nA,x,90%\nA,y,20%\n", "A/x//+1.6 A/y//-1.2"},
		{"signs", "Stage,Touchpoint,Emotion\nA,x,+\nA,y,--\nA,z,0\nA,w,++\n", "A/x//+1.0 A/y//-2.0 A/z//+0.0 A/w//+2.0"},
		{"stars", "Stage,Touchpoint,Emotion\nA,x,★★★★★\nA,y,★☆☆☆☆\n", "A/x//+2.0 A/y//-2.0"},
		{"words of a scale", "Phase,Touchpoint,Emotion\nA,x,sehr gut\nA,y,schlecht\n", "A/x//+1.5 A/y//-1.0"},
	} {
		found, err := Read(context.Background(), "x.csv", []byte(c.table))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		m := found[0].Map
		var got []string
		for _, tp := range m.Journey() {
			s, _ := m.Stages.Get(tp.Stage)
			ch, _ := m.Channels.Get(tp.Channel)
			felt := "?"
			if tp.Actual.Known {
				felt = fmt.Sprintf("%+.1f", tp.Actual.Valence)
			}
			got = append(got, s.Name+"/"+tp.Title+"/"+ch.Name+"/"+felt)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
		if problems := m.Validate(); len(problems) > 0 {
			t.Errorf("%s: %v", c.name, problems)
		}
	}
}

// TestExpectedAndActualAreToldOnOneScale holds for what lies below zero and for ratings; a
// share beside a rating is on its own.
func TestExpectedAndActualAreToldOnOneScale(t *testing.T) {
	for table, want := range map[string][2]float64{
		"Stage,Touchpoint,Expected,Actual\nA,x,3,1.5\nA,y,-1,-1\n":  {2, 1},
		"Stage,Touchpoint,Expected,Actual\nA,x,10,5.5\nA,y,7,1\n":   {2, 0},
		"Stage,Touchpoint,Erwartet,Tatsächlich\nA,x,5,1\nA,y,3,3\n": {2, -2},
		"Stage,Touchpoint,Expected,Actual\nA,x,100,5\nA,y,50,1\n":   {2, 2},
	} {
		found, err := Read(context.Background(), "x.csv", []byte(table))
		if err != nil {
			t.Errorf("%q: %v", table, err)
			continue
		}
		tp := found[0].Map.Journey()[0]
		if !tp.Expected.Known || !tp.Actual.Known || tp.Expected.Valence != want[0] || tp.Actual.Valence != want[1] {
			t.Errorf("%q: expected %v, actual %v, want %v", table, tp.Expected, tp.Actual, want)
		}
	}
}

func TestMoments(t *testing.T) {
	found, err := Read(context.Background(), "x.csv", []byte("Stage,Touchpoint,Expected emotion,Actual emotion,Moment that matters\nA,x,4,2,\nA,y,3,5,yes\nB,z,5,1,First flight\nB,w,5,1,no\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, tp := range found[0].Map.Journey() {
		got = append(got, fmt.Sprintf("%s %v %s %v", tp.Title, tp.Matters, tp.Reason, tp.Expected.Known && tp.Actual.Known))
	}
	if text := strings.Join(got, ", "); text != "x false  true, y true  true, z true First flight true, w false  true" {
		t.Errorf("got %s", text)
	}
}
