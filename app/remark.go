package app

import "fyne.io/fyne/v2"

// remark is a sentence in small letters, over as many lines as it needs.
type remark struct{ *prose }

func newRemark(text string, color fyne.ThemeColorName) remark { return remark{newProse(text, color)} }
