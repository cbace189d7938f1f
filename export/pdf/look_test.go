package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/export/exporttest"
	"touchline.app/export/pdf"
)

// TestLooksLikeTheRaster renders the page with poppler and compares it with what
// the screen shows.
func TestLooksLikeTheRaster(t *testing.T) {
	const scale = 2
	s := exporttest.Large(14)
	path := filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(path, write(t, onePage(t, s), pdf.Options{}), 0o600); err != nil {
		t.Fatal(err)
	}
	ppm, err := exec.Command("pdftoppm", "-r", fmt.Sprint(72*scale), path).Output()
	if err != nil {
		t.Fatalf("pdftoppm (of poppler-utils, which make test installs): %v", err)
	}
	var w, h, most int
	if _, err := fmt.Sscanf(string(ppm[:min(len(ppm), 60)]), "P6\n%d %d\n%d", &w, &h, &most); err != nil {
		t.Fatal(err)
	}
	got := ppm[len(ppm)-3*w*h:]
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	raster.Tile(raster.New(), s, img, 0, 0, scale)
	sum, far := 0, 0
	for i := range w * h {
		worst := 0
		for c := range 3 {
			d := int(got[3*i+c]) - int(img.Pix[4*i+c])
			sum += max(d, -d)
			worst = max(worst, d, -d)
		}
		if worst > 128 {
			far++
		}
	}
	mean, share := float64(sum)/float64(3*w*h), float64(far)/float64(w*h)
	t.Logf("mean difference %.2f of 255, %.3f %% of the pixels differ much", mean, 100*share)
	if mean > 1.5 || share > 0.004 {
		t.Errorf("mean difference %.2f of 255, %.3f %% of the pixels differ much", mean, 100*share)
	}
}

// Opaque paper of another colour fills the whole sheet.
func TestPaperFillsTheSheet(t *testing.T) {
	theme := scene.Light()
	theme.Page = scene.Color{R: 16, G: 24, B: 40, A: 255}
	d := onePage(t, scene.New(scene.Point{X: 100, Y: 100}, theme, nil))
	d.Sheets[0].Size = scene.Point{X: 595, Y: 842}
	path := filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(path, write(t, d, pdf.Options{}), 0o600); err != nil {
		t.Fatal(err)
	}
	ppm, err := exec.Command("pdftoppm", "-r", "10", path).Output()
	if err != nil {
		t.Fatalf("pdftoppm (of poppler-utils, which make test installs): %v", err)
	}
	pixels := ppm[bytes.Index(ppm, []byte("255\n"))+4:]
	for i := 0; i < len(pixels); i += 3 {
		if pixels[i] > 20 || pixels[i+2] < 35 {
			t.Fatalf("pixel %d is %v", i/3, pixels[i:i+3])
		}
	}
}

// Pictures of both kinds look as they do on screen; one that shows often is in
// the file once.
func TestPictures(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	for i := range 40 * 20 {
		m.SetNRGBA(i%40, i/40, color.NRGBA{uint8(6 * (i % 40)), uint8(12 * (i / 40)), 90, uint8(255 - 100*(i%2))})
	}
	var j bytes.Buffer
	if err := jpeg.Encode(&j, m, nil); err != nil {
		t.Fatal(err)
	}
	photo, err := jpeg.Decode(bytes.NewReader(j.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	a, b := &scene.Picture{Format: "png", Image: m}, &scene.Picture{Format: "jpeg", Data: j.Bytes(), Image: photo}
	broken := &scene.Picture{Format: "jpeg", Data: []byte("none"), Image: m}
	pen := scene.NewPen(fonts)
	for i, pic := range []*scene.Picture{a, b, a, broken, {Image: &image.NRGBA{}}} {
		pen.Image(scene.Rect{X: 10 + 60*float64(i), Y: 20, W: 50, H: 25}, pic)
	}
	s := scene.New(scene.Point{X: 400, Y: 80}, scene.Light(), []scene.Node{pen.Node(scene.RoleFooter, scene.Ref{})})
	file := write(t, onePage(t, s), pdf.Options{})
	check(t, file)
	if out := tool(t, file, "pdfimages", "-list", "FILE"); strings.Count(out, " jpeg ") != 1 {
		t.Errorf("pictures\n%s", out)
	}
	path := filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	ppm, err := exec.Command("pdftoppm", "-r", "72", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewRGBA(image.Rect(0, 0, 400, 80))
	raster.Tile(raster.New(), s, img, 0, 0, 1)
	pixels := ppm[len(ppm)-3*400*80:]
	for _, x := range []int{35, 95, 155, 215} {
		at := 32*400 + x
		for c := range 3 {
			if d := int(pixels[3*at+c]) - int(img.Pix[4*at+c]); d > 45 || d < -45 {
				t.Errorf("at %d: %v, on screen %v", x, pixels[3*at:3*at+3], img.Pix[4*at:4*at+3])
			}
		}
	}
}
