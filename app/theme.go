package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"touchline.app/resources"
)

// The choices of appearance, as kept in the preferences.
const (
	lookSystem = "system"
	lookLight  = "light"
	lookDark   = "dark"
)

// Colours of the interface beyond Fyne's own names.
const (
	colorPanel    fyne.ThemeColorName = "touchlinePanel"
	colorGrey     fyne.ThemeColorName = "touchlineGrey"
	colorHairline fyne.ThemeColorName = "touchlineHairline"
	colorNegative fyne.ThemeColorName = "touchlineNegative"
	colorPositive fyne.ThemeColorName = "touchlinePositive"
	colorMatters  fyne.ThemeColorName = "touchlineMatters"
	colorPain     fyne.ThemeColorName = "touchlinePain"
	colorChance   fyne.ThemeColorName = "touchlineChance"
	colorQuote    fyne.ThemeColorName = "touchlineQuote"
	colorTint     fyne.ThemeColorName = "touchlineTint"
)

// look is the theme: Inter, hairlines, one accent.
type look struct {
	choice string
	fonts  map[string]fyne.Resource
}

func newLook(choice string) (*look, error) {
	l := &look{choice: choice, fonts: map[string]fyne.Resource{}}
	for _, name := range []string{"Inter-Regular", "Inter-Italic", "Inter-SemiBold"} {
		b, err := resources.Font(name)
		if err != nil {
			return nil, err
		}
		l.fonts[name] = fyne.NewStaticResource(name+".ttf", b)
	}
	return l, nil
}

// with returns the same theme for another choice of appearance.
func (l *look) with(choice string) *look { return &look{choice: choice, fonts: l.fonts} }

func (l *look) dark(v fyne.ThemeVariant) bool {
	switch l.choice {
	case lookLight:
		return false
	case lookDark:
		return true
	}
	return v == theme.VariantDark
}

// Font implements fyne.Theme. Bold is Inter's semibold: the map alone is bold.
func (l *look) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace || s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return l.fonts["Inter-SemiBold"]
	case s.Italic:
		return l.fonts["Inter-Italic"]
	}
	return l.fonts["Inter-Regular"]
}

// Icon implements fyne.Theme.
func (l *look) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Color implements fyne.Theme.
func (l *look) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	table := lightColors
	if l.dark(v) {
		table, v = darkColors, theme.VariantDark
	} else {
		v = theme.VariantLight
	}
	if c, ok := table[n]; ok {
		return c
	}
	return theme.DefaultTheme().Color(n, v)
}

// Size implements fyne.Theme.
func (l *look) Size(n fyne.ThemeSizeName) float32 {
	if s, ok := sizes[n]; ok {
		return s
	}
	return theme.DefaultTheme().Size(n)
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText: 13, theme.SizeNameCaptionText: 11, theme.SizeNameHeadingText: 22,
	theme.SizeNameSubHeadingText: 15, theme.SizeNameInnerPadding: 7, theme.SizeNamePadding: 4,
	theme.SizeNameInputBorder: 1, theme.SizeNameInputRadius: 6, theme.SizeNameSelectionRadius: 6,
	theme.SizeNameSeparatorThickness: 1, theme.SizeNameInlineIcon: 17, theme.SizeNameLineSpacing: 3,
	theme.SizeNameScrollBar: 9, theme.SizeNameScrollBarSmall: 3,
}

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
	theme.ColorNamePlaceHolder: hex(0x7A8394FF), theme.ColorNameInputBackground: hex(0xFFFFFFFF),
	theme.ColorNameInputBorder: hex(0xB4BCC9FF), theme.ColorNameSeparator: hex(0xE4E7EDFF),
	theme.ColorNameMenuBackground: hex(0xFFFFFFFF), theme.ColorNameOverlayBackground: hex(0xFFFFFFFF),
	theme.ColorNameHeaderBackground: hex(0xFFFFFFFF), theme.ColorNameShadow: hex(0x1A1F2B40),
	theme.ColorNameScrollBar: hex(0x5B647266), theme.ColorNameScrollBarBackground: hex(0x00000000),
	theme.ColorNameError: hex(0xB9364AFF), theme.ColorNameSuccess: hex(0x1F8A70FF),
	theme.ColorNameWarning: hex(0xB67F00FF),
	colorPanel:             hex(0xFBFCFEFF), colorGrey: hex(0x5B6472FF), colorHairline: hex(0xE4E7EDFF),
	colorNegative: hex(0xB9364AFF), colorPositive: hex(0x1A7560FF), colorMatters: hex(0xB98300FF),
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
	colorTint: hex(0x2A3050FF),
}

// themed returns a colour of the running theme.
func themed(n fyne.ThemeColorName) color.Color {
	s := fyne.CurrentApp().Settings()
	return s.Theme().Color(n, s.ThemeVariant())
}
