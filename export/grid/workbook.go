package grid

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The most a workbook may hold.
const (
	maxWorkbook = 1 << 30   // bytes, packed
	maxHeld     = 64 << 20  // bytes unpacked, apart from rows and texts
	maxTexts    = 256 << 20 // bytes of the texts that cells share
	maxParts    = 10_000
	maxCells    = 400_000_000
	maxRatio    = 400 // of a large part, unpacked to packed
)

// book is a workbook that is open. The library tells what it is made of; the rows
// of a sheet are read by themselves, for they may be many.
type book struct {
	ctx    context.Context
	lib    *excelize.File
	names  []string // of the sheets
	parts  map[string]*zip.File
	paths  []string // of the sheets
	date04 bool     // days count from 1904 on
	texts  *texts   // nil: not read yet
	strung string   // the part that holds the texts
	styles map[int]style
	close  func() error
}

// openBook opens a workbook. Nothing of its sheets is read. Of a file that cannot
// be read at any place all is, through watched.
func openBook(ctx context.Context, file io.ReadCloser, watched io.Reader) (b *book, err error) {
	defer func() {
		if err != nil {
			err = errors.Join(err, file.Close())
		}
	}()
	defer recovered(&err)
	at, size, err := seekable(file, watched)
	if err != nil {
		return nil, err
	}
	if size > maxWorkbook {
		return nil, refusal("the workbook is larger than 1 GB; save the sheet as CSV")
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		return nil, unreadable(err)
	}
	b = &book{ctx: ctx, parts: map[string]*zip.File{}, styles: map[int]style{}, close: file.Close}
	if slices.ContainsFunc(z.File, func(p *zip.File) bool { return p.Name == "content.xml" || p.Name == "mimetype" }) {
		return nil, refusal("it is an OpenDocument file; save the table as CSV or .xlsx")
	}
	thin, err := b.thinned(z)
	if err != nil {
		return nil, err
	}
	if b.lib, err = excelize.OpenReader(bytes.NewReader(thin), excelize.Options{UnzipSizeLimit: maxHeld, UnzipXMLSizeLimit: maxHeld}); err != nil {
		return nil, unreadable(err)
	}
	return b, b.locate()
}

// seekable returns the file for reading at any place, from memory where it is no
// file on disk.
func seekable(file, watched io.Reader) (io.ReaderAt, int64, error) {
	type onDisk interface {
		io.ReaderAt
		io.Seeker
	}
	if f, ok := file.(onDisk); ok {
		size, err := f.Seek(0, io.SeekEnd)
		if err != nil {
			return nil, 0, err
		}
		_, err = f.Seek(0, io.SeekStart)
		return f, size, err
	}
	data, err := io.ReadAll(io.LimitReader(watched, maxWorkbook+1))
	return bytes.NewReader(data), int64(len(data)), err
}

