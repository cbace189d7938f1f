package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"touchline.app/journey"
)

// Findings is what Check has to say about a file, each in one sentence.
type Findings struct {
	Trouble []string // why it cannot be trusted; empty for a sound file
	Notes   []string // what is worth knowing of a sound file
}

// Sound reports whether the file is a whole map with a whole log.
func (f Findings) Sound() bool { return len(f.Trouble) == 0 }

// Check looks through the file at path, rows and log, and changes nothing. The
// error says that it could not be looked at: it is missing, may not be read, or
// is no map at all.
func Check(path string) (Findings, error) {
	ctx := context.Background()
	var out Findings
	real, err := resolve(path)
	if err != nil {
		return out, explain("check", path, err)
	}
	h, err := inspect(real)
	if err != nil {
		return out.judged("check", path, err)
	}
	if h.hot {
		out.Notes = append(out.Notes, "A program was stopped while it wrote; opening the map takes the half-done change back.")
	}
	m, err := readAs(ctx, real, h)
	if err != nil {
		return out.judged("check", path, err)
	}
	out.Notes = append(out.Notes, "It holds "+contents(m)+".")
	if h.version > Version {
		out.Notes = append(out.Notes, fmt.Sprintf("It was made by a newer version of Touchline, in format %d; this version knows format %d. "+
			"What it knows can be read; nothing is written to it.", h.version, Version))
		return out, nil
	}
	if h.version < Version {
		out.Notes = append(out.Notes, fmt.Sprintf("It is of version %d; opening it makes it version %d, with the same rows.", h.version, Version))
		return out, nil
	}
	if h.hot {
		return out, nil
	}
	return out.log(ctx, real, path)
}

// judged tells damage from a file that cannot be looked at.
func (f Findings) judged(verb, path string, err error) (Findings, error) {
	err = explain(verb, path, err)
	if !errors.Is(err, ErrDamaged) {
		return f, err
	}
	f.Trouble = append(f.Trouble, plain(err).Error())
	return f, nil
}

// log looks through the change log.
func (f Findings) log(ctx context.Context, real, path string) (Findings, error) {
	file := &File{path: real, source: system}
	err := file.lookInto(ctx, real)
	if err != nil {
		return f.judged("check", path, err)
	}
	defer file.conn.Close()
	var patches, lines, versions int
	err = file.reading(ctx, func(tx *sql.Tx) error {
		if err := file.trustLog(ctx, tx); err != nil {
			return err
		}
		return tx.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM patch), (SELECT count(*) FROM change), (SELECT count(*) FROM version)").
			Scan(&patches, &lines, &versions)
	})
	if err != nil {
		return f.judged("check", path, err)
	}
	f.Notes = append(f.Notes, fmt.Sprintf("Its log has %s of %s; %s named.",
		count(patches, "step", "steps"), count(lines, "changed field", "changed fields"), count(versions, "version is", "versions are")))
	open, err := file.Conflicts(ctx)
	if err != nil {
		return f.judged("check", path, err)
	}
	if len(open) > 0 {
		f.Notes = append(f.Notes, count(len(open), "value is", "values are")+" to settle: somebody wrote at the same time. Both are kept.")
	}
	return f, nil
}

// lookInto connects f to a file for reading alone.
func (f *File) lookInto(ctx context.Context, path string) (err error) {
	if f.identity, err = os.Stat(path); err != nil {
		return err
	}
	f.conn, err = connect(ctx, path, forReading)
	return err
}

// contents says how many rows of each kind there are.
func contents(m *journey.Map) string {
	n := map[journey.Kind]int{}
	for r := range m.Rows() {
		n[r.Kind()]++
	}
	out := ""
	for _, k := range journey.Kinds {
		if n[k] == 0 || k == journey.KindHead {
			continue
		}
		if out != "" {
			out += ", "
		}
		many := string(k) + "s"
		if k == journey.KindOpportunity {
			many = "opportunities"
		}
		out += count(n[k], string(k), many)
	}
	if out == "" {
		return "no rows but the map's own"
	}
	return out
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", many)
}
