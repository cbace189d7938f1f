package storage

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"unicode/utf8"

	"touchline.app/journey/phrase"
)

// RenameVersion gives a named version another name. The error says that there is
// no such version, or another one that has the name already.
func (f *File) RenameVersion(ctx context.Context, from, to string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	to = strings.TrimSpace(to)
	if n := utf8.RuneCountInString(to); n == 0 || n > longestVersion {
		return explain("rename a version of", f.path, phrase.Errorf("a name has 1 to %d characters; choose another one", longestVersion))
	}
	if from == to {
		return nil
	}
	return explain("rename a version of", f.path, f.writing(ctx, func(r *recorder) error { return renameVersion(r, from, to) }))
}

func renameVersion(r *recorder, from, to string) error {
	var taken int
	if err := r.tx.QueryRowContext(r.ctx, "SELECT count(*) FROM version WHERE name = ?", to).Scan(&taken); err != nil {
		return err
	}
	if taken > 0 {
		return phrase.Errorf("there is a version %q already; choose another name", to)
	}
	var made, position int64
	err := r.tx.QueryRowContext(r.ctx, "SELECT made, position FROM version WHERE name = ?", from).Scan(&made, &position)
	if errors.Is(err, sql.ErrNoRows) {
		return phrase.Errorf("there is no version %q any more", from)
	}
	if err != nil {
		return err
	}
	if err := forgetVersion(r, from); err != nil {
		return err
	}
	values := []any{to, made, position}
	if _, err := r.tx.ExecContext(r.ctx, "INSERT INTO version VALUES (?, ?, ?)", values...); err != nil {
		return err
	}
	r.mark.log.add("version", values)
	return nil
}
