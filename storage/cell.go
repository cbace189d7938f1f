package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"touchline.app/journey"
)

// cell ties one column to the field of a row it stands for. The values are
// those of SQLite: int64, float64, string or nil for NULL. Both ways refuse
// what the model does not allow, so that whatever was written can be read.
type cell struct {
	column string
	load   func(v any) error
	save   func() (any, error)
}

// mismatch says that a value has another type than its column.
func mismatch(v any) error { return fmt.Errorf("a value of type %T does not belong here", v) }

// text is a column of any text.
func text[T ~string](column string, p *T) cell {
	return cell{
		column: column,
		load: func(v any) error {
			s, ok := v.(string)
			if !ok {
				return mismatch(v)
			}
			*p = T(s)
			return nil
		},
		save: func() (any, error) { return string(*p), nil },
	}
}

// ref is the id of another row; NULL when empty.
func ref(column string, p *journey.ID) cell {
	plain := text(column, p)
	return cell{
		column: column,
		load: func(v any) error {
			if v == nil {
				*p = ""
				return nil
			}
			return plain.load(v)
		},
		save: func() (any, error) {
			if *p == "" {
				return nil, nil
			}
			return string(*p), nil
		},
	}
}

// word is a text out of a vocabulary, or empty.
func word[T ~string](column string, p *T, vocabulary ...T) cell {
	return cell{
		column: column,
		load: func(v any) error {
			s, ok := v.(string)
			if !ok {
				return mismatch(v)
			}
			i := slices.Index(vocabulary, T(s))
			switch {
			case s == "":
				*p = ""
			case i >= 0:
				*p = vocabulary[i] // shares the text of the constant
			default:
				return fmt.Errorf("%q is not a word of this column", s)
			}
			return nil
		},
		save: func() (any, error) {
			if *p != "" && !slices.Contains(vocabulary, *p) {
				return nil, fmt.Errorf("%q is not a word of this column", *p)
			}
			return string(*p), nil
		},
	}
}

// flag is a yes or no, 1 or 0.
func flag(column string, p *bool) cell {
	var n int
	number := whole(column, &n, 0, 1)
	return cell{
		column: column,
		load: func(v any) error {
			err := number.load(v)
			*p = n == 1
			return err
		},
		save: func() (any, error) {
			if *p {
				return int64(1), nil
			}
			return int64(0), nil
		},
	}
}

// whole is an integer from lo to hi.
func whole(column string, p *int, lo, hi int) cell {
	within := func(n int64) error {
		if n < int64(lo) || n > int64(hi) {
			return fmt.Errorf("%d is not within %d..%d", n, lo, hi)
		}
		return nil
	}
	return cell{
		column: column,
		load: func(v any) error {
			n, ok := v.(int64)
			if !ok {
				return mismatch(v)
			}
			*p = int(n)
			return within(n)
		},
		save: func() (any, error) { return int64(*p), within(int64(*p)) },
	}
}

// decimal is a finite number from lo to hi.
func decimal(column string, p *float64, lo, hi float64) cell {
	within := func(x float64) error {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return errors.New("this is no finite number")
		}
		if x < lo || x > hi {
			return fmt.Errorf("%v is not within %v..%v", x, lo, hi)
		}
		return nil
	}
	return cell{
		column: column,
		load: func(v any) error {
			x, ok := v.(float64)
			if !ok {
				return mismatch(v)
			}
			*p = x
			return within(x)
		},
		save: func() (any, error) { return *p + 0, within(*p) }, // SQLite keeps no -0
	}
}

// maybe is a number that may be unknown: NULL.
func maybe(column string, known *bool, p *float64, lo, hi float64) cell {
	number := decimal(column, p, lo, hi)
	return cell{
		column: column,
		load: func(v any) error {
			if *known = v != nil; !*known {
				*p = 0
				return nil
			}
			return number.load(v)
		},
		save: func() (any, error) {
			if !*known {
				return nil, nil
			}
			return number.save()
		},
	}
}

// day is a date as 2006-01-02, in UTC; NULL when zero. The time of day is not kept.
func day(column string, p *time.Time) cell {
	return cell{
		column: column,
		load: func(v any) error {
			*p = time.Time{}
			if v == nil {
				return nil
			}
			s, ok := v.(string)
			if !ok {
				return mismatch(v)
			}
			t, err := time.Parse(time.DateOnly, s)
			if err != nil {
				return fmt.Errorf("%q is not a date like 2006-01-02", s)
			}
			*p = t
			return nil
		},
		save: func() (any, error) {
			if p.IsZero() {
				return nil, nil
			}
			if y := p.Year(); y < 0 || y > 9999 {
				return nil, fmt.Errorf("the year %d is not within 0..9999", y)
			}
			return p.Format(time.DateOnly), nil
		},
	}
}

// list is a list as a JSON array; NULL when nil.
func list[T any](column string, p *[]T) cell {
	return cell{
		column: column,
		load: func(v any) error {
			*p = nil
			if v == nil {
				return nil
			}
			s, ok := v.(string)
			if !ok {
				return mismatch(v)
			}
			if err := json.Unmarshal([]byte(s), p); err != nil || *p == nil {
				return fmt.Errorf("%.40q is not a list of the right kind", s)
			}
			return nil
		},
		save: func() (any, error) {
			if *p == nil {
				return nil, nil
			}
			b, err := json.Marshal(*p)
			return string(b), err
		},
	}
}
