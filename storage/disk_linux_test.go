//go:build linux && (amd64 || arm64)

package storage

import (
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// A VFS between SQLite and the system's: it writes down what SQLite does to the
// disk and can let an operation fail.

// operation is one thing done to the disk. An acknowledgement is among them, to
// know what had been promised by then.
type operation struct {
	verb string // create, write, truncate, sync, rename, link, delete, sync folder, promise; reads and others are counted only
	name string // of the file, without its folder; empty in another folder than the one that is watched
	to   string // the other name, of a rename or link
	at   int64
	data []byte
	n    int // promised
}

// disk is what the VFS writes down and when it fails.
type disk struct {
	mu     sync.Mutex
	done   []operation
	failAt int // the operation, from 1, that fails; 0 fails none
	fails  int // so many in a row
	full   bool
	reads  bool // whether reading counts
	count  int
	folder string
	names  map[uintptr]string // of open files
	fresh  map[string]bool    // created, the folder not yet synced
	tables map[uintptr]uintptr
	back   map[uintptr]uintptr // from our table of methods to SQLite's
}

// platter is the disk of the running test.
var platter = &disk{names: map[uintptr]string{}, fresh: map[string]bool{}, tables: map[uintptr]uintptr{}, back: map[uintptr]uintptr{}}

// The places of the fields in SQLite's structures, on systems of 64 bits.
const (
	vfsSize, vfsName, vfsOpenAt, vfsDeleteAt              = 168, 24, 40, 48
	methodsSize, readAt, writeAt, truncateAt, syncAt, nul = 152, 16, 24, 32, 40, 0
)

type (
	openFunc     = func(*libc.TLS, uintptr, uintptr, uintptr, int32, uintptr) int32
	deleteFunc   = func(*libc.TLS, uintptr, uintptr, int32) int32
	writeFunc    = func(*libc.TLS, uintptr, uintptr, int32, int64) int32
	truncateFunc = func(*libc.TLS, uintptr, int64) int32
	syncFunc     = func(*libc.TLS, uintptr, int32) int32
)

var system64 uintptr // the VFS of the system

// field is the place of a field of a structure of SQLite's.
func field[T any](structure uintptr, at uintptr) *T {
	return (*T)(*(*unsafe.Pointer)(unsafe.Pointer(&[]uintptr{structure + at}[0])))
}

// called makes a function of a pointer SQLite has.
func called[F any](structure uintptr, at uintptr) F {
	p := *field[uintptr](structure, at)
	return *(*F)(unsafe.Pointer(&struct{ uintptr }{p}))
}

var registerDisk = sync.OnceFunc(func() {
	tls := libc.NewTLS()
	system64 = sqlite3.Xsqlite3_vfs_find(tls, 0)
	ours := libc.Xcalloc(tls, 1, vfsSize)
	libc.Xmemcpy(tls, ours, system64, vfsSize)
	name, err := libc.CString("platter")
	if err != nil {
		panic(err)
	}
	*field[uintptr](ours, 16) = 0
	*field[uintptr](ours, vfsName) = name
	*field[openFunc](ours, vfsOpenAt) = diskOpen
	*field[deleteFunc](ours, vfsDeleteAt) = diskDelete
	if sqlite3.Xsqlite3_vfs_register(tls, ours, 0) != 0 {
		panic("the VFS cannot be registered")
	}
})

// onDisk lets SQLite work through the VFS until the test ends.
func onDisk(t testing.TB) *disk {
	t.Helper()
	lockByDescription()
	registerDisk()
	throughVFS = "&vfs=platter"
	platter.begin(trouble{})
	before := touching
	touching = platter.touching
	t.Cleanup(func() {
		throughVFS, touching = "", before
		platter.begin(trouble{})
		platter.folder = ""
	})
	return platter
}

// trouble is what shall go wrong: operation at and the next ones.
type trouble struct {
	at, fails int
	full      bool
	reads     bool
}

// begin forgets what was done; the trouble is still to come.
func (d *disk) begin(t trouble) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.done, d.count, d.failAt, d.fails, d.full, d.reads = nil, 0, t.at, t.fails, t.full, t.reads
}

// reached reports whether there were so many operations.
func (d *disk) reached(at int) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.count >= at
}

// short is the name of a file in the folder that is watched.
func (d *disk) short(path string) string {
	if path == "" || d.folder != "" && filepath.Dir(path) != d.folder {
		return ""
	}
	return filepath.Base(path)
}

// touching hears of what is done to the disk without SQLite.
func (d *disk) touching(verb, name, to string) error {
	if verb == "open" && !d.reads {
		return nil
	}
	if code := d.happens(operation{verb: verb, name: d.short(name), to: d.short(to)}, sqlite3.SQLITE_IOERR); code == sqlite3.SQLITE_FULL {
		return &os.PathError{Op: verb, Path: name, Err: syscall.ENOSPC}
	} else if code != 0 {
		return &os.PathError{Op: verb, Path: name, Err: syscall.EIO}
	}
	return nil
}

