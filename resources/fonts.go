package resources

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
)

//go:embed fonts
var fonts embed.FS

// FontNames lists every embedded font in the order in which they stand in for one another:
// the Inter family first, then one pair of weights for each further script, then the coloured
// emoji.
var FontNames = []string{
	"Inter-Regular", "Inter-Italic", "Inter-SemiBold", "Inter-Bold",
	"NotoSansArabic-Regular", "NotoSansArabic-Bold",
	"NotoSansHebrew-Regular", "NotoSansHebrew-Bold",
	"NotoSansDevanagari-Regular", "NotoSansDevanagari-Bold",
	"NotoSansThai-Regular", "NotoSansThai-Bold",
	EmojiFont,
}

// EmojiFont is the name of the font that has the emoji, in layers of colour (COLR and CPAL).
const EmojiFont = "Twemoji"

// Font returns the bytes of the TrueType file called name, one of FontNames. Each call returns a
// copy; a caller that parses fonts does so once. The error says which name is not embedded.
func Font(name string) ([]byte, error) {
	if name == EmojiFont {
		return unzip(name)
	}
	data, err := fonts.ReadFile("fonts/" + name + ".ttf")
	if err != nil {
		return nil, fmt.Errorf("font %q is not embedded: %w", name, err)
	}
	return data, nil
}

// unzip reads a font that is embedded compressed.
func unzip(name string) ([]byte, error) {
	packed, err := fonts.ReadFile("fonts/" + name + ".ttf.gz")
	if err != nil {
		return nil, fmt.Errorf("font %q is not embedded: %w", name, err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("font %q is damaged: %w", name, err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("font %q is damaged: %w", name, err)
	}
	return data, nil
}
