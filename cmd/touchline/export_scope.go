package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"touchline.app/export/press"
	"touchline.app/journey"
)

// scope finds the stages and lanes the flags name in a map.
func (x *exporting) scope(m *journey.Map, o press.Options) (press.Options, error) {
	var stages, lanes []named
	for _, s := range m.StagesInOrder() {
		stages = append(stages, named{s.ID, []string{s.Name}})
	}
	for _, l := range m.LanesInOrder() {
		lanes = append(lanes, named{l.ID, []string{l.Name, string(l.Type)}})
	}
	var err error
	if o.Stages, err = pick("stage", x.stages, stages); err != nil {
		return o, err
	}
	o.Lanes, err = pick("lane", x.lanes, lanes)
	return o, err
}

// named is a stage or lane with what it goes by.
type named struct {
	id    journey.ID
	names []string
}

// pick returns those of all that a list names: by name, by number from 1, or a
// range of either. A name that several have means all of them.
func pick(what, list string, all []named) ([]journey.ID, error) {
	var ids []journey.ID
	if strings.TrimSpace(list) == "" {
		return nil, nil
	}
	for part := range strings.SplitSeq(list, ",") {
		part = strings.TrimSpace(part)
		found := find(part, all)
		for _, between := range []string{"..", "-"} {
			from, to, ok := strings.Cut(part, between)
			if a, b := find(from, all), find(to, all); len(found) == 0 && ok && len(a) > 0 && len(b) > 0 && a[0] <= b[len(b)-1] {
				for i := a[0]; i <= b[len(b)-1]; i++ {
					found = append(found, i)
				}
			}
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("the map has no %s %q; it has %s", what, part, listed(all))
		}
		for _, i := range found {
			if !slices.Contains(ids, all[i].id) {
				ids = append(ids, all[i].id)
			}
		}
	}
	return ids, nil
}

// find returns the indices of what a name or number means.
func find(name string, all []named) []int {
	name = strings.TrimSpace(name)
	var out []int
	for i, n := range all {
		for _, s := range n.names {
			if s != "" && strings.EqualFold(strings.TrimSpace(s), name) && !slices.Contains(out, i) {
				out = append(out, i)
			}
		}
	}
	if n, err := strconv.Atoi(name); err == nil && len(out) == 0 && n >= 1 && n <= len(all) {
		out = append(out, n-1)
	}
	return out
}

func listed(all []named) string {
	if len(all) == 0 {
		return "none"
	}
	out := make([]string, len(all))
	for i, n := range all {
		out[i] = strconv.Itoa(i + 1)
		if at := slices.IndexFunc(n.names, func(s string) bool { return s != "" }); at >= 0 {
			out[i] = n.names[at]
		}
	}
	return strings.Join(out, ", ")
}
