package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// offerRow is a line of a list: a text, and in grey what goes with it.
type offerRow struct {
	widget.BaseWidget
	back *plate
	run  func() // nil: it cannot be pressed
}

func newOfferRow(text, note string, chosen bool, run func()) *offerRow {
	color := fyne.ThemeColorName("foreground")
	if chosen {
		color = "primary"
	}
	line := flank(nil, newInk(note, 12, fyne.TextStyle{}, look.Grey), newInk(text, 13, fyne.TextStyle{}, color).narrow(80))
	r := &offerRow{run: run, back: newPlate("", "", 6, inset(5, 10, 5, 10, line))}
	if chosen {
		r.back.fill = look.Tint
	}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *offerRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.back) }

// MinSize implements fyne.CanvasObject: all lines are of one height.
func (r *offerRow) MinSize() fyne.Size { return fyne.NewSize(120, 29) }

// Tapped implements fyne.Tappable.
func (r *offerRow) Tapped(*fyne.PointEvent) {
	if r.run != nil {
		r.run()
	}
}

// Cursor implements desktop.Cursorable.
func (r *offerRow) Cursor() desktop.Cursor {
	if r.run == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
