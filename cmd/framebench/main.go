//go:build cgo

// Framebench measures in a real window what a person waits for. It types a title
// and gives emotions in the program itself and prints how long it takes from a key
// to the picture that it changed, beside a control: a window with one picture that
// a key changes. Then it pans, drags and zooms a map and prints the time of a frame
// beside a window that moves one picture.
//
//	xvfb-run -s "-screen 0 1920x1080x24" go run -tags x11 ./cmd/framebench
package main

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"os"
	"slices"
	"strconv"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/canvas"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
	"touchline.app/resources"
)

const (
	warmUp = 30  // frames not counted
	frames = 150 // frames counted of each gesture

	controlName = "control"
)

// run is one gesture to measure.
type run struct {
	name    string
	content fyne.CanvasObject
	begin   func()
	step    func(i int)
	end     func()
}

// bench steps through the runs, a step a frame.
type bench struct {
	win     fyne.Window
	runs    []run
	at, i   int
	last    time.Time
	cpu     time.Duration
	wall    []float64 // ms between frames
	own     []float64 // ms of our own side
	base    float64   // median of the latest control
	baseCPU float64   // and its CPU time a frame, ms
	anim    *fyne.Animation
}

func main() {
	if os.Getenv("DISPLAY") == "" {
		fmt.Fprintln(os.Stderr, "framebench needs a display, such as xvfb-run gives")
		os.Exit(1)
	}
	if err := measure(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// measure is the whole benchmark, or with arguments the keys in a map.
func measure(args []string) error {
	if len(args) == 3 {
		n, err := strconv.Atoi(args[0])
		if err != nil {
			return err
		}
		return measureKeys(n, args[1], args[2] == "true")
	}
	if err := eachKeys(); err != nil {
		return err
	}
	fmt.Println()
	measureFrames()
	return nil
}

func measureFrames() {
	a := fyneapp.NewWithID("app.touchline.Framebench")
	w := a.NewWindow("frames")
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1920, 1080))
	b := &bench{win: w}
	for _, n := range []int{300, 10_000} { // a control for each: the machine may have more to do meanwhile
		b.runs = append(b.runs, control())
		b.runs = append(b.runs, gestures(n)...)
	}
	w.SetContent(b.runs[0].content)
	a.Lifecycle().SetOnStarted(func() {
		time.AfterFunc(500*time.Millisecond, func() { fyne.Do(b.start) })
	})
	w.ShowAndRun()
}

func (b *bench) start() {
	fmt.Printf("%-14s %9s %9s %9s %9s %7s %7s\n", "gesture", "frame ms", "p95 ms", "cpu ms", "own ms", "ratio", "of cpu")
	b.anim = &fyne.Animation{Duration: time.Second, RepeatCount: fyne.AnimationRepeatForever, Tick: func(float32) { b.tick() }}
	b.anim.Start()
}

// tick runs once a frame.
func (b *bench) tick() {
	r := &b.runs[b.at]
	now := time.Now()
	if b.i == 0 {
		b.win.SetContent(r.content)
		if r.begin != nil {
			r.begin()
		}
	}
	if b.i == warmUp {
		b.cpu = used()
		b.wall, b.own = nil, nil
	} else if b.i > warmUp {
		b.wall = append(b.wall, ms(now.Sub(b.last)))
	}
	b.last = now
	r.step(b.i)
	b.own = append(b.own, ms(time.Since(now)))
	b.i++
	if b.i > warmUp+frames {
		b.finish()
	}
}

func (b *bench) finish() {
	r := b.runs[b.at]
	if r.end != nil {
		r.end()
	}
	med := quantile(b.wall, 0.5)
	cpu := ms(used()-b.cpu) / frames
	if r.name == controlName {
		b.base, b.baseCPU = med, cpu
	}
	fmt.Printf("%-14s %9.1f %9.1f %9.1f %9.2f %7.2f %7.2f\n", r.name, med, quantile(b.wall, 0.95), cpu, quantile(b.own, 0.5), med/b.base, cpu/b.baseCPU)
	b.at, b.i = b.at+1, 0
	if b.at == len(b.runs) {
		b.anim.Stop()
		os.Exit(0) // a quit in the middle of a frame never ends
	}
}

