package journey

import (
	"iter"
	"unicode"
)

// rightToLeft are the scripts written from the right.
var rightToLeft = []*unicode.RangeTable{
	unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam,
	unicode.Hanifi_Rohingya, unicode.Mandaic, unicode.Samaritan,
}

// RightToLeft reports whether the stages run from the right: where the head does
// not say so, they do when the first letter of the title, or else of the names of
// the stages, belongs to a script written from the right.
func (m *Map) RightToLeft() bool {
	if m.Head.Direction != "" {
		return m.Head.Direction == RightToLeft
	}
	for s := range m.naming() {
		for _, r := range s {
			if unicode.IsLetter(r) {
				return unicode.In(r, rightToLeft...)
			}
		}
	}
	return false
}

// naming gives the texts that say which language a map is in.
func (m *Map) naming() iter.Seq[string] {
	return func(yield func(string) bool) {
		if !yield(m.Head.Title) {
			return
		}
		for _, s := range m.StagesInOrder() {
			if !yield(s.Name) {
				return
			}
		}
	}
}
