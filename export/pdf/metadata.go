package pdf

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// information returns the information dictionary.
func (x *writing) information() []byte {
	b := []byte("<</Producer " + textString(x.producer()))
	for _, e := range []struct{ key, value string }{{"Title", x.doc.Title}, {"Subject", x.doc.Subject}} {
		if e.value != "" {
			b = appendText(append(b, " /"+e.key+" "...), e.value)
		}
	}
	if !x.doc.Date.IsZero() {
		at := x.pdfDate()
		b = append(b, " /CreationDate "+at+" /ModDate "+at...)
	}
	return append(b, ">>"...)
}

func (x *writing) producer() string { return strings.TrimSpace("Touchline " + x.o.Version) }

func (x *writing) pdfDate() string { return x.doc.Date.UTC().Format("(D:20060102150405+00'00')") }

// languageTag is what a language looks like (BCP 47), as in "pt-BR".
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// lang returns the language of the document, or nothing where it is no tag.
func (x *writing) lang() string { return languageTag.FindString(x.doc.Lang) }

// accessible reports whether the file may say of itself that it keeps to
// PDF/UA-1: it does where it has a title and a language.
func (x *writing) accessible() bool {
	return strings.TrimSpace(clean(x.doc.Title)) != "" && x.lang() != ""
}

// metadata returns the same in XMP (ISO 16684-1), as a stream that programs find
// without reading PDF.
func (x *writing) metadata() []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"" +
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n" +
		"<dc:format>application/pdf</dc:format>\n")
	put := func(before, value, after string) {
		if value = clean(value); strings.TrimSpace(value) != "" {
			b.WriteString(before)
			_ = xml.EscapeText(&b, []byte(value)) // a strings.Builder takes everything
			b.WriteString(after + "\n")
		}
	}
	const alt, end = "<rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt>"
	put("<dc:title>"+alt, x.doc.Title, end+"</dc:title>")
	put("<dc:description>"+alt, x.doc.Subject, end+"</dc:description>")
	put("<dc:language><rdf:Bag><rdf:li>", x.lang(), "</rdf:li></rdf:Bag></dc:language>")
	if !x.doc.Date.IsZero() {
		at := x.doc.Date.UTC().Format("2006-01-02T15:04:05Z")
		put("<xmp:CreateDate>", at, "</xmp:CreateDate>")
		put("<xmp:ModifyDate>", at, "</xmp:ModifyDate>")
	}
	put("<pdf:Producer>", x.producer(), "</pdf:Producer>")
	if x.accessible() {
		put("<pdfuaid:part>", "1", "</pdfuaid:part>")
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return fmt.Appendf(nil, "<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream", b.Len(), b.String())
}

// clean returns s without what XML cannot hold, control characters as spaces as
// in the information dictionary.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\uFEFF' || r&0xFFFE == 0xFFFE || r == utf8.RuneError {
			return ' '
		}
		return r
	}, s)
}
