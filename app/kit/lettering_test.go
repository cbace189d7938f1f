//go:build ci

package kit

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// inkOf returns the columns of a picture that something is drawn in, first and last.
func inkOf(img image.Image) (first, last int) {
	b := img.Bounds()
	first, last = -1, -1
	for x := b.Min.X; x < b.Max.X; x++ {
		for y := b.Min.Y; y < b.Max.Y; y++ {
			if _, _, _, a := img.At(x, y).RGBA(); a > 0 {
				if first < 0 {
					first = x
				}
				last = x
			}
		}
	}
	return first, last
}

func TestWhatTheToolkitSetsWrongIsDrawnByUs(t *testing.T) {
	test.NewTempApp(t)
	for text, ours := range map[string]bool{
		"Books online": false, "Größe 🙂": false, "\xff": false,
		"价格 🙂": true, "PDF（印刷用）": true, "고객 A": true,
		"يحجز online": true, "שלום App": true, "رحلة Touchline (2026)": true,
	} {
		l := newLettering()
		l.set(text, 13, Bold, color.Black)
		l.place(10, 0, 200, 30)
		if l.drawn.Visible() != ours || ours != (l.plain.Text == "") {
			t.Errorf("%q: drawn by us: %v, by the toolkit %q", text, l.drawn.Visible(), l.plain.Text)
		}
	}
}

func TestLetteringKeepsToItsSide(t *testing.T) {
	test.NewTempApp(t)
	const text = "يحجز online"
	l := newLettering()
	l.set(text, 13, fyne.TextStyle{}, color.Black)
	room := l.min().Width + 60
	for align, left := range map[fyne.TextAlign]float32{
		fyne.TextAlignLeading: bleed, fyne.TextAlignCenter: bleed + 30, fyne.TextAlignTrailing: bleed + 60,
	} {
		l.align = align
		l.place(0, 0, room, 30)
		s := l.drawn.Size()
		first, last := inkOf(l.paint(int(2*s.Width), int(2*s.Height)))
		if d := float32(first) - 2*left; d < -4 || d > 8 {
			t.Errorf("align %d begins at pixel %d, want %v", align, first, 2*left)
		}
		if d := float32(last-first) - 2*l.min().Width; d < -10 || d > 4 {
			t.Errorf("align %d is %d pixels wide, want %v", align, last-first, 2*l.min().Width)
		}
	}
	if a, b := inkOf(newLettering().paint(0, 0)); a != -1 || b != -1 {
		t.Error("nothing at all is drawn")
	}
}

func TestLongLetteringIsNotCutOff(t *testing.T) {
	test.NewTempApp(t)
	l := newLettering()
	l.set("رحلة الطيران مع Touchline من البداية إلى النهاية وما بعدها (تجربة 2026)", 12, fyne.TextStyle{}, color.Black)
	room := l.min()
	l.place(0, 0, room.Width, room.Height)
	s := l.drawn.Size()
	w, h := int(s.Width+0.5), int(s.Height+1) // as a driver rounds a height up
	first, last := inkOf(l.paint(w, h))
	if first < 1 || last > w-2 || float32(last-first) > room.Width {
		t.Errorf("ink from %d to %d in a picture %d wide for a text of %v", first, last, w, room.Width)
	}
}

func TestLetteringIsCutToItsRoom(t *testing.T) {
	test.NewTempApp(t)
	l := newLettering()
	l.set("رحلة الطيران مع Touchline (تجربة 2026)", 13, fyne.TextStyle{}, color.Black)
	l.place(0, 0, 90, 20)
	if w := l.line.W * 13; w > 91 || w < 40 {
		t.Errorf("the line is %v wide in a room of 90", w)
	}
}

func TestAMirroredInterfaceBeginsAtTheRight(t *testing.T) {
	test.NewTempApp(t)
	was := mirrored
	t.Cleanup(func() { mirrored = was })
	mirrored = func() bool { return true }
	box := func(w float32) fyne.CanvasObject { r := Rect(0); r.SetMinSize(fyne.NewSize(w, 10)); return r }
	a, b, m := box(30), box(50), box(10)
	for name, c := range map[string]*fyne.Container{
		"strip": Strip(4, a, m, b), "flank": Flank(a, b, m), "frame": Framed(nil, nil, a, b, m),
	} {
		c.Resize(fyne.NewSize(300, 40))
		if a.Position().X != 270 || b.Position().X >= m.Position().X || m.Position().X >= 270 {
			t.Errorf("%s: first at %v, middle at %v, last at %v", name, a.Position().X, m.Position().X, b.Position().X)
		}
	}
	mirrored = func() bool { return false }
	c := Flank(a, b, m)
	c.Resize(fyne.NewSize(300, 40))
	if a.Position().X != 0 || m.Position().X != 34 || b.Position().X != 250 {
		t.Errorf("from the left: %v, %v, %v", a.Position().X, m.Position().X, b.Position().X)
	}
	for lang, want := range map[string]bool{"ar-EG": true, "he": true, "en": false, "arz": false} {
		if fromRight(lang) != want {
			t.Errorf("%s runs from the right: %v", lang, !want)
		}
	}
}
