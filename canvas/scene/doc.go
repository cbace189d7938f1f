// Package scene lays a map out: every mark at its place in points, every text
// broken into lines, once for all outputs.
//
//	s := scene.Build(m, scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: resources.Words("en")})
//	s.Paint(painter, scene.Rect{}) // screen, PDF, PNG: whatever the painter is
//
// The package knows no file format, no pixels and no toolkit.
package scene
