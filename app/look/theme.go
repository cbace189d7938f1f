// Package look is how the window looks: its fonts, sizes and colours in light, dark
// and high contrast, and the theme of the map that goes with each.
//
// It must not know what is drawn in them.
package look

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
	System = "system"
	Light  = "light"
	Dark   = "dark"
	Clear  = "contrast" // high contrast
)

// Colours of the interface beyond Fyne's own names.
const (
	Panel    fyne.ThemeColorName = "touchlinePanel"
	Grey     fyne.ThemeColorName = "touchlineGrey"
	Hairline fyne.ThemeColorName = "touchlineHairline"
	Negative fyne.ThemeColorName = "touchlineNegative"
	Positive fyne.ThemeColorName = "touchlinePositive"
	Matters  fyne.ThemeColorName = "touchlineMatters"
	Pain     fyne.ThemeColorName = "touchlinePain"
	Chance   fyne.ThemeColorName = "touchlineChance"
	Quote    fyne.ThemeColorName = "touchlineQuote"
	Tint     fyne.ThemeColorName = "touchlineTint"
)

// Theme is the theme: Inter, hairlines, one accent.
type Theme struct {
	Choice string
	fonts  map[string]fyne.Resource
	lang   string // of the interface
}

// New returns the theme of a choice of appearance. The error says which font is missing.
func New(choice string) (*Theme, error) {
	l := &Theme{Choice: choice, fonts: map[string]fyne.Resource{}, lang: say.Language()}
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

// With returns the same theme for another choice of appearance.
func (l *Theme) With(choice string) *Theme {
	return &Theme{Choice: choice, fonts: l.fonts, lang: l.lang}
}

func (l *Theme) dark(v fyne.ThemeVariant) bool {
	switch l.Choice {
	case Light, Clear:
		return false
	case Dark:
		return true
	}
	return v == theme.VariantDark
}

// arabic reports whether the interface is in Arabic script.
func (l *Theme) arabic() bool { return strings.HasPrefix(l.lang, "ar") }

// Font implements fyne.Theme. Bold is Inter's semibold: the map alone is bold.
// What a font lacks the toolkit takes from its own and then from those of the
// system, which is where Japanese comes from.
func (l *Theme) Font(s fyne.TextStyle) fyne.Resource {
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
func (l *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Color implements fyne.Theme.
func (l *Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	table, v := l.colors(v)
	if c, ok := table[n]; ok {
		return c
	}
	return theme.DefaultTheme().Color(n, v)
}

// colors returns the colours of our own and the variant of the toolkit's.
func (l *Theme) colors(v fyne.ThemeVariant) (map[fyne.ThemeColorName]color.Color, fyne.ThemeVariant) {
	switch {
	case l.Choice == Clear:
		return clearColors, theme.VariantLight
	case l.dark(v):
		return darkColors, theme.VariantDark
	}
	return lightColors, theme.VariantLight
}

// Scene returns the theme of the map on the screen.
func (l *Theme) Scene(v fyne.ThemeVariant) scene.Theme {
	switch {
	case l.Choice == Clear:
		return scene.Contrasting()
	case l.dark(v):
		return scene.Dark()
	}
	return scene.Light()
}

// Size implements fyne.Theme.
func (l *Theme) Size(n fyne.ThemeSizeName) float32 {
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

// Color returns a colour of the running theme.
func Color(n fyne.ThemeColorName) color.Color {
	s := fyne.CurrentApp().Settings()
	return s.Theme().Color(n, s.ThemeVariant())
}
