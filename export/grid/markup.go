package grid

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// markup runs over the tags and texts of a part of a workbook. It knows of XML what
// workbooks have of it.
type markup struct {
	from io.Reader
	buf  []byte
	pos  int
	read int64
	err  error
	long []byte // a tag that lay across two fillings of the buffer
}

// maxTag is the size of the longest tag.
const maxTag = 1 << 20

var errTag = errors.New("a tag does not end")

func newMarkup(from io.Reader) *markup { return &markup{from: from, buf: make([]byte, 0, 256<<10)} }

func (m *markup) fill() bool {
	for m.err == nil {
		n, err := m.from.Read(m.buf[:cap(m.buf)])
		m.buf, m.pos, m.err = m.buf[:max(n, 0)], 0, err
		m.read += int64(n)
		if n > 0 {
			return true
		}
	}
	return false
}

// skip goes to the next tag, behind its angle bracket. At the end of the part it
// returns io.EOF.
func (m *markup) skip() error {
	_, err := m.upTo(nil, false)
	return err
}

// text appends what stands before the next tag. The bracket of the tag is the next
// to be read.
func (m *markup) text(out []byte) ([]byte, error) {
	at := len(out)
	out, err := m.upTo(out, true)
	if errors.Is(err, io.EOF) {
		return out, io.ErrUnexpectedEOF
	}
	if err == nil {
		m.pos-- // it stands in the buffer
	}
	return out[:at+len(unescaped(out[at:]))], err
}

func (m *markup) upTo(out []byte, keep bool) ([]byte, error) {
	begin := len(out)
	for {
		run := m.buf[m.pos:]
		end := bytes.IndexByte(run, '<')
		if end >= 0 {
			m.pos += end + 1
			run = run[:end]
		} else {
			m.pos = len(m.buf)
		}
		if keep && len(out)-begin <= maxCell {
			out = append(out, run...)
		}
		if end >= 0 {
			return out, nil
		}
		if !m.fill() {
			return out, m.err
		}
	}
}

// tag returns the next tag without its brackets, behind text. It holds until the
// next call.
func (m *markup) tag() ([]byte, error) {
	run := m.buf[m.pos:]
	if end := bytes.IndexByte(run, '>'); end >= 0 {
		m.pos += end + 1
		return run[:end], nil
	}
	m.long = append(m.long[:0], run...)
	for m.fill() {
		end := bytes.IndexByte(m.buf, '>')
		if end >= 0 {
			m.long = append(m.long, m.buf[:end]...)
			m.pos = end + 1
			return m.long, nil
		}
		if m.long = append(m.long, m.buf...); len(m.long) > maxTag {
			return nil, errTag
		}
		m.pos = len(m.buf)
	}
	if errors.Is(m.err, io.EOF) {
		return nil, io.ErrUnexpectedEOF
	}
	return nil, m.err
}

// cut parts a tag into its name, without the prefix of a namespace, and its
// attributes. A tag that ends itself is closed.
func cut(tag []byte) (name, attributes []byte, closed bool) {
	if n := len(tag); n > 0 && tag[n-1] == '/' {
		tag, closed = tag[:n-1], true
	}
	end := len(tag)
	for i, b := range tag {
		if b == ' ' || b == '\n' || b == '\t' || b == '\r' {
			end = i
			break
		}
	}
	name, attributes = tag[:end], tag[end:]
	slash := len(name) > 0 && name[0] == '/'
	if colon := bytes.IndexByte(name, ':'); colon >= 0 {
		if name = name[colon+1:]; slash {
			name = append([]byte{'/'}, name...)
		}
	}
	return name, attributes, closed
}

// attribute cuts the first attribute off.
func attribute(in []byte) (name, value, rest []byte, ok bool) {
	equals := bytes.IndexByte(in, '=')
	if equals < 0 || equals+1 >= len(in) {
		return nil, nil, nil, false
	}
	name, rest = bytes.TrimSpace(in[:equals]), bytes.TrimLeft(in[equals+1:], " ")
	if len(rest) == 0 {
		return nil, nil, nil, false
	}
	end := bytes.IndexByte(rest[1:], rest[0])
	if rest[0] != '"' && rest[0] != '\'' || end < 0 {
		return nil, nil, nil, false
	}
	return name, rest[1 : 1+end], rest[2+end:], true
}

// unescaped writes the letters that references stand for, in place.
func unescaped(text []byte) []byte {
	at := bytes.IndexByte(text, '&')
	if at < 0 {
		return text
	}
	out := text[:at]
	for i := at; i < len(text); {
		if text[i] != '&' {
			out = append(out, text[i])
			i++
			continue
		}
		end := bytes.IndexByte(text[i:min(len(text), i+12)], ';')
		r, ok := rune(0), false
		if end > 0 {
			r, ok = reference(string(text[i+1 : i+end]))
		}
		if !ok {
			out = append(out, '&')
			i++
			continue
		}
		out = utf8.AppendRune(out, r)
		i += end + 1
	}
	return out
}

func reference(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	base, figures := 10, name[1:]
	if figures[0] == 'x' || figures[0] == 'X' {
		base, figures = 16, figures[1:]
	}
	n, err := strconv.ParseInt(figures, base, 32)
	return rune(n), err == nil && utf8.ValidRune(rune(n))
}
