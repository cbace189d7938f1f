// Package embed carries a whole map inside the PDF, PNG or SVG made of it, and
// finds it there again.
//
// What travels is the compact form of the JSON of package json, with the digest
// of its content: [Encode] makes it, [Decode] and [Find] take back nothing that
// says something else than what was encoded. Each output has its place for it:
//
//   - PDF: an attachment called [Name] of type [MIME]
//   - PNG: a compressed iTXt chunk with the keyword [PNGKeyword], see [PNGChunk]
//   - SVG: an element inside metadata, see [SVGElement]
//
// The package knows no file, no scene and none of the packages that draw. What
// it reads counts as hostile: size and work are bounded, and no input panics.
package embed

// What a carried map is called.
const (
	Name        = "map.touchline.json"                      // of the attachment of a PDF
	MIME        = "application/vnd.touchline.map+json"      // of the attachment of a PDF
	Description = "The map of this document, for Touchline" // of the attachment of a PDF
	PNGKeyword  = "Touchline map"                           // of the iTXt chunk of a PNG
	Namespace   = "https://touchline.app/ns"                // of the element of an SVG
	Element     = "touchline:map"                           // of an SVG, with its prefix
)
