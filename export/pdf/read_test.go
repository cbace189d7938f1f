package pdf_test

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
)

// object is a value of a PDF file as qpdf writes it in JSON: names begin with a
// slash, texts with "u:", references end in " R".
type object = map[string]any

// parsed is a file read by qpdf.
type parsed struct {
	t       *testing.T
	objects map[string]object
	root    object
	pages   []string // references
}

func read(t *testing.T, file []byte) *parsed {
	t.Helper()
	out := tool(t, file, "qpdf", "--json", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", "FILE")
	var j struct{ QPDF []json.RawMessage }
	if err := json.Unmarshal([]byte(out), &j); err != nil || len(j.QPDF) != 2 {
		t.Fatalf("qpdf --json: %v", err)
	}
	p := &parsed{t: t}
	if err := json.Unmarshal(j.QPDF[1], &p.objects); err != nil {
		t.Fatal(err)
	}
	p.root = p.dict(p.dict(p.objects["trailer"]["value"])["/Root"])
	for _, k := range p.list(p.dict(p.root["/Pages"])["/Kids"]) {
		p.pages = append(p.pages, k.(string))
	}
	return p
}

// value follows references.
func (p *parsed) value(v any) any {
	for {
		s, ok := v.(string)
		if !ok || !strings.HasSuffix(s, " R") || strings.HasPrefix(s, "u:") {
			return v
		}
		o, ok := p.objects["obj:"+s]
		if !ok {
			p.t.Fatalf("there is no object %s", s)
		}
		if stream, ok := o["stream"]; ok {
			return stream
		}
		v = o["value"]
	}
}

// dict returns a dictionary, of a stream too.
func (p *parsed) dict(v any) object {
	d, _ := p.value(v).(object)
	if inner, ok := d["dict"].(object); ok {
		return inner
	}
	return d
}

func (p *parsed) list(v any) []any {
	l, _ := p.value(v).([]any)
	return l
}

func (p *parsed) number(v any) int {
	n, ok := p.value(v).(float64)
	if !ok {
		p.t.Fatalf("%v is no number", v)
	}
	return int(n)
}

// text returns a string of characters.
func (p *parsed) text(v any) string {
	s, _ := p.value(v).(string)
	return strings.TrimPrefix(s, "u:")
}

func (p *parsed) data(v any) []byte {
	stream, _ := p.value(v).(object)
	s, _ := stream["data"].(string)
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		p.t.Fatal(err)
	}
	return b
}

// operators calls do for each operator of a content stream, with its operands;
// strings are left out.
func operators(b []byte, do func(op string, args []string)) {
	var args []string
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case c == '(':
			for i++; b[i] != ')'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
			i++
		case c == ' ' || c == '\n' || c == '\r' || c == '[' || c == ']':
			i++
		default:
			j := i + 1
			for j < len(b) && !strings.ContainsRune(" \n\r[]()/<>", rune(b[j])) {
				j++
			}
			word := string(b[i:j])
			i = j
			if _, err := strconv.ParseFloat(word, 64); err == nil || strings.ContainsAny(word[:1], "/<>") {
				args = append(args, word)
				continue
			}
			do(word, args)
			args = nil
		}
	}
}
