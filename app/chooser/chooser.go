// Package chooser asks the desktop for files: the system shows its own dialog and
// says what was chosen in it. On Linux and its kin that is the file chooser of the
// desktop portal, spoken to over the session bus.
//
// The package owns the question and the talk with the desktop. It must not know
// the windows of this program but by the handle it is given, nor what the files are.
package chooser

import (
	"context"
	"strings"
	"unicode"

	"touchline.app/journey/phrase"
)

// ErrNone says that the system has no dialog for files, or none that answers.
var ErrNone = phrase.New("this system has no dialog for files")

// Question is what is asked for.
type Question struct {
	Parent  string   // handle of the window it is asked in, "x11:2a00007"; may be empty
	Title   string   // of the dialog
	Accept  string   // text of the button that chooses; may be empty
	Folder  string   // absolute path where the dialog begins; may be empty
	Name    string   // proposed for a file to be written
	Several bool     // more than one file may be chosen
	Folders bool     // a folder is asked for
	Filters []Filter // the first one holds at first; none shows every file
}

// Filter is a kind of files by their names.
type Filter struct {
	Name       string
	Extensions []string // with the dot, in lower case; empty shows every file
}

// Dialogs are the dialogs of a system. Their methods wait for the answer of a
// person: call them from a goroutine that may.
type Dialogs interface {
	// Open asks for files to read. Nothing was chosen where it returns none.
	Open(ctx context.Context, q Question) ([]string, error)
	// Save asks for a file to write, which may be there already: the dialog has
	// asked about that. Nothing was chosen where it returns an empty path.
	Save(ctx context.Context, q Question) (string, error)
	// Wake lets the desktop get its dialogs ready, so that the first one comes at
	// once, and reports whether there are any.
	Wake(ctx context.Context) bool
}

// None has no dialogs.
type None struct{}

// Open implements Dialogs.
func (None) Open(context.Context, Question) ([]string, error) { return nil, ErrNone }

// Save implements Dialogs.
func (None) Save(context.Context, Question) (string, error) { return "", ErrNone }

// Wake implements Dialogs.
func (None) Wake(context.Context) bool { return false }

// glob is the pattern of names that end in an extension, in capitals or not.
func glob(extension string) string {
	var b strings.Builder
	b.WriteByte('*')
	for _, r := range extension {
		if lo, up := unicode.ToLower(r), unicode.ToUpper(r); lo != up {
			b.WriteString("[" + string(lo) + string(up) + "]")
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
