package storage

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"touchline.app/journey/phrase"
)

// NamedVersion is a state of the map that somebody gave a name.
type NamedVersion struct {
	Name     string
	Made     time.Time
	Position int64 // for At
}

// longestVersion is how many characters the name of a version can have.
const longestVersion = 200

// NameVersion gives the map as it is in the file now a name. A version of that
// name, if there is one, is moved here.
func (f *File) NameVersion(ctx context.Context, name string) (NamedVersion, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	v := NamedVersion{Name: strings.TrimSpace(name), Made: f.source.Now().UTC().Truncate(time.Millisecond)}
	if n := utf8.RuneCountInString(v.Name); n == 0 || n > longestVersion {
		return v, explain("name a version of", f.path, phrase.Errorf("a name has 1 to %d characters; choose another one", longestVersion))
	}
	err := f.writing(ctx, func(r *recorder) error {
		if err := forgetVersion(r, v.Name); err != nil {
			return err
		}
		if err := r.tx.QueryRowContext(ctx, "SELECT max(coalesce(max(position), 0), ?) FROM patch", r.mark.floor).Scan(&v.Position); err != nil {
			return err
		}
		values := []any{v.Name, v.Made.UnixMilli(), v.Position}
		if _, err := r.tx.ExecContext(ctx, "INSERT INTO version VALUES (?, ?, ?)", values...); err != nil {
			return err
		}
		r.mark.log.add("version", values)
		return nil
	})
	return v, explain("name a version of", f.path, err)
}

// RemoveVersion takes a name away; the map and its log stay as they are.
func (f *File) RemoveVersion(ctx context.Context, name string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return explain("remove a version of", f.path, f.writing(ctx, func(r *recorder) error { return forgetVersion(r, name) }))
}

func forgetVersion(r *recorder, name string) error {
	var made, position int64
	err := r.tx.QueryRowContext(r.ctx, "SELECT made, position FROM version WHERE name = ?", name).Scan(&made, &position)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	r.mark.log.take("version", []any{name, made, position})
	_, err = r.tx.ExecContext(r.ctx, "DELETE FROM version WHERE name = ?", name)
	return err
}

// Versions returns the named versions, the oldest state first.
func (f *File) Versions(ctx context.Context) ([]NamedVersion, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []NamedVersion
	err := f.reading(ctx, func(tx *sql.Tx) (err error) {
		out, err = namedVersions(ctx, tx)
		return err
	})
	return out, explain("read the versions of", f.path, err)
}

func namedVersions(ctx context.Context, tx *sql.Tx) ([]NamedVersion, error) {
	rows, err := tx.QueryContext(ctx, "SELECT name, made, position FROM version ORDER BY position, made, name")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []NamedVersion
	for rows.Next() {
		var v NamedVersion
		var made int64
		if err := rows.Scan(&v.Name, &made, &v.Position); err != nil {
			return nil, err
		}
		v.Made = time.UnixMilli(made).UTC()
		out = append(out, v)
	}
	return out, rows.Err()
}
