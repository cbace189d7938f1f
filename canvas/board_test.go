package canvas_test

import (
	"image"
	"math"
	"math/rand"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"touchline.app/canvas"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/sample"
	"touchline.app/resources"
)

// bench is a board in a window of the test driver, with time and keys of its own.
type bench struct {
	board *canvas.Board
	m     *journey.Map
	mods  fyne.KeyModifier
	late  []func() // what waits for time to pass
	done  []edit.Command
	calls chan func()
}

func setUp(t *testing.T, size fyne.Size) *bench {
	t.Helper()
	test.NewTempApp(t)
	m, err := sample.Named("flight", journey.NewIDs(rand.New(rand.NewSource(1))))
	if err != nil {
		t.Fatal(err)
	}
	b := newBench(m)
	w := test.NewTempWindow(t, b.board)
	w.SetPadded(false)
	w.Resize(size)
	b.board.SetScene(layOut(m))
	b.settle()
	return b
}

// newBench returns a board without a window.
func newBench(m *journey.Map) *bench {
	b := &bench{m: m, calls: make(chan func(), 1000)}
	b.board = canvas.New(canvas.Options{
		Modifiers: func() fyne.KeyModifier { return b.mods },
		OnUI:      func(f func()) { b.calls <- f },
		After: func(_ time.Duration, f func()) func() bool {
			waits := true
			b.late = append(b.late, func() {
				if waits {
					f()
				}
			})
			return func() bool { waits = false; return true }
		},
	})
	b.board.OnCommand = func(c edit.Command) { b.done = append(b.done, c) }
	return b
}

func layOut(m *journey.Map) *scene.Scene {
	return scene.Build(m, scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: resources.Words("en")})
}

// settle runs what the workers hand in until they have nothing more to draw.
func (b *bench) settle() {
	for b.board.Drawing() || len(b.calls) > 0 {
		(<-b.calls)()
	}
}

func (b *bench) tiles() []*fynecanvas.Image {
	var out []*fynecanvas.Image
	for _, o := range test.WidgetRenderer(b.board).Objects() {
		if c, ok := o.(*fyne.Container); ok {
			for _, o := range c.Objects {
				out = append(out, o.(*fynecanvas.Image))
			}
		}
	}
	return out
}

func (b *bench) at(id journey.ID, role scene.Role) fyne.Position {
	n, _ := b.board.Scene().NodeOf(scene.Ref{Kind: journey.KindTouchpoint, ID: id}, role)
	pos, size := b.board.OnScreen(n.Bounds)
	return pos.AddXY(size.Width/2, size.Height/2)
}

func (b *bench) press(p fyne.Position) {
	b.board.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary})
}

func (b *bench) drag(p fyne.Position) {
	b.board.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: p}})
}

func TestTilesAreWholeImages(t *testing.T) {
	b := setUp(t, fyne.NewSize(900, 600))
	tiles := b.tiles()
	if len(tiles) == 0 {
		t.Fatal("no tiles")
	}
	for _, x := range tiles {
		im, ok := x.Image.(*image.RGBA)
		if !ok || im.Rect.Min != (image.Point{}) || im.Stride != 4*im.Rect.Dx() || im.Rect.Dx() > 512 || im.Rect.Dy() > 512 {
			t.Errorf("a tile is %T %v: the driver wants a whole RGBA picture", x.Image, x.Image.Bounds())
		}
		if x.ScaleMode != fynecanvas.ImageScaleFastest {
			t.Error("a tile is scaled slowly")
		}
	}
}

func TestPanMovesOneContainer(t *testing.T) {
	b := setUp(t, fyne.NewSize(600, 500))
	b.board.ZoomTo(1)
	for _, f := range b.late {
		f()
	}
	b.settle()
	before := map[*fynecanvas.Image]fyne.Position{}
	for _, x := range b.tiles() {
		before[x] = x.Position()
	}
	b.board.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-4, -4)})
	kept := 0
	for _, x := range b.tiles() {
		if p, ok := before[x]; ok && p == x.Position() {
			kept++
		}
	}
	if kept < len(before)-2 {
		t.Errorf("%d of %d tiles stayed as they were in a small pan", kept, len(before))
	}
}

func TestEditDrawsFewTilesAnew(t *testing.T) {
	b := setUp(t, fyne.NewSize(1600, 1200))
	b.board.ZoomTo(1)
	for _, f := range b.late {
		f()
	}
	b.settle()
	before := map[image.Image]bool{}
	for _, x := range b.tiles() {
		before[x.Image] = true
	}
	tp := b.m.Journey()[1]
	tp.Actual.Valence = -1
	b.m.Put(tp)
	b.board.SetScene(layOut(b.m))
	b.settle()
	fresh := 0
	for _, x := range b.tiles() {
		if !before[x.Image] {
			fresh++
		}
	}
	if fresh == 0 || fresh > len(before)/2 {
		t.Errorf("%d of %d tiles were drawn anew for one emotion", fresh, len(before))
	}
}

func TestZoomKeepsThePlaceUnderThePointer(t *testing.T) {
	b := setUp(t, fyne.NewSize(900, 600))
	id := b.m.Journey()[6].ID
	at := b.at(id, scene.RoleTouchpoint)
	b.mods = fyne.KeyModifierControl
	for range 5 {
		b.board.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 25)})
	}
	now := b.at(id, scene.RoleTouchpoint)
	if math.Abs(float64(now.X-at.X)) > 1.5 || math.Abs(float64(now.Y-at.Y)) > 1.5 {
		t.Errorf("the card under the pointer went from %v to %v", at, now)
	}
}

