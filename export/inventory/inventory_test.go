package inventory

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"touchline.app/export/grid"
	"touchline.app/journey"
)

// shared is where journeys written as tables lie, for who has them beside the
// checkout.
const shared = "../../../shared/data/touchpoints"

// sketch writes a map in short: each stage with its touchpoints and what they
// feel.
func sketch(m *journey.Map) string {
	var out []string
	for _, s := range m.StagesInOrder() {
		line := s.Name + ":"
		for _, t := range m.InStage(s.ID) {
			line += " " + t.Title
			if t.Actual.Known {
				line += fmt.Sprintf(" %+.1f", t.Actual.Valence)
			}
			line += ";"
		}
		out = append(out, strings.TrimSuffix(line, ";"))
	}
	return strings.Join(out, "\n")
}

func found(t *testing.T, name, data string) []Found {
	t.Helper()
	all, err := Read(context.Background(), name, []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if problems := f.Map.Validate(); len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
	return all
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{
			"rows.csv", "Stage,Touchpoint,Channel,Emotion\nAware,Ad,Social,4\n,Website,Web,3\nBuy,Checkout,Web,1\n",
			"Aware: Ad +1.0; Website +0.0\nBuy: Checkout -2.0",
		},
		{
			"semicolons.csv", "Pain Point;Phase;Kontaktpunkt;Gefühl\nteuer;Kauf;Kasse;frustriert\n;Nutzung;App;zufrieden\n",
			"Kauf: Kasse -1.0\nNutzung: App +1.0",
		},
		{
			"turned.csv", ",Aware,Buy,Use\nTouchpoints,\"Ad, Website\",Checkout,App\nEmotion,3/5,1/5,5/5\nPain points,,slow,\n",
			"Aware: Ad +0.0; Website +0.0\nBuy: Checkout -2.0\nUse: App +2.0",
		},
		{
			"titles.csv", "Journey of May,,\n,,\nStep,Action,Feeling\nFind,Searches,curious\nPay,Pays,anxious 😰\n",
			"Find: Searches +0.5\nPay: Pays -1.0",
		},
		{
			"table.md", "# Trip\n\n```\n| Stage | Touchpoint |\n|--|--|\n| no | no |\n```\n\n| **Stage** | Touchpoint | Emotion |\n|:--|:--|--:|\n| 1\\. Find | Web \\| app | -1 |\n| Go | Gate<br>Cabin | 2 |\n",
			"Find: Web | app -1.0\nGo: Gate +2.0; Cabin +2.0",
		},
		{
			"headings.md", "# Trip\n## 1. Before\n| Step | Action | Emotion |\n|--|--|--|\n| Search | looks | 4/5 |\n## 2. After\n| Step | Action | Emotion |\n|--|--|--|\n| Review | writes | 2/5 |\n",
			"Before: Search +1.0\nAfter: Review -1.0",
		},
		{
			"spanish.csv", "Etapa,Punto de contacto,Emoción\nCompra,Tienda,frustrado\nUso,Soporte,muy satisfecho\n",
			"Compra: Tienda -1.0\nUso: Soporte +1.5",
		},
		{
			"french.csv", "Étape;Point de contact;Ressenti\nAchat;Caisse;déçu\n", "Achat: Caisse -1.0",
		},
		{
			"japanese.csv", ",認知,購入\nタッチポイント,広告/店舗,レジ\n感情曲線,やや上（興味）,下（不満）\n",
			"認知: 広告 +0.5; 店舗 +0.5\n購入: レジ -1.0",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := sketch(found(t, c.name, c.data)[0].Map); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestEverythingIsKept(t *testing.T) {
	const data = "Stage,Action,Touchpoint,Channel,Owner,Thinking,Goals,Pain point,Opportunity,Backstage,Duration,Emotion,Persona\n" +
		"Buy,Pays by card,Checkout,Web,Shop team,will it work?,be done,slow page,cache it,payment,2 min,torn,\"Ann, Bob\"\n"
	f := found(t, "x.csv", data)[0]
	m := f.Map
	tp := m.Journey()[0]
	if tp.Title != "Checkout" || tp.Details != "Pays by card" || tp.Owner != "Shop team" || len(tp.Actors) != 2 || tp.Actual.Known {
		t.Errorf("%+v", tp)
	}
	if c, _ := m.Channels.Get(tp.Channel); c.Name != "Web" {
		t.Errorf("channel %+v", c)
	}
	var notes []string
	for _, n := range m.NotesInOrder() {
		l, _ := m.Lanes.Get(n.Lane)
		notes = append(notes, l.Name+"="+n.Text)
	}
	if got := strings.Join(notes, "|"); got != "Thoughts=will it work?|Goals=be done|Backstage=payment|Duration=2 min|Emotion=torn" {
		t.Errorf("notes %s", got)
	}
	besides(t, m, tp.ID)
	if len(f.Warnings) != 1 || !strings.Contains(f.Warnings[0].String(), "torn") {
		t.Errorf("warnings %v", f.Warnings)
	}
}

func TestWhatARowSaysStandsAtItsTouchpoint(t *testing.T) {
	m := found(t, "x.csv", "Stage,Touchpoint,Thinking,Goals,Duration,Pain point\nBuy,Checkout,will it work?,be done,2 min,slow\nBuy,Pay,,,3 min,\nLeave,Go,,,4 min,\nUse,\"App, Web\",nice,fun,1 h,hidden\n")[0].Map
	at := func(id journey.ID) string {
		tp, _ := m.Touchpoints.Get(id)
		return tp.Title
	}
	var got []string
	for _, n := range m.NotesInOrder() {
		got = append(got, n.Text+"="+at(n.Touchpoint)+at(n.Reach.EndTouchpoint))
	}
	for _, p := range m.PainPointsInOrder() {
		got = append(got, p.Text+"="+at(p.Touchpoint))
	}
	if s := strings.Join(got, "|"); s != "will it work?=CheckoutCheckout|be done=|2 min=CheckoutCheckout|3 min=PayPay|4 min=Go|nice=|fun=|1 h=|slow=Checkout|hidden=" {
		t.Errorf("got %s", s)
	}
}

func besides(t *testing.T, m *journey.Map, touchpoint journey.ID) {
	t.Helper()
	if p := m.PainPointsInOrder(); len(p) != 1 || p[0].Touchpoint != touchpoint || p[0].Text != "slow page" {
		t.Errorf("pain points %+v", p)
	}
	if o := m.OpportunitiesInOrder(); len(o) != 1 || o[0].Text != "cache it" {
		t.Errorf("opportunities %+v", o)
	}
}

func TestSameFileSameMap(t *testing.T) {
	const data = "Stage,Touchpoint,Emotion\nA,b,1\nC,d,5\n"
	a, b := found(t, "x.csv", data)[0].Map, found(t, "x.csv", data)[0].Map
	if journey.Digest(a) != journey.Digest(b) {
		t.Error("two readings differ")
	}
}

func TestWhatIsAndWhatShallBe(t *testing.T) {
	const table = "| | A | B |\n|--|--|--|\n| Touchpoints | x | y |\n| Emotion | 1 | 5 |\n"
	all := found(t, "x.md", "# Trip\n## To-be\n"+table+"\n## As is\n"+table)
	if len(all) != 2 || all[0].Map.Head.Title != "As is" || all[0].Map.Head.State != journey.CurrentState || all[1].Map.Head.State != journey.FutureState {
		t.Errorf("%+v", all)
	}
	if one := found(t, "x.md", "# Trip\n## The table\n"+table); one[0].Map.Head.Title != "Trip" {
		t.Errorf("title %q", one[0].Map.Head.Title)
	}
}

func TestNoTable(t *testing.T) {
	for name, data := range map[string]string{
		"prose.md": "# Journey\nShe buys. | no table\n", "other.md": "| Name | Price |\n|--|--|\n| a | 1 |\n",
		"people.csv": "Persona,Description\nAnn,plans\n", "one.csv": "Touchpoint\nWeb\n",
	} {
		if _, err := Read(context.Background(), name, []byte(data)); !errors.Is(err, ErrNoTable) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestShared says what the journeys of the wild must give: stages, touchpoints,
// emotions and the sketch of one stage.
func TestShared(t *testing.T) {
	for _, c := range []struct {
		file                          string
		maps                          int
		stages, touchpoints, emotions int
		names, sketch                 string
	}{
		{
			"henry-gu-bayer__concur-admin__journey-map.md", 1, 5, 5, 5, "Orient|Locate|Inspect|Confirm|Answer",
			"Locate: Table row +1.0",
		},
		{
			"ikloster03__snowflake-desktop__customer-journey-map.md", 1, 4, 13, 11, "Discovery|First Use|Book Development|Regular Use",
			"First Use: Creating first project +0.5; Workspace setup +0.0; Interface exploration -0.5",
		},
		{
			"educoreproject__edc2_25__customer-journey-map.md", 2, 7, 17, 17,
			"Awareness|Consideration|Acquisition (First Value Exchange)|Onboarding (First Deep Engagement)|Engagement (Roadmap Generation)|Retention|Advocacy",
			"Advocacy: Email/Slack share +1.5; conference mention +1.5; state CTO council recommendation +1.5",
		},
		{
			"takumasato-ops__blue-worker-diamond__customer-journey-map.md", 2, 5, 16, 16, "認知・興味|比較・検討|購入する|利用する|共有・リピート・利用終了",
			"比較・検討: Google検索 -0.3; YouTube -0.3; 書店 -0.3; 通信講座のLP -0.3; 比較サイト -0.3",
		},
		{
			"shaul1991__commu__user-journey-map.md", 1, 4, 21, 16,
			"게시글 작성 (Create) 플로우|게시글 조회 (Read) 플로우|게시글 수정 (Update) 플로우|게시글 삭제 (Delete) 플로우",
			"게시글 조회 (Read) 플로우: 탐색 +0.5; 선택 +0.5; 로딩 +0.5; 소비 +0.5; 반응 +0.5",
		},
		{
			"FaithMwanae__HCI-ASSIGNMENT__user-journey.md", 1, 11, 11, 0,
			"Item Lost|Open App|Report Lost Item|Enter Details|Add Image|Submit Report|Search Items|View Item|Submit Claim|Track Claim|Recover Item",
			"Submit Claim: Student submits a claim",
		},
		{
			"Amirsorouri00__shop-commerce__service-blueprint.md", 1, 12, 35, 0, "",
			"J3 — Authentication: Enter phone, request OTP; Submit OTP",
		},
		{
			"mcoulthurst__xd-user-journey__serviceuser.csv", 1, 1, 13, 12, "",
			"",
		},
		{
			"derived_csv/educoreproject__edc2_25__customer-journey-map__t7.csv", 1, 7, 14, 14,
			"Awareness|Consideration|Acquisition|Onboarding|Engagement|Retention|Advocacy", "Engagement: Needs Explorer +2.0; Roadmap Generator +2.0",
		},
		{
			"derived_csv/takumasato-ops__blue-worker-diamond__customer-journey-map__t1.csv", 1, 5, 16, 16, "認知・興味|比較・検討|購入する|利用する|共有・リピート・利用終了",
			"利用する: 参考書 -1.5; 通信講座教材 -1.5; YouTube -1.5",
		},
	} {
		data, err := os.ReadFile(filepath.Join(shared, c.file))
		if err != nil {
			continue
		}
		t.Run(c.file, func(t *testing.T) {
			all := found(t, filepath.Base(c.file), string(data))
			m := all[0].Map
			emotions := 0
			for tp := range m.Touchpoints.All() {
				if tp.Actual.Known {
					emotions++
				}
			}
			var names []string
			for _, s := range m.StagesInOrder() {
				names = append(names, s.Name)
			}
			if len(all) != c.maps || m.Stages.Len() != c.stages || m.Touchpoints.Len() != c.touchpoints || emotions != c.emotions {
				t.Errorf("%d maps, %d stages, %d touchpoints, %d emotions; want %d, %d, %d, %d", len(all), m.Stages.Len(), m.Touchpoints.Len(), emotions, c.maps, c.stages, c.touchpoints, c.emotions)
			}
			if got := strings.Join(names, "|"); c.names != "" && got != c.names {
				t.Errorf("stages %s", got)
			}
			if got := strings.Split(sketch(m), "\n"); c.sketch != "" && !slices.Contains(got, c.sketch) {
				t.Errorf("no stage is %q in\n%s", c.sketch, sketch(m))
			}
		})
	}
}

// TestSharedOthers reads every other file without harm: what is no table of
// touchpoints is refused as such.
func TestSharedOthers(t *testing.T) {
	for _, pattern := range []string{"/*.md", "/*.csv", "/derived_csv/*.csv", "/../hostile/*", "/../surveys/hcahps*.csv"} {
		paths, err := filepath.Glob(shared + pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				continue // a folder
			}
			all, err := Read(context.Background(), filepath.Base(path), data)
			var refused *grid.Refusal
			if err != nil && !errors.Is(err, ErrNoTable) && !errors.As(err, &refused) {
				t.Errorf("%s: %v", path, err)
			}
			for _, f := range all {
				if problems := f.Map.Validate(); len(problems) > 0 {
					t.Errorf("%s: %v", path, problems)
				}
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("x.csv", []byte("Stage,Touchpoint,Emotion\nA,\"b, c\",4\n"))
	f.Add("x.csv", []byte(",A,B\nTouchpoints,a/b,c\nEmotion,1,x\n"))
	f.Add("x.md", []byte("# T\n|Stage|Action|\n|--|--|\n|a|b|\n\n```\n|"))
	f.Add("x.md", []byte("|Step|Action|Emotion|Persona|\n-|-|-|-\n|\x00|;|(|,|\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		all, err := Read(context.Background(), name, data)
		if err != nil {
			return
		}
		for _, found := range all {
			if problems := found.Map.Validate(); len(problems) > 0 {
				t.Errorf("%v", problems)
			}
		}
	})
}
