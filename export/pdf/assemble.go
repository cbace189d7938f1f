package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"time"

	"github.com/jung-kurt/gofpdf"

	"touchline.app/canvas/scene"
)

// assemble returns what gofpdf makes of the pages: without their content, which
// finish puts in.
func (x *writing) assemble() ([]byte, error) {
	first := x.sheets[0].size
	f := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: gofpdf.SizeType{Wd: first.X, Ht: first.Y}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(false) // finish does it
	f.SetCatalogSort(true)
	f.SetCreationDate(time.Unix(0, 0).UTC()) // replaced by finish; never the clock
	f.SetModificationDate(time.Unix(0, 0).UTC())
	embed(f, x.painter.fonts)
	for i := range x.sheets {
		f.AddPageFormat("P", gofpdf.SizeType{Wd: x.sheets[i].size.X, Ht: x.sheets[i].size.Y})
	}
	for _, pic := range x.painter.images {
		drawImage(f, pic)
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

// drawImage draws a picture on the last page, where finish reads its name.
func drawImage(f *gofpdf.Fpdf, pic *scene.Picture) {
	data, kind, err := file(pic)
	if err != nil {
		f.SetError(err)
		return
	}
	sum := sha256.Sum256(data)
	name := hex.EncodeToString(sum[:16])
	o := gofpdf.ImageOptions{ImageType: kind}
	f.RegisterImageOptionsReader(name, o, bytes.NewReader(data))
	f.ImageOptions(name, 0, 0, 1, 1, false, o, 0, "")
}

// file returns a picture as a file that gofpdf reads: a photograph as it came,
// anything else anew.
func file(pic *scene.Picture) (data []byte, kind string, err error) {
	if pic.Format == "jpeg" {
		c, err := jpeg.DecodeConfig(bytes.NewReader(pic.Data))
		if err == nil && (c.ColorModel == color.YCbCrModel || c.ColorModel == color.GrayModel) {
			return pic.Data, "jpg", nil
		}
	}
	var b bytes.Buffer
	err = png.Encode(&b, plainImage(pic.Image))
	return b.Bytes(), "png", err
}

// plainImage returns the picture with eight bits a channel, as gofpdf reads it.
func plainImage(m image.Image) image.Image {
	out := image.NewNRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Src)
	return out
}
