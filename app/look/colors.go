package look

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"touchline.app/canvas/scene"
)

// RGBA is a colour written as 0xRRGGBBAA.
func RGBA(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}
}

var lightColors = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground: RGBA(0xFBFCFEFF), theme.ColorNameForeground: RGBA(0x1A1F2BFF),
	theme.ColorNamePrimary: RGBA(0x3F51D9FF), theme.ColorNameHyperlink: RGBA(0x3F51D9FF),
	theme.ColorNameForegroundOnPrimary: RGBA(0xFFFFFFFF), theme.ColorNameFocus: RGBA(0x3F51D938),
	theme.ColorNameSelection: RGBA(0x3F51D930), theme.ColorNameHover: RGBA(0x3F51D912),
	theme.ColorNamePressed: RGBA(0x3F51D928), theme.ColorNameButton: RGBA(0xEFF1F6FF),
	theme.ColorNameDisabledButton: RGBA(0xF4F5F8FF), theme.ColorNameDisabled: RGBA(0x9AA2B0FF),
	theme.ColorNamePlaceHolder: RGBA(0x616A7AFF), theme.ColorNameInputBackground: RGBA(0xFFFFFFFF),
	theme.ColorNameInputBorder: RGBA(0xB4BCC9FF), theme.ColorNameSeparator: RGBA(0xE4E7EDFF),
	theme.ColorNameMenuBackground: RGBA(0xFFFFFFFF), theme.ColorNameOverlayBackground: RGBA(0xFFFFFFFF),
	theme.ColorNameHeaderBackground: RGBA(0xFFFFFFFF), theme.ColorNameShadow: RGBA(0x1A1F2B40),
	theme.ColorNameScrollBar: RGBA(0x5B647266), theme.ColorNameScrollBarBackground: RGBA(0x00000000),
	theme.ColorNameError: RGBA(0xB9364AFF), theme.ColorNameSuccess: RGBA(0x1A7560FF),
	theme.ColorNameWarning: RGBA(0x8A5F00FF),
	Panel:                  RGBA(0xFBFCFEFF), Grey: RGBA(0x5B6472FF), Hairline: RGBA(0xE4E7EDFF),
	Negative: RGBA(0xB9364AFF), Positive: RGBA(0x1A7560FF), Matters: RGBA(0x8A6200FF),
	Pain: RGBA(0xFCE9EBFF), Chance: RGBA(0xE4F4EFFF), Quote: RGBA(0xFEF6DAFF),
	Tint: RGBA(0xE9ECFBFF),
}

var darkColors = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground: RGBA(0x1A1D24FF), theme.ColorNameForeground: RGBA(0xE9EBF1FF),
	theme.ColorNamePrimary: RGBA(0x7D8CFAFF), theme.ColorNameHyperlink: RGBA(0x93A0FFFF),
	theme.ColorNameForegroundOnPrimary: RGBA(0x10131AFF), theme.ColorNameFocus: RGBA(0x7D8CFA48),
	theme.ColorNameSelection: RGBA(0x7D8CFA48), theme.ColorNameHover: RGBA(0xFFFFFF12),
	theme.ColorNamePressed: RGBA(0xFFFFFF20), theme.ColorNameButton: RGBA(0x2A2F39FF),
	theme.ColorNameDisabledButton: RGBA(0x22262EFF), theme.ColorNameDisabled: RGBA(0x6B7484FF),
	theme.ColorNamePlaceHolder: RGBA(0x8D96A6FF), theme.ColorNameInputBackground: RGBA(0x14171DFF),
	theme.ColorNameInputBorder: RGBA(0x565F70FF), theme.ColorNameSeparator: RGBA(0x2C313BFF),
	theme.ColorNameMenuBackground: RGBA(0x22262FFF), theme.ColorNameOverlayBackground: RGBA(0x1E222AFF),
	theme.ColorNameHeaderBackground: RGBA(0x1E222AFF), theme.ColorNameShadow: RGBA(0x00000066),
	theme.ColorNameScrollBar: RGBA(0x98A1B277), theme.ColorNameScrollBarBackground: RGBA(0x00000000),
	theme.ColorNameError: RGBA(0xF0808EFF), theme.ColorNameSuccess: RGBA(0x5CC8A9FF),
	theme.ColorNameWarning: RGBA(0xE8B84AFF),
	Panel:                  RGBA(0x1A1D24FF), Grey: RGBA(0x9AA3B3FF), Hairline: RGBA(0x2C313BFF),
	Negative: RGBA(0xF0808EFF), Positive: RGBA(0x5CC8A9FF), Matters: RGBA(0xE8B84AFF),
	Pain: RGBA(0x3A2229FF), Chance: RGBA(0x1B332DFF), Quote: RGBA(0x37311DFF),
	Tint: RGBA(0x232840FF),
}

