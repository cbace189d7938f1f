package export

import "fmt"

// Warning says what a format read otherwise than it was written, or could not
// carry.
type Warning struct {
	Line int // of the file, from 1; 0 where no line is to blame
	Text string
}

// Warn makes a warning that names no line.
func Warn(text string, args ...any) Warning { return Warning{Text: fmt.Sprintf(text, args...)} }

// String returns the warning as a line for a person.
func (w Warning) String() string {
	if w.Line == 0 {
		return w.Text
	}
	return fmt.Sprintf("line %d: %s", w.Line, w.Text)
}
