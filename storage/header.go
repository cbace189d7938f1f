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

// The places of a SQLite header this package reads, its values, and what lies beside.
const (
	headerSize = 100
	magic      = "SQLite format 3\x00"
	atPageSize = 16
	atFormat   = 18 // two bytes, 2 where the file is in WAL mode
	atPages    = 28
	atVersion  = 60
	atAppID    = 68
	walEnd     = "-wal" // ends the name of what WAL mode keeps beside a file
)

// header is what the first bytes of a file say, before SQLite sees it.
type header struct {
	version int  // of the schema
	hot     bool // a journal waits beside the file: a program was stopped while it wrote
	moving  bool // the file grew or shrank while it was looked at
	wal     bool // another program put it into WAL mode
	beside  bool // changes lie beside it that another program has not put into it
}

// regular refuses what is no file of bytes. It is asked before anything is opened:
// who opens a pipe waits until somebody writes into it.
func regular(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, notMap("a folder")
	case !info.Mode().IsRegular():
		return nil, notMap("a device or a pipe")
	}
	return info, nil
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
	info, err := regular(path)
	if err != nil {
		return h, err
	}
	if info.Size() == 0 {
		return h, notMap("an empty file")
	}
	f, err := os.Open(path)
	if err != nil {
		return h, err
	}
	defer f.Close()
	var b [headerSize]byte
	n, err := io.ReadFull(f, b[:])
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return h, err
	}
	if h.hot, err = hotJournal(path); err != nil {
		return h, err
	}
	h.beside = leftWAL(path)
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
		h.wal = true
		return &fault{kind: ErrDamaged, text: "another program has put this map into WAL mode, where a copy loses changes; " +
			"close it there, then run: PRAGMA journal_mode=DELETE"}
	case h.beside:
		return &fault{kind: ErrDamaged, text: "changes that another program has not put into this map lie beside it, in a file whose name ends in -wal; " +
			"close it there, or run: touchline check FILE --salvage NEW.journey"}
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

// hotJournal reports whether SQLite would have to roll back when it opens path: what
// does not begin with a zero counts, whether a journal or not.
func hotJournal(path string) (bool, error) {
	name := path + "-journal"
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("look for a journal: %w", err)
	case !info.Mode().IsRegular():
		return false, damage("what lies beside it in the place of its journal is no file")
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("look for a journal: %w", err)
	}
	defer f.Close()
	var b [1]byte
	if _, err = io.ReadFull(f, b[:]); errors.Is(err, io.EOF) {
		return false, nil
	}
	return b[0] != 0, err
}

// leftWAL reports whether SQLite would read changes that lie beside a map. This
// program never leaves any; they may belong to a file that was there before.
func leftWAL(path string) bool {
	info, err := os.Stat(path + walEnd)
	return err == nil && info.Size() > 0
}
