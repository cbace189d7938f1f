package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// crowd is a strip that does without some of its objects where the window is
// narrow or its letters are large.
type crowd struct {
	gap   float32
	spare []fyne.CanvasObject // the last goes first
}

// NewCrowd lays objects side by side; those that are spare go when there is no room.
func NewCrowd(gap float32, spare []fyne.CanvasObject, os ...fyne.CanvasObject) *fyne.Container {
	return container.New(&crowd{gap, spare}, os...)
}

// Arrange lays out what is in a container after one of its objects changed. The
// others are not drawn again for it, as Refresh would.
func Arrange(c *fyne.Container) { c.Layout.Layout(c.Objects, c.Size()) }

// Layout implements fyne.Layout.
func (l *crowd) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range l.spare {
		o.Show()
	}
	lay := row{l.gap}
	for i := len(l.spare) - 1; i >= 0 && lay.MinSize(os).Width > s.Width; i-- {
		l.spare[i].Hide()
	}
	lay.Layout(os, s)
}

// MinSize implements fyne.Layout.
func (l *crowd) MinSize(os []fyne.CanvasObject) fyne.Size {
	var needed []fyne.CanvasObject
	high := float32(0)
	for _, o := range os {
		high = max(high, o.MinSize().Height)
		if !slices.Contains(l.spare, o) {
			needed = append(needed, o)
		}
	}
	return fyne.NewSize((&row{l.gap}).MinSize(needed).Width, high)
}
