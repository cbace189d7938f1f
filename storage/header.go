package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

// The places of a SQLite header this package reads, and its values.
const (
	headerSize  = 100
	magic       = "SQLite format 3\x00"
	atPageSize  = 16
	atFormat    = 18 // two bytes, 2 where the file is in WAL mode
	atPages     = 28
	atVersion   = 60
	atAppID     = 68
	journalMark = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
)

// header is what the first bytes of a file say, before SQLite sees it.
type header struct {
	version int  // of the schema
	hot     bool // a journal waits beside the file: a program was stopped while it wrote
	moving  bool // the file grew or shrank while it was looked at
}

// settling is how long a program may take to write before its journal counts as
// left behind: so many looks, so far apart.
const (
	settleLooks = 10
	settlePause = 30 * time.Millisecond
)

// inspect reads the header of the file at path and refuses what no map can be.
func inspect(path string) (header, error) {
	var h header
	var err error
	for range settleLooks {
		if h, err = look(path); !h.hot && !h.moving {
			return h, err
		}
		time.Sleep(settlePause)
	}
	return h, err
}

func look(path string) (header, error) {
	var h header
	f, err := os.Open(path)
	if err != nil {
		return h, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return h, err
	}
	switch {
	case info.IsDir():
		return h, notMap("a folder")
	case !info.Mode().IsRegular():
		return h, notMap("a device")
	case info.Size() == 0:
		return h, notMap("an empty file")
	}
	var b [headerSize]byte
	n, err := io.ReadFull(f, b[:])
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return h, err
	}
	if h.hot, err = hotJournal(path); err != nil {
		return h, err
	}
	now, err := f.Stat()
	if err != nil {
		return h, err
	}
	h.moving = now.Size() != info.Size()
	return h, h.check(b[:n], info.Size())
}

// check reads the bytes of a header into h; size is the length of the file.
func (h *header) check(b []byte, size int64) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return notMap("another kind of file")
	}
	if len(b) < headerSize {
		return damage("it ends after %d bytes", len(b))
	}
	if id := binary.BigEndian.Uint32(b[atAppID:]); id != appID {
		return notMap("the database of another program")
	}
	h.version = int(binary.BigEndian.Uint32(b[atVersion:]))
	switch {
	case h.version < 1:
		return damage("its version is %d", h.version)
	case b[atFormat] != 1 || b[atFormat+1] != 1:
		return &fault{kind: ErrDamaged, text: "another program has put this map into WAL mode, where a copy loses changes; " +
			"close it there, then run: PRAGMA journal_mode=DELETE"}
	}
	page := int64(binary.BigEndian.Uint16(b[atPageSize:]))
	if page == 1 {
		page = 65536
	}
	want := page * int64(binary.BigEndian.Uint32(b[atPages:]))
	if !h.hot && size != want {
		return damage("it has %d bytes and should have %d", size, want)
	}
	return nil
}

// hotJournal reports whether SQLite would have to roll back when it opens path.
func hotJournal(path string) (bool, error) {
	f, err := os.Open(path + "-journal")
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("look for a journal: %w", err)
	}
	defer f.Close()
	var b [len(journalMark)]byte
	_, err = io.ReadFull(f, b[:])
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return false, nil
	}
	return string(b[:]) == journalMark, err
}
