package phrase

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

// german is a small catalogue.
func german(pattern string) string {
	if text, ok := map[string]string{
		"the disk is full":    "die Platte ist voll",
		"line %d: %w":         "Zeile %d: %w",
		"%q has %d of %d %%":  "%[2]d von %[3]d %% hat %[1]q",
		"open %s: %s":         "%s öffnen: %s",
		"in doubt: %s":        "fraglich: %s",
		"%d rows, %w, and %w": "%[3]w, %[2]w und %[1]d Zeilen",
	}[pattern]; ok {
		return text
	}
	return pattern
}

func TestAPhraseIsSaidInEnglishAndInALanguage(t *testing.T) {
	full := New("the disk is full")
	for name, c := range map[string]struct {
		said            interface{ Said() Phrase }
		english, german string
	}{
		"no facts":         {said(full), "the disk is full", "die Platte ist voll"},
		"facts exchanged":  {Of("%q has %d of %d %%", "a b", 3, 4), `"a b" has 3 of 4 %`, `3 von 4 % hat "a b"`},
		"an error wrapped": {said(Errorf("line %d: %w", 7, full)), "line 7: the disk is full", "Zeile 7: die Platte ist voll"},
		"two of them":      {said(Errorf("%d rows, %w, and %w", 2, full, fs.ErrExist)), "2 rows, the disk is full, and file already exists", "file already exists, die Platte ist voll und 2 Zeilen"},
		"a phrase within":  {Of("in doubt: %s", Of("line %d: %w", 1, full)), "in doubt: line 1: the disk is full", "fraglich: Zeile 1: die Platte ist voll"},
		"a plain one over": {Of("open %s: %s", "x", fmt.Errorf("read: %w", full)), "open x: read: the disk is full", "x öffnen: read: die Platte ist voll"},
		"unknown pattern":  {Of("so %d", 1), "so 1", "so 1"},
		"signs of formats": {Of("open %s: %s", "100 %w %d", "%s"), "open 100 %w %d: %s", "100 %w %d öffnen: %s"},
		"nothing":          {Phrase{}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.said.Said().String(); got != c.english {
				t.Errorf("says %q, want %q", got, c.english)
			}
			if got := c.said.Said().In(german); got != c.german {
				t.Errorf("says %q, want %q", got, c.german)
			}
		})
	}
}

func said(err error) (out interface{ Said() Phrase }) {
	errors.As(err, &out)
	return out
}

func TestErrorsAreToldThroughPlainOnes(t *testing.T) {
	full := New("the disk is full")
	for name, c := range map[string]struct {
		err  error
		want string
		told bool
	}{
		"a phrase":          {full, "die Platte ist voll", true},
		"a plain error":     {fs.ErrExist, "file already exists", false},
		"wrapped":           {fmt.Errorf("table map: %w", full), "table map: die Platte ist voll", true},
		"wrapped twice":     {fmt.Errorf("a: %w", fmt.Errorf("b: %w", full)), "a: b: die Platte ist voll", true},
		"joined":            {errors.Join(fs.ErrExist, full), "file already exists\ndie Platte ist voll", true},
		"joined with none":  {errors.Join(fs.ErrExist, nil), "file already exists", false},
		"a path of its own": {&fs.PathError{Op: "open", Path: "x", Err: full}, "open x: die Platte ist voll", true},
	} {
		t.Run(name, func(t *testing.T) {
			if got, told := Tell(c.err, german); got != c.want || told != c.told {
				t.Errorf("told %q, %v, want %q, %v", got, told, c.want, c.told)
			}
		})
	}
}

func TestErrorsAreTheirOwn(t *testing.T) {
	a, b := New("the disk is full"), New("the disk is full")
	if errors.Is(a, b) {
		t.Error("two errors of one text are the same")
	}
	err := Errorf("line %d: %w (%w)", 1, a, &fs.PathError{Op: "open", Path: "x", Err: fs.ErrExist})
	var path *fs.PathError
	if !errors.Is(err, a) || !errors.Is(err, fs.ErrExist) || !errors.As(err, &path) || err.Error() != "line 1: the disk is full (open x: file already exists)" {
		t.Errorf("%v does not wrap what it was made of", err)
	}
}

func TestJoined(t *testing.T) {
	full := Of("the disk is full")
	for _, c := range []struct {
		between string
		phrases []Phrase
		want    string
	}{
		{"; ", nil, ""},
		{"; ", []Phrase{full}, "die Platte ist voll"},
		{"; ", []Phrase{full, Of("so %d", 1)}, "die Platte ist voll; so 1"},
		{" 5% ", []Phrase{full, full}, "die Platte ist voll 5% die Platte ist voll"},
	} {
		if got := Join(c.phrases, c.between).In(german); got != c.want {
			t.Errorf("joined %q, want %q", got, c.want)
		}
	}
}
