package storage

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"touchline.app/journey/merge"
)

// prefix is a digest of the stamps of all patches up to a position: two copies are
// in the same state at positions of the same prefix, whatever order they took the
// patches in.
type prefix [4]uint64

func (p *prefix) add(s merge.Stamp) {
	sum := sha256.Sum256(fmt.Append(nil, s.Clock, " ", s.Actor))
	for i := range p {
		p[i] += binary.LittleEndian.Uint64(sum[8*i:])
	}
}

// takeVersions takes over the named versions of another copy whose state this one
// went through too. It returns the names of the others: the state they name, with
// what only the other copy had then, is none this log can be walked back to.
func (f *File) takeVersions(r *recorder, other *copyOf) ([]string, error) {
	if len(other.versions) == 0 {
		return nil, nil
	}
	states, err := statesOf(r)
	if err != nil {
		return nil, err
	}
	ours, err := namedVersions(r.ctx, r.tx)
	if err != nil {
		return nil, err
	}
	named := map[string]int64{}
	for _, v := range ours {
		named[v.Name] = v.Position
	}
	var left []string
	var sum prefix
	next := 0
	for _, v := range other.versions { // sorted by position
		for ; next < len(other.patches) && other.patches[next].position <= v.Position; next++ {
			sum.add(other.patches[next].Stamp)
		}
		position, ok := states[sum]
		if v.Position < other.floor {
			ok = false // its log was folded; what is left of it names no state of ours
		}
		if at, taken := named[v.Name]; taken && ok && at == position {
			continue
		} else if taken || !ok {
			left = append(left, v.Name)
			continue
		}
		values := []any{v.Name, v.Made.UnixMilli(), position}
		if _, err := r.tx.ExecContext(r.ctx, logTables[3].insertion(), values...); err != nil {
			return nil, err
		}
		r.mark.log.add("version", values)
	}
	return left, nil
}

// statesOf returns the positions of the log by the patches up to them.
func statesOf(r *recorder) (map[prefix]int64, error) {
	out := map[prefix]int64{}
	var sum prefix
	if r.mark.floor == 0 {
		out[sum] = 0
	}
	rows, err := r.tx.QueryContext(r.ctx, "SELECT position, clock, actor FROM patch ORDER BY position")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var position int64
		var s merge.Stamp
		if err := rows.Scan(&position, &s.Clock, &s.Actor); err != nil {
			return nil, err
		}
		if sum.add(s); position >= r.mark.floor {
			out[sum] = position
		}
	}
	return out, rows.Err()
}
