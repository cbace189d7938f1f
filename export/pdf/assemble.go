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
)

// assemble returns what gofpdf makes of the pages.
func (x *writing) assemble() ([]byte, error) {
	first := x.sheets[0].size
	f := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: gofpdf.SizeType{Wd: first.X, Ht: first.Y}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(true)
	f.SetCatalogSort(true)
	f.SetCreationDate(time.Unix(0, 0).UTC()) // replaced by finish; never the clock
	f.SetModificationDate(time.Unix(0, 0).UTC())
	embed(f, x.painter.fonts)
	for i := range x.sheets {
		writePage(f, &x.sheets[i])
	}
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

// writePage writes the content, and between its pieces the pictures.
func writePage(f *gofpdf.Fpdf, c *content) {
	f.AddPageFormat("P", gofpdf.SizeType{Wd: c.size.X, Ht: c.size.Y})
	from := 0
	for _, p := range c.pieces {
		if p.image != nil {
			drawImage(f, p, c.size.Y)
		}
		if p.to > from {
			f.RawWriteBuf(bytes.NewReader(c.body[from:p.to]))
		}
		from = p.to
	}
}

// drawImage draws a picture in the coordinates of its part, whose lower left
// corner is the origin now; gofpdf counts from the top of the page.
func drawImage(f *gofpdf.Fpdf, p stretch, height float64) {
	var b bytes.Buffer
	if err := png.Encode(&b, plainImage(p.image.Image)); err != nil {
		f.SetError(err)
		return
	}
	sum := sha256.Sum256(b.Bytes())
	name := hex.EncodeToString(sum[:16])
	o := gofpdf.ImageOptions{ImageType: "png"}
	f.RegisterImageOptionsReader(name, o, &b)
	f.ImageOptions(name, p.rect.X, height+p.rect.Y, p.rect.W, p.rect.H, false, o, 0, "")
}

// plainImage returns the picture with eight bits a channel, as gofpdf reads it.
func plainImage(m image.Image) image.Image {
	out := image.NewNRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Src)
	return out
}
