//go:build ci

package look

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
		Panel, Pain, Chance, Quote, theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground, theme.ColorNameButton, theme.ColorNameFocus, theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameSelection,
	},
	theme.ColorNamePlaceHolder:         {Panel, theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameButton},
	Grey:                               {Panel, Pain, Chance, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground},
	theme.ColorNamePrimary:             {Panel, Tint},
	theme.ColorNameHyperlink:           {Panel, theme.ColorNameOverlayBackground},
	theme.ColorNameForegroundOnPrimary: {theme.ColorNamePrimary},
	theme.ColorNameError:               {Panel, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground},
	theme.ColorNameSuccess:             {Panel, theme.ColorNameOverlayBackground},
	theme.ColorNameWarning:             {Panel, theme.ColorNameOverlayBackground},
	Negative:                           {Panel, theme.ColorNameOverlayBackground},
	Positive:                           {Panel, theme.ColorNameOverlayBackground},
	Matters:                            {Panel},
}

// TestEveryTextOfTheInterfaceCanBeRead holds what WCAG 2.2 asks of small text
// (1.4.3, level AA).
func TestEveryTextOfTheInterfaceCanBeRead(t *testing.T) {
	test.NewTempApp(t)
	l, err := New(Light)
	if err != nil {
		t.Fatal(err)
	}
	for _, choice := range []string{Light, Dark, Clear} {
		l := l.With(choice)
		panel := SceneColor(l.Color(Panel, theme.VariantLight))
		for ink, grounds := range written {
			for _, ground := range grounds {
				g := scene.Over(SceneColor(l.Color(ground, theme.VariantLight)), panel)
				if got := scene.Contrast(SceneColor(l.Color(ink, theme.VariantLight)), g); got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", choice, ink, ground, got)
				}
			}
		}
	}
}

func TestBordersOfHighContrastCanBeSeen(t *testing.T) {
	l, err := New(Clear)
	if err != nil {
		t.Fatal(err)
	}
	for _, border := range []fyne.ThemeColorName{Hairline, theme.ColorNameInputBorder, theme.ColorNameFocus, theme.ColorNameSeparator} {
		panel := SceneColor(l.Color(Panel, 0))
		if got := scene.Contrast(scene.Over(SceneColor(l.Color(border, 0)), panel), panel); got < 3 {
			t.Errorf("%s has a contrast of %.2f", border, got)
		}
	}
}

// TestPanelsStandOnTheGroundOfTheWindow: they paint none of their own.
func TestPanelsStandOnTheGroundOfTheWindow(t *testing.T) {
	l, err := New(Light)
	if err != nil {
		t.Fatal(err)
	}
	for _, choice := range []string{Light, Dark, Clear} {
		l := l.With(choice)
		if panel, window := l.Color(Panel, 0), l.Color(theme.ColorNameBackground, 0); panel != window {
			t.Errorf("%s: panels are %v, the window is %v", choice, panel, window)
		}
	}
}

func TestColoursThatAreNoneAreRefused(t *testing.T) {
	for _, text := range []string{"#12345", "red", "12345678", "#GGGGGG"} {
		if _, ok := ParseHex(text); ok {
			t.Errorf("%q is taken for a colour", text)
		}
	}
	if c, ok := ParseHex(" #1A73E8 "); !ok || Hex(c) != "1A73E8" {
		t.Errorf("#1A73E8 is read as %v", c)
	}
}
