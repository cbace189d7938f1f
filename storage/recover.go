package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Recovered says how an open file came back to work.
type Recovered string

// The ways back.
const (
	AsBefore     Recovered = ""              // nothing was the matter
	Followed     Recovered = "followed"      // it was renamed or moved; Path says where to
	TakenOver    Recovered = "taken over"    // another file was in its place; now that one is open, with our changes in it
	WrittenAgain Recovered = "written again" // it was gone and is there again, with everything that was in it
)

// Recovery is what Recover did.
type Recovery struct {
	How  Recovered
	Map  *journey.Map // the rows as the file has them now; nil where nobody read them
	Part *Part        // in place of Map: only those that others changed; see CatchUp
	Kept string       // a copy of what was open, where the file that took its place holds another map; empty otherwise
}

// Recover brings the file back to work after an error of Commit or Changed. It
// goes after a file that was renamed; takes over one that was put in its place and
// puts what this one held and that one lacks into it; writes it again where it is
// gone and its folder is there; connects anew where the disk had gone and is back.
// What this session committed is in the file when it returns nil. It may be called
// again and again; after an error everything is as it was. The error matches
// fs.ErrNotExist while the folder is gone.
func (f *File) Recover(ctx context.Context) (Recovery, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	r, err := f.recover(ctx, true)
	return r, explain("bring back", f.path, err)
}

// recover is Recover; it writes a file that is gone again only if it shall.
func (f *File) recover(ctx context.Context, again bool) (Recovery, error) {
	var r Recovery
	if f.conn == nil {
		return r, fs.ErrClosed
	}
	info, err := os.Stat(f.path)
	switch {
	case err == nil && os.SameFile(info, f.identity):
		return f.readAnew(ctx, info)
	case err == nil:
		return f.takeOver(ctx)
	case !again || !gone(err) || f.barred != nil:
		_, err = f.same()
		return r, err
	}
	if to, ok := whereabouts(f.path, f.identity); ok {
		return f.follow(ctx, to)
	}
	return f.writeAgain(ctx)
}

