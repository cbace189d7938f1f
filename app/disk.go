package app

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"touchline.app/app/say"
	"touchline.app/export"
	"touchline.app/export/open"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
	"touchline.app/journey/sample"
	"touchline.app/storage"
)

// extension ends the name of a map's file.
const extension = ".journey"

// isMap reports whether a file is a map of ours rather than something a map can
// be read from. One with the name of a map is not looked into: the program that
// has it open would lose its locks on it.
func isMap(path string) bool {
	if strings.EqualFold(filepath.Ext(path), extension) {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(mapMagic))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == mapMagic
}

// mapMagic begins every map's file.
const mapMagic = "SQLite format 3\x00"

// importMap reads the map a file carries or describes.
func importMap(path string) (*journey.Map, []export.Warning, error) {
	data, err := readWhole(path)
	if err != nil {
		return nil, nil, phrase.Errorf("open %s: %w", path, err)
	}
	return open.Map(filepath.Base(path), data)
}

// readWhole reads a file of a size that can be a map.
func readWhole(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unread(err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, phrase.New("it is a folder; choose a file in it")
	case !info.Mode().IsRegular():
		return nil, phrase.New("it is no file; choose another")
	case info.Size() > open.MaxSize:
		return nil, phrase.New("it is too large to hold a map; choose another")
	}
	return io.ReadAll(io.LimitReader(f, open.MaxSize+1))
}

// unread finds words for what the system reports.
func unread(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return phrase.New("there is no such file; check the name")
	case errors.Is(err, fs.ErrPermission):
		return phrase.New("it may not be read; ask its owner for access")
	}
	return err
}

// fromTemplate returns a new map of a template.
func fromTemplate(name string, ids *journey.IDs) (*journey.Map, error) {
	m, err := sample.Named(name, ids)
	if err != nil {
		return nil, err
	}
	if m.Head.Title == "" {
		m.Head.Title = say.Text("untitled")
	}
	return m, nil
}

// freePath returns a path in dir that does not exist yet: "name.journey",
// "name 2.journey" and so on.
func freePath(dir, name, extension string) string {
	for n := 1; ; n++ {
		path := filepath.Join(dir, name+extension)
		if n > 1 {
			path = filepath.Join(dir, name+" "+strconv.Itoa(n)+extension)
		}
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path
		}
	}
}

// scratchFolder is where maps live that nobody has given a place yet.
func scratchFolder() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(dir, "touchline")
	return dir, os.MkdirAll(dir, 0o700)
}

// fileName makes a name for a file of a title.
func fileName(title string) string {
	name := strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return ' '
		}
		return r
	}, title))
	if rs := []rune(name); len(rs) > 60 {
		name = string(rs[:60])
	}
	return say.OrElse(strings.Trim(name, ". "), say.Text("untitled"))
}

// watchPath calls notify when the file or what lies beside it changes.
func watchPath(path string, notify func()) (closer, error) {
	w, err := storage.WatchFile(path, notify)
	if err != nil {
		return nil, err
	}
	return w, nil
}

// takeEmpty removes a file without anything in it, if there is one.
func takeEmpty(path string) error {
	st, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || st.Size() > 0 {
		return err
	}
	return os.Remove(path)
}
