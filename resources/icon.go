package resources

import _ "embed"

// AppIcon is the icon of the program, a PNG of 512 by 512 pixels, made from icon.svg.
//
//go:embed icon.png
var AppIcon []byte
