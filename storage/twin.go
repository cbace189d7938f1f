package storage

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// twin copies a damaged file, and what lies beside it, into a folder of its own, where
// it may be mended; call remove when done. Of a file larger than any map the first part
// is copied.
func (s *Salvaged) twin(ctx context.Context, path string) (name string, remove func(), err error) {
	info, err := regular(path)
	if err != nil {
		return "", nil, err
	}
	folder, err := bench()
	if err != nil {
		return "", nil, err
	}
	remove = func() { _ = os.RemoveAll(folder) }
	name = filepath.Join(folder, standIn)
	if err = s.copyWith(ctx, path, name); err != nil {
		remove()
		return "", nil, err
	}
	switch size := info.Size(); {
	case size > largest:
		s.Notes = append(s.Notes, fmt.Sprintf("The file is larger than any map; its first %d MB were read.", largest>>20))
	case size%pageSize != 0:
		s.Notes = append(s.Notes, "The file ends in the middle of a page; the text that stood there may be cut off.")
	}
	return name, remove, nil
}

// copyWith copies a file to name, with its journal and with changes that another
// program left beside it.
func (s *Salvaged) copyWith(ctx context.Context, path, name string) error {
	if err := copyStart(path, name, largest); err != nil {
		return err
	}
	if leftWAL(path) {
		if takeWAL(ctx, path, name) {
			s.Notes = append(s.Notes, "Changes that another program had left beside the file are in.")
			return nil
		}
		s.Notes = append(s.Notes, "Changes that lie beside the file, in one whose name ends in "+walEnd+", do not fit it and were left out.")
		if err := copyStart(path, name, largest); err != nil { // they may be half in
			return err
		}
	}
	if hot, _ := hotJournal(path); hot {
		return copyStart(path+"-journal", name+"-journal", largest)
	}
	return nil
}

// takeWAL puts the changes that lie beside the file at path into its copy. It reports
// whether that made a whole database of it: they may belong to another file.
func takeWAL(ctx context.Context, path, name string) bool {
	defer func() {
		_ = os.Remove(name + walEnd)
		_ = os.Remove(name + "-shm")
	}()
	if copyStart(path+walEnd, name+walEnd, largest) != nil {
		return false
	}
	c, err := connect(ctx, name, careful+"&mode=rw")
	if err != nil {
		return false
	}
	defer c.Close()
	finding := ""
	if c.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&finding) != nil || finding != "ok" {
		return false
	}
	_, err = c.ExecContext(ctx, "PRAGMA journal_mode=DELETE")
	return err == nil
}
