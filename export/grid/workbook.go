package grid

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"touchline.app/journey/phrase"
)

// The most a workbook may hold. A sheet above spill is unpacked to a temporary
// file instead of memory.
const (
	maxWorkbook = 256 << 20 // bytes, packed
	maxUnpacked = 4 << 30   // bytes
	maxHeld     = 64 << 20  // bytes unpacked, apart from rows and texts
	maxParts    = 10_000
	spill       = 8 << 20 // bytes
	maxCells    = 400_000_000
)

// sheet is a sheet of a workbook as rows.
type sheet struct {
	book   *excelize.File
	in     *excelize.Rows
	file   io.Closer
	row    int
	cells  int
	out    [][]byte
	faults faults
}

func openBook(from io.Reader) (book *excelize.File, err error) {
	defer recovered(&err)
	data, err := io.ReadAll(io.LimitReader(from, maxWorkbook+1))
	if err != nil {
		return nil, err
	}
	if err := fits(data); err != nil {
		return nil, err
	}
	book, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: spill,
	})
	if err != nil {
		return nil, unreadable(err)
	}
	return book, nil
}

func unreadable(err error) error {
	return refusal("it is no Excel workbook that can be read (%s); save the sheet as CSV", Clean(err.Error(), 120))
}

// fits refuses a workbook that would unpack to more than the program can hold:
// rows and texts go to a temporary file, everything else to memory.
func fits(data []byte) error {
	if len(data) > maxWorkbook {
		return refusal("the workbook is larger than 256 MB; save the sheet as CSV")
	}
	parts, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return unreadable(err)
	}
	held := uint64(0)
	for _, p := range parts.File {
		if name := strings.ToLower(p.Name); !strings.Contains(name, "worksheets/") && !strings.HasSuffix(name, "sharedstrings.xml") {
			held += p.UncompressedSize64
		}
	}
	if held > maxHeld || len(parts.File) > maxParts {
		return refusal("the workbook unpacks to more than a table needs; save the sheet as CSV")
	}
	return nil
}

// recovered turns a panic of the library over a damaged workbook into an error.
func recovered(err *error) {
	if r := recover(); r != nil {
		*err = refusal("the workbook is damaged; save the sheet as CSV")
	}
}

func openSheet(from io.Reader, name string, file io.Closer) (out rows, err error) {
	book, err := openBook(from)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, book.Close())
		}
	}()
	defer recovered(&err)
	in, err := book.Rows(name)
	if err != nil {
		return nil, refusal("the workbook has no sheet %.40q; it has %s", name, strings.Join(book.GetSheetList(), ", "))
	}
	return &sheet{book: book, in: in, file: file}, nil
}

func (s *sheet) next() (cells [][]byte, err error) {
	defer recovered(&err)
	if !s.in.Next() {
		if err := s.in.Error(); err != nil {
			return nil, &Refusal{s.row + 1, phrase.Of("the sheet is damaged: %s", Clean(err.Error(), 120))}
		}
		return nil, io.EOF
	}
	s.row++
	row, err := s.in.Columns()
	if err != nil {
		return nil, &Refusal{s.row, phrase.Of("the sheet is damaged: %s", Clean(err.Error(), 120))}
	}
	if s.cells += len(row) + 1; s.cells > maxCells {
		return nil, &Refusal{s.row, phrase.Of("the sheet has more cells than can be read; save the part that is needed as CSV")}
	}
	s.out = s.out[:0]
	for _, c := range row {
		s.out = append(s.out, []byte(c[:min(len(c), maxCell)]))
	}
	return s.out, nil
}

func (s *sheet) at() int        { return s.row }
func (s *sheet) found() []Fault { return s.faults }

func (s *sheet) Close() error { return errors.Join(s.in.Close(), s.book.Close(), s.file.Close()) }

// sniffWorkbook takes the sheet that is wished for, or the first with two rows.
func sniffWorkbook(ctx context.Context, src Source, wish Wish) (Preview, error) {
	file, err := src.Open()
	if err != nil {
		return Preview{}, err
	}
	defer file.Close()
	book, err := openBook(file)
	if err != nil {
		return Preview{}, err
	}
	defer book.Close()
	names := book.GetSheetList()
	if wish.Sheet != "" {
		if !slices.Contains(names, wish.Sheet) {
			return Preview{}, refusal("the workbook has no sheet %.40q; it has %s", wish.Sheet, strings.Join(names, ", "))
		}
		return sniffSheet(ctx, book, wish.Sheet, names, wish)
	}
	var first Preview
	firstErr := error(refusal("the workbook has no sheet with cells"))
	for i, name := range names {
		p, err := sniffSheet(ctx, book, name, names, wish)
		if err == nil && len(p.Rows) > 0 {
			return p, nil
		}
		if i == 0 && err == nil {
			first, firstErr = p, nil
		}
	}
	return first, firstErr
}

func sniffSheet(ctx context.Context, book *excelize.File, name string, names []string, wish Wish) (p Preview, err error) {
	defer recovered(&err)
	in, err := book.Rows(name)
	if err != nil {
		return Preview{}, refusal("the sheet %.40q cannot be read: %s", name, Clean(err.Error(), 120))
	}
	defer in.Close()
	sampled, lines, err := sample(ctx, &sheet{book: book, in: in, file: io.NopCloser(nil)}, false)
	if err != nil {
		return Preview{}, err
	}
	if len(sampled) == 0 {
		return Preview{}, refusal("the sheet %.40q is empty", name)
	}
	return preview(Layout{Sheet: name, Sheets: names}, wish, sampled, lines, nil)
}
