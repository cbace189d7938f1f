package storage

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"touchline.app/journey"
)

// ended returns the number of a program that has ended.
func ended(t *testing.T) int {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^$")
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	return c.Process.Pid
}

func TestDraftsOfStoppedProgramsAreCleared(t *testing.T) {
	whole := bytesOf(t, journey.New("m", ""))
	gone := ended(t)
	tests := []struct {
		name  string
		bytes []byte
		age   time.Duration
		stays bool
	}{
		{fmt.Sprintf(".touchline-%d-0.tmp", gone), whole, 2 * time.Hour, false},
		{fmt.Sprintf(".touchline-%d-1.tmp", gone), nil, 2 * time.Hour, false},
		{fmt.Sprintf(".touchline-%d-1.tmp-journal", gone), []byte("journal"), 2 * time.Hour, false},
		{fmt.Sprintf(".touchline-%d-2.tmp", gone), make([]byte, 8192), 2 * time.Hour, false},
		{fmt.Sprintf(".touchline-%d-3.tmp", gone), whole, time.Minute, true},
		{fmt.Sprintf(".touchline-%d-4.tmp", gone), []byte("words of somebody"), 48 * time.Hour, true},
		{fmt.Sprintf(".touchline-%d-0.tmp", os.Getpid()), whole, 2 * time.Hour, true},
		{fmt.Sprintf(".touchline-%d-1.tmp", os.Getpid()), whole, 48 * time.Hour, false},
		{".touchline-0.tmp", whole, 2 * time.Hour, true},
		{".touchline-1.tmp", whole, 48 * time.Hour, false},
		{".touchline-notes.tmp", whole, 48 * time.Hour, true},
		{".touchline-1.tmp.journey", whole, 48 * time.Hour, true},
		{"map.journey", whole, 48 * time.Hour, true},
	}
	dir := filepath.Join(t.TempDir(), "a [b]* c")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	for _, tt := range tests {
		path := filepath.Join(dir, tt.name)
		if err := os.WriteFile(path, tt.bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now, now.Add(-tt.age)); err != nil {
			t.Fatal(err)
		}
	}
	clearDrafts(dir, now)
	for _, tt := range tests {
		if _, err := os.Lstat(filepath.Join(dir, tt.name)); (err == nil) != tt.stays {
			t.Errorf("%s, %v old: stays is %v", tt.name, tt.age, err == nil)
		}
	}
}

func TestFoldersOfStoppedProgramsAreCleared(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	now := time.Now()
	stays := map[string]bool{"touchline-map-1": false, "touchline-map-2": true, "touchline-maps": true}
	for name := range stays {
		path := filepath.Join(os.TempDir(), name)
		must(t, os.Mkdir(path, 0o700))
		must(t, os.WriteFile(filepath.Join(path, standIn), []byte("a map"), 0o600))
		age := 48 * time.Hour
		if name == "touchline-map-2" {
			age = time.Hour
		}
		must(t, os.Chtimes(path, now, now.Add(-age)))
	}
	made, err := bench()
	must(t, err)
	stays[filepath.Base(made)] = true
	for name, want := range stays {
		if _, err := os.Lstat(filepath.Join(os.TempDir(), name)); (err == nil) != want {
			t.Errorf("%s: stays is %v", name, err == nil)
		}
	}
}
