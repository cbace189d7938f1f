// Package canvas is the widget that shows a scene and takes the hand: pan, zoom,
// hover, select and the gestures of package tool.
//
// The scene is painted into tiles of 512 device pixels, which lie as pictures in
// one container under a few overlays; a pan moves the container and nothing
// else. Fyne's float32 pixels exist only here: places are computed in float64
// points and become pixels near the view's corner.
//
//	b := canvas.New(canvas.Options{Map: ..., NewID: ..., LayOut: ...})
//	b.OnCommand = func(c edit.Command) { ... } // a gesture is done
//	b.OnType = func(c edit.Command) { ... }    // a key of a text that is typed
//	b.OnTyped = func() { ... }                 // the text is complete
//	b.SetScene(s)
//
// While a gesture is under way the board lays out the map as it would be and
// shows that instead. A text is edited in an entry over it; each key goes into
// the map at once, as one gesture that Escape takes back.
//
// The package knows no file and no window.
package canvas
