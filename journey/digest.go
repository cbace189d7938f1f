package journey

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"time"
)

// Digest returns the SHA-256 of what the map says, in hexadecimal. It does not
// depend on ids, on how order keys are spelled or on when the map was written:
// a reference counts as the position of the row it names, an order key as the
// position it gives. Fields at their zero value are left out, so that a field
// added to the model later leaves the digests of older maps as they are.
func Digest(m *Map) string {
	d := digester{at: map[ID]int{}}
	d.out = append(d.out, "touchline map 1\n"...)
	tables := map[Kind][]Row{}
	for r := range m.Rows() {
		if head, ok := r.(Head); ok && head.State == "" {
			head.State = CurrentState
			r = head
		}
		tables[r.Kind()] = append(tables[r.Kind()], r)
	}
	for _, k := range Kinds {
		d.table(k, tables[k])
	}
	sum := sha256.Sum256(d.out)
	return hex.EncodeToString(sum[:])
}

// digester writes tables in the order of Kinds, so that the rows a reference
// may name have their positions before it is written.
type digester struct {
	out []byte
	at  map[ID]int // position of each row within its table, from 1
}

// entry is a row on its way into the digest. Rows are sorted by where they
// stand on the map; of two at the same place the content decides, never the id.
type entry struct {
	id    ID
	place [2]int // stage and lane, or lane last where the order runs across lanes
	order string
	lane  int
	text  string
}

func (d *digester) table(k Kind, rows []Row) {
	entries := make([]entry, len(rows))
	for i, r := range rows {
		entries[i] = d.entry(r)
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(slices.Compare(a.place[:], b.place[:]), cmp.Compare(a.order, b.order),
			cmp.Compare(a.lane, b.lane), cmp.Compare(a.text, b.text))
	})
	d.out = append(d.out, fmt.Sprintf("%s %d\n", k, len(entries))...)
	for i, e := range entries {
		d.at[e.id] = i + 1
		d.out = append(append(d.out, e.text...), '\n')
	}
}

func (d *digester) entry(r Row) entry {
	v := reflect.ValueOf(r)
	e := entry{id: r.RowID(), text: string(d.fields(nil, v))}
	if f := v.FieldByName("Order"); f.IsValid() {
		e.order = f.String()
	}
	switch r := r.(type) {
	case Touchpoint:
		e.place, e.lane = [2]int{d.at[r.Stage]}, d.at[r.Lane]
	case Note:
		e.place = [2]int{d.at[r.Stage], d.at[r.Lane]}
	case PainPoint:
		e.place = [2]int{d.at[r.Stage], d.at[r.Lane]}
	case Opportunity:
		e.place = [2]int{d.at[r.Stage], d.at[r.Lane]}
	case Metric:
		e.place = [2]int{d.at[r.Stage], d.at[r.Lane]}
	}
	return e
}

// fields appends the fields of a struct that are not zero, each as name=value.
// An empty source of evidence counts as assumed and an empty emotion of a reading
// as the actual one, so neither is written.
func (d *digester) fields(out []byte, v reflect.Value) []byte {
	for i := range v.NumField() {
		name, f := v.Type().Field(i).Name, v.Field(i)
		if name == "ID" || name == "Order" || f.IsZero() || f.Interface() == any(Assumed) || f.Interface() == any(FeltActual) {
			continue
		}
		if text := d.value(nil, f); string(text) != "{}" {
			out = append(append(out, name...), '=')
			out = append(append(out, text...), ' ')
		}
	}
	return out
}

func (d *digester) value(out []byte, v reflect.Value) []byte {
	switch x := v.Interface().(type) {
	case ID:
		return strconv.AppendInt(out, int64(d.at[x]), 10)
	case time.Time:
		return x.AppendFormat(out, time.DateOnly)
	}
	switch v.Kind() {
	case reflect.Struct:
		out = d.fields(append(out, '{'), v)
		return append(out, '}')
	case reflect.Slice:
		out = append(out, '[')
		for i := range v.Len() {
			out = append(d.value(out, v.Index(i)), ' ')
		}
		return append(out, ']')
	case reflect.String:
		return strconv.AppendQuote(out, v.String())
	case reflect.Float64:
		return strconv.AppendFloat(out, v.Float()+0, 'g', -1, 64)
	default:
		return fmt.Append(out, v.Interface())
	}
}
