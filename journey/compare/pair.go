package compare

import (
	"reflect"

	"touchline.app/journey"
)

// paired returns b with the ids of a for rows that have no counterpart by id and
// one alone by kind, label and stage. It returns b itself where there are none.
func paired(a, b *journey.Map) *journey.Map {
	as := map[journey.ID]journey.ID{}
	if b.Head.ID != a.Head.ID {
		as[b.Head.ID] = a.Head.ID
	}
	ours, theirs := strangers(a, b), strangers(b, a)
	for key, rows := range theirs {
		if mine := ours[key]; len(rows) == 1 && len(mine) == 1 {
			as[rows[0]] = mine[0]
		}
	}
	if len(as) == 0 {
		return b
	}
	out := journey.New("", "")
	for r := range b.Rows() {
		v := reflect.New(reflect.TypeOf(r)).Elem()
		v.Set(reflect.ValueOf(r))
		renamed(v, as)
		out.Put(v.Interface().(journey.Row))
	}
	return out
}

// strangers returns the rows of m that are not in other, by what they are known by.
func strangers(m, other *journey.Map) map[string][]journey.ID {
	stages := map[journey.ID]string{}
	for _, s := range m.StagesInOrder() {
		stages[s.ID] = label(s)
	}
	out := map[string][]journey.ID{}
	for r := range m.Rows() {
		if _, ok := same(other, r); ok || label(r) == "" {
			continue
		}
		key := string(r.Kind()) + "\x00" + label(r)
		if f := reflect.ValueOf(r).FieldByName("Stage"); f.IsValid() {
			key += "\x00" + stages[journey.ID(f.String())]
		}
		out[key] = append(out[key], r.RowID())
	}
	return out
}

// renamed gives the ids of a row other names.
func renamed(v reflect.Value, as map[journey.ID]journey.ID) {
	for i := range v.NumField() {
		switch x := v.Field(i).Interface().(type) {
		case journey.ID:
			if to, ok := as[x]; ok {
				v.Field(i).SetString(string(to))
			}
		case []journey.ID:
			ids := append([]journey.ID(nil), x...)
			for j, id := range ids {
				if to, ok := as[id]; ok {
					ids[j] = to
				}
			}
			v.Field(i).Set(reflect.ValueOf(ids))
		}
	}
}
