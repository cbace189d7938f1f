package raster

import (
	"encoding/binary"
	"image"

	"touchline.app/canvas/scene"
)

// ink is a colour made ready for blending: two channels in each half.
type ink struct {
	rb, ga uint32 // red and blue; green and an opaque alpha
	a      uint32 // 0..255
}

func inkOf(c scene.Color) ink {
	return ink{uint32(c.R) | uint32(c.B)<<16, uint32(c.G) | 255<<16, uint32(c.A)}
}

// over returns d with the ink over it, covering it to a/255. It rounds exactly
// as a division by 255 would.
func (k ink) over(d, a uint32) uint32 {
	const low = 0x00ff00ff
	rest := 255 - a
	rb := k.rb*a + (d&low)*rest + 0x00800080
	ga := k.ga*a + (d>>8&low)*rest + 0x00800080
	rb = (rb + rb>>8&low) >> 8 & low
	ga = (ga + ga>>8&low) & 0xff00ff00
	return rb | ga
}

// solid is the pixel of an opaque ink.
func (k ink) solid() uint32 { return k.rb | k.ga<<8 }

// times multiplies two values of 0..255.
func times(a, b uint32) uint32 {
	v := a*b + 128
	return (v + v>>8) >> 8
}

// row returns the bytes of dst for the device pixels x0..x1 of row y, which lie
// inside the clip.
func (p *Painter) row(x0, x1, y int) []byte {
	o := p.dst.PixOffset(x0-p.off.X, y-p.off.Y)
	return p.dst.Pix[o : o+4*(x1-x0) : o+4*(x1-x0)]
}

// fill covers whole device pixels.
func (p *Painter) fill(r image.Rectangle, c scene.Color) {
	p.tint(r, c, 255)
}

// tint covers device pixels to cover/255.
func (p *Painter) tint(r image.Rectangle, c scene.Color, cover uint32) {
	r = r.Intersect(p.clip)
	k := inkOf(c)
	a := times(k.a, cover)
	if r.Empty() || a == 0 {
		return
	}
	if a == 255 {
		p.flood(r, k.solid())
		return
	}
	under := binary.LittleEndian.Uint32(p.row(r.Min.X, r.Max.X, r.Min.Y))
	tinted := k.over(under, a)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := p.row(r.Min.X, r.Max.X, y)
		for len(row) >= 4 {
			if d := binary.LittleEndian.Uint32(row); d != under { // the ground is mostly of one colour
				under, tinted = d, k.over(d, a)
			}
			binary.LittleEndian.PutUint32(row, tinted)
			row = row[4:]
		}
	}
}

// flood sets pixels inside the clip.
func (p *Painter) flood(r image.Rectangle, pixel uint32) {
	first := p.row(r.Min.X, r.Max.X, r.Min.Y)
	binary.LittleEndian.PutUint32(first, pixel)
	for n := 4; n < len(first); n *= 2 {
		copy(first[n:], first[:n])
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(p.row(r.Min.X, r.Max.X, y), first)
	}
}

// stamp blends c through a mask whose upper left corner is the device pixel
// (x, y).
func (p *Painter) stamp(m *image.Alpha, x, y int, c scene.Color) {
	r := image.Rect(x, y, x+m.Rect.Dx(), y+m.Rect.Dy()).Intersect(p.clip)
	if r.Empty() {
		return
	}
	k := inkOf(c)
	for v := r.Min.Y; v < r.Max.Y; v++ {
		o := (v-y)*m.Stride + r.Min.X - x
		if k.a == 255 {
			k.stampRow(p.row(r.Min.X, r.Max.X, v), m.Pix[o:o+r.Dx()])
		} else {
			k.tintRow(p.row(r.Min.X, r.Max.X, v), m.Pix[o:o+r.Dx()])
		}
	}
}

// stampRow blends an opaque ink through a row of a mask.
func (k ink) stampRow(dst, mask []byte) {
	for len(mask) > 0 && len(dst) >= 4 {
		if len(mask) >= 8 && len(dst) >= 32 && binary.LittleEndian.Uint64(mask) == 0 {
			mask, dst = mask[8:], dst[32:]
			continue
		}
		switch a := uint32(mask[0]); a {
		case 0:
		case 255:
			binary.LittleEndian.PutUint32(dst, k.solid())
		default:
			binary.LittleEndian.PutUint32(dst, k.over(binary.LittleEndian.Uint32(dst), a))
		}
		mask, dst = mask[1:], dst[4:]
	}
}

// tintRow blends a translucent ink through a row of a mask.
func (k ink) tintRow(dst, mask []byte) {
	for len(mask) > 0 && len(dst) >= 4 {
		if len(mask) >= 8 && len(dst) >= 32 && binary.LittleEndian.Uint64(mask) == 0 {
			mask, dst = mask[8:], dst[32:]
			continue
		}
		if a := uint32(mask[0]); a != 0 {
			binary.LittleEndian.PutUint32(dst, k.over(binary.LittleEndian.Uint32(dst), times(k.a, a)))
		}
		mask, dst = mask[1:], dst[4:]
	}
}
