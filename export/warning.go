package export

import "touchline.app/journey/phrase"

// Warning says what a format read otherwise than it was written, or could not
// carry.
type Warning struct {
	Line int // of the file, from 1; 0 where no line is to blame
	Text phrase.Phrase
}

// Warn makes a warning that names no line.
func Warn(text string, args ...any) Warning { return Warning{Text: phrase.Of(text, args...)} }

// Said names the line, where one is to blame, and what happened.
func (w Warning) Said() phrase.Phrase {
	if w.Line == 0 {
		return w.Text
	}
	return phrase.Of("line %d: %s", w.Line, w.Text)
}

// String says the warning in English.
func (w Warning) String() string { return w.Said().String() }
