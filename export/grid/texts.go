package grid

import (
	"errors"
	"io"

	"touchline.app/journey/phrase"
)

// texts are those that cells share, one after the other.
type texts struct {
	all  []byte
	ends []int

	phonetic bool // within how a text is read out
}

// text returns a text that cells share.
func (b *book) text(n int) ([]byte, error) {
	if b.texts == nil {
		b.texts = &texts{}
		if err := b.readTexts(); err != nil {
			return nil, err
		}
	}
	if n < 0 || n >= len(b.texts.ends) {
		return nil, &Refusal{Reason: phrase.Of("the sheet is damaged: %s", "a text is missing")}
	}
	from := 0
	if n > 0 {
		from = b.texts.ends[n-1]
	}
	return b.texts.all[from:b.texts.ends[n]], nil
}

func (b *book) readTexts() error {
	if b.parts[b.strung] == nil {
		return nil
	}
	in, size, err := b.part(b.strung)
	if err != nil {
		return err
	}
	defer in.Close()
	if size > 2*maxTexts {
		return tooMuch()
	}
	m := newMarkup(in)
	for {
		if err := m.skip(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		tag, err := m.tag()
		if err != nil {
			return err
		}
		if err := b.texts.take(m, tag); err != nil {
			return err
		}
	}
}

// take acts on a tag. How a text is read out is no part of it.
func (t *texts) take(m *markup, tag []byte) (err error) {
	switch name, _, closed := cut(tag); string(name) {
	case "si":
		t.phonetic = false
		if closed {
			t.ends = append(t.ends, len(t.all))
		}
	case "/si":
		t.ends = append(t.ends, len(t.all))
	case "rPh":
		t.phonetic = !closed
	case "/rPh":
		t.phonetic = false
	case "t":
		if !closed && !t.phonetic {
			t.all, err = m.text(t.all)
		}
		if err == nil && len(t.all) > maxTexts {
			err = tooMuch()
		}
	}
	return err
}
