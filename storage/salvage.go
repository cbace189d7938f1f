package storage

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"

	"touchline.app/journey"
)

// Salvaged says what became of a damaged file.
type Salvaged struct {
	Rows    int      // that could be read
	FromLog int      // that were not there and whose texts the log still had
	Notes   []string // what was lost or is not sure, each in one sentence
}

// Salvage reads what can be read of a damaged file, from its rows and then from
// its log, and writes it into a new file at out, which must not be there yet. The
// damaged file stays as it is. The error says that nothing could be read, or that
// out could not be written.
func Salvage(path, out string) (Salvaged, error) {
	var s Salvaged
	real, err := resolve(path)
	if err != nil {
		return s, explain("salvage", path, err)
	}
	m, err := s.read(context.Background(), real)
	if err != nil {
		return s, explain("salvage", path, err)
	}
	f, err := Create(out, m)
	if err != nil {
		return s, err
	}
	return s, f.Close()
}

// read returns what can be read of the file.
func (s *Salvaged) read(ctx context.Context, path string) (*journey.Map, error) {
	name, remove, err := s.twin(ctx, path)
	if err != nil {
		return nil, err
	}
	defer remove()
	ours, err := mend(name)
	if err != nil {
		return nil, err
	}
	c, err := connect(ctx, name, careful+"&mode=rw")
	if err != nil {
		return nil, err
	}
	defer c.Close()
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	w := &wreck{ctx: ctx, tx: tx, out: s, m: journey.New("", ""), rows: map[rowRef][]any{}}
	w.tables()
	pages := carve(name)
	if ours = ours || len(pages.lines) > 0 || pages.rows[rowRef{"map", "1"}] != nil; ours {
		w.unreached(pages)
	}
	w.log(pages.lines)
	switch {
	case s.Rows+s.FromLog > 0:
	case !ours:
		return nil, notMap("another kind of file")
	default:
		return nil, notMap("a database or a part of one in which nothing of a map is left")
	}
	w.join()
	return w.m, nil
}

// mend brings the header of a copy to what SQLite opens. It reports whether anything says
// that it is a map.
func mend(path string) (ours bool, err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return false, err
	}
	var b [headerSize]byte
	if _, err := f.ReadAt(b[:], 0); err != nil {
		return false, notMap("a file of a few bytes")
	}
	ours = string(b[:len(magic)]) == magic || string(b[atAppID:atAppID+4]) == "TchL"
	copy(b[:], magic)
	copy(b[atPageSize:], []byte{pageSize >> 8, 0, 1, 1, 0, 64, 32, 32})
	pages := (info.Size() + pageSize - 1) / pageSize
	binary.BigEndian.PutUint32(b[atPages:], uint32(min(pages, 1<<31)))
	copy(b[92:96], b[24:28]) // the count of pages is valid for this change
	if _, err := f.WriteAt(b[:], 0); err != nil {
		return false, err
	}
	return ours, errors.Join(f.Truncate(pages*pageSize), f.Sync())
}

// wreck is a damaged file that is being read.
type wreck struct {
	ctx  context.Context
	tx   *sql.Tx
	out  *Salvaged
	m    *journey.Map
	rows map[rowRef][]any // what was read
	lost int              // rows that only their pages still had
	sum  digest           // of what was read
	all  bool             // so far every row of every table was read, with every column
}

func (w *wreck) note(format string, args ...any) {
	const most = 200
	if len(w.out.Notes) < most {
		w.out.Notes = append(w.out.Notes, fmt.Sprintf(format, args...))
	}
}

// tables reads the rows that can be read and holds them against their digest.
func (w *wreck) tables() {
	w.all = true
	for _, k := range journey.Kinds {
		w.table(tables[k])
	}
	said, err := readMark(w.ctx, w.tx)
	switch {
	case err != nil || !w.all:
		w.note("Whether every text that was read is as it was written cannot be told.")
	case said.content.limbs != w.sum.limbs:
		w.note("Not everything is as Touchline wrote it: the file was damaged, or another program wrote into it, and no row says where.")
	}
}

