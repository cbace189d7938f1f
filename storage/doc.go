// Package storage keeps a map in a .journey file and notices when another
// program changes it.
//
// A .journey file is a SQLite database: one table for each kind of row, a column
// for each field, so that a change is written row by row and is on disk when
// Commit returns:
//
//	f, m, err := storage.Open("flight.journey")
//	...
//	history.Do(m, patch)
//	err = f.Commit(ctx, patch)
//
// Files come from anywhere. Open looks at the header before SQLite sees the
// file, refuses tables, triggers and views that Touchline did not make, and
// checks every value; what it refuses it leaves untouched. Its errors are
// sentences for a person and match ErrNotMap, ErrNewer, ErrDamaged and the
// other sentinels of this package; SQLite's codes are read nowhere else.
//
// The package owns the schema, its migrations and the watching of a file. It
// must not know screens, exports or how a map is edited.
package storage
