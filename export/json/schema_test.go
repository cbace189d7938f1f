package json

import (
	stdjson "encoding/json"
	"fmt"
	"math"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"touchline.app/export/exporttest"
	"touchline.app/journey"
)

// schema is the part of JSON Schema the published one uses.
type schema struct {
	Ref         string            `json:"$ref"`
	Defs        map[string]schema `json:"$defs"`
	Type        string            `json:"type"`
	Const       any               `json:"const"`
	Enum        []string          `json:"enum"`
	Properties  map[string]schema `json:"properties"`
	Required    []string          `json:"required"`
	Additional  *bool             `json:"additionalProperties"`
	Items       *schema           `json:"items"`
	Unique      bool              `json:"uniqueItems"`
	MaxItems    int               `json:"maxItems"`
	MinLength   int               `json:"minLength"`
	MaxLength   int               `json:"maxLength"`
	Pattern     string            `json:"pattern"`
	Minimum     *float64          `json:"minimum"`
	Maximum     *float64          `json:"maximum"`
	Description string            `json:"description"`
	Dialect     string            `json:"$schema"`
	ID          string            `json:"$id"`
	Title       string            `json:"title"`
}

func published(t *testing.T) schema {
	t.Helper()
	f, err := os.Open("../../docs/map.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var s schema
	d := stdjson.NewDecoder(f)
	d.DisallowUnknownFields() // a word this test would pass over
	if err := d.Decode(&s); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s schema) resolve(root schema) schema {
	if s.Ref == "" {
		return s
	}
	return root.Defs[strings.TrimPrefix(s.Ref, "#/$defs/")]
}

// TestSchemaIsTrueToTheModel walks every field of every row and wants it in the
// schema with its type and words, and nothing else there.
func TestSchemaIsTrueToTheModel(t *testing.T) {
	root := published(t)
	compare(t, root, "map", root.Properties["map"].resolve(root), headType)
	for _, table := range tables {
		p, ok := root.Properties[table.name]
		if !ok || p.Type != "array" || p.MaxItems != MaxRows {
			t.Fatalf("no table %s", table.name)
		}
		compare(t, root, table.name, p.Items.resolve(root), table.row)
	}
	if want := len(tables) + len([]string{"$schema", "format", "version", "digest", "map"}); len(root.Properties) != want {
		t.Errorf("%d properties, not %d", len(root.Properties), want)
	}
}

func compare(t *testing.T, root schema, path string, s schema, row reflect.Type) {
	t.Helper()
	plan := plans[row]
	if len(s.Properties) != len(plan) || s.Type != "object" || s.Additional == nil || *s.Additional {
		t.Errorf("%s: %d properties, and %d fields in the model", path, len(s.Properties), len(plan))
	}
	types := map[form]string{
		text: "string", flag: "boolean", whole: "integer", decimal: "number", day: "string", texts: "array", wholes: "array", object: "object", quantity: "number",
	}
	for _, f := range plan {
		p, ok := s.Properties[f.name]
		p = p.resolve(root)
		if !ok || p.Type != types[f.form] {
			t.Errorf("%s.%s: %q in the schema, %q in the model", path, f.name, p.Type, types[f.form])
		}
		if words := slices.DeleteFunc(slices.Clone(p.Enum), func(w string) bool { return w == "" }); !slices.Equal(words, f.words) {
			t.Errorf("%s.%s: %q in the schema, %q in the model", path, f.name, words, f.words)
		}
		if named := f.typ.Kind() == reflect.String && f.typ.Name() != "string" && f.typ != reflect.TypeFor[journey.ID](); named != (f.words != nil) {
			t.Errorf("%s.%s: the words of a %s are missing", path, f.name, f.typ)
		}
		if f.form == object {
			compare(t, root, path+"."+f.name, p, f.typ)
		}
	}
}

// TestDocumentsFitTheSchema validates what is written, and what a person may write.
func TestDocumentsFitTheSchema(t *testing.T) {
	root := published(t)
	for seed := range uint64(300) {
		data, err := Compact(exporttest.Random(seed))
		if err != nil {
			t.Fatal(err)
		}
		if err := root.fits(root, "", parsed(t, data)); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
	byHand := `{"format": "touchline-map", "map": {"title": "x"}, "stages": [{"name": "a", "id": "s"}],
		"lanes": [{"type": "touchpoints", "id": "l"}], "touchpoints": [{"title": "t", "stage": "s", "lane": "l", "actual": {"valence": 2}}]}`
	if err := root.fits(root, "", parsed(t, []byte(byHand))); err != nil {
		t.Error(err)
	}
	for _, change := range []string{`"format"->"form"`, `2->3`, `"s"->""`, `"touchpoints", "id"->"x", "id"`, `"title"->"titel"`, `"map"->"touchpoint"`} {
		old, now, _ := strings.Cut(change, "->")
		if err := root.fits(root, "", parsed(t, []byte(strings.Replace(byHand, old, now, 1)))); err == nil {
			t.Errorf("%s fits", change)
		}
	}
}

func parsed(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := stdjson.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// fits reports where a value is not as the schema wants it.
func (s schema) fits(root schema, path string, v any) error {
	s = s.resolve(root)
	if s.Const != nil && s.Const != v {
		return fmt.Errorf("%s is %v", path, v)
	}
	switch v := v.(type) {
	case string:
		return s.fitsText(path, v)
	case float64:
		return s.fitsNumber(path, v)
	case bool:
		if s.Type != "boolean" {
			return fmt.Errorf("%s is %v", path, v)
		}
	case []any:
		return s.fitsList(root, path, v)
	case map[string]any:
		return s.fitsObject(root, path, v)
	default:
		return fmt.Errorf("%s is %v", path, v)
	}
	return nil
}

func (s schema) fitsNumber(path string, v float64) error {
	integer := s.Type == "integer" && v == math.Trunc(v)
	if !integer && s.Type != "number" && s.Const == nil || s.Minimum != nil && v < *s.Minimum || s.Maximum != nil && v > *s.Maximum {
		return fmt.Errorf("%s is %v", path, v)
	}
	return nil
}

func (s schema) fitsText(path, v string) error {
	n := utf8.RuneCountInString(v)
	switch {
	case s.Const != nil:
	case s.Type != "string", s.Enum != nil && !slices.Contains(s.Enum, v), n < s.MinLength, s.MaxLength > 0 && n > s.MaxLength,
		s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(v):
		return fmt.Errorf("%s is %q", path, v)
	}
	return nil
}

func (s schema) fitsList(root schema, path string, v []any) error {
	if s.Type != "array" || len(v) > s.MaxItems {
		return fmt.Errorf("%s is a list of %d", path, len(v))
	}
	for i, x := range v {
		if s.Unique && slices.Contains(v[:i], x) {
			return fmt.Errorf("%s has %v twice", path, x)
		}
		if err := s.Items.fits(root, fmt.Sprintf("%s[%d]", path, i), x); err != nil {
			return err
		}
	}
	return nil
}

func (s schema) fitsObject(root schema, path string, v map[string]any) error {
	for _, name := range s.Required {
		if _, ok := v[name]; !ok {
			return fmt.Errorf("%s has no %s", path, name)
		}
	}
	for name, x := range v {
		p, ok := s.Properties[name]
		if !ok {
			return fmt.Errorf("%s has a %s", path, name)
		}
		if err := p.fits(root, path+"."+name, x); err != nil {
			return err
		}
	}
	return nil
}
