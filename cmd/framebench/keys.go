//go:build cgo

package main

import (
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"touchline.app/app"
	"touchline.app/canvas"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/storage"
)

const (
	presses = 120             // keys counted of each kind
	unhasty = 4               // frames between two keys: about twelve keys a second
	pause   = 30              // frames of a pause, in which what was typed is written
	burst   = 20              // keys between two pauses
	warmed  = presses + burst // with the first ones, which are not counted
)

// kind is a kind of key press to measure.
type kind struct {
	name  string
	begin func()
	press func(i int)
	done  func() bool // all that the key changed is ready to be painted
	end   func()
}

// keys presses keys in a window, one after the other, and measures how long each
// takes until what it changed has been painted.
type keys struct {
	kinds []kind
	at, i int // kind and key
	rest  int // frames until the next key
	began time.Time
	open  bool // a key was pressed and is not painted yet
	due   bool // the frame that is drawn next shows it
	wall  []float64
	own   []float64
	base  float64 // 95th percentile of the control
}

// eachKeys measures maps of both sizes, each in a process of its own: a program has
// its window once.
func eachKeys() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for i, n := range []int{300, 3000} {
		dir, err := os.MkdirTemp("", "framebench")
		if err != nil {
			return err
		}
		c := exec.Command(self, strconv.Itoa(n), dir, strconv.FormatBool(i == 0))
		c.Env = append(os.Environ(), "XDG_CONFIG_HOME="+dir, "HOME="+dir)
		c.Stdout, c.Stderr = os.Stdout, os.Stderr
		err = c.Run()
		if err = errors.Join(err, os.RemoveAll(dir)); err != nil {
			return err
		}
	}
	return nil
}

// measureKeys opens a map of n touchpoints in the program itself and presses keys
// in it as the toolkit would.
func measureKeys(n int, dir string, heading bool) error {
	path := filepath.Join(dir, "many.journey")
	f, err := storage.Create(path, many(n))
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if heading {
		fmt.Printf("%-14s %9s %9s %9s %9s %7s\n", "key", "p50 ms", "p95 ms", "own p50", "own p95", "ratio")
	}
	a := fyneapp.NewWithID("app.touchline.Framebench")
	a.Lifecycle().SetOnStarted(func() {
		time.AfterFunc(2*time.Second, func() { fyne.Do(func() { begin(n) }) })
	})
	return app.Run(a, app.Options{Path: path})
}

func begin(n int) {
	w := fyne.CurrentApp().Driver().AllWindows()[0]
	w.Resize(fyne.NewSize(1920, 1080))
	board, ok := w.Canvas().Focused().(*canvas.Board)
	if !ok {
		fmt.Fprintf(os.Stderr, "the map does not have the keys, but a %T\n", w.Canvas().Focused())
		os.Exit(1)
	}
	k := &keys{kinds: []kind{changing(w), typing(w, board, n), feeling(board, n)}, rest: pause}
	anim := &fyne.Animation{Duration: time.Second, RepeatCount: fyne.AnimationRepeatForever, Tick: func(float32) { k.tick() }}
	anim.Start()
}

// tick runs where the toolkit hands over the keys of a frame, before the frame is
// drawn.
func (k *keys) tick() {
	if k.due { // the frame with it was painted before this one
		k.painted()
	}
	now := &k.kinds[k.at]
	switch {
	case k.open:
	case k.rest > 0:
		k.rest--
		return
	default:
		if k.i == 0 && now.begin != nil {
			now.begin()
			k.i, k.rest = 1, pause
			return
		}
		k.began, k.open = time.Now(), true
		now.press(k.i)
		k.own = append(k.own, ms(time.Since(k.began)))
	}
	if now.done() {
		k.due = true
		fyne.Do(func() { // when the frame has been swapped
			if k.due {
				k.painted()
			}
		})
	}
}

func (k *keys) painted() {
	k.wall = append(k.wall, ms(time.Since(k.began)))
	k.open, k.due = false, false
	k.i++
	k.rest = unhasty
	if k.i%burst == 0 {
		k.rest = pause
	}
	if k.i == burst {
		k.wall, k.own = nil, nil
	}
	if k.i > warmed {
		k.finish()
	}
}

func (k *keys) finish() {
	now := k.kinds[k.at]
	if now.end != nil {
		now.end()
	}
	late := quantile(k.wall, 0.95)
	if now.name == controlName {
		k.base = late
	}
	fmt.Printf("%-14s %9.1f %9.1f %9.2f %9.2f %7.2f\n", now.name, quantile(k.wall, 0.5), late, quantile(k.own, 0.5), quantile(k.own, 0.95), late/k.base)
	k.wall, k.own = nil, nil
	k.at, k.i, k.rest = k.at+1, 0, pause
	if k.at == len(k.kinds) {
		os.Exit(0) // a quit in the middle of a frame never ends
	}
}

// changing is the control: a picture as large as the window that a key changes.
func changing(w fyne.Window) kind {
	content := w.Content()
	var ims [2]*image.RGBA
	for i := range ims {
		ims[i] = image.NewRGBA(image.Rect(0, 0, 1920, 1080))
		for p := range ims[i].Pix {
			ims[i].Pix[p] = byte(p*(7+i)) | 0x80
		}
	}
	pic := fynecanvas.NewImageFromImage(ims[0])
	pic.ScaleMode = fynecanvas.ImageScaleFastest
	return kind{
		name:  controlName,
		begin: func() { w.SetContent(pic) },
		press: func(i int) {
			pic.Image = ims[i%2]
			pic.Refresh()
		},
		done: func() bool { return true },
		end:  func() { w.SetContent(content) },
	}
}

// typing writes letters into the title of a card in the middle of the map, and takes
// them back.
func typing(w fyne.Window, b *canvas.Board, n int) kind {
	return kind{
		name: "type " + strconv.Itoa(n),
		begin: func() {
			w.Canvas().Focus(b)
			b.ZoomTo(1)
			if !b.Edit(middle(b), "Title") {
				panic("framebench: the title cannot be edited")
			}
		},
		press: func(i int) {
			f := w.Canvas().Focused()
			switch at := i % (2 * burst); {
			case at >= burst:
				f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			case at%6 == 5:
				f.TypedRune(' ')
			default:
				f.TypedRune(rune('a' + at))
			}
		},
		done: b.Settled,
		end:  b.Commit,
	}
}

// feeling gives the emotion of a card in the middle of the map by the keys 1 to 5.
func feeling(b *canvas.Board, n int) kind {
	return kind{
		name:  "feel " + strconv.Itoa(n),
		begin: func() { b.Select(middle(b)) },
		press: func(i int) {
			digit := '1' + rune(i%5)
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(string(digit))})
			b.TypedRune(digit)
		},
		done: b.Settled,
	}
}

// middle is the touchpoint in the middle of the map.
func middle(b *canvas.Board) scene.Ref {
	cols := b.Scene().Columns
	return scene.Ref{Kind: journey.KindTouchpoint, ID: cols[len(cols)/2].Touchpoint}
}
