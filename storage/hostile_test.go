package storage

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchline.app/journey"
)

// bytesOf returns the file a map makes.
func bytesOf(t *testing.T, m *journey.Map) []byte {
	t.Helper()
	f := created(t, m)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// refused fails unless neither Open nor Read takes the bytes, with an error of
// the kind, and both leave them as they are.
func refused(t *testing.T, b []byte, kind error, words ...string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.journey")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, err := Open(path)
	_, err2 := Read(path)
	for _, err := range []error{err, err2} {
		if !errors.Is(err, kind) {
			t.Fatalf("error is %v", err)
		}
		for _, w := range append(words, "open "+path+": ", "; ") {
			if !strings.Contains(err.Error(), w) {
				t.Errorf("%q does not hold %q", err, w)
			}
		}
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != string(b) {
		t.Errorf("the file was changed (%v)", err)
	}
	if names := namesIn(t, filepath.Dir(path)); len(names) != 1 {
		t.Errorf("folder holds %q", names)
	}
}

func TestWhatIsNoMap(t *testing.T) {
	whole := bytesOf(t, full(t))
	with := func(at int, b ...byte) []byte {
		out := append([]byte(nil), whole...)
		copy(out[at:], b)
		return out
	}
	tests := []struct {
		name  string
		bytes []byte
		kind  error
		words string
	}{
		{"empty", nil, ErrNotMap, "an empty file"},
		{"text", []byte(strings.Repeat("journey\n  title My day\n", 99)), ErrNotMap, "another kind of file"},
		{"short text", []byte("hi"), ErrNotMap, "another kind of file"},
		{"database of another program", with(atAppID, 0, 0, 0, 0), ErrNotMap, "another program"},
		{"version 0", with(atVersion, 0, 0, 0, 0), ErrDamaged, "version"},
		{"WAL", with(atFormat, 2, 2), ErrDamaged, "WAL"},
		{"too long", append(with(0), make([]byte, 4096)...), ErrDamaged, "bytes"},
		{"page size 0", with(atPageSize, 0, 0), ErrDamaged, "bytes"},
		{"tables of the wrong version", with(atVersion, 0, 0, 0, 1), ErrDamaged, "tables"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { refused(t, tt.bytes, tt.kind, tt.words) })
	}
}

func TestTruncatedMap(t *testing.T) {
	whole := bytesOf(t, large(40))
	for n := 0; n < len(whole); n += 1 + n/7 {
		kind := ErrDamaged
		if n < len(magic) {
			kind = ErrNotMap
		}
		refused(t, whole[:n], kind)
	}
	refused(t, whole[:len(whole)-1], ErrDamaged)
}

func TestNoSuchFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.journey")
	if _, _, err := Open(path); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "check the name") {
		t.Errorf("Open: %v", err)
	}
	if names := namesIn(t, filepath.Dir(path)); len(names) != 0 {
		t.Errorf("folder holds %q", names)
	}
	if _, _, err := Open(t.TempDir()); !errors.Is(err, ErrNotMap) || !strings.Contains(err.Error(), "a folder") {
		t.Errorf("Open of a folder: %v", err)
	}
	if _, _, err := Open("nul\x00.journey"); err == nil {
		t.Error("Open of a name with a zero byte: no error")
	}
}

// Statements another program might run on a map, and what the error then names.
func TestPlantedContent(t *testing.T) {
	tests := map[string]struct{ statement, words string }{
		"trigger":            {"CREATE TRIGGER x AFTER UPDATE ON note BEGIN DELETE FROM stage; END", "tables or triggers"},
		"view":               {"CREATE VIEW x AS SELECT 1", "tables or triggers"},
		"table":              {"CREATE TABLE x (a)", "tables or triggers"},
		"missing table":      {"DROP TABLE metric", "tables or triggers"},
		"unknown word":       {"UPDATE lane SET type = 'sideways'", "row Lane, column type"},
		"unknown source":     {"UPDATE touchpoint SET actual_source = 'rumour'", "row Touchpoint, column actual_source"},
		"actors no list":     {"UPDATE touchpoint SET actors = '{}'", "row Touchpoint, column actors"},
		"actors null":        {"UPDATE touchpoint SET actors = 'null'", "row Touchpoint, column actors"},
		"no date":            {"UPDATE map SET date = 'soon'", "table map"},
		"infinite":           {"UPDATE metric SET target = 9e999", "column target"},
		"no head":            {"DELETE FROM map", "table map is empty"},
		"reference":          {"PRAGMA foreign_keys = 0; UPDATE note SET stage = 'nowhere'", "a note belongs to a stage"},
		"out of range":       {"PRAGMA ignore_check_constraints = 1; UPDATE touchpoint SET actual_valence = 7", "touchpoint"},
		"severity too large": {"PRAGMA ignore_check_constraints = 1; UPDATE pain_point SET severity = 1e9", "pain_point"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := created(t, full(t))
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			tamper(t, f.Path(), tt.statement)
			b, err := os.ReadFile(f.Path())
			if err != nil {
				t.Fatal(err)
			}
			refused(t, b, ErrDamaged, tt.words)
		})
	}
}

func TestStatisticsOfAnotherProgramDoNoHarm(t *testing.T) {
	want := large(40)
	f := created(t, want)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	tamper(t, f.Path(), "ANALYZE")
	got, err := Read(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, want)
}

// tamper runs statements on a file as another program would.
func tamper(t *testing.T, path, statements string) {
	t.Helper()
	c, err := connect(ctx, path, "?_dqs=0")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.ExecContext(ctx, statements); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
}

// Whatever the bytes, the answer is a map or an error.
func TestMutatedMapsNeitherCrashNorHang(t *testing.T) {
	whole := bytesOf(t, large(40))
	path := filepath.Join(t.TempDir(), "x.journey")
	r := rand.New(rand.NewPCG(1, 2))
	opened := 0
	for range 1000 {
		b := append([]byte(nil), whole...)
		for range 1 + r.IntN(20) {
			at := r.IntN(len(b))
			if r.IntN(3) == 0 {
				at = r.IntN(len(b)/4096)*4096 + r.IntN(100)
			}
			b[at] = byte(r.Uint32())
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if m, err := Read(path); err == nil {
			opened++
			for range m.Rows() {
			}
		}
	}
	if opened == 1000 {
		t.Error("every mutated file was taken for a map")
	}
}

func TestHeaderPlaces(t *testing.T) {
	b := bytesOf(t, full(t))
	if binary.BigEndian.Uint32(b[atAppID:]) != appID || string(b[atAppID:atAppID+4]) != "TchL" {
		t.Errorf("application id is %q", b[atAppID:atAppID+4])
	}
	if v := binary.BigEndian.Uint32(b[atVersion:]); v != Version {
		t.Errorf("version is %d", v)
	}
}
