// Package canvas is the widget that shows a scene and takes the hand: pan, zoom,
// hover, select and the gestures of package tool.
//
// The scene is painted into tiles of 512 device pixels, which lie as pictures in
// one container under a few overlays; a pan moves the container and nothing
// else. Fyne's float32 pixels exist only here: places are computed in float64
// points and become pixels near the view's corner.
//
//	b := canvas.New(canvas.Options{})
//	b.OnCommand = func(c edit.Command) { ... }
//	b.SetScene(s)
//
// The package knows no file and no window.
package canvas
