// Package inventory makes maps of tables of touchpoints that were not made for
// it: a row for each step with columns in any order and language, or stages side
// by side with a row for each kind of thing; as CSV, in a workbook, or in the
// middle of a Markdown text.
//
// It owns what the columns of such tables are called and what their cells mean.
// It must not know files, screens or storage.
package inventory
