package embed_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"touchline.app/export/embed"
)

// Files made to keep a reader busy: each ends with an error, and none takes work
// out of proportion to its size.
func TestFilesMadeToKeepAReaderBusy(t *testing.T) {
	const size = 4 << 20
	fill := func(head, with string) []byte { return []byte(head + strings.Repeat(with, size/len(with))) }
	bomb := deflated(append([]byte(`{"format":"touchline-map","x":"`), make([]byte, 100<<20)...))
	zeros := string(deflated(make([]byte, 1<<20)))
	begun := string(deflated([]byte(`{"format":"touchline-map","version":1}`)))
	tests := map[string][]byte{
		"streams":             fill("%PDF-1.7", "stream\n"),
		"compressed streams":  fill("%PDF-1.7", "stream\nx\x9c"),
		"small bombs":         fill("%PDF-1.7", "stream\n"+zeros[:200]),
		"small attachments":   fill("%PDF-1.7", "/EmbeddedFile>>stream\n"+zeros[:200]),
		"maps of nothing":     fill("%PDF-1.7", "/EmbeddedFile>>stream\n"+begun),
		"begun maps":          fill("%PDF-1.7", "stream\n{\"format\":\"touchline-map\",\"a\":"),
		"begun maps, bare":    fill("%PDF-1.7", "stream\n{\"format\":\"touchline-map\","),
		"lists without end":   fill("%PDF-1.7stream\n{\"format\":\"touchline-map\",\"a\":", "["),
		"bomb":                pdfWith(bomb),
		"bombs":               pdfWith(bomb, append(bomb, 0), bomb, bomb, bomb, bomb, bomb, bomb),
		"bomb in a PNG":       pngWith(t, embed.PNGChunk(append([]byte(`{"format":"touchline-map","x":"`), make([]byte, 100<<20)...))),
		"chunks":              fill("\x89PNG\r\n\x1a\n", "\x00\x00\x00\x00iTXt\x00\x00\x00\x00"),
		"empty maps in a PNG": fill("\x89PNG\r\n\x1a\n", string(embed.PNGChunk([]byte(`{"format":"touchline-map"}`)))),
		"maps in an SVG":      fill("<svg>", "<map>"),
		"colons in an SVG":    fill("<svg>", "<a:map "),
		"words in an SVG":     fill("<svg>", "map"),
		"tags in an SVG":      fill("<svg>", "<map map:map"),
		"base64 in an SVG":    fill("<svg>", "<map>eJw=</map>"),
		"one long element":    append(fill("<svg><map>", "eJwA"), "</map>"...),
	}
	for name, file := range tests {
		t.Run(name, func(t *testing.T) {
			m, err := embed.Find(file)
			if m != nil || err == nil || errors.Is(err, embed.ErrKind) {
				t.Error(err)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	m := flight(f)
	for _, file := range carriers(f, encoded(f, m)) {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		got, err := embed.Find(file)
		if (got == nil) == (err == nil) {
			t.Fatal("neither a map nor an error, or both")
		}
		if got == nil {
			return
		}
		if again, err := embed.Decode(encoded(t, got)); err != nil || !bytes.Equal(encoded(t, again), encoded(t, got)) {
			t.Fatal("a map that cannot be carried again")
		}
	})
}
