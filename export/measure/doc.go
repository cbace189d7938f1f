// Package measure reads tables of what was measured along a journey: events of
// customers (who was at which touchpoint when), counts of customers by touchpoint
// or stage, and metrics with target and actual. Columns may stand in any order and
// are known by their names in several languages; touchpoints and stages are found
// by likeness of names, and whatever is in doubt can be said.
//
//	t, err := measure.Look(ctx, source, layout, m, measure.Said{})
//	change, err := t.Change(ctx, m, ids.Next)
//
// Of customers only counts are kept. The package owns what such tables mean; it
// knows no window.
package measure
