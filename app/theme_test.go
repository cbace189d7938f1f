//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"touchline.app/canvas/scene"
)

// written lists which colour of text the interface sets on which grounds. What
// cannot be used at the moment, and is drawn as disabled, may be pale.
var written = map[fyne.ThemeColorName][]fyne.ThemeColorName{
	theme.ColorNameForeground: {
		colorPanel, colorPain, colorChance, colorQuote, theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground, theme.ColorNameButton, theme.ColorNameFocus, theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameSelection,
	},
	theme.ColorNamePlaceHolder:         {colorPanel, theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameButton},
	colorGrey:                          {colorPanel, colorPain, colorChance, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground},
	theme.ColorNamePrimary:             {colorPanel, colorTint},
	theme.ColorNameHyperlink:           {colorPanel, theme.ColorNameOverlayBackground},
	theme.ColorNameForegroundOnPrimary: {theme.ColorNamePrimary},
	theme.ColorNameError:               {colorPanel, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground},
	theme.ColorNameSuccess:             {colorPanel, theme.ColorNameOverlayBackground},
	theme.ColorNameWarning:             {colorPanel, theme.ColorNameOverlayBackground},
	colorNegative:                      {colorPanel, theme.ColorNameOverlayBackground},
	colorPositive:                      {colorPanel, theme.ColorNameOverlayBackground},
	colorMatters:                       {colorPanel},
}

// TestEveryTextOfTheInterfaceCanBeRead holds what WCAG 2.2 asks of small text
// (1.4.3, level AA).
func TestEveryTextOfTheInterfaceCanBeRead(t *testing.T) {
	test.NewTempApp(t)
	l, err := newLook(lookLight)
	if err != nil {
		t.Fatal(err)
	}
	for _, choice := range []string{lookLight, lookDark, lookClear} {
		l := l.with(choice)
		panel := sceneColor(l.Color(colorPanel, theme.VariantLight))
		for ink, grounds := range written {
			for _, ground := range grounds {
				g := scene.Over(sceneColor(l.Color(ground, theme.VariantLight)), panel)
				if got := scene.Contrast(sceneColor(l.Color(ink, theme.VariantLight)), g); got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", choice, ink, ground, got)
				}
			}
		}
	}
}

func TestBordersOfHighContrastCanBeSeen(t *testing.T) {
	l, err := newLook(lookClear)
	if err != nil {
		t.Fatal(err)
	}
	for _, border := range []fyne.ThemeColorName{colorHairline, theme.ColorNameInputBorder, theme.ColorNameFocus, theme.ColorNameSeparator} {
		panel := sceneColor(l.Color(colorPanel, 0))
		if got := scene.Contrast(scene.Over(sceneColor(l.Color(border, 0)), panel), panel); got < 3 {
			t.Errorf("%s has a contrast of %.2f", border, got)
		}
	}
}
