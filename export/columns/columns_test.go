package columns

import "testing"

func TestOf(t *testing.T) {
	names := Read("# what stands above the first heading does not count\n[touchpoint]\ntouchpoint | 接点\n[stage]\nphase | touchpoint | category\n")
	for name, want := range map[string]string{
		"Touch points": "touchpoint", "TOUCH_POINT": "touchpoint", "**Touchpoint** (where)": "touchpoint", "接点": "touchpoint",
		"Phases:": "stage", "Categories": "stage", "": "", "colour": "", "  ": "",
	} {
		if got := names.Of(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
