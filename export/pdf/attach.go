package pdf

import (
	"crypto/md5" // the format asks for it, as a checksum
	"fmt"
	"strings"
)

// attach adds the attachment and returns its entries of the catalogue: in the
// list of files within the file, and as what the document was made from
// (ISO 32000-2, 14.13).
func (x *writing) attach(d *objects) (names, entries []byte) {
	a := x.o.Attachment
	if a == nil {
		return nil, nil
	}
	sum := md5.Sum(a.Data)
	dict := fmt.Sprintf("/Type /EmbeddedFile /Subtype %s /Params <</Size %d /CheckSum <%x>", pdfName(a.MIME), len(a.Data), sum)
	if !x.doc.Date.IsZero() {
		dict += " /ModDate " + x.pdfDate()
	}
	data := d.add(streamOf(dict+">>", a.Data))
	name := strings.Map(func(r rune) rune {
		if r == '/' || r == '\\' || r == ':' {
			return '_' // it is a name, no path
		}
		return r
	}, clean(a.Name))
	spec := []byte("<</Type /Filespec /AFRelationship /Source")
	for _, key := range []string{" /F ", " /UF "} {
		spec = appendText(append(spec, key...), name)
	}
	if a.Description != "" {
		spec = appendText(append(spec, " /Desc "...), a.Description)
	}
	file := d.add(fmt.Appendf(spec, " /EF <</F %d 0 R /UF %d 0 R>>>>", data, data))
	names = fmt.Appendf(nil, "/EmbeddedFiles <</Names [%s %d 0 R]>>", textString(name), file)
	return names, fmt.Appendf(nil, " /AF [%d 0 R]", file)
}

// pdfName returns s as a name.
func pdfName(s string) string {
	b := []byte("/")
	for _, c := range []byte(s) {
		if c > ' ' && c < 0x7F && !strings.ContainsRune("#/()<>[]{}%", rune(c)) {
			b = append(b, c)
		} else if c != 0 {
			b = fmt.Appendf(b, "#%02X", c)
		}
	}
	return string(b)
}
