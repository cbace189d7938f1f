// Package markdown writes the touchpoints of a map as a Markdown document: its
// title, its scenario, and for each stage a heading and a table. It reads such a
// document again, and tables of touchpoints people wrote.
//
// The tables are those GitHub's Markdown has. Columns nothing stands in are left
// out; the columns are those of package table. Every text is escaped, so that it
// stays in its cell and reads as it was typed. The package knows no file and no
// screen; what it reads counts as hostile.
package markdown
