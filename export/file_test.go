package export

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// only fails unless the folder holds the named files and nothing else.
func only(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("folder holds %q, want %q", got, names)
	}
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v", path, got, err)
	}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.pdf")
	for _, want := range []string{"first", "the second is longer", ""} {
		if err := WriteFile(path, text(want)); err != nil {
			t.Fatal(err)
		}
		holds(t, path, want)
		only(t, dir, "a.pdf")
	}
}

func TestWriteFileKeepsPermissionsAndLinks(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := os.WriteFile(real, nil, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real", link); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(link, text("x")); err != nil {
		t.Fatal(err)
	}
	holds(t, real, "x")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if info, err := os.Stat(real); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("permissions %v, %v", info.Mode(), err)
	}
}

func TestWriteFileSaysThatANameIsTooLong(t *testing.T) {
	if err := WriteFile(filepath.Join(t.TempDir(), strings.Repeat("x", 300)+".pdf"), text("x")); !errors.Is(err, ErrLongName) {
		t.Errorf("got %v", err)
	}
}

func TestWriteFileNeverReplacesAMap(t *testing.T) {
	const content = "SQLite format 3\x00 and a map"
	dir := t.TempDir()
	for _, name := range []string{"work.journey", "WORK2.JOURNEY", "renamed.pdf"} {
		kept := filepath.Join(dir, name)
		if err := os.WriteFile(kept, []byte(content), 0o640); err != nil {
			t.Fatal(err)
		}
		link := filepath.Join(dir, "link-"+name+".pdf")
		if err := os.Symlink(name, link); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{kept, link} {
			if err := WriteFile(path, text("x")); !errors.Is(err, ErrMap) {
				t.Errorf("%s: got %v", path, err)
			}
			holds(t, kept, content)
		}
	}
}

var errDrawing = errors.New("no room for the title")

func TestWriteFileLeavesWhatWasThere(t *testing.T) {
	half := func(w io.Writer) error {
		_, _ = w.Write(bytes.Repeat([]byte("x"), 1<<20))
		return errDrawing
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "a.png")
	if err := WriteFile(path, half); !errors.Is(err, errDrawing) {
		t.Errorf("got %v", err)
	}
	only(t, dir)
	if err := WriteFile(path, text("good")); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, half); !errors.Is(err, errDrawing) {
		t.Errorf("got %v", err)
	}
	func() {
		defer func() { _ = recover() }()
		_ = WriteFile(path, func(io.Writer) error { panic("drawing") })
	}()
	holds(t, path, "good")
	only(t, dir, "a.png")
}

func TestWriteCheckedLooksAtTheWholeFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.pdf")
	read := func(want error) func(string) error {
		return func(name string) error {
			holds(t, name, "new")
			return want
		}
	}
	if err := WriteFile(path, text("old")); err != nil {
		t.Fatal(err)
	}
	if err := WriteChecked(path, text("new"), read(errDrawing)); !errors.Is(err, errDrawing) {
		t.Errorf("got %v", err)
	}
	holds(t, path, "old")
	if err := WriteChecked(path, text("new"), read(nil)); err != nil {
		t.Error(err)
	}
	holds(t, path, "new")
	only(t, dir, "a.pdf")
}

func TestWriteFileSaysWhy(t *testing.T) {
	dir := t.TempDir()
	file, locked := filepath.Join(dir, "file"), filepath.Join(dir, "locked")
	if err := errors.Join(os.WriteFile(file, nil, 0o600), os.WriteFile(locked, []byte("kept"), 0o400)); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		path string
		want error
	}{
		"folder":            {dir, ErrFolder},
		"no such folder":    {filepath.Join(dir, "none", "a.pdf"), ErrNoFolder},
		"folder is a file":  {filepath.Join(file, "a.pdf"), ErrNoFolder},
		"read-only":         {locked, ErrReadOnly},
		"no file":           {os.DevNull, ErrReadOnly},
		"no name":           {"", ErrNoFolder},
		"name is too long":  {filepath.Join(dir, strings.Repeat("x", 300)), nil},
		"system's own file": {"/proc/nothing.pdf", nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			err := WriteFile(tt.path, text("x"))
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) {
				t.Fatalf("got %v, want %v", err, tt.want)
			}
			if !strings.HasPrefix(err.Error(), "write "+tt.path) || strings.Contains(err.Error(), ".tmp") {
				t.Errorf("message %q", err)
			}
		})
	}
	holds(t, locked, "kept")
	only(t, dir, "file", "locked")
}
