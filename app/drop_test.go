//go:build ci

package app

import (
	"strings"
	"testing"
)

func TestWhatAPastedTableLosesIsSaid(t *testing.T) {
	e, _, _ := opening(t)
	before := e.doc.Map().Touchpoints.Len()
	paste := func(text string) {
		t.Helper()
		if err := e.board.Paste(text); err != nil {
			t.Fatal(err)
		}
	}
	paste("Touchpoint\tChannel\nPays\tApp")
	if e.banner.Says("notice") {
		t.Fatalf("nothing is lost, and it says %q", e.banner.Text.Text)
	}
	paste("Touchpoint\tOwner\nReads\tBilling")
	if got := e.banner.Text.Text; !e.banner.Says("notice") || !strings.Contains(got, "“Owner”") && !strings.Contains(got, `"Owner"`) {
		t.Errorf("it says %q", got)
	}
	if got := e.doc.Map().Touchpoints.Len(); got != before+2 {
		t.Errorf("%d touchpoints, want %d", got, before+2)
	}
}
