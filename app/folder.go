package app

import (
	"context"
	"errors"
	"net/url"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"github.com/godbus/dbus/v5"
)

// folderLimit is how long a file manager may take to answer.
const folderLimit = 3 * time.Second

// showInFolder opens the folder of a file with the file selected, or the folder
// alone where the system has no way to select it.
func (e *editor) showInFolder(path string) {
	go func() {
		if err := selectFile(path); err != nil {
			e.onUI(func() { e.openFile(filepath.Dir(path)) })
		}
	}()
}

// selectFile asks the system's file manager to show a file.
func selectFile(path string) error {
	switch runtime.GOOS {
	case "windows":
		_ = exec.Command("explorer", "/select,", path).Run() // its status says nothing
		return nil
	case "darwin":
		return exec.Command("open", "-R", path).Run()
	}
	ctx, cancel := context.WithTimeout(context.Background(), folderLimit)
	defer cancel()
	bus, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return err
	}
	defer func() { _ = bus.Close() }() // nothing is asked of it any more
	if err := errors.Join(bus.Auth(nil), bus.Hello()); err != nil {
		return err
	}
	u := url.URL{Scheme: "file", Path: path}
	manager := bus.Object("org.freedesktop.FileManager1", "/org/freedesktop/FileManager1")
	return manager.CallWithContext(ctx, "org.freedesktop.FileManager1.ShowItems", 0, []string{u.String()}, "").Err
}