// control moves one picture as large as the window.
func control() run {
	im := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	for i := range im.Pix {
		im.Pix[i] = byte(i*7) | 0x80
	}
	pic := fynecanvas.NewImageFromImage(im)
	pic.ScaleMode = fynecanvas.ImageScaleFastest
	pic.Resize(fyne.NewSize(1920, 1080))
	box := container.NewWithoutLayout(fynecanvas.NewRectangle(color.White), pic)
	return run{name: controlName, content: box, step: func(i int) { pic.Move(fyne.NewPos(float32(i%40), float32(i%25))) }}
}

// gestures are a pan, a drag of a card and a zoom over a map of n touchpoints.
func gestures(n int) []run {
	s := scene.Build(many(n), scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: resources.Words("en")})
	mods := fyne.KeyModifier(0)
	b := canvas.New(canvas.Options{Modifiers: func() fyne.KeyModifier { return mods }})
	b.SetScene(s)
	settle := func() { b.ZoomTo(0.6); b.Reveal(scene.Rect{X: 1500, Y: 100, W: 10, H: 10}) }
	var from fyne.Position
	press := func() {
		settle()
		for i := range s.Nodes {
			pos, size := b.OnScreen(s.Nodes[i].Bounds)
			if s.Nodes[i].Role == scene.RoleTouchpoint && pos.X > 300 {
				from = pos.AddXY(size.Width/2, size.Height/2)
				break
			}
		}
		b.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	}
	at := fyne.NewPos(960, 540)
	tag := func(g string) string { return fmt.Sprintf("%s %d", g, n) }
	return []run{
		{name: tag("pan"), content: b, begin: settle, step: func(i int) {
			d := fyne.NewDelta(-5, 0) // 12 logical pixels
			if i%120 >= 60 {
				d.DX = 5
			}
			b.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: d})
		}},
		{name: tag("drag"), content: b, begin: press, step: func(i int) {
			p := from.AddXY(float32(i%150)*5, float32(i%40))
			b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: p}})
		}, end: func() { b.Cancel() }},
		{name: tag("zoom"), content: b, begin: settle, step: func(i int) {
			mods = fyne.KeyModifierControl
			d := float32(6)
			if i%60 >= 30 {
				d = -6
			}
			b.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, d)})
			mods = 0
		}},
	}
}

// many is a map of n touchpoints in ten stages.
func many(n int) *journey.Map {
	m := journey.New("m", "Many touchpoints")
	id := func(p string, i int) journey.ID { return journey.ID(fmt.Sprintf("%s%d", p, i)) }
	for i, k := range journey.Spread(10) {
		m.Put(journey.Stage{ID: id("s", i), Order: k, Name: fmt.Sprintf("Stage %d", i+1), Phase: journey.During})
	}
	types := []journey.LaneType{journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneGap, journey.LaneEvidence, journey.LanePainPoints, journey.LaneOpportunities}
	for i, k := range journey.Spread(len(types)) {
		m.Put(journey.Lane{ID: id("l", i), Order: k, Type: types[i]})
	}
	m.Put(journey.Channel{ID: "web", Name: "Website"})
	for i, k := range journey.Spread(n) {
		m.Put(journey.Touchpoint{
			ID: id("t", i), Order: k, Stage: id("s", i*10/n), Lane: "l0", Channel: "web", Title: fmt.Sprintf("Compares offer %d", i),
			Type: journey.TwoWay, Expected: journey.Feel(math.Sin(float64(i))), Actual: journey.Feel(math.Cos(float64(i) / 3)),
		})
	}
	return m
}

func used() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func quantile(v []float64, q float64) float64 {
	if len(v) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(v))
	return s[min(int(q*float64(len(s))), len(s)-1)]
}
