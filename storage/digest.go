package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"math"
	"math/bits"
)

// digest is the sum, modulo 2 to the 256, of the SHA-256 of every row of a set of
// tables. A change takes the old row out and puts the new one in, so that it
// costs the same at any size. The zero value is that of no row.
type digest struct {
	limbs [4]uint64 // the lowest first
	buf   []byte
}

// add puts a row in.
func (d *digest) add(table string, values []any) { d.sum(d.hash(table, values), false) }

// take takes a row out.
func (d *digest) take(table string, values []any) { d.sum(d.hash(table, values), true) }

func (d *digest) sum(h [32]byte, out bool) {
	var carry uint64
	for i := range d.limbs {
		limb := binary.LittleEndian.Uint64(h[8*i:])
		if out {
			d.limbs[i], carry = bits.Sub64(d.limbs[i], limb, carry)
		} else {
			d.limbs[i], carry = bits.Add64(d.limbs[i], limb, carry)
		}
	}
}

// hash is of the table's name and the values, each with its type and length.
func (d *digest) hash(table string, values []any) [32]byte {
	b := append(d.buf[:0], table...)
	for _, v := range values {
		switch v := v.(type) {
		case nil:
			b = append(b, 'n')
		case int64:
			b = binary.LittleEndian.AppendUint64(append(b, 'i'), uint64(v))
		case float64:
			b = binary.LittleEndian.AppendUint64(append(b, 'r'), math.Float64bits(v+0)) // SQLite keeps no -0
		case string:
			b = binary.LittleEndian.AppendUint64(append(b, 't'), uint64(len(v)))
			b = append(b, v...)
		default:
			b = append(b, '?') // no column of ours holds it; whoever reads it refuses it
		}
	}
	d.buf = b
	return sha256.Sum256(b)
}

// String returns the digest as the file holds it: 64 hexadecimal digits, the
// lowest byte first.
func (d *digest) String() string {
	var b [32]byte
	for i, limb := range d.limbs {
		binary.LittleEndian.PutUint64(b[8*i:], limb)
	}
	return hex.EncodeToString(b[:])
}

// parseDigest reads what String wrote.
func parseDigest(s string) (digest, error) {
	var d digest
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != 32 {
		return d, damage("%.70q is no digest", s)
	}
	for i := range d.limbs {
		d.limbs[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return d, nil
}

// mark is what a file says about itself as a whole.
type mark struct {
	origin       string // the digest of the rows the file began with; copies share it
	content, log digest // of the rows and of the change log
	floor        int64  // the last position that was folded into later ones
}

func readMark(ctx context.Context, tx *sql.Tx) (mark, error) {
	var m mark
	var content, log string
	err := tx.QueryRowContext(ctx, "SELECT origin, content, log, floor FROM mark").Scan(&m.origin, &content, &log, &m.floor)
	if errors.Is(err, sql.ErrNoRows) {
		return m, damage("table mark is empty")
	}
	if err != nil {
		return m, err
	}
	if m.content, err = parseDigest(content); err != nil {
		return m, err
	}
	m.log, err = parseDigest(log)
	return m, err
}

func writeMark(ctx context.Context, tx *sql.Tx, m *mark) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO mark (one, origin, content, log, floor) VALUES (1, ?, ?, ?, ?)"+
		" ON CONFLICT (one) DO UPDATE SET origin = excluded.origin, content = excluded.content, log = excluded.log, floor = excluded.floor",
		m.origin, m.content.String(), m.log.String(), m.floor)
	return err
}
