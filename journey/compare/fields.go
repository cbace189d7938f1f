package compare

import (
	"reflect"

	"touchline.app/journey"
)

// FieldsOf returns the names of the fields in which two states of a row differ, as a
// comparison calls them, in the order of the model; the place in an order is none.
// Rows of two kinds have no fields in common.
func FieldsOf(a, b journey.Row) []string {
	if a == nil || b == nil || a.Kind() != b.Kind() {
		return nil
	}
	var out []string
	was, is := parts(reflect.ValueOf(a), ""), parts(reflect.ValueOf(b), "")
	for i := range was {
		name, x, y := was[i].name, was[i].value.Interface(), is[i].value.Interface()
		if name == "ID" || name == "Order" || reflect.DeepEqual(x, y) {
			continue
		}
		word := wordOf(a.Kind(), name)
		if before, ok := x.(journey.Emotion); ok {
			after, _ := y.(journey.Emotion)
			word += worded(before, after)
		}
		out = append(out, word)
	}
	return out
}

// worded says which words of an emotion are others, where nothing else of it is.
func worded(a, b journey.Emotion) string {
	word, quote := a.Word != b.Word, a.Quote != b.Quote
	a.Word, a.Quote = b.Word, b.Quote
	switch {
	case !reflect.DeepEqual(a, b) || word == quote:
		return ""
	case word:
		return " word"
	}
	return " quote"
}
