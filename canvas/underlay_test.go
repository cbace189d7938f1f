package canvas

import (
	"testing"
	"time"

	"touchline.app/canvas/scene"
)

func TestAnUnderlayOnItsWayIsLeftWhereTheTilesAreClosed(t *testing.T) {
	ts := newTiles(func(f func()) { f() })
	ts.open()
	ts.scene = &scene.Scene{Size: scene.Point{X: 10, Y: 10}}
	var late func()
	ts.renew(func(_ time.Duration, f func()) func() bool {
		late = f
		return func() bool { return false } // too late to stop it
	})
	ts.close()
	late() // without workers
	if ts.under.of != nil {
		t.Error("it was drawn")
	}
}