func TestDragGivesOneCommand(t *testing.T) {
	b := setUp(t, fyne.NewSize(1400, 1000))
	all := b.m.Journey()
	b.press(b.at(all[0].ID, scene.RoleTouchpoint))
	to := b.at(all[8].ID, scene.RoleTouchpoint).AddXY(6, 0)
	for i := range 5 {
		b.drag(to.SubtractXY(float32(20-5*i), 0))
	}
	b.drag(to)
	b.board.DragEnd()
	if len(b.done) != 1 {
		t.Fatalf("%d commands, want one", len(b.done))
	}
	if c, ok := b.done[0].(edit.MoveTouchpoint); !ok || c.ID != all[0].ID || c.Stage != all[8].Stage {
		t.Errorf("command %+v", b.done[0])
	}
}

func TestEscapeAndLostFocusCancelADrag(t *testing.T) {
	for name, cancel := range map[string]func(*canvas.Board){
		"escape":     func(b *canvas.Board) { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"focus lost": func(b *canvas.Board) { b.FocusLost() },
	} {
		t.Run(name, func(t *testing.T) {
			b := setUp(t, fyne.NewSize(1400, 1000))
			tp := b.m.Journey()[0]
			p := b.at(tp.ID, scene.RoleActual)
			b.press(p)
			b.drag(p.AddXY(0, 60))
			cancel(b.board)
			b.board.DragEnd()
			b.board.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary})
			for _, c := range b.done {
				t.Errorf("carried out after cancel: %+v", c)
			}
		})
	}
}

func TestKeysWithoutTheMouse(t *testing.T) {
	b := setUp(t, fyne.NewSize(1400, 1000))
	all := b.m.Journey()
	b.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	b.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if s := b.board.Selection(); len(s) != 1 || s[0].ID != all[1].ID {
		t.Fatalf("two steps to the right select %v, want the second touchpoint", s)
	}
	b.board.TypedRune('1')
	for _, k := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight} {
		b.board.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierControl})
	}
	for _, c := range b.done {
		p, err := c.Plan(b.m)
		if err != nil {
			t.Fatal(err)
		}
		p.Apply(b.m)
	}
	tp, _ := b.m.Touchpoints.Get(all[1].ID)
	if tp.Actual.Valence != -2 || len(b.done) != 3 {
		t.Errorf("%d commands, emotion %v; want three and -2", len(b.done), tp.Actual.Valence)
	}
}

func TestDropTargetsOnTheBoard(t *testing.T) {
	b := setUp(t, fyne.NewSize(1400, 1000))
	card := b.m.Journey()[3]
	if got, ok := b.board.Target(b.at(card.ID, scene.RoleTouchpoint), journey.KindTouchpoint); !ok || got.Stage != card.Stage {
		t.Errorf("target %+v, %v", got, ok)
	}
	if b.board.DragOver(fyne.NewPos(-10, 5), journey.KindTouchpoint) {
		t.Error("something can be dropped beside the board")
	}
}

func TestReadOnlyBoardChangesNothing(t *testing.T) {
	b := setUp(t, fyne.NewSize(1400, 1000))
	b.board.ReadOnly = true
	p := b.at(b.m.Journey()[0].ID, scene.RoleTouchpoint)
	b.press(p)
	b.drag(p.AddXY(300, 0))
	b.board.DragEnd()
	b.board.Select(scene.Ref{Kind: journey.KindTouchpoint, ID: b.m.Journey()[0].ID})
	b.board.TypedRune('5')
	if len(b.done) > 0 {
		t.Errorf("a read-only board did %+v", b.done)
	}
}

// TestPanDoesNotPutTheSharpPictureOff: after a zoom the tiles become sharp when
// the zoom rests, even while the hand goes on panning.
func TestPanDoesNotPutTheSharpPictureOff(t *testing.T) {
	b := setUp(t, fyne.NewSize(1900, 1000))
	b.late = nil
	b.board.ZoomTo(1.3)
	for range 5 {
		b.board.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-2, 0)})
	}
	if len(b.late) > 1 {
		t.Errorf("%d timers were set for one zoom", len(b.late))
	}
}

// TestViewFollowsACardAtItsEdge: the view moves while the hand rests there, and
// stops when the card is let go.
func TestViewFollowsACardAtItsEdge(t *testing.T) {
	b := setUp(t, fyne.NewSize(700, 700))
	b.board.ZoomTo(1)
	b.board.Reveal(scene.Rect{X: 200, Y: 300, W: 10, H: 10})
	b.late = nil
	card := b.at(b.m.Journey()[0].ID, scene.RoleTouchpoint)
	b.press(card)
	b.drag(fyne.NewPos(690, card.Y))
	before := b.board.Middle()
	for range 10 {
		for _, f := range b.take() {
			f()
		}
	}
	if after := b.board.Middle(); after.X < before.X+50 {
		t.Errorf("the view went from %.0f to %.0f", before.X, after.X)
	}
	b.board.DragEnd()
	b.take()
	here := b.board.Middle()
	for _, f := range b.take() {
		f()
	}
	if b.board.Middle() != here || len(b.done) != 1 {
		t.Errorf("after release the view goes on, or %d commands came", len(b.done))
	}
}

// take returns what waits for time to pass, and forgets it.
func (b *bench) take() []func() {
	late := b.late
	b.late = nil
	return late
}
