// Package evidence turns answers of customers into emotions: the figures of a
// column of answers, the scale they were given on, its way onto the valence, and
// how like the name of a question is to the title of a touchpoint.
//
// It owns arithmetic. It must not know files, tables or screens.
package evidence