// gone reports whether an error says that there is no such file, or no folder.
func gone(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// readAnew reads the file that is open, through a new connection where somebody
// else wrote to it.
func (f *File) readAnew(ctx context.Context, info fs.FileInfo) (Recovery, error) {
	if f.barred == nil && state(info) == f.seen {
		if m, err := f.read(ctx); err == nil {
			return Recovery{Map: m}, nil
		}
	}
	m, err := f.reopen(ctx)
	return Recovery{Map: m}, err
}

// read reads the rows through the connection there is.
func (f *File) read(ctx context.Context) (*journey.Map, error) {
	version, err := f.conn.number(ctx, "PRAGMA data_version")
	if err != nil {
		return nil, err
	}
	m, at, err := load(ctx, f.conn, false)
	if err != nil {
		return nil, err
	}
	f.trusted = f.trusted && f.version == version
	f.version, f.extent = version, at
	return m, nil
}

// reopen opens the file at the path with the care a file from elsewhere takes, and
// writes again what this session wrote and the file does not have.
func (f *File) reopen(ctx context.Context) (*journey.Map, error) {
	next := f.successor()
	m, err := next.open(ctx)
	if err != nil {
		return nil, err
	}
	missing, err := next.lacks(ctx, f.written)
	if err == nil && len(missing) > 0 {
		m, err = next.repeat(ctx, missing, m)
	}
	if err != nil {
		return nil, errors.Join(err, next.release())
	}
	f.become(next)
	return m, nil
}

// successor is a file at the same path that is not open yet.
func (f *File) successor() *File { return &File{path: f.path, source: f.source} }

// become goes on with what another one holds.
func (f *File) become(next *File) {
	if f.conn != nil {
		_ = f.drop() // the next one is open already
	}
	f.path, f.holding = next.path, next.holding
}

// lacks returns the patches of an earlier connection that are not in the file. They
// are kept as this one's.
func (f *File) lacks(ctx context.Context, all []written) ([]edit.Patch, error) {
	last := map[string]int64{}
	var missing []edit.Patch
	for _, w := range all {
		at, known := last[w.Actor]
		if !known {
			err := f.conn.QueryRowContext(ctx, "SELECT coalesce((SELECT last FROM session WHERE actor = ?), 0)", w.Actor).Scan(&at)
			if err != nil {
				return nil, err
			}
			last[w.Actor] = at
		}
		if w.Clock > at {
			missing = append(missing, w.patch)
			continue
		}
		f.written = append(f.written, w)
	}
	return missing, nil
}

// repeat commits patches into a file that does not have them, and returns its rows.
func (f *File) repeat(ctx context.Context, patches []edit.Patch, m *journey.Map) (*journey.Map, error) {
	for _, p := range patches {
		err := f.commit(ctx, p)
		if errors.Is(plain(err), ErrInvalid) { // it belongs to a row this file does not have
			if p, err = loosened(p, m); err == nil {
				err = f.commit(ctx, p)
			}
		}
		if err != nil {
			return nil, err
		}
		p.Apply(m)
	}
	return f.read(ctx)
}

// loosened is a patch without references to rows that neither it nor the map has.
func loosened(p edit.Patch, m *journey.Map) (edit.Patch, error) {
	have := m.Clone()
	p.Apply(have)
	out := edit.Patch{Verb: p.Verb, Subject: p.Subject, Gesture: p.Gesture, Asides: p.Asides}
	for _, c := range p.Changes {
		if c.After != nil {
			t := tables[c.After.Kind()]
			values, err := t.values(c.After)
			if err != nil {
				return out, err
			}
			t.loosen(values, func(ref rowRef) bool {
				_, ok := have.Row(tableNamed(ref.table).kind, journey.ID(ref.row))
				return ok
			})
			if c.After, err = t.reader()(values); err != nil {
				return out, err
			}
		}
		out.Changes = append(out.Changes, c)
	}
	return out, nil
}

// loosen clears the references of a row to others that are not there.
func (t *table) loosen(values []any, there func(rowRef) bool) {
	for _, p := range parents {
		if p.table != t.name {
			continue
		}
		i := t.column(p.column)
		if id, ok := values[i].(string); ok && !there(rowRef{p.to, id}) {
			values[i] = nil
		}
	}
}

// takeOver opens the file that is in the place of the open one and puts into it
// what it lacks. Where it holds another map, a copy of ours is kept beside it.
func (f *File) takeOver(ctx context.Context) (Recovery, error) {
	r := Recovery{How: TakenOver}
	next := f.successor()
	m, err := next.open(ctx)
	if err != nil {
		return Recovery{}, err
	}
	if r.Map, r.Kept, err = f.handOver(ctx, next, m); err != nil {
		return Recovery{}, errors.Join(err, next.release())
	}
	f.become(next)
	return r, nil
}

// handOver puts what f holds into the file that took its place.
func (f *File) handOver(ctx context.Context, next *File, m *journey.Map) (*journey.Map, string, error) {
	if next.barred != nil || f.barred != nil {
		return f.keepBeside(ctx, m)
	}
	ours, err := copyThrough(ctx, f.conn)
	if err == nil {
		_, err = next.take(ctx, ours)
	}
	if errors.Is(err, ErrUnrelated) {
		return f.keepBeside(ctx, m)
	}
	// where the old file cannot be read any more, this session still knows what it wrote
	missing, e := next.lacks(ctx, f.written)
	if e != nil {
		return nil, "", errors.Join(err, e)
	}
	m, err = next.repeat(ctx, missing, m)
	return m, "", err
}

// keepBeside writes what f holds into a copy beside its path, where this session
// wrote something, and returns the rows of the other map.
func (f *File) keepBeside(ctx context.Context, m *journey.Map) (*journey.Map, string, error) {
	if len(f.written) == 0 {
		return m, "", nil
	}
	path := conflictedName(f.path, f.source.Now())
	return m, path, f.saveAs(ctx, path)
}

// follow goes on with the open file at the path it was moved to. SQLite is told,
// for its journal stands beside the file.
func (f *File) follow(ctx context.Context, to string) (Recovery, error) {
	next := f.successor()
	next.path = to
	m, err := next.open(ctx)
	if err != nil {
		return Recovery{}, err
	}
	if !os.SameFile(next.identity, f.identity) {
		return Recovery{}, errors.Join(fs.ErrNotExist, next.release())
	}
	if _, err := next.lacks(ctx, f.written); err != nil {
		return Recovery{}, errors.Join(err, next.release())
	}
	left := f.path + "-journal"
	f.become(next)
	if info, err := os.Lstat(left); err == nil && info.Size() == 0 {
		_ = remove(left) // it would stay there for ever; what is in one is for SQLite to say
	}
	return Recovery{How: Followed, Map: m}, nil
}

// writeAgain writes the file that is gone from its path to it again.
func (f *File) writeAgain(ctx context.Context) (Recovery, error) {
	path, err := filepath.Abs(f.path)
	if err != nil {
		return Recovery{}, err
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return Recovery{}, &fault{kind: fs.ErrNotExist, text: "its folder is no longer there; bring it back, or save the map in another one", cause: err}
	}
	name, err := draft(path)
	if err != nil {
		return Recovery{}, err
	}
	defer discard(name)
	if _, err := f.conn.ExecContext(ctx, "VACUUM INTO ?", name); err != nil {
		return Recovery{}, err
	}
	if err := place(name, path, true); err != nil {
		return Recovery{}, err
	}
	m, err := f.reopen(ctx)
	return Recovery{How: WrittenAgain, Map: m}, err
}
