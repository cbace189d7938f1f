package storage

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"touchline.app/journey"
)

// Read returns the rows of the map at path and changes nothing on disk: a map of
// an older version, or one a program was stopped in, is read from a copy. Its
// errors are those of Open.
func Read(path string) (*journey.Map, error) {
	m, err := read(context.Background(), path)
	return m, explain("open", path, err)
}

func read(ctx context.Context, path string) (*journey.Map, error) {
	path, err := resolve(path)
	if err != nil {
		return nil, err
	}
	h, err := inspect(path)
	if err != nil {
		return nil, err
	}
	return readAs(ctx, path, h)
}

// readAs reads the file at path, whose header is h.
func readAs(ctx context.Context, path string, h header) (*journey.Map, error) {
	if h.hot && h.version <= Version {
		before := stamp(path)
		m, err := readCopy(ctx, path, true)
		if stamp(path) == before {
			return m, err
		}
		return read(ctx, path) // no program was stopped, a slow one was writing
	}
	if h.version > Version {
		return readNewer(ctx, path, h)
	}
	if h.version < Version {
		return readCopy(ctx, path, false)
	}
	c, err := connect(ctx, path, forReading)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	m, _, err := load(ctx, c, true)
	if unwritable(err) { // a program was stopped since the header was read, and a reader may not roll back
		if h, e := inspect(path); e == nil && h.hot {
			return readAs(ctx, path, h)
		}
	}
	return m, err
}

// stamp tells one state of a file and its journal from another.
func stamp(path string) string {
	var s string
	for _, name := range []string{path, path + "-journal"} {
		if info, err := os.Stat(name); err == nil {
			s += fmt.Sprint(info.Size(), info.ModTime().UnixNano(), " ")
		}
	}
	return s
}

// readCopy reads the file through a temporary copy of it and its journal.
func readCopy(ctx context.Context, path string, hot bool) (*journey.Map, error) {
	folder, err := bench()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	twin := filepath.Join(folder, "map.journey")
	if err := copyStart(path, twin, largest); err != nil {
		return nil, err
	}
	if hot {
		if err := copyStart(path+"-journal", twin+"-journal", largest); err != nil {
			return nil, err
		}
	}
	return modernize(ctx, twin)
}
