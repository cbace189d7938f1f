//go:build ci

package kit

import (
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"touchline.app/app/look"
)

const arabicProse = "نقطة التماس «Asks about cabin bags» لحظة حاسمة ولا أحد يقول لماذا، فاكتب السبب هنا."

func TestProseFromTheRightIsBrokenByTheEngineOfTheMap(t *testing.T) {
	l, err := look.New(look.Light)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(l)
	p := newProse(arabicProse, "foreground", theme.SizeNameCaptionText)
	for _, width := range []float32{500, 180, 90} {
		p.Resize(fyne.NewSize(width, 400))
		var said []string
		for _, l := range p.lines {
			if !l.RTL || float32(l.W)*12 > width+20 {
				t.Errorf("at %v the line %q is %v wide, from the right: %v", width, l.Text, l.W, l.RTL)
			}
			said = append(said, strings.TrimSpace(l.Text))
		}
		if got := strings.Join(said, " "); got != arabicProse {
			t.Errorf("at %v it says %q", width, got)
		}
		if high := p.MinSize().Height; high < 14*float32(len(p.lines)) || p.plain.Visible() {
			t.Errorf("%d lines are %v high", len(p.lines), high)
		}
	}
	if n := inked(p.paint(90, 400)); n < 100 {
		t.Errorf("%d pixels are drawn", n)
	}
	p.Set("Plain words")
	if !p.plain.Visible() || p.drawn.Visible() || p.part.Text != "Plain words" || len(p.lines) != 0 {
		t.Error("words from the left are not left to the toolkit")
	}
}

// inked counts the pixels of a picture that something was drawn on.
func inked(img image.Image) int {
	n, b := 0, img.Bounds()
	for x := range b.Dx() {
		for y := range b.Dy() {
			if _, _, _, a := img.At(x, y).RGBA(); a > 0 {
				n++
			}
		}
	}
	return n
}