// thinned returns the workbook without what its sheets hold, for the library.
func (b *book) thinned(z *zip.Reader) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	held := uint64(0)
	if len(z.File) > maxParts {
		return nil, tooMuch()
	}
	for _, p := range z.File {
		b.parts[strings.ToLower(strings.TrimPrefix(p.Name, "/"))] = p
		if strings.HasSuffix(p.Name, "/") || !described(p.Name) {
			continue
		}
		if held += p.UncompressedSize64; held > maxHeld {
			return nil, tooMuch()
		}
		if err := w.Copy(p); err != nil {
			return nil, unreadable(err)
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// described reports whether a part says what the workbook is made of, and is not
// one of its sheets, texts and pictures.
func described(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".rels") && !strings.Contains(name, "worksheets/") || strings.HasSuffix(name, "[content_types].xml") || strings.HasSuffix(name, "workbook.xml") ||
		strings.HasSuffix(name, "styles.xml")
}

func tooMuch() error {
	return refusal("the workbook unpacks to more than a table needs; save the sheet as CSV")
}

func unreadable(err error) error {
	return refusal("it is no Excel workbook that can be read (%s); save the sheet as CSV", Clean(err.Error(), 120))
}

// recovered turns a panic of the library over a damaged workbook into an error.
func recovered(err *error) {
	if r := recover(); r != nil {
		*err = refusal("the workbook is damaged; save the sheet as CSV")
	}
}

// locate finds out in which parts the sheets and their texts stand.
func (b *book) locate() error {
	list := b.lib.GetSheetList()
	if len(list) == 0 || b.lib.WorkBook == nil {
		return refusal("the workbook has no sheet with cells")
	}
	targets := b.targets()
	b.date04 = b.lib.WorkBook.WorkbookPr != nil && b.lib.WorkBook.WorkbookPr.Date1904
	for _, s := range b.lib.WorkBook.Sheets.Sheet {
		if target := targets[s.ID]; target != "" && b.parts[target] != nil {
			b.names, b.paths = append(b.names, s.Name), append(b.paths, target)
		}
	}
	return nil
}

// targets are the parts that the workbook names, by the ids it names them with.
func (b *book) targets() map[string]string {
	out := map[string]string{}
	for name, p := range b.parts {
		if !strings.HasSuffix(name, "workbook.xml.rels") || p.UncompressedSize64 > maxHeld {
			continue
		}
		in, err := p.Open()
		if err != nil {
			continue
		}
		var all struct {
			Relationship []struct {
				ID     string `xml:"Id,attr"`
				Target string `xml:",attr"`
				Type   string `xml:",attr"`
			}
		}
		err = errors.Join(xml.NewDecoder(in).Decode(&all), in.Close())
		folder := path.Dir(path.Dir(name))
		for _, r := range all.Relationship {
			target := path.Join(folder, r.Target)
			if strings.HasPrefix(r.Target, "/") {
				target = strings.TrimPrefix(r.Target, "/")
			}
			target = strings.ToLower(target)
			if err == nil {
				out[r.ID] = target
			}
			if strings.HasSuffix(r.Type, "/sharedStrings") {
				b.strung = target
			}
		}
	}
	return out
}

// openSheet begins to read a sheet of a workbook.
func openSheet(ctx context.Context, file io.ReadCloser, watched io.Reader, name string) (rows, error) {
	b, err := openBook(ctx, file, watched)
	if err != nil {
		return nil, err
	}
	s, err := b.sheet(name)
	if err != nil {
		return nil, errors.Join(err, b.close())
	}
	s.closes = append(s.closes, closing(b.close))
	return s, nil
}

type closing func() error

func (c closing) Close() error { return c() }

func (b *book) sheet(name string) (*sheet, error) {
	i := slices.Index(b.names, name)
	if i < 0 {
		return nil, refusal("the workbook has no sheet %.40q; it has %s", name, strings.Join(b.names, ", "))
	}
	in, size, err := b.part(b.paths[i])
	if err != nil {
		return nil, err
	}
	if size > 4<<20 {
		in = readAhead(in)
	}
	return &sheet{in: newMarkup(in), book: b, closes: []io.Closer{in}, total: size}, nil
}

// part opens a part of the workbook. One that is nearly all the same byte is no
// table.
func (b *book) part(name string) (io.ReadCloser, int64, error) {
	p := b.parts[name]
	if p.UncompressedSize64 > maxHeld && p.UncompressedSize64/maxRatio > p.CompressedSize64 {
		return nil, 0, tooMuch()
	}
	in, err := p.Open()
	if err != nil {
		return nil, 0, unreadable(err)
	}
	return struct {
		io.Reader
		io.Closer
	}{patient{b.ctx, in}, in}, int64(p.UncompressedSize64), nil
}

// patient stops reading when nobody waits for it any more.
type patient struct {
	ctx  context.Context
	from io.Reader
}

func (p patient) Read(out []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.from.Read(out)
}

// sniffWorkbook takes the sheet that is wished for, or the one that looks most like
// answers: the first with rows, unless it is a short one before a long one.
func sniffWorkbook(ctx context.Context, src Source, wish Wish) (best Preview, err error) {
	file, err := src.Open()
	if err != nil {
		return Preview{}, err
	}
	b, err := openBook(ctx, file, file)
	if err != nil {
		return Preview{}, err
	}
	defer func() { err = errors.Join(err, b.close()) }()
	if wish.Sheet != "" {
		return b.sniff(wish.Sheet, wish)
	}
	firstErr := error(refusal("the workbook has no sheet with cells"))
	most := 0
	for i, name := range b.names[:min(len(b.names), mostSheets)] {
		p, err := b.sniff(name, wish)
		if i == 0 && err != nil || ctx.Err() != nil {
			firstErr = err
		}
		if n := len(p.Rows) * min(len(p.Columns), 2); err == nil && (best.Layout.Sheet == "" || n > 3*most && most < shortSheet) {
			best, most = p, n
		}
	}
	if best.Layout.Sheet == "" {
		return Preview{}, firstErr
	}
	return best, nil
}

const (
	mostSheets = 50 // that are looked at
	shortSheet = 24 // cells of the first two columns, below which a sheet may be a cover
)

func (b *book) sniff(name string, wish Wish) (Preview, error) {
	in, err := b.sheet(name)
	if err != nil {
		return Preview{}, err
	}
	defer in.Close()
	sampled, lines, err := sample(b.ctx, in, false)
	if err != nil {
		return Preview{}, err
	}
	if len(sampled) == 0 {
		return Preview{}, refusal("the sheet %.40q is empty", name)
	}
	return preview(Layout{Sheet: name, Sheets: b.names}, wish, sampled, lines, nil)
}