// clearColors have every text at 7:1 and every border that can be seen.
var clearColors = map[fyne.ThemeColorName]color.Color{
	theme.ColorNameBackground: RGBA(0xFFFFFFFF), theme.ColorNameForeground: RGBA(0x000000FF),
	theme.ColorNamePrimary: RGBA(0x0A1FB8FF), theme.ColorNameHyperlink: RGBA(0x0A1FB8FF),
	theme.ColorNameForegroundOnPrimary: RGBA(0xFFFFFFFF), theme.ColorNameFocus: RGBA(0x0A1FB890),
	theme.ColorNameSelection: RGBA(0x0A1FB838), theme.ColorNameHover: RGBA(0x0A1FB820),
	theme.ColorNamePressed: RGBA(0x0A1FB840), theme.ColorNameButton: RGBA(0xFFFFFFFF),
	theme.ColorNameDisabledButton: RGBA(0xFFFFFFFF), theme.ColorNameDisabled: RGBA(0x545A64FF),
	theme.ColorNamePlaceHolder: RGBA(0x3D434CFF), theme.ColorNameInputBackground: RGBA(0xFFFFFFFF),
	theme.ColorNameInputBorder: RGBA(0x000000FF), theme.ColorNameSeparator: RGBA(0x000000FF),
	theme.ColorNameMenuBackground: RGBA(0xFFFFFFFF), theme.ColorNameOverlayBackground: RGBA(0xFFFFFFFF),
	theme.ColorNameHeaderBackground: RGBA(0xFFFFFFFF), theme.ColorNameShadow: RGBA(0x00000080),
	theme.ColorNameScrollBar: RGBA(0x000000C0), theme.ColorNameScrollBarBackground: RGBA(0x00000020),
	theme.ColorNameError: RGBA(0x9C001DFF), theme.ColorNameSuccess: RGBA(0x004D3BFF),
	theme.ColorNameWarning: RGBA(0x5C3B00FF),
	Panel:                  RGBA(0xFFFFFFFF), Grey: RGBA(0x262A31FF), Hairline: RGBA(0x000000FF),
	Negative: RGBA(0x9C001DFF), Positive: RGBA(0x004D3BFF), Matters: RGBA(0x5C3B00FF),
	Pain: RGBA(0xFFF0F1FF), Chance: RGBA(0xECFBF5FF), Quote: RGBA(0xFFFAE3FF),
	Tint: RGBA(0xEEF0FFFF),
}

// ParseHex reads #RRGGBB. Nothing is a colour that cannot be seen.
func ParseHex(text string) (color.Color, bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return color.Transparent, true
	}
	v, err := strconv.ParseUint(strings.TrimPrefix(text, "#"), 16, 32)
	if err != nil || len(text) != 7 || text[0] != '#' {
		return color.Transparent, false
	}
	return RGBA(uint32(v)<<8 | 0xFF), true
}

// NRGBA is a colour of the map as the toolkit has it.
func NRGBA(c scene.Color) color.NRGBA { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: c.A} }

// Hex writes a colour as RRGGBB.
func Hex(c color.Color) string {
	if c == nil {
		return ""
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("%02X%02X%02X", r>>8, g>>8, b>>8)
}

// SceneColor is a colour of the toolkit as the map has it.
func SceneColor(c color.Color) scene.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return scene.Color{R: n.R, G: n.G, B: n.B, A: n.A}
}
