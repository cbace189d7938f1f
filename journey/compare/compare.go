// Package compare says in words how two states of a map differ: what was added,
// removed, moved, retold (its texts changed) and re-felt (its emotions changed).
//
//	for _, d := range compare.Maps(before, after) {
//		fmt.Println(d.Text)
//	}
//
// Rows are told apart by their ids, so that a renamed touchpoint is the same one.
// The package knows no file and no screen.
package compare

import (
	"cmp"
	"reflect"
	"slices"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// Sort is the way in which a row differs.
type Sort string

// The ways, in the order in which they are told.
const (
	Added   Sort = "added"
	Removed Sort = "removed"
	Moved   Sort = "moved"   // to another stage or lane, or another place in the order
	Retold  Sort = "retold"  // a text changed
	Refelt  Sort = "re-felt" // an emotion changed
	Changed Sort = "changed" // anything else: a channel, a colour, a rating
)

// Sorts lists the ways.
var Sorts = []Sort{Added, Removed, Moved, Retold, Refelt, Changed}

// Difference is one way in which one row differs. A row may differ in several.
type Difference struct {
	Sort   Sort
	Kind   journey.Kind
	ID     journey.ID
	Label  string // of the row; the text it is known by
	Fields []Field
	Text   string // one line for a person
}

// Field is a field of a row before and after, in words.
type Field struct {
	Name          string
	Before, After phrase.Phrase
}

// Maps returns how b differs from a, row by row in the order of the map, first by
// kind. Maps of the same digest give none. Rows without a counterpart of their id
// count as the same where kind, label and stage leave no choice, as in maps that
// came through a format without ids.
func Maps(a, b *journey.Map) []Difference { return Of(a, b).Differences }

// Of is Maps with the maps, so that single differences can be taken over.
func Of(a, b *journey.Map) Comparison {
	out := Comparison{Before: a, After: b}
	if journey.Digest(a) == journey.Digest(b) {
		return out
	}
	out.After = paired(a, b)
	out.Differences = differences(a, out.After)
	return out
}

func differences(a, b *journey.Map) []Difference {
	c := &comparison{a: places(a), b: places(b)}
	c.carried()
	for row := range a.Rows() {
		if _, ok := same(b, row); !ok {
			c.out = append(c.out, c.whole(Removed, row, c.a))
		}
	}
	for row := range b.Rows() {
		before, ok := same(a, row)
		if !ok {
			c.out = append(c.out, c.whole(Added, row, c.b))
			continue
		}
		c.row(before, row)
	}
	c.sort()
	return c.out
}

// comparison gathers the differences of two maps.
type comparison struct {
	a, b    *placing
	shifted map[ref]bool // rows that stand at another place among those that stayed
	out     []Difference
}

// ref names a row.
type ref struct {
	kind journey.Kind
	id   journey.ID
}

func refOf(r journey.Row) ref { return ref{r.Kind(), r.RowID()} }

// same returns the row of m that r is in another state.
func same(m *journey.Map, r journey.Row) (journey.Row, bool) {
	if r.Kind() == journey.KindHead {
		return m.Head, true
	}
	return m.Row(r.Kind(), r.RowID())
}

// sort puts differences in the order in which b has the rows, those that are gone
// among their kind, and the ways of a row in the order of Sorts.
func (c *comparison) sort() {
	rank := func(d Difference) int {
		if i, ok := c.b.rank[ref{d.Kind, d.ID}]; ok {
			return i
		}
		return c.a.rank[ref{d.Kind, d.ID}]
	}
	slices.SortStableFunc(c.out, func(x, y Difference) int {
		return cmp.Or(cmp.Compare(slices.Index(journey.Kinds, x.Kind), slices.Index(journey.Kinds, y.Kind)),
			cmp.Compare(rank(x), rank(y)), cmp.Compare(slices.Index(Sorts, x.Sort), slices.Index(Sorts, y.Sort)))
	})
}

// row compares two states of a row.
func (c *comparison) row(a, b journey.Row) {
	fields := map[Sort][]Field{}
	was, is := parts(reflect.ValueOf(a), ""), parts(reflect.ValueOf(b), "")
	for i := range was {
		name, x, y := was[i].name, was[i].value, is[i].value
		if name == "ID" || name == "Order" || reflect.DeepEqual(x.Interface(), y.Interface()) {
			continue
		}
		f := Field{wordOf(a.Kind(), name), c.a.word(x), c.b.word(y)}
		if x.Type() == reflect.TypeFor[string]() && x.String() != "" && y.String() != "" {
			f.Before, f.After = apart(x.String(), y.String())
		}
		if f.Before.String() == f.After.String() && saysTheSame(x) {
			continue
		}
		s := sortOf(name, x)
		fields[s] = append(fields[s], f)
	}
	if len(fields[Moved]) == 0 && c.shifted[refOf(b)] {
		fields[Moved] = []Field{{"place", c.a.neighbour(a), c.b.neighbour(b)}}
	}
	for _, s := range Sorts {
		if len(fields[s]) > 0 {
			d := Difference{Sort: s, Kind: b.Kind(), ID: b.RowID(), Label: label(b), Fields: fields[s]}
			d.Text = d.sentence(label(a))
			c.out = append(c.out, d)
		}
	}
}

// part is a field of a row, or of a group of fields in it.
type part struct {
	name  string
	value reflect.Value
}

// parts returns the fields of a row, those of a group such as its passage one by one.
func parts(v reflect.Value, group string) []part {
	var out []part
	for i := range v.NumField() {
		f, x := v.Type().Field(i), v.Field(i)
		switch x.Interface().(type) {
		case journey.Reach:
			out = append(out, parts(x, "")...)
		case journey.Passage, journey.Events:
			out = append(out, parts(x, f.Name)...)
		default:
			out = append(out, part{group + f.Name, x})
		}
	}
	return out
}

// saysTheSame reports whether two values of a field that read the same mean the
// same: no list and an empty one, two ids of rows with one name.
func saysTheSame(v reflect.Value) bool {
	switch v.Interface().(type) {
	case journey.ID, []journey.ID, journey.State:
		return true
	}
	return false
}

// sortOf says what a change of a field is called.
func sortOf(name string, v reflect.Value) Sort {
	switch name {
	case "Stage", "Lane", "Touchpoint", "Reach", "EndStage", "EndTouchpoint":
		return Moved
	case "Expected", "Actual", "Valence":
		if v.Type() != reflect.TypeFor[journey.Quantity]() {
			return Refelt
		}
		return Changed
	}
	if v.Type() == reflect.TypeFor[string]() && name != "Color" && name != "Icon" {
		return Retold
	}
	return Changed
}

// whole is the difference of a row that is in one of the maps only.
func (c *comparison) whole(s Sort, r journey.Row, p *placing) Difference {
	d := Difference{Sort: s, Kind: r.Kind(), ID: r.RowID(), Label: label(r)}
	d.Text = string(s) + ": " + name(d.Kind, d.Label) + p.where(r)
	return d
}
