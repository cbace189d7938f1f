//go:build ci

package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestLettersChooseTheEntryTheyBegin(t *testing.T) {
	media := []string{"–", "Owned", "Shared", "Third party", "Étranger", "Other", "第三者"}
	cases := []struct {
		typed string
		at    int
		want  int
	}{
		{"s", 0, 2},
		{"S", -1, 2},
		{"th", 0, 3},
		{"third p", 0, 3},
		{"e", 0, 4},
		{"é", 0, 4},
		{"o", 0, 1},
		{"oo", 0, 5},
		{"ooo", 0, 1},
		{"ot", 0, 5},
		{"o", 1, 5},
		{"x", 2, 2},
		{"xs", 0, 2},
		{"第", 0, 6},
		{" ", 3, 3},
		{"\x00", 3, 3},
		{"so", 0, 5},
	}
	for _, c := range cases {
		var ahead typeAhead
		at := c.at
		for _, r := range c.typed {
			at = ahead.next(media, at, r)
		}
		if at != c.want {
			t.Errorf("%q from %d leads to %d, want %d", c.typed, c.at, at, c.want)
		}
	}
	var ahead typeAhead
	if at := ahead.next(nil, -1, 'a'); at != -1 {
		t.Errorf("an empty list leads to %d", at)
	}
}

// offering returns a selector in a window, and what was chosen.
func offering(t *testing.T, texts ...string) (*Selector, fyne.Window, *[]int) {
	t.Helper()
	test.NewTempApp(t)
	var chosen []int
	s := NewSelector(func(i int) { chosen = append(chosen, i) })
	s.Set(texts, 0, "")
	w := test.NewTempWindow(t, Stack(0, s))
	w.Resize(fyne.NewSize(300, 200))
	w.Canvas().Focus(s)
	return s, w, &chosen
}

// strike gives keys to what has them.
func strike(o fyne.Focusable, ks ...fyne.KeyName) {
	for _, k := range ks {
		o.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestAListIsOpenedAndChosenFromByKeys(t *testing.T) {
	s, w, chosen := offering(t, "one", "two", "three", "four")
	strike(s, fyne.KeySpace)
	if s.Open == nil || w.Canvas().Focused() != fyne.Focusable(s.Open) {
		t.Fatal("the list has not got the keys")
	}
	s.Open.TypedRune(' ') // follows the key that opened it
	strike(s.Open, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	strike(s.Open, fyne.KeyReturn)
	if s.Open != nil || s.Text() != "two" || len(*chosen) != 1 || w.Canvas().Focused() != fyne.Focusable(s) {
		t.Fatalf("%q is chosen, heard %v", s.Text(), *chosen)
	}
	strike(s, fyne.KeyDown)
	s.Open.TypedRune('f')
	strike(s.Open, fyne.KeyEscape)
	if s.Open != nil || s.Text() != "two" || len(*chosen) != 1 {
		t.Errorf("escape leaves %q", s.Text())
	}
	strike(s, fyne.KeyEnd, fyne.KeyRight, fyne.KeyLeft, fyne.KeyHome, fyne.KeyHome)
	s.TypedRune('t')
	if s.Text() != "two" || len(*chosen) != 5 {
		t.Errorf("%q is chosen after %v", s.Text(), *chosen)
	}
}

func TestALongListStaysInTheWindow(t *testing.T) {
	texts := make([]string, 60)
	for i := range texts {
		texts[i] = string(rune('a'+i%26)) + " entry of a long list that is wider than its selector by far and wider still"
	}
	s, w, chosen := offering(t, texts...)
	strike(s, fyne.KeySpace)
	p := s.Open.Popup
	if at, size := p.Position(), p.Size(); at.Y < 0 || at.X < 0 || at.Y+s.Open.Size().Height > w.Canvas().Size().Height || size.Width > w.Canvas().Size().Width+mostWide {
		t.Errorf("it lies at %v, as large as %v", at, s.Open.Size())
	}
	strike(s.Open, fyne.KeyEnd)
	if off := s.Open.scroll.Offset.Y; off <= 0 {
		t.Error("the last entry is not brought into view")
	}
	test.Tap(s.Open.lines[59])
	if len(*chosen) != 1 || s.At != 59 {
		t.Errorf("a click chooses %v", *chosen)
	}
}
