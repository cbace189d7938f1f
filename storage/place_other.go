//go:build !unix

package storage

import "os"

// syncFolder does nothing where folders cannot be synced.
func syncFolder(string) error { return nil }

// running reports whether a program of this number runs here.
func running(number int) bool {
	p, err := os.FindProcess(number)
	if err == nil {
		_ = p.Release()
	}
	return err == nil
}

// writable reports whether this program may write to a file or a folder, as far as
// the system says so without trying.
func writable(name string) bool {
	info, err := os.Stat(name)
	return err != nil || info.IsDir() || info.Mode().Perm()&0o200 != 0
}
