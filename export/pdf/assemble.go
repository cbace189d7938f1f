package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"time"

	"github.com/jung-kurt/gofpdf"

	"touchline.app/canvas/scene"
)

// assemble returns what gofpdf makes of the page.
func assemble(p *painter, place placement, paper scene.Color) ([]byte, error) {
	f := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: gofpdf.SizeType{Wd: place.w, Ht: place.h}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(true)
	f.SetCatalogSort(true)
	f.SetCreationDate(time.Unix(0, 0).UTC()) // replaced by finish; never the clock
	f.SetModificationDate(time.Unix(0, 0).UTC())
	embed(f, p.fonts)
	f.AddPage()
	writePage(f, p, place, paper)
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("gofpdf: %w", err)
	}
	return out.Bytes(), nil
}

// embed gives gofpdf the fonts. It cuts from a font all codes that nobody has
// shown; a template that is never used shows them all. Codes are no texts: all
// lie in the first plane and each has a shape.
func embed(f *gofpdf.Fpdf, fonts *fontSet) {
	for _, t := range fonts.order {
		for _, s := range t.subsets {
			f.AddUTF8FontFromBytes(s.name, "", trueType(s.name, t.metrics, s.shapes))
		}
	}
	f.CreateTemplate(func(tpl *gofpdf.Tpl) {
		for _, t := range fonts.order {
			for _, s := range t.subsets {
				tpl.SetFont(s.name, "", 10)
				codes := make([]rune, len(s.shapes))
				for i := range s.shapes {
					codes[i] = rune(s.shapes[i].code)
				}
				tpl.Text(0, 0, string(codes))
			}
		}
	})
}

// writePage writes the content, and between its pieces the names that gofpdf
// has given to fonts and alphas.
func writePage(f *gofpdf.Fpdf, p *painter, place placement, paper scene.Color) {
	p.done()
	var start []byte
	if paper.A == 255 && paper != (scene.Color{R: 255, G: 255, B: 255, A: 255}) {
		for _, v := range []uint8{paper.R, paper.G, paper.B} {
			start = append(number(start, float64(v)/255, 3), ' ')
		}
		start = fmt.Appendf(start, "rg 0 0 %.2f %.2f re f ", place.w, place.h)
	}
	start = fmt.Appendf(start, "q %.6f 0 0 %.6f %.3f %.3f cm", place.scale, place.scale, place.x, place.y)
	f.RawWriteBuf(bytes.NewReader(start))
	from := 0
	for _, piece := range p.pieces {
		if piece.font != nil {
			f.SetFont(piece.font.name, "", piece.size)
		}
		if piece.alpha >= 0 {
			f.SetAlpha(float64(piece.alpha)/255, "Normal")
		}
		if piece.image != nil {
			drawImage(f, piece, p.height, place.h)
		}
		if piece.to > from {
			f.RawWriteBuf(bytes.NewReader(p.body[from:piece.to]))
		}
		from = piece.to
	}
	f.RawWriteBuf(bytes.NewReader([]byte("Q")))
}

// drawImage draws a picture in the coordinates of the scene, whose lower left
// corner is the origin now; gofpdf counts from the top of the page.
func drawImage(f *gofpdf.Fpdf, p piece, height, page float64) {
	var b bytes.Buffer
	if err := png.Encode(&b, plainImage(p.image.Image)); err != nil {
		f.SetError(err)
		return
	}
	sum := sha256.Sum256(b.Bytes())
	name := hex.EncodeToString(sum[:16])
	o := gofpdf.ImageOptions{ImageType: "png"}
	f.RegisterImageOptionsReader(name, o, &b)
	f.ImageOptions(name, p.rect.X, page-height+p.rect.Y, p.rect.W, p.rect.H, false, o, 0, "")
}

// plainImage returns the picture with eight bits a channel, as gofpdf reads it.
func plainImage(m image.Image) image.Image {
	out := image.NewNRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Src)
	return out
}
