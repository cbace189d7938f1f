package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"touchline.app/export/open"
	"touchline.app/journey"
	"touchline.app/storage"
)

// library is what a person keeps in the folder of her own: pieces for the
// palette, and maps to begin with.
type library struct {
	groups    []ownGroup
	templates []ownTemplate
	broken    []brokenFile
}

// ownTemplate is a file a new map can begin with.
type ownTemplate struct{ name, path string }

// brokenFile is a file of the folder that cannot be used.
type brokenFile struct {
	name string
	err  error
}

// exampleName is the file that shows how the others are written. Its name makes
// it one that is not read itself.
const exampleName = "Save as NAME.palette.txt"

// exampleText is in the folder from the start.
const exampleText = `// Saved under a name that ends in .palette, this file gives the palette these pieces at once.
// A line with # begins a group. Each further line is a touchpoint; after | stands its channel.
// The line with stages: shows the group only for stages that are called so; leave it out to show it always.
// Maps in this folder, .journey files or exports, are offered when a new map is made.

# Our service desk
stages: Use, Service
Calls the service desk | Phone
Describes the fault in the chat | Chat
pain point: Has to explain it all again
opportunity: Hand over what was said before
note: “Again from the start?”
`

// libraryFolder is where a person keeps her own palette and templates. It is
// made, with an example, where there is none.
func libraryFolder() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(dir, "touchline", "palette")
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	return dir, os.WriteFile(filepath.Join(dir, exampleName), []byte(exampleText), 0o600)
}

// readLibrary reads the folder. What is broken in it is named, and nothing else
// suffers.
func readLibrary(dir string) *library {
	l := &library{}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		l.broken = append(l.broken, brokenFile{filepath.Base(dir), unread(err)})
	}
	for _, e := range entries {
		if name := e.Name(); !e.IsDir() && !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, "~") {
			l.read(filepath.Join(dir, name))
		}
	}
	return l
}

func (l *library) read(path string) {
	name := filepath.Base(path)
	ext := strings.ToLower(filepath.Ext(name))
	var err error
	switch {
	case ext == paletteExtension:
		var groups []ownGroup
		if groups, err = readPalette(path); err == nil {
			l.groups = append(l.groups, groups...)
		}
	case ext == extension:
		_, err = storage.Read(path)
	case slices.Contains(open.Extensions, ext):
		_, _, err = importMap(path)
	default:
		return // something of another program
	}
	switch {
	case err != nil:
		l.broken = append(l.broken, brokenFile{name, err})
	case ext != paletteExtension:
		l.templates = append(l.templates, ownTemplate{strings.TrimSuffix(name, filepath.Ext(name)), path})
	}
}

// readTemplate returns the map of a file a new one begins with. The file stays
// as it is.
func readTemplate(path string) (*journey.Map, error) {
	if isMap(path) {
		return storage.Read(path)
	}
	m, _, err := importMap(path)
	return m, err
}

// openTemplate begins a new map with what is in a file.
func (e *editor) openTemplate(path string) {
	e.unlessUnsaved(func() { e.begin(func() (*journey.Map, error) { return readTemplate(path) }) })
}

// openLibraryFolder shows the folder in the file manager.
func (e *editor) openLibraryFolder() {
	dir, err := libraryFolder()
	if err != nil {
		e.failed(err)
		return
	}
	e.openFile(dir)
}
