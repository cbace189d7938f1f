package app

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/resources"
)

// The choices of appearance, as kept in the preferences.
const (
	lookSystem = "system"
	lookLight  = "light"
	lookDark   = "dark"
	lookClear  = "contrast" // high contrast
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
	lang   string // of the interface
}

func newLook(choice string) (*look, error) {
	l := &look{choice: choice, fonts: map[string]fyne.Resource{}, lang: say.Language()}
	names := []string{"Inter-Regular", "Inter-Italic", "Inter-SemiBold"}
	if l.arabic() {
		names = append(names, "NotoSansArabic-Regular", "NotoSansArabic-Bold")
	}
	for _, name := range names {
		b, err := resources.Font(name)
		if err != nil {
			return nil, err
		}
		l.fonts[name] = fyne.NewStaticResource(name+".ttf", b)
	}
	return l, nil
}

// with returns the same theme for another choice of appearance.
func (l *look) with(choice string) *look { return &look{choice: choice, fonts: l.fonts, lang: l.lang} }

func (l *look) dark(v fyne.ThemeVariant) bool {
	switch l.choice {
	case lookLight, lookClear:
		return false
	case lookDark:
		return true
	}
	return v == theme.VariantDark
}

// arabic reports whether the interface is in Arabic script.
func (l *look) arabic() bool { return strings.HasPrefix(l.lang, "ar") }

// Font implements fyne.Theme. Bold is Inter's semibold: the map alone is bold.
// What a font lacks the toolkit takes from its own and then from those of the
// system, which is where Japanese comes from.
func (l *look) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace || s.Symbol:
		return theme.DefaultTheme().Font(s)
	case l.arabic() && s.Bold:
		return l.fonts["NotoSansArabic-Bold"]
	case l.arabic():
		return l.fonts["NotoSansArabic-Regular"]
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
	table, v := l.colors(v)
	if c, ok := table[n]; ok {
		return c
	}
	return theme.DefaultTheme().Color(n, v)
}

// colors returns the colours of our own and the variant of the toolkit's.
func (l *look) colors(v fyne.ThemeVariant) (map[fyne.ThemeColorName]color.Color, fyne.ThemeVariant) {
	switch {
	case l.choice == lookClear:
		return clearColors, theme.VariantLight
	case l.dark(v):
		return darkColors, theme.VariantDark
	}
	return lightColors, theme.VariantLight
}

// scene returns the theme of the map on the screen.
func (l *look) scene(v fyne.ThemeVariant) scene.Theme {
	switch {
	case l.choice == lookClear:
		return scene.Contrasting()
	case l.dark(v):
		return scene.Dark()
	}
	return scene.Light()
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

// themed returns a colour of the running theme.
func themed(n fyne.ThemeColorName) color.Color {
	s := fyne.CurrentApp().Settings()
	return s.Theme().Color(n, s.ThemeVariant())
}
