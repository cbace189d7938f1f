//go:build unix

package storage

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// syncFolder waits until the names in a folder are on disk.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := touching("sync folder", folder, ""); err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil // a file system that cannot; the rename is done
	}
	return err
}

// running reports whether a program of this number runs here.
func running(number int) bool {
	err := syscall.Kill(number, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}

// writable reports whether this program may write to a file or a folder.
func writable(name string) bool {
	return unix.Faccessat(unix.AT_FDCWD, name, unix.W_OK, unix.AT_EACCESS) == nil
}
