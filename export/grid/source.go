package grid

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"

	"touchline.app/journey/phrase"
)

// Source is a table that can be read again and again.
type Source interface {
	Name() string // of the file, without folder
	Open() (io.ReadCloser, error)
}

// File is a table on disk.
type File string

// Name implements Source.
func (f File) Name() string { return filepath.Base(string(f)) }

// Open implements Source.
func (f File) Open() (io.ReadCloser, error) {
	file, err := os.Open(string(f))
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, errors.Join(phrase.Errorf("%s is a folder; choose a file in it", f), file.Close())
	}
	return file, nil
}

type held struct {
	name string
	data []byte
}

// Bytes is a table in memory.
func Bytes(name string, data []byte) Source { return held{name, data} }

func (h held) Name() string { return h.name }

func (h held) Open() (io.ReadCloser, error) { return inMemory{bytes.NewReader(h.data)}, nil }

type inMemory struct{ *bytes.Reader }

func (inMemory) Close() error { return nil }

// Size returns the size of a source in bytes, or 0 where it is not known.
func Size(s Source) int64 {
	switch s := s.(type) {
	case File:
		if info, err := os.Stat(string(s)); err == nil {
			return info.Size()
		}
	case held:
		return int64(len(s.data))
	}
	return 0
}

// head returns up to n bytes from the beginning of a source, and whether there
// are more.
func head(s Source, n int) (data []byte, more bool, err error) {
	r, err := s.Open()
	if err != nil {
		return nil, false, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	data, err = io.ReadAll(io.LimitReader(r, int64(n)+1))
	if len(data) > n {
		return data[:n], true, err
	}
	return data, false, err
}
