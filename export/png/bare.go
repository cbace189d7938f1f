package png

import (
	"image"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
)

// bare draws what of s lies in dst without the paper. The upper left corner of dst
// is the pixel (x, y) of the whole map at the given scale in pixels a point.
func bare(p *raster.Painter, s *scene.Scene, dst *image.RGBA, x, y int, scale float64) {
	for row := range dst.Rect.Dy() {
		clear(dst.Pix[row*dst.Stride:][:4*dst.Rect.Dx()])
	}
	p.Reset(dst, scene.Point{X: float64(x) / scale, Y: float64(y) / scale}, scale)
	const spill = 2 // pixels a mark may lie outside its node by rounding
	for _, i := range s.Visible(scene.Rect{
		X: float64(x-spill) / scale, Y: float64(y-spill) / scale,
		W: float64(dst.Rect.Dx()+2*spill) / scale, H: float64(dst.Rect.Dy()+2*spill) / scale,
	}) {
		n := &s.Nodes[i]
		for k := range n.Ops() {
			if !paper(s, n, &n.Ops()[k]) {
				n.Ops()[k].Paint(p)
			}
		}
	}
}

// paper reports whether a mark is the paper, or a lane of the colour of the paper.
func paper(s *scene.Scene, n *scene.Node, o *scene.Op) bool {
	return n.Role == scene.RolePage || n.Role == scene.RoleLane && o.Kind == scene.OpRect && o.Color == s.Page
}

// straight turns pixels whose colours were multiplied by their alpha into those
// PNG keeps, which are not.
func straight(dst, src []byte) {
	for len(src) >= 4 && len(dst) >= 4 {
		switch a := uint32(src[3]); a {
		case 0:
			dst[0], dst[1], dst[2], dst[3] = 0, 0, 0, 0
		case 255:
			copy(dst[:4], src)
		default:
			for i := range 3 {
				dst[i] = uint8(min(255, (uint32(src[i])*255+a/2)/a))
			}
			dst[3] = uint8(a)
		}
		src, dst = src[4:], dst[4:]
	}
}
