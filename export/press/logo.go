package press

import (
	"bytes"
	"errors"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"os"

	"touchline.app/canvas/scene"
	"touchline.app/journey/phrase"
)

// The most a logo may take.
const (
	maxLogo       = 16 << 20 // bytes
	maxLogoPixels = 32 << 20
)

var errLogo = phrase.New("it is no PNG or JPEG picture of a size that can be used; choose another")

// Logo reads a PNG or JPEG file of at most 16 MB and 32 megapixels.
func Logo(path string) (*scene.Picture, error) {
	info, err := os.Stat(path)
	if err == nil && (!info.Mode().IsRegular() || info.Size() > maxLogo) {
		err = errLogo
	}
	if err != nil {
		return nil, phrase.Errorf("logo %s: %w", path, plain(err))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, phrase.Errorf("logo %s: %w", path, plain(err))
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || size.Width < 1 || size.Height < 1 || size.Width > maxLogoPixels/size.Height {
		return nil, phrase.Errorf("logo %s: %w", path, errLogo)
	}
	m, format, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, phrase.Errorf("logo %s: %w", path, errLogo)
	}
	return &scene.Picture{Data: data, Format: format, Image: m}, nil
}

func plain(err error) error {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return phrase.New("there is no such file; check the name")
	case errors.Is(err, os.ErrPermission):
		return phrase.New("it may not be read; ask its owner for access")
	}
	return err
}
