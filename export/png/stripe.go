package png

import (
	"bytes"
	"encoding/binary"
	"image"
	"runtime"

	"github.com/klauspost/compress/flate"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
)

// Stripes and blocks fit the cells the raster works in, so that little work is
// done twice. They must not depend on the number of cores.
const (
	stripeRows  = 32
	blockCols   = 512
	stripeBytes = 64 << 20 // stripes of very wide pictures have fewer rows
)

// rowsOf returns the rows of a stripe.
func rowsOf(width, channels int) int {
	rows := stripeRows
	for rows > 1 && rows*width*channels > stripeBytes {
		rows /= 2
	}
	return rows
}

// stripe is a compressed stretch of rows.
type stripe struct {
	data []byte // raw deflate blocks, ended at a byte
	sum  uint32 // Adler-32 of what they hold
	size int    // bytes of what they hold
}

// pixels writes IDAT: one zlib stream, a chunk for each stripe.
func (f *file) pixels(p press, o Options) {
	const (
		zlibHeader = "\x78\x01"
		lastBlock  = "\x03\x00" // an empty one that says it is the last
	)
	rows := rowsOf(p.width, p.channels)
	count := (p.height + rows - 1) / rows
	sum := uint32(1)
	begin := []byte(zlibHeader)
	inOrder(count, func() func(int) stripe {
		p := p.ready(rows)
		return func(i int) stripe { return p.stripe(i*rows, min(p.height, (i+1)*rows)) }
	}, func(i int, st stripe) bool {
		sum = joinAdler(sum, st.sum, st.size)
		var end []byte
		if i == count-1 {
			end = binary.BigEndian.AppendUint32([]byte(lastBlock), sum)
		}
		if o.Context != nil && o.Context.Err() != nil && f.err == nil {
			f.err = o.Context.Err()
		}
		f.chunk("IDAT", begin, st.data, end)
		begin = nil
		if o.Progress != nil && f.err == nil {
			o.Progress(i+1, count)
		}
		return f.err == nil
	})
}

// inOrder makes the parts 0..n-1 on all cores and hands them to emit one after
// the other, until emit returns false. Each core makes a maker of its own; no
// more parts are kept than cores twice.
func inOrder(n int, maker func() func(int) stripe, emit func(int, stripe) bool) {
	cores := min(runtime.GOMAXPROCS(0), n)
	done := make([]chan stripe, n)
	for i := range done {
		done[i] = make(chan stripe, 1)
	}
	next := make(chan int)
	ahead := make(chan struct{}, 2*cores) // parts begun and not yet emitted
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		defer close(next)
		for i := range n {
			select {
			case ahead <- struct{}{}:
				next <- i
			case <-stop:
				return
			}
		}
	}()
	for range cores {
		go func() {
			work := maker()
			for i := range next {
				done[i] <- work(i)
			}
		}()
	}
	for i := range n {
		st := <-done[i]
		<-ahead
		if !emit(i, st) {
			return
		}
	}
}

// press draws and compresses stripes, one at a time.
type press struct {
	scene         *scene.Scene
	width, height int
	scale         float64
	channels      int // 3, or 4 with alpha
	painter       *raster.Painter
	block         *image.RGBA
	rows          []byte // packed as PNG wants them: filter, then red, green, blue
	sums          []uint32
	flate         *flate.Writer
}

func newPress(s *scene.Scene, width, height int, scale float64, transparent bool) press {
	p := press{scene: s, width: width, height: height, scale: scale, channels: 3}
	if transparent {
		p.channels = 4
	}
	return p
}

// ready returns a press of the same picture that can work: one for each core.
func (p press) ready(rows int) *press {
	p.painter = raster.New()
	p.painter.Full = true
	p.block = image.NewRGBA(image.Rect(0, 0, blockCols, rows))
	p.rows = make([]byte, rows*(1+p.channels*p.width))
	p.sums = make([]uint32, rows)
	p.flate, _ = flate.NewWriter(nil, flate.BestSpeed) // the level is in range
	return &p
}

// stripe makes the rows y0..y1 of the picture.
func (p *press) stripe(y0, y1 int) stripe {
	line := 1 + p.channels*p.width
	rows := p.rows[:(y1-y0)*line]
	sums := p.sums[:y1-y0] // of each row so far; taken while its pixels are in the cache
	for y := range sums {
		sums[y] = adler(rows[y*line:][:1])
	}
	for x := 0; x < p.width; x += blockCols {
		cols := min(blockCols, p.width-x)
		b := p.block.SubImage(image.Rect(0, 0, cols, y1-y0)).(*image.RGBA)
		p.draw(b, x, y0)
		for y := range y1 - y0 {
			part := rows[y*line+1+p.channels*x:][:p.channels*cols]
			p.pack(part, b.Pix[y*b.Stride:][:4*cols])
			sums[y] = joinAdler(sums[y], adler(part), len(part))
		}
	}
	sum := uint32(1)
	for _, row := range sums {
		sum = joinAdler(sum, row, line)
	}
	var out bytes.Buffer
	p.flate.Reset(&out)
	_, _ = p.flate.Write(rows) // a bytes.Buffer takes everything
	_ = p.flate.Flush()
	return stripe{data: out.Bytes(), sum: sum, size: len(rows)}
}

// draw draws the pixels of b, the first of which is (x, y) of the picture.
func (p *press) draw(b *image.RGBA, x, y int) {
	if p.channels == 4 {
		bare(p.painter, p.scene, b, x, y, p.scale)
		return
	}
	raster.Tile(p.painter, p.scene, b, x, y, p.scale)
}

// pack puts the pixels of a row as they stand in the file.
func (p *press) pack(dst, src []byte) {
	if p.channels == 4 {
		straight(dst, src)
		return
	}
	opaque(dst, src)
}

// opaque drops the alpha of opaque pixels.
func opaque(dst, src []byte) {
	for len(src) >= 8 && len(dst) >= 8 {
		v := binary.LittleEndian.Uint64(src)
		binary.LittleEndian.PutUint64(dst, v&0xffffff|v>>8&0xffffff000000)
		src, dst = src[8:], dst[6:]
	}
	for len(src) >= 4 && len(dst) >= 3 {
		dst[0], dst[1], dst[2] = src[0], src[1], src[2]
		src, dst = src[4:], dst[3:]
	}
}
