// Package phrase owns what is said to a person before it is said in a language: an
// English pattern and the facts that fill it.
//
//	var ErrFull = phrase.New("the disk is full; free some space and try again")
//	return phrase.Errorf("line %d: %w", line, ErrFull)
//
// Whatever finds something out says it so, in English, and needs to know no
// language: Error and String are English. Who shows it looks the pattern up among
// the translations and says the same facts in her language. An error that only a
// fault of the program brings about stays a plain error; it is a technical detail.
//
// The package knows no translations, no files and no screens.
package phrase

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Phrase is a pattern, as of fmt, and its facts. Facts may be phrases and errors,
// which are said in the same language. The zero value says nothing.
type Phrase struct {
	pattern string
	facts   []any
}

// Of returns the phrase of a pattern and its facts.
func Of(pattern string, facts ...any) Phrase { return Phrase{pattern, facts} }

// Join returns phrases one after the other, with a text between.
func Join(phrases []Phrase, between string) Phrase {
	facts := make([]any, len(phrases))
	for i, p := range phrases {
		facts[i] = p
	}
	places := slices.Repeat([]string{"%s"}, len(phrases))
	return Of(strings.Join(places, strings.ReplaceAll(between, "%", "%%")), facts...)
}

// Blank reports whether the phrase says nothing.
func (p Phrase) Blank() bool { return p.pattern == "" }

// Said returns the phrase itself, as errors return theirs.
func (p Phrase) Said() Phrase { return p }

// String says the phrase in English.
func (p Phrase) String() string { return p.In(english) }

// In says the phrase in the language of the given words: they return the pattern
// of that language for an English one, and the English one where there is none.
func (p Phrase) In(words func(pattern string) string) string {
	facts := make([]any, len(p.facts))
	for i, f := range p.facts {
		switch f := f.(type) {
		case Phrase:
			facts[i] = f.In(words)
		case error:
			facts[i], _ = Tell(f, words)
		default:
			facts[i] = f
		}
	}
	return fmt.Sprintf(wrapped.Replace(words(p.pattern)), facts...)
}

func english(pattern string) string { return pattern }

// wrapped writes the place of an error that is wrapped as that of its text.
var wrapped = strings.NewReplacer("%%", "%%", "%w", "%s", "]w", "]s")

// fault is an error that can be said in any language.
type fault struct {
	error
	said Phrase
}

func (f *fault) Said() Phrase  { return f.said }
func (f *fault) Unwrap() error { return f.error }

// New is errors.New of an error that can be said in any language. Two errors of
// the same text are not the same.
func New(text string) error { return &fault{errors.New(text), Of(text)} }

// Errorf is fmt.Errorf of an error that can be said in any language.
func Errorf(pattern string, facts ...any) error {
	return &fault{fmt.Errorf(pattern, facts...), Of(pattern, facts...)}
}

// Tell says an error in the language of the given words, see Phrase.In, and
// reports whether there was anything to say: of a plain error, and of what a plain
// error says about one that can be said, the text stays as it is.
func Tell(err error, words func(pattern string) string) (text string, told bool) {
	if s, ok := err.(interface{ Said() Phrase }); ok { //nolint:errorlint // each error of the chain is told by itself
		return s.Said().In(words), true
	}
	text = err.Error()
	for _, inner := range causes(err) {
		if said, ok := Tell(inner, words); ok {
			text, told = strings.Replace(text, inner.Error(), said, 1), true
		}
	}
	return text, told
}

// causes are the errors an error wraps.
func causes(err error) []error {
	switch e := err.(type) { //nolint:errorlint // one step of the chain
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			return []error{inner}
		}
	case interface{ Unwrap() []error }:
		return e.Unwrap()
	}
	return nil
}
