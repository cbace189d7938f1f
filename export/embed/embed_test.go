package embed_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image/png"
	"reflect"
	"strings"
	"testing"

	"touchline.app/export/embed"
	"touchline.app/export/exporttest"
	"touchline.app/export/json"
	"touchline.app/journey"
)

func rows(m *journey.Map) []journey.Row {
	var out []journey.Row
	for r := range m.Rows() {
		out = append(out, r)
	}
	return out
}

func TestMapsComeOutOfEveryCarrier(t *testing.T) {
	for seed := range uint64(300) {
		m := exporttest.Random(seed)
		data := encoded(t, m)
		for name, file := range carriers(t, data) {
			got, err := embed.Find(file)
			if err != nil || !reflect.DeepEqual(rows(got), rows(m)) {
				t.Fatalf("seed %d, %s: %v", seed, name, err)
			}
		}
	}
}

func TestCarriersStayWhatTheyAre(t *testing.T) {
	data := encoded(t, flight(t))
	if _, err := png.Decode(bytes.NewReader(pngWith(t, embed.PNGChunk(data)))); err != nil {
		t.Error(err)
	}
	element := embed.SVGElement(data)
	for l := range strings.Lines(string(element)) {
		if len(l) > 160 {
			t.Errorf("a line of %d", len(l))
		}
	}
}

func TestSeveralMaps(t *testing.T) {
	a, b := encoded(t, exporttest.Random(1)), encoded(t, exporttest.Random(2))
	broken := deflated(bytes.Replace(a, []byte(`"digest":"`), []byte(`"digest":"0`), 1))
	for name, file := range map[string][]byte{
		"pdf": pdfWith(deflated(a), broken, a, deflated(b), deflated(a)),
		"png": pngWith(t, embed.PNGChunk(a), embed.PNGChunk(b), embed.PNGChunk(a)),
		"svg": svgWith(embed.SVGElement(a), embed.SVGElement(b), embed.SVGElement(a)),
	} {
		all, damaged, err := embed.FindAll(file)
		if err != nil || len(all) != 2 || (damaged == 1) != (name == "pdf") || !reflect.DeepEqual(rows(all[0]), rows(exporttest.Random(1))) || !reflect.DeepEqual(rows(all[1]), rows(exporttest.Random(2))) {
			t.Errorf("%s: %d maps, %v", name, len(all), err)
		}
	}
}

// Other programs write the same content in their own way.
func TestAsOtherProgramsWriteIt(t *testing.T) {
	m := flight(t)
	data := encoded(t, m)
	element := string(embed.SVGElement(data))
	stream := deflated(data)
	uncompressed := append([]byte("iTXt"+embed.PNGKeyword+"\x00\x00\x00en\x00Karte\x00"), data...)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(uncompressed)-4))
	chunk = binary.BigEndian.AppendUint32(append(chunk, uncompressed...), crc32.ChecksumIEEE(uncompressed))
	tests := map[string][]byte{
		"prefix of another":      svgWith([]byte(strings.ReplaceAll(element, "touchline:map", "ns0:map"))),
		"no prefix":              svgWith([]byte(strings.ReplaceAll(element, "touchline:map", "map"))),
		"indented":               svgWith([]byte(strings.ReplaceAll(element, "\n", "\r\n\t\t  "))),
		"attributes on lines":    svgWith([]byte(strings.ReplaceAll(element, " encoding", "\n   id=\"map1\"\n   encoding"))),
		"prefixed svg":           bytes.ReplaceAll(bytes.ReplaceAll(svgWith([]byte(element)), []byte("<svg"), []byte("<svg:svg")), []byte("</svg"), []byte("</svg:svg")),
		"uncompressed PNG":       pngWith(t, chunk),
		"stream after CR LF":     bytes.ReplaceAll(pdfWith(stream), []byte("stream\n"), []byte("stream\r\n")),
		"no word of attachments": bytes.ReplaceAll(pdfWith(stream), []byte("/Type/EmbeddedFile"), []byte("/Kind/Other")),
		"hexadecimal":            pdfWith(fmt.Appendf(nil, "%X\n>", stream)),
		"junk before the PDF":    append([]byte("\n\n junk \n"), pdfWith(stream)...),
		"cut off behind the map": pdfWith(stream)[:bytes.Index(pdfWith(stream), []byte("xref"))],
	}
	for name, file := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := embed.Find(file)
			if err != nil || !reflect.DeepEqual(rows(got), rows(m)) {
				t.Error(err)
			}
		})
	}
}

func TestWhatHasNoMap(t *testing.T) {
	data := encoded(t, flight(t))
	changed := bytes.Replace(data, []byte("Marta"), []byte("Berta"), 1)
	if bytes.Equal(changed, data) {
		t.Fatal("nothing to change")
	}
	undigested := append([]byte(nil), data...)
	undigested = bytes.Replace(undigested, []byte(`"digest":"`+journey.Digest(flight(t))+`"`), []byte(`"digest":""`), 1)
	newer := bytes.Replace(data, []byte(`"version":1`), []byte(`"version":2`), 1)
	badSum := embed.PNGChunk(data)
	badSum[len(badSum)-1] ^= 1
	tests := map[string]struct {
		file []byte
		want error
	}{
		"nothing":               {nil, embed.ErrKind},
		"text":                  {[]byte("Dear all,"), embed.ErrKind},
		"HTML":                  {[]byte("<html><body></body></html>"), embed.ErrKind},
		"PDF without":           {pdfWith(), embed.ErrNoMap},
		"PNG without":           {pngWith(t), embed.ErrNoMap},
		"SVG without":           {svgWith(), embed.ErrNoMap},
		"SVG with another map":  {svgWith([]byte("<map>aGVsbG8=</map>")), embed.ErrNoMap},
		"other attachment":      {pdfWith(deflated([]byte("hello"))), embed.ErrNoMap},
		"encrypted":             {bytes.Replace(pdfWith(), []byte("/Root"), []byte("/Encrypt 9 0 R/Root"), 1), embed.ErrEncrypted},
		"signature alone":       {[]byte("\x89PNG\r\n\x1a\n"), embed.ErrNoMap},
		"changed in a PDF":      {pdfWith(deflated(changed)), embed.ErrChanged},
		"changed in a PNG":      {pngWith(t, embed.PNGChunk(changed)), embed.ErrChanged},
		"changed in an SVG":     {svgWith(embed.SVGElement(changed)), embed.ErrChanged},
		"no digest":             {pdfWith(deflated(undigested)), embed.ErrChanged},
		"newer":                 {pdfWith(deflated(newer)), json.ErrNewer},
		"cut off in a PDF":      {pdfWith(deflated(data)[:900]), embed.ErrChanged},
		"cut off, uncompressed": {pdfWith(data)[:len(data)/2], embed.ErrChanged},
		"cut off in an SVG":     {svgWith([]byte(strings.Replace(string(embed.SVGElement(data)), "=\n", "\n", 1)[:3001] + "</touchline:map>")), embed.ErrChanged},
		"wrong checksum":        {pngWith(t, badSum), embed.ErrChanged},
		"too large":             {append(pdfWith(), make([]byte, embed.MaxFile)...), embed.ErrTooLarge},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m, err := embed.Find(tt.file)
			if m != nil || !errors.Is(err, tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v", err)
			}
			if embed.Carries(tt.file) == errors.Is(tt.want, embed.ErrKind) {
				t.Error("Carries says otherwise")
			}
		})
	}
}
