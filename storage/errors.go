package storage

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"touchline.app/journey/phrase"
)

// What went wrong, where a caller decides by it. Missing files match
// fs.ErrNotExist, and Create on one that is there fs.ErrExist.
var (
	ErrNotMap   = phrase.New("this is not a Touchline map; choose a .journey file")
	ErrNewer    = phrase.New("this map was made by a newer version of Touchline; install the newest version")
	ErrDamaged  = phrase.New("this map is damaged; open an older copy of it")
	ErrReadOnly = phrase.New("this place cannot be written to; save the map under another name or in another folder")
	ErrBusy     = phrase.New("another program is writing to this map; try again in a moment")
	ErrFull     = phrase.New("the disk is full; free some space and try again")
	ErrChanged  = phrase.New("another program changed this map; load it again")
	ErrAltered  = phrase.New("its texts are not as Touchline wrote them: the file was damaged, or another program wrote into it; " +
		"touchline check FILE --salvage NEW.journey puts what is in it into a new file")
	ErrForgotten = phrase.New("this part of its history was folded together; choose a named version or a later moment")
	ErrInvalid   = phrase.New("the map holds a value that cannot be stored")
)

// fault is a sentence of its own that still matches one of the sentinels.
type fault struct {
	kind  error
	text  string // a pattern
	cause error
	facts []any
}

func (f *fault) Said() phrase.Phrase { return phrase.Of(f.text, f.facts...) }
func (f *fault) Error() string       { return f.Said().String() }
func (f *fault) Unwrap() []error     { return []error{f.kind, f.cause} }

// notMap says what the file is instead.
func notMap(what string) error {
	return &fault{kind: ErrNotMap, text: "this is %s, not a Touchline map; choose a .journey file", facts: []any{phrase.Of(what)}}
}

// damage says where a map is damaged.
func damage(format string, args ...any) error {
	err := phrase.Errorf(format, args...)
	return &fault{kind: ErrDamaged, text: "this map is damaged (%s); open an older copy of it", cause: err, facts: []any{err}}
}

// altered says that rows do not have the digest that was stored with them. It
// matches ErrDamaged too.
func altered() error { return &fault{kind: ErrAltered, text: ErrAltered.Error(), cause: ErrDamaged} }

// invalid says which value the schema does not allow.
func invalid(err error) error {
	return &fault{kind: ErrInvalid, text: "%w (%s); undo the last change", cause: err, facts: []any{ErrInvalid, err}}
}

// explain makes a sentence for a person of any error of this package: what was
// done, to which file, and what she can do.
func explain(verb, path string, err error) error {
	if err == nil {
		return nil
	}
	return phrase.Errorf(verb+" %s: %w", path, plain(err))
}

// plain finds words for what the operating system and SQLite report.
func plain(err error) error {
	var f *fault
	var code *sqlite.Error
	switch {
	case errors.As(err, &f):
		return f
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &code):
		return plainCode(code)
	}
	known := []struct{ kind, sentence error }{
		{fs.ErrNotExist, phrase.New("there is no such file or folder; check the name")},
		{fs.ErrExist, phrase.New("there is a file of this name already; choose another name")},
		{fs.ErrClosed, phrase.New("the map was closed; open it again")},
		{syscall.ENAMETOOLONG, phrase.New("the name is too long; choose a shorter one")},
		{syscall.EROFS, ErrReadOnly},
		{syscall.ENOSPC, ErrFull},
		{fs.ErrPermission, phrase.New("permission is missing; choose another place, or ask the owner for access")},
	}
	for _, k := range known {
		if errors.Is(err, k.kind) {
			return &fault{kind: k.sentence, text: k.sentence.Error(), cause: err}
		}
	}
	return err
}

// plainCode reads the codes of SQLite; nothing else does.
func plainCode(err *sqlite.Error) error {
	if err.Code() == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY {
		return &fault{kind: ErrInvalid, text: "the last change belongs to a row that is not there; undo it", cause: err}
	}
	var kind error
	switch err.Code() & 0xff {
	case sqlite3.SQLITE_FULL:
		kind = ErrFull
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH:
		kind = ErrReadOnly
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		kind = ErrBusy
	case sqlite3.SQLITE_NOTADB:
		kind = ErrNotMap
	case sqlite3.SQLITE_CORRUPT:
		kind = ErrDamaged
	case sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_MISMATCH:
		return invalid(err)
	case sqlite3.SQLITE_IOERR:
		return &fault{kind: err, text: "the disk could not be read or written; check it, and save the map in another place", cause: err}
	default:
		return err
	}
	return &fault{kind: kind, text: kind.Error(), cause: err}
}
