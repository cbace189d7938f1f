package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"touchline.app/export/open"
	"touchline.app/journey"
	"touchline.app/storage"
)

// extension ends the name of a map's file.
const extension = ".journey"

// sqliteMagic begins every .journey file.
var sqliteMagic = []byte("SQLite format 3\x00")

// load reads the map of a .journey file, or of any other format a map can be read
// from, told apart by what is in it. Warnings go to the error output, a line each.
func (p *program) load(path string) (*journey.Map, error) {
	if strings.EqualFold(filepath.Ext(path), extension) {
		return p.loadStored(path)
	}
	data, err := readAll(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, plain(err))
	}
	if data == nil {
		return p.loadStored(path)
	}
	m, warnings, err := open.Map(path, data)
	if err != nil {
		return nil, err
	}
	for _, w := range warnings {
		p.warn(path + ": " + w.String())
	}
	return m, nil
}

// loadStored reads a .journey file. Only package storage opens one: it knows how.
func (p *program) loadStored(path string) (*journey.Map, error) {
	m, err := storage.Read(path)
	if err != nil {
		return nil, err
	}
	if newer := storage.Newer(path); newer != nil {
		p.warn(path + ": " + newer.Error())
	}
	return m, nil
}

var (
	errFolder  = errors.New("it is a folder; choose a file in it")
	errMissing = errors.New("there is no such file; check the name")
	errNoRight = errors.New("it may not be read; ask its owner for access")
	errTooLong = errors.New("it is too large for a file that holds a map")
)

// readAll returns what is in a file, or nil where that is a map's.
func readAll(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil {
		return nil, err
	} else if info.IsDir() {
		return nil, errFolder
	}
	head := make([]byte, len(sqliteMagic))
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	if bytes.Equal(head, sqliteMagic) {
		return nil, nil
	}
	rest, err := io.ReadAll(io.LimitReader(f, open.MaxSize+1))
	if len(rest) > open.MaxSize {
		return nil, errTooLong
	}
	return append(head[:n], rest...), err
}

// plain finds words for what the operating system reports.
func plain(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errMissing
	case errors.Is(err, fs.ErrPermission):
		return errNoRight
	}
	return err
}
