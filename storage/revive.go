package storage

import (
	"cmp"
	"slices"

	"touchline.app/journey/edit"
)

// parents are the columns that hold the key of another row.
var parents = []struct{ table, column, to string }{
	{"touchpoint", "stage", "stage"},
	{"touchpoint", "lane", "lane"},
	{"touchpoint", "channel", "channel"},
	{"note", "stage", "stage"},
	{"note", "touchpoint", "touchpoint"},
	{"note", "lane", "lane"},
	{"note", "end_stage", "stage"},
	{"note", "end_touchpoint", "touchpoint"},
	{"pain_point", "stage", "stage"},
	{"pain_point", "touchpoint", "touchpoint"},
	{"pain_point", "lane", "lane"},
	{"pain_point", "end_stage", "stage"},
	{"pain_point", "end_touchpoint", "touchpoint"},
	{"opportunity", "stage", "stage"},
	{"opportunity", "touchpoint", "touchpoint"},
	{"opportunity", "lane", "lane"},
	{"opportunity", "end_stage", "stage"},
	{"opportunity", "end_touchpoint", "touchpoint"},
	{"metric", "stage", "stage"},
	{"metric", "touchpoint", "touchpoint"},
	{"metric", "lane", "lane"},
	{"reading", "touchpoint", "touchpoint"},
	{"promise", "from_touchpoint", "touchpoint"},
	{"promise", "to_touchpoint", "touchpoint"},
}

// revive brings rows back that one copy deleted while another put something into
// them: a stage with a new touchpoint is better there than the touchpoint nowhere.
func (f *File) revive(r *recorder, before map[rowRef][]any) error {
	for range len(tables) { // what comes back may itself belong to something
		var missing []rowRef
		for _, ref := range parents {
			found, err := refs(r.ctx, r.tx, "SELECT DISTINCT '"+ref.to+"', "+ref.column+" FROM "+ref.table+" WHERE "+ref.column+
				" IS NOT NULL AND "+ref.column+" NOT IN (SELECT id FROM "+ref.to+")")
			if err != nil {
				return err
			}
			missing = append(missing, found...)
		}
		if len(missing) == 0 {
			return nil
		}
		slices.SortFunc(missing, rowRef.compare)
		if err := f.bringBack(r, slices.Compact(missing), before); err != nil {
			return err
		}
	}
	return nil
}

func (f *File) bringBack(r *recorder, missing []rowRef, before map[rowRef][]any) error {
	if err := r.begin(f.source, f.actor); err != nil {
		return err
	}
	for _, ref := range missing {
		t := tableNamed(ref.table)
		of, err := lines(r.ctx, r.tx, " WHERE kind = ? AND row = ?", ref.table, ref.row)
		if err != nil {
			return err
		}
		to := t.revived(ref.row, of)
		if _, err := t.reader()(to); err != nil {
			return err
		}
		if err := t.log(r, nil, to, nil); err != nil {
			return err
		}
		if err := t.put(r.ctx, r.tx, nil, to, &r.mark.content); err != nil {
			return err
		}
		if _, ok := before[ref]; !ok {
			before[ref] = nil
		}
	}
	return r.finish(edit.Patch{Verb: "merge"}, true)
}

func (r rowRef) compare(o rowRef) int {
	return cmp.Or(cmp.Compare(r.table, o.table), cmp.Compare(r.row, o.row))
}

// equal reports whether two rows have the same values.
func equal(a, b []any) bool { return (a == nil) == (b == nil) && slices.Equal(a, b) }

// sortChanges puts changes in an order that does not depend on chance.
func sortChanges(changes []edit.Change) {
	slices.SortFunc(changes, func(a, b edit.Change) int {
		return cmp.Or(cmp.Compare(a.Row().Kind(), b.Row().Kind()), cmp.Compare(a.Row().RowID(), b.Row().RowID()))
	})
}
