// Package passage counts how customers came by the touchpoints of a map, from
// events: a customer, a touchpoint, a time. It finds who finished the journey, the
// path most of those took, and how the others went: what they skipped, repeated,
// met out of order or met off the map.
//
//	c := passage.New(m)
//	c.Add("customer 7", "touchpoint id", time.Now())
//	change := c.Count("").Change(m, source)
//
// Of the customers only counts are kept. The package knows no file and no screen.
package passage
