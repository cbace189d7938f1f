//go:build !unix

package storage

// syncFolder does nothing where folders cannot be synced.
func syncFolder(string) error { return nil }
