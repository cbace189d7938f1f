package resources

import (
	"embed"
	"fmt"
)

//go:embed fonts
var fonts embed.FS

// FontNames lists every embedded font in the order in which they stand in for one another:
// the Inter family first, then one pair of weights for each further script.
var FontNames = []string{
	"Inter-Regular", "Inter-Italic", "Inter-SemiBold", "Inter-Bold",
	"NotoSansArabic-Regular", "NotoSansArabic-Bold",
	"NotoSansHebrew-Regular", "NotoSansHebrew-Bold",
	"NotoSansDevanagari-Regular", "NotoSansDevanagari-Bold",
	"NotoSansThai-Regular", "NotoSansThai-Bold",
}

// Font returns the bytes of the TrueType file called name, one of FontNames. Each call returns a
// copy; a caller that parses fonts does so once. The error says which name is not embedded.
func Font(name string) ([]byte, error) {
	data, err := fonts.ReadFile("fonts/" + name + ".ttf")
	if err != nil {
		return nil, fmt.Errorf("font %q is not embedded: %w", name, err)
	}
	return data, nil
}
