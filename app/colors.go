package app

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"touchline.app/canvas/scene"
)

func hex(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}
}

var lightColors = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground: hex(0xFBFCFEFF), theme.ColorNameForeground: hex(0x1A1F2BFF),
	theme.ColorNamePrimary: hex(0x3F51D9FF), theme.ColorNameHyperlink: hex(0x3F51D9FF),
	theme.ColorNameForegroundOnPrimary: hex(0xFFFFFFFF), theme.ColorNameFocus: hex(0x3F51D938),
	theme.ColorNameSelection: hex(0x3F51D930), theme.ColorNameHover: hex(0x3F51D912),
	theme.ColorNamePressed: hex(0x3F51D928), theme.ColorNameButton: hex(0xEFF1F6FF),
	theme.ColorNameDisabledButton: hex(0xF4F5F8FF), theme.ColorNameDisabled: hex(0x9AA2B0FF),
	theme.ColorNamePlaceHolder: hex(0x616A7AFF), theme.ColorNameInputBackground: hex(0xFFFFFFFF),
	theme.ColorNameInputBorder: hex(0xB4BCC9FF), theme.ColorNameSeparator: hex(0xE4E7EDFF),
	theme.ColorNameMenuBackground: hex(0xFFFFFFFF), theme.ColorNameOverlayBackground: hex(0xFFFFFFFF),
	theme.ColorNameHeaderBackground: hex(0xFFFFFFFF), theme.ColorNameShadow: hex(0x1A1F2B40),
	theme.ColorNameScrollBar: hex(0x5B647266), theme.ColorNameScrollBarBackground: hex(0x00000000),
	theme.ColorNameError: hex(0xB9364AFF), theme.ColorNameSuccess: hex(0x1A7560FF),
	theme.ColorNameWarning: hex(0x8A5F00FF),
	colorPanel:             hex(0xFBFCFEFF), colorGrey: hex(0x5B6472FF), colorHairline: hex(0xE4E7EDFF),
	colorNegative: hex(0xB9364AFF), colorPositive: hex(0x1A7560FF), colorMatters: hex(0x8A6200FF),
	colorPain: hex(0xFCE9EBFF), colorChance: hex(0xE4F4EFFF), colorQuote: hex(0xFEF6DAFF),
	colorTint: hex(0xE9ECFBFF),
}

var darkColors = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground: hex(0x1A1D24FF), theme.ColorNameForeground: hex(0xE9EBF1FF),
	theme.ColorNamePrimary: hex(0x7D8CFAFF), theme.ColorNameHyperlink: hex(0x93A0FFFF),
	theme.ColorNameForegroundOnPrimary: hex(0x10131AFF), theme.ColorNameFocus: hex(0x7D8CFA48),
	theme.ColorNameSelection: hex(0x7D8CFA48), theme.ColorNameHover: hex(0xFFFFFF12),
	theme.ColorNamePressed: hex(0xFFFFFF20), theme.ColorNameButton: hex(0x2A2F39FF),
	theme.ColorNameDisabledButton: hex(0x22262EFF), theme.ColorNameDisabled: hex(0x6B7484FF),
	theme.ColorNamePlaceHolder: hex(0x8D96A6FF), theme.ColorNameInputBackground: hex(0x14171DFF),
	theme.ColorNameInputBorder: hex(0x565F70FF), theme.ColorNameSeparator: hex(0x2C313BFF),
	theme.ColorNameMenuBackground: hex(0x22262FFF), theme.ColorNameOverlayBackground: hex(0x1E222AFF),
	theme.ColorNameHeaderBackground: hex(0x1E222AFF), theme.ColorNameShadow: hex(0x00000066),
	theme.ColorNameScrollBar: hex(0x98A1B277), theme.ColorNameScrollBarBackground: hex(0x00000000),
	theme.ColorNameError: hex(0xF0808EFF), theme.ColorNameSuccess: hex(0x5CC8A9FF),
	theme.ColorNameWarning: hex(0xE8B84AFF),
	colorPanel:             hex(0x1A1D24FF), colorGrey: hex(0x9AA3B3FF), colorHairline: hex(0x2C313BFF),
	colorNegative: hex(0xF0808EFF), colorPositive: hex(0x5CC8A9FF), colorMatters: hex(0xE8B84AFF),
	colorPain: hex(0x3A2229FF), colorChance: hex(0x1B332DFF), colorQuote: hex(0x37311DFF),
	colorTint: hex(0x232840FF),
}

// clearColors have every text at 7:1 and every border that can be seen.
var clearColors = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground: hex(0xFFFFFFFF), theme.ColorNameForeground: hex(0x000000FF),
	theme.ColorNamePrimary: hex(0x0A1FB8FF), theme.ColorNameHyperlink: hex(0x0A1FB8FF),
	theme.ColorNameForegroundOnPrimary: hex(0xFFFFFFFF), theme.ColorNameFocus: hex(0x0A1FB890),
	theme.ColorNameSelection: hex(0x0A1FB838), theme.ColorNameHover: hex(0x0A1FB820),
	theme.ColorNamePressed: hex(0x0A1FB840), theme.ColorNameButton: hex(0xFFFFFFFF),
	theme.ColorNameDisabledButton: hex(0xFFFFFFFF), theme.ColorNameDisabled: hex(0x545A64FF),
	theme.ColorNamePlaceHolder: hex(0x3D434CFF), theme.ColorNameInputBackground: hex(0xFFFFFFFF),
	theme.ColorNameInputBorder: hex(0x000000FF), theme.ColorNameSeparator: hex(0x000000FF),
	theme.ColorNameMenuBackground: hex(0xFFFFFFFF), theme.ColorNameOverlayBackground: hex(0xFFFFFFFF),
	theme.ColorNameHeaderBackground: hex(0xFFFFFFFF), theme.ColorNameShadow: hex(0x00000080),
	theme.ColorNameScrollBar: hex(0x000000C0), theme.ColorNameScrollBarBackground: hex(0x00000020),
	theme.ColorNameError: hex(0x9C001DFF), theme.ColorNameSuccess: hex(0x004D3BFF),
	theme.ColorNameWarning: hex(0x5C3B00FF),
	colorPanel:             hex(0xFFFFFFFF), colorGrey: hex(0x262A31FF), colorHairline: hex(0x000000FF),
	colorNegative: hex(0x9C001DFF), colorPositive: hex(0x004D3BFF), colorMatters: hex(0x5C3B00FF),
	colorPain: hex(0xFFF0F1FF), colorChance: hex(0xECFBF5FF), colorQuote: hex(0xFFFAE3FF),
	colorTint: hex(0xEEF0FFFF),
}

// parseHex reads #RRGGBB. Nothing is a colour that cannot be seen.
func parseHex(text string) (color.Color, bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return color.Transparent, true
	}
	v, err := strconv.ParseUint(strings.TrimPrefix(text, "#"), 16, 32)
	if err != nil || len(text) != 7 || text[0] != '#' {
		return color.Transparent, false
	}
	return hex(uint32(v)<<8 | 0xFF), true
}

func nrgba(c scene.Color) color.NRGBA { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: c.A} }

func hexOf(c color.Color) string {
	if c == nil {
		return ""
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("%02X%02X%02X", r>>8, g>>8, b>>8)
}

func sceneColor(c color.Color) scene.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return scene.Color{R: n.R, G: n.G, B: n.B, A: n.A}
}
