//go:build ci

package plane

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/scene"
)

// host is a window that holds a sheet.
type host struct{}

func (host) MapTheme() scene.Theme { return scene.Light() }
func (host) RightToLeft() bool     { return false }

func TestTheCursorIsInSightOnceThereIsRoom(t *testing.T) {
	test.NewTempApp(t)
	s := NewSheet(host{}, func() (rows, cols int) { return 40, 3 })
	s.Widths = []float64{90, 90, 90}
	s.Look = func(widget.TableCellID) Cell { return Cell{Text: "x"} }
	s.To(widget.TableCellID{Row: 20}) // before anybody knows how large it is
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(300, 240))
	s.Refresh()
	if r := s.Rect(s.At); r.Y < headHigh || r.Bottom() > float64(s.Size().Height) {
		t.Errorf("the cursor is at %v of %v", r, s.Size())
	}
}
