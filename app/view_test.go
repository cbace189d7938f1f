//go:build ci

package app

import (
	"testing"

	"touchline.app/app/look"
)

func TestLookAndMapChangeTogether(t *testing.T) {
	e, _, _ := opening(t)
	for choice, want := range map[string]string{look.Clear: "contrast", look.Dark: "dark", look.Light: "light"} {
		e.setLook(choice)
		e.relook()
		if got := e.scenery.theme.Name; got != want {
			t.Errorf("with %s the map is drawn in %s", choice, got)
		}
	}
}

func TestLessMotionStepsAtOnce(t *testing.T) {
	e, _, _ := opening(t)
	e.toggleCalm()
	if !e.calm() {
		t.Error("it still moves")
	}
}
