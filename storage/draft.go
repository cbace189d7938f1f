package storage

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"syscall"
	"time"
)

// longestName is how many bytes the name of a file can have on every system.
const longestName = 255

// A draft that is older than this was left by a program that was stopped, if no
// program of its number runs here any more; after the longer time in any case.
const (
	draftAge = time.Hour
	draftEnd = 24 * time.Hour
)

// draftNames are the names of drafts and of their journals. Earlier versions of
// the program did not put its number into them.
var draftNames = regexp.MustCompile(`^\.touchline-(?:([0-9]{1,10})-)?[0-9]{1,4}\.tmp(-journal)?$`)

// draft makes an empty file beside path for a map that is not finished. Only a
// finished one takes the name path, so that a failure leaves nothing half done.
func draft(path string) (string, error) {
	if len(filepath.Base(path)+"-journal") > longestName {
		return "", syscall.ENAMETOOLONG
	}
	clearDrafts(filepath.Dir(path), time.Now())
	for n := 0; ; n++ {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".touchline-%d-%d.tmp", os.Getpid(), n))
		if _, err := os.Lstat(name); err == nil && n < 1000 {
			continue // another one this program makes just now
		}
		if err := touching("create", name, ""); err != nil {
			return "", err
		}
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) && n < 1000 {
			continue
		}
		if err != nil {
			return "", err
		}
		return name, f.Close()
	}
}

// discard removes a draft that was not finished, and its journal.
func discard(name string) {
	_ = remove(name)
	_ = remove(name + "-journal")
}

// clearDrafts removes the drafts in a folder that a program left when it was
// stopped. One that somebody may still write, and what is no map of ours, stays.
func clearDrafts(folder string, now time.Time) {
	entries, _ := os.ReadDir(folder) // what cannot be listed is not cleared
	for _, e := range entries {
		name := filepath.Join(folder, e.Name())
		if draftNames.MatchString(e.Name()) && abandoned(name, now) {
			_ = remove(name)
		}
	}
}

// abandoned reports whether a file is a draft nobody will finish.
func abandoned(name string, now time.Time) bool {
	parts := draftNames.FindStringSubmatch(filepath.Base(name))
	info, err := os.Lstat(name)
	if parts == nil || err != nil || !info.Mode().IsRegular() {
		return false
	}
	age := now.Sub(info.ModTime())
	number, err := strconv.Atoi(parts[1])
	if age < draftAge || age < draftEnd && (err != nil || running(number)) {
		return false
	}
	return parts[2] != "" || ofDraft(name)
}

// ofDraft reports whether a file begins as a map does that is not finished: with
// nothing, with zeros or with the header of a map.
func ofDraft(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	var b [headerSize]byte
	n, err := io.ReadFull(f, b[:])
	switch {
	case errors.Is(err, io.EOF):
		return true
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return false
	}
	return bytes.Equal(b[:n], make([]byte, n)) || string(b[:len(magic)]) == magic && binary.BigEndian.Uint32(b[atAppID:]) == appID
}

// benchNames are the names of folders copies of maps are worked on in.
var benchNames = regexp.MustCompile(`^touchline-map-[0-9]+$`)

// bench makes a folder of its own for work on a copy of a map. Those that stopped
// programs left a day ago are removed.
func bench() (string, error) {
	entries, _ := os.ReadDir(os.TempDir()) // what cannot be listed is not cleared
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && e.IsDir() && benchNames.MatchString(e.Name()) && time.Since(info.ModTime()) > draftEnd {
			_ = os.RemoveAll(filepath.Join(os.TempDir(), e.Name()))
		}
	}
	return os.MkdirTemp("", "touchline-map-")
}
