package app

import (
	"context"
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/raster"
	"touchline.app/export/page"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// How the preview waits and how much it shows.
const (
	previewRest  = 150 * time.Millisecond // of the choices, before it is made anew
	previewText  = 6000                   // bytes of a format that is text
	previewWords = 4                      // warnings shown at once
)

// order is what a preview is asked to show.
type order struct {
	m       *journey.Map // nobody changes it any more
	choices choices
	scope   scope
}

// proof is an order made: sheets, or the beginning of a text.
type proof struct {
	doc      *page.Document // nil where the format is no drawing
	text     string
	warnings []phrase.Phrase
	err      error
}

// preview shows the sheets of an export as they will print. They are made
// beside the interface; what comes late is dropped.
type preview struct {
	onUI  func(func())
	after func(time.Duration, func()) ticking
	made  func(*proof) // called when a new proof is shown

	timer ticking
	gen   int    // of the latest order
	busy  bool   // one is being made
	stop  func() // the making of it
	next  *order // to be made after it
	now   *proof
	sheet int // shown, from 0
	drawn int // generation of the picture

	paper   *canvas.Image
	edge    *canvas.Rectangle
	text    *widget.Label
	waiting *kit.Ink
	screen  *fyne.Container
	pager   *pager
	object  fyne.CanvasObject
}

func newPreview(onUI func(func()), made func(*proof)) *preview {
	p := &preview{onUI: onUI, made: made, paper: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}, edge: kit.Rect(0)}
	p.after = func(t time.Duration, f func()) ticking {
		return time.AfterFunc(t, func() { onUI(f) })
	}
	p.edge.StrokeWidth = 1
	p.text = widget.NewLabel("")
	p.text.TextStyle = fyne.TextStyle{Monospace: true}
	p.waiting = kit.NewInk(say.Text("export.preview"), 13, fyne.TextStyle{}, look.Grey)
	p.screen = container.New(p, container.NewScroll(p.text), p.edge, p.paper, p.waiting)
	p.pager = newPager(p)
	p.object = kit.Framed(nil, p.pager.object, nil, nil, kit.NewPlate("button", "", 8, p.screen))
	return p
}

// show asks for a preview, which is made once the choices have rested; what is
// ordered is asked for then.
func (p *preview) show(what func() order) {
	p.drop()
	p.timer = p.after(previewRest, func() { p.make(what()) })
}

// close drops what is still on its way.
func (p *preview) close() {
	p.drop()
	p.drawn++
	p.next = nil
}

// drop ends the making of what nobody wants any more.
func (p *preview) drop() {
	p.gen++
	if p.timer != nil {
		p.timer.Stop()
	}
	if p.stop != nil {
		p.stop()
	}
}

// make makes a proof beside the interface; of several orders that come
// meanwhile only the last is made.
func (p *preview) make(o order) {
	if p.busy {
		p.next = &o
		return
	}
	p.busy = true
	p.pager.wait()
	gen := p.gen
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	go func() {
		made := prove(ctx, o)
		p.onUI(func() {
			stop()
			p.busy = false
			if next := p.next; next != nil {
				p.next = nil
				p.make(*next)
			} else if gen == p.gen {
				p.take(made)
			}
		})
	}()
}

// take shows a new proof, at the page that was shown.
func (p *preview) take(made *proof) {
	p.now = made
	p.sheet = min(p.sheet, max(p.sheets()-1, 0))
	p.pager.refresh(p.sheet, p.sheets())
	p.made(made)
	p.draw()
}

func (p *preview) sheets() int {
	if p.now == nil || p.now.doc == nil {
		return 0
	}
	return len(p.now.doc.Sheets)
}

// turn shows another page.
func (p *preview) turn(by int) {
	to := min(max(p.sheet+by, 0), max(p.sheets()-1, 0))
	if to == p.sheet {
		return
	}
	p.sheet = to
	p.pager.refresh(p.sheet, p.sheets())
	p.draw()
}

// draw paints the page that is shown, beside the interface.
func (p *preview) draw() {
	p.drawn++
	switch {
	case p.now == nil:
		return
	case p.now.err != nil:
		p.look(p.waiting)
		p.waiting.Set(say.Capital(say.Error(p.now.err)), look.Negative)
		return
	case p.now.doc == nil:
		p.text.SetText(p.now.text)
		p.look(p.screen.Objects[0])
		return
	case p.sheets() == 0:
		return
	}
	sheet, drawn := p.now.doc.Sheets[p.sheet], p.drawn
	size, pixels := p.fit(sheet), p.pixels()
	if size.Width < 1 || size.Height < 1 {
		return
	}
	go func() {
		img := drawSheet(sheet, int(size.Width*pixels+0.5), int(size.Height*pixels+0.5))
		p.onUI(func() {
			if drawn == p.drawn {
				p.paper.Image = img
				p.look(p.paper)
				p.Layout(p.screen.Objects, p.screen.Size())
				p.paper.Refresh()
			}
		})
	}()
}

// drawSheet paints a sheet into a picture of the given width and height in pixels.
func drawSheet(s page.Sheet, w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	page.Draw(raster.New(), s, img, min(float64(w)/s.Size.X, float64(h)/s.Size.Y))
	return img
}

// look shows one of the preview's parts and hides the others.
func (p *preview) look(at fyne.CanvasObject) {
	for _, o := range p.screen.Objects {
		kit.Show(o, o == at || o == p.edge && at == p.paper)
	}
}

// pixels returns how many pixels a unit of the screen has.
func (p *preview) pixels() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.screen); c != nil {
		return c.Scale()
	}
	return 1
}

// previewAir is the room around a sheet, in units.
const previewAir = 18

// fit returns how large a sheet is shown, in units.
func (p *preview) fit(s page.Sheet) fyne.Size {
	room := p.screen.Size().SubtractWidthHeight(2*previewAir, 2*previewAir)
	k := min(room.Width/float32(s.Size.X), room.Height/float32(s.Size.Y))
	return fyne.NewSize(float32(s.Size.X)*k, float32(s.Size.Y)*k)
}

// Layout implements fyne.Layout: the sheet in the middle, on whole pixels, what
// is written over all of it.
func (p *preview) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Resize(s)
	m := p.waiting.MinSize()
	w := min(m.Width, s.Width-2*previewAir)
	p.waiting.Move(fyne.NewPos((s.Width-w)/2, (s.Height-m.Height)/2))
	p.waiting.Resize(fyne.NewSize(w, m.Height))
	if p.sheets() == 0 {
		return
	}
	img, ok := p.paper.Image.(*image.RGBA)
	if !ok {
		p.draw()
		return
	}
	k := p.pixels()
	size := fyne.NewSize(float32(img.Rect.Dx())/k, float32(img.Rect.Dy())/k)
	if want := p.fit(p.now.doc.Sheets[p.sheet]); max(want.Width-size.Width, size.Width-want.Width, want.Height-size.Height, size.Height-want.Height) > 1.5/k {
		size = want // until the new picture is there
		p.draw()
	}
	at := fyne.NewPos(float32(int((s.Width-size.Width)/2*k))/k, float32(int((s.Height-size.Height)/2*k))/k)
	p.paper.Move(at)
	p.paper.Resize(size)
	p.edge.StrokeColor = look.Color("inputBorder")
	p.edge.Move(at.SubtractXY(1, 1))
	p.edge.Resize(size.AddWidthHeight(2, 2))
}

// MinSize implements fyne.Layout.
func (p *preview) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 160) }

// ticking is a timer that can be stopped.
type ticking = interface{ Stop() bool }
