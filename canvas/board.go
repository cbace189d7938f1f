package canvas

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/phrase"
)

// Options are what a board takes from outside.
type Options struct {
	ReadOnly  bool                                           // shows only: the presenter
	Modifiers func() fyne.KeyModifier                        // nil asks the driver
	OnUI      func(func())                                   // runs on the interface's goroutine; nil: fyne.Do
	After     func(time.Duration, func()) (stop func() bool) // nil: time.AfterFunc, run through OnUI
	Now       func() time.Time                               // nil: time.Now
	Valence   func(edit.Which, float64) string               // what an emotion under way is called; nil shows the number

	// What texts and rows are edited with; without them the map is only arranged.
	Map    func() *journey.Map             // the map that is shown, to be read
	NewID  func() journey.ID               // for a row that is added
	LayOut func(*journey.Map) *scene.Scene // shows what a gesture would do; nil, or nil returned: no preview
}

// Board is the widget. Its methods belong to the interface's goroutine.
type Board struct {
	widget.BaseWidget
	Options

	OnCommand  func(edit.Command)
	OnSelect   func([]scene.Ref)
	OnActivate func(scene.Ref)                // double-clicked, or Enter
	OnMenu     func(tool.Spot, fyne.Position) // secondary click on a part of the map, at a place of the window
	// OnAddBeside is asked for another stage or lane beside one, at a place of the window.
	OnAddBeside func(scene.Ref, fyne.Position)
	// OnStatus is asked for the customer status of a stage, at a place of the window.
	OnStatus func(journey.ID, fyne.Position)
	OnType   func(edit.Command)   // a step of a text being typed: draw now, write when it rests; nil: OnCommand
	OnTyped  func()               // the text is complete: the next command is a step of its own
	OnFailed func(error)          // why something could not be copied or pasted
	OnLeft   func(phrase.Phrase)  // what of a pasted text is not on the map; may be nil
	OnView   func(zoom float64)   // the view moved or was scaled
	OnKey    func(*fyne.KeyEvent) // keys the board has no use for
	OnEscape func() bool          // ends what stands between the map and its selection; may be nil
	OnRune   func(rune)           // characters the board has no use for

	scene      *scene.Scene
	view       view
	tiles      *tiles
	layers     layers
	machine    *tool.Machine
	selection  []scene.Ref
	nodes      map[scene.Ref]*scene.Node // those looked up in this scene, nil where there is none
	hover      scene.Ref
	overHeader bool // the pointer is on the chevron of the stage
	preview    tool.Preview
	keys       held
	trial      trial
	cursor     cursor
	editing    *editing // nil: no text is edited
	typed      int      // texts edited so far
	picks      int      // selections so far
	focused    bool
	above      journey.Kind // what is dragged over the map from elsewhere; empty: nothing
	following  bool         // the view follows the hand at its edge
	lit        highlight
	presses    [2]fyne.Position // of the mouse, the last one at the end
	fitted     bool             // follow the window's size until somebody zooms or pans
	steady     bool             // the map stays where it is on the screen
	shown      *showing
}

// held is what is pressed at the moment.
type held struct {
	space, middle, drag bool
	used                bool          // space was held to pan
	handle              func()        // what the button under the hand does when it is let go
	alt                 int           // looks at the menu that are left, see shutMenu
	digit               bool          // a key 1 to 5 was used: its character is still to come
	last                fyne.Position // of the pointer, for DragEnd, which has none
}

var (
	_ fyne.Draggable         = (*Board)(nil)
	_ fyne.Scrollable        = (*Board)(nil)
	_ fyne.Focusable         = (*Board)(nil)
	_ fyne.Shortcutable      = (*Board)(nil)
	_ fyne.DoubleTappable    = (*Board)(nil)
	_ fyne.SecondaryTappable = (*Board)(nil)
	_ desktop.Mouseable      = (*Board)(nil)
	_ desktop.Hoverable      = (*Board)(nil)
	_ desktop.Keyable        = (*Board)(nil)
	_ desktop.Cursorable     = (*Board)(nil)
)

// New returns a board without a scene.
func New(o Options) *Board {
	if o.OnUI == nil {
		o.OnUI = fyne.Do
	}
	if o.After == nil {
		o.After = func(d time.Duration, f func()) func() bool {
			return time.AfterFunc(d, func() { o.OnUI(f) }).Stop
		}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Modifiers == nil {
		o.Modifiers = func() fyne.KeyModifier {
			if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
				return d.CurrentKeyModifiers()
			}
			return 0
		}
	}
	b := &Board{Options: o, view: view{zoom: 1, device: 1}, fitted: true, nodes: map[scene.Ref]*scene.Node{}}
	b.machine = tool.NewMachine(host{b})
	b.tiles = newTiles(o.OnUI)
	b.layers = newLayers(b.tiles)
	b.tiles.filled = func() {
		if b.scene != nil && b.view.w > 0 {
			b.placePaper()
		}
	}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	b.tiles.open()
	if b.view.w > 0 { // a renderer that came again is not laid out
		b.OnUI(b.place)
	}
	return &renderer{b}
}

