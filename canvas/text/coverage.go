package text

import (
	"reflect"
	"unsafe"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// floodable is the number of glyphs from which on the shaper's digest of a lookup
// can be full.
const floodable = 64

// mendCoverage works around a fault of the shaper (go-text/typesetting issue 278,
// mended after version 0.3.5): of a lookup whose glyphs are listed as ranges it
// forgets those behind the first long range, so that Arabic letters do not join
// and pairs are not kerned. Lists of single glyphs are not forgotten; mendCoverage
// turns ranges into those. The shaper keeps most of the lists in fields without an
// exported name. A font must not be in use yet.
func mendCoverage(ft *font.Font) {
	for _, l := range ft.GSUB.Lookups {
		mendLookup(l.Subtables)
	}
	for _, l := range ft.GPOS.Lookups {
		mendLookup(l.Subtables)
	}
}

// mendLookup mends the subtables of one lookup.
func mendLookup[T interface{ Cov() tables.Coverage }](subtables []T) {
	glyphs := 0
	for _, s := range subtables {
		if c := s.Cov(); c != nil {
			glyphs += c.Len()
		}
	}
	if glyphs < floodable {
		return
	}
	for i, s := range subtables {
		v := reflect.New(reflect.TypeOf(s)).Elem()
		v.Set(reflect.ValueOf(s))
		if mendValue(v) {
			subtables[i] = v.Interface().(T)
		}
	}
}

var coverageType = reflect.TypeFor[tables.Coverage]()

// mendValue replaces ranges in the fields of a subtable, which is addressable,
// and in what its field Data holds. It reports whether there was a change.
func mendValue(v reflect.Value) bool {
	changed := false
	for i := range v.NumField() {
		f := v.Field(i)
		f = reflect.NewAt(f.Type(), unsafe.Pointer(f.UnsafeAddr())).Elem() // may have no exported name
		switch {
		case f.Type() == coverageType:
			changed = mendField(f) || changed
		case f.Kind() == reflect.Slice && f.Type().Elem() == coverageType:
			for k := range f.Len() {
				changed = mendField(f.Index(k)) || changed
			}
		case f.Kind() == reflect.Interface && !f.IsNil() && f.Elem().Kind() == reflect.Struct:
			data := reflect.New(f.Elem().Type()).Elem()
			data.Set(f.Elem())
			if mendValue(data) {
				f.Set(data)
				changed = true
			}
		}
	}
	return changed
}

// mendField replaces one list of ranges.
func mendField(f reflect.Value) bool {
	ranges, ok := f.Interface().(tables.Coverage2)
	if !ok {
		return false
	}
	list := tables.Coverage1{Glyphs: make([]tables.GlyphID, 0, ranges.Len())}
	for _, r := range ranges.Ranges {
		if int(r.StartCoverageIndex) != len(list.Glyphs) || r.EndGlyphID < r.StartGlyphID {
			return false // not as the format wants it
		}
		for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
			list.Glyphs = append(list.Glyphs, tables.GlyphID(g))
		}
	}
	f.Set(reflect.ValueOf(list))
	return true
}
