package canvas_test

import (
	"math"
	"math/rand"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/journey"
	"touchline.app/journey/sample"
)

// mostKeys is the number of key presses, beyond the text itself, in which the
// flight map shall be entered.
const mostKeys = 400

// typist presses keys and counts those that are no text.
type typist struct {
	*desk
	pressed int
}

func (k *typist) press(names ...fyne.KeyName) {
	k.pressed += len(names)
	k.key(names...)
}

// held presses a key while others are held, which count as one press each time
// they go down.
func (k *typist) held(mods fyne.KeyModifier, times int, name fyne.KeyName) {
	if times == 0 {
		return
	}
	k.pressed += times + 1
	if mods&fyne.KeyModifierAlt != 0 && mods&fyne.KeyModifierShift != 0 {
		k.pressed++
	}
	for range times {
		if mods == fyne.KeyModifierShift {
			k.mods = mods
			k.key(name)
			k.write("!") // whatever the layout makes of it
			k.mods = 0
			continue
		}
		k.board.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: mods})
	}
}

// feel sets an emotion of the selected card: the nearest word by a digit, the rest
// in steps.
func (k *typist) feel(e journey.Emotion, expected bool) {
	if !e.Known {
		return
	}
	v := journey.RoundValence(e.Valence)
	word := math.Round(v)
	digit := fyne.KeyName(strconv.Itoa(int(word) + 3))
	mods := fyne.KeyModifierAlt
	if expected {
		k.held(fyne.KeyModifierShift, 1, digit)
		mods |= fyne.KeyModifierShift
	} else {
		k.press(digit)
		k.write("1")
	}
	steps := int(math.Round((v - word) / journey.ValenceStep))
	name := fyne.KeyUp
	if steps < 0 {
		steps, name = -steps, fyne.KeyDown
	}
	k.held(mods, steps, name)
}

// TestTheFlightIsEnteredByKeysAlone begins with the blank map and enters stages,
// touchpoints, channels and both emotions of the flight map.
func TestTheFlightIsEnteredByKeysAlone(t *testing.T) {
	blank, err := sample.Named("blank", journey.NewIDs(rand.New(rand.NewSource(2))))
	if err != nil {
		t.Fatal(err)
	}
	k := &typist{desk: setUpDesk(t, blank)}
	want, err := sample.Named("flight", journey.NewIDs(rand.New(rand.NewSource(3))))
	if err != nil {
		t.Fatal(err)
	}
	k.enterStages(want, blank.Stages.Len())
	k.enterTouchpoints(want)
	k.enterEmotions(want)
	compare(t, want, k.m)
	t.Logf("%d key presses beyond the text", k.pressed)
	if k.pressed > mostKeys {
		t.Errorf("%d key presses beyond the text, want no more than %d", k.pressed, mostKeys)
	}
}

func (k *typist) enterStages(want *journey.Map, there int) {
	k.press(fyne.KeyRight, fyne.KeyUp)
	for i, s := range want.StagesInOrder() {
		if i < there {
			k.press(fyne.KeyReturn)
		}
		k.write(s.Name)
		k.press(fyne.KeyReturn)
		if i < there {
			k.press(fyne.KeyRight)
		}
	}
	k.press(fyne.KeyReturn) // no more of them
}

func (k *typist) enterTouchpoints(want *journey.Map) {
	k.press(fyne.KeyHome, fyne.KeyDown)
	for _, s := range want.StagesInOrder() {
		for _, tp := range want.InStage(s.ID) {
			c, _ := want.Channels.Get(tp.Channel)
			k.write(tp.Title)
			k.press(fyne.KeyTab)
			k.write(c.Name)
			k.press(fyne.KeyReturn)
		}
		k.press(fyne.KeyReturn, fyne.KeyRight)
	}
}

func (k *typist) enterEmotions(want *journey.Map) {
	k.press(fyne.KeyHome, fyne.KeyRight)
	for _, s := range want.StagesInOrder() {
		for _, tp := range want.InStage(s.ID) {
			k.feel(tp.Actual, false)
			k.feel(tp.Expected, true)
			k.press(fyne.KeyRight)
		}
		k.press(fyne.KeyRight) // past the place behind the last card
	}
}

func compare(t *testing.T, want, got *journey.Map) {
	t.Helper()
	w, g := want.Journey(), got.Journey()
	if len(w) != len(g) {
		t.Fatalf("%d touchpoints, want %d: %q", len(g), len(w), titles(got))
	}
	for i := range w {
		ws, _ := want.Stages.Get(w[i].Stage)
		gs, _ := got.Stages.Get(g[i].Stage)
		wc, _ := want.Channels.Get(w[i].Channel)
		gc, _ := got.Channels.Get(g[i].Channel)
		if w[i].Title != g[i].Title || ws.Name != gs.Name || wc.Name != gc.Name {
			t.Errorf("touchpoint %d: %q in %q through %q, want %q in %q through %q", i, g[i].Title, gs.Name, gc.Name, w[i].Title, ws.Name, wc.Name)
		}
		if journey.RoundValence(w[i].Actual.Valence) != g[i].Actual.Valence || journey.RoundValence(w[i].Expected.Valence) != g[i].Expected.Valence {
			t.Errorf("%s: actual %v, expected %v, want %v and %v", g[i].Title, g[i].Actual.Valence, g[i].Expected.Valence, w[i].Actual.Valence, w[i].Expected.Valence)
		}
	}
	if want.Channels.Len() < got.Channels.Len() {
		t.Errorf("%d channels, want no more than %d", got.Channels.Len(), want.Channels.Len())
	}
}

// TestWhatIsTypedIsKept types words into cards of all widths, with backspaces: the
// map holds them as they were typed, wherever the lines are broken.
func TestWhatIsTypedIsKept(t *testing.T) {
	d := setUpDesk(t, nil)
	r := rand.New(rand.NewSource(5))
	for i, tp := range d.m.Journey()[:6] {
		d.board.ZoomTo(0.4 + 0.3*float64(i))
		d.board.Edit(card(tp), "Title")
		want := []rune(tp.Title)
		for range 60 {
			if r.Intn(6) == 0 && len(want) > 0 {
				d.key(fyne.KeyBackspace)
				want = want[:len(want)-1]
				continue
			}
			c := []rune("abcdefgh    ßöأ水")[r.Intn(16)]
			d.write(string(c))
			want = append(want, c)
		}
		d.key(fyne.KeyReturn)
		if now, _ := d.m.Touchpoints.Get(tp.ID); now.Title != strings.TrimSpace(string(want)) {
			t.Errorf("typed %q, the map has %q", string(want), now.Title)
		}
	}
}
