package say

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"touchline.app/journey/phrase"
)

func TestErrorsAreSaid(t *testing.T) {
	full := phrase.New("the disk is full; free some space and try again")
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"known":           {full, "The disk is full; free some space and try again."},
		"under plain one": {fmt.Errorf("table map: %w", full), "Table map: the disk is full; free some space and try again."},
		"a text of a key": {Fault("looking.locked"), Text("sentence", "Text", Capital(Text("looking.locked")))},
		"not expected":    {fs.ErrClosed, "Something that was not expected (file already closed)."},
		"joined":          {errors.Join(full), "The disk is full; free some space and try again."},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Sentence(c.err); got != c.want {
				t.Errorf("says %q, want %q", got, c.want)
			}
		})
	}
}

func TestNumbersThatWereWrittenAreRead(t *testing.T) {
	for _, v := range []float64{-1.3, 0.5, 2} {
		for _, text := range []string{Signed(v), "\u200e" + Signed(v), strings.ReplaceAll(Signed(v), ".", ",")} {
			if q, ok := ParseNumber(text); !ok || q.Value != v {
				t.Errorf("%q is read as %v, %v", text, q, ok)
			}
		}
	}
}
