package compare

import (
	"reflect"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Comparison is two states of a map held against each other.
type Comparison struct {
	Before, After *journey.Map // a row of both has the same id in both
	Differences   []Difference
}

// Take returns the command that makes Before as After is in the way of one
// difference, and in no other.
func (c Comparison) Take(d Difference) edit.Command { return take(c.Before, c.After, d) }

// TakeBack returns the command that makes After as Before was in the way of one
// difference, and in no other.
func (c Comparison) TakeBack(d Difference) edit.Command {
	switch d.Sort {
	case Added:
		d.Sort = Removed
	case Removed:
		d.Sort = Added
	default: // it is told the other way round, and goes by the same name
	}
	return take(c.After, c.Before, d)
}

// take makes a row of ours as theirs is, in the way of a difference.
func take(ours, theirs *journey.Map, d Difference) edit.Command {
	step := edit.All{Verb: "merge", Subject: d.Label}
	their, there := rowOf(theirs, d)
	our, here := rowOf(ours, d)
	switch {
	case d.Sort == Removed || !there:
		step.Commands = []edit.Command{edit.Remove{Kind: d.Kind, ID: d.ID}}
	case d.Sort == Added || !here:
		step.Commands = []edit.Command{edit.Put{Rows: append(missing(ours, theirs, their), their)}}
	default:
		r := blended(our, their, d.Sort)
		step.Commands = []edit.Command{edit.Put{Rows: append(missing(ours, theirs, r), r)}}
	}
	return step
}

func rowOf(m *journey.Map, d Difference) (journey.Row, bool) {
	if d.Kind == journey.KindHead {
		return m.Head, true
	}
	return m.Row(d.Kind, d.ID)
}

// blended returns ours with those fields of theirs that belong to a way of differing.
func blended(ours, theirs journey.Row, s Sort) journey.Row {
	out := reflect.New(reflect.TypeOf(ours)).Elem()
	out.Set(reflect.ValueOf(ours))
	from := reflect.ValueOf(theirs)
	for i := range from.NumField() {
		name := from.Type().Field(i).Name
		if name == "ID" {
			continue
		}
		if name == "Order" && s == Moved || name != "Order" && sortOf(name, from.Field(i)) == s {
			out.Field(i).Set(from.Field(i))
		}
	}
	r, _ := out.Interface().(journey.Row)
	return r
}

// missing returns the rows of theirs that r names and ours lacks, and what they
// name in turn.
func missing(ours, theirs *journey.Map, r journey.Row) []journey.Row {
	var out []journey.Row
	seen := map[journey.ID]bool{r.RowID(): true}
	for queue := []journey.Row{r}; len(queue) > 0; queue = queue[1:] {
		for _, id := range References(queue[0]) {
			row, there := theirs.Find(id)
			if _, have := ours.Find(id); have || !there || seen[id] {
				continue
			}
			seen[id] = true
			out = append(out, row)
			queue = append(queue, row)
		}
	}
	return out
}

// References returns the ids of the other rows a row names.
func References(r journey.Row) []journey.ID { return named(reflect.ValueOf(r)) }

func named(v reflect.Value) []journey.ID {
	var out []journey.ID
	for i := range v.NumField() {
		field := v.Type().Field(i)
		switch x := v.Field(i).Interface().(type) {
		case journey.ID:
			if field.Name != "ID" && x != "" {
				out = append(out, x)
			}
		case []journey.ID:
			out = append(out, x...)
		case journey.Reach:
			out = append(out, named(v.Field(i))...)
		}
	}
	return out
}
