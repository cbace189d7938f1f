package document

import (
	"errors"
	"io/fs"
	"os"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
	"touchline.app/storage"
)

// OpenFile opens the file of a map.
func OpenFile(path string) (Store, *journey.Map, error) {
	f, m, err := storage.Open(path)
	if err != nil {
		return nil, nil, err
	}
	return f, m, nil
}

// CreateFile writes a map into a new file.
func CreateFile(path string, m *journey.Map) (Store, error) {
	f, err := storage.Create(path, m)
	if err != nil {
		return nil, err
	}
	return f, nil
}

// CopyFile makes a copy with everything the file holds; where that cannot be
// read any more it writes the map as the window has it.
func CopyFile(from Store, path string, m *journey.Map) (Store, bool, error) {
	f, ok := from.(*storage.File)
	if !ok {
		return nil, false, phrase.New("this map has no file to copy")
	}
	if f.SaveAs(path) == nil {
		if to, _, err := OpenFile(path); err == nil {
			return to, false, nil
		}
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, false, err
	}
	to, err := CreateFile(path, m)
	return to, true, err
}