// promise writes down that the map was said to be saved.
func (d *disk) promise(n int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.done = append(d.done, operation{verb: "promise", n: n})
}

// happens writes an operation down, or returns the code with which it fails.
func (d *disk) happens(o operation, code int32) int32 {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.count++
	if d.failAt > 0 && d.count >= d.failAt && d.count < d.failAt+d.fails {
		if d.full && (o.verb == "write" || o.verb == "create" || o.verb == "link") {
			return sqlite3.SQLITE_FULL
		}
		return code
	}
	switch {
	case o.verb == "sync folder", o.name != "" && o.verb != "mode" && o.verb != "open":
		d.done = append(d.done, o)
	}
	if o.verb == "sync" && d.fresh[o.name] { // SQLite's own VFS syncs the folder then
		delete(d.fresh, o.name)
		d.done = append(d.done, operation{verb: "sync folder"})
	}
	return 0
}

func (d *disk) name(file uintptr) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.names[file]
}

func diskOpen(tls *libc.TLS, _, zName, file uintptr, flags int32, out uintptr) int32 {
	name := ""
	if zName != 0 {
		name = libc.GoString(zName)
	}
	_, err := os.Lstat(name)
	create := name != "" && err != nil && flags&sqlite3.SQLITE_OPEN_CREATE != 0
	if create {
		if code := platter.happens(operation{verb: "create", name: platter.short(name)}, sqlite3.SQLITE_CANTOPEN); code != 0 {
			return code
		}
	}
	if code := called[openFunc](system64, vfsOpenAt)(tls, system64, zName, file, flags, out); code != 0 {
		return code
	}
	platter.mu.Lock()
	defer platter.mu.Unlock()
	platter.names[file] = platter.short(name)
	if create {
		platter.fresh[platter.short(name)] = true
	}
	theirs := *field[uintptr](file, nul)
	ours, ok := platter.tables[theirs]
	if !ok {
		ours = libc.Xcalloc(tls, 1, methodsSize)
		libc.Xmemcpy(tls, ours, theirs, methodsSize)
		*field[writeFunc](ours, readAt) = diskRead
		*field[writeFunc](ours, writeAt) = diskWrite
		*field[truncateFunc](ours, truncateAt) = diskTruncate
		*field[syncFunc](ours, syncAt) = diskSync
		platter.tables[theirs], platter.back[ours] = ours, theirs
	}
	*field[uintptr](file, nul) = ours
	return 0
}

// theirs is the table of methods of the system's VFS for a file.
func theirs(file uintptr) uintptr {
	platter.mu.Lock()
	defer platter.mu.Unlock()
	return platter.back[*field[uintptr](file, nul)]
}

func diskDelete(tls *libc.TLS, _, zName uintptr, dirSync int32) int32 {
	name := platter.short(libc.GoString(zName))
	if code := platter.happens(operation{verb: "delete", name: name}, sqlite3.SQLITE_IOERR_DELETE); code != 0 {
		return code
	}
	code := called[deleteFunc](system64, vfsDeleteAt)(tls, system64, zName, dirSync)
	if code == 0 && dirSync != 0 {
		return platter.happens(operation{verb: "sync folder"}, sqlite3.SQLITE_IOERR_DIR_FSYNC)
	}
	return code
}

func diskRead(tls *libc.TLS, file, buf uintptr, n int32, at int64) int32 {
	if platter.reads {
		if code := platter.happens(operation{verb: "read"}, sqlite3.SQLITE_IOERR_READ); code != 0 {
			return code
		}
	}
	return called[writeFunc](theirs(file), readAt)(tls, file, buf, n, at)
}

func diskWrite(tls *libc.TLS, file, buf uintptr, n int32, at int64) int32 {
	o := operation{verb: "write", name: platter.name(file), at: at, data: append([]byte(nil), libc.GoBytes(buf, int(n))...)}
	if code := platter.happens(o, sqlite3.SQLITE_IOERR_WRITE); code != 0 {
		return code
	}
	return called[writeFunc](theirs(file), writeAt)(tls, file, buf, n, at)
}

func diskTruncate(tls *libc.TLS, file uintptr, size int64) int32 {
	if code := platter.happens(operation{verb: "truncate", name: platter.name(file), at: size}, sqlite3.SQLITE_IOERR_TRUNCATE); code != 0 {
		return code
	}
	return called[truncateFunc](theirs(file), truncateAt)(tls, file, size)
}

func diskSync(tls *libc.TLS, file uintptr, flags int32) int32 {
	if code := platter.happens(operation{verb: "sync", name: platter.name(file)}, sqlite3.SQLITE_IOERR_FSYNC); code != 0 {
		return code
	}
	return called[syncFunc](theirs(file), syncAt)(tls, file, flags)
}
