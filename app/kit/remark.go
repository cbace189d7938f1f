package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Remark is a sentence in small letters, over as many lines as it needs.
type Remark struct{ *Prose }

// NewRemark returns a sentence in a colour.
func NewRemark(text string, color fyne.ThemeColorName) Remark {
	return Remark{newProse(text, color, theme.SizeNameCaptionText)}
}
