package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
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
	s := scene.New(scene.Point{X: 100, Y: 100}, theme, nil)
	path := filepath.Join(t.TempDir(), "map.pdf")
	if err := os.WriteFile(path, write(t, onPaper(t, s, pdf.A4), pdf.Options{}), 0o600); err != nil {
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
