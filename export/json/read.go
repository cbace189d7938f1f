package json

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"

	"touchline.app/export"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// ErrDigest says that a document has another content than it was written with.
var ErrDigest = phrase.New("its content does not fit its digest, so it was changed after it was written; " +
	"if that was on purpose, take the line with the digest out")

// ErrNewer says that a newer version of the program wrote a document.
var ErrNewer = phrase.New("a newer version of Touchline wrote this map, and is needed to open it")

// Read returns the map of a document. The name is that of the file, for
// messages. A document without a digest is taken as a person wrote it: ids and
// order keys that are missing are given, what can be put right is, with a
// warning. The error is a sentence for a person and names line and field; it is
// an ErrDigest where the document has a digest and it does not fit.
func Read(name string, data []byte) (*journey.Map, []export.Warning, error) {
	d, err := read(name, data)
	if err != nil {
		return nil, nil, err
	}
	return d.m, d.warnings, nil
}

// Verified is Read for a document that has to have a digest; one without is an
// ErrDigest. What it warns of was so when it was written.
func Verified(name string, data []byte) (*journey.Map, error) {
	d, err := read(name, data)
	switch {
	case err != nil:
		return nil, err
	case d.digest == "":
		return nil, phrase.Errorf("%s: %w", name, ErrDigest)
	}
	return d.m, nil
}

func read(name string, data []byte) (*document, error) {
	s, err := newScanner(name, data)
	if err != nil {
		return nil, err
	}
	d := &document{reader: reader{scanner: s, name: name}, m: &journey.Map{}, places: map[key]place{}}
	if s.peek() != '{' {
		return nil, phrase.Errorf("%s is JSON, but no map of Touchline", name)
	}
	d.object(d.part)
	if d.err == nil {
		d.err = d.complete(data)
	}
	return d, d.err
}

// Is reports whether data looks like a document of this package, whole or not.
func Is(data []byte) bool {
	head := string(data[:min(len(data), 4096)])
	return strings.HasPrefix(strings.TrimLeft(head, "\ufeff \t\r\n"), "{") && strings.Contains(head, `"`+Format+`"`)
}

// document is a map on its way out of its JSON.
type document struct {
	reader
	m      *journey.Map
	format string
	digest string
	rows   []journey.Row // in the order of the document, the head among them
	count  int
	places map[key]place
}

// key names a row, place says where the document has it.
type (
	key struct {
		kind journey.Kind
		id   journey.ID
	}
	place struct {
		at   int
		path string
	}
)

// part reads one field of the document.
func (d *document) part(name string) {
	switch name {
	case "format":
		if d.format = d.textOf(field{}); d.format != Format {
			d.fail("is %q, not %q", shorten(d.format), Format)
		}
	case "version":
		if v := d.wholeOf(); v > Version {
			d.fail("is %d: %w", v, ErrNewer)
		} else if v < 1 {
			d.fail("is %d, which never was", v)
		}
	case "digest":
		d.digest = d.textOf(field{})
	case "map":
		d.row(headType, journey.KindHead)
	case "$schema":
		d.skip()
	default:
		for _, t := range tables {
			if t.name == name {
				d.array(func(int) { d.row(t.row, t.kind) })
				return
			}
		}
		d.unknown()
	}
}

// row reads one row.
func (d *document) row(t reflect.Type, k journey.Kind) {
	at := d.at
	if d.count++; d.count > MaxRows {
		d.fail("is one row more than the %d a map may have", MaxRows)
		return
	}
	v := reflect.New(t).Elem()
	d.fields(v)
	if d.err != nil {
		return
	}
	id := v.FieldByName("ID")
	if id.String() == "" {
		id.SetString(missing(d.count))
	}
	r := v.Interface().(journey.Row)
	if first, twice := d.places[key{k, r.RowID()}]; twice {
		d.at = at
		d.fail("has the id %q, which %s on line %d has as well", shorten(id.String()), first.path, line(d.data, first.at))
		return
	}
	d.places[key{k, r.RowID()}] = place{at: at, path: d.where()}
	d.rows = append(d.rows, r)
	d.m.Put(r)
}

