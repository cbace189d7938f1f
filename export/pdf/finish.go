package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"sort"

	"touchline.app/export/page"
)

// finish puts right what gofpdf cannot say: what the codes of the fonts stand
// for, the names the content uses, layers, structure, bookmarks, links,
// metadata, the attachment, and an identity made of the content.
func (x *writing) finish(raw []byte) ([]byte, error) {
	d, err := parse(raw)
	if err != nil {
		return nil, err
	}
	if len(d.pages) != len(x.sheets) {
		return nil, fmt.Errorf("%w: %d pages, not %d", errOutput, len(d.pages), len(x.sheets))
	}
	fonts, err := d.fonts(x.painter.fonts)
	if err != nil {
		return nil, err
	}
	images, err := x.fill(d)
	if err != nil {
		return nil, err
	}
	layers := x.writeLayers(d)
	d.resources(fonts, images, d.forms(x.painter.fonts), &x.painter.alphas, layers)
	annotations := x.annotations(d)
	structure := x.structure(d, annotations)
	for i, n := range d.pages {
		d.extend(n, x.pageEntries(i, annotations, bytes.Contains(d.body[n], []byte("/Group "))))
	}
	d.body[d.info] = x.information()
	d.body[d.root] = x.catalog(d, layers, structure)
	return d.encode(), nil
}

// resourcesObject is the number gofpdf gives the resources of all pages.
const resourcesObject = 2

// pageEntries returns what gofpdf leaves out of a page: how colours mix, which
// elements the content belongs to, and the links.
func (x *writing) pageEntries(sheet int, all []annotation, grouped bool) []byte {
	b := fmt.Appendf(nil, " /StructParents %d /Tabs /S", sheet)
	if !grouped {
		b = append(b, " /Group <</Type /Group /S /Transparency /CS /DeviceRGB>>"...)
	}
	first := sort.Search(len(all), func(i int) bool { return all[i].sheet >= sheet }) // they are in order
	for i := first; i < len(all) && all[i].sheet == sheet; i++ {
		if i == first {
			b = append(b, " /Annots ["...)
		}
		b = fmt.Appendf(b, "%d 0 R ", all[i].object)
	}
	if first < len(all) && all[first].sheet == sheet {
		b = append(b, ']')
	}
	return b
}

// catalog returns the catalogue of the file.
func (x *writing) catalog(d *objects, layers []layer, structure int) []byte {
	b := fmt.Appendf(nil, "<</Type /Catalog /Pages 1 0 R /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R", structure)
	if l := x.lang(); l != "" {
		b = append(b, " /Lang ("+l+")"...)
	}
	b = append(b, " /ViewerPreferences <<"+x.preferences()+">>"...)
	b = fmt.Appendf(b, " /Metadata %d 0 R", d.add(x.metadata()))
	if outlines := x.outlines(d); outlines > 0 {
		b = fmt.Appendf(b, " /Outlines %d 0 R", outlines)
	}
	b = append(b, layerProperties(layers)...)
	names, attached := x.attach(d)
	if names != nil {
		b = append(append(append(b, " /Names <<"...), names...), ">>"...)
	}
	return append(append(b, attached...), ">>"...)
}

// preferences returns what the file asks of who shows or prints it. Sheets that
// belong together are printed as large as they are, or they would not fit.
func (x *writing) preferences() string {
	s := ""
	if x.doc.Title != "" {
		s += "/DisplayDocTitle true"
	}
	if x.fromRight() {
		s += " /Direction /R2L"
	}
	first := x.doc.Sheets[0].Size
	if len(x.doc.Sheets) > 1 && !slices.ContainsFunc(x.doc.Sheets, func(s page.Sheet) bool { return s.Size != first }) {
		s += " /PrintScaling /None"
	}
	return s
}

// fill puts the content of the pages in the place of what gofpdf has written
// there: the pictures, one after the other. It returns their objects.
func (x *writing) fill(d *objects) ([]int, error) {
	var drawn []byte
	for i, number := range d.pages {
		n, ok := d.reference(d.body[number], "/Contents ")
		if !ok {
			return nil, fmt.Errorf("%w: content of page %d", errOutput, i+1)
		}
		drawn, d.body[n] = d.body[n], x.sheets[i].packed.stream()
	}
	var images []int
	for {
		_, after, ok := bytes.Cut(drawn, []byte(" cm /I"))
		if !ok {
			break
		}
		name, rest, _ := bytes.Cut(after, []byte(" "))
		n, ok := d.reference(d.body[resourcesObject], "/I"+string(name)+" ")
		if !ok {
			return nil, fmt.Errorf("%w: picture %s", errOutput, name)
		}
		images, drawn = append(images, n), rest
	}
	if len(images) != len(x.painter.images) {
		return nil, fmt.Errorf("%w: %d of %d pictures", errOutput, len(images), len(x.painter.images))
	}
	return images, nil
}

// resources says what the names in the content mean; forms are entries already.
func (d *objects) resources(fonts map[string]int, images []int, forms []byte, alphas *[256]bool, layers []layer) {
	b := []byte("<</Font <<")
	for _, name := range slices.Sorted(maps.Keys(fonts)) {
		b = fmt.Appendf(b, "/%s %d 0 R ", name, fonts[name])
	}
	b = append(b, ">> /XObject <<"...)
	for i, n := range images {
		b = fmt.Appendf(b, "/I%d %d 0 R ", i, n)
	}
	b = append(append(b, forms...), ">> /ExtGState <<"...)
	for a, used := range alphas {
		if used {
			v := number(nil, float64(a)/255, 3)
			b = fmt.Appendf(b, "/A%d <</ca %s /CA %s>> ", a, v, v)
		}
	}
	b = append(b, ">> /Properties <<"...)
	for i, l := range layers {
		b = fmt.Appendf(b, "/L%d %d 0 R ", i, l.object)
	}
	d.body[resourcesObject] = append(b, ">>>>"...)
}
