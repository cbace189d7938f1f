//go:build unix

package storage

import (
	"errors"
	"os"
	"syscall"
)

// syncFolder waits until the names in a folder are on disk.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil // a file system that cannot; the rename is done
	}
	return err
}
