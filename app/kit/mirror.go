package kit

import (
	"slices"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/say"
)

// mirrored reports whether the interface runs from right to left, with the
// palette at the right and the inspector at the left. Tests replace it.
var mirrored = sync.OnceValue(func() bool { return fromRight(say.Language()) })

// fromRight reports whether a language such as "ar-EG" is written from the right.
func fromRight(lang string) bool {
	lang, _, _ = strings.Cut(lang, "-")
	return slices.Contains([]string{"ar", "fa", "he", "ur"}, lang)
}

// Leading is the side texts begin at.
func Leading() fyne.TextAlign {
	if mirrored() {
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignLeading
}

// Across returns where a thing of the given width begins that lies x behind the
// side a room begins at.
func Across(x, width, room float32) float32 {
	if mirrored() {
		return room - x - width
	}
	return x
}

// Strip lays its objects side by side with a gap in units, from the side texts
// begin at.
func Strip(gap float32, os ...fyne.CanvasObject) *fyne.Container {
	return container.New(&row{gap}, os...)
}

// row is the layout of a strip.
type row struct{ gap float32 }

// Layout implements fyne.Layout.
func (l *row) Layout(os []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		w := o.MinSize().Width
		o.Resize(fyne.NewSize(w, s.Height))
		o.Move(fyne.NewPos(Across(x, w, s.Width), 0))
		x += w + l.gap
	}
}

// MinSize implements fyne.Layout.
func (l *row) MinSize(os []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if size.Width > 0 {
			size.Width += l.gap
		}
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
	}
	return size
}

// Flank puts objects at the beginning and the end of a line and gives one
// between them the room that is left. Any may be nil.
func Flank(first, last, middle fyne.CanvasObject) *fyne.Container {
	c := container.New(&flanked{first, last, middle})
	for _, o := range []fyne.CanvasObject{first, middle, last} {
		if o != nil {
			c.Add(o)
		}
	}
	return c
}

// flanked is the layout of flank.
type flanked struct{ first, last, middle fyne.CanvasObject }

// flankGap is the room between the parts, in units.
const flankGap = 4

// Layout implements fyne.Layout.
func (l *flanked) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	from, to := float32(0), s.Width
	put := func(o fyne.CanvasObject, x, w float32) {
		o.Resize(fyne.NewSize(w, s.Height))
		o.Move(fyne.NewPos(Across(x, w, s.Width), 0))
	}
	if w := Seen(l.first).Width; w > 0 {
		put(l.first, 0, w)
		from = w + flankGap
	}
	if w := Seen(l.last).Width; w > 0 {
		put(l.last, s.Width-w, w)
		to = s.Width - w - flankGap
	}
	if l.middle != nil {
		put(l.middle, from, max(to-from, 0))
	}
}

// MinSize implements fyne.Layout.
func (l *flanked) MinSize([]fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range []fyne.CanvasObject{l.first, l.middle, l.last} {
		m := Seen(o)
		if size.Width > 0 && m.Width > 0 {
			size.Width += flankGap
		}
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
	}
	return size
}