// table reads the rows of a kind that can be read.
func (w *wreck) table(t *table) {
	part := w.present(t)
	whole := w.sweep(part, t.columns[0], "", nil, func(values []any) {
		values = append([]any(nil), values...)
		ref := rowRef{t.name, keyText(values[0])}
		if _, ok := w.rows[ref]; ok || ref.row == "" {
			return
		}
		w.sum.add(t.name, values)
		if w.keep(t, values) {
			w.rows[ref] = values
			w.out.Rows++
		}
	})
	if !whole {
		w.note("A part of the table %s cannot be read.", t.name)
	}
	w.all = w.all && whole && part == t
}

// keep puts a row into the map, without the fields that hold what none can. It
// reports whether it could.
func (w *wreck) keep(t *table, values []any) bool {
	read := t.reader()
	row, err := read(values)
	if err == nil {
		w.m.Put(row)
		return true
	}
	alone := append([]any(nil), t.zeros...)
	alone[0] = values[0]
	if _, err := read(alone); err != nil {
		w.note("In table %s, a row without a key was left out.", t.name)
		return false
	}
	for i := 1; i < len(values); i++ {
		alone[i] = values[i]
		if _, err := read(alone); err != nil {
			w.note("In table %s, row %v, the column %s held no value of its kind and is empty now.", t.name, values[0], t.columns[i])
			alone[i] = t.zeros[i]
		}
	}
	copy(values, alone)
	if row, err = read(values); err == nil {
		w.m.Put(row)
	}
	return err == nil
}

// join sees to it that every row belongs to rows that are there: a stage or a lane
// that was lost is there without its texts, another reference is cleared.
func (w *wreck) join() {
	if w.m.Head.ID == "" {
		w.m.Head.ID = "salvaged"
		w.note("What the map says as a whole was lost: its title and statements.")
	}
	for _, p := range parents {
		t := tableNamed(p.table)
		i := t.column(p.column)
		for _, ref := range w.of(p.table) {
			values := w.rows[ref]
			id, _ := values[i].(string)
			if _, ok := w.rows[rowRef{p.to, id}]; ok || id == "" {
				continue
			}
			w.adopt(t, i, p.to, id, values)
		}
	}
}

// of returns the rows of a table that were read, sorted.
func (w *wreck) of(table string) []rowRef {
	var out []rowRef
	for ref := range w.rows {
		if ref.table == table {
			out = append(out, ref)
		}
	}
	slices.SortFunc(out, rowRef.compare)
	return out
}

// adopt gives a row whose parent was lost another one, or takes it out where it says
// nothing without.
func (w *wreck) adopt(t *table, column int, to, id string, values []any) {
	if t.kind == journey.KindReading || t.kind == journey.KindPromise {
		w.m.Delete(t.kind, journey.ID(fmt.Sprint(values[0])))
		delete(w.rows, rowRef{t.name, fmt.Sprint(values[0])})
		w.note("The row %v of table %s was left out: the touchpoint it says something about was lost.", values[0], t.name)
		return
	}
	parent := tableNamed(to)
	if t.columns[column] != to || parent.kind != journey.KindStage && parent.kind != journey.KindLane {
		values[column] = nil
		w.keep(t, values)
		w.note("The row %v of table %s belonged to a %s that was lost.", values[0], t.name, to)
		return
	}
	row := append([]any(nil), parent.zeros...)
	row[0] = id
	if parent.kind == journey.KindLane {
		row[parent.column("type")] = string(laneFor(t.kind))
	}
	w.rows[rowRef{to, id}] = row
	w.keep(parent, row)
	w.note("A %s was lost; it is back without its texts.", to)
}

// laneFor is the type of a lane that holds rows of a kind.
func laneFor(k journey.Kind) journey.LaneType {
	switch k {
	case journey.KindPainPoint:
		return journey.LanePainPoints
	case journey.KindOpportunity:
		return journey.LaneOpportunities
	case journey.KindMetric:
		return journey.LaneMetrics
	case journey.KindTouchpoint:
		return journey.LaneTouchpoints
	default:
		return journey.LaneText
	}
}
