//go:build cgo && (windows || darwin)

package main

import (
	"errors"

	"golang.design/x/clipboard"
)

// copyPicture puts a PNG picture on the clipboard.
func copyPicture(picture []byte) error {
	if err := clipboard.Init(); err != nil {
		return err
	}
	if clipboard.Write(clipboard.FmtImage, picture) == nil {
		return errors.New("the clipboard did not take the picture")
	}
	return nil
}
