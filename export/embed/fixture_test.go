package embed_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"testing"

	"touchline.app/export/embed"
	"touchline.app/journey"
	"touchline.app/journey/sample"
)

func flight(t testing.TB) *journey.Map {
	t.Helper()
	m, err := sample.Flight(journey.NewIDs(rand.NewChaCha8([32]byte{})))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func encoded(t testing.TB, m *journey.Map) []byte {
	t.Helper()
	data, err := embed.Encode(m)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func deflated(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// pdfWith is a page with the streams as attachments.
func pdfWith(streams ...[]byte) []byte {
	var b bytes.Buffer
	var at []int
	object := func(text string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), text)
	}
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	var names string
	for i := range streams {
		names += fmt.Sprintf("(%s%d) %d 0 R ", embed.Name, i, 5+2*i)
	}
	object("<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[" + names + "]>>>>>>")
	object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<<>>>>")
	page := deflated([]byte("0 0 1 rg 10 10 50 50 re f"))
	object(fmt.Sprintf("<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", len(page), page))
	for i, s := range streams {
		filter := "/Filter/FlateDecode"
		if bytes.HasPrefix(s, []byte("{")) {
			filter = ""
		}
		object(fmt.Sprintf("<</Type/Filespec/F(%[1]s)/UF(%[1]s)/AFRelationship/Source/EF<</F %[2]d 0 R>>>>", embed.Name, 6+2*i))
		object(fmt.Sprintf("<</Type/EmbeddedFile/Subtype/application#2Fjson%s/Length %d>>\nstream\n%s\nendstream", filter, len(s), s))
	}
	from := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, from)
	return b.Bytes()
}

// pngWith is a small picture with the chunks behind its header.
func pngWith(t testing.TB, chunks ...[]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
		t.Fatal(err)
	}
	const head = 8 + 25 // signature and IHDR
	out := append([]byte(nil), b.Bytes()[:head]...)
	for _, c := range chunks {
		out = append(out, c...)
	}
	return append(out, b.Bytes()[head:]...)
}

func svgWith(elements ...[]byte) []byte {
	out := []byte(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>A map of maps</title><metadata>` + "\n")
	for _, e := range elements {
		out = append(out, e...)
	}
	return append(out, "</metadata><rect width=\"5\" height=\"5\"/></svg>\n"...)
}

// carriers puts the encoded map into one file of each kind.
func carriers(t testing.TB, data []byte) map[string][]byte {
	return map[string][]byte{
		"pdf":       pdfWith(deflated(data)),
		"plain pdf": pdfWith(data),
		"png":       pngWith(t, embed.PNGChunk(data)),
		"svg":       svgWith(embed.SVGElement(data)),
	}
}
