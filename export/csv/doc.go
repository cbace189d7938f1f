// Package csv writes the touchpoints of a map as comma-separated values, one a
// row, and reads such a table again, whichever program wrote it.
//
//	warnings, err := csv.Write(w, m, csv.Options{})
//	m, warnings, err := csv.Read("survey.csv", data)
//
// What is written follows RFC 4180, in UTF-8. A text that a spreadsheet would
// run as a formula gets an apostrophe before it, which Read takes off again;
// numbers stay numbers. The columns are those of package table. The package
// knows no file and no screen; what it reads counts as hostile.
package csv