// Scene returns the scene shown, nil before the first.
func (b *Board) Scene() *scene.Scene { return b.scene }

// SetScene shows another scene. Where it is like the one before only the tiles
// that differ are drawn again. A gesture under way goes on, unless what it moves
// is gone.
func (b *Board) SetScene(s *scene.Scene) {
	old := b.drawn()
	b.scene, b.trial = s, trial{}
	b.layers.tint(s.Theme)
	b.tiles.setScene(old, s)
	clear(b.nodes)
	switch {
	case old == nil:
		b.Begin()
		b.waitForFirst()
	case b.fitted && b.ReadOnly && b.OnCommand == nil: // an editor's map does not move under the hand
		b.fit()
	default:
		b.keepPlace(old, s)
	}
	if b.view.w > 0 { // a map that became smaller is not left out of sight
		b.keepNear()
	}
	b.dropLost()
	b.dropGone(old)
	b.syncEntry()
	b.followCursor()
	b.relight()
	b.tiles.outline(b.marks())
	b.place()
}

// Select selects these rows and no others, and tells nobody.
func (b *Board) Select(refs ...scene.Ref) {
	if b.machine.Carrying() { // what is carried was selected
		b.machine.Cancel()
	}
	b.selection = append([]scene.Ref(nil), refs...)
	b.picks++
	if b.cursor.on && !contains(b.selection, b.cursor.at.Ref) {
		b.cursor.on = false
	}
	b.mark()
	b.decorate()
}

// Selection returns the selected rows.
func (b *Board) Selection() []scene.Ref { return append([]scene.Ref(nil), b.selection...) }

func rgba(c scene.Color) color.Color { return color.NRGBA{c.R, c.G, c.B, c.A} }

// host lets the machine work on the board.
type host struct{ b *Board }

// Scene implements tool.Host.
func (h host) Scene() *scene.Scene { return h.b.scene }

// Show implements tool.Host.
func (h host) Show(p tool.Preview) {
	h.b.try(p.Trial)
	h.b.preview = beside(p, h.b.aside())
	h.b.mark()
	h.b.decorate()
}

// Do implements tool.Host.
func (h host) Do(c edit.Command) {
	if h.b.OnCommand != nil {
		h.b.OnCommand(c)
	}
}

// Select implements tool.Host.
func (h host) Select(refs []scene.Ref, add bool) {
	b := h.b
	switch {
	case add && len(refs) == 1:
		refs = b.toggled(refs[0])
	case add:
		refs = append(b.Selection(), refs...)
	}
	b.Select(refs...)
	if b.OnSelect != nil {
		b.OnSelect(b.Selection())
	}
}

// choose selects one row, or none, and says so.
func (b *Board) choose(ref scene.Ref) {
	if ref == (scene.Ref{}) {
		host{b}.Select(nil, false)
		return
	}
	host{b}.Select([]scene.Ref{ref}, false)
}

// toggled is the selection with ref added, or taken out where it is in.
func (b *Board) toggled(ref scene.Ref) []scene.Ref {
	var out []scene.Ref
	had := false
	for _, r := range b.selection {
		if r == ref {
			had = true
			continue
		}
		out = append(out, r)
	}
	if !had && ref != (scene.Ref{}) {
		out = append(out, ref)
	}
	return out
}

// Pan implements tool.Host.
func (h host) Pan(d scene.Point) { h.b.pan(d) }

// renderer is the fyne side of the board.
type renderer struct{ b *Board }

func (r *renderer) Layout(size fyne.Size) {
	w, h := r.b.view.w, r.b.view.h
	r.b.view.resize(size, r.b)
	switch grown := w != r.b.view.w || h != r.b.view.h; { // a map that grew stays under the hand
	case !grown || !r.b.fitted || r.b.steady:
	case w <= 0:
		r.b.Begin()
	default:
		r.b.fit()
	}
	r.b.place()
}

func (r *renderer) MinSize() fyne.Size           { return fyne.NewSize(80, 80) }
func (r *renderer) Refresh()                     { r.Layout(r.b.Size()) }
func (r *renderer) Destroy()                     { r.b.tiles.close() }
func (r *renderer) Objects() []fyne.CanvasObject { return r.b.layers.objects }

// IsClip keeps the tiles inside the board.
func (r *renderer) IsClip() {}
