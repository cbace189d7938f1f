package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// OfferRow is a line of a list: a text, and in grey what goes with it.
type OfferRow struct {
	widget.BaseWidget
	back *Plate
	run  func() // nil: it cannot be pressed
}

// NewOfferRow returns a line; run may be nil.
func NewOfferRow(text, note string, chosen bool, run func()) *OfferRow {
	color := fyne.ThemeColorName("foreground")
	if chosen {
		color = "primary"
	}
	line := Flank(nil, NewInk(note, 12, fyne.TextStyle{}, look.Grey), NewInk(text, 13, fyne.TextStyle{}, color).Narrow(80))
	r := &OfferRow{run: run, back: NewPlate("", "", 6, Inset(5, 10, 5, 10, line))}
	if chosen {
		r.back.Fill = look.Tint
	}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *OfferRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.back) }

// MinSize implements fyne.CanvasObject: all lines are of one height.
func (r *OfferRow) MinSize() fyne.Size { return fyne.NewSize(120, 29) }

// Tapped implements fyne.Tappable.
func (r *OfferRow) Tapped(*fyne.PointEvent) {
	if r.run != nil {
		r.run()
	}
}

// Cursor implements desktop.Cursorable.
func (r *OfferRow) Cursor() desktop.Cursor {
	if r.run == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
