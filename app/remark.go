package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// remark is a sentence in small letters, over as many lines as it needs.
type remark struct {
	*widget.RichText
	text *widget.TextSegment
}

func newRemark(text string, color fyne.ThemeColorName) remark {
	t := &widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: color, SizeName: theme.SizeNameCaptionText}}
	n := remark{widget.NewRichText(t), t}
	n.Wrapping = fyne.TextWrapWord
	return n
}

func (n remark) set(text string) {
	n.text.Text = text
	n.Refresh()
}
