package merge

import (
	"cmp"
	"slices"
)

// Conflict is a value somebody gave a field without knowing of the one it has.
type Conflict struct {
	Field
	Present any  // the value that is shown
	There   bool // whether the row is there; where it is not, Present is not shown either
	Other   Line // the line whose value is not shown
}

// Conflicts returns what the lines of one row leave to settle, sorted by field
// and stamp. It is a function of the lines alone: copies that hold the same lines
// have the same conflicts.
func Conflicts(lines []Line) []Conflict {
	fields := byName(lines)
	there, ok := Newest(fields[""])
	absent := ok && there.New == nil
	deletions := map[Stamp]bool{}
	for _, l := range fields[""] {
		deletions[l.Stamp] = l.New == nil
	}
	var out []Conflict
	for name, of := range fields {
		newest, _ := Newest(of)
		if absent && name != "" && newest.New != nil {
			out = append(out, Conflict{Field: newest.Field, Other: newest}) // outlived the deletion
		}
		for _, l := range loose(of, newest) {
			if name != "" && deletions[l.Stamp] || name == "" && absent {
				continue // told once, by the row or by its fields
			}
			out = append(out, Conflict{Field: l.Field, Present: newest.New, There: !absent, Other: l})
		}
	}
	slices.SortFunc(out, func(a, b Conflict) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), a.Other.Compare(b.Other.Stamp))
	})
	return out
}

// loose returns the lines of a field that no other replaced and that say
// something else than the newest one, each value once.
func loose(lines []Line, newest Line) []Line {
	replaced := map[Stamp]bool{}
	for _, l := range lines {
		replaced[l.Prior] = true
	}
	var out []Line
	for _, l := range lines {
		if l.Stamp == newest.Stamp || replaced[l.Stamp] || l.New == newest.New || l.New == l.Old { // the last settles another
			continue
		}
		if i := slices.IndexFunc(out, func(o Line) bool { return o.New == l.New }); i >= 0 {
			if l.Compare(out[i].Stamp) > 0 {
				out[i] = l
			}
			continue
		}
		out = append(out, l)
	}
	return out
}
