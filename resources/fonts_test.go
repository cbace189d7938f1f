package resources

import (
	"bytes"
	"strings"
	"testing"
)

func TestEveryFontNameIsATrueTypeFileWithItsLicence(t *testing.T) {
	for _, name := range FontNames {
		data, err := Font(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, []byte{0, 1, 0, 0}) {
			t.Errorf("%s does not start like a TrueType file", name)
		}
		family, _, _ := strings.Cut(name, "-")
		if _, err := fonts.ReadFile("fonts/OFL-" + family + ".txt"); err != nil {
			t.Errorf("%s has no licence beside it: %v", name, err)
		}
	}
}

func TestUnknownFontSaysItsName(t *testing.T) {
	if _, err := Font("Comic-Regular"); err == nil || !strings.Contains(err.Error(), "Comic-Regular") {
		t.Errorf("error %v does not name the font", err)
	}
}
