package app

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"touchline.app/app/kit"
	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// The size of a picture on the start screen, in pixels: twice its size there,
// for dense screens.
const (
	thumbWidth  = 2 * kit.CardWidth
	thumbHeight = 2 * kit.CardPicture
)

// thumbnail is a picture to be made, beside the interface.
type thumbnail struct {
	key  string // names what it shows, with its state; equal keys have equal pictures
	read func() (*journey.Map, error)
	show func(image.Image) // called on the goroutine of the interface
	fail func(error)       // called there too
}

// ofFile is the picture of the map in a file.
func ofFile(path string) (thumbnail, error) {
	info, err := os.Stat(path)
	if err != nil {
		return thumbnail{}, unread(err)
	}
	return thumbnail{
		key:  fmt.Sprint(path, info.Size(), info.ModTime().UnixNano()),
		read: func() (*journey.Map, error) { return readTemplate(path) },
	}, nil
}

// drawThumbnails makes the pictures one after the other on a goroutine of its own,
// or takes them from the cache of the user.
func (e *editor) drawThumbnails(list []thumbnail, theme scene.Theme) {
	dir := thumbnailFolder()
	e.desk.drawing++
	go func() {
		defer e.onUI(func() { e.desk.drawing-- })
		for _, t := range list {
			img, err := t.draw(dir, theme)
			e.onUI(func() {
				if err != nil {
					t.fail(err)
				} else {
					t.show(img)
				}
			})
		}
	}()
}

// draw returns the picture. A fault of a file must not end the program.
func (t thumbnail) draw(dir string, theme scene.Theme) (img image.Image, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = phrase.Errorf("it cannot be drawn: %v", r)
		}
	}()
	sum := sha256.Sum256([]byte(t.key + theme.Name + "1"))
	file := filepath.Join(dir, fmt.Sprintf("%x.png", sum[:16]))
	if data, err := os.ReadFile(file); dir != "" && err == nil {
		if img, err := png.Decode(bytes.NewReader(data)); err == nil {
			return img, nil
		}
	}
	m, err := t.read()
	if err != nil {
		return nil, err
	}
	img = picture(layOut(m, theme))
	var b bytes.Buffer
	if dir != "" && png.Encode(&b, img) == nil {
		_ = os.WriteFile(file, b.Bytes(), 0o600) // without a cache it is drawn again
	}
	return img, nil
}

// picture draws the upper left of a map as wide as a card.
func picture(s *scene.Scene) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, thumbWidth, thumbHeight))
	scale := min(thumbWidth/max(s.Size.X, 1), 1)
	if fit := thumbHeight / max(s.Size.Y, 1); fit < scale && fit > scale/2 {
		scale = fit // a little too high: all of it
	}
	x := int(thumbWidth-s.Size.X*scale) / 2
	p := raster.New()
	p.Full = true
	raster.Tile(p, s, img, -max(x, 0), 0, scale)
	return img
}

// thumbnailFolder is where pictures are kept, or empty where there is no place.
func thumbnailFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	dir = filepath.Join(dir, "touchline", "pictures")
	if os.MkdirAll(dir, 0o700) != nil {
		return ""
	}
	sweep(dir)
	return dir
}

// mostThumbnails is how many pictures are kept before they are thrown away.
const mostThumbnails = 200

// sweep empties a cache that has grown: what is wanted is drawn again.
func sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) <= mostThumbnails {
		return
	}
	for _, e := range entries {
		_ = os.Remove(filepath.Join(dir, e.Name())) // what stays is found next time
	}
}