// missing stands for the id of a row that has none. No map has it: it holds a
// null character, which no valid text does.
func missing(n int) string { return fmt.Sprintf("\x00%d", n) }

// complete looks at the rows together.
func (d *document) complete(data []byte) error {
	switch {
	case d.format == "":
		return phrase.Errorf("%s is JSON, but no map of Touchline: it does not say \"format\": %q", d.name, Format)
	case d.digest == "":
		d.give(data)
	}
	for _, p := range d.m.Validate() {
		at, known := d.places[key{p.Kind, p.ID}]
		if !known {
			return phrase.Errorf("%s has no \"map\" with the title and what else it says as a whole", d.name)
		}
		path := at.path + "." + fieldPath(p)
		if strings.HasPrefix(string(p.ID), "\x00") {
			p.Problem = "is missing" // a document with a digest leaves no id out
		}
		if !slight(d.m, p) {
			return d.problem(at.at, path, errors.New(p.Problem))
		}
		d.slight(p, at, path)
	}
	if d.digest != "" && d.digest != journey.Digest(d.m) {
		return phrase.Errorf("%s: %w", d.name, ErrDigest)
	}
	return nil
}

// slight puts right what a person wrote, and leaves alone what a digest covers.
func (d *document) slight(p journey.FieldError, at place, path string) {
	if d.digest != "" {
		d.warn(at.at, path, phrase.Of("%s", p.Problem))
		return
	}
	d.warn(at.at, path, phrase.Of("%s: left out", p.Problem))
	r, _ := d.m.Row(p.Kind, p.ID)
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	v.FieldByName(p.Field).SetString("")
	d.m.Put(v.Interface().(journey.Row))
}

// fieldPath is the field of a problem as the document names it.
func fieldPath(p journey.FieldError) string {
	t := headType
	for _, table := range tables {
		if table.kind == p.Kind {
			t = table.row
		}
	}
	var out []string
	for name := range strings.SplitSeq(p.Field, ".") {
		out = append(out, jsonName(t, name))
		if f, ok := t.FieldByName(name); ok && formOf(f.Type) == object {
			t = f.Type
		}
	}
	return strings.Join(out, ".")
}

// give gives the rows the ids and order keys they lack. The same document gives
// the same ones.
func (d *document) give(data []byte) {
	ids := journey.NewIDs(rand.NewChaCha8(sha256.Sum256(data)))
	last := map[journey.Kind]string{}
	for _, r := range d.rows {
		if f := reflect.ValueOf(r).FieldByName("Order"); f.IsValid() && ordered(f.String()) {
			last[r.Kind()] = max(last[r.Kind()], f.String())
		}
	}
	for _, r := range d.rows {
		v := reflect.New(reflect.TypeOf(r)).Elem()
		v.Set(reflect.ValueOf(r))
		at := d.places[key{r.Kind(), r.RowID()}]
		if strings.HasPrefix(string(r.RowID()), "\x00") {
			d.m.Delete(r.Kind(), r.RowID())
			v.FieldByName("ID").SetString(string(ids.Next()))
		}
		if f := v.FieldByName("Order"); f.IsValid() && !ordered(f.String()) {
			if f.String() != "" {
				d.warn(at.at, at.path+".order", phrase.Of("%q is no order key: put last", shorten(f.String())))
			}
			next, _ := journey.Between(last[r.Kind()], "") // of a key that is in order there is one after it
			last[r.Kind()] = next
			f.SetString(next)
		}
		r := v.Interface().(journey.Row)
		d.places[key{r.Kind(), r.RowID()}] = at
		d.m.Put(r)
	}
}

// ordered reports whether a text is an order key.
func ordered(s string) bool {
	if s == "" {
		return false
	}
	_, err := journey.Between(s, "")
	return err == nil
}
