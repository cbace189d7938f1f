// Package merge brings copies of a map that parted together again, field by
// field.
//
// Every change of a field is a [Line]: what it wrote, when, by whom, and which
// line it replaced. The newest line of a field says its value, so that copies
// which hold the same lines show the same map, whatever the order in which they
// learned of them. A line that nobody replaced knowingly and that is not the
// newest is a [Conflict]: its value is kept, and a person settles which shall be.
//
//	values := merge.Row(now, lines)    // the row as the lines have it
//	open := merge.Conflicts(lines)     // what others wrote at the same time
//
// Values are those of a SQLite column: nil, int64, float64 or string, where nil
// stands for the empty value of any field. The package knows no file and no
// table; storage keeps the lines.
package merge
