// Package grid reads tables as people have them: text in any encoding, with any
// delimiter and with faults in its quotes, Excel workbooks, tables in Markdown.
// It finds out how a table is written, says so in a Layout that can be corrected,
// and hands out its rows one after the other, however long it is.
//
// It owns bytes and cells. It must not know what a table means.
package grid
