package merge

import "slices"

// Taken is a field that differs between ours and theirs, and what is done about it.
type Taken struct {
	Name         string
	Ours, Theirs any
	Apart        bool // both changed it: ours stays and theirs is kept beside it
}

// ThreeWay compares two states of one row with the one both come from, sorted by
// field. A field that only one of them changed takes that change; where both did,
// ours stays. Fields that only we changed are not mentioned. Known reports whether
// our own past already holds a value: then theirs is an older state of ours.
func ThreeWay(base, ours, theirs map[string]any, known func(name string, value any) bool) []Taken {
	var out []Taken
	for _, name := range names(ours, theirs) {
		a, b, was := ours[name], theirs[name], base[name]
		if a == b || b == was || known(name, b) {
			continue
		}
		out = append(out, Taken{Name: name, Ours: a, Theirs: b, Apart: a != was})
	}
	return out
}

func names(rows ...map[string]any) []string {
	var out []string
	for _, r := range rows {
		for name := range r {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
